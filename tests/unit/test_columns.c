/* SPDX-License-Identifier: MIT */
/* Tables as lines: what stands under what, and where it comes from. */
#include "layout/columns.h"

#include "base/buffer.h"
#include "base/width.h"
#include "model/table.h"

#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
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
    const struct columns *c = columns_new(&stretch->arena, s->blocks, s->count, width, width);
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

/* clang-format off */
static void test_balance(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tnn", balance, 80,
                "                                                              December 31,\n"
                "                                                         ───────────────────────\n"
                "(in thousands)                                              2023         2022\n"
                "                                                         ───────────  ──────────\n"
                "Assets\n"
                "  Cash and cash equivalents                              $  1,204     $ 977\n"
                "  Accounts receivable, net of allowance for credit\n"
                "    losses of $12 and $15                                  12,350      (345)\n"
                "  Other                                                         —         7\n"
                "                                                         ───────────  ──────────\n"
                "    Total assets                                         $ 13,554     $ 639\n"
                "                                                         ═══════════  ══════════\n"
                "Gross margin                                                   41.5%     (3.25)%\n");
    check_sheet(TABLE_DATA, "tnn", balance, 53,
                "                                   December 31,\n"
                "                              ───────────────────────\n"
                "(in thousands)                   2023         2022\n"
                "                              ───────────  ──────────\n"
                "Assets\n"
                "  Cash and cash equivalents   $  1,204     $ 977\n"
                "  Accounts receivable, net\n"
                "    of allowance for credit\n"
                "    losses of $12 and $15       12,350      (345)\n"
                "  Other                              —         7\n"
                "                              ───────────  ──────────\n"
                "    Total assets              $ 13,554     $ 639\n"
                "                              ═══════════  ══════════\n"
                "Gross margin                        41.5%     (3.25)%\n");
    check_sheet(TABLE_DATA, "tnn", balance, 0,
                "\tDecember 31,\t\n"
                "(in thousands)\t2023\t2022\n"
                "Assets\t\t\n"
                "Cash and cash equivalents\t$ 1,204\t$ 977\n"
                "Accounts receivable, net of allowance for credit losses of $12 and $15\t12,350\t(345)\n"
                "Other\t—\t7\n"
                "Total assets\t$ 13,554\t$ 639\n"
                "Gross margin\t41.5%\t(3.25)%\n");
}
/* clang-format on */

/* Rules between all rows are left out, but for those of the head, the end and a double one. */
static const char *const grid[] = {
    "|!_=2023", "_Cash|_#1", "_Debt|_#2", "_Rent|_#3", "%Sum|%#4", "_Cash|_#5", "_Debt|_#6", NULL,
};

static const char *const list[] = {
    "!_Note|!_Title|!_Page",
    "_1|_Taxes|#_7",
    "_2|_Shares|#_8",
    "_3|_Options|#_9",
    "_4|_Risks|#_10",
    "_5|_Revenue|#_11",
    NULL,
};

/* clang-format off */
static void test_grid(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tn", grid, 80,
                "      2023\n"
                "      ────\n"
                "Cash   1\n"
                "Debt   2\n"
                "Rent   3\n"
                "Sum    4\n"
                "══════════\n"
                "Cash   5\n"
                "Debt   6\n"
                "──────────\n");
    check_sheet(TABLE_DATA, "ttn", list, 80,
                "Note  Title    Page\n"
                "───────────────────\n"
                "1     Taxes      7\n"
                "2     Shares     8\n"
                "3     Options    9\n"
                "4     Risks     10\n"
                "5     Revenue   11\n"
                "───────────────────\n");
}
/* clang-format on */

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

