/* SPDX-License-Identifier: MIT */
/* Makes nodes of chosen candidates. */
#include "outline/nodes.h"

#include "outline/label.h"
#include "outline/line.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT_ITEM = 1200 }; /* an Item that only points elsewhere is not longer, in bytes */

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

/* A score as a confidence between 0.3 and 0.99. */
static double confidence(double score)
{
    double c = 0.5 + score / 10;
    return c > 0.99 ? 0.99 : c < 0.3 ? 0.3 : c;
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

static void add_part(struct nodes *n, const struct candidate *c)
{
    const char *roman = label_roman(c->part);
    struct node *node = add(n, NODE_PART, c->offset, roman);
    node->part = slice_of(roman);
    node->title = arena_copy(&n->arena, c->title);
    node->label = joined(n, SLICE("Part"), " ", slice_of(roman));
    node->confidence = confidence(3 + (c->features & FEATURE_BLANK_ABOVE ? 1 : 0));
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
                     const struct form *form, unsigned part)
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
    node->confidence = confidence(choice->score);
    node->status = item_status(c, form);
}

static void add_heading(struct nodes *n, enum node_kind kind, const struct candidate *c,
                        const char *id)
{
    struct node *node = add(n, kind, c->offset, id);
    node->title = arena_copy(&n->arena, c->title);
    if (c->features & FEATURE_BOILERPLATE) {
        node->title = SLICE("Signatures");
        node->found_by = FOUND_BOILERPLATE;
        node->confidence = 0.6;
    } else if (kind == NODE_SIGNATURES && !(c->features & FEATURE_SIGNED)) {
        node->confidence = 0.5;
    }
}

/* The divider pages of exhibits printed in the document, behind its signatures. */
static void add_exhibits(struct nodes *n, const struct candidates *c, const struct chain *chain)
{
    struct slice before = {0};
    if (chain->signatures == CHAIN_NONE)
        return;
    uint32_t page = c->list.at[chain->signatures].page;
    for (size_t i = chain->signatures; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        if (x->kind != CANDIDATE_EXHIBIT || x->page == page ||
            slice_equal_nocase(x->numbers[0], before))
            continue;
        before = x->numbers[0];
        struct node *node = add(n, NODE_EXHIBIT, x->offset, "");
        node->id = joined(n, SLICE("EX"), "-", before);
        node->label = joined(n, SLICE("Exhibit"), " ", before);
        node->confidence = 0.7;
    }
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
    for (size_t i = 0; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        if (!(x->features & FEATURE_IN_CONTENTS))
            continue;
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
            add_part(n, &c->list.at[chain->parts[p]]);
    for (size_t i = 0; i < chain->items.count; i++) {
        const struct choice *choice = &chain->items.at[i];
        unsigned part = 0;
        for (unsigned p = 1; p < CHAIN_PARTS; p++)
            if (chain->parts[p] != CHAIN_NONE && chain->parts[p] < choice->candidate)
                part = p;
        add_item(n, &c->list.at[choice->candidate], choice, form, part);
    }
    if (chain->signatures != CHAIN_NONE)
        add_heading(n, NODE_SIGNATURES, &c->list.at[chain->signatures], "signatures");
    if (chain->exhibit_index != CHAIN_NONE)
        add_heading(n, NODE_EXHIBIT_INDEX, &c->list.at[chain->exhibit_index], "exhibit-index");
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

static bool has_item(const struct nodes *n, struct slice number, struct slice part)
{
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *node = &n->list.at[i];
        if (part.len > 0 && !slice_equal(node->part, part))
            continue;
        for (size_t k = 0; k < node->item_count; k++)
            if (slice_equal_nocase(node->items[k], number))
                return true;
    }
    return false;
}

static void add_missing(struct nodes *n, struct slice id, const char *why)
{
    struct missing missing = {id, slice_of(why)};
    array_push(&n->missing, missing);
}

void nodes_find_missing(struct nodes *n, const struct form *form, const struct slice *declared,
                        size_t declared_count)
{
    static const struct slice any = {0};
    if (form->family == NULL)
        return;
    if (form->family->order == ANY_ORDER) {
        for (size_t i = 0; i < declared_count; i++)
            if (!has_item(n, declared[i], any))
                add_missing(n, arena_copy(&n->arena, declared[i]),
                            "declared in the header, not found");
        return;
    }
    for (size_t i = 0; i < form->count; i++) {
        const struct form_row *row = &form->rows[i];
        bool by_part = form->family->order == PART_ORDER;
        struct slice number = slice_of(row->item->number);
        struct slice part = by_part ? slice_of(row->item->part) : any;
        if (!row->in_force || row->item->expect == OPTIONAL || has_item(n, number, part) ||
            (i > 0 && form->rows[i - 1].slot == row->slot && form->rows[i - 1].in_force))
            continue;
        add_missing(n, by_part ? joined(n, part, ".", number) : number, "not found");
    }
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
        bool pointer = node->status == NODE_INCORPORATED || node->status == NODE_OMITTED;
        if (pointer && node->length > SHORT_ITEM)
            node->status = NODE_PRESENT;
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
