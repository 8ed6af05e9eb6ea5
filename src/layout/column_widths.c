/* SPDX-License-Identifier: MIT */
/* Measuring the cells of a table, and sharing out the columns of the pane. */
#include "layout/column_widths.h"

#include "base/array.h"
#include "base/width.h"
#include "layout/figure.h"
#include "layout/wrap.h"

#include <stdlib.h>

enum {
    GAP = 2,          /* columns between two columns of the table */
    TIGHT_GAP = 1,    /* where it does not fit otherwise */
    LABEL = 24,       /* columns below which labels are not wrapped, */
    TEXT = 12,        /* nor other text */
    WORD = 30,        /* a longer word may be broken */
    HEAD_SHORT = 8,   /* columns of a head that stays on one line, */
    NOTE_SHORT = 16,  /* of one in parentheses, */
    SPAN_SHORT = 36,  /* and of one over several columns, or that the filing broke; */
    HEAD_TWO = 32,    /* columns of a head that takes two lines at most where that makes its column
                       * narrower; */
    HEAD_LINES = 3,   /* lines of a longer one; */
    DAY = 18,         /* columns of "September 30," and the like, that a year stands below */
    GOOD_TEXT = 36,   /* columns of text for which heads are wrapped as far as they can be */
    WIDE_LABEL = 40,  /* columns of a label where the pane must scroll anyway, */
    WIDE_TEXT = 30,   /* and of other text, */
    MANY_TEXTS = 3,   /* but where more columns than this are text, */
    LESS_TEXT = 20,   /* so many */
    PLACED_TEXT = 20, /* columns that longer texts need side by side */
    PLACED_LONG = 60, /* columns of such a text */
    LINE = 24,        /* columns of a line to sign on, */
    LEAST_LINE = 8    /* and of the shortest */
};

/* What a column asks for. */
struct wish {
    size_t natural, least;
    size_t own; /* natural, of cells in this column alone */
    bool text;  /* some of it is words that can be wrapped */
};

/* The same of a cell that spans some columns. */
struct span {
    size_t column, count;
    size_t natural, least;
    bool label;
    bool words; /* they can be wrapped */
};

struct measure {
    const struct table *table;
    struct wish *wishes;
    struct column *columns;
    size_t count, width;
    size_t cells, centred; /* how many, and how many of them are */
    ARRAY(struct span) spans;
};

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The columns that a head asks for: it is wrapped where that makes its column narrower. */
static size_t head_columns(const struct measure *m, struct slice text, size_t word, size_t columns,
                           bool loose)
{
    size_t whole = loose ? SPAN_SHORT : *text.at == '(' ? NOTE_SHORT : HEAD_SHORT;
    size_t lines = columns <= HEAD_TWO || loose ? 2 : HEAD_LINES;
    size_t year = head_year(text);
    if (columns <= whole || columns / lines > m->width)
        return columns;
    size_t day = width_of_text(slice_cut(text, 0, year > 0 ? year - 1 : 0));
    if (year > 0 && day <= DAY)
        return larger(day, width_of_text(slice_cut(text, year, text.len)));
    return wrap_narrowest(text, larger(word, columns / lines), columns, lines);
}

/* What the lines of a cell ask for: all on one line in `natural`, no word broken in `least`. */
static struct wish wish_of_text(const struct measure *m, const struct block *b, size_t first,
                                size_t lines, bool head)
{
    struct wish wish = {.text = !head};
    for (size_t i = first; i < first + lines; i++) {
        const struct cell *c = &b->row->cells[i];
        struct slice text = slice_cut(b->text, c->from, c->to);
        size_t columns = width_of_text(text), word = wrap_longest_word(text);
        if (head && text.len > 0)
            columns = head_columns(m, text, word, columns, c->span > 1 || lines > 1);
        size_t indent = smaller(c->indent, m->width / 2);
        wish.natural = larger(wish.natural, columns + indent);
        wish.least = larger(wish.least, smaller(word, WORD) + indent);
    }
    return wish;
}

static void add_figure(struct measure *m, const struct block *b, const struct cell *c)
{
    struct figure f = figure_of(slice_cut(b->text, c->from, c->to));
    struct column *column = &m->columns[c->column];
    column->whole = larger(column->whole, figure_left(&f));
    column->tail = larger(column->tail, f.tail_columns);
}

/* A column of words is not squeezed into a narrow strip. */
static size_t least_of_text(const struct measure *m, const struct cell *c, const struct wish *wish)
{
    size_t strip = c->column == 0 ? LABEL : TEXT;
    if (m->table->kind == TABLE_LAYOUT)
        strip = wish->natural > PLACED_LONG ? PLACED_TEXT : TEXT;
    return larger(wish->least, smaller(wish->natural, strip));
}