/* clang-format off */
static void test_income(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tnnnn", income, 80,
                "                  Three Months Ended June 30,   Six Months Ended June 30,\n"
                "                  ───────────────────────────  ───────────────────────────\n"
                "                      2023          2022           2023           2022\n"
                "                  ────────────  ─────────────  ─────────────  ────────────\n"
                "Net sales         $ 94,836       $ 97,278      $ 293,787      $ 304,182\n"
                "Cost of sales:\n"
                "  Products          39,136         47,074        128,550        136,000\n"
                "                                 ───────────   ─────────────  ────────────\n"
                "Loss on disposal        (1)             —            (12)           N/A\n"
                "Earnings per share:\n"
                "  Basic           $      1.27    $      1.20   $      (3.42)  $       3.65\n"
                "Rate                    16.6%          nm            (16.5)%      see note\n"
                "Total             $      5       $      6      $       7      $       8\n"
                "                  ═══════════    ═══════════   ═════════════  ════════════\n");
}
/* clang-format on */

/* Text beside text, numbers that are only labels, wide and combining characters. */
static const char *const exhibits[] = {
    "!_Exhibit No.|!_=Description|!_=Filed",
    "3.1|Amended and Restated Certificate of Incorporation of the Registrant, as amended to date|*",
    "10.12†|株式会社エグザンプルとの契約書 (Agreement with Example K.K.)|a\xCC\x81 b",
    "|and a line\nby itself|#7",
    NULL,
};

/* clang-format off */
static void test_exhibits(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "ttt", exhibits, 80,
                "Exhibit\n"
                "No.                                Description                             Filed\n"
                "────────────────────────────────────────────────────────────────────────────────\n"
                "3.1      Amended and Restated Certificate of Incorporation of the\n"
                "         Registrant, as amended to date\n"
                "10.12†   株式会社エグザンプルとの契約書 (Agreement with Example K.K.)      á b\n"
                "         and a line                                                        7\n"
                "         by itself\n");
    check_sheet(TABLE_DATA, "ttt", exhibits, 20,
                "Exhibit\n"
                "No.               Description            Filed\n"
                "──────────────────────────────────────────────\n"
                "3.1      Amended and Restated\n"
                "         Certificate of Incorporation\n"
                "         of the Registrant, as amended\n"
                "         to date\n"
                "10.12†   株式会社エグザンプルとの契約書  á b\n"
                "         (Agreement with Example K.K.)\n"
                "         and a line                      7\n"
                "         by itself\n");
}
/* clang-format on */

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

/* clang-format off */
static void test_pay(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tnnnnnnn", pay, 100,
                "Name and Principal Position                                      Non-Equity\n"
                "                                                                 Incentive\n"
                "                                                       Stock        Plan      All Other\n"
                "                                     Salary   Bonus    Awards   Compensation Compensation\n"
                "                               Year    ($)    ($)(1)   ($)(2)      ($)(3)        ($)      Total ($)\n"
                "Jane Q. Roe                    2023 1,000,000      — 12,345,678  2,000,000      45,678    15,391,356\n"
                "Chief Executive Officer\n"
                "                               2022   950,000      — 11,000,000  1,800,000      40,000    13,790,000\n"
                "John Doe                       2023   600,000 50,000  4,000,000    800,000      30,000     5,480,000\n"
                "Chief Financial Officer and\n"
                "  Executive Vice President\n");
    check_sheet(TABLE_DATA, "tnnnnnnn", pay, 60,
                "Name and Principal Position                                                     Non-Equity\n"
                "                                                                                Incentive\n"
                "                                                                     Stock         Plan       All Other\n"
                "                                                 Salary    Bonus     Awards    Compensation  Compensation\n"
                "                                          Year     ($)     ($)(1)    ($)(2)       ($)(3)         ($)       Total ($)\n"
                "Jane Q. Roe                               2023  1,000,000       —  12,345,678   2,000,000       45,678     15,391,356\n"
                "Chief Executive Officer\n"
                "                                          2022    950,000       —  11,000,000   1,800,000       40,000     13,790,000\n"
                "John Doe                                  2023    600,000  50,000   4,000,000     800,000       30,000      5,480,000\n"
                "Chief Financial Officer and Executive\n"
                "  Vice President\n");
}
/* clang-format on */

