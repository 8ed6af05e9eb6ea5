/* SPDX-License-Identifier: MIT */
/* Reading a whole filing by keys: both panes, each page and each node of a bare 8-K. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "terminal/opened.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGES = 4, SCREENS_MOST = 40 };

static const char seed_name[] = "8-K_2004_sonus-networks_seed.txt";

/* What stands on one page only, in the text pane of both sizes. */
struct filing {
    const char *path;
    const char *first[PAGES]; /* in the page's first line with letters */
    const char *only[PAGES];  /* further down */
};

static struct filing bare(void)
{
    return (struct filing){
        .path = opened_sample("8-K_2004_bare.txt"),
        .first = {"-----", "Item 12. RESULTS OF OPERATIONS AND", "     SIGNATURE",
                  "     Exhibit Index"},
        .only = {"COMMISSION", "webcast", "/s/ H", "99.1 Press release"},
    };
}

static bool seed(struct filing *f)
{
    *f = bare();
    f->path = opened_corpus(seed_name);
    f->only[2] = "/s/ S";
    if (!f->path)
        print_message("skipped: the corpus does not hold %s\n", seed_name);
    return f->path != NULL;
}

static struct harness *open_at(const struct filing *f, int rows, int columns)
{
    struct harness *h = opened_at(
        (struct harness_setup){.rows = rows, .columns = columns, .home = "walk"}, f->path);
    harness_expect_text(h, "page 1 of 4");
    harness_expect_text(h, "99.2 not in this file");
    harness_expect_text(h, "8-K \xE2\x80\xBA Cover");
    return h;
}

/* What only one page has is never seen beside what only another has. */
static bool mixes_pages(struct harness *h, const struct filing *f)
{
    int pages = 0;
    for (int i = 0; i < PAGES; i++)
        pages += opened_shows(h, f->only[i]);
    return pages > 1;
}

struct top {
    const struct filing *filing;
    int page;
};

/* The page's first line stands in the first row of the text, the status line says its number. A
 * screen that has come in part may look otherwise, so this is waited for. */
static bool is_top(struct harness *h, void *argument)
{
    const struct top *t = argument;
    char status[32];
    int row = 0;
    (void)snprintf(status, sizeof status, "page %d of 4  ", t->page + 1);
    return opened_shows(h, status) && harness_find_text(h, t->filing->first[t->page], &row, NULL) &&
           row == 1 && !mixes_pages(h, t->filing);
}

static void expect_top_at(struct harness *h, const struct filing *f, int page, int line)
{
    struct top t = {f, page};
    harness_assert_at(h, harness_wait(h, is_top, &t), f->first[page], __FILE__, line);
}

#define expect_top(h, f, page) expect_top_at((h), (f), (page), __LINE__)

static void check_tree(struct harness *h)
{
    static const char *const rows[] = {"8-K",
                                       "Cover",
                                       "Item 12",
                                       "SIGNATURE",
                                       "Exhibit Index",
                                       "99.1 not in this file",
                                       "99.2 not in this file"};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *row = harness_row_text(h, (int)i + 1);
        const char *edge = strstr(row, "\xE2\x94\x82");
        const char *found = strstr(row, rows[i]);
        harness_assert_at(h, edge && found && found < edge, rows[i], __FILE__, __LINE__);
    }
}

static void check_first_screen(const struct filing *f, int rows, int columns)
{
    struct harness *h = open_at(f, rows, columns);
    expect_top(h, f, 0);
    check_tree(h);
    harness_assert(h, opened_is_current(h, "Cover"));
    harness_assert(h, strstr(harness_row_text(h, 0), "8-K_2004_") != NULL);
    const char *status = harness_row_text(h, rows - 1);
    harness_assert(h, strstr(status, "8-K \xE2\x80\xBA Cover") != NULL);
    harness_assert(h, strstr(status, "page 1 of 4") != NULL);
    harness_assert(h, strstr(status, "F1 help") && strstr(status, "q quit"));
    harness_assert(h, strchr(status, '%') != NULL);
    opened_quit(h);
}