/* Whether a row is ruled below several texts: then an empty cell of it is no line to sign on. */
static bool is_underlined(const struct row *row)
{
    size_t texts = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *c = &row->cells[i];
        texts += c->from < c->to && (c->flags & (CELL_BREAK | CELL_RULE_BELOW)) == CELL_RULE_BELOW;
    }
    return texts > 1;
}

static void add_cell(struct measure *m, const struct block *b, size_t first, size_t lines)
{
    const struct cell *c = &b->row->cells[first];
    size_t span = smaller(larger(c->span, 1), m->count - c->column);
    if (lines == 1 && (c->from >= c->to || cell_is_rule(b, c))) {
        struct wish *all = &m->wishes[c->column];
        if (m->table->kind == TABLE_LAYOUT && span == 1 && !is_underlined(b->row)) {
            all->natural = larger(all->natural, LINE);
            all->least = larger(all->least, LEAST_LINE);
        }
        return;
    }
    m->cells++;
    m->centred += c->align == ALIGN_CENTER;
    if (cell_is_figure(m->table, c) && lines == 1) {
        add_figure(m, b, c);
        return;
    }
    bool over_numbers = m->table->kind == TABLE_DATA && m->table->column[c->column].numeric;
    bool head = m->table->kind == TABLE_DATA && (c->flags & CELL_HEAD || over_numbers);
    struct wish wish = wish_of_text(m, b, first, lines, head);
    if (!head)
        wish.least = least_of_text(m, c, &wish);
    if (span > 1) {
        array_push(&m->spans,
                   ((struct span){c->column, span, wish.natural, wish.least,
                                  m->table->kind == TABLE_DATA && c->column == 0 && !head, !head}));
        return;
    }
    struct wish *all = &m->wishes[c->column];
    all->natural = larger(all->natural, wish.natural);
    all->least = larger(all->least, wish.least);
    all->text = all->text || wish.text;
}

static void add_row(struct measure *m, const struct block *b)
{
    const struct row *row = b->row;
    if (m->table->kind == TABLE_DATA && row_is_label(row))
        return;
    for (size_t i = 0; i < row->count;) {
        size_t lines = cell_lines(row, i);
        if (row->cells[i].column < m->count)
            add_cell(m, b, i, lines);
        i += lines;
    }
}

/* Narrow spans first, so that a wide one asks only for what they leave open. */
static int compare(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return x->column < y->column ? -1 : x->column > y->column;
}

static size_t sum_of(const struct measure *m, size_t most, size_t gap);

/* Shares what the spanned columns lack out among them. */
static void widen(struct measure *m, const struct span *s, bool least)
{
    size_t have = 0, used = 0;
    for (size_t i = s->column; i < s->column + s->count; i++) {
        size_t columns = least ? m->wishes[i].least : m->wishes[i].natural;
        have += columns;
        used += columns > 0;
    }
    size_t need = least ? s->least : s->natural;
    have += used > 1 ? (used - 1) * (least ? TIGHT_GAP : GAP) : 0;
    if (need <= have)
        return;
    size_t more = need - have;
    if (!least && s->words && need > PLACED_LONG) {
        /* A text that is wrapped anyway takes what is left, not what others need. */
        size_t sum = sum_of(m, (size_t)-1, GAP);
        more = smaller(more, sum < m->width ? m->width - sum : 0);
    }
    size_t takers = s->label || used == 0 ? 1 : used;
    for (size_t i = s->column; takers > 0 && i < s->column + s->count; i++) {
        size_t *columns = least ? &m->wishes[i].least : &m->wishes[i].natural;
        if (*columns == 0 && used > 0 && !s->label)
            continue;
        size_t part = more / takers;
        *columns += part;
        more -= part;
        takers--;
    }
}

static void add_spans(struct measure *m)
{
    if (m->spans.count > 1)
        qsort(m->spans.at, m->spans.count, sizeof *m->spans.at, compare);
    for (size_t i = 0; i < m->spans.count; i++) {
        widen(m, &m->spans.at[i], false);
        widen(m, &m->spans.at[i], true);
    }
}

/* The sum of the columns, with no column wider than `most` that can be narrower. */
static size_t sum_of(const struct measure *m, size_t most, size_t gap)
{
    size_t sum = 0, used = 0;
    for (size_t i = 0; i < m->count; i++) {
        const struct wish *w = &m->wishes[i];
        sum += larger(w->least, smaller(w->natural, most));
        used += w->natural > 0;
    }
    return sum + (used > 1 ? (used - 1) * gap : 0);
}

/* The widest column that the pane has room for, or 0. */
static size_t widest_fitting(const struct measure *m, size_t gap)
{
    size_t low = 0, high = m->width;
    if (sum_of(m, 0, gap) > m->width)
        return 0;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (sum_of(m, middle, gap) <= m->width)
            low = middle;
        else
            high = middle - 1;
    }
    return larger(low, 1);
}