static const char *const signs[] = {
    "Date: March 1, 2024|By:|_/s/ Jane Q. Roe",
    "||Jane Q. Roe",
    "||Chief Executive Officer and Director (Principal Executive Officer)",
    NULL,
};

/* clang-format off */
static void test_layout(void **state)
{
    (void)state;
    check_sheet(TABLE_LAYOUT, "ttt", signs, 80,
                "Date: March 1, 2024  By:  /s/ Jane Q. Roe\n"
                "                          ──────────────────────────────────────────────────────\n"
                "                          Jane Q. Roe\n"
                "                          Chief Executive Officer and Director (Principal\n"
                "                          Executive Officer)\n");
    check_sheet(TABLE_LAYOUT, "ttt", signs, 40,
                "Date: March    By:  /s/ Jane Q. Roe\n"
                "1, 2024\n"
                "                    ────────────────────\n"
                "                    Jane Q. Roe\n"
                "                    Chief Executive\n"
                "                    Officer and Director\n"
                "                    (Principal Executive\n"
                "                    Officer)\n");
    check_sheet(TABLE_LAYOUT, "ttt", signs, 20,
                "Date: March 1, 2024\n"
                "By:\n"
                "/s/ Jane Q. Roe\n"
                "Jane Q. Roe\n"
                "Chief Executive\n"
                "Officer and Director\n"
                "(Principal Executive\n"
                "Officer)\n");
}
/* clang-format on */

/* Rules of two rows are one line; under a head of two columns, or the label too, it goes through.
 * A cell may be a rule itself. */
static const char *const ruled[] = {
    "|!*=Years ended|!_=Other",
    "|^!=2023|^!=2022|!=sums",
    "Cash|#_1,204|#5|#%77",
    "_Debt|#_33|#_1|#_12",
    "More|─|#1|#",
    NULL,
};

/* clang-format off */
static void test_rules(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tnnn", ruled, 60,
                "      Years ended  Other\n"
                "      ───────────  ─────\n"
                "      2023   2022  sums\n"
                "Cash  1,204   5     77\n"
                "      ─────         ══\n"
                "Debt     33   1     12\n"
                "────────────────────────\n"
                "More  ─────   1\n");
}
/* clang-format on */

/* Boxes to check that have no room side by side are one text with what they are for. */
static const char *const checks[] = {
    "Large accelerated filer|=☑|Accelerated filer|=☐|Smaller reporting company|=☐",
    "☒|Yes|☐|No",
    NULL,
};

/* clang-format off */
static void test_checks(void **state)
{
    (void)state;
    check_sheet(TABLE_LAYOUT, "tttttt", checks, 30,
                "Large accelerated filer ☑\n"
                "Accelerated filer ☐   Smaller\n"
                "reporting company ☐\n"
                "☒ Yes   ☐ No\n");
}
/* clang-format on */

/* Numbers stand on the last line of a label, but where other text stands beside it all cells begin
 * together. */
static const char *const beside[] = {
    "!_Mill and what it is|!_Where|!_=Tons",
    "The mill on the hill behind the town|#—|#12",
    "The mill on the hill behind the town|Ohio|#13",
    "Mill|In the north of Ohio, on the river|#14",
    NULL,
};

/* clang-format off */
static void test_beside(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "ttn", beside, 50,
                "Mill and what it is       Where               Tons\n"
                "──────────────────────────────────────────────────\n"
                "The mill on the hill      —                    12\n"
                "  behind the town\n"
                "The mill on the hill      Ohio                 13\n"
                "  behind the town\n"
                "Mill                      In the north of      14\n"
                "                          Ohio, on the river\n");
}
/* clang-format on */

/* A title over all of a table that is wider than the pane is in sight. */
static const char *const titled[] = {
    "|!_=Number of shares|!_=Number of shares|!_=Number of shares",
    "****=Year ended June 30, 2023",
    "Balance|#1,234,567,890|#1,234,567,890|#1,234,567,890",
    NULL,
};

