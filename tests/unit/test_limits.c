/* SPDX-License-Identifier: MIT */
/* Limits: what is beyond one is said in a line; what is just within is read without a word. */
#include "config/config.h"
#include "input/parts.h"
#include "print/print.h"
#include "search/pattern.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))
#define HTML "<html><body>"
#define END "</body></html>"

/* A part, so many times between a head and a tail. */
struct made {
    const char *head, *part, *tail;
};

static void make(const struct made *m, size_t count, struct buffer *out)
{
    struct slice part = slice_of(m->part);
    buffer_clear(out);
    buffer_add(out, slice_of(m->head));
    for (size_t i = 0; i < count; i++)
        buffer_add(out, part);
    buffer_add(out, slice_of(m->tail));
}

/* Whether a warning of the filing says it, when its text, outline and tables were asked for. */
static bool warns(struct slice bytes, const char *words)
{
    struct error e = {0};
    struct folio *f = folio_open_memory("made", bytes.at, bytes.len, NULL);
    struct print_options o = {.out = fopen("/dev/null", "w"), .json = true, .format = "json"};
    bool said = false;
    assert_non_null(f);
    assert_non_null(o.out);
    assert_true(print_outline(f, &o, &e));
    assert_true(print_text(f, &o, &e));
    for (size_t i = folio_warnings(f); i-- > 0;)
        said = said || strstr(folio_warning(f, i), words) != NULL;
    folio_close(f);
    assert_int_equal(fclose(o.out), 0);
    return said;
}

static void test_filing(void **state)
{
    static const struct {
        struct made made;
        size_t within, beyond;
        const char *words;
    } rows[] = {
        {{HTML, "<div>", "x"}, 500, 520, "elements are nested too deep"},
        {{HTML "<table><tr>", "<td>1</td>", "</tr></table>" END},
         256,
         257,
         "a table has more than 256 columns"},
        {{HTML "<table>", "<tr><td>A</td><td>1</td></tr>", "</table>" END},
         20000,
         20001,
         "a table has more than 20000 rows"},
        {{HTML "<table><tr><td colspan=\"1", "0", "\">A</td><td>1</td></tr></table>" END},
         3,
         4,
         "a cell spans more columns or rows"},
        {{HTML "<p title=\"", "words words words words words ", "\">x</p>" END},
         1000,
         10000,
         "the attributes of a tag are longer"},
        {{"<html><head><style>", ".a{color:red}", "</style></head><body>x" END},
         300,
         301,
         "style sheets have more than 300 rules"},
        {{"<!DOCTYPE html [<!ENTITY a \"x\">", "<!ENTITY b \"&a;&a;\">", "]>" HTML "&b;" END},
         1,
         2,
         "entities are declared; they are not expanded"},
        {{"", "x", "\n"}, 64 * 1024 * 1024, 64 * 1024 * 1024 + 1, "a line is longer than 64 MB"},
        {{"", "<DOCUMENT>\n<TEXT>\n</TEXT>\n</DOCUMENT>\n", ""},
         1000,
         500001,
         "the file holds too many documents"},
        {{"<SEC-HEADER>x\nCONFORMED SUBMISSION TYPE:\t8-K\n", "FIELD OF IT:\t\tvalue\n",
          "</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n"},
         1000,
         250000,
         "the header is very long"},
        {{"", "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<html>x\n</TEXT>\n</DOCUMENT>\n", ""},
         99,
         102,
         "there are more of such warnings"},
        {{"", "RESULTS OF OPERATIONS\n\n", ""},
         1000,
         200001,
         "there are more headings than folio looks at"},
        {{"FORM 10-K\n\nItem 1. Business\n\n", "see Item 7A and\n", "\nItem 7A. Risk\n\nWords.\n"},
         1000,
         100001,
         "more than 100000 references"},
    };
    struct buffer bytes = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        bool entities = strstr(rows[i].words, "entities") != NULL; /* of which none is expanded */
        make(&rows[i].made, rows[i].within, &bytes);
        if (warns(buffer_slice(&bytes), rows[i].words) && !entities)
            fail_msg("%s: said of %zu", rows[i].words, rows[i].within);
        make(&rows[i].made, rows[i].beyond, &bytes);
        if (!warns(buffer_slice(&bytes), rows[i].words))
            fail_msg("%s: not said of %zu", rows[i].words, rows[i].beyond);
    }
    buffer_deinit(&bytes);
}

/* Searches the bytes; what is said of it, in the error or a warning. */
static bool search_says(const char *pattern, struct slice bytes, const char *words)
{
    struct error e = {0};
    struct folio *f = folio_open_memory("made", bytes.at, bytes.len, NULL);
    struct folio_pattern *p = folio_pattern_new(pattern, 0, NULL);
    struct print_options o = {.out = fopen("/dev/null", "w"), .count = true};
    size_t hits;
    bool said = false;
    assert_non_null(f);
    assert_non_null(p);
    assert_non_null(o.out);
    if (!print_grep(f, p, &o, &hits, &e))
        said = strstr(e.message, words) != NULL;
    for (size_t i = folio_warnings(f); i-- > 0;)
        said = said || strstr(folio_warning(f, i), words) != NULL;
    folio_close(f);
    folio_pattern_free(p);
    assert_int_equal(fclose(o.out), 0);
    return said;
}

