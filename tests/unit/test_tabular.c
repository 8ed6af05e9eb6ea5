/* SPDX-License-Identifier: MIT */
/* Which tables a document has, and what their cells hold. */
#include "ui/grid/tabular.h"

#include "unit/made_grid.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const char printed[] =
    "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n     Words before it.\n"
    "<TABLE>\n<CAPTION>\n                              KILNS\n"
    "                          1996       1995\n                          ----       ----\n"
    "<S>                   <C>        <C>\n"
    "Glaze...............     1,204         98\nClay................       (12)        (9)\n"
    "                      --------   --------\n"
    "Total...............     1,192         89\n</TABLE>\n     Words behind it.\n"
    "<TABLE>\n<S>                   <C>\nFirst...............        1\n"
    "Second..............        2\n</TABLE>\n</TEXT>\n</DOCUMENT>\n";

struct heard {
    size_t count;
    struct tabular_found first, last;
    char words[40], caption[40];
};

static void hear(void *self, const struct tabular_found *found)
{
    struct heard *h = self;
    if (h->count++ == 0) {
        h->first = *found;
        for (size_t i = 0; i < sizeof h->words - 1; i++) {
            h->words[i] = i < found->words.len ? found->words.at[i] : '\0';
            h->caption[i] = i < found->caption.len ? found->caption.at[i] : '\0';
        }
    }
    h->last = *found;
}

static struct heard hear_all(const char *text)
{
    struct made_grid m;
    struct heard h = {0};
    made_grid_open(&m, text);
    for (size_t i = 0; tabular_segment(m.content, i, hear, &h); i++)
        ;
    made_grid_close(&m);
    return h;
}

static void test_found(void **state)
{
    (void)state;
    struct heard h = hear_all(made_grid_statement);
    assert_int_equal(h.count, 1);
    assert_int_equal(h.first.rows, 7);
    assert_int_equal(h.first.columns, 4);
    assert_string_equal(h.caption, "STATEMENTS OF KILNS");
    assert_string_equal(h.words, "Glaze sold to potters in all of the tow");
    assert_int_equal(h.first.lead, made_grid_find(made_grid_statement, "STATEMENTS"));
    assert_true(h.first.offset > h.first.lead && h.first.end > h.first.offset);
    h = hear_all(printed);
    assert_int_equal(h.count, 2);
    assert_int_equal(h.first.rows, 3);
    assert_int_equal(h.first.lead, made_grid_find(printed, "<CAPTION>\n") + 10);
    assert_int_equal(h.last.rows, 2);
    assert_int_equal(h.last.columns, 2);
}

/* A table is called by a label beside a number, else by the text below its head. */
static void test_words(void **state)
{
    static const struct {
        const char *rows, *words;
    } tables[] = {
        {"<tr><td>Assets</td><td></td><td></td></tr>"
         "<tr><td>Cash</td><td>$ 12</td><td>$ 9</td></tr>"
         "<tr><td>Wood</td><td>3</td><td>4</td></tr>",
         "Cash"},
        {"<tr><td>Clay</td><td>$ 12</td><td>$ 9</td></tr>"
         "<tr><td>Wood</td><td>3</td><td>4</td></tr>",
         "Clay"},
        {"<tr><td></td><td><b>2003</b></td><td><b>2002</b></td></tr>"
         "<tr><td>By rate:</td><td></td><td></td></tr>"
         "<tr><td></td><td>12</td><td>9</td></tr><tr><td></td><td>3</td><td>4</td></tr>",
         "By rate:"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(tables); i++) {
        struct buffer text = {0};
        buffer_addf(&text, "<html><body><table>%s</table></body></html>", tables[i].rows);
        struct heard h = hear_all(buffer_text(&text));
        assert_int_equal(h.count, 1);
        assert_string_equal(h.words, tables[i].words);
        buffer_deinit(&text);
    }
}

/* What places text, and what is no more than a row or a column, is no table. */
static void test_not_found(void **state)
{
    static const char *const texts[] = {
        "<html><body><p>Words.</p></body></html>",
        "<html><body><table><tr><td>Only one row</td><td>12</td></tr></table></body></html>",
        ("<html><body><table><tr><td>By:</td><td>/s/ A. Potter</td></tr><tr><td></td>"
         "<td>A. Potter, President</td></tr></table></body></html>"),
        "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nWords.\n</TEXT>\n</DOCUMENT>\n"};
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct heard h = hear_all(texts[i]);
        assert_int_equal(h.count, 0);
    }
}

static void check(const struct tabular *t, size_t row, size_t column, const char *want)
{
    struct slice text = tabular_text(t, row, tabular_cell(t, row, column));
    if (!slice_equal(slice_trim(text), slice_of(want)))
        fail_msg("row %zu column %zu: '%.*s'", row, column, (int)text.len, text.at);
}

static void test_read(void **state)
{
    struct made_grid m;
    struct tabular t;
    struct buffer head = {0};
    size_t from, to;
    (void)state;
    made_grid_open(&m, made_grid_statement);
    assert_false(tabular_open(&t, m.content, made_grid_find(made_grid_statement, "before it")));
    assert_true(tabular_open(&t, m.content, made_grid_find(made_grid_statement, "Clay")));
    assert_int_equal(t.count, 9);
    assert_int_equal(t.heads, 2);
    assert_int_equal(t.used_count, 4);
    check(&t, 0, t.used[2], "Year Ended June 30,");
    check(&t, 4, t.used[1], "(12)");
    check(&t, 5, t.used[3], "");
    check(&t, 99, 0, "");
    tabular_head(&t, t.used[2], &head);
    assert_string_equal(buffer_text(&head), "Year Ended June 30, 2002");
    size_t clay = made_grid_find(made_grid_statement, "Clay");
    assert_int_equal(tabular_row_at(&t, clay), 4);
    assert_int_equal(tabular_row_at(&t, 0), 0);
    assert_int_equal(tabular_row_at(&t, SIZE_MAX), 8);
    tabular_range(&t, 4, tabular_cell(&t, 4, 0), &from, &to);
    assert_int_equal(from, clay);
    assert_int_equal(to, clay + 4);
    buffer_deinit(&head);
    tabular_close(&t);
    made_grid_close(&m);
}

/* From any line of it, the table of printed lines is the same. */
static void test_read_lines(void **state)
{
    static const char *const places[] = {"KILNS", "1996", "Glaze", "Total....", "1,192"};
    struct made_grid m;
    struct tabular t;
    (void)state;
    made_grid_open(&m, printed);
    for (size_t i = 0; i < COUNT(places); i++) {
        assert_true(tabular_open(&t, m.content, made_grid_find(printed, places[i])));
        assert_int_equal(t.count, 4);
        assert_int_equal(t.heads, 1);
        check(&t, 3, t.used[1], "1,192");
        check(&t, 2, 0, "Clay");
        tabular_close(&t);
    }
    assert_false(tabular_open(&t, m.content, made_grid_find(printed, "Words behind")));
    made_grid_close(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),      cmocka_unit_test(test_words),
        cmocka_unit_test(test_not_found),  cmocka_unit_test(test_read),
        cmocka_unit_test(test_read_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
