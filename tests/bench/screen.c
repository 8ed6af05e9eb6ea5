/* SPDX-License-Identifier: MIT */
/*
 * Programs in a terminal, as a person meets them: how long until the first screen, until the only
 * hit of a word is shown, and how much memory they have then.
 *
 *   screen ROUNDS NEEDLE END COMMAND [ARGUMENT]... [-- COMMAND [ARGUMENT]...]...
 *
 * Each round runs all in turn, so that a machine that slows down slows down all. The first screen
 * is there with the last byte of the drawing that fills half of it. NEEDLE is typed behind "/" once
 * nothing comes any longer ("": it is not searched), END are keys that go to the
 * end of the file
 * ("": none). Prints a line for each run: number of the command, milliseconds to the first screen,
 * to the hit, to the end; KiB at most, KiB that are no pages of a file. -1 is what was not
 * measured.
 */
#include "harness/harness.h"
#include "harness/inner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    ROWS = 40,
    COLUMNS = 120,
    MOST_COMMANDS = 8,
    MOST_ROUNDS = 1000,
    DRAWING = 3,     /* milliseconds at most between two bytes of one drawing */
    QUIET = 300,     /* milliseconds without a byte: nothing more comes */
    PATIENCE = 60000 /* milliseconds at most until then */
};

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

/* Lets bytes come until none has come for so many milliseconds; returns when the last one came. */
static double settle(struct harness *h, double quiet)
{
    double begin = now(), last = begin;
    size_t before = harness_sent(h).len;
    while (now() - last < quiet && now() - begin < PATIENCE) {
        inner_pump(h, 1);
        if (harness_sent(h).len != before) {
            before = harness_sent(h).len;
            last = now();
        }
    }
    return last;
}

/* A line of what the system says of the process, in KiB. */
static long memory_of(struct harness *h, const char *name)
{
    char path[64], line[256];
    long kib = -1;
    (void)snprintf(path, sizeof path, "/proc/%d/status", harness_program(h));
    FILE *f = fopen(path, "re");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, name, strlen(name)) == 0)
            kib = strtol(line + strlen(name), NULL, 10);
    if (f)
        (void)fclose(f);
    return kib;
}

/* Milliseconds until the needle is shown. The prompt is open before; the pattern and Enter come in
 * one piece, for one that searches while it is typed must have nothing to search for before. */
static double search(struct harness *h, const char *needle)
{
    char keys[256];
    (void)snprintf(keys, sizeof keys, "%s\r", needle);
    harness_type(h, "/");
    (void)settle(h, QUIET);
    double typed = now();
    harness_type(h, keys);
    return harness_wait(h, is_found, (void *)(size_t)needle) ? now() - typed : -1;
}

static bool run(int number, char **argv, const char *needle, const char *end)
{
    double begin = now(), hit = -1, behind = -1;
    struct harness *h = harness_start(&(struct harness_setup){
        .argv = (const char *const *)argv, .rows = ROWS, .columns = COLUMNS, .home = "bench"});
    if (!harness_wait(h, is_shown, NULL)) {
        (void)fprintf(stderr, "screen: %s shows nothing\n", argv[0]);
        harness_end(h);
        return false;
    }
    double first = settle(h, DRAWING) - begin;
    if (*needle || *end)
        (void)settle(h, QUIET);
    if (*needle)
        hit = search(h, needle);
    if (*end) {
        double typed = now();
        harness_keys(h, end);
        behind = settle(h, QUIET) - typed;
    }
    printf("%d %.3f %.3f %.3f %ld %ld\n", number, first, hit, behind, memory_of(h, "VmHWM:"),
           memory_of(h, "RssAnon:"));
    harness_end(h);
    return true;
}

int main(int argc, char **argv)
{
    char **commands[MOST_COMMANDS];
    int count = 0;
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    if (argc < 5 || rounds < 1 || rounds > MOST_ROUNDS) {
        (void)fprintf(stderr, "usage: screen ROUNDS NEEDLE END COMMAND... [-- COMMAND...]...\n");
        return 2;
    }
    commands[count++] = argv + 4;
    for (int i = 4; i + 1 < argc && count < MOST_COMMANDS; i++)
        if (strcmp(argv[i], "--") == 0) {
            argv[i] = NULL;
            commands[count++] = argv + i + 1;
        }
    for (long round = 0; round < rounds; round++)
        for (int i = 0; i < count; i++)
            if (!run(i, commands[i], argv[2], argv[3]))
                return 1;
    return 0;
}
