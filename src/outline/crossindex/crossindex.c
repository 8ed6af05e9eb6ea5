/* SPDX-License-Identifier: MIT */
/* Finds cross-reference indexes and makes the Items of the outline those of the index. */
#include "outline/crossindex/crossindex.h"

#include "base/memory.h"
#include "outline/crossindex/crossindex_cells.h"
#include "outline/crossindex/crossindex_place.h"
#include "outline/crossindex/crossindex_rows.h"

#include <stdlib.h>

#define NOWHERE ((size_t)-1)

enum {
    CLOSE = 700,    /* bytes of text between two Items of a list */
    ABOVE = 6000,   /* bytes of input above the first Item in which the list may be named */
    RUNS_MOST = 6,  /* lists of Items that are looked at, */
    NAMES_MOST = 8, /* and lines that name an index */
    NAMED_ROWS = 4, /* an index that is named has so many Items, */
    ROWS = 5        /* one that is not so many */
};

/* ---- whether it is one */

/* Items that have a heading with their label outside of the rows. */
static size_t in_body(const struct nodes *n, const struct index_rows *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *node = &n->list.at[i];
        bool inside = node->offset >= rows->start && node->offset < rows->end;
        count += node->kind == NODE_ITEM && node->found_by == FOUND_HEADING && !inside &&
                 node->confidence >= 0.5;
    }
    return count;
}

/* Items that the form has, at the filing's date. */
static size_t expected(const struct form *form)
{
    size_t count = 0, slot = NOWHERE;
    for (size_t i = 0; i < form->count; i++) {
        const struct form_row *row = &form->rows[i];
        if (!row->in_force || row->item->expect == OPTIONAL || row->slot == slot)
            continue;
        slot = row->slot;
        count++;
    }
    return count;
}

/* A list that nothing names begins with Item 1 and has most Items of the form. */
static bool is_whole(const struct index_rows *rows)
{
    return rows->list.count * 2 > expected(rows->form) &&
           slice_equal(rows->list.at[0].numbers[0], SLICE("1"));
}

static bool is_index(const struct nodes *n, const struct index_rows *rows)
{
    size_t count = rows->list.count, answered = 0, paged = 0, wide = 0;
    for (size_t i = 0; i < count; i++) {
        const struct index_row *row = &rows->list.at[i];
        bool span = row->range_count > 1;
        answered += row->answered;
        paged += row->range_count > 0;
        for (size_t k = 0; k < row->range_count; k++) {
            const struct index_range *range = &rows->ranges.at[row->ranges + k];
            span = span || !slice_equal(range->from, range->to);
        }
        wide += span;
    }
    bool named = rows->title.len > 0;
    size_t body = in_body(n, rows);
    if (count < (named ? NAMED_ROWS : ROWS) || answered * 10 < count * 6 || paged < 2)
        return false;
    return named ? body * 2 < count : wide >= 2 && body * 4 <= count && is_whole(rows);
}

/* ---- the search */

struct crossindex_search {
    struct nodes *nodes;
    struct content *content;
    const struct document *document;
    const struct scan *scan;
    size_t heads; /* not looked at yet: those before the others */
    size_t names; /* lines that name an index, so far */
    bool found;   /* `rows` are the index; `pages` are read */
    struct index_rows rows;
    struct crossindex_pages pages;
};

/* Reads the rows at the place; true when they are an index. */
static bool try_at(struct crossindex_search *x, size_t from, size_t first)
{
    crossindex_rows_read(&x->rows, x->content, x->scan->form, &x->nodes->arena, from, first);
    if (is_index(x->nodes, &x->rows))
        return true;
    crossindex_rows_deinit(&x->rows);
    return false;
}

/* By the lines that name one; the last that has rows is it. Goes through so many heads more. */
static bool find_named(struct crossindex_search *x, size_t heads)
{
    for (; x->heads > 0 && x->names < NAMES_MOST && heads > 0; heads--) {
        const struct head *h = &x->scan->heads.list.at[--x->heads];
        if (h->features & (HEAD_FURNITURE | HEAD_PAGE_NUMBER | HEAD_CONTINUED) ||
            !crossindex_cells_name(h->title))
            continue;
        x->names++;
        if (try_at(x, h->offset, h->offset))
            return true;
    }
    return false;
}

