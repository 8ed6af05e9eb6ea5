/* SPDX-License-Identifier: MIT */
/*
 * The head of a table: the rows that say what the columns are.
 *
 * Years are numbers by look, and a section's title ("Operating expenses:") is no head: so a row is
 * judged by its label, by what its cells name, and by how it is set.
 */
#include "model/table_work.h"
#include "model/marker.h"
#include "model/wording.h"

enum { LONGEST_HEAD = 160, HEAD_ROWS = 12 };

/* Whether a number of the row is more than a year. */
static bool has_data(const struct work *w, const struct work_row *r)
{
    for (size_t i = 0; i < r->count; i++) {
        const struct item *it = &w->items[r->first + i];
        if (it->head)
            continue;
        if (it->look.kind == LOOK_NUMBER || (it->look.kind == LOOK_NONE && i > 0))
            return true;
        /* "Total | 2003": a year beside a label may be a count, but a lone one is none. */
    }
    return false;
}

/* Where the labels and the numbers of a table are, in columns of the grid. */
struct sides {
    unsigned label;  /* the last in which the label of a row with numbers begins */
    unsigned number; /* the first in which a number behind it does */
};

static struct sides find_sides(const struct work *w)
{
    unsigned column = 0, number = TABLE_COLUMNS;
    for (size_t row = 0; row < w->grid.row_count; row++) {
        const struct work_row *r = &w->rows[row];
        if (r->count < 2 || !has_data(w, r) || item_is_number(&w->items[r->first]))
            continue;
        const struct item *first = &w->items[r->first];
        column = first->from > column ? first->from : column;
        for (size_t i = 1; i < r->count; i++)
            if (item_is_number(first + i)) {
                number = first[i].from < number ? first[i].from : number;
                break;
            }
    }
    return (struct sides){column < number ? column : 0, number};
}

/* The first item is the row's label: it begins where labels do. */
static bool has_label(const struct work *w, const struct work_row *r, unsigned column)
{
    return r->count > 0 && w->items[r->first].from <= column;
}

static bool all_of(const struct work *w, const struct work_row *r, size_t from,
                   bool (*is)(const struct item *it))
{
    for (size_t i = from; i < r->count; i++)
        if (!is(&w->items[r->first + i]))
            return false;
    return r->count > from;
}

static bool is_head_cell(const struct item *it)
{
    return it->head;
}

static bool is_period(const struct item *it)
{
    return it->look.period;
}

static bool is_bold(const struct item *it)
{
    return it->bold && it->length <= LONGEST_HEAD;
}

static bool is_ruled(const struct item *it)
{
    return it->below && it->length <= LONGEST_HEAD;
}

static bool is_short(const struct item *it)
{
    return it->length <= LONGEST_HEAD;
}

static bool is_bold_or_ruled(const struct item *it)
{
    return is_bold(it) || is_ruled(it);
}

/* Whether every row with several cells is bold, so that bold says nothing. */
static bool bold_everywhere(const struct work *w)
{
    size_t bold = 0, all = 0;
    for (size_t row = 0; row < w->grid.row_count; row++)
        if (w->rows[row].count > 1) {
            all++;
            bold += all_of(w, &w->rows[row], 0, is_bold);
        }
    return all < 2 || bold * 2 > all;
}

bool table_is_list_head(const struct work *w, const struct work_row *r)
{
    struct slice text = r->count > 1 ? w->items[r->first].text : SLICE("");
    return slice_starts_nocase(text, SLICE("exhibit")) && text.len < 20 && !marker_is_label(text);
}

