/* SPDX-License-Identifier: MIT */
/* Colours in a terminal: the theme follows its background, and none are where there are none. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "terminal/opened.h"

#include <string.h>

#define QUESTION "\033]11;?\033\\"
#define WHITE "\033]11;rgb:ffff/ffff/ffff\033\\"

enum { DARK_SIGN = 221, LIGHT_SIGN = 90 };

static struct harness *open_sample(struct harness_setup setup)
{
    setup.home = "theme";
    return opened_at(setup, opened_sample("8-K_2004_bare.txt"));
}

static bool has_color(struct harness *h, void *wanted)
{
    int row, column;
    return harness_find_text(h, "▾ 8-K", &row, &column) &&
           harness_cell(h, row, column).foreground == *(int *)wanted;
}

static void expect_color(struct harness *h, int wanted)
{
    if (!harness_wait(h, has_color, &wanted))
        fail_msg("the sign of the tree is not %d", wanted);
}

static bool was_sent(struct harness *h, const char *bytes)
{
    struct slice sent = harness_sent(h);
    return slice_find(sent, slice_of(bytes)) < sent.len;
}

/* The answer comes as input: the screen is drawn anew, and none of it is taken for keys. */
static void test_answer(void **state)
{
    (void)state;
    struct harness *h = open_sample((struct harness_setup){0});
    expect_color(h, DARK_SIGN);
    assert_true(harness_wait_sent(h, QUESTION));
    harness_type(h, WHITE);
    expect_color(h, LIGHT_SIGN);
    opened_go(h, "]p", "page 2 of 4  ");
    opened_quit(h);

    /* In two parts; and a terminal that answers by itself, though its environment says light. */
    h = open_sample((struct harness_setup){0});
    assert_true(harness_wait_sent(h, QUESTION));
    harness_type(h, "\033]");
    harness_type(h, "11;rgb:ffff/ffff/ffff\007");
    expect_color(h, LIGHT_SIGN);
    opened_quit(h);
    static const char *const light[] = {"COLORFGBG=0;15", NULL};
    h = open_sample((struct harness_setup){.answers = true, .environment = light});
    expect_color(h, DARK_SIGN);
    opened_quit(h);
    h = open_sample((struct harness_setup){.environment = light});
    expect_color(h, LIGHT_SIGN);
    opened_quit(h);
}

/* Who would not understand the question is not asked, nor who shows no colours. */
static void test_not_asked(void **state)
{
    static const char *const terms[] = {"vt100", "vt220", "linux", "screen-256color"};
    static const char *const none[] = {"NO_COLOR=1", NULL};
    (void)state;
    for (size_t i = 0; i <= sizeof terms / sizeof *terms; i++) {
        bool last = i == sizeof terms / sizeof *terms;
        struct harness *h = open_sample((struct harness_setup){.term = last ? NULL : terms[i],
                                                               .environment = last ? none : NULL});
        opened_go(h, "]p", "page 2 of 4  ");
        assert_false(was_sent(h, "\033]"));
        opened_quit(h);
    }
}

/* Without colours what is found is told by attributes, whatever the theme. */
static void test_no_color(void **state)
{
    static const char *const none[] = {"NO_COLOR=1", NULL};
    (void)state;
    struct harness *h = open_sample((struct harness_setup){.environment = none});
    harness_keys(h, "/");
    harness_type(h, "candlewick\r");
    opened_go(h, "n", "1 of 1");
    struct harness_cell cell = opened_cell(h, "CANDLEWICK");
    assert_true(cell.reverse && cell.bold && cell.underline);
    assert_int_equal(cell.background, -1);
    harness_type(h, ":theme light\r");
    assert_true(harness_wait_text(h, "no colours are shown here"));
    cell = opened_cell(h, "CANDLEWICK");
    assert_true(cell.reverse);
    assert_int_equal(cell.background, -1);
    opened_quit(h);
}

/* What may follow a key is shown when nothing was typed for a while. */
static void test_hint(void **state)
{
    (void)state;
    struct harness *h = open_sample((struct harness_setup){0});
    opened_go(h, "g", "find-node");
    harness_keys(h, "Esc");
    assert_true(harness_wait_gone(h, "find-node"));
    opened_quit(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answer),
        cmocka_unit_test(test_not_asked),
        cmocka_unit_test(test_no_color),
        cmocka_unit_test(test_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
