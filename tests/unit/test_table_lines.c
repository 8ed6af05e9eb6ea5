/* SPDX-License-Identifier: MIT */
/* Tables drawn with blanks, as rows and cells. */
#include "model/table_lines.h"

#include "base/array.h"
#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

struct seen {
    const char *source;
    struct buffer text;
};

/* "H" a row of the head, "-" another, "P" a line that is none; cells are parted by '|'. */
static void see(void *self, const struct block *b)
{
    struct seen *s = self;
    for (size_t i = 0; i < b->text.len; i++)
        if (!block_is_made(b, i))
            assert_int_equal(s->source[block_source(b, i)], b->text.at[i]);
    if (!b->row) {
        buffer_add_text(&s->text, "P ");
        buffer_add(&s->text, b->text);
        buffer_add_byte(&s->text, '\n');
        return;
    }
    const struct row *row = b->row;
    size_t column = 0;
    buffer_add_text(&s->text, row->count > 0 && row->cells[0].flags & CELL_HEAD ? "H " : "- ");
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *c = &row->cells[i];
        for (; column < c->column; column++)
            buffer_add_byte(&s->text, '|');
        buffer_add(&s->text, slice_cut(b->text, c->from, c->to));
        buffer_add_text(&s->text, c->flags & CELL_DOUBLE_BELOW ? "="
                                  : c->flags & CELL_RULE_BELOW ? "_"
                                                               : "");
        for (size_t k = 1; k < c->span; k++, column++)
            buffer_add_text(&s->text, "|<");
    }
    buffer_add_byte(&s->text, '\n');
}

/* The lines of the text as blocks; a '#' before a line says that it is a caption. */
static void make(struct seen *s, const char *text)
{
    ARRAY(struct block) lines = {0};
    struct arena arena;
    arena_init(&arena);
    *s = (struct seen){.source = text};
    for (const char *at = text; *at;) {
        const char *end = strchrnul(at, '\n');
        bool caption = *at == '#';
        at += caption;
        struct block b = {.text = {at, (size_t)(end - at)},
                          .offset = (size_t)(at - text),
                          .end = (size_t)(end - text),
                          .flags = SINK_TABLE | (caption ? SINK_CAPTION : 0U)};
        array_push(&lines, b);
        at = *end ? end + 1 : end;
    }
    table_lines_make(lines.at, lines.count, &arena, see, s);
    array_deinit(&lines);
    arena_deinit(&arena);
}

static void test_tables(void **state)
{
    static const struct {
        const char *text, *seen;
    } rows[] = {
        {"#                 SALES OF BRICKS\n"
         "#                 Year ended June 30,\n"
         "#                  1997       1996\n"
         "                 ---------  ---------\n"
         "Red bricks...... $   1,204  $     900\n"
         "Blue bricks           (77)     (1,377)\n"
         "                 ---------  ---------\n"
         "Total........... $   1,127  $    (477)\n"
         "                 =========  =========\n",
         "P                  SALES OF BRICKS\n"
         "H |Year ended June 30,|<\n"
         "H |1997_|1996_\n"
         "- Red bricks|$ 1,204|$ 900\n"
         "- Blue bricks|(77)_|(1,377)_\n"
         "- Total|$ 1,127=|$ (477)=\n"},
        /* One blank between numbers, none in a fraction, rules side by side. */
        {"#         High   Low   Sold\n"
         "#        ------ ----- -----\n"
         "First    46 5/8  37 1,000\n"
         "Second   41 1/4  32 1,200\n",
         "H |High_|Low_|Sold_\n"
         "- First|46 5/8|37|1,000\n"
         "- Second|41 1/4|32|1,200\n"},
        /* The rule below a head says how far it goes. */
        {"#               Year ended\n"
         "#        -------------------------\n"
         "#         1997     1996     1995\n"
         "#        ------   ------   ------\n"
         "Bricks    1,000    2,000    3,000\n",
         "H |Year ended_|<|<\n"
         "H |1997_|1996_|1995_\n"
         "- Bricks|1,000|2,000|3,000\n"},
        {"", ""},
        {"   \n\n", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct seen s;
        make(&s, rows[i].text);
        assert_string_equal(buffer_text(&s.text), rows[i].seen);
        buffer_deinit(&s.text);
    }
}

static void count_letters(void *self, const struct block *b)
{
    size_t *letters = self;
    for (size_t i = 0; i < b->text.len; i++)
        *letters += byte_is_letter(b->text.at[i]) || byte_is_digit(b->text.at[i]);
}

/* Long lines of what makes one look back: it takes no longer than its length, nothing is lost. */
static void test_long(void **state)
{
    static const char *const parts[] = {"a. . ", "* ", "(1) ", "x  (1)  ", "1 ", "- ", "ab"};
    (void)state;
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct buffer text = {0};
        struct arena arena = {0};
        size_t want = 0, letters = 0;
        while (text.len < 300000)
            buffer_add_text(&text, parts[i]);
        for (size_t k = 0; k < text.len; k++)
            want += byte_is_letter(text.at[k]) || byte_is_digit(text.at[k]);
        struct block b = {.text = buffer_slice(&text), .end = text.len, .flags = SINK_TABLE};
        table_lines_make(&b, 1, &arena, count_letters, &letters);
        assert_int_equal(letters, want);
        arena_deinit(&arena);
        buffer_deinit(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
