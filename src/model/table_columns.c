/* SPDX-License-Identifier: MIT */
/*
 * The columns that a reader sees.
 *
 * Each is a stretch of the grid's columns. The narrowest items say first where the columns are,
 * numbers before words; wider ones go to the column they overlap, or span several. Stretches that
 * never hold something in the same row, and that some number covers together, are one column.
 * Heads come last: they go over the columns that they overlap most.
 */
#include "model/table_work.h"

#include <stdlib.h>

enum { ROUNDS = 6, NEAR = 2, WIDE = 3 /* columns of a title, at least */ };

struct stretch {
    unsigned from, to;             /* of the grid: what made it */
    unsigned reach_from, reach_to; /* what its numbers cover */
    bool number;
};

struct finding {
    struct work *w;
    const struct part *part;
    ARRAY(struct stretch) found; /* in order, apart from each other */
};

/* A walk through the items of the part's rows behind its head, but for prose. */
struct walk {
    size_t row, item;
};

static struct walk walk_body(const struct finding *f)
{
    return (struct walk){.row = f->part->head_end};
}

static struct item *walk_next(const struct finding *f, struct walk *x)
{
    for (; x->row < f->part->to; x->row++, x->item = 0) {
        const struct work_row *r = &f->w->rows[x->row];
        if (!r->prose && x->item < r->count)
            return &f->w->items[r->first + x->item++];
    }
    return NULL;
}