/* A row of two items and more without a number, or of one that is not at the left. */
static bool looks_like_head(const struct work *w, size_t row, struct sides sides, bool bold_counts)
{
    const struct work_row *r = &w->rows[row];
    bool label = has_label(w, r, sides.label);
    if (all_of(w, r, 0, is_head_cell))
        return true;
    if (has_data(w, r) || !all_of(w, r, 0, is_short))
        return false;
    if (!label && r->count == 1)
        return w->items[r->first].to > sides.number;
    if (!label || table_is_list_head(w, r))
        return true;
    if (r->count < 2)
        return false;
    if (all_of(w, r, 1, is_period) || wording_is_unit_note(w->items[r->first].text))
        return true;
    if (bold_counts && all_of(w, r, 0, is_bold))
        return true;
    return all_of(w, r, 0, is_bold_or_ruled) && all_of(w, r, 1, is_ruled);
}

/* Whether most items of the row stand over numbers of the row `body`. */
static bool stands_over_numbers(const struct work *w, const struct work_row *head,
                                const struct work_row *body)
{
    size_t over = 0, j = 0;
    for (size_t i = 1; i < head->count; i++) {
        const struct item *h = &w->items[head->first + i];
        while (j < body->count && w->items[body->first + j].to <= h->from)
            j++;
        const struct item *b = j < body->count ? &w->items[body->first + j] : NULL;
        over += b && b->from < h->to && item_is_number(b);
    }
    return head->count > 1 && over * 2 >= head->count - 1;
}

static enum row_class class_of(const struct work *w, size_t row, struct sides sides,
                               bool bold_counts)
{
    const struct work_row *r = &w->rows[row];
    if (r->count == 0)
        return ROW_EMPTY;
    if (looks_like_head(w, row, sides, bold_counts))
        return ROW_HEAD;
    if (r->count == 1 && !has_data(w, r))
        return ROW_LABEL;
    return ROW_BODY;
}

/* The first row of a table may be its head without any sign of it but numbers below words. */
static void look_again(struct work *w)
{
    size_t first = 0;
    while (first < w->grid.row_count && w->rows[first].class != ROW_BODY &&
           w->rows[first].class != ROW_HEAD)
        first++;
    if (first == w->grid.row_count || w->rows[first].class != ROW_BODY ||
        has_data(w, &w->rows[first]) || !all_of(w, &w->rows[first], 0, is_short))
        return;
    for (size_t row = first + 1; row < w->grid.row_count && row < first + 4; row++)
        if (w->rows[row].class == ROW_BODY && has_data(w, &w->rows[row])) {
            if (stands_over_numbers(w, &w->rows[first], &w->rows[row]))
                w->rows[first].class = ROW_HEAD;
            return;
        }
}

/* The first lines of a head whose last line alone is set as one. */
static void look_above(struct work *w)
{
    size_t first = w->grid.row_count, seen = 0;
    for (size_t row = 0; row < w->grid.row_count && seen < 3; row++) {
        const struct work_row *r = &w->rows[row];
        if (r->class == ROW_EMPTY)
            continue;
        if (r->class == ROW_HEAD) {
            for (size_t k = first; k < row; k++)
                if (w->rows[k].class == ROW_BODY)
                    w->rows[k].class = ROW_HEAD;
            return;
        }
        if (has_data(w, r) || !all_of(w, r, 0, is_short))
            return;
        first = first < row ? first : row;
        seen++;
    }
}

/* How many of the row's items, the label aside, name a year or a period. */
static size_t periods(const struct work *w, const struct work_row *r)
{
    size_t count = 0;
    for (size_t i = 0; i < r->count; i++)
        count += w->items[r->first + i].look.period && w->items[r->first + i].from > 0;
    return count;
}

/* Whether a head that names periods begins at the row, and rows with numbers follow it. */
static bool head_again(const struct work *w, size_t row)
{
    size_t most = 0, at = row;
    for (; at < w->grid.row_count &&
           (w->rows[at].class == ROW_HEAD || (at > row && w->rows[at].class == ROW_EMPTY));
         at++) {
        size_t count = periods(w, &w->rows[at]);
        most = count > most ? count : most;
    }
    for (; at < w->grid.row_count; at++)
        if (w->rows[at].class == ROW_BODY)
            return most >= 2 && has_data(w, &w->rows[at]);
    return false;
}

