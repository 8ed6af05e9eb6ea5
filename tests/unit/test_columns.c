/* SPDX-License-Identifier: MIT */
/* Tables as lines: what stands under what, and where it comes from. */
#include "layout/columns.h"

#include "base/buffer.h"
#include "model/table.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { MOST_COLUMNS = 24, BASE = 1000 /* where the table begins in the input */ };

/*
 * A table written down: a row a string, its cells parted by '|'. Signs in front of a cell's text:
 *   # a number   ! a head   < = > its side   . two columns of indent   * one column more of its
 * span _ a rule below   % a double one   ^ a rule above; a line end begins another line of the
 * cell.
 */
struct sheet {
    struct table table;
    struct table_column columns[MOST_COLUMNS];
    struct block *blocks;
    size_t count;
    struct arena arena;
};

static void add_mark(struct cell *cell, char mark)
{
    static const char marks[] = "#!_%^";
    static const unsigned flags[] = {CELL_NUMBER, CELL_HEAD, CELL_RULE_BELOW,
                                     CELL_RULE_BELOW | CELL_DOUBLE_BELOW, CELL_RULE_ABOVE};
    const char *at = strchr(marks, mark);
    if (at)
        cell->flags |= (uint16_t)flags[at - marks];
    else if (mark == '*')
        cell->span++;
    else if (mark == '.')
        cell->indent += 2;
    else
        cell->align = mark == '=' ? ALIGN_CENTER : mark == '>' ? ALIGN_RIGHT : ALIGN_LEFT;
}

/* Adds the cells of one field to the row; returns the columns that it takes. */
static size_t add_field(struct slice field, size_t column, struct buffer *text, struct cell *cells,
                        size_t *count)
{
    struct cell cell = {.column = (uint16_t)column, .span = 1};
    size_t at = 0;
    for (; at < field.len && strchr("#!<=>.*_%^", field.at[at]); at++)
        add_mark(&cell, field.at[at]);
    if (at == 0 && field.len == 0)
        return 1;
    struct slice line, rest = slice_cut(field, at, field.len);
    if (rest.len == 0)
        cells[(*count)++] = cell;
    for (bool first = true; slice_next_line(&rest, &line); first = false) {
        if (text->len > 0)
            buffer_add_byte(text, first ? '\t' : ' ');
        cell.from = (uint32_t)text->len;
        buffer_add(text, line);
        cell.to = (uint32_t)text->len;
        if (!first)
            cell.flags |= CELL_BREAK;
        cells[(*count)++] = cell;
    }
    return cell.span;
}

/* Byte i of row r's text stands at BASE + 1000 r + 2 i of the input. */
static void add_row(struct sheet *s, const char *written)
{
    struct buffer text = {0};
    struct cell *cells = arena_array(&s->arena, 64, sizeof *cells);
    struct row *row = arena_alloc(&s->arena, sizeof *row);
    struct block *b = &s->blocks[s->count];
    size_t count = 0, column = 0;
    for (const char *at = written;; at++) {
        const char *end = at + strcspn(at, "|");
        column += add_field((struct slice){at, (size_t)(end - at)}, column, &text, cells, &count);
        at = end;
        if (!*at)
            break;
    }
    s->table.columns = column > s->table.columns ? column : s->table.columns;
    *row = (struct row){.table = &s->table, .index = s->count, .cells = cells, .count = count};
    size_t begin = BASE + 1000 * s->count;
    struct piece *pieces = arena_array(&s->arena, text.len + 1, sizeof *pieces);
    for (size_t i = 0; i < text.len; i++)
        pieces[i] = (struct piece){(uint32_t)i, text.at[i] == '\t', begin + 2 * i};
    *b = (struct block){.text = arena_copy(&s->arena, buffer_slice(&text)),
                        .offset = begin,
                        .end = begin + 2 * text.len,
                        .pieces = pieces,
                        .piece_count = text.len,
                        .flags = SINK_TABLE,
                        .row = row};
    s->count++;
    buffer_deinit(&text);
}

/* `numeric`: which columns hold numbers, one letter each: 'n', else text. */
static void make_sheet(struct sheet *s, enum table_kind kind, const char *numeric,
                       const char *const *rows)
{
    *s = (struct sheet){.table = {.kind = kind}};
    arena_init(&s->arena);
    s->blocks = arena_array(&s->arena, 64, sizeof *s->blocks);
    s->table.column = s->columns;
    for (size_t i = 0; numeric[i]; i++)
        s->columns[i].numeric = numeric[i] == 'n';
    for (; *rows; rows++)
        add_row(s, *rows);
    s->table.rows = s->count;
}

static void lay_out(struct sheet *s, size_t width, struct stretch *stretch)
{
    struct splice splice = {0};
    *stretch = (struct stretch){0};
    arena_init(&stretch->arena);
    const struct columns *c = columns_new(&stretch->arena, s->blocks, s->count, width);
    for (size_t i = 0; i < s->count; i++)
        columns_row(c, &s->blocks[i], stretch, &splice);
    splice_deinit(&splice);
}

static void drop(struct stretch *s)
{
    array_deinit(&s->lines);
    arena_deinit(&s->arena);
}

