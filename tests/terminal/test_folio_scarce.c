/* SPDX-License-Identifier: MIT */
/*
 * The reader on its terminal when memory runs out: the terminal is given back as it was, one line
 * on it says why, and what is remembered is whole. Or nobody notices, as the memory was not needed.
 *
 * Some of the requests for memory fail, spread over a walk; FOLIO_EVERY=1 lets every one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "faults/scarce.h"
#include "terminal/opened.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STEPS = 30, FAILED = 2 };

static const char sample[] = "8-K_2004_bare.txt";
static const char kept[] = "history";
static const char words[] = "out of memory";

static struct harness *start(const char *which, bool keep)
{
    char program[OPENED_PATH], variable[64];
    const char *top = getenv("abs_builddir");
    (void)snprintf(program, sizeof program, "%s/tests/faults/scarce_folio", top ? top : ".");
    (void)snprintf(variable, sizeof variable, "FOLIO_SCARCE=%s", which);
    const char *const argv[] = {program, opened_sample(sample), NULL};
    const char *const environment[] = {variable, "FOLIO_REQUESTS=requests", NULL};
    return harness_start(&(struct harness_setup){
        .argv = argv, .environment = environment, .home = "scarce", .keep_home = keep});
}

/* Reads, searches, looks at the help, and leaves. Stops where the program has ended. */
static void walk(struct harness *h)
{
    static const struct {
        const char *keys, *typed, *shows;
    } steps[] = {
        {NULL, "", "99.2 not in this file"},
        {"g g", "", "page 1 of 4"}, /* the run before may have left it further on */
        {"]]", "", "page 2 of 4"},
        {"/", "", "Esc leaves"},
        {NULL, "the", "on this page"},
        {"Enter", "", "1 of"},
        {"F1", "", "closes the help"},
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (steps[i].keys)
            harness_keys(h, steps[i].keys);
        harness_type(h, steps[i].typed);
        if (!harness_wait_text(h, steps[i].shows))
            return;
    }
    harness_keys(h, "Q");
}

/* A file of state is whole: its first line and the end of its last are there. */
static bool is_whole(struct harness *h, const char *name)
{
    char path[OPENED_PATH], text[4096];
    (void)snprintf(path, sizeof path, "%s/state/folio/%s", harness_home(h), name);
    FILE *f = fopen(path, "r");
    size_t len = f ? fread(text, 1, sizeof text, f) : 0;
    if (f)
        (void)fclose(f);
    return len > 0 && strncmp(text, "folio ", 6) == 0 && text[len - 1] == '\n';
}

static size_t count_requests(void)
{
    char text[32] = "";
    struct harness *h = start("0", false);
    walk(h);
    harness_expect_exit(h, 0);
    harness_assert(h, is_whole(h, kept));
    harness_end(h);
    FILE *f = fopen("requests", "r");
    assert_non_null(f);
    assert_non_null(fgets(text, sizeof text, f));
    (void)fclose(f);
    return strtoul(text, NULL, 10);
}

static void run_short_of(size_t request, bool for_good)
{
    char which[32];
    int status;
    (void)snprintf(which, sizeof which, "%zu%s", request, for_good ? "+" : "");
    struct harness *h = start(which, true);
    walk(h);
    bool ended = harness_wait_exit(h, &status) && WIFEXITED(status);
    bool right = ended && (WEXITSTATUS(status) == 0 ||
                           (WEXITSTATUS(status) == FAILED && opened_shows(h, words)));
    if (!right)
        (void)fprintf(stderr, "request %s\n", which);
    harness_assert(h, right);
    harness_assert(h, opened_is_restored(h));
    harness_assert(h, harness_is_cooked(h));
    harness_assert(h, is_whole(h, kept));
    harness_end(h);
}

static void test_walk(void **state)
{
    (void)state;
    if (!scarce_works())
        skip();
    const char *every = getenv("FOLIO_EVERY");
    size_t count = count_requests(), step = every && *every ? 1 : count / STEPS + 1;
    assert_true(count > 1000);
    for (size_t i = 0, request = 1; request <= count; request += step, i++) {
        run_short_of(request, i % 2);
        if (step == 1)
            run_short_of(request, !(i % 2));
    }
    (void)unlink("requests");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_walk)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
