/* SPDX-License-Identifier: MIT */
/*
 * Data, or text that is laid out with a table.
 *
 * Data have numbers one below the other, or a head with columns of words below it. Signatures,
 * check boxes, a bullet and its text, a label and its title have neither.
 */
#include "base/utf8.h"
#include "model/table_work.h"
#include "model/marker.h"

enum {
    LONGEST_FIGURE = 12, /* bytes */
    LONGEST_WORDS = 600, /* bytes of an item in a table of words, on average, at most */
    LEAST_HEADS = 3,     /* columns of a table that is nothing but its head */
    BOX = 0x2610         /* to check; the two behind it are checked */
};

struct counts {
    size_t strong, weak;           /* numbers that are no row's first item */
    size_t strong_rows, weak_rows; /* rows with such */
    size_t several;                /* rows of the body with two items or more */
    size_t three;                  /* with three or more */
    size_t marked;                 /* of the several: a marker or a label, and a text */
    size_t heads;                  /* rows of the head with several items */
    size_t boxes;                  /* rows with a box to check */
    size_t length, items;          /* of the items in rows of several */
};

/* Whether one of the row's items is a box to check, or is checked. */
static bool has_box(const struct work *w, const struct work_row *r)
{
    for (size_t i = 0; i < r->count; i++) {
        struct slice text = w->items[r->first + i].text, rest = text;
        uint32_t code =
            text.len > 0 && text.len == w->items[r->first + i].length ? utf8_next(&rest) : 0;
        if (rest.len == 0 && code >= BOX && code <= BOX + 2)
            return true;
    }
    return false;
}

static void count_row(const struct work *w, const struct work_row *r, struct counts *c)
{
    size_t strong = 0, weak = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct item *it = &w->items[r->first + i];
        bool first = i == 0 && (r->count > 1 || it->from == 0);
        if (first || !(item_is_number(it) || it->look.kind == LOOK_YEAR))
            continue;
        strong += it->look.strong;
        weak += !it->look.strong;
    }
    c->strong += strong;
    c->weak += weak;
    c->strong_rows += strong > 0;
    c->weak_rows += weak > 0;
    if (r->count < 2)
        return;
    c->several++;
    c->boxes += has_box(w, r);
    c->three += r->count > 2;
    const struct item *first = &w->items[r->first];
    c->marked += r->count == 2 && (marker_is(first->text) || marker_is_label(first->text)) &&
                 w->items[r->first + 1].look.kind == LOOK_TEXT;
    for (size_t i = 0; i < r->count; i++)
        c->length += w->items[r->first + i].length;
    c->items += r->count;
}

/* A row that only forms have: what to write above it, in parentheses; or a signature. */
static bool is_of_form(const struct work *w, const struct work_row *r)
{
    size_t below = 0;
    for (size_t i = 0; i < r->count; i++) {
        struct slice text = w->items[r->first + i].text;
        struct slice begin = slice_cut(text, 0, 9);
        if (slice_find_nocase(begin, SLICE("/s/")) < begin.len ||
            slice_starts_nocase(text, SLICE("By:")))
            return true;
        below += text.len > 4 && text.at[0] == '(' && !item_is_number(&w->items[r->first + i]);
    }
    return r->count > 1 && below == r->count;
}

/* A head that is set as one: every item bold, ruled or a <th>; or names of periods. */
static bool is_plain_head(const struct work *w, const struct work_row *r)
{
    bool set = true;
    for (size_t i = 0; i < r->count; i++) {
        const struct item *it = &w->items[r->first + i];
        set = set && (it->bold || it->below || it->head || it->look.period);
    }
    return r->count > 1 && set;
}

/* Whether the row has numbers and no label; "$12.9B" is none elsewhere. */
static bool is_all_numbers(const struct work *w, const struct work_row *r)
{
    for (size_t i = 0; i < r->count; i++) {
        const struct item *it = &w->items[r->first + i];
        size_t digits = 0;
        for (size_t k = 0; k < it->text.len && it->length <= LONGEST_FIGURE; k++)
            digits += byte_is_digit(it->text.at[k]);
        if (digits == 0)
            return false;
    }
    return r->count > 1;
}

/* A form that is not filled in: nothing but the heads of columns. */
static bool all_heads(const struct work *w)
{
    size_t most = 0;
    for (size_t row = 0; row < w->grid.row_count; row++) {
        const struct work_row *r = &w->rows[row];
        for (size_t i = 0; i < r->count; i++)
            if (!w->items[r->first + i].head)
                return false;
        most = r->count > most ? r->count : most;
    }
    return most >= LEAST_HEADS;
}

enum table_kind table_kind_of(const struct work *w)
{
    struct counts c = {0};
    bool body = false, list = false, form = false, poster = false;
    for (size_t row = 0; row < w->grid.row_count; row++) {
        const struct work_row *r = &w->rows[row];
        bool head = r->class == ROW_HEAD && !body;
        form = form || is_of_form(w, r);
        list = list || (!body && table_is_list_head(w, r));
        if (head) {
            c.heads += is_plain_head(w, r);
        } else if (r->class != ROW_EMPTY) {
            poster = poster || (!body && is_all_numbers(w, r));
            count_row(w, r, &c);
            body = body || r->count > 1;
        }
    }
    /* Numbers in a row with text below each of them, and no more of them: a poster. */
    if (poster && c.heads == 0 && c.strong_rows == 1 && c.weak_rows == 0 && c.several > 2)
        return TABLE_LAYOUT;
    if (c.strong >= 2 || (c.strong == 1 && c.several <= 3 && c.marked == 0))
        return TABLE_DATA;
    if (form || (c.boxes > 0 && c.boxes * 2 >= c.several))
        return TABLE_LAYOUT;
    if (c.several == 0 && all_heads(w))
        return TABLE_DATA;
    if (c.weak >= 2 && (c.weak_rows >= 2 || c.weak >= 3) && c.weak_rows * 3 >= c.several)
        return TABLE_DATA;
    bool words = c.items > 0 && c.length / c.items <= LONGEST_WORDS;
    if (c.several >= 1 && (list || (c.heads > 0 && words && c.several >= 2)))
        return TABLE_DATA;
    return c.heads > 0 && words && c.several >= 1 && c.three >= 1 ? TABLE_DATA : TABLE_LAYOUT;
}
