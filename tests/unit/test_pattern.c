/* SPDX-License-Identifier: MIT */
/* What patterns match, what they refuse, and that none runs away. */
#include "search/pattern.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

#define SMART                                                                                      \
    {                                                                                              \
        .smart_case = true                                                                         \
    }
#define LITERAL                                                                                    \
    {                                                                                              \
        .literal = true, .smart_case = true                                                        \
    }
#define EXACT                                                                                      \
    {                                                                                              \
        .smart_case = false                                                                        \
    }

static const struct pattern_options smart = SMART;

static struct pattern *make(const char *text, struct pattern_options options)
{
    struct error e = {0};
    struct pattern *p = pattern_new(slice_of(text), options, &e);
    if (!p)
        fail_msg("%s: %s", text, e.message);
    return p;
}

/* The first match in `text`, as a string to be freed; NULL when there is none. */
static char *match(const char *pattern, struct pattern_options options, const char *text)
{
    struct pattern *p = make(pattern, options);
    struct matcher *m = matcher_new(p);
    size_t start, end;
    struct slice s = slice_of(text);
    char *found = NULL;
    if (matcher_find(m, s, 0, s.len, &start, &end) == PATTERN_HIT)
        found = slice_copy(slice_cut(s, start, end));
    matcher_free(m);
    pattern_free(p);
    return found;
}

struct row {
    const char *pattern;
    struct pattern_options options;
    const char *text;
    const char *found; /* NULL: no match */
};

static void check(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *found = match(rows[i].pattern, rows[i].options, rows[i].text);
        if ((found == NULL) != (rows[i].found == NULL) ||
            (found && strcmp(found, rows[i].found) != 0))
            fail_msg("%s in \"%s\": \"%s\"", rows[i].pattern, rows[i].text,
                     found ? found : "nothing");
        free(found);
    }
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))

static void test_case(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"net sales", SMART, "Total NET SALES rose", "NET SALES"},
        {"Net sales", SMART, "Total NET SALES rose", NULL},
        {"Net sales", SMART, "our Net  sales", "Net  sales"},
        {"net \\S+", SMART, "NET Income", "NET Income"},
        {"net \\w+ \\bI", SMART, "net loss iv", NULL},
        {"[A-Z]et", SMART, "net Set", "Set"},
        {"\\x4eet", SMART, "NET", "NET"},
        {"\xC3\xA9t\xC3\xA9", SMART, "\xC3\x89T\xC3\x89", "\xC3\x89T\xC3\x89"},
        {"\xC3\x89t\xC3\xA9", SMART, "\xC3\xA9t\xC3\xA9", NULL},
        {"net", EXACT, "NET net", "net"},
        {"NET", {.ignore_case = true}, "a net", "net"},
    };
    CHECK(rows);
}

static void test_blanks(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"annual report", SMART, "the annual\n      report", "annual\n      report"},
        {"annual   report", SMART, "annual report", "annual report"},
        {"annual report", SMART, "annual\xC2\xA0report", "annual\xC2\xA0report"},
        {"annual\xC2\xA0report", SMART, "annual report", "annual report"},
        {"a *b", SMART, "ab", "ab"},
        {"a ?b", SMART, "a\nb", "a\nb"},
        {"a {2}b", SMART, "a \nb", "a \nb"},
        {"a  *b", SMART, "ab a b", "a b"},
        {"[ ]b", SMART, "\nb b", " b"},
        {"a\\ b", SMART, "a\nb", NULL},
        {"(?<=item 7)a", SMART, "item\n7a", "a"},
        {"(?x) a b", SMART, "ab", "ab"},
        {"\\Qa b(\\E+", SMART, "A\nB((", "A\nB(("},
        {"a b (", LITERAL, "a b\n(c", "a b\n("},
        {"a\xC2\xAD"
         "b",
         SMART, "ab", "ab"},
    };
    CHECK(rows);
}

