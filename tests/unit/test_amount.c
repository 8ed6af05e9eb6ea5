/* SPDX-License-Identifier: MIT */
/* Which printed numbers are the one that is looked for, and what the filter may ask for. */
#include "search/amount.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "search/pattern.h"

#define NBSP "\xC2\xA0"

/* The matches as text, "|" between them, "~" before those at another scale. */
static void write_matches(const char *pattern, const char *text, struct buffer *out)
{
    struct error e = {0};
    struct pattern_options options = {.number = true};
    struct pattern *p = pattern_new(slice_of(pattern), options, &e);
    if (!p)
        fail_msg("%s: %s", pattern, e.message);
    struct matcher *m = matcher_new(p);
    struct slice s = slice_of(text);
    size_t start, end;
    for (size_t at = 0; matcher_find(m, s, at, s.len, &start, &end) == PATTERN_HIT; at = end) {
        assert_true(start >= at && end > start && end <= s.len);
        buffer_addf(out, "%s%s", out->len ? "|" : "", matcher_is_scaled(m) ? "~" : "");
        buffer_add(out, slice_cut(s, start, end));
    }
    const struct prefilter *f = pattern_prefilter(p);
    if (out->len > 0 && f && prefilter_find(f, s, 0, s.len) == s.len)
        fail_msg("%s: the filter passes over %s", pattern, text);
    matcher_free(m);
    pattern_free(p);
}

struct row {
    const char *pattern, *text, *found;
};

static void check(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buffer out = {0};
        write_matches(rows[i].pattern, rows[i].text, &out);
        if (strcmp(buffer_text(&out), rows[i].found) != 0)
            fail_msg("%s in \"%s\": \"%s\"", rows[i].pattern, rows[i].text, buffer_text(&out));
        buffer_deinit(&out);
    }
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))

static void test_same(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"=1,234.5", "$ (1,234.5)", "(1,234.5)"},
        {"=1,234.5", "1,234.50", "1,234.50"},
        {"=1,234.5", "-1234.5 $1,234.5", "-1234.5|1,234.5"},
        {"=1,234.5", "1" NBSP "234.5", "1" NBSP "234.5"},
        {"=1234.5", "Total\t$\t(1,234.5\t)", "(1,234.5"},
        {"=1,234.5", "11,234.5 1,234.56 1,234.5.6 1,234.51", ""},
        {"=1,234.50", "1,234.5", "1,234.5"},
        {"= $ (1,234.5)", "1,234.5 (1,234.5) -1,234.5 $(1,234.5)", "(1,234.5)|-1,234.5|(1,234.5)"},
        {"=-5", "range 4-5, 3-5 and -5", "-5"},
        {"=+5", "-5 (5) 5 +5", "5|5"},
        {"=.5", "0.5 .50 0.05 5", "0.5|.50"},
        {"=0.5", ".5", ".5"},
        {"=0", "0 0.00 10 0.1", "0|0.00"},
        {"=12.5%", "12.5 12.5% 12.5 percent (12.5)% 12.5\t%", "12.5%|12.5|(12.5)%|12.5"},
        {"=12.5", "12.5%", "12.5%"},
        {"1,234", "1234", "1234"},
        {"=1,234", "1.234 12,34 1,2345", ""},
        {"=1.2 million", "1.2 million, 1,200,000, 1,200 thousand, 1.2, 1.2 billion",
         "1.2|1,200,000|1,200"},
        {"=1,204", "1.2 million 1,204,000 1,204 thousand", "1,204"},
        {"=1204000", "1,204,000 12,04,000 1204000 1'204'000",
         "1,204,000|12,04,000|1204000|1'204'000"},
        {"=29,267", "EUR 29 267 million", "29 267"},
        {"=1,234.5", "1 234.5 11 234.5 1  234.5 1 234.56 1 234 567.5", "1 234.5"},
        {"=234.5", "1 234.5", "234.5"},
        {"=267", "29 267", "267"},
        {"=-29,267", "(29 267)", "(29 267)"},
        {"=2003", "12/31/2003 2003 FY2003", "2003"},
    };
    CHECK(rows);
}

