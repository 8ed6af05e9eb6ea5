/* SPDX-License-Identifier: MIT */
/* What the tests of the whole program share. */
#include "terminal/opened.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 8 };

const char *opened_sample(const char *name)
{
    static char paths[4][OPENED_PATH];
    static int next;
    char *path = paths[next++ % 4];
    const char *top = getenv("abs_srcdir");
    (void)snprintf(path, OPENED_PATH, "%s/samples/%s", top ? top : "..", name);
    return path;
}

const char *opened_corpus(const char *name)
{
    static char path[OPENED_PATH];
    const char *folder = getenv("FOLIO_CORPUS");
    (void)snprintf(path, sizeof path, "%s/%s", folder ? folder : "../shared/corpus", name);
    return access(path, R_OK) == 0 ? path : NULL;
}

struct harness *opened_start(struct harness_setup setup, const char *const *arguments)
{
    const char *argv[MOST_ARGUMENTS + 1] = {getenv("FOLIO")};
    if (!argv[0])
        argv[0] = "./folio";
    for (size_t i = 0; arguments[i] && i + 1 < MOST_ARGUMENTS; i++)
        argv[i + 1] = arguments[i];
    setup.argv = argv;
    return harness_start(&setup);
}

struct harness *opened_at(struct harness_setup setup, const char *path)
{
    const char *const arguments[] = {path, NULL};
    struct harness *h = opened_start(setup, arguments);
    harness_expect_text(h, "F1 help");
    harness_expect_text(h, " of ");
    return h;
}

struct harness *opened_bare(const char *home)
{
    struct harness *h =
        opened_at((struct harness_setup){.home = home}, opened_sample("8-K_2004_bare.txt"));
    harness_expect_text(h, "page 1 of 4");
    harness_expect_text(h, "99.2 not in this file");
    harness_expect_text(h, "8-K \xE2\x80\xBA Cover");
    return h;
}

void opened_go(struct harness *h, const char *keys, const char *shows)
{
    harness_keys(h, keys);
    if (!harness_wait_text(h, shows)) {
        (void)fprintf(stderr, "after the keys %s\n", keys);
        harness_assert_at(h, false, shows, __FILE__, __LINE__);
    }
}

struct harness_cell opened_cell(struct harness *h, const char *text)
{
    int row = 0, column = 0;
    harness_assert_at(h, harness_find_text(h, text, &row, &column), text, __FILE__, __LINE__);
    return harness_cell(h, row, column);
}

/* The tree is the first pane: its rows begin at the left, between the two bars. */
bool opened_is_current(struct harness *h, const char *name)
{
    static const char mark[] = "\xE2\x80\xBA";
    for (int row = 1; row < 60; row++) {
        const char *text = harness_row_text(h, row);
        if (strncmp(text, mark, sizeof mark - 1) != 0)
            continue;
        const char *edge = strstr(text, "\xE2\x94\x82");
        const char *found = strstr(text, name);
        return found && (!edge || found < edge);
    }
    return false;
}

static bool current(struct harness *h, void *name)
{
    return opened_is_current(h, name);
}

bool opened_wait_current(struct harness *h, const char *name)
{
    return harness_wait(h, current, (void *)(uintptr_t)name);
}

bool opened_shows(struct harness *h, const char *text)
{
    return harness_find_text(h, text, NULL, NULL);
}

bool opened_is_restored(struct harness *h)
{
    return harness_mode(h, 1049) != 1 && harness_mode(h, 1000) != 1 && harness_mode(h, 25) != 0;
}

bool opened_can_stop(void)
{
    return !getenv("HARNESS_NO_STOP");
}

void opened_quit(struct harness *h)
{
    harness_keys(h, "q");
    harness_expect_exit(h, 0);
    harness_assert(h, opened_is_restored(h) && harness_is_cooked(h));
    harness_end(h);
}