static void test_quotes_and_dashes(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"company's", SMART, "Company\xE2\x80\x99s", "Company\xE2\x80\x99s"},
        {"company\xE2\x80\x99s", SMART, "company's", "company's"},
        {"\"loan\"", SMART, "\xE2\x80\x9Cloan\xE2\x80\x9D", "\xE2\x80\x9Cloan\xE2\x80\x9D"},
        {"\"loan\"", SMART, "``loan''", "``loan''"},
        {"10-k", SMART, "FORM 10\xE2\x80\x91K", "10\xE2\x80\x91K"},
        {"1-2", SMART,
         "1\xE2\x88\x92"
         "2",
         "1\xE2\x88\x92"
         "2"},
        {"-+x", SMART, "-\xE2\x80\x94x", "-\xE2\x80\x94x"},
        {"interest-earning", SMART, "interest-\n     earning", "interest-\n     earning"},
        {"10-k", LITERAL, "10-\nK", "10-\nK"},
        {"end -- it", SMART, "end \xE2\x80\x94 it", "end \xE2\x80\x94 it"},
        {"end \xE2\x80\x94 it", SMART, "end -- it", "end -- it"},
        {"end--it", LITERAL, "end---it", "end---it"},
        {"end-it", SMART, "end--it", NULL},
        {"(?<=10-)k", SMART, "10-k", "k"},
        {"a-?b", SMART, "ab", "ab"},
        {"a--?b", SMART, "ab", NULL},
        {"a--?b", SMART, "a-b", "a-b"},
        {"[a-c]+", SMART, "-abc", "abc"},
        {"1\\-2", SMART,
         "1\xE2\x80\x93"
         "2",
         NULL},
        {"(?i-s:a)-b", EXACT,
         "A\xE2\x80\x93"
         "b",
         "A\xE2\x80\x93"
         "b"},
        {"(?'n'a)\\k'n'", SMART, "aa", "aa"},
        {"(?<n>a)\\k<n>", SMART, "aa", "aa"},
        {"(?p<n-", LITERAL, "(?P<n-", "(?P<n-"},
        {"(?#it's - a note)ab", SMART, "ab", "ab"},
        {"[[:alpha:]'-]+", SMART, "o'x-y", "o'x-y"},
    };
    CHECK(rows);
}

/* A pattern that matches nothing at all yields no hit, and moves on. */
static void test_empty_matches(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"x*", SMART, "abc", NULL},     {"x*", SMART, "abxxc", "xx"}, {"^", SMART, "a\nb", NULL},
        {"(?=b)", SMART, "abc", NULL},  {"b|", SMART, "abc", "b"},    {"|b", SMART, "abc", "b"},
        {"(a|)*", SMART, "bbaa", "aa"}, {"$", SMART, "a", NULL},      {"b\\K", SMART, "abc", NULL},
        {"a\\Kb", SMART, "cab", "b"},   {"\\b", SMART, "a b", NULL},  {"(?:)", SMART, "a", NULL},
    };
    CHECK(rows);
}

static void test_lines(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"^item", SMART, "an\nitem", "item"},
        {"a.*z", SMART, "ab\nz", NULL},
        {"a$", SMART, "a\nb", "a"},
        {"\\bc\\w", SMART,
         "\xC3\xA9"
         "co cp",
         "cp"},
    };
    CHECK(rows);
}

static void test_errors(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        size_t column;
        const char *words;
    } rows[] = {
        {"a - b(", 7, "missing closing parenthesis"},
        {"it's a [x", 10, "missing terminating ]"},
        {"*", 1, "quantifier does not follow"},
        {"a\\C", 4, "disabled"},
        {"", 0, "nothing to search for"},
        {"\xC2\xAD", 0, "nothing to search for"},
        {"\xFF", 0, "not UTF-8"},
        {"a\\", 3, "\\ at end of pattern"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error e = {0};
        assert_null(pattern_new(slice_of(rows[i].pattern), smart, &e));
        assert_int_equal(e.kind, ERROR_PATTERN);
        if (e.column != rows[i].column || !strstr(e.message, rows[i].words))
            fail_msg("%s: %zu: %s", rows[i].pattern, e.column, e.message);
    }
}