static void test_scaled(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"=~1,204,000", "1,204 1,204,000 1.2 million 1.204 billion",
         "~1,204|1,204,000|~1.2|~1.204"},
        {"=~1,204", "$1,204,319 1,204.4 1,203.6 1,205 1,204,600", "~1,204,319|~1,204.4|~1,203.6"},
        {"=~1,204", "1.2 billion $1.20 million 1.2 1.20 1", "~1.2|~1.20|~1.20"},
        {"=~1.2 billion", "1,204 1,249,999 $1,200 million 12.0", "~1,204|~1,249,999|1,200"},
        {"=~1.2 billion", "1.2 million 1.20 billion", "1.20"},
        {"=~1.2 billion", "1,204 million 120 1.2% 1.15% 12,040,000 1,204,000,000",
         "~1,204|~1,204,000,000"},
        {"=~1,204", "1.2% 1.204 thousand 1.2 thousand", "~1.204|~1.2"},
        {"=~996", "1.0 million 0.996 995,500 99.6", "~1.0|~0.996|~995,500"},
        {"=~1,996", "2.0 billion 2,000 1.996", "~2.0|~1.996"},
        {"=~1,200", "1,199,600 1,200,400 1,199,400", "~1,199,600|~1,200,400"},
        {"=~12.54%", "12.5% 12.5 12.540% 13%", "~12.5%|12.540%"},
        {"=~-1,204", "(1,204,000) 1,204,000", "~(1,204,000)"},
        {"=~2,003", "2003 2003000 555-2003 2,003,400 2,003.4", "2003|2003|~2,003,400|~2,003.4"},
        {"=~5", "5,000,000 5 5 million", "5|5"},
    };
    CHECK(rows);
}

static void test_errors(void **state)
{
    (void)state;
    static const char *const texts[] = {"=",
                                        "=~",
                                        "=a",
                                        "=1,2,3",
                                        "=12 monkeys",
                                        "=1.2.3",
                                        "= x 5",
                                        "=+-5",
                                        "=$",
                                        "=12/31/2003",
                                        "=5 %x",
                                        "=5 millions of",
                                        "=a5",
                                        "=-x5",
                                        "=(5)x",
                                        "=1 2",
                                        "=12345678901234567890"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct error e = {0};
        struct amount a;
        if (amount_read(slice_of(texts[i]), &a, &e))
            fail_msg("%s is taken", texts[i]);
        assert_int_equal(e.kind, ERROR_PATTERN);
        assert_non_null(strstr(e.message, "a number is needed"));
    }
}

/* The filter's words for a number that ends in zeros, and for those that have none. */
static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *words;
    } rows[] = {
        {"=1,234.5", "1234.5|1,234.5|1'234.5|1 234.5"},
        {"=1200000", "1200000|1,200,000|1'200'000|1 200 000|12,00,000"},
        {"=.25", ".25"},
        {"=12.50", "12.5"},
        {"=5", ""},
        {"=50", "50"},
        {"=0", ""},
        {"=~1,204", "12|1,2|1.2|1'2|1 2"},
        {"=~1,200", "12|1,2|1.2|1'2|1 2|11|1,1|1.1|1'1|1 1"},
        {"=~10", ""},
        {"=~1.0", ""},
        {"=~99.9", "99|9,9|9.9|9'9|9 9|10|1,0|1.0|1'0|1 0"},
        {"=~1,996", "19|1,9|1.9|1'9|1 9|20|2,0|2.0|2'0|2 0"},
        {"=~5", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error e;
        struct amount a;
        assert_true(amount_read(slice_of(rows[i].pattern), &a, &e));
        struct literals found = amount_words(&a);
        struct buffer words = {0};
        for (size_t k = 0; k < found.count; k++) {
            buffer_add_text(&words, k > 0 ? "|" : "");
            buffer_add(&words, (struct slice){found.word[k].at, found.word[k].len});
        }
        if (strcmp(buffer_text(&words), rows[i].words) != 0)
            fail_msg("%s: \"%s\"", rows[i].pattern, buffer_text(&words));
        buffer_deinit(&words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_scaled),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
