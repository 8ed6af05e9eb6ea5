/* SPDX-License-Identifier: MIT */
/* Searching in the whole program, and how hits, the place and furniture look on the terminal. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "terminal/opened.h"

#include <string.h>

static const char here[] = "on this page";

/* Searching while typing: the only hit is on page 2 and is found there in page scope. */
static void test_on_its_page(void **state)
{
    (void)state;
    struct harness *h = opened_bare("search");
    opened_go(h, "]p", "page 2 of 4  ");
    harness_keys(h, "/");
    harness_type(h, "webc");
    harness_expect_text(h, "/webc");
    harness_expect_text(h, "1 of 1 on this page");
    harness_assert(h, harness_cursor(h).visible);
    harness_type(h, "ast\r");
    harness_expect_text(h, "/webcast");
    harness_expect_text(h, "1 of 1");
    harness_keys(h, "n");
    harness_expect_text(h, "went on at the beginning");
    opened_quit(h);
}

/* Elsewhere the page has none, and one key goes to the wider scope. */
static void check_offer(int page, const char *keys)
{
    char top[] = "page 1 of 4  ";
    struct harness *h = opened_bare("search");
    top[5] = (char)('0' + page);
    if (keys)
        harness_keys(h, keys);
    harness_expect_text(h, top);
    harness_keys(h, "/");
    harness_type(h, "webcast");
    harness_expect_text(h, "not on this page");
    harness_expect_text(h, "Ctrl-T");
    harness_assert(h, strstr(harness_row_text(h, 23), "1 in this document") != NULL);
    harness_assert(h, !opened_shows(h, "investors"));
    harness_keys(h, "Ctrl-T");
    harness_expect_text(h, "webcast of the call");
    harness_keys(h, "Enter");
    harness_expect_text(h, "1 of 1");
    harness_assert(h, !opened_shows(h, "not on this page"));
    opened_quit(h);
}

static void test_offer(void **state)
{
    (void)state;
    check_offer(1, NULL);
    check_offer(3, "]p ]p");
    check_offer(4, "G");
}

static void test_nowhere(void **state)
{
    (void)state;
    struct harness *h = opened_bare("search");
    harness_keys(h, "/");
    harness_type(h, "zebra\r");
    harness_expect_text(h, "zebra");
    harness_expect_text(h, "not");
    harness_assert(h, harness_wait_text(h, "page 1 of 4") || opened_shows(h, "zebra"));
    harness_keys(h, "Esc /");
    harness_type(h, "(");
    harness_expect_text(h, "parenthesis");
    harness_keys(h, "Esc");
    harness_expect_gone(h, "parenthesis");
    harness_expect_text(h, "F1 help");
    opened_quit(h);
}

/* All four scopes, and hits in an exhibit that is another document. */
static void test_scopes(void **state)
{
    (void)state;
    struct harness *h = opened_at((struct harness_setup){.home = "search", .columns = 120},
                                  opened_sample("10-K_1997_full.txt"));
    harness_expect_text(h, "Part IV");
    harness_keys(h, "]]");
    harness_expect_text(h, "page 3 (1) of 28");
    harness_keys(h, "/");
    harness_type(h, "lathrop");
    harness_expect_text(h, "not on this page");
    harness_keys(h, "Ctrl-U");
    harness_type(h, "Pump");
    harness_expect_text(h, here);
    opened_go(h, "Ctrl-T", "in this section");
    opened_go(h, "Ctrl-T", "in this document");
    opened_go(h, "Ctrl-T", "in this filing");
    harness_keys(h, "Esc");
    harness_expect_text(h, "page 3 (1) of 28");
    opened_quit(h);
}

static bool same_look(struct harness_cell a, struct harness_cell b)
{
    return a.foreground == b.foreground && a.background == b.background && a.bold == b.bold &&
           a.italic == b.italic && a.underline == b.underline && a.reverse == b.reverse;
}

static struct harness *find_pellucid(const char *const *environment, const char *term)
{
    struct harness *h = opened_at(
        (struct harness_setup){
            .home = "search", .columns = 160, .rows = 40, .environment = environment, .term = term},
        opened_sample("8-K_2004_bare.txt"));
    harness_expect_text(h, "99.2 not in this file");
    harness_keys(h, "]p");
    harness_expect_text(h, "page 2 of 4  ");
    harness_keys(h, "/");
    harness_type(h, "Pellucid\r");
    harness_expect_text(h, "1 of ");
    harness_expect_text(h, "q quit");
    return h;
}

