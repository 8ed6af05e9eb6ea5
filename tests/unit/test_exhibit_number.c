/* SPDX-License-Identifier: MIT */
/* Numbers of exhibits and their marks. */
#include "outline/exhibits/exhibit_number.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void test_read(void **state)
{
    static const struct {
        const char *line, *text, *behind;
        enum exhibit_shape shape;
    } rows[] = {
        {"10.1 Lease", "10.1", "", EXHIBIT_SHAPED},
        {"10.23*+  Lease", "10.23", "*+", EXHIBIT_SHAPED},
        {"10.2 †\tLease", "10.2", "†", EXHIBIT_SHAPED},
        {"10.2.* Lease", "10.2", "*", EXHIBIT_SHAPED},
        {"3.1^(2) Articles", "3.1", "^(2)", EXHIBIT_SHAPED},
        {"(10)(iii)(A) Plan", "10)(iii)(A)", "", EXHIBIT_SHAPED},
        {"(3-1) Articles", "3-1)", "", EXHIBIT_SHAPED},
        {"(3)A. Articles", "3)A", "", EXHIBIT_SHAPED},
        {"31-A  Certificate", "31-A", "", EXHIBIT_SHAPED},
        {"4.1–4.3 Notes", "4.1–4.3", "", EXHIBIT_SHAPED},
        {"4.1 through 4.3 Notes", "4.1 through 4.3", "", EXHIBIT_SHAPED},
        {"10-K  Plan", "10-K", "", EXHIBIT_SHAPED},
        {"Exhibit 99: Letter", "99", "", EXHIBIT_SHAPED},
        {"(99) Letter", "99", "", EXHIBIT_PLAIN},
        {"27. Schedule", "27", "", EXHIBIT_PLAIN},
        {"(a) By-laws", "(a)", "", EXHIBIT_SUB},
        {"B. By-laws", "B", "", EXHIBIT_SUB},
        {"(a)(1)(A)* Offer", "(a)(1)(A)", "*", EXHIBIT_LETTERS},
        {"Exhibit A Agreement", "A", "", EXHIBIT_LETTERS},
    };
    static const char *const none[] = {"333-12345 Form", "1996 was", "10-K for", "12% notes", "",
                                       "10, 1997",       "(10 Plan", "At ",      "(12345) x"};
    (void)state;
    struct exhibit_number n;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (!exhibit_number_read(slice_of(rows[i].line), &n) || n.shape != rows[i].shape ||
            !slice_equal(n.text, slice_of(rows[i].text)) ||
            !slice_equal(n.behind, slice_of(rows[i].behind)))
            fail_msg("%s: %.*s", rows[i].line, (int)n.text.len, n.text.at);
    }
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        if (exhibit_number_read(slice_of(none[i]), &n))
            fail_msg("%s", none[i]);
}

static void test_marks(void **state)
{
    (void)state;
    struct slice rest = slice_of("**†, (1)(C) x");
    static const char *const marks[] = {"**", "†", "(1)", "(C)"};
    struct slice mark;
    for (size_t i = 0; i < 4; i++) {
        assert_true(exhibit_number_next_mark(&rest, &mark));
        assert_true(slice_equal(mark, slice_of(marks[i])));
    }
    assert_false(exhibit_number_next_mark(&rest, &mark));
}

static void test_tail(void **state)
{
    static const char *const rows[][2] = {
        {"Plan.*+", "*+"}, {"Plan (1)", "(1)"}, {"Plan (12) †", "(12) †"},
        {"Plan", ""},      {"Plan (as)", ""},   {"*", "*"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct slice tail = exhibit_number_tail(slice_of(rows[i][0]));
        if (!slice_equal(tail, slice_of(rows[i][1])))
            fail_msg("%s: %.*s", rows[i][0], (int)tail.len, tail.at);
    }
}

static void test_joined(void **state)
{
    static const char *const rows[][3] = {
        {"3(a) through 3(p).", "3(a)", "3(p)"},
        {"3.1, 3.2", "3.1", "3.2"},
        {"3.1, and Exhibit 3.2)", "3.1", "3.2"},
        {"3.1–3.4", "3.1", "3.4"},
        {"3.1 hereto", "3.1", ""},
        {"3.1 3.2", "3.1", ""},
        {"3.1 and", "3.1", ""},
        {"3.1", "3.1", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct slice text = slice_of(rows[i][0]);
        struct slice next =
            exhibit_number_joined(text, slice_cut(text, 0, slice_of(rows[i][1]).len));
        if (!slice_equal(next, slice_of(rows[i][2])))
            fail_msg("%s: %.*s", rows[i][0], (int)next.len, next.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_tail),
        cmocka_unit_test(test_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
