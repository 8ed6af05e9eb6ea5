/* SPDX-License-Identifier: MIT */
/* Tables as filings have them, and as a reader sees them. */
#include "model/table.h"

#include "base/buffer.h"
#include "unit/table_notation.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const char long_text[] =
    "A long text that goes on and on, so that it is read as a paragraph and not as the label of "
    "a row, whatever stands beside it in the table.";

/* What table_make added, as text: "D 3" or "L 2" a table of so many columns, "H" a row of the
 * head, "-" another, "P" a paragraph, "F" a footnote. Cells are parted by '|', their lines by '~';
 * '<' is a column that the cell before it spans; rules are ^ _ = behind a cell. */
struct seen {
    const char *source;
    struct buffer text;
    const struct table *table;
    size_t last, blocks;
};

static void check_places(const struct seen *s, const struct block *b)
{
    for (size_t i = 0; i < b->text.len; i++)
        if (!block_is_made(b, i))
            assert_int_equal(s->source[block_source(b, i)], b->text.at[i]);
    assert_true(b->offset >= s->last && b->end > b->offset);
    assert_int_equal(block_source(b, 0), b->offset);
    assert_int_equal(block_source(b, b->text.len), b->end);
}

static void see_cell(struct seen *s, const struct block *b, size_t *column, size_t index)
{
    const struct cell *c = &b->row->cells[index];
    assert_true(c->from <= c->to && c->to <= b->text.len);
    assert_true(c->span >= 1 && c->column + c->span <= b->row->table->columns);
    if (c->flags & CELL_BREAK) {
        buffer_add_byte(&s->text, '~');
    } else {
        for (; *column < c->column; (*column)++)
            buffer_add_byte(&s->text, '|');
        *column = c->column;
    }
    buffer_add_fill(&s->text, ' ', c->indent);
    buffer_add(&s->text, slice_cut(b->text, c->from, c->to));
    if (c->flags & CELL_BREAK)
        return;
    buffer_add_text(&s->text, c->flags & CELL_RULE_ABOVE ? "^" : "");
    buffer_add_text(&s->text, c->flags & CELL_DOUBLE_BELOW ? "="
                              : c->flags & CELL_RULE_BELOW ? "_"
                                                           : "");
}

static void see(void *self, const struct block *b)
{
    struct seen *s = self;
    check_places(s, b);
    s->last = b->end;
    s->blocks++;
    if (!b->row) {
        buffer_add_text(&s->text, b->flags & SINK_FOOTNOTE ? "F " : "P ");
        if (b->shape.indent || b->shape.first)
            buffer_addf(&s->text, "(%d%+d) ", b->shape.indent, b->shape.first);
        buffer_add(&s->text, b->text);
        buffer_add_byte(&s->text, '\n');
        return;
    }
    const struct row *row = b->row;
    if (row->table != s->table)
        buffer_addf(&s->text, "%c %zu\n", row->table->kind == TABLE_DATA ? 'D' : 'L',
                    row->table->columns);
    s->table = row->table;
    bool head = row->count > 0 && row->cells[0].flags & CELL_HEAD;
    buffer_add_text(&s->text, head ? "H " : "- ");
    size_t column = 0;
    for (size_t i = 0; i < row->count; i++) {
        see_cell(s, b, &column, i);
        bool more = i + 1 < row->count && row->cells[i + 1].flags & CELL_BREAK;
        for (size_t k = 1; !more && k < row->cells[i].span; k++, column++)
            buffer_add_text(&s->text, "|<");
    }
    for (; column + 1 < row->table->columns; column++)
        buffer_add_byte(&s->text, '|');
    buffer_add_byte(&s->text, '\n');
}

static void make(struct seen *s, const char *notation)
{
    struct raw_table raw;
    struct arena before, arena;
    arena_init(&before);
    arena_init(&arena);
    notation_read(&raw, notation, &before);
    *s = (struct seen){.source = notation};
    table_make(&raw, NULL, 0, &arena, see, s);
    notation_free(&raw);
    arena_deinit(&before);
    arena_deinit(&arena);
}

static void test_tables(void **state)
{
    static const struct {
        const char *notation, *seen;
    } rows[] = {
#include "unit/tables.def"
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct seen s;
        make(&s, rows[i].notation);
        if (strcmp(buffer_text(&s.text), rows[i].seen) != 0)
            print_message("table %zu:\n%s\n", i, rows[i].notation);
        assert_string_equal(buffer_text(&s.text), rows[i].seen);
        buffer_deinit(&s.text);
    }
}