/* The first stretch that ends behind `from`. */
static size_t first_at(const struct finding *f, unsigned from)
{
    size_t low = 0, high = f->found.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->found.at[middle].to <= from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_free(const struct finding *f, unsigned from, unsigned to)
{
    size_t i = first_at(f, from);
    return i >= f->found.count || f->found.at[i].from >= to;
}

static void insert(struct finding *f, unsigned from, unsigned to, bool number)
{
    size_t at = first_at(f, from);
    struct stretch s = {from, to, from, to, number};
    for (size_t i = at; i < f->found.count; i++) {
        struct stretch next = f->found.at[i];
        f->found.at[i] = s;
        s = next;
    }
    array_push(&f->found, s);
}

static int by_width(const void *a, const void *b)
{
    const struct item *x = *(struct item *const *)a, *y = *(struct item *const *)b;
    int wide = (x->to - x->from) - (y->to - y->from);
    if (wide == 0)
        wide = x->from - y->from;
    return wide != 0 ? wide : (x < y ? -1 : x > y);
}

/* Numbers, or words, of the body make stretches, the narrowest first. What is only placed is all
 * words: a zip code is no column of numbers. */
static void seed(struct finding *f, struct walk walk, bool numbers)
{
    ARRAY(struct item *) sorted = {0};
    bool data = f->w->kind == TABLE_DATA;
    for (struct item *it; (it = walk_next(f, &walk));)
        if ((data && (item_is_number(it) || it->look.kind == LOOK_YEAR)) == numbers)
            array_push(&sorted, it);
    if (sorted.count > 0)
        qsort(sorted.at, sorted.count, sizeof *sorted.at, by_width);
    for (size_t i = 0; i < sorted.count; i++)
        if (is_free(f, sorted.at[i]->from, sorted.at[i]->to))
            insert(f, sorted.at[i]->from, sorted.at[i]->to, numbers);
    array_deinit(&sorted);
}

/* What lies between two neighbours: rows that hold both, numbers that cover both. */
struct between {
    size_t both, bridges;
};

static void weigh(struct finding *f, struct between *between)
{
    size_t count = f->found.count, row = (size_t)-1, last = 0, last_end = 0;
    struct walk walk = walk_body(f);
    for (size_t i = 0; i < count; i++)
        between[i] = (struct between){0};
    for (struct item *it; (it = walk_next(f, &walk));) {
        size_t first = first_at(f, it->from), end = first;
        while (end < count && f->found.at[end].from < it->to)
            end++;
        bool number = item_is_number(it);
        for (size_t k = first; number && k + 1 < end && end - first <= 3; k++)
            between[k].bridges++;
        if (walk.row == row && first > last && first == last_end && end > first)
            between[first - 1].both++;
        if (end > first) {
            row = walk.row;
            last = first;
            last_end = end;
        }
    }
}

/* Whether the stretch and the next are one column. */
static bool one_column(const struct finding *f, size_t k, const struct between *between,
                       size_t first_number)
{
    if (between[k].both > 0)
        return false;
    if (f->found.at[k].number && f->found.at[k + 1].number)
        return between[k].bridges > 0;
    return k + 1 < first_number && first_number < f->found.count;
}

static void merge(struct finding *f)
{
    for (int round = 0; round < ROUNDS && f->found.count > 1; round++) {
        struct between *between = arena_array(&f->w->scratch, f->found.count, sizeof *between);
        size_t kept = 0, first_number = 0;
        weigh(f, between);
        while (first_number < f->found.count && !f->found.at[first_number].number)
            first_number++;
        for (size_t k = 0; k < f->found.count; k++) {
            struct stretch s = f->found.at[k];
            if (k + 1 < f->found.count && one_column(f, k, between, first_number)) {
                s.to = s.reach_to = f->found.at[k + 1].to;
                k++;
            }
            f->found.at[kept++] = s;
        }
        if (kept == f->found.count)
            return;
        f->found.count = kept;
    }
}

/* Lets each column reach as far as its numbers do, but never into another. */
static void reach(struct finding *f)
{
    struct walk walk = walk_body(f);
    for (struct item *it; (it = walk_next(f, &walk));) {
        size_t k = first_at(f, it->from);
        if (!item_is_number(it) || k >= f->found.count || f->found.at[k].from >= it->to)
            continue;
        bool alone = k + 1 == f->found.count || f->found.at[k + 1].from >= it->to;
        struct stretch *s = &f->found.at[k];
        if (!alone)
            continue;
        s->reach_from = it->from < s->reach_from ? it->from : s->reach_from;
        s->reach_to = it->to > s->reach_to ? it->to : s->reach_to;
    }
    for (size_t k = 0; k + 1 < f->found.count; k++) {
        struct stretch *s = &f->found.at[k], *next = s + 1;
        if (s->reach_to > next->reach_from) {
            s->reach_to = s->reach_to < next->from ? s->reach_to : next->from;
            next->reach_from = next->reach_from > s->reach_to ? next->reach_from : s->reach_to;
        }
    }
}

static unsigned overlap(unsigned a, unsigned b, unsigned c, unsigned d)
{
    unsigned from = a > c ? a : c, to = b < d ? b : d;
    return from < to ? to - from : 0;
}

/* Puts an item over the columns it covers; false when it covers none. */
static bool settle(const struct finding *f, struct item *it)
{
    size_t best = f->found.count, first = best, last = 0;
    unsigned most = 0;
    size_t k = first_at(f, it->from);
    for (k = k > 0 ? k - 1 : 0; k < f->found.count && f->found.at[k].reach_from < it->to; k++) {
        const struct stretch *s = &f->found.at[k];
        unsigned size = s->reach_to - s->reach_from;
        unsigned much = overlap(it->from, it->to, s->reach_from, s->reach_to);
        bool core = overlap(it->from, it->to, s->from, s->to) * 2 >= s->to - s->from;
        if (much > most || (much == most && much > 0 && s->number && !f->found.at[best].number)) {
            most = much;
            best = k;
        }
        if (much > 0 && (core || much * 2 > size)) {
            first = first < k ? first : k;
            last = k;
        }
    }
    if (most == 0)
        return false;
    if (first == f->found.count)
        first = last = best;
    it->column = (uint16_t)first;
    it->span = (uint16_t)(last - first + 1);
    return true;
}

/* A head over nothing goes to a column beside it that has no head in its row yet. */
static bool settle_beside(const struct finding *f, struct item *it, const struct item *first,
                          const struct item *end)
{
    size_t k = first_at(f, it->from);
    for (size_t i = k > 0 ? k - 1 : 0; i <= k && i < f->found.count; i++) {
        const struct stretch *s = &f->found.at[i];
        bool near = s->reach_from >= it->to
                        ? s->reach_from - it->to < NEAR
                        : it->from >= s->reach_to && it->from - s->reach_to < NEAR;
        bool taken = false;
        for (const struct item *o = first; o < end; o++)
            taken = taken || overlap(o->from, o->to, s->reach_from, s->reach_to) > 0;
        if (!near || taken || (i == 0 && !s->number))
            continue;
        it->column = (uint16_t)i;
        it->span = 1;
        return true;
    }
    return false;
}

/* Heads over no column, and none beside: they make one. */
static void seed_heads(struct finding *f)
{
    for (size_t row = f->part->from; row < f->part->head_end; row++) {
        const struct work_row *r = &f->w->rows[row];
        struct item *first = f->w->items + r->first, *end = first + r->count;
        for (struct item *it = first; it < end && !r->prose; it++) {
            bool covered = settle(f, it) || settle_beside(f, it, first, end);
            if (!covered && is_free(f, it->from, it->to))
                insert(f, it->from, it->to, false);
        }
    }
}

static void settle_all(struct finding *f)
{
    for (size_t row = f->part->from; row < f->part->to; row++) {
        const struct work_row *r = &f->w->rows[row];
        struct item *first = f->w->items + r->first, *end = first + r->count;
        unsigned behind = 0; /* no item stands before the one before it */
        for (struct item *it = first; it < end; it++) {
            if (!settle(f, it) && !settle_beside(f, it, first, end)) {
                size_t k = first_at(f, it->from);
                it->column = (uint16_t)(k < f->found.count ? k : k - (k > 0));
                it->span = 1;
            }
            if (it->column < behind && it->column + it->span > behind) {
                it->span = (uint16_t)(it->column + it->span - behind);
                it->column = (uint16_t)behind;
            } else if (it->column < behind) {
                it->column = (uint16_t)(behind - 1);
                it->span = 1;
            }
            behind = it->column + it->span;
        }
    }
}

/* The title of the rows below it, in the middle of a table, is over all of its columns. */
static void stretch_titles(const struct finding *f)
{
    for (size_t row = f->part->head_end; row < f->part->to; row++) {
        const struct work_row *r = &f->w->rows[row];
        struct item *it = &f->w->items[r->first];
        if (r->count != 1 || r->prose || r->class == ROW_BODY || it->column == 0 ||
            (size_t)it->span * 2 <= f->found.count || it->span < WIDE)
            continue;
        it->from = 0; /* no indent */
        it->column = 0;
        it->span = (uint16_t)f->found.count;
    }
}

void table_columns(struct work *w, struct part *p, int *map)
{
    struct finding f = {.w = w, .part = p};
    seed(&f, walk_body(&f), true);
    seed(&f, walk_body(&f), false);
    if (f.found.count == 0) /* nothing but heads */
        seed(&f, (struct walk){.row = p->from}, false);
    merge(&f);
    reach(&f);
    seed_heads(&f);
    settle_all(&f);
    if (w->kind == TABLE_DATA)
        stretch_titles(&f);
    p->columns = f.found.count > 0 ? f.found.count : 1;
    for (size_t k = 0; k < w->grid.columns; k++)
        map[k] = -1;
    for (size_t i = 0; i < f.found.count; i++)
        for (unsigned k = f.found.at[i].reach_from; k < f.found.at[i].reach_to; k++)
            map[k] = (int)i;
    array_deinit(&f.found);
}
