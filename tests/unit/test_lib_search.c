/* SPDX-License-Identifier: MIT */
/* libfolio: patterns, and hits with their lines and places. */
#include "lib/folio.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

static const char text[] = "FORM 8-K\n\nItem 4.02 Non-Reliance on Previously Issued Financial "
                           "Statements\n\nOne word, another word.\n\nItem 9.01 Exhibits\n\n"
                           "The last word.\n";

struct seen {
    char told[1000];
    size_t most, count;
};

/* "line:node:offset+length:first text<marks>;" */
static int see(void *self, struct folio_hit *h)
{
    struct seen *s = self;
    size_t used = strlen(s->told), to;
    int n = snprintf(s->told + used, sizeof s->told - used, "%zu:%s:%.*s%s", folio_hit_line(h),
                     folio_hit_address(h), (int)folio_hit_length(h), text + folio_hit_offset(h),
                     folio_hit_is_first(h) ? " !" : "");
    for (size_t i = 0; i < folio_hit_marks(h); i++) {
        size_t from = folio_hit_mark(h, i, &to);
        n += snprintf(s->told + used + n, sizeof s->told - used - (size_t)n, "<%.*s>",
                      (int)(to - from), folio_hit_text(h) + from);
    }
    (void)snprintf(s->told + used + n, sizeof s->told - used - (size_t)n, "; ");
    return ++s->count == s->most ? 5 : 0;
}

static struct folio *open_text(void)
{
    struct folio *f = folio_open_memory("made", text, sizeof text - 1, NULL);
    assert_non_null(f);
    return f;
}

static void test_hits(void **state)
{
    static const struct {
        const char *pattern;
        unsigned flags;
        const char *node; /* NULL: all */
        size_t count;
        const char *told;
    } rows[] = {
        {"word", 0, NULL, 3,
         "5:1/4.02:word !<word><word>; 5:1/4.02:word<word>; 9:1/9.01:word !<word>; "},
        {"word", 0, "9.01", 1, "9:1/9.01:word !<word>; "},
        {"WORD", FOLIO_IGNORE_CASE, "4.02", 2,
         "5:1/4.02:word !<word><word>; 5:1/4.02:word<word>; "},
        {"l[a-z]st", 0, NULL, 1, "9:1/9.01:last !<last>; "},
        {"l[a-z]st", FOLIO_FIXED, NULL, 0, ""},
        {"WORD", 0, NULL, 0, ""},
    };
    (void)state;
    struct folio *f = open_text();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct seen s = {0};
        struct folio_document *d = NULL;
        size_t node = FOLIO_WHOLE, count = 99;
        struct folio_pattern *p = folio_pattern_new(rows[i].pattern, rows[i].flags, NULL);
        assert_non_null(p);
        assert_true(!rows[i].node || folio_find(f, rows[i].node, &d, &node));
        assert_int_equal(folio_search(f, p, d, node, see, &s, &count), 0);
        assert_int_equal(count, rows[i].count);
        assert_string_equal(s.told, rows[i].told);
        count = 99;
        assert_int_equal(folio_search(f, p, d, node, NULL, NULL, &count), 0);
        assert_int_equal(count, rows[i].count);
        folio_pattern_free(p);
    }
    folio_close(f);
}

/* Who takes no more is asked no more. */
static void test_enough(void **state)
{
    (void)state;
    struct folio *f = open_text();
    struct seen s = {.most = 2};
    size_t count;
    struct folio_pattern *p = folio_pattern_new("word", 0, NULL);
    assert_int_equal(folio_search(f, p, NULL, FOLIO_WHOLE, see, &s, &count), 5);
    assert_int_equal(count, 3);
    assert_int_equal(s.count, 2);
    folio_pattern_free(p);
    folio_close(f);
}

static int see_around(void *self, struct folio_hit *h)
{
    assert_string_equal(folio_hit_around(h, 9), "nother wo");
    const char *whole = folio_hit_text(h);
    assert_string_equal(folio_hit_around(h, 1000), whole);
    assert_string_equal(folio_hit_around(h, 4), "ther");
    assert_string_equal(whole, "One word, another word.");
    assert_string_equal(folio_hit_node(h), "4.02");
    assert_int_equal(folio_hit_page(h), 0);
    assert_string_equal(folio_hit_page_label(h), "");
    assert_string_equal(folio_document_form(folio_hit_document(h)), "8-K");
    ++*(size_t *)self;
    return 0;
}

static void test_around(void **state)
{
    (void)state;
    struct folio *f = open_text();
    size_t seen = 0;
    struct folio_pattern *p = folio_pattern_new("r word", 0, NULL);
    assert_int_equal(folio_search(f, p, NULL, FOLIO_WHOLE, see_around, &seen, NULL), 0);
    assert_int_equal(seen, 1);
    folio_pattern_free(p);
    folio_close(f);
}

static void test_bad(void **state)
{
    (void)state;
    char error[FOLIO_ERROR] = "";
    size_t count = 99;
    struct folio *f = open_text();
    assert_null(folio_pattern_new("(", 0, error));
    assert_non_null(strstr(error, "parenthes"));
    assert_null(folio_pattern_new("", 0, error));
    assert_null(folio_pattern_new(NULL, 0, NULL));
    folio_pattern_free(NULL);
    struct folio_pattern *p = folio_pattern_new("word", 0, NULL);
    assert_int_equal(folio_search(NULL, p, NULL, 0, see, NULL, &count), 0);
    assert_int_equal(count, 0);
    assert_int_equal(folio_search(f, NULL, NULL, 0, see, NULL, &count), 0);
    assert_int_equal(folio_search(f, p, folio_document(f, 0), 999, see, NULL, &count), 0);
    assert_int_equal(count, 0);
    assert_string_equal(folio_hit_text(NULL), "");
    assert_string_equal(folio_hit_around(NULL, 5), "");
    assert_string_equal(folio_hit_node(NULL), "");
    assert_null(folio_hit_document(NULL));
    assert_int_equal(folio_hit_marks(NULL), 0);
    folio_pattern_free(p);
    folio_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hits),
        cmocka_unit_test(test_enough),
        cmocka_unit_test(test_around),
        cmocka_unit_test(test_bad),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