static void count(void *self, const struct block *b)
{
    struct seen *s = self;
    for (size_t i = 0; i < b->text.len; i++)
        if (byte_is_letter(b->text.at[i]) || byte_is_digit(b->text.at[i]))
            buffer_add_byte(&s->text, b->text.at[i]);
    if (b->row)
        for (size_t i = 0; i < b->row->count; i++)
            assert_true(b->row->cells[i].to <= b->text.len &&
                        b->row->cells[i].column + b->row->cells[i].span <= b->row->table->columns);
}

/* Whatever the cells are, no letter is lost and none changes its place. */
/* The table that the notation becomes, its kind aside: the sides of its cells and columns, as "<",
 * "." and ">", a '#' behind a column of numbers; the columns first. */
struct sides {
    struct buffer text;
    bool any;
};

static void see_sides(void *self, const struct block *b)
{
    static const char side[] = "<.>";
    struct sides *s = self;
    const struct table *t = b->row->table;
    for (size_t i = 0; !s->any && i < t->columns; i++)
        buffer_addf(&s->text, "%c%s", side[t->column[i].align], t->column[i].numeric ? "#" : "");
    s->any = true;
    buffer_add_byte(&s->text, '\n');
    for (size_t i = 0; i < b->row->count; i++)
        buffer_add_byte(&s->text, side[b->row->cells[i].align]);
}

/* Where a cell says nothing of its side, its column does, but not for words over several; years in
 * front of numbers are labels. */
