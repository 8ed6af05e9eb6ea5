/* SPDX-License-Identifier: MIT */
/*
 * Time and memory in proportion: what takes N bytes does not take more than a few times as much for
 * four times as many.
 *
 *   linear [--list] [NAME-OF-AN-INPUT]...
 *
 * Each input of made.h is made at a size and at four times that, and given to its readers, each in
 * a process of its own. What counts is the time of the processor, of several runs where it matters,
 * and the most memory. Work that grows with the square of the input takes sixteen times as much:
 * FACTOR is halfway between. What is soon done in any case is not compared: this tells how time
 * grows, not how long anything takes.
 *
 * FOLIO_LINEAR says the size of the larger input in KB; else it is small, for every day.
 */
#include "linear/made.h"
#include "linear/readers.h"

#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define WIDER 8
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WIDER 8
#endif
#endif
#ifndef WIDER
#define WIDER 1
#endif

enum {
    KILOBYTES = WIDER > 1 ? 64 : 256, /* of the larger input */
    TIMES = 4,                        /* it is larger than the smaller one */
    FACTOR = 8,                       /* more time than so many times as much is too much */
    SOON = 40 * WIDER,                /* ms: no more than that is not compared */
    RUNS = 4,
    SECONDS = 20 * WIDER,
    MEMORY_BASE = 8 << 20, /* bytes that any input may need, */
    MEMORY_EACH = 160      /* and for each byte of it */
};

/* What a run needed. */
struct needs {
    long us;
    long bytes;
    bool ended;
};

struct plan {
    size_t size;
    char **names;
    int count;
    struct needs *shared;
    long runs, failed;
    bool list;
};

static long spent_us(void)
{
    struct rusage u;
    (void)getrusage(RUSAGE_SELF, &u);
    return u.ru_utime.tv_sec * 1000000L + u.ru_utime.tv_usec;
}

static long peak_bytes(void)
{
    struct rusage u;
    (void)getrusage(RUSAGE_SELF, &u);
    return u.ru_maxrss * 1024L;
}

_Noreturn static void child(const struct made *m, enum reader reader, size_t size, struct needs *n)
{
    struct buffer bytes = {0};
    const struct rlimit limit = {SECONDS, SECONDS};
    (void)setrlimit(RLIMIT_CPU, &limit);
    made_write(m, size, &bytes);
    long begun = spent_us(), before = peak_bytes();
    readers_read(reader, buffer_slice(&bytes));
    n->us = spent_us() - begun;
    n->bytes = peak_bytes() - before;
    n->ended = true;
    _exit(0);
}

static struct needs run(struct plan *plan, const struct made *m, enum reader reader, size_t size)
{
    int status;
    *plan->shared = (struct needs){0};
    plan->runs++;
    pid_t pid = fork();
    if (pid == 0)
        child(m, reader, size, plan->shared);
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        exit(1);
    return *plan->shared;
}

/* Whether it takes too much more time; `large` is the least of the runs, `small` the most: as few
 * as show that it is soon done, or in proportion. */
static bool grows(struct plan *plan, const struct made *m, enum reader reader, struct needs *small,
                  struct needs *large)
{
    *large = run(plan, m, reader, plan->size);
    *small = (struct needs){0};
    if (!large->ended)
        return true;
    if (large->us < SOON * 1000L)
        return false;
    *small = run(plan, m, reader, plan->size / TIMES);
    for (int i = 1; i < RUNS && large->us > FACTOR * small->us; i++) {
        struct needs again = run(plan, m, reader, plan->size);
        if (again.us < large->us)
            large->us = again.us;
        again = run(plan, m, reader, plan->size / TIMES);
        if (again.us > small->us)
            small->us = again.us;
    }
    return large->us > FACTOR * small->us;
}

static void check(struct plan *plan, const struct made *m, enum reader reader)
{
    struct needs small, large;
    bool slow = grows(plan, m, reader, &small, &large);
    bool much = WIDER == 1 && large.bytes > MEMORY_BASE + MEMORY_EACH * (long)plan->size;
    const char *name = readers_name(reader);
    if (plan->list)
        printf("%-36s %-16s %6ld ms %6ld ms %6.1f bytes a byte\n", m->name, name, small.us / 1000,
               large.us / 1000, (double)large.bytes / (double)plan->size);
    if (!large.ended)
        printf("%s, %s: did not end well within %d s\n", m->name, name, SECONDS);
    else if (slow)
        printf("%s, %s: %ld ms, and %ld ms for %d times as much\n", m->name, name, small.us / 1000,
               large.us / 1000, TIMES);
    else if (much)
        printf("%s, %s: %ld MB of memory for %zu KB\n", m->name, name, large.bytes >> 20,
               plan->size >> 10);
    plan->failed += slow || much;
    (void)fflush(stdout);
}

static bool is_wanted(const struct plan *plan, const struct made *m)
{
    bool wanted = plan->count == 0;
    for (int i = 0; i < plan->count; i++)
        wanted = wanted || strcmp(plan->names[i], m->name) == 0;
    return wanted;
}

static void check_all(struct plan *plan, size_t (*inputs)(const struct made **list))
{
    const struct made *list;
    size_t count = inputs(&list);
    for (size_t i = 0; i < count; i++)
        for (int bit = 0; bit < READERS && is_wanted(plan, &list[i]); bit++)
            if (list[i].readers >> bit & 1)
                check(plan, &list[i], (enum reader)(1 << bit));
}

int main(int argc, char **argv)
{
    const char *kilobytes = getenv("FOLIO_LINEAR");
    struct plan plan = {.size = KILOBYTES * 1024, .names = argv + 1, .count = argc - 1};
    if (argc == 1 && getenv("FOLIO_BRIEF")) {
        puts("FOLIO_BRIEF is set: skipped");
        return 77;
    }
    if (kilobytes)
        plan.size = strtoul(kilobytes, NULL, 10) * 1024;
    if (plan.count > 0 && strcmp(*plan.names, "--list") == 0) {
        plan.list = true;
        plan.names++;
        plan.count--;
    }
    (void)setlocale(LC_ALL, "C.UTF-8");
    plan.shared =
        mmap(NULL, sizeof *plan.shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (plan.shared == MAP_FAILED)
        return 1;
    check_all(&plan, made_envelopes);
    check_all(&plan, made_texts);
    check_all(&plan, made_markup);
    check_all(&plan, made_others);
    printf("%ld runs: %ld failed\n", plan.runs, plan.failed);
    return plan.failed > 0;
}