/* The widths that the filing gives, where it gives them for all columns and no text must be wrapped
 * for them that would have room on a line. */
static bool as_said(struct measure *m)
{
    size_t total = 0, sum = 0, last = 0;
    size_t own = 0;
    for (size_t i = 0; i < m->count; i++)
        own += m->wishes[i].own > 0 ? m->wishes[i].own + GAP : 0;
    bool roomy = own <= m->width + GAP;
    for (size_t i = 0; i < m->count; i++) {
        uint16_t said = m->table->column[i].width;
        if (m->wishes[i].natural == 0)
            continue;
        size_t columns = said * m->width / 1000;
        total += said;
        sum += columns;
        last = i;
        columns = columns > GAP ? columns - GAP : columns;
        if (said == 0 || columns < (roomy ? m->wishes[i].own : m->wishes[i].least))
            return false;
    }
    if (total == 0 || total > 1010 || sum > m->width + GAP)
        return false;
    for (size_t i = 0; i < m->count; i++)
        if (m->wishes[i].natural > 0) {
            size_t columns = m->table->column[i].width * m->width / 1000;
            m->columns[i].width = i == last || columns <= GAP ? columns : columns - GAP;
        }
    return true;
}

/* What stands in the middle of its columns stands in the middle of the page too. */
static void spread(struct measure *m)
{
    size_t used = 0, sum = sum_of(m, (size_t)-1, GAP);
    if (m->centred * 4 < m->cells * 3)
        return;
    for (size_t i = 0; i < m->count; i++)
        used += m->wishes[i].natural > 0;
    for (size_t i = 0; sum < m->width && i < m->count; i++)
        if (m->wishes[i].natural > 0)
            m->columns[i].width += (m->width - sum) / used;
}

/* Heads take more lines, so that text beside them takes fewer. */
static void narrow_heads(struct measure *m)
{
    for (size_t i = 0; i < m->count; i++)
        if (!m->wishes[i].text)
            m->wishes[i].natural = m->wishes[i].least;
}

/* Sets the widths; returns the gap between them. */
static size_t share_out(struct measure *m, bool *fits)
{
    size_t gap = GAP, most = (size_t)-1;
    *fits = true;
    if (m->table->kind == TABLE_LAYOUT && as_said(m))
        return GAP;
    if (sum_of(m, most, gap) > m->width) {
        most = widest_fitting(m, gap);
        if (most < GOOD_TEXT) {
            narrow_heads(m);
            most = widest_fitting(m, gap);
        }
        if (most == 0) {
            gap = TIGHT_GAP;
            most = widest_fitting(m, gap);
        }
    }
    *fits = most > 0;
    size_t texts = 0;
    for (size_t i = 1; i < m->count; i++)
        texts += m->wishes[i].text;
    size_t wide = texts > MANY_TEXTS ? LESS_TEXT : WIDE_TEXT;
    for (size_t i = 0; i < m->count; i++) {
        const struct wish *w = &m->wishes[i];
        size_t room = most > 0 ? most : !w->text ? 0 : i == 0 ? WIDE_LABEL : wide;
        m->columns[i].width = larger(w->least, smaller(w->natural, room));
    }
    if (m->table->kind == TABLE_LAYOUT && *fits)
        spread(m);
    return *fits ? gap : GAP;
}

struct column_widths column_widths(struct arena *arena, const struct block *rows, size_t count,
                                   size_t width)
{
    const struct table *t = rows[0].row->table;
    struct measure m = {.table = t, .count = t->columns, .width = width};
    m.wishes = arena_array(arena, m.count + 1, sizeof *m.wishes);
    m.columns = arena_array(arena, m.count + 1, sizeof *m.columns);
    for (size_t i = 0; i < count; i++)
        add_row(&m, &rows[i]);
    for (size_t i = 0; i < m.count; i++) {
        size_t figures = m.columns[i].whole + m.columns[i].tail;
        m.wishes[i].natural = larger(m.wishes[i].natural, figures);
        m.wishes[i].least = larger(m.wishes[i].least, figures);
    }
    for (size_t i = 0; i < m.count; i++)
        m.wishes[i].own = m.wishes[i].natural;
    add_spans(&m);
    array_deinit(&m.spans);
    struct column_widths result = {.at = m.columns, .count = m.count};
    size_t gap = share_out(&m, &result.fits);
    size_t left = 0;
    for (size_t i = 0; i < m.count; i++) {
        m.columns[i].left = left;
        if (m.columns[i].width > 0)
            left += m.columns[i].width + gap;
    }
    for (size_t i = m.count; i > 0 && result.right == 0; i--)
        if (m.columns[i - 1].width > 0)
            result.right = m.columns[i - 1].left + m.columns[i - 1].width;
    return result;
}
