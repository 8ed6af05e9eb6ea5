/* SPDX-License-Identifier: MIT */
/* One line: its tags, columns and characters. */
#include "formats/plain_line.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Writes down what is said: text as it is, and where every piece stands and how long it is. */
struct recorder {
    struct buffer text;
    struct buffer places;
};

static void on_text(void *self, struct slice text, size_t offset)
{
    struct recorder *r = self;
    buffer_add(&r->text, text);
    buffer_addf(&r->places, "%zu+%zu ", offset, text.len);
}

static void on_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    struct recorder *r = self;
    for (size_t i = 0; i < count; i++)
        buffer_add_utf8(&r->text, code);
    buffer_addf(&r->places, "%zu*%zu ", offset, length);
}

static void check_said(bool pair, const char *line, const char *text, const char *places)
{
    struct recorder r = {0};
    struct sink sink = {.self = &r, .text = on_text, .code = on_code};
    if (pair)
        assert_int_equal(plain_say_pair(slice_of(line), 100, &sink), text != NULL);
    else
        plain_say_text(slice_of(line), 100, &sink);
    assert_string_equal(buffer_text(&r.text), text ? text : "");
    if (places)
        assert_string_equal(buffer_text(&r.places), places);
    buffer_deinit(&r.text);
    buffer_deinit(&r.places);
}

