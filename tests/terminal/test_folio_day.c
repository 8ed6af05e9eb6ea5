/* SPDX-License-Identifier: MIT */
/*
 * A day's work: the walks of a reader through made-up filings with real keys, on several kinds of
 * terminal, in UTF-8 and in ASCII.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "terminal/opened.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the walks are done on. */
static const struct kind {
    const char *term, *locale;
} kinds[] = {
    {"xterm-256color", "LC_ALL=C.UTF-8"}, {"xterm-256color", "LC_ALL=C"},
    {"xterm", "LC_ALL=C.UTF-8"},          {"xterm", "LC_ALL=C"},
    {"vt100", "LC_ALL=C.UTF-8"},          {"vt100", "LC_ALL=C"},
    {"tmux-256color", "LC_ALL=C.UTF-8"},  {"tmux-256color", "LC_ALL=C"},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static struct harness *open_on(const struct kind *kind, const char *name, int columns, bool again)
{
    const char *environment[] = {kind->locale, NULL};
    struct harness *h = opened_at((struct harness_setup){.term = kind->term,
                                                         .environment = environment,
                                                         .rows = 24,
                                                         .columns = columns,
                                                         .home = "day",
                                                         .keep_home = again},
                                  opened_sample(name));
    return h;
}

static void quit(struct harness *h)
{
    harness_keys(h, "Q");
    harness_expect_exit(h, 0);
    harness_end(h);
}

/* What OSC 52 has copied, decoded; the caller's buffer. */
static const char *copied(struct harness *h, char *text, size_t room)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *base64 = harness_copied(h);
    unsigned bits = 0;
    int have = 0;
    size_t length = 0;
    for (; base64 && *base64 && length + 1 < room; base64++) {
        const char *digit = strchr(digits, *base64);
        if (!digit || *base64 == '=')
            continue;
        bits = bits << 6 | (unsigned)(digit - digits);
        have += 6;
        if (have >= 8) {
            have -= 8;
            text[length++] = (char)(bits >> have & 0xFF);
        }
    }
    text[length] = '\0';
    return text;
}

static bool has_copied(struct harness *h, void *wanted)
{
    char text[4096];
    return strstr(copied(h, text, sizeof text), wanted) != NULL;
}

#define expect_copied(h, text)                                                                     \
    harness_assert_at((h), harness_wait((h), has_copied, (void *)(size_t)(text)), "copied " text,  \
                      __FILE__, __LINE__)

/* The bottom line says where the selected link leads. */
static bool leads_to_item_7(struct harness *h, void *argument)
{
    (void)argument;
    return strstr(harness_row_text(h, 23), "Item 7 MANAGEMENT") != NULL;
}

/* A 10-K: a word over the whole filing, its third hit in the notes, the reference there and back,
 * the balance sheet with a column more frozen, the total with its citation. */
static void walk_annual(const struct kind *kind)
{
    struct harness *h = open_on(kind, "10-K_1997_full.txt", 100, false);
    harness_keys(h, ":");
    harness_type(h, "set scope=filing\r");
    harness_expect_text(h, "scope: filing");
    harness_keys(h, "/");
    harness_type(h, "goodwill\r");
    harness_expect_text(h, "1 of 3");
    harness_keys(h, "nn");
    harness_expect_text(h, "3 of 3");
    harness_expect_text(h, "Goodwill, foreign sales");
    harness_keys(h, "zt Tab");
    harness_assert(h, harness_wait(h, leads_to_item_7, NULL));
    harness_keys(h, "Enter");
    harness_expect_text(h, "ITEM 7.");
    harness_keys(h, "Ctrl-O");
    harness_expect_text(h, "Goodwill, foreign sales");
    harness_keys(h, ":");
    harness_type(h, "page 14\r");
    harness_expect_text(h, "CONSOLIDATED BALANCE SHEETS");
    harness_keys(h, "t");
    harness_expect_text(h, "columns 1-");
    harness_expect_text(h, "closes the table");
    harness_keys(h, "2F");
    harness_keys(h, "G l");
    harness_expect_text(h, "Total");
    harness_keys(h, "Y");
    if (strcmp(kind->term, "vt100") != 0) {
        expect_copied(h, "MERRIMOOR PUMP & METER CORP, Form 10-K for FY 1996");
        expect_copied(h, "acc. no. ");
    }
    harness_keys(h, "q");
    harness_expect_gone(h, "closes the table");
    quit(h);
}

/* An old 8-K: its exhibit index, the exhibit, and back. */
static void walk_report(const struct kind *kind)
{
    struct harness *h = open_on(kind, "8-K_1998_notes.txt", 80, false);
    harness_keys(h, ":");
    harness_type(h, "node exhibit-index\r");
    harness_expect_text(h, "Exhibit No.");
    harness_keys(h, "Tab");
    harness_expect_text(h, "EX-4.1");
    harness_keys(h, "Enter");
    harness_expect_text(h, "dated as of July 2, 1998");
    harness_expect_text(h, "between");
    harness_keys(h, "Ctrl-O");
    harness_expect_text(h, "Exhibit No.");
    harness_keys(h, "Tab Tab");
    harness_expect_text(h, "10-K");
    quit(h);
}

/* An agreement: a defined term, and a reference to a section. */
static void walk_agreement(const struct kind *kind)
{
    struct harness *h = open_on(kind, "8-K_1998_notes.txt", 80, false);
    harness_keys(h, ":");
    harness_type(h, "exhibit 4.1\r");
    harness_expect_text(h, "between");
    harness_keys(h, ":");
    harness_type(h, "definition Senior Notes\r");
    harness_expect_text(h, "means the 7.15% senior notes");
    harness_keys(h, "Esc");
    harness_expect_gone(h, "means the 7.15% senior notes");
    harness_keys(h, ":");
    harness_type(h, "node EX-4.1/section-3.2\r");
    harness_expect_text(h, "with the premium that Section 3.3 sets");
    harness_keys(h, "Tab Enter");
    harness_expect_text(h, "The premium is 3%");
    quit(h);
}

static bool top_is_sentence(struct harness *h, void *argument)
{
    (void)argument;
    return strstr(harness_row_text(h, 1), "(\"Merrimoor\" or the") != NULL;
}

/* Left at one width, and taken up again at another: the same sentence at the top. */
static void walk_resumed(const struct kind *kind)
{
    struct harness *h = open_on(kind, "10-K_1997_full.txt", 100, false);
    harness_keys(h, ":");
    harness_type(h, "item 1\r");
    harness_expect_text(h, "since 1961");
    harness_keys(h, "j j j j");
    harness_assert(h, harness_wait(h, top_is_sentence, NULL));
    quit(h);
    h = open_on(kind, "10-K_1997_full.txt", 64, true);
    harness_assert(h, harness_wait(h, top_is_sentence, NULL));
    quit(h);
}

static void on_all(void (*walk)(const struct kind *kind))
{
    for (size_t i = 0; i < KINDS; i++) {
        print_message("TERM=%s %s\n", kinds[i].term, kinds[i].locale);
        walk(&kinds[i]);
    }
}

static void test_annual(void **state)
{
    (void)state;
    on_all(walk_annual);
}

static void test_report(void **state)
{
    (void)state;
    on_all(walk_report);
}

static void test_agreement(void **state)
{
    (void)state;
    on_all(walk_agreement);
}

static void test_resumed(void **state)
{
    (void)state;
    on_all(walk_resumed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_annual),
        cmocka_unit_test(test_report),
        cmocka_unit_test(test_agreement),
        cmocka_unit_test(test_resumed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
