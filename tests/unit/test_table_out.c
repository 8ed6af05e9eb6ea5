/* SPDX-License-Identifier: MIT */
/* One table, written in each of the four formats. */
#include "layout/table_out.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void cell(struct table_out *t, size_t column, size_t span, const char *text, size_t offset)
{
    table_out_cell(t, column, span, slice_of(text), offset);
}

static void write_table(struct table_out *t, enum table_format format, struct buffer *out,
                        bool heads)
{
    table_out_begin(t, format, out, 3);
    table_out_numeric(t, 1);
    if (heads) {
        cell(t, 1, 2, "June 30,", 10);
        table_out_row(t, true);
        cell(t, 1, 1, "2003", 20);
        cell(t, 2, 1, "2002", 30);
        table_out_row(t, true);
    }
    cell(t, 0, 1, "Bricks, \"red\" | blue", 40);
    cell(t, 1, 1, "1,204", 50);
    table_out_row(t, false);
    cell(t, 0, 1, "Two", 60);
    cell(t, 0, 1, "lines", 70);
    cell(t, 7, 1, "nowhere", 80);
    cell(t, 2, 9, "\tx\xFF", 90);
    table_out_row(t, false);
    table_out_end(t, SLICE("\"document\":1"));
}

static void test_formats(void **state)
{
    static const struct {
        const char *name;
        bool heads;
        const char *text;
    } rows[] = {
        {"csv", true,
         ",\"June 30, 2003\",\"June 30, 2002\"\n"
         "\"Bricks, \"\"red\"\" | blue\",\"1,204\",\n"
         "\"Two lines\",,\xEF\xBF\xBDx\xC3\xBF\n"},
        {"csv", false,
         "\"Bricks, \"\"red\"\" | blue\",\"1,204\",\n"
         "\"Two lines\",,\xEF\xBF\xBDx\xC3\xBF\n"},
        {"tsv", true,
         "\tJune 30, 2003\tJune 30, 2002\n"
         "Bricks, \"red\" | blue\t1,204\t\n"
         "Two lines\t\t\xEF\xBF\xBDx\xC3\xBF\n"},
        {"md", true,
         "|  | June 30, 2003 | June 30, 2002 |\n"
         "|----|---:|----|\n"
         "| Bricks, \"red\" \\| blue | 1,204 |  |\n"
         "| Two lines |  | \xEF\xBF\xBDx\xC3\xBF |\n"},
        {"json", true,
         "{\"document\":1,\"header\":[[\"\",\"June 30,\",\"June 30,\"],[\"\",\"2003\",\"2002\"]],"
         "\"rows\":[[\"Bricks, \\\"red\\\" | blue\",\"1,204\",\"\"],"
         "[\"Two lines\",\"\",\"\xEF\xBF\xBDx\xC3\xBF\"]],"
         "\"offsets\":[[40,50,null],[60,null,90]]}\n"},
        {"json", false,
         "{\"document\":1,\"header\":[],"
         "\"rows\":[[\"Bricks, \\\"red\\\" | blue\",\"1,204\",\"\"],"
         "[\"Two lines\",\"\",\"\xEF\xBF\xBDx\xC3\xBF\"]],"
         "\"offsets\":[[40,50,null],[60,null,90]]}\n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct table_out t;
        enum table_format format;
        struct buffer text = {0};
        assert_true(table_format_of(rows[i].name, &format));
        write_table(&t, format, &text, rows[i].heads);
        assert_string_equal(buffer_text(&text), rows[i].text);
        buffer_deinit(&text);
    }
}

static void test_names(void **state)
{
    enum table_format format;
    (void)state;
    assert_false(table_format_of("xls", &format));
    assert_false(table_format_of("", &format));
}

/* A table that is all head is still one. */
static void test_head_only(void **state)
{
    struct table_out t;
    struct buffer text = {0};
    (void)state;
    table_out_begin(&t, TABLE_CSV, &text, 1);
    cell(&t, 0, 1, "Name", 0);
    table_out_row(&t, true);
    table_out_end(&t, (struct slice){NULL, 0});
    assert_string_equal(buffer_text(&text), "Name\n");
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_head_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