static void check_sheet(enum table_kind kind, const char *numeric, const char *const *rows,
                        size_t width, const char *want)
{
    struct sheet s;
    struct stretch stretch;
    struct buffer out = {0};
    make_sheet(&s, kind, numeric, rows);
    lay_out(&s, width, &stretch);
    for (size_t i = 0; i < stretch.lines.count; i++) {
        const struct line *line = &stretch.lines.at[i];
        buffer_add_fill(&out, ' ', line->indent);
        buffer_add(&out, line->text);
        buffer_add_byte(&out, '\n');
    }
    if (getenv("SHOW"))
        printf("%s----\n", buffer_text(&out));
    else
        assert_string_equal(buffer_text(&out), want);
    buffer_deinit(&out);
    drop(&stretch);
    arena_deinit(&s.arena);
}

static const char *const balance[] = {
    "|!_*=December 31,",
    "(in thousands)|!_=2023|!_=2022",
    "Assets",
    ".Cash and cash equivalents|#$ 1,204|#$ 977",
    ".Accounts receivable, net of allowance for credit losses of $12 and $15|#12,350|#(345)",
    ".Other|#_—|#_7",
    "..Total assets|#%$ 13,554|#%$ 639",
    "Gross margin|#41.5%|#(3.25)%",
    NULL,
};

static void test_balance(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tnn", balance, 100, "");
    check_sheet(TABLE_DATA, "tnn", balance, 53, "");
    check_sheet(TABLE_DATA, "tnn", balance, 20, "");
    check_sheet(TABLE_DATA, "tnn", balance, 1, "");
    check_sheet(TABLE_DATA, "tnn", balance, 0, "");
}

/* Heads over heads, words among numbers, a head in the middle of the table, odd numbers. */
static const char *const income[] = {
    "|!_*=Three Months Ended June 30,|!_*=Six Months Ended June 30,",
    "|!_=2023|!_=2022|!_=2023|!_=2022",
    "Net sales|#$ 94,836|#$ 97,278|#$ 293,787|#$ 304,182",
    "Cost of sales:",
    ".Products|#39,136|#_47,074|#_128,550|#_136,000",
    "Loss on disposal|#(1)|#—|#(12)|#N/A",
    "Earnings per share:",
    ".Basic|#$ 1.27|#$ 1.20|#$ (3.42)|#$ 3.65",
    "Rate|#16.6%|#nm|#(16.5)%|see note",
    "Total|#%$ 5|#%$ 6|#%$ 7|#%$ 8",
    NULL,
};

static void test_income(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tnnnn", income, 100, "");
    check_sheet(TABLE_DATA, "tnnnn", income, 53, "");
}

/* Text beside text, numbers that are only labels, wide and combining characters. */
static const char *const exhibits[] = {
    "!_Exhibit No.|!_=Description|!_=Filed",
    "3.1|Amended and Restated Certificate of Incorporation of the Registrant, as amended to date|*",
    "10.12†|株式会社エグザンプルとの契約書 (Agreement with Example K.K.)|a\xCC\x81 b",
    "|and a line\nby itself|#7",
    NULL,
};

static void test_exhibits(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "ttt", exhibits, 80, "");
    check_sheet(TABLE_DATA, "ttt", exhibits, 53, "");
    check_sheet(TABLE_DATA, "ttt", exhibits, 20, "");
}

static const char *const pay[] = {
    "Name and Principal Position|!=Year|!=Salary\n($)|!=Bonus ($)(1)|!=Stock Awards ($)(2)|"
    "!=Non-Equity Incentive Plan Compensation ($)(3)|!=All Other Compensation ($)|!=Total ($)",
    "Jane Q. Roe\nChief Executive Officer|#2023|#1,000,000|#—|#12,345,678|#2,000,000|#45,678|"
    "#15,391,356",
    "|#2022|#950,000|#—|#11,000,000|#1,800,000|#40,000|#13,790,000",
    "John Doe\nChief Financial Officer and Executive Vice President|#2023|#600,000|#50,000|"
    "#4,000,000|#800,000|#30,000|#5,480,000",
    NULL,
};

static void test_pay(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tnnnnnnn", pay, 120, "");
    check_sheet(TABLE_DATA, "tnnnnnnn", pay, 100, "");
    check_sheet(TABLE_DATA, "tnnnnnnn", pay, 80, "");
}

static const char *const signs[] = {
    "Date: March 1, 2024|By:|_/s/ Jane Q. Roe",
    "||Jane Q. Roe",
    "||Chief Executive Officer and Director (Principal Executive Officer)",
    NULL,
};

static void test_layout(void **state)
{
    (void)state;
    check_sheet(TABLE_LAYOUT, "ttt", signs, 80, "");
    check_sheet(TABLE_LAYOUT, "ttt", signs, 40, "");
    check_sheet(TABLE_LAYOUT, "ttt", signs, 20, "");
    check_sheet(TABLE_LAYOUT, "ttt", signs, 2, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_balance),  cmocka_unit_test(test_income),
        cmocka_unit_test(test_exhibits), cmocka_unit_test(test_pay),
        cmocka_unit_test(test_layout),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