/* Patterns that would go on for years end, and say so. */
static void test_costly(void **state)
{
    (void)state;
    static const char *const patterns[] = {"(a+)+[bc]", "(a|aa)+$", "(?:a*)*b", "(a?){40}a{40}b",
                                           "(?:(?:a|b|ab)*)*c"};
    char text[3001];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    memcpy(text + 2990, "\xC3\xA9", 2);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct pattern *p = make(patterns[i], smart);
        struct matcher *m = matcher_new(p);
        size_t start, end;
        enum pattern_result r = matcher_find(m, slice_of(text), 0, sizeof text, &start, &end);
        assert_true(r == PATTERN_COSTLY || r == PATTERN_NONE || end <= sizeof text);
        if (i == 0)
            assert_int_equal(r, PATTERN_COSTLY);
        matcher_free(m);
        pattern_free(p);
    }
}

/* A match may begin before `to` only, but end behind it; long texts are gone through in parts. */
static void test_bounds(void **state)
{
    (void)state;
    const struct slice accented = SLICE("\xC3\xA9");
    const struct slice needle = SLICE("needle in hay");
    struct pattern *p = make(needle.at, smart);
    struct matcher *m = matcher_new(p);
    enum { SIZE = 20000 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t at = 0; at + 13 < SIZE; at += 501) {
        memset(text, '.', SIZE);
        for (size_t i = 0; i + 2 <= at; i += 2)
            memcpy(text + i, accented.at, accented.len);
        memcpy(text + at, needle.at, needle.len);
        size_t start = 0, end = 0;
        struct slice s = {text, SIZE};
        assert_int_equal(matcher_find(m, s, 0, SIZE, &start, &end), PATTERN_HIT);
        assert_int_equal(start, at);
        assert_int_equal(end, at + 13);
        assert_int_equal(matcher_find(m, s, 0, at, &start, &end), PATTERN_NONE);
        assert_int_equal(matcher_find(m, s, 0, at + 1, &start, &end), PATTERN_HIT);
        assert_int_equal(matcher_find(m, s, at + 1, SIZE, &start, &end), PATTERN_NONE);
    }
    free(text);
    matcher_free(m);
    pattern_free(p);
}

/* The words that a match must contain. */
static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        const char *words; /* joined with blanks; "" for none */
    } rows[] = {
        {"the company xylo", "company"},
        {"\\bItem\\s+\\d+", "Item"},
        {"foo(bar|qux)zeta", "zeta"},
        {"(?:alpha|beta|gamma)", "alpha beta gamma"},
        {"alpha|b", ""},
        {"colou?r", "colo"},
        {"ab+cd", "ab"},
        {"xyz*", "xy"},
        {"(?:word)?", ""},
        {"(?:word)+s", "word"},
        {"(?=word)..", ""},
        {"(?<name>word)", "word"},
        {"(?(1)word|word)", ""},
        {"\\Qword\\E", ""},
        {"(?x)w o", ""},
        {"[abc]de\\.f", "de.f"},
        {"wo{0}rd", "rd"},
        {"wo{rd", ""},
        {"(*NO_JIT)word", ""},
        {"\\x41word", ""},
        {"it's", "it"},
        {"sub-word", "word"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct literals found = literals_of(slice_of(rows[i].pattern), false, false);
        struct buffer words = {0};
        for (size_t k = 0; k < found.count; k++) {
            buffer_add_text(&words, k > 0 ? " " : "");
            buffer_add(&words, (struct slice){found.word[k].at, found.word[k].len});
        }
        if (strcmp(buffer_text(&words), rows[i].words) != 0)
            fail_msg("%s: \"%s\"", rows[i].pattern, buffer_text(&words));
        buffer_deinit(&words);
    }
    struct literals also = literals_also(SLICE("\\bItem\\s+7A\\b"), false, false);
    assert_int_equal(also.count, 1);
    assert_memory_equal(also.word[0].at, "7A", 2);
    also = literals_also(SLICE("(risk (of|to)) Quarry"), false, true);
    assert_true(also.count > 0 && also.ignore_case);
    assert_memory_equal(also.word[0].at, "risk", 4);
    assert_int_equal(literals_also(SLICE("Item"), false, false).count, 0);
    assert_int_equal(literals_also(SLICE("Item( 7A)?"), false, false).count, 0);
    assert_int_equal(literals_also(SLICE("Item 7A|Risk"), false, false).count, 0);
    assert_int_equal(literals_also(SLICE("Item 7A{"), false, false).count, 0);
    struct literals both = literals_of(SLICE("(?i)WORD"), false, false);
    assert_true(both.ignore_case);
    assert_memory_equal(both.word[0].at, "word", 4);
}

