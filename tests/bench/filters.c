/* SPDX-License-Identifier: MIT */
/*
 * How long filters take for one file, and how much memory at most, in one run.
 *
 *   filters FILE ROUNDS FOLIO [OTHER]...
 *
 * FOLIO and each OTHER are a command line (words between blanks; the file's name is added). Each
 * round runs all in turn, so that a machine that slows down slows down all. Prints the medians, of
 * the time on the clock and on the processor, the ratios to the first, its memory beside the size
 * of the file, and whether the bars are met: a quarter of the time (on the clock) of each
 * other, and 3 times the file plus 10 MB.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_ROUNDS = 100, MOST_WORDS = 16, MOST_COMMANDS = 8 };

struct command {
    const char *line;
    char *copy; /* that the words are in */
    char *words[MOST_WORDS + 2];
    double values[MOST_ROUNDS]; /* ms, on the clock */
    double busy[MOST_ROUNDS];   /* on the processor */
    long memory;                /* KiB, the most of all rounds */
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void split(struct command *c, const char *line, char *file)
{
    size_t count = 0;
    char *rest = NULL;
    c->line = line;
    c->copy = strdup(line);
    for (char *word = strtok_r(c->copy, " ", &rest); word && count < MOST_WORDS;
         word = strtok_r(NULL, " ", &rest))
        c->words[count++] = word;
    c->words[count] = file;
}

/* Runs it with its output thrown away. False when it fails. */
static bool run(struct command *c, int round)
{
    int status = 0;
    struct rusage usage;
    double begin = now();
    pid_t child = fork();
    if (child == 0) {
        int nothing = open("/dev/null", O_RDWR);
        if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(nothing, 1) < 0)
            _exit(127);
        execvp(c->words[0], c->words);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0)
        return false;
    c->values[round] = now() - begin;
    c->busy[round] = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
                     (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
    if (usage.ru_maxrss > c->memory)
        c->memory = usage.ru_maxrss;
    return true;
}

static double median(double *values, int rounds)
{
    qsort(values, (size_t)rounds, sizeof *values, by_value);
    return values[rounds / 2];
}

static void print(struct command *c, int rounds)
{
    double middle = median(c->values, rounds);
    printf("%-40.40s %8.2f %8.2f %8.2f %9.2f ms %8.2f MB\n", c->line, c->values[0], middle,
           c->values[rounds - 1], median(c->busy, rounds), (double)c->memory * 1024 / 1e6);
}

int main(int argc, char **argv)
{
    static struct command commands[MOST_COMMANDS];
    struct stat file;
    int rounds = argc > 3 ? (int)strtol(argv[2], NULL, 10) : 0, count = argc - 3;
    if (rounds < 1 || rounds > MOST_ROUNDS || count > MOST_COMMANDS || stat(argv[1], &file) != 0) {
        (void)fprintf(stderr, "usage: filters FILE ROUNDS FOLIO [OTHER]...\n");
        return 2;
    }
    for (int i = 0; i < count; i++)
        split(&commands[i], argv[i + 3], argv[1]);
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < count; i++)
            if (!run(&commands[i], round)) {
                (void)fprintf(stderr, "filters: '%s' fails\n", commands[i].line);
                return 1;
            }
    printf("%-40s %8s %8s %8s %9s\n", "", "least", "median", "largest", "processor");
    for (int i = 0; i < count; i++)
        print(&commands[i], rounds);
    double time = commands[0].values[rounds / 2], most = 3 * (double)file.st_size / 1e6 + 10;
    for (int i = 1; i < count; i++) {
        double ratio = time / commands[i].values[rounds / 2];
        printf("time: %.3f of %s (bar 0.25): %s; on the processor %.3f\n", ratio,
               commands[i].words[0], ratio <= 0.25 ? "met" : "NOT met",
               commands[0].busy[rounds / 2] / commands[i].busy[rounds / 2]);
    }
    double memory = (double)commands[0].memory * 1024 / 1e6;
    for (int i = 0; i < count; i++)
        free(commands[i].copy);
    printf("memory: %.1f MB for a file of %.1f MB (bar %.1f): %s\n", memory,
           (double)file.st_size / 1e6, most, memory <= most ? "met" : "NOT met");
    return 0;
}