static void test_first_screen(void **state)
{
    (void)state;
    struct filing f = bare();
    check_first_screen(&f, 24, 80);
    check_first_screen(&f, 60, 200);
    if (seed(&f)) {
        check_first_screen(&f, 24, 80);
        check_first_screen(&f, 60, 200);
    }
}

/* Page by page there and back, and by items, headings and ends. */
static void walk_by_keys(const struct filing *f, int rows, int columns)
{
    static const char *const nodes[PAGES] = {"Cover", "Item 12", "SIGNATURE", "Exhibit Index"};
    struct harness *h = open_at(f, rows, columns);
    for (int page = 1; page < PAGES; page++) {
        harness_keys(h, "]p");
        expect_top(h, f, page);
        harness_assert(h, opened_wait_current(h, nodes[page]));
    }
    harness_keys(h, "]p");
    harness_expect_text(h, "this is the end of the filing");
    for (int page = PAGES - 2; page >= 0; page--) {
        harness_keys(h, "[p");
        expect_top(h, f, page);
        harness_assert(h, opened_wait_current(h, nodes[page]));
    }
    harness_keys(h, "]]");
    expect_top(h, f, 1);
    harness_keys(h, "G");
    harness_expect_text(h, "page 4 of 4");
    harness_expect_text(h, f->only[3]);
    harness_keys(h, "[[");
    expect_top(h, f, 1);
    harness_keys(h, "gg");
    expect_top(h, f, 0);
    opened_quit(h);
}

static void test_walk(void **state)
{
    (void)state;
    struct filing f = bare();
    walk_by_keys(&f, 24, 80);
    walk_by_keys(&f, 60, 200);
    if (seed(&f)) {
        walk_by_keys(&f, 24, 80);
        walk_by_keys(&f, 60, 200);
    }
}

/* Another screen, and all of it: then the cursor is back at the first place of the text. */
static bool is_another(struct harness *h, void *before)
{
    int row = 0, column = 0;
    struct harness_cursor cursor = harness_cursor(h);
    return strcmp(harness_screen_text(h), before) != 0 &&
           harness_find_text(h, "\xE2\x94\x82", &row, &column) && cursor.row == row &&
           cursor.column == column + 1;
}

/* Screen by screen to the end: each page in its turn from its top, and never two at once. */
static void screen_by_screen(const struct filing *f, int rows, int columns, const char *key)
{
    struct harness *h = open_at(f, rows, columns);
    bool seen[PAGES] = {false};
    int page = 0;
    for (int i = 0; i < SCREENS_MOST; i++) {
        harness_assert(h, !mixes_pages(h, f));
        for (int p = page; p < PAGES; p++)
            seen[p] = seen[p] || opened_shows(h, f->only[p]);
        if (opened_shows(h, "page 4 of 4  "))
            break;
        char *before = strdup(harness_screen_text(h));
        harness_keys(h, key);
        harness_assert(h, harness_wait(h, is_another, before));
        free(before);
        char status[32];
        (void)snprintf(status, sizeof status, "page %d of 4  ", page + 2);
        if (opened_shows(h, status))
            expect_top(h, f, ++page);
    }
    harness_assert(h, page == PAGES - 1);
    for (int p = 0; p < PAGES; p++)
        harness_assert(h, seen[p]);
    opened_quit(h);
}

static void test_screens(void **state)
{
    (void)state;
    struct filing f = bare();
    screen_by_screen(&f, 24, 80, "Space");
    screen_by_screen(&f, 24, 80, "PgDn");
    screen_by_screen(&f, 60, 200, "Space");
    screen_by_screen(&f, 11, 80, "Space");
    screen_by_screen(&f, 24, 80, "Ctrl-D");
    if (seed(&f))
        screen_by_screen(&f, 24, 80, "Space");
}

