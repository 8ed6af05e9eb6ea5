/* SPDX-License-Identifier: MIT */
/* Makes nodes of chosen candidates. */
#include "outline/nodes.h"

#include "outline/items/confidence.h"
#include "outline/exhibits/dividers.h"
#include "outline/items/label.h"
#include "outline/items/line.h"

#include <stdlib.h>
#include <string.h>

void nodes_init(struct nodes *n)
{
    memset(n, 0, sizeof *n);
    arena_init(&n->arena);
}

void nodes_deinit(struct nodes *n)
{
    array_deinit(&n->list);
    array_deinit(&n->missing);
    arena_deinit(&n->arena);
}

static struct node *add(struct nodes *n, enum node_kind kind, size_t offset, const char *id)
{
    struct node *node = array_add(&n->list);
    memset(node, 0, sizeof *node);
    node->kind = kind;
    node->offset = offset;
    node->id = slice_of(id);
    node->level = 1;
    node->confidence = 0.9;
    node->target_document = (size_t)-1;
    return node;
}

static struct slice joined(struct nodes *n, struct slice a, const char *between, struct slice b)
{
    struct buffer text;
    buffer_init(&text);
    buffer_add(&text, a);
    buffer_add_text(&text, between);
    buffer_add(&text, b);
    struct slice copy = arena_copy(&n->arena, buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}

static void set_confidence(struct node *node, struct confidence c)
{
    node->confidence = c.value;
    node->why = c.why;
}

static void add_part(struct nodes *n, const struct candidate *c, struct confidence sure)
{
    const char *roman = label_roman(c->part);
    struct node *node = add(n, NODE_PART, c->offset, roman);
    node->part = slice_of(roman);
    node->title = arena_copy(&n->arena, c->title);
    node->label = joined(n, SLICE("Part"), " ", slice_of(roman));
    set_confidence(node, sure);
}

/* "Item 7A", "Items 1, 2 and 3". */
static struct slice item_label(struct nodes *n, const struct candidate *c)
{
    struct buffer text;
    buffer_init(&text);
    buffer_add_text(&text, c->count > 1 ? "Items " : "Item ");
    for (size_t i = 0; i < c->count; i++) {
        if (i > 0)
            buffer_add_text(&text, i + 1 == c->count ? " and " : ", ");
        buffer_add(&text, c->numbers[i]);
    }
    struct slice copy = arena_copy(&n->arena, buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}

/* What an Item of an 8-K incorporates is an exhibit that comes with it; the Item itself is there.
 */
static enum node_status item_status(const struct candidate *c, const struct form *form)
{
    if (c->features & FEATURE_RESERVED)
        return NODE_RESERVED;
    if (c->features & FEATURE_INCORPORATED && form->family->order != ANY_ORDER)
        return NODE_INCORPORATED;
    return c->features & FEATURE_OMITTED ? NODE_OMITTED : NODE_PRESENT;
}

static void add_item(struct nodes *n, const struct candidate *c, const struct choice *choice,
                     const struct form *form, unsigned part, struct confidence sure)
{
    bool by_part = form->family->order == PART_ORDER;
    unsigned own = by_part || part == 0 ? choice->part : part;
    struct slice roman = slice_of(label_roman(own));
    struct node *node = add(n, NODE_ITEM, c->offset, "");
    struct slice *items = arena_array(&n->arena, c->count, sizeof *items);
    for (size_t i = 0; i < c->count; i++)
        items[i] = arena_copy(&n->arena, c->numbers[i]);
    node->items = items;
    node->item_count = c->count;
    node->part = roman;
    node->id = by_part && roman.len > 0 ? joined(n, roman, ".", items[0]) : items[0];
    node->label = item_label(n, c);
    node->title = arena_copy(&n->arena, c->title);
    set_confidence(node, sure);
    if (c->features & FEATURE_UNLABELLED)
        node->found_by = sure.why & WHY_TITLE ? FOUND_TITLE : FOUND_CONTENTS;
    node->status = item_status(c, form);
}

static void add_heading(struct nodes *n, enum node_kind kind, const struct candidate *c,
                        const char *id, struct confidence sure)
{
    struct node *node = add(n, kind, c->offset, id);
    node->title = arena_copy(&n->arena, c->title);
    set_confidence(node, sure);
    if (c->features & FEATURE_BOILERPLATE) {
        node->title = SLICE("Signatures");
        node->found_by = FOUND_BOILERPLATE;
    }
}

/* The exhibits printed in the document, behind its signatures. */
static void add_exhibits(struct nodes *n, const struct candidates *c, const struct chain *chain)
{
    struct dividers dividers = {0};
    dividers_choose(&dividers, c, chain);
    for (size_t i = 0; i < dividers.list.count; i++) {
        const struct divider *d = &dividers.list.at[i];
        const struct candidate *x = &c->list.at[d->candidate];
        struct node *node = add(n, NODE_EXHIBIT, x->offset, "");
        node->id = joined(n, SLICE("EX"), "-", x->numbers[0]);
        node->label = joined(n, SLICE("Exhibit"), " ", x->numbers[0]);
        node->title = arena_copy(&n->arena, x->title);
        node->confidence = d->confidence;
        node->why = d->why;
    }
    dividers_deinit(&dividers);
}

static int by_offset(const void *a, const void *b)
{
    const struct node *x = a;
    const struct node *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

static void add_contents(struct nodes *n, const struct candidates *c)
{
    size_t item = (size_t)-1, last = 0; /* the places of the first Item and of the last */
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *node = &n->list.at[i];
        if (node->kind == NODE_ITEM && node->offset < item)
            item = node->offset;
        if (node->kind == NODE_ITEM && node->offset > last)
            last = node->offset;
    }
    for (size_t i = 0; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        if (!(x->features & FEATURE_IN_CONTENTS))
            continue;
        if (item < x->offset && x->offset < last)
            return; /* the list of one part, on its divider */
        struct node *node = add(n, NODE_CONTENTS, x->offset, "contents");
        node->title =
            x->kind == CANDIDATE_CONTENTS ? arena_copy(&n->arena, x->title) : SLICE("Contents");
        node->found_by = x->kind == CANDIDATE_CONTENTS ? FOUND_HEADING : FOUND_CONTENTS;
        return;
    }
}

static bool item_follows(const struct nodes *n, size_t i)
{
    for (; i < n->list.count; i++)
        if (n->list.at[i].kind == NODE_ITEM)
            return true;
    return false;
}

/* Items stand below the part that is before them, an exhibit index between two Items below the
 * first of these. */
static void set_levels(struct nodes *n)
{
    bool part = false;
    for (size_t i = 0; i < n->list.count; i++) {
        struct node *node = &n->list.at[i];
        if (node->kind == NODE_PART)
            part = true;
        else if (node->kind == NODE_EXHIBIT_INDEX && i > 0 && node[-1].kind == NODE_ITEM &&
                 item_follows(n, i))
            node->level = node[-1].level + 1;
        else if (node->kind != NODE_ITEM)
            part = false;
        else if (part)
            node->level = 2;
    }
}

void nodes_build(struct nodes *n, const struct candidates *c, const struct chain *chain,
                 const struct form *form, size_t cover)
{
    for (unsigned p = 1; p < CHAIN_PARTS; p++)
        if (chain->parts[p] != CHAIN_NONE)
            add_part(n, &c->list.at[chain->parts[p]], confidence_frame(chain->parts[p], c));
    for (size_t i = 0; i < chain->items.count; i++) {
        const struct choice *choice = &chain->items.at[i];
        unsigned part = 0;
        for (unsigned p = 1; p < CHAIN_PARTS; p++)
            if (chain->parts[p] != CHAIN_NONE && chain->parts[p] < choice->candidate)
                part = p;
        add_item(n, &c->list.at[choice->candidate], choice, form, part,
                 confidence_item(chain, i, c, form));
    }
    if (chain->signatures != CHAIN_NONE)
        add_heading(n, NODE_SIGNATURES, &c->list.at[chain->signatures], "signatures",
                    confidence_frame(chain->signatures, c));
    if (chain->exhibit_index != CHAIN_NONE)
        add_heading(n, NODE_EXHIBIT_INDEX, &c->list.at[chain->exhibit_index], "exhibit-index",
                    confidence_frame(chain->exhibit_index, c));
    add_contents(n, c);
    add_exhibits(n, c, chain);
    if (n->list.count == 0)
        return;
    qsort(n->list.at, n->list.count, sizeof *n->list.at, by_offset);
    if (n->list.at[0].offset > cover) {
        add(n, NODE_COVER, cover, "cover")->title = SLICE("Cover");
        qsort(n->list.at, n->list.count, sizeof *n->list.at, by_offset);
    }
    set_levels(n);
}

void nodes_measure(struct nodes *n, size_t end)
{
    for (size_t i = 0; i < n->list.count; i++) {
        struct node *node = &n->list.at[i];
        size_t next = i + 1;
        while (next < n->list.count && n->list.at[next].level > node->level)
            next++;
        size_t to = next < n->list.count ? n->list.at[next].offset : end;
        node->length = to > node->offset ? to - node->offset : 0;
    }
}

void nodes_insert(struct nodes *n, size_t index, const struct node *more, size_t count)
{
    for (size_t i = 0; i < count; i++)
        (void)array_add(&n->list);
    size_t behind = n->list.count - count - index - 1;
    memmove(n->list.at + index + 1 + count, n->list.at + index + 1, behind * sizeof *more);
    memcpy(n->list.at + index + 1, more, count * sizeof *more);
}