/* The last candidate of the list of Items close together that begins at `first`; *items is how many
 * there are. */
static size_t run_end(const struct candidates *c, size_t first, size_t *items)
{
    size_t i = first;
    *items = 0;
    for (; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        if (i > first && x->text - c->list.at[i - 1].text > CLOSE)
            break;
        *items += x->kind == CANDIDATE_ITEM &&
                  !(x->features & (FEATURE_PROSE | FEATURE_MID_SENTENCE | FEATURE_UNLABELLED));
    }
    return i - 1;
}

/* By lists of Items; the last that is one. */
static bool find_listed(struct crossindex_search *x)
{
    const struct candidates *c = &x->scan->candidates;
    size_t starts[RUNS_MOST];
    size_t count = 0, items;
    for (size_t i = 0; i < c->list.count; i++) {
        size_t last = run_end(c, i, &items);
        if (items >= NAMED_ROWS)
            starts[count++ % RUNS_MOST] = c->list.at[i].offset;
        i = last;
    }
    for (size_t k = 0; k < count && k < RUNS_MOST; k++) {
        size_t first = starts[(count - 1 - k) % RUNS_MOST];
        size_t from = first - x->scan->start > ABOVE ? first - ABOVE : x->scan->start;
        if (try_at(x, from, first))
            return true;
    }
    return false;
}

/* Most documents have a heading for each Item, and need no look at their lists. */
static bool may_have(const struct nodes *n, const struct scan *scan)
{
    size_t sure = 0, items = 0, last = NOWHERE;
    if (scan->exhibit || scan->form->family == NULL || scan->form->family->order == ANY_ORDER ||
        scan->form->family->order == NO_ITEMS)
        return false;
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *node = &n->list.at[i];
        if (node->kind != NODE_ITEM)
            continue;
        items++;
        /* The rows of a list stand close to each other. */
        bool apart = last == NOWHERE || node->offset - last > ABOVE;
        sure += apart && node->found_by == FOUND_HEADING && node->confidence * 100 >= NODE_SURE;
        last = node->offset;
    }
    return sure * 2 < items || items < NAMED_ROWS;
}

struct crossindex_search *crossindex_begin(struct nodes *n, struct submission *s,
                                           struct document *d, const struct scan *scan)
{
    if (!may_have(n, scan))
        return NULL;
    struct crossindex_search *x = memory_alloc(sizeof *x);
    x->nodes = n;
    x->content = content_of(s, d);
    x->document = d;
    x->scan = scan;
    x->heads = scan->heads.list.count;
    return x;
}

static void found(struct crossindex_search *x)
{
    x->found = true;
    crossindex_pages_init(&x->pages, x->content);
}

bool crossindex_step(struct crossindex_search *x, size_t heads)
{
    if (x == NULL)
        return true;
    if (x->found) {
        if (!crossindex_pages_step(&x->pages, heads / 2 + 1))
            return false;
        crossindex_place(x->nodes, &x->rows, &x->pages, x->document, x->scan);
        return true;
    }
    bool listed = x->heads == 0 || x->names == NAMES_MOST;
    if (listed ? find_listed(x) : find_named(x, heads))
        found(x);
    else
        return listed;
    return false;
}

bool crossindex_end(struct crossindex_search *x)
{
    bool is = x && x->found;
    if (is) {
        crossindex_rows_deinit(&x->rows);
        crossindex_pages_deinit(&x->pages);
    }
    free(x);
    return is;
}

size_t crossindex_target(const struct node *node)
{
    if (node->kind != NODE_ITEM)
        return NOWHERE;
    if (node->target == TARGET_HERE)
        return node->target_offset;
    for (size_t i = 0; i < node->range_count; i++)
        if (node->ranges[i].offset != NOWHERE)
            return node->ranges[i].offset;
    return NOWHERE;
}