/* The tree by keys: the text follows, and a row that has no document goes to its line. */
static void walk_tree(const struct filing *f, const char *to_tree)
{
    struct harness *h = open_at(f, 24, 80);
    harness_keys(h, to_tree);
    harness_assert(h, harness_wait_cursor(h, 2, 0));
    harness_keys(h, "j Enter");
    expect_top(h, f, 1);
    harness_assert(h, opened_wait_current(h, "Item 12"));
    opened_quit(h);
    h = open_at(f, 24, 80);
    harness_keys(h, to_tree);
    harness_keys(h, "j j j j Enter");
    harness_expect_text(h, "page 4 of 4");
    harness_assert(h, opened_wait_current(h, "99.1"));
    harness_expect_text(h, "not in this file");
    harness_expect_text(h, f->only[3]);
    opened_quit(h);
}

static void test_tree(void **state)
{
    (void)state;
    struct filing f = bare();
    walk_tree(&f, "Ctrl-W w");
    walk_tree(&f, "F6");
    walk_tree(&f, "Ctrl-W h");
    if (seed(&f))
        walk_tree(&f, "F6");
}

static void test_folds(void **state)
{
    (void)state;
    struct harness *h = opened_bare("walk");
    opened_go(h, "zM", "+");
    harness_expect_gone(h, "99.1 not");
    opened_go(h, "zR", "99.1 not in this file");
    opened_go(h, "Ctrl-W o", "Specified in its Charter)");
    harness_expect_gone(h, "Exhibit Index");
    opened_go(h, "Ctrl-W o", "Exhibit Index");
    opened_quit(h);
}

static void test_commands(void **state)
{
    (void)state;
    struct filing f = bare();
    struct harness *h = open_at(&f, 24, 80);
    harness_keys(h, ":");
    harness_type(h, "page 3\r");
    expect_top(h, &f, 2);
    harness_keys(h, ":");
    harness_type(h, "item 12\r");
    expect_top(h, &f, 1);
    harness_keys(h, ":");
    harness_type(h, "item 13\r");
    harness_expect_text(h, "there is no Item 13");
    harness_assert(h, opened_shows(h, f.first[1]) && !opened_shows(h, f.only[2]));
    harness_keys(h, ":");
    harness_type(h, "nonsense\r");
    harness_expect_text(h, "no command is called nonsense");
    harness_keys(h, ":");
    harness_type(h, "page 77\r");
    harness_expect_text(h, "77");
    harness_keys(h, ":");
    harness_type(h, "set flow\r:");
    harness_type(h, "page 2\r");
    /* In one flow the end of a page and the next one's top are on one screen. */
    harness_expect_text(h, "webcast");
    harness_keys(h, "4 Ctrl-Y");
    harness_expect_text(h, "page 1 of 4 \xE2\x94\x80");
    harness_assert(h, opened_shows(h, "Item 12. RESULTS"));
    opened_quit(h);
}

static void test_help(void **state)
{
    (void)state;
    struct filing f = bare();
    struct harness *h = open_at(&f, 24, 80);
    harness_keys(h, "]p F1");
    harness_expect_text(h, "half a screen down");
    harness_expect_text(h, "closes the help");
    harness_expect_gone(h, "Exhibit Index");
    harness_keys(h, "G");
    harness_expect_gone(h, "half a screen down");
    harness_keys(h, "q");
    expect_top(h, &f, 1);
    opened_go(h, "F1", "closes the help");
    harness_keys(h, "Esc");
    expect_top(h, &f, 1);
    opened_quit(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_screen), cmocka_unit_test(test_walk),
        cmocka_unit_test(test_screens),      cmocka_unit_test(test_tree),
        cmocka_unit_test(test_folds),        cmocka_unit_test(test_commands),
        cmocka_unit_test(test_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