static void test_search(void **state)
{
    static const struct made many = {"", "a b\n", ""}, costly = {"", "a", "!\n"};
    struct buffer bytes = {0};
    (void)state;
    make(&many, 1000, &bytes);
    assert_false(search_says("a", buffer_slice(&bytes), "more hits than are counted"));
    make(&many, 1000001, &bytes);
    assert_true(search_says("a", buffer_slice(&bytes), "more hits than are counted"));
    make(&costly, 5, &bytes);
    assert_false(search_says("(a+)+$", buffer_slice(&bytes), "the pattern takes too long"));
    make(&costly, 5000, &bytes);
    assert_true(search_says("(a+)+$", buffer_slice(&bytes), "the pattern takes too long"));
    buffer_deinit(&bytes);
}

static void test_pattern(void **state)
{
    static const struct {
        struct made made;
        size_t within, beyond;
        const char *words;
    } rows[] = {
        {{"", "a", ""}, 20000, 65537, "the pattern is too long"},
        {{"", "(", "a"}, 0, 101, "parenthes"},
        {{"", "(?:a{1,60000}){1,60000}", "b"}, 0, 1, "too large"},
    };
    struct buffer bytes = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error e = {0};
        make(&rows[i].made, rows[i].beyond, &bytes);
        struct pattern *p = pattern_new(buffer_slice(&bytes), (struct pattern_options){0}, &e);
        if (p || !strstr(e.message, rows[i].words))
            fail_msg("%s: %s", rows[i].words, p ? "taken" : e.message);
        make(&rows[i].made, rows[i].within, &bytes);
        p = pattern_new(buffer_slice(&bytes), (struct pattern_options){0}, &e);
        if (!p)
            fail_msg("%s: %s", rows[i].words, e.message);
        pattern_free(p);
    }
    buffer_deinit(&bytes);
}

/* Whether a problem of the configuration says it. */
static bool config_says(struct slice bytes, const char *words)
{
    char path[64];
    bool said = false;
    int file = memfd_create("config", MFD_CLOEXEC);
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    assert_int_equal(pwrite(file, bytes.at, bytes.len, 0), bytes.len);
    struct config *config = config_check(path, NULL);
    for (size_t i = 0; i < config->problems.count; i++)
        said = said || strstr(config->problems.at[i].error.message, words);
    config_free(config);
    assert_int_equal(close(file), 0);
    return said;
}

static void test_config(void **state)
{
    static const struct {
        struct made made;
        size_t within, beyond;
        const char *words;
    } rows[] = {
        {{"", "# words of a remark\n", ""}, 10000, 14000, "larger than 256 KB"},
        {{"colors: ", "[", ""}, 5, 9, "nested too deep"},
        {{"colors: [", "a, ", "a]"}, 9000, 10001, "too much for a configuration"},
        {{"theme: ", "&a ", "dark\n"}, 0, 1, "anchors and tags have no use here"},
        {{"theme: ", "*a ", "\n"}, 0, 1, "an alias has no use here"},
        {{"theme: ", "!!str ", "dark\n"}, 0, 1, "anchors and tags have no use here"},
    };
    struct buffer bytes = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        make(&rows[i].made, rows[i].within, &bytes);
        if (config_says(buffer_slice(&bytes), rows[i].words))
            fail_msg("%s: said of %zu", rows[i].words, rows[i].within);
        make(&rows[i].made, rows[i].beyond, &bytes);
        if (!config_says(buffer_slice(&bytes), rows[i].words))
            fail_msg("%s: not said of %zu", rows[i].words, rows[i].beyond);
    }
    buffer_deinit(&bytes);
}

/* The files of one filing: how many, and how large together. */
static void test_parts(void **state)
{
    struct error e = {0};
    struct parts *p = parts_new();
    int file = memfd_create("part", MFD_CLOEXEC);
    (void)state;
    for (size_t i = 0; i < PARTS_MOST; i++)
        assert_true(parts_add(p, SLICE("a.htm"), file, &e));
    assert_false(parts_add(p, SLICE("a.htm"), file, &e));
    assert_string_equal(e.message, "holds more than 20000 files: not read as one filing");
    parts_free(p);
    p = parts_new();
    assert_int_equal(ftruncate(file, 1024 * 1024), 0);
    assert_true(parts_add(p, SLICE("a.htm"), file, &e));
    assert_int_equal(ftruncate(file, (off_t)(PARTS_MEGABYTES - 1) * 1024 * 1024 + 1), 0);
    assert_false(parts_add(p, SLICE("b.htm"), file, &e));
    assert_string_equal(e.message, "holds more than 2048 MB: not read as one filing");
    assert_int_equal(parts_count(p), 1);
    parts_free(p);
    assert_int_equal(close(file), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_filing), cmocka_unit_test(test_search),
                                       cmocka_unit_test(test_pattern),
                                       cmocka_unit_test(test_config), cmocka_unit_test(test_parts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