static void test_text(void **state)
{
    static const char *const rows[][3] = {
        {"Cash", "Cash", "100+4 "},
        /* tabs go to the next eighth column */
        {"\ta", "        a", "100*1 101+1 "},
        {"1234567\tb", "1234567 b", "100+7 107*1 108+1 "},
        {"12345678\tb", "12345678        b", "100+8 108*1 109+1 "},
        {"a\t\tb", "a               b", "100+1 101*1 102*1 103+1 "},
        {"\xC3\xA9\tb", "\xC3\xA9       b", "100+2 102*1 103+1 "},
        {"e\xCC\x81\tb", "e\xCC\x81       b", NULL}, /* no column of its own */
        /* footnote marks */
        {"Sales<F1>", "Sales(1)", "100+5 105*2 107+1 108*1 "},
        {"<F12>x", "(12)x", "100*2 102+2 104*1 105+1 "},
        {"<F1>\tx", "(1)     x", NULL}, /* columns go by what is shown */
        {"<F123>", "<F123>", NULL},
        {"<F>", "<F>", NULL},
        {"<FX>", "<FX>", NULL},
        {"<F1", "<F1", NULL},
        {"a < b <", "a < b <", NULL},
        {"<PAGER>", "<PAGER>", NULL},
        /* tags print nothing; those of a ruler keep their columns */
        {"a<R>b</R>c", "abc", "100+1 104+1 109+1 "},
        {"ab <S>c<C>d", "ab    c   d", "100+3 103*3 106+1 107*3 110+1 "},
        {"a</TABLE>", "a", "100+1 "},
        {"<s>x", "<s>x", NULL}, /* as EDGAR has it, in capitals only */
        /* bytes */
        {"caf\xE9 \x93q\x94", "caf\xC3\xA9 \xE2\x80\x9Cq\xE2\x80\x9D",
         "100+3 103*1 104+1 105*1 106+1 107*1 "},
        {"caf\xC3\xA9", "caf\xC3\xA9", "100+3 103+2 "},
        {"\x81", "\xEF\xBF\xBD", "100*1 "},
        {"a\033[1mb", "a\xEF\xBF\xBD[1mb", "100+1 101*1 102+4 "},
        {"\x7F", "\xEF\xBF\xBD", "100*1 "},
        {"\xC2\x9B", "\xEF\xBF\xBD", "100*2 "},     /* CSI in UTF-8 */
        {"\xE2\x80\xAE", "\xEF\xBF\xBD", "100*3 "}, /* turns the direction */
        {"\xEF\xBF\xBD", "\xEF\xBF\xBD", NULL},     /* stood there already */
        {"", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_said(false, rows[i][0], rows[i][1], rows[i][2]);
}

static void test_nul(void **state)
{
    struct recorder r = {0};
    struct sink sink = {.self = &r, .text = on_text, .code = on_code};
    (void)state;
    plain_say_text(SLICE("a\0b"), 0, &sink);
    assert_string_equal(buffer_text(&r.text), "a\xEF\xBF\xBD"
                                              "b");
    buffer_deinit(&r.text);
    buffer_deinit(&r.places);
}

static void test_pair(void **state)
{
    static const char *const rows[][3] = {
        {"<CASH>     1,204", "CASH                        1,204", "101+4 105*6 111+5 "},
        {"<MULTIPLIER> 1,000", "MULTIPLIER                  1,000", NULL},
        {"   <EPS-PRIMARY>  (.12)", "EPS-PRIMARY                 (.12)", NULL},
        {"<PERIOD-TYPE>YEAR", "PERIOD-TYPE                 YEAR", NULL},
        {"<ARTICLE> 5", "ARTICLE                     5", NULL},
        {"<LEGEND>", "LEGEND", "101+6 "},
        {"<A-NAME-LONGER-THAN-ITS-COLUMN-IS> 7", "A-NAME-LONGER-THAN-ITS-COLUMN-IS 7", NULL},
        {"<NAME> caf\xE9", "NAME                        caf\xC3\xA9", NULL},
        {"<F1> see below", NULL, NULL},
        {"</LEGEND>", NULL, NULL},
        {"<>", NULL, NULL},
        {"CASH 1,204", NULL, NULL},
        {"< 5 and > 3", NULL, NULL},
        {"<two words> 1", NULL, NULL},
        {"<A<B> 1", NULL, NULL},
        {"", NULL, NULL},
        {"<OPEN", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_said(true, rows[i][0], rows[i][1], rows[i][2]);
}

static void test_tags(void **state)
{
    static const struct {
        const char *text;
        size_t length;
    } rows[] = {
        {"<TABLE>", 7},  {"</TABLE> x", 8}, {"<CAPTION>", 9}, {"</CAPTION>", 10}, {"<S>", 3},
        {"<C>  <C>", 3}, {"<FN>", 4},       {"</FN>", 5},     {"<R>", 3},         {"</R>", 4},
        {"<PAGE>", 0},   {"<F1>", 0},       {"<TABLE", 0},    {" <TABLE>", 0},    {"<table>", 0},
        {"<CASH>", 0},   {"", 0},           {"<", 0},         {"<S", 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(plain_table_tag(slice_of(rows[i].text)), rows[i].length);
}

static void test_ruler(void **state)
{
    static const struct {
        const char *line;
        bool ruler;
        size_t count;
        unsigned edges[4];
    } rows[] = {
        {"<S>                <C>        <C>", true, 3, {0, 19, 30}},
        {"  <S> <C>", true, 2, {2, 6}},
        {"<S><C>", true, 2, {0, 3}},
        {"<s>  <c>", true, 2, {0, 5}},
        {"<S> Cash <C>", false, 2, {0, 9}},
        {"<S> <C> <C> <C> <C>", true, 4, {0, 4, 8, 12}}, /* as many as there is room for */
        {"Cash", false, 0, {0}},
        {"", true, 0, {0}},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        unsigned edges[4];
        struct slice line = slice_of(rows[i].line);
        assert_int_equal(plain_is_ruler(line), rows[i].ruler);
        assert_int_equal(plain_ruler(line, edges, COUNT(edges)), rows[i].count);
        for (size_t k = 0; k < rows[i].count; k++)
            assert_int_equal(edges[k], rows[i].edges[k]);
    }
}

static void test_columns(void **state)
{
    static const struct {
        const char *line;
        bool columns;
    } rows[] = {
        {"The Company was formed in 1987.", false},
        {"Ends a sentence.  Begins another.", false},
        {"     indented prose", false},
        {"Cash   1,204", true},
        {"Cash ..... 1,204", true},
        {"Cash . . . . 4", true},
        {"and so on...", false},
        {"-----------", true},
        {"==== ====", true},
        {"____________", true},
        {"a -- b", false},
        {"Item 1.\tBusiness", false},
        {"Item 1.\tBusiness\t4", true},
        {"x", false},
        {"", false},
        {"    ", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        if (plain_has_columns(slice_of(rows[i].line)) != rows[i].columns)
            fail_msg("\"%s\"", rows[i].line);
}

/* Columns are seen, and what is none is not, wherever it stands in lines of any length. */
static void test_columns_anywhere(void **state)
{
    static const struct {
        const char *part;
        bool columns;
    } rows[] = {{"   ", true},    {"----", true}, {"....", true},  {". . .", true},
                {"\t \t", true},  {"  ", false},  {"---", false},  {". . x", false},
                {"x x x", false}, {"\t", false},  {"xxxx", false}, {"\1\1\1", false}};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (size_t before = 1; before < 45; before++) {
            for (size_t behind = 1; behind < 45; behind++) {
                struct buffer line = {0};
                for (size_t k = 0; k < before; k++)
                    buffer_add_byte(&line, (char)('a' + k % 23));
                buffer_add_text(&line, rows[i].part);
                for (size_t k = 0; k < behind; k++)
                    buffer_add_byte(&line, (char)('A' + k % 23));
                assert_int_equal(plain_has_columns(buffer_slice(&line)), rows[i].columns);
                line.len -= behind; /* what stands behind the line is no part of it */
                assert_int_equal(plain_has_columns(buffer_slice(&line)), rows[i].columns);
                line.len--;
                bool cut = rows[i].columns && line.at[line.len] == ' ';
                if (cut)
                    assert_false(plain_has_columns(buffer_slice(&line)));
                buffer_deinit(&line);
            }
        }
    }
}

static void test_tabs_apart(void **state)
{
    (void)state;
    for (size_t apart = 0; apart < 60; apart++) {
        struct buffer line = {0};
        buffer_add_text(&line, "\t\ta\t"); /* an indent is none */
        assert_false(plain_has_columns(buffer_slice(&line)));
        for (size_t i = 0; i < apart; i++)
            buffer_add_byte(&line, (char)('a' + i % 23));
        buffer_add_byte(&line, '\t');
        assert_true(plain_has_columns(buffer_slice(&line)));
        buffer_deinit(&line);
    }
}

/* Each byte, at each place of lines of each length. */
static void test_clean(void **state)
{
    (void)state;
    assert_true(plain_is_clean(SLICE("")));
    for (size_t len = 1; len < 40; len++) {
        for (size_t at = 0; at < len; at++) {
            for (unsigned c = 0; c < 256; c++) {
                char line[40];
                memset(line, '~', sizeof line);
                line[len - 1] = ' ';
                line[at] = (char)c;
                bool clean = c >= 0x20 && c < 0x7F && c != '<';
                assert_int_equal(plain_is_clean((struct slice){line, len}), clean);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_nul),
        cmocka_unit_test(test_pair),
        cmocka_unit_test(test_tags),
        cmocka_unit_test(test_ruler),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_columns_anywhere),
        cmocka_unit_test(test_tabs_apart),
        cmocka_unit_test(test_clean),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77; /* combining characters need a UTF-8 locale */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
