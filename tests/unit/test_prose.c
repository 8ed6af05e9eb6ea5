/* SPDX-License-Identifier: MIT */
/* Paragraphs as lines: indents, sides, rules, what is not wrapped. */
#include "layout/prose.h"

#include "base/buffer.h"
#include "base/width.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))
#define TEXT "The Company makes pumps and meters that move and measure water"

static void write(const struct block *b, size_t width, struct buffer *out)
{
    struct stretch s = {0};
    struct splice splice = {0};
    size_t before = 0;
    arena_init(&s.arena);
    prose_add(&s, b, width, &splice);
    for (size_t i = 0; i < s.lines.count; i++) {
        const struct line *line = &s.lines.at[i];
        assert_int_equal(line->kind, LINE_TEXT);
        assert_int_equal(line->columns, width_of_text(line->text));
        assert_int_equal(line->page, b->page);
        assert_true(line->offset >= before && line->order == line->offset);
        before = line->offset;
        buffer_add_fill(out, ' ', line->indent);
        buffer_add(out, line->text);
        buffer_add_byte(out, '\n');
    }
    splice_deinit(&splice);
    array_deinit(&s.lines);
    arena_deinit(&s.arena);
}

static void test_shapes(void **state)
{
    static const struct {
        const char *text;
        size_t width;
        unsigned flags;
        struct sink_shape shape;
        const char *want;
    } rows[] = {
        {TEXT, 40, 0, {0}, "The Company makes pumps and meters that\nmove and measure water\n"},
        {TEXT, 0, 0, {.indent = 4, .align = ALIGN_CENTER}, TEXT "\n"},
        {TEXT,
         40,
         0,
         {.indent = 4},
         "    The Company makes pumps and meters\n    that move and measure water\n"},
        {TEXT,
         40,
         0,
         {.first = 4},
         "    The Company makes pumps and meters\nthat move and measure water\n"},
        {"\xE2\x80\xA2 " TEXT,
         40,
         0,
         {.indent = 4, .first = -2},
         "  \xE2\x80\xA2 The Company makes pumps and meters\n    that move and measure water\n"},
        {TEXT,
         40,
         0,
         {.align = ALIGN_CENTER},
         "The Company makes pumps and meters that\n         move and measure water\n"},
        {TEXT,
         40,
         0,
         {.align = ALIGN_RIGHT},
         " The Company makes pumps and meters that\n                  move and measure water\n"},
        {"  Centred", 20, 0, {.align = ALIGN_CENTER, .heading = 1}, "      Centred\n"},
        {"Centred", 30, 0, {.align = ALIGN_CENTER, .indent = 4}, "             Centred\n"},
        {TEXT, 40, 0, {.preformatted = true}, TEXT "\n"},
        {TEXT, 40, SINK_COLUMNS, {.indent = 2}, "  " TEXT "\n"},
        /* An indent gives way before the text does. */
        {"one two three four five", 26, 0, {.indent = 40}, "  one two three four five\n"},
        {"one two three", 5, 0, {.indent = 40}, "one\ntwo\nthree\n"},
        {"one", 1, 0, {.indent = 3, .first = -3}, "o\nn\ne\n"},
        {"\xE4\xB8\x80\xE4\xB8\x80\xE4\xB8\x80",
         4,
         0,
         {0},
         "\xE4\xB8\x80\xE4\xB8\x80\n\xE4\xB8\x80\n"},
        {"\xE2\x94\x80",
         6,
         SINK_RULE,
         {0},
         "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
         "\xE2\x94\x80\xE2\x94\x80\n"},
        {"\xE2\x94\x80", 0, SINK_RULE, {.indent = 9}, "\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer out = {0};
        struct slice text = slice_of(rows[i].text);
        struct block b = {.text = text,
                          .offset = 50,
                          .end = 50 + text.len,
                          .page = 2,
                          .flags = rows[i].flags,
                          .shape = rows[i].shape};
        write(&b, rows[i].width, &out);
        if (!slice_equal(buffer_slice(&out), slice_of(rows[i].want)))
            fail_msg("row %zu:\n%s", i, buffer_text(&out));
        buffer_deinit(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