/* No word is missed, wherever it stands and whatever stands around it. */
static void test_prefilter(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool found;
    } rows[] = {
        {"the abA of", true},
        {"a BAB", true},
        {"ab", false},
        {"a<R>b</R>a", true},
        {"a<r>ba", false},
        {"a\xAD"
         "ba",
         true},
        {"a\xC2\xAD"
         "b\xE2\x80\x8B"
         "a",
         true},
        {"\xC3\xA9t\xC3\xA9", false},
        {"a\xAD\n"
         "ba",
         false},
        {"x<TABLE>y", false},
        {"<ABA>", true},
        {"x<BAB", true},
        {"b</R><R>\xFF"
         "ab",
         true},
        {"a\x01"
         "ba",
         false},
    };
    struct prefilter f;
    prefilter_init(&f, literals_of(SLICE("abA|bab"), false, true));
    enum { SIZE = 6000 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t at = 0; at < 200; at++) {
            struct slice row = slice_of(rows[i].text), s = {text, 100 + at + row.len};
            memset(text, '.', SIZE);
            memcpy(text + at, row.at, row.len);
            if (at > 0)
                text[at - 1] = '\n';
            size_t found = prefilter_find(&f, s, 0, s.len);
            if ((found < s.len) != rows[i].found || (found < s.len && found > at + 4))
                fail_msg("\"%s\" at %zu: %zu", rows[i].text, at, found);
            assert_int_equal(prefilter_find(&f, s, at + row.len, s.len), s.len);
        }
    /* A very long line that is odd is not looked into. */
    memset(text, '.', SIZE);
    text[3000] = '\xAD';
    assert_int_equal(prefilter_find(&f, (struct slice){text, SIZE}, 5, SIZE), 3000);
    assert_int_equal(prefilter_find(&f, (struct slice){text, SIZE}, 3001, SIZE), SIZE);
    struct prefilter k;
    prefilter_init(&k, literals_of(SLICE("kiss"), false, true));
    struct slice kelvin = SLICE("a \xE2\x84\xAAi\xC5\xBFs");
    assert_int_equal(prefilter_find(&k, kelvin, 0, kelvin.len), 2);
    free(text);
}

/* What the page of a match must hold besides: nothing where the pattern has one word only. */
static void test_second_filter(void **state)
{
    static const struct {
        const char *pattern;
        bool number, first, second;
    } rows[] = {
        {"\\bItem\\s+7A\\b", false, true, true},
        {"risk of loss", false, true, true},
        {"Item", false, true, false},
        {"Item( 7A)?", false, true, false},
        {"Item 7A|Risk", false, true, false},
        {"[A-Z]+", false, false, false},
        {"12", true, true, false},
    };
    const struct slice page = SLICE("In item 7 a risk, as Item 7A tells: the loss of Item 7\n");
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pattern_options options = {.number = rows[i].number};
        struct error e = {0};
        struct pattern *p = pattern_new(slice_of(rows[i].pattern), options, &e);
        assert_non_null(p);
        if ((pattern_prefilter(p) != NULL) != rows[i].first ||
            (pattern_second_filter(p) != NULL) != rows[i].second)
            fail_msg("%s", rows[i].pattern);
        pattern_free(p);
    }
    /* It is another word than the first filter's, and found where that is. */
    struct pattern *p = make("\\bItem\\s+7A\\b", (struct pattern_options){0});
    const struct prefilter *second = pattern_second_filter(p);
    assert_memory_not_equal(pattern_prefilter(p)->words.word[0].at, second->words.word[0].at, 2);
    size_t found = prefilter_find(second, page, 0, page.len);
    assert_in_range(found, 0, slice_find(page, SLICE("7A")));
    assert_int_equal(prefilter_find(second, page, slice_find(page, SLICE("7A")) + 1, page.len),
                     page.len);
    pattern_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_case),
        cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_quotes_and_dashes),
        cmocka_unit_test(test_empty_matches),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_costly),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_prefilter),
        cmocka_unit_test(test_second_filter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