static bool is_marked(struct harness *h, void *unused)
{
    (void)unused;
    return !same_look(opened_cell(h, "Pellucid Instruments"),
                      opened_cell(h, "results for the quarter"));
}

/* The hit at which one is, the others, and text that is none, each look differently. */
static void check_hits(struct harness *h, bool colors)
{
    harness_assert(h, harness_wait(h, is_marked, NULL));
    struct harness_cell now = opened_cell(h, "Pellucid Instruments");
    struct harness_cell hit = opened_cell(h, "Pellucid) announced");
    struct harness_cell text = opened_cell(h, "results for the quarter");
    harness_assert(h, !same_look(now, text));
    harness_assert(h, !same_look(hit, text));
    harness_assert(h, !same_look(now, hit));
    harness_assert(h, (hit.background >= 0) == colors);
    harness_assert(h, text.background == -1 && text.foreground == -1);
    /* Only the letters of the hit. */
    harness_assert(h, same_look(opened_cell(h, " announced"), text));
    opened_go(h, "Alt-u", "/Pellucid");
    opened_quit(h);
}

static void test_hits(void **state)
{
    (void)state;
    static const char *const no_color[] = {"NO_COLOR=1", NULL};
    check_hits(find_pellucid(NULL, NULL), true);
    check_hits(find_pellucid(NULL, "linux"), true);
    check_hits(find_pellucid(no_color, NULL), false);
    check_hits(find_pellucid(NULL, "vt100"), false);
}

static bool looks_otherwise(struct harness *h, void *current)
{
    return !same_look(opened_cell(h, "Item 12  R"), *(struct harness_cell *)current);
}

/* The node that is read looks otherwise than the rest, and has a mark besides. */
static void test_current_node(void **state)
{
    (void)state;
    struct harness *h = opened_bare("search");
    struct harness_cell current = opened_cell(h, "Cover");
    struct harness_cell other = opened_cell(h, "Exhibit Index");
    harness_assert(h, !same_look(current, other));
    opened_go(h, "]p", "page 2 of 4  ");
    harness_assert(h, opened_wait_current(h, "Item 12"));
    harness_assert(h, same_look(opened_cell(h, "Cover"), other));
    harness_assert(h, same_look(opened_cell(h, "Item 12  R"), current));
    harness_keys(h, "F6");
    harness_assert(h, harness_wait(h, looks_otherwise, &current));
    opened_quit(h);
}

/* Without colours running heads and page numbers are dim; the text and its numbers are not; /-3-
 * finds none. */
static void test_furniture(void **state)
{
    (void)state;
    static const char *const environment[] = {"NO_COLOR=1", NULL};
    struct harness *h = opened_at(
        (struct harness_setup){
            .home = "search", .columns = 160, .rows = 60, .environment = environment},
        opened_sample("10-Q_1995_ims.txt"));
    harness_expect_text(h, "EX-27");
    opened_go(h, "]p ]p", "page 3 of 12");
    harness_expect_text(h, "-3-");
    harness_assert(h, harness_wait_text(h, "QUILLBACK STORES, INC."));
    /* Below the running head the Part begins: the tree is there, not at what came before. */
    harness_assert(h, opened_wait_current(h, "Part I"));
    harness_assert(h, strstr(harness_dim_text(h), "-3-") != NULL);
    harness_assert(h, strstr(harness_dim_text(h), "QUILLBACK STORES, INC.") != NULL);
    harness_assert(h, strstr(harness_dim_text(h), "Net sales") == NULL);
    harness_keys(h, "/");
    harness_type(h, "-3-\r");
    harness_expect_text(h, "not on this page");
    harness_keys(h, "Esc");
    opened_quit(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_on_its_page), cmocka_unit_test(test_offer),
        cmocka_unit_test(test_nowhere),     cmocka_unit_test(test_scopes),
        cmocka_unit_test(test_hits),        cmocka_unit_test(test_current_node),
        cmocka_unit_test(test_furniture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
