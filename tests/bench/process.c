/* SPDX-License-Identifier: MIT */
/*
 * Whole processes: how long they take, on the clock and on the processor, and how much memory.
 *
 *   process ROUNDS COMMAND [ARGUMENT]... [-- COMMAND [ARGUMENT]...]...
 *
 * Each round runs all in turn, so that a machine that slows down slows down all. What they print
 * goes through a pipe, as in a shell, and is thrown away behind it: GNU grep, for one, stops at its
 * first hit when it sees that it prints to /dev/null. Prints a line for each run: number of the
 * command, milliseconds on the clock and on the processor, KiB at most.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 8, MOST_ROUNDS = 1000, PIPE_SIZE = 1 << 20 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double milliseconds(struct timeval t)
{
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

/* The program's side of the pipe; does not return. */
static void become(char **argv, int output, int nothing)
{
    if (argv[0] && dup2(nothing, 0) >= 0 && dup2(output, 1) >= 0 && dup2(nothing, 2) >= 0)
        execvp(argv[0], argv);
    _exit(127);
}

/* Throws away what comes out of the pipe, without looking at it, until its other end is closed. */
static void drain(int pipe, int nothing)
{
    while (splice(pipe, NULL, nothing, NULL, PIPE_SIZE, 0) > 0)
        continue;
    (void)close(pipe);
}

/* False when it does not run, or is killed; 0 and 1 are both good: a search may find nothing. */
static bool run(int number, char **argv, int nothing)
{
    int status = 0, ends[2];
    struct rusage usage;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    (void)fcntl(ends[1], F_SETPIPE_SZ, PIPE_SIZE);
    double begin = now();
    pid_t child = fork();
    if (child == 0)
        become(argv, ends[1], nothing);
    (void)close(ends[1]);
    drain(ends[0], nothing);
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
        (void)fprintf(stderr, "process: '%s' fails\n", argv[0]);
        return false;
    }
    printf("%d %.3f %.3f %ld\n", number, now() - begin,
           milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), usage.ru_maxrss);
    return true;
}

int main(int argc, char **argv)
{
    char **commands[MOST_COMMANDS];
    int count = 0;
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    if (argc < 3 || rounds < 1 || rounds > MOST_ROUNDS) {
        (void)fprintf(stderr, "usage: process ROUNDS COMMAND... [-- COMMAND...]...\n");
        return 2;
    }
    commands[count++] = argv + 2;
    for (int i = 2; i + 1 < argc && count < MOST_COMMANDS; i++)
        if (strcmp(argv[i], "--") == 0) {
            argv[i] = NULL;
            commands[count++] = argv + i + 1;
        }
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (long round = 0; round < rounds; round++)
        for (int i = 0; i < count; i++)
            if (nothing < 0 || !run(i, commands[i], nothing))
                return 1;
    return 0;
}
