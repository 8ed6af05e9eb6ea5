/* SPDX-License-Identifier: MIT */
/*
 * How long a key takes to show its effect on a large file, and how many bytes that sends.
 *
 *   keys FOLIO FILE [ROUNDS]
 *
 * Each key is typed as soon as the first screen stands, while the file is still being scanned, and
 * again when nothing waits any longer. A key's time ends with the last byte that it sends at once,
 * that is, before a pause of some milliseconds. Nothing is judged here but against the bar.
 */
#include "harness/harness.h"
#include "harness/inner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROWS = 40, COLUMNS = 120, PAUSE = 4, QUIET = 100, PATIENCE = 2000, BAR = 50 };

/* Keys that leave things as they were, pair by pair, so that each round is like the others. */
static const char *const keys[] = {
    "j",        "k",   "Space", "b",   "]]", "[[",  "]p",  "[p",  "]h",  "[h",     "}",
    "{",        ")",   "(",     "G",   "gg", "]e",  "[e",  "]t",  "[t",  "]n",     "[n",
    "Tab",      "Esc", "F6",    "j",   "F6", "gd",  "V",   "j",   "Esc", "t",      "j",
    "l",        "Esc", "go",    "Esc", "gk", "Esc", "gt",  "Esc", "H",   "Esc",    "Ctrl-W s",
    "Ctrl-W c", "zf",  "Esc",   "ma",  "'a", "gm",  "Esc", "F1",  "F1",  "Ctrl-O", "/",
    "t",        "h",   "e",     "Esc", "n",  "Esc", "W",   "W",   "w",   "w",
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool is_shown(struct harness *h, void *argument)
{
    (void)argument;
    return strstr(harness_screen_text(h), "F1 help") != NULL;
}

/* Lets bytes come until none has come for so many milliseconds; when the last one came. */
static double settle(struct harness *h, double pause, double patience)
{
    double begin = now(), last = begin;
    size_t before = harness_sent(h).len;
    while (now() - last < pause && now() - begin < patience) {
        inner_pump(h, 1);
        if (harness_sent(h).len != before) {
            before = harness_sent(h).len;
            last = now();
        }
    }
    return last;
}

/* Until the first byte comes, then to the end of what comes at once. */
static double time_of(struct harness *h, const char *key, size_t *bytes)
{
    size_t before = harness_sent(h).len;
    double begin = now();
    if (strcmp(key, "Esc") == 0)
        harness_type(h, "\033"); /* the harness would wait behind it; see below */
    else
        harness_keys(h, key);
    while (harness_sent(h).len == before && now() - begin < PATIENCE)
        inner_pump(h, 1);
    double end = harness_sent(h).len == before ? begin : settle(h, PAUSE, PATIENCE);
    *bytes = harness_sent(h).len - before;
    return end - begin;
}

static void round_of(struct harness *h, bool settled, double *worst, const char **slowest)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        size_t bytes;
        double took = time_of(h, keys[i], &bytes);
        printf("%-12s %8.2f ms %8zu bytes%s%s\n", keys[i], took, bytes,
               settled ? "" : "  while the file is read", took > BAR ? "  over the bar" : "");
        if (took > *worst) {
            *worst = took;
            *slowest = keys[i];
        }
        /* Behind Esc a next key at once would be taken for Alt with it. */
        if (settled || strcmp(keys[i], "Esc") == 0)
            settle(h, QUIET, settled ? 1000 : QUIET);
    }
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        (void)fprintf(stderr, "usage: keys FOLIO FILE [ROUNDS]\n");
        return 2;
    }
    int rounds = argc > 3 ? (int)strtol(argv[3], NULL, 10) : 3;
    const char *folio[] = {argv[1], "--no-state", "--no-config", argv[2], NULL};
    double worst[2] = {0, 0};
    const char *slowest[2] = {"", ""};
    for (int i = 0; i < (rounds > 0 ? rounds : 1); i++) {
        struct harness *h = harness_start(&(struct harness_setup){
            .argv = folio, .rows = ROWS, .columns = COLUMNS, .home = "keys"});
        harness_wait(h, is_shown, NULL);
        if (i == 0)
            printf("%-12s %11s %14s\n", "key", "shown after", "sent");
        round_of(h, false, &worst[0], &slowest[0]);
        settle(h, 5 * QUIET, 20000);
        round_of(h, i == 0, &worst[1], &slowest[1]);
        harness_end(h);
    }
    printf("slowest key while the file is read: %s, %.1f ms (bar %d): %s\n", slowest[0], worst[0],
           BAR, worst[0] <= BAR ? "met" : "NOT met");
    printf("slowest key when all is read: %s, %.1f ms (bar %d): %s\n", slowest[1], worst[1], BAR,
           worst[1] <= BAR ? "met" : "NOT met");
    return 0;
}