/* clang-format off */
static void test_titled(void **state)
{
    (void)state;
    check_sheet(TABLE_DATA, "tnnn", titled, 40,
                "           Number of      Number of      Number of\n"
                "            shares         shares         shares\n"
                "         ─────────────  ─────────────  ─────────────\n"
                "        Year ended June 30, 2023\n"
                "Balance  1,234,567,890  1,234,567,890  1,234,567,890\n");
}
/* clang-format on */

/* What is checked of every line of every table at every width. */
static void check_line(const struct sheet *s, const struct line *line, size_t width)
{
    const struct block *b = line->block;
    assert_int_equal(line->columns, width_of_text(line->text));
    for (size_t i = 0; i < b->text.len; i++) {
        size_t source = block_source(b, i), from, to;
        assert_true(i == 0 || b->flags & SINK_RULE || source >= block_source(b, i - 1));
        if (b->text.at[i] == ' ' || b->flags & SINK_RULE || (b->text.at[i] & 0xC0) == 0x80)
            continue;
        const struct block *row = &s->blocks[(source - BASE) / 1000];
        assert_int_equal(row->text.at[(source - BASE) % 1000 / 2], b->text.at[i]);
        if (line->text.at <= b->text.at + i && b->text.at + i < line->text.at + line->text.len) {
            assert_true(line_columns(line, source, 1, &from, &to));
            assert_int_equal(from,
                             line->indent + width_of_text(slice_cut(
                                                b->text, (size_t)(line->text.at - b->text.at), i)));
        }
    }
    if (s->table.kind == TABLE_LAYOUT)
        assert_true(line->indent + line->columns <= width || line->columns <= 2);
    size_t right = columns_right(line, width);
    assert_true(right == 0 || line->indent + line->columns > width);
}

/* No letter is lost and none is told twice, whatever the width; no line is where it is not. */
static void check_widths(enum table_kind kind, const char *numeric, const char *const *rows)
{
    struct sheet s;
    make_sheet(&s, kind, numeric, rows);
    for (size_t width = 1; width < 140; width++) {
        struct stretch stretch;
        long letters[256] = {0};
        lay_out(&s, width, &stretch);
        for (size_t i = 0; i < s.count; i++)
            for (size_t k = 0; k < s.blocks[i].text.len; k++)
                letters[(unsigned char)s.blocks[i].text.at[k]]++;
        for (size_t i = 0; i < stretch.lines.count; i++) {
            const struct line *line = &stretch.lines.at[i];
            check_line(&s, line, width);
            for (size_t k = 0; k < line->text.len && !(line->block->flags & SINK_RULE); k++)
                letters[(unsigned char)line->text.at[k]]--;
        }
        for (size_t i = 0; i < 256; i++)
            if (i != ' ' && i != '\t' && letters[i] != 0)
                fail_msg("width %zu: %ld of byte %zu", width, letters[i], i);
        drop(&stretch);
    }
    arena_deinit(&s.arena);
}

static void test_widths(void **state)
{
    (void)state;
    check_widths(TABLE_DATA, "tnn", balance);
    check_widths(TABLE_DATA, "tnnnn", income);
    check_widths(TABLE_DATA, "ttt", exhibits);
    check_widths(TABLE_DATA, "tnnnnnnn", pay);
    check_widths(TABLE_LAYOUT, "ttt", signs);
    check_widths(TABLE_LAYOUT, "tttttt", checks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_balance), cmocka_unit_test(test_grid),
        cmocka_unit_test(test_income),  cmocka_unit_test(test_exhibits),
        cmocka_unit_test(test_pay),     cmocka_unit_test(test_layout),
        cmocka_unit_test(test_rules),   cmocka_unit_test(test_widths),
        cmocka_unit_test(test_checks),  cmocka_unit_test(test_beside),
        cmocka_unit_test(test_titled),
    };
    if (!setlocale(LC_ALL, "C.UTF-8"))
        return 77;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
