/* SPDX-License-Identifier: MIT */
/*
 * Timings of the reader as a person meets them, against `less` on the same file in the same run.
 *
 *   bench FOLIO EMPTY FILE NEEDLE [ROUNDS]
 *   bench --beside SHORT FOLIO LONG [ROUNDS]      the first screen of LONG beside that of SHORT
 *
 * EMPTY is the empty curses program; NEEDLE a word that stands only at the end of FILE. Each
 * round runs all of them in turn, so that a machine that slows down slows down all; the figures
 * are the least, the median and the largest of the rounds. Nothing is judged here.
 */
#include "harness/harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROWS = 40, COLUMNS = 120, MOST_ROUNDS = 100 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Half of the screen has text. */
static bool is_shown(struct harness *h, void *argument)
{
    int filled = 0;
    (void)argument;
    for (int row = 0; row < ROWS; row++)
        filled += *harness_row_text(h, row) != '\0';
    return filled >= ROWS / 2;
}

/* The needle stands on a row that is not the prompt's. */
static bool is_found(struct harness *h, void *needle)
{
    for (int row = 0; row < ROWS - 1; row++)
        if (strstr(harness_row_text(h, row), needle))
            return true;
    return false;
}

static long memory_kib(struct harness *h)
{
    char path[64], line[256];
    long kib = -1;
    (void)snprintf(path, sizeof path, "/proc/%d/status", harness_program(h));
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = strtol(line + 6, NULL, 10);
    if (f)
        (void)fclose(f);
    return kib;
}

struct figures {
    const char *name;
    double values[MOST_ROUNDS];
    int count;
};

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(struct figures *f)
{
    qsort(f->values, (size_t)f->count, sizeof *f->values, by_value);
    return f->values[f->count / 2];
}

static void print(struct figures *f, const char *unit)
{
    double middle = median(f);
    printf("%-34s %9.2f %9.2f %9.2f %s\n", f->name, f->values[0], middle, f->values[f->count - 1],
           unit);
}

/* Milliseconds from the start to the first screen; the program is left running. */
static struct harness *first_screen(const char *const *argv, struct figures *f)
{
    double begin = now();
    struct harness *h = harness_start(
        &(struct harness_setup){.argv = argv, .rows = ROWS, .columns = COLUMNS, .home = "bench"});
    if (!harness_wait(h, is_shown, NULL)) {
        (void)fprintf(stderr, "bench: %s shows nothing\n", argv[0]);
        exit(1);
    }
    f->values[f->count++] = now() - begin;
    return h;
}

static void search(struct harness *h, const char *needle, struct figures *f)
{
    char keys[256];
    (void)snprintf(keys, sizeof keys, "/%s\r", needle);
    double begin = now();
    harness_type(h, keys);
    if (!harness_wait(h, is_found, (void *)(size_t)needle)) {
        (void)fprintf(stderr, "bench: '%s' was not found:\n%s\n", needle, harness_screen_text(h));
        exit(1);
    }
    f->values[f->count++] = now() - begin;
}

static int rounds_of(const char *word)
{
    int rounds = word ? (int)strtol(word, NULL, 10) : 7;
    return rounds < 1 || rounds > MOST_ROUNDS ? 7 : rounds;
}

/* The first screen of a long file beside that of a short one; the bar is 20 ms more. */
static int beside(const char *folio, const char *file, const char *other, int rounds)
{
    const char *long_one[] = {folio, "--no-state", "--no-config", file, NULL};
    const char *short_one[] = {folio, "--no-state", "--no-config", other, NULL};
    struct figures shown[] = {{.name = "first screen, short file"},
                              {.name = "first screen, long file"}};
    for (int i = 0; i < rounds; i++) {
        harness_end(first_screen(short_one, &shown[0]));
        harness_end(first_screen(long_one, &shown[1]));
    }
    print(&shown[0], "ms");
    print(&shown[1], "ms");
    double more = median(&shown[1]) - median(&shown[0]);
    printf("first screen: %.2f ms more for the long file (bar 20): %s\n", more,
           more <= 20 ? "met" : "NOT met");
    return 0;
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        (void)fprintf(stderr, "usage: bench FOLIO EMPTY FILE NEEDLE [ROUNDS]\n"
                              "       bench --beside SHORT FOLIO LONG [ROUNDS]\n");
        return 2;
    }
    int rounds = rounds_of(argc > 5 ? argv[5] : NULL);
    if (strcmp(argv[1], "--beside") == 0)
        return beside(argv[3], argv[4], argv[2], rounds);
    const char *file = argv[3], *needle = argv[4];
    const char *folio[] = {argv[1], "--no-state", "--config", "bench.yaml", file, NULL};
    const char *less[] = {"/usr/bin/less", file, NULL};
    const char *empty[] = {argv[2], NULL};
    FILE *config = fopen("bench.yaml", "w");
    if (!config || fputs("options:\n  scope: filing\n", config) < 0 || fclose(config) != 0)
        return 2;
    struct figures shown[] = {{.name = "first screen, folio"},
                              {.name = "first screen, less"},
                              {.name = "first screen, empty program"}};
    struct figures found[] = {{.name = "search to the end, folio"},
                              {.name = "search to the end, less"}};
    struct figures memory = {.name = "memory at the first screen, folio"};
    struct figures after = {.name = "memory after the search, folio"};
    for (int i = 0; i < rounds; i++) {
        struct harness *h = first_screen(folio, &shown[0]);
        memory.values[memory.count++] = (double)memory_kib(h) / 1024;
        search(h, needle, &found[0]);
        after.values[after.count++] = (double)memory_kib(h) / 1024;
        harness_end(h);
        h = first_screen(less, &shown[1]);
        if (i < 3)
            search(h, needle, &found[1]);
        harness_end(h);
        harness_end(first_screen(empty, &shown[2]));
    }
    printf("%-34s %9s %9s %9s\n", "", "least", "median", "largest");
    for (size_t i = 0; i < 3; i++)
        print(&shown[i], "ms");
    print(&found[0], "ms");
    print(&found[1], "ms");
    print(&memory, "MiB");
    print(&after, "MiB");
    printf("first screen: %.2f times less; %.2f ms more than the empty program\n",
           median(&shown[0]) / median(&shown[1]), median(&shown[0]) - median(&shown[2]));
    printf("search: %.1f times faster than less\n", median(&found[1]) / median(&found[0]));
    return 0;
}
