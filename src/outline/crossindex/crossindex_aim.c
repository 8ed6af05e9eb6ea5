/* SPDX-License-Identifier: MIT */
/* Finds the pages and headings that rows of an index lead to. */
#include "outline/crossindex/crossindex_aim.h"

#include "outline/items/label.h"
#include "outline/items/title.h"

#include <string.h>

#define NOWHERE ((size_t)-1)

enum {
    HEADS_LOOKED = 200, /* heads of a page that are looked at for a title */
    NEAR_LINK = 4000,   /* bytes of input behind a link in which its heading stands */
    EXHIBITS_BYTES = 60 /* a longer line is no heading of exhibits */
};

void crossindex_aim_init(struct crossindex_aim *a, struct arena *arena,
                         const struct index_rows *rows, const struct scan *scan,
                         const struct document *d, const struct crossindex_pages *pages)
{
    memset(a, 0, sizeof *a);
    a->arena = arena;
    a->rows = rows;
    a->scan = scan;
    a->document = d;
    a->body = NOWHERE;
    a->pages = pages;
}

void crossindex_aim_deinit(struct crossindex_aim *a)
{
    buffer_deinit(&a->folded);
}

static bool inside(const struct crossindex_aim *a, size_t offset)
{
    return offset >= a->rows->start && offset < a->rows->end;
}

double crossindex_aim_match(struct crossindex_aim *a, const struct index_row *row,
                            struct slice title)
{
    struct slice part = {0};
    if (a->scan->form->family->order == PART_ORDER)
        part = slice_of(label_roman(row->part));
    buffer_clear(&a->folded);
    title_fold(&a->folded, title);
    return form_match(a->scan->form, row->numbers[0], part, buffer_slice(&a->folded));
}

void crossindex_aim_resolve(struct crossindex_aim *a, const struct index_row *row,
                            struct node *node)
{
    struct node_range *ranges = arena_array(a->arena, row->range_count + 1, sizeof *ranges);
    size_t end;
    for (size_t i = 0; i < row->range_count; i++) {
        const struct index_range *from = &a->rows->ranges.at[row->ranges + i];
        ranges[i].from = from->from;
        ranges[i].to = from->to;
        ranges[i].offset = crossindex_pages_find(a->pages, from->from, &end);
        if (ranges[i].offset == NOWHERE && from->link.len > 0)
            ranges[i].offset = links_place(&a->scan->links, from->link);
        if (ranges[i].offset < a->body && !inside(a, ranges[i].offset))
            a->body = ranges[i].offset;
    }
    node->ranges = row->range_count > 0 ? ranges : NULL;
    node->range_count = row->range_count;
}

/* The head in [from, end) that has the title of the row's Item; NULL when none has. */
static const struct head *find_title(struct crossindex_aim *a, const struct index_row *row,
                                     size_t from, size_t end)
{
    const struct heads *heads = &a->scan->heads;
    size_t first = heads_at(heads, from);
    for (size_t i = first; i < heads->list.count && i < first + HEADS_LOOKED; i++) {
        const struct head *h = &heads->list.at[i];
        if (h->offset >= end)
            break;
        if (!crossindex_chapters_is_title(h) || inside(a, h->offset))
            continue;
        double least = slice_find(h->title, SLICE(" ")) < h->title.len ? 0.9 : 0.95;
        if (crossindex_aim_match(a, row, h->title) >= least ||
            title_match(h->title, row->title) >= least)
            return h;
    }
    return NULL;
}

/* The place that a link of the row leads to, when it is in [from, end). */
static size_t find_link(const struct crossindex_aim *a, const struct index_row *row, size_t from,
                        size_t end)
{
    struct slice names[2] = {{0}, row->link};
    if (row->range_count > 0)
        names[0] = a->rows->ranges.at[row->ranges].link;
    for (size_t i = 0; i < 2; i++) {
        size_t at = names[i].len > 0 ? links_place(&a->scan->links, names[i]) : NOWHERE;
        if (at != NOWHERE && at >= from && at < end && !inside(a, at))
            return at;
    }
    return NOWHERE;
}

void crossindex_aim_at(struct crossindex_aim *a, const struct index_row *row, struct node *node)
{
    size_t i = 0;
    while (i < node->range_count && node->ranges[i].offset == NOWHERE)
        i++;
    size_t from = 0, end = NOWHERE, at = NOWHERE;
    if (i < node->range_count) {
        at = node->ranges[i].offset;
        if (crossindex_pages_find(a->pages, node->ranges[i].from, &end) != NOWHERE)
            from = at;
        else
            end = NOWHERE;
    } else if (row->range_count == 0 && row->said != 0) {
        return;
    }
    const struct head *h = from > 0 ? find_title(a, row, from, end) : NULL;
    size_t linked = find_link(a, row, from, end);
    if (h != NULL)
        at = h->offset;
    else if (linked != NOWHERE)
        at = linked;
    if (at == NOWHERE)
        return;
    node->target = TARGET_HERE;
    node->target_document = a->document->index;
    node->target_offset = at;
}

const struct head *crossindex_aim_exhibits(const struct crossindex_aim *a,
                                           const struct index_row *row)
{
    const struct heads *heads = &a->scan->heads;
    for (size_t i = 0; i < 2 * row->range_count; i++) {
        const struct index_range *range = &a->rows->ranges.at[row->ranges + i / 2];
        size_t end = 0;
        size_t from = crossindex_pages_find(a->pages, i % 2 ? range->to : range->from, &end);
        if (from == NOWHERE && range->link.len > 0) {
            from = links_place(&a->scan->links, range->link);
            end = from == NOWHERE ? 0 : from + NEAR_LINK;
        }
        size_t first = heads_at(heads, from);
        for (size_t k = first; k < heads->list.count && k < first + HEADS_LOOKED; k++) {
            const struct head *h = &heads->list.at[k];
            if (h->offset >= end)
                break;
            if (crossindex_chapters_is_title(h) && !inside(a, h->offset) &&
                h->title.len <= EXHIBITS_BYTES &&
                (slice_starts_nocase(h->title, SLICE("exhibits")) ||
                 slice_starts_nocase(h->title, SLICE("exhibit index")) ||
                 slice_starts_nocase(h->title, SLICE("index to exhibits"))))
                return h;
        }
    }
    return NULL;
}