/* "12/18": a month and its year. *sure: it is no fraction of a price, in 16ths, 32nds, 64ths. */
static bool is_month_year(struct slice text, bool *sure)
{
    size_t stroke = slice_find(text, SLICE("/"));
    long long month = slice_number(slice_cut(text, 0, stroke));
    long long year = slice_number(slice_cut(text, stroke + 1, text.len));
    if (stroke + 3 != text.len || month < 1 || month > 12 || year < 0)
        return false;
    *sure = *sure || (year != 16 && year != 32 && year != 64);
    return true;
}

/* Months and years with a stroke between look like fractions: a row of them, the label aside, names
 * periods. */
static void find_months(struct work *w, const struct work_row *r)
{
    bool sure = false;
    for (size_t i = 0; i < r->count; i++) {
        const struct item *it = &w->items[r->first + i];
        bool label = i == 0 && it->look.kind == LOOK_TEXT;
        if (!label && !it->look.period &&
            (it->look.kind != LOOK_NUMBER || !is_month_year(it->text, &sure)))
            return;
    }
    for (size_t i = 0; sure && i < r->count; i++) {
        struct look *look = &w->items[r->first + i].look;
        if (look->kind == LOOK_NUMBER)
            *look = (struct look){.kind = LOOK_PERIOD, .period = true};
    }
}

void table_heads(struct work *w)
{
    for (size_t row = 0; row < w->grid.row_count; row++)
        find_months(w, &w->rows[row]);
    bool bold_counts = !bold_everywhere(w);
    struct sides sides = find_sides(w);
    for (size_t row = 0; row < w->grid.row_count; row++)
        w->rows[row].class = class_of(w, row, sides, bold_counts);
    look_again(w);
    look_above(w);
    bool body = false, in_head = false;
    for (size_t row = 0; row < w->grid.row_count; row++) {
        enum row_class class = w->rows[row].class;
        bool data = class == ROW_BODY && has_data(w, &w->rows[row]);
        if (class == ROW_HEAD && body && !in_head && head_again(w, row)) {
            w->starts_part[row] = true;
            body = false;
        }
        if (class != ROW_EMPTY)
            in_head = class == ROW_HEAD;
        body = body || data;
        w->last_body = class == ROW_BODY ? row : w->last_body;
    }
}

/* A row that names a period and nothing else, as the title of what is below it. */
static bool is_period_title(const struct work *w, size_t row)
{
    const struct work_row *r = &w->rows[row];
    return r->count == 1 && w->items[r->first].look.period && r->class != ROW_BODY;
}

/* The end of a head without the titles of periods below the heads of columns, where such titles
 * stand again between the rows. */
static size_t without_titles(const struct work *w, const struct part *p)
{
    size_t end = p->head_end;
    while (end > p->from && (is_period_title(w, end - 1) || w->rows[end - 1].count == 0))
        end--;
    if (end == p->head_end || end == p->from)
        return p->head_end;
    for (size_t row = p->head_end; row < p->to; row++)
        if (is_period_title(w, row))
            return end;
    return p->head_end;
}

struct part table_part(const struct work *w, size_t from, size_t to)
{
    struct part p = {.from = from, .to = to, .head_end = from};
    size_t counted = 0;
    for (size_t row = from; row < to && w->rows[row].class != ROW_BODY; row++) {
        const struct work_row *r = &w->rows[row];
        if (r->class == ROW_EMPTY)
            continue;
        bool note = r->class == ROW_LABEL && p.head_end > from && p.head_end == row &&
                    wording_is_unit_note(w->items[r->first].text);
        if (r->class == ROW_HEAD || note)
            p.head_end = row + 1;
        if (++counted == HEAD_ROWS)
            break;
    }
    p.head_end = without_titles(w, &p);
    return p;
}
