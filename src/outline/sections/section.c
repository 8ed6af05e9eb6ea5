/* SPDX-License-Identifier: MIT */
/* Puts sections among the nodes. */
#include "outline/sections/section.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "outline/items/line.h"

#include <stdlib.h>
#include <string.h>

enum {
    ID_BYTES = 60,
    DEEPEST = 16 /* sections that stand in each other */
};

void sections_deinit(struct sections *s)
{
    array_deinit(&s->list);
    arena_deinit(&s->arena);
}

struct section *sections_add(struct sections *s, enum node_kind kind, const struct head *head,
                             int grade)
{
    struct section *section = array_add(&s->list);
    memset(section, 0, sizeof *section);
    section->kind = kind;
    section->offset = head->offset;
    section->grade = grade;
    section->title = head->title;
    section->confidence = 0.9;
    return section;
}

struct slice section_slug(struct arena *arena, struct slice title)
{
    struct buffer id = {0};
    for (size_t i = 0; i < title.len && id.len < ID_BYTES; i++) {
        if (line_is_alnum(title.at[i]))
            buffer_add_byte(&id, byte_lower(title.at[i]));
        else if (id.len > 0 && id.at[id.len - 1] != '-')
            buffer_add_byte(&id, '-');
    }
    while (id.len > 0 && id.at[id.len - 1] == '-')
        id.len--;
    struct slice copy = id.len > 0 ? arena_copy(arena, buffer_slice(&id)) : SLICE("heading");
    buffer_deinit(&id);
    return copy;
}

/* By place; of one place what is more than a heading first, then the lowest grade. */
static int by_place(const void *a, const void *b)
{
    const struct section *x = a;
    const struct section *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    if (x->kind != y->kind && (x->kind == NODE_HEADING || y->kind == NODE_HEADING))
        return x->kind == NODE_HEADING ? 1 : -1;
    return x->grade - y->grade;
}

/* The sections before it that a node stands in. */
struct stack {
    int grades[DEEPEST];
    size_t depth;
    int base;             /* the level of the node that all stand in */
    struct slice exhibit; /* the id of the printed exhibit that all stand in; else empty */
};

/* A node of the skeleton: what follows stands in it, but behind a page of signatures or a list of
 * exhibits beside it. */
static void enter(struct stack *s, const struct node *node)
{
    bool closed = node->kind == NODE_SIGNATURES || node->kind == NODE_EXHIBIT_INDEX ||
                  node->kind == NODE_EXHIBIT_ROW;
    if (node->kind == NODE_EXHIBIT)
        s->exhibit = node->id;
    else if (node->level == 1)
        s->exhibit = (struct slice){0};
    if (node->kind != NODE_EXHIBIT_ROW)
        s->base = closed && node->level == 1 ? 0 : node->level;
    s->depth = 0;
}

static int level_in(struct stack *s, int grade)
{
    if (grade == GRADE_TOP)
        s->base = s->depth = 0;
    while (s->depth > 0 && s->grades[s->depth - 1] >= grade)
        s->depth--;
    int level = s->base + (int)s->depth + 1;
    if (s->depth < DEEPEST)
        s->grades[s->depth++] = grade;
    return level;
}

/* The id of the section, below that of the exhibit it is printed in. */
static struct slice id_of(struct nodes *n, const struct section *s, struct slice exhibit)
{
    struct slice id =
        s->id.len > 0 ? s->id : section_slug(&n->arena, s->title.len ? s->title : s->label);
    struct buffer whole = {0};
    if (exhibit.len > 0 && !slice_starts(id, exhibit)) {
        buffer_add(&whole, exhibit);
        buffer_add_byte(&whole, '/');
    }
    buffer_add(&whole, id);
    struct slice copy = arena_copy(&n->arena, buffer_slice(&whole));
    buffer_deinit(&whole);
    return copy;
}

static struct node node_of(struct nodes *n, const struct section *s, int level,
                           struct slice exhibit)
{
    struct node node = {
        .kind = s->kind,
        .offset = s->offset,
        .level = level,
        .confidence = s->confidence,
        .found_by = s->found_by,
        .target_document = (size_t)-1,
        .why = s->why,
    };
    node.title = arena_copy(&n->arena, s->title);
    node.label = arena_copy(&n->arena, s->label);
    node.id = id_of(n, s, exhibit);
    return node;
}

/* True when the section is the node's own heading, below its label, or the line it ends with: that
 * stands where the heading must still go on. */
static bool is_title_of(const struct node *node, const struct section *s)
{
    enum { TITLE_NEAR = 1500 };
    size_t from = s->offset - node->offset;
    if (s->kind != NODE_HEADING || s->label.len > 0 || s->title.len == 0)
        return false;
    return from < node->title.len ? slice_ends_nocase(node->title, s->title)
                                  : from < TITLE_NEAR && slice_equal_nocase(node->title, s->title);
}

/* A heading that a list names, and that a reader knows for a statement, is one. */
static void settle_kind(struct node *node, const struct section *section)
{
    if (node->kind != NODE_HEADING || section->kind != NODE_STATEMENT)
        return;
    node->kind = NODE_STATEMENT;
    node->why |= section->why;
}

void sections_place(struct nodes *n, struct sections *s)
{
    size_t count = n->list.count, next = 0;
    struct node *old = memory_alloc((count + 1) * sizeof *old);
    struct stack stack = {0};
    bool is_signed = false;
    if (count > 0)
        memcpy(old, n->list.at, count * sizeof *old);
    n->list.count = 0;
    if (s->list.count > 1)
        qsort(s->list.at, s->list.count, sizeof *s->list.at, by_place);
    for (size_t i = 0; i < s->list.count && n->list.count < NODES_MOST; i++) {
        const struct section *section = &s->list.at[i];
        bool again = i > 0 && s->list.at[i - 1].offset == section->offset;
        for (; next < count && old[next].offset <= section->offset; next++) {
            array_push(&n->list, old[next]);
            enter(&stack, &old[next]);
            is_signed = is_signed || old[next].kind == NODE_SIGNATURES;
        }
        struct node *last = n->list.count > 0 ? &n->list.at[n->list.count - 1] : NULL;
        if (last && last->offset == section->offset)
            settle_kind(last, section);
        if (again || (last && (last->offset == section->offset || is_title_of(last, section))))
            continue;
        int level = level_in(&stack, section->grade);
        struct node node = node_of(n, section, level, stack.exhibit);
        if (node.kind == NODE_SIGNATURES && is_signed && stack.exhibit.len == 0)
            node.kind = NODE_HEADING; /* of an agreement printed behind the document's own */
        array_push(&n->list, node);
    }
    for (; next < count; next++)
        array_push(&n->list, old[next]);
    free(old);
}
