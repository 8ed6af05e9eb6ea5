/* SPDX-License-Identifier: MIT */
/*
 * How long a key takes to show its effect on a large file, and how many bytes that sends.
 *
 *   keys FOLIO FILE [ROUNDS]
 *
 * The keys are typed from the first screen on, again and again until nothing is read any longer,
 * and once more then; the median is of all of them. A key's time begins when it is typed and ends
 * with the last byte of the first drawing behind the moment at which the program took it: what was
 * drawn before is not its effect, and what comes in later drawings is that of work going on. A key
 * that shows nothing new took as long as the program needed to take it; what holds the program up
 * behind that moment is counted for the next key. Then a text that stands nowhere is searched for
 * in all of the filing: how long until something is said of it, and until Esc has ended it. Nothing
 * is judged here but against the bars.
 */
#include "harness/harness.h"
#include "harness/inner.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum {
    ROWS = 40,
    COLUMNS = 120,
    DRAWING = 3, /* milliseconds at most between two bytes of one drawing */
    QUIET = 100, /* milliseconds without a byte: nothing more comes */
    PATIENCE = 5000,
    MEDIAN_BAR = 5,
    BAR = 50,
    SEARCH_BAR = 100,
    MOST_ROUNDS = 8 /* while the file is read */
};

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

/* Lets bytes come until none has come for so many milliseconds, or the patience is over. */
static void settle(struct harness *h, double pause, double patience)
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
}

/* Whether keys wait that the program has not taken. */
static bool is_waiting(const struct harness *h)
{
    const char *name = ptsname(h->master);
    int waiting = 0;
    int terminal = name ? open(name, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) : -1;
    if (terminal < 0)
        return false;
    if (ioctl(terminal, FIONREAD, &waiting) != 0)
        waiting = 0;
    (void)close(terminal);
    return waiting > 0 || h->keys.len > 0;
}

/* Types the key; the milliseconds until its effect is on the screen, and the bytes of that. */
static double time_of(struct harness *h, const char *key, size_t *bytes)
{
    double begin = now(), end;
    size_t before = harness_sent(h).len;
    if (strcmp(key, "Esc") == 0)
        harness_type(h, "\033"); /* harness_keys would wait behind it; see below */
    else
        harness_keys(h, key);
    while (is_waiting(h) && now() - begin < PATIENCE) {
        before = harness_sent(h).len;
        inner_pump(h, 0);
    }
    double taken = now();
    while (harness_sent(h).len == before && now() - taken < QUIET)
        inner_pump(h, 1);
    bool shown = harness_sent(h).len != before;
    size_t last;
    do {
        end = now();
        last = harness_sent(h).len;
        inner_pump(h, DRAWING);
    } while (shown && harness_sent(h).len != last);
    *bytes = last - before;
    return (shown ? end : taken) - begin;
}

/* The time that the program has worked, in milliseconds. */
static double worked(const struct harness *h)
{
    enum { BEHIND_NAME = 11 /* fields between the name, in parentheses, and the times */ };
    char path[40], line[1024] = "";
    unsigned long ticks = 0;
    (void)snprintf(path, sizeof path, "/proc/%d/stat", harness_program(h));
    FILE *file = fopen(path, "re");
    if (file && fgets(line, sizeof line, file)) {
        char *at = strrchr(line, ')');
        for (int i = 0; at && i <= BEHIND_NAME; i++)
            at = strchr(at + 1, ' ');
        for (int i = 0; at && i < 2; i++)
            ticks += strtoul(at, &at, 10);
    }
    if (file)
        (void)fclose(file);
    return (double)ticks * 1e3 / (double)sysconf(_SC_CLK_TCK);
}

struct worst {
    double took;
    const char *key;
};

/* What all keys took, for the median. */
struct times {
    double *at;
    size_t count;
};

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void count(struct worst *worst, struct times *times, const char *key, double took,
                  size_t bytes, const char *when, bool print)
{
    times->at = realloc(times->at, (times->count + 1) * sizeof *times->at);
    if (!times->at)
        abort();
    times->at[times->count++] = took;
    bool over = took > BAR;
    if (print || over)
        printf("%-12s %8.2f ms %8zu bytes%s%s\n", key, took, bytes, when,
               over ? "  over the bar" : "");
    if (took > worst->took)
        *worst = (struct worst){took, key};
}

/* Types each key once; when nothing is read any longer it lets each come to its end. */
static void round_of(struct harness *h, bool settled, bool print, struct worst *worst,
                     struct times *times)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        size_t bytes;
        double took = time_of(h, keys[i], &bytes);
        count(worst, times, keys[i], took, bytes, settled ? "" : "  while the file is read", print);
        /* Behind Esc a next key at once would be taken for Alt with it. */
        if (settled || strcmp(keys[i], "Esc") == 0)
            settle(h, QUIET, settled ? 1000 : QUIET);
    }
}

/* Rounds until the program hardly works any longer between the keys. */
static void rounds_of_reading(struct harness *h, bool print, struct worst *worst,
                              struct times *times)
{
    for (int i = 0; i < MOST_ROUNDS; i++) {
        double begin = now(), before = worked(h);
        round_of(h, false, print && i == 0, worst, times);
        if (worked(h) - before < (now() - begin) / 2)
            break;
    }
}

/* A search through all of the filing: its first word on it, and its end by Esc. */
static void search(struct harness *h, struct worst *first, struct worst *stop)
{
    size_t bytes;
    harness_keys(h, "/");
    harness_type(h, "zqxzqx");
    settle(h, QUIET, PATIENCE);
    double took = time_of(h, "Enter", &bytes);
    if (took > first->took)
        *first = (struct worst){took, "Enter"};
    took = time_of(h, "Esc", &bytes);
    if (took > stop->took)
        *stop = (struct worst){took, "Esc"};
    settle(h, QUIET, PATIENCE);
}

static void judge(const char *what, const struct worst *worst, int bar)
{
    printf("%s: %s, %.1f ms (bar %d): %s\n", what, worst->key, worst->took, bar,
           worst->took <= bar ? "met" : "NOT met");
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        (void)fprintf(stderr, "usage: keys FOLIO FILE [ROUNDS]\n");
        return 2;
    }
    int rounds = argc > 3 ? (int)strtol(argv[3], NULL, 10) : 3;
    const char *folio[] = {argv[1], "--no-state", "--no-config", argv[2], NULL};
    struct worst reading = {0, ""}, all = {0, ""}, first = {0, ""}, stop = {0, ""};
    struct times times = {NULL, 0};
    for (int i = 0; i < (rounds > 0 ? rounds : 1); i++) {
        struct harness *h = harness_start(&(struct harness_setup){
            .argv = folio, .rows = ROWS, .columns = COLUMNS, .home = "keys"});
        harness_wait(h, is_shown, NULL);
        if (i == 0)
            printf("%-12s %11s %14s\n", "key", "shown after", "sent");
        rounds_of_reading(h, i == 0, &reading, &times);
        settle(h, 5 * QUIET, 20000);
        round_of(h, true, i == 0, &all, &times);
        search(h, &first, &stop);
        harness_end(h);
    }
    qsort(times.at, times.count, sizeof *times.at, by_value);
    judge("median of all keys", &(struct worst){times.at[times.count / 2], "all"}, MEDIAN_BAR);
    free(times.at);
    judge("slowest key while the file is read", &reading, BAR);
    judge("slowest key when all is read", &all, BAR);
    judge("first word on a search of the whole filing", &first, SEARCH_BAR);
    judge("end of that search", &stop, BAR);
    return 0;
}