static void test_sides(void **state)
{
    static const struct {
        const char *notation, *sides;
    } rows[] = {
        {"|{b}Sales|{b}Cost\n2023|1,000|900\n2024|1,200|950\nThereafter|7|8\nTotal|3|9",
         "<>#>#\n>>\n<>>\n<>>\n<>>\n<>>"},
        {"|{2b}Year ended\n|{b}2023|{b}2022\nSales|1,000|900\nRent|12|{>}15\n{2}See note 4|1,000",
         "<>#>#\n.\n>>\n<>>\n<>>\n<>"},
        {"{b}Banking|{2b}Trading\nOne|—|Loans\nTwo|—|Bonds\nThree|—|Notes",
         "<<<\n<.\n<<<\n<<<\n<<<"},
        {"{>}One|{>l}Two and three\n{>}Four|{>}Five and six", ">>\n><\n>>"},
        {"{>}Item 1.|{>}Sales of goods|7\n{>}Item 2.|{>}Other sales|1,000\n{2}Part Two|1,200",
         ">>>#\n>>>\n>>>\n<>"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct raw_table raw;
        struct arena before, arena;
        struct sides s = {0};
        arena_init(&before);
        arena_init(&arena);
        notation_read(&raw, rows[i].notation, &before);
        table_make(&raw, NULL, 0, &arena, see_sides, &s);
        assert_string_equal(buffer_text(&s.text), rows[i].sides);
        buffer_deinit(&s.text);
        notation_free(&raw);
        arena_deinit(&before);
        arena_deinit(&arena);
    }
}

static void test_any(void **state)
{
    static const char *const texts[] = {
        "",         "$",    "(",    ")",     "%",    "1,204",        "(3",   "7",       "2003",
        "June 30,", "Cash", "*",    "o",     "(1)",  "N/A",          " ",    long_text, "Item 1.",
        "/s/ A",    "{b}x", "{3}T", "{/3}R", "{_}U", "{9999/9999}S", "{h}H", "a~b"};
    uint32_t random = 5;
    (void)state;
    for (size_t round = 0; round < 3000; round++) {
        struct buffer notation = {0}, want = {0};
        size_t lines = 1 + round % 7, width = 1 + round % 5;
        for (size_t i = 0; i < lines * width; i++) {
            random = random * 1664525U + 1013904223U;
            const char *text = texts[(random >> 16) % COUNT(texts)];
            buffer_add_text(&notation, text);
            const char *visible = *text == '{' ? strchr(text, '}') + 1 : text;
            for (; *visible; visible++)
                if (byte_is_letter(*visible) || byte_is_digit(*visible))
                    buffer_add_byte(&want, *visible);
            buffer_add_byte(&notation, (i + 1) % width == 0 ? '\n' : '|');
        }
        struct raw_table raw;
        struct arena before = {0}, arena = {0};
        struct seen s = {0};
        notation_read(&raw, buffer_text(&notation), &before);
        table_make(&raw, NULL, 0, &arena, count, &s);
        assert_string_equal(buffer_text(&s.text), buffer_text(&want));
        notation_free(&raw);
        arena_deinit(&before);
        arena_deinit(&arena);
        buffer_deinit(&s.text);
        buffer_deinit(&notation);
        buffer_deinit(&want);
    }
}

/* Spans as large as a filing likes cost nothing; cells without number are all there. */
static void test_huge(void **state)
{
    struct buffer notation = {0};
    struct seen s = {0};
    struct raw_table raw;
    struct arena before = {0}, arena = {0};
    (void)state;
    for (size_t i = 0; i < 30000; i++)
        buffer_add_text(&notation, "{376967340/1000000}a|{376967340/1000000}1,000\n");
    for (size_t i = 0; i < 5000; i++)
        buffer_add_text(&notation, "b|");
    notation_read(&raw, buffer_text(&notation), &before);
    table_make(&raw, NULL, 0, &arena, count, &s);
    assert_int_equal(s.text.len, 30000 * 5 + 5000);
    notation_free(&raw);
    arena_deinit(&before);
    arena_deinit(&arena);
    buffer_deinit(&s.text);
    buffer_deinit(&notation);
}

static void keep_cells(void *self, const struct block *b)
{
    struct buffer *out = self;
    assert_int_equal(b->row->count, TABLE_COLUMNS);
    const struct cell *last = &b->row->cells[b->row->count - 1];
    assert_false(last->flags & CELL_BREAK);
    buffer_add(out, slice_cut(b->text, last->from, last->to));
}

/* Cells that no column is left for go on in the last column, in one paragraph. */
static void test_behind(void **state)
{
    struct buffer notation = {0}, last = {0};
    struct raw_table raw;
    struct arena before = {0}, arena = {0};
    (void)state;
    for (size_t i = 0; i < TABLE_COLUMNS - 1; i++)
        buffer_add_text(&notation, "b|");
    buffer_add_text(&notation, "c|d e|f");
    notation_read(&raw, buffer_text(&notation), &before);
    table_make(&raw, NULL, 0, &arena, keep_cells, &last);
    assert_string_equal(buffer_text(&last), "c d e f");
    notation_free(&raw);
    arena_deinit(&before);
    arena_deinit(&arena);
    buffer_deinit(&last);
    buffer_deinit(&notation);
}

static void keep_caption(void *self, const struct block *b)
{
    if (b->row)
        buffer_add(self, b->row->table->caption);
}

static void test_caption(void **state)
{
    struct run bold = {0, STYLE_BOLD};
    struct block title = {.text = SLICE("Selected data"), .runs = &bold, .run_count = 1};
    struct link links[] = {{0, 5, SLICE("#c")}, {5, 9, SLICE("#c")}, {9, 17, SLICE("#c")}};
    struct block back = {.text = SLICE("Table of Contents"),
                         .runs = &bold,
                         .run_count = 1,
                         .links = links,
                         .link_count = 3};
    struct block note = {.text = SLICE("(in millions)")};
    struct block prose = {.text = SLICE("The table below shows what was sold.")};
    const struct {
        struct block before[2];
        const char *caption;
    } rows[] = {
        {{title, note}, "Selected data"},
        {{prose, title}, "Selected data"},
        {{title, prose}, ""},
        {{prose, note}, ""},
        {{prose, back}, ""}, /* a way back, whatever it is made of */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct raw_table raw;
        struct arena before = {0}, arena = {0};
        struct buffer caption = {0};
        notation_read(&raw, "Sales|1,000|2,000", &before);
        table_make(&raw, rows[i].before, 2, &arena, keep_caption, &caption);
        assert_string_equal(buffer_text(&caption), rows[i].caption);
        notation_free(&raw);
        arena_deinit(&before);
        arena_deinit(&arena);
        buffer_deinit(&caption);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables), cmocka_unit_test(test_sides), cmocka_unit_test(test_any),
        cmocka_unit_test(test_behind), cmocka_unit_test(test_huge),  cmocka_unit_test(test_caption),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
