/* SPDX-License-Identifier: MIT */
/* Collects the lines that lead to other places of their document. */
#include "outline/heads/links.h"

#include "base/buffer.h"
#include "outline/items/line.h"

#include <stdlib.h>
#include <string.h>

void links_init(struct links *l)
{
    memset(l, 0, sizeof *l);
    arena_init(&l->arena);
}

void links_deinit(struct links *l)
{
    array_deinit(&l->list);
    array_deinit(&l->places);
    array_deinit(&l->targets);
    arena_deinit(&l->arena);
}

static struct slice folded(struct links *l, struct slice text)
{
    struct buffer b = {0};
    line_fold_blanks(&b, slice_cut(text, 0, LINK_BYTES));
    struct slice copy = arena_copy(&l->arena, buffer_slice(&b));
    buffer_deinit(&b);
    return copy;
}

/* "#name" as the name; empty for a link that leads elsewhere. */
static struct slice name_of(struct slice href)
{
    return slice_starts(href, SLICE("#")) ? slice_cut(href, 1, href.len) : (struct slice){0};
}

static void add_line(struct links *l, const struct block *b)
{
    struct jump *last = NULL;
    for (size_t i = 0; i < b->link_count && l->list.count < LINKS_MOST; i++) {
        const struct link *link = &b->links[i];
        struct slice name = name_of(link->href);
        if (name.len == 0 || (last && slice_equal(last->name, name)))
            continue;
        size_t start = 0;
        while (start < b->text.len && byte_is_blank(b->text.at[start]))
            start++;
        struct slice line = slice_trim(b->text);
        struct jump jump = {
            .offset = block_source(b, start),
            .target = LINKS_NONE,
            .text = l->text,
            .name = arena_copy(&l->arena, name),
            .title = folded(l, slice_cut(line, 0, line_page_number(line))),
            .linked = folded(l, slice_cut(b->text, link->from, link->to)),
            .indent = b->shape.indent,
        };
        array_push(&l->list, jump);
        last = &l->list.at[l->list.count - 1];
    }
}

void links_add(struct links *l, const struct segment *seg)
{
    for (size_t i = 0; i < seg->anchor_count; i++) {
        struct anchor place = {arena_copy(&l->arena, seg->anchors[i].name), seg->anchors[i].offset};
        array_push(&l->places, place);
    }
    for (size_t i = 0; i < seg->count; i++) {
        const struct block *b = &seg->blocks[i];
        size_t start = 0;
        if (b->link_count > 0)
            add_line(l, b);
        while (start < b->text.len && b->text.at[start] == ' ')
            start++;
        l->text += b->text.len - start + 1;
    }
}

static int compare(struct slice a, struct slice b)
{
    int order = memcmp(a.at, b.at, a.len < b.len ? a.len : b.len);
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int by_name(const void *a, const void *b)
{
    const struct anchor *x = a;
    const struct anchor *y = b;
    int order = compare(x->name, y->name);
    return order ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

static int by_target(const void *a, const void *b)
{
    const struct jump_target *x = a;
    const struct jump_target *y = b;
    if (x->target != y->target)
        return x->target < y->target ? -1 : 1;
    return (x->jump > y->jump) - (x->jump < y->jump);
}

void links_finish(struct links *l)
{
    if (l->places.count > 1)
        qsort(l->places.at, l->places.count, sizeof *l->places.at, by_name);
    for (size_t i = 0; i < l->list.count; i++) {
        struct jump_target leads = {links_place(l, l->list.at[i].name), i};
        l->list.at[i].target = leads.target;
        if (leads.target != LINKS_NONE)
            array_push(&l->targets, leads);
    }
    if (l->targets.count > 1)
        qsort(l->targets.at, l->targets.count, sizeof *l->targets.at, by_target);
}

size_t links_place(const struct links *l, struct slice name)
{
    size_t low = 0, high = l->places.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(l->places.at[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < l->places.count && slice_equal(l->places.at[low].name, name)
               ? l->places.at[low].offset
               : LINKS_NONE;
}

size_t links_from(const struct links *l, size_t offset)
{
    size_t low = 0, high = l->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (l->list.at[middle].offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < l->list.count && l->list.at[low].offset == offset ? l->list.at[low].target
                                                                   : LINKS_NONE;
}

size_t links_to(const struct links *l, size_t from, size_t to)
{
    size_t low = 0, high = l->targets.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (l->targets.at[middle].target < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low < l->targets.count && l->targets.at[low].target < to ? l->targets.at[low].jump
                                                                    : LINKS_NONE;
}
