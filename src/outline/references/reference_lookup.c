/* SPDX-License-Identifier: MIT */
/* Makes the lookups that references are resolved with. */
#include "outline/references/reference_lookup.h"

#include "base/memory.h"
#include "outline/catalog.h"
#include "outline/exhibits/exhibit_order.h"
#include "outline/form.h"
#include "outline/items/line.h"
#include "outline/references/reference_context.h"
#include "outline/references/reference_label.h"
#include "outline/references/reference_text.h"

#include <stdlib.h>
#include <string.h>

enum { LABELS = 64 /* pages, between two looks */, SELF_BYTES = 60000 };

void reference_lookups_init(struct reference_lookups *l, struct submission *s,
                            struct outlines *outlines)
{
    memset(l, 0, sizeof *l);
    l->submission = s;
    l->outlines = outlines;
}

static void free_lookup(struct reference_lookup *u)
{
    if (u == NULL)
        return;
    array_deinit(&u->nodes.list);
    arena_deinit(&u->arena);
    free(u);
}

void reference_lookups_deinit(struct reference_lookups *l)
{
    for (size_t i = 0; i < l->documents.count; i++)
        free_lookup(l->documents.at[i]);
    array_deinit(&l->documents);
    array_deinit(&l->exhibits.list);
}

void reference_lookups_forget(struct reference_lookups *l, const struct document *d)
{
    if (d->index >= l->documents.count)
        return;
    free_lookup(l->documents.at[d->index]);
    l->documents.at[d->index] = NULL;
}

static struct reference_lookup *lookup_of(struct reference_lookups *l, const struct document *d)
{
    while (l->documents.count <= d->index)
        array_push(&l->documents, NULL);
    if (l->documents.at[d->index] == NULL) {
        l->documents.at[d->index] = memory_alloc(sizeof(struct reference_lookup));
        arena_init(&l->documents.at[d->index]->arena);
    }
    return l->documents.at[d->index];
}

static int by_key(const void *a, const void *b)
{
    const struct reference_entry *x = a;
    const struct reference_entry *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    int order = slice_compare_nocase(x->key, y->key);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static void sort(struct reference_list *list, int (*order)(const void *, const void *))
{
    if (list->list.count > 1)
        qsort(list->list.at, list->list.count, sizeof *list->list.at, order);
    list->made = true;
}

/* The first entry that is not before the key. */
static size_t first_from(const struct reference_list *list, const struct reference_entry *key,
                         int (*order)(const void *, const void *))
{
    size_t low = 0;
    size_t high = list->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (order(&list->list.at[middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What encloses the nodes so far: one for each level. */
struct enclosing {
    ARRAY(const struct node *) open;
};

static void add_entry(struct reference_lookup *u, const struct enclosing *e,
                      const struct node *node, struct reference_entry entry)
{
    const struct node *set = e->open.count > 0 ? e->open.at[e->open.count - 1] : NULL;
    entry.from = set ? set->offset : 0;
    entry.to = set ? set->offset + set->length : (size_t)-1;
    if (entry.part > 0 && entry.part < REFERENCE_PARTS && u->parts[entry.part] > node->offset)
        u->parts[entry.part] = node->offset;
    array_push(&u->nodes.list, entry);
}

/* Adds what the label says: "Note 7", "Section 4.2", "Exhibit A". A number alone is a section's. */
static void add_labelled(struct reference_lookup *u, const struct enclosing *e,
                         const struct node *node, size_t index)
{
    struct reference_text text = {0};
    struct reference_label label;
    struct buffer words = {0};
    struct slice from = node->label.len > 0 ? node->label : slice_cut(node->title, 0, 60);
    if (node->label.len > 0 && byte_is_digit(node->label.at[0]))
        buffer_add_text(&words, node->kind == NODE_NOTE ? "Note " : "Section ");
    buffer_add(&words, from);
    struct block b = {.text = slice_trim(buffer_slice(&words))};
    while (b.text.len > 0 && (b.text.at[b.text.len - 1] == '.' || b.text.at[b.text.len - 1] == ':'))
        b.text.len--;
    reference_text_read(&text, &b, 1);
    if (text.text.len > 0 && reference_label_read(buffer_slice(&text.text), 0, &label)) {
        bool whole = node->label.len > 0 || label.kind == REFERENCE_EXHIBIT ||
                     label.kind == REFERENCE_SECTION || label.kind == REFERENCE_NOTE;
        for (size_t i = 0; whole && i < label.count; i++)
            add_entry(u, e, node,
                      (struct reference_entry){
                          .kind = label.kind,
                          .key = arena_copy(&u->arena, slice_of(label.numbers[i].key)),
                          .article = label.article,
                          .index = index});
    }
    buffer_deinit(&words);
    reference_text_deinit(&text);
}

static unsigned part_of(const struct node *node)
{
    char text[8] = "";
    if (node->part.len >= sizeof text)
        return 0;
    memcpy(text, node->part.at ? node->part.at : "", node->part.len);
    return form_part_number(text);
}

/* Items by each of their numbers; a roman one as a plain one. */
static void add_items(struct reference_lookup *u, const struct enclosing *e,
                      const struct node *node, size_t index)
{
    for (size_t i = 0; i < node->item_count; i++) {
        struct reference_label label;
        struct buffer words = {0};
        buffer_add_text(&words, "Item ");
        buffer_add(&words, node->items[i]);
        struct slice key = node->items[i];
        if (reference_label_read(buffer_slice(&words), 0, &label))
            key = arena_copy(&u->arena, slice_of(label.numbers[0].key));
        buffer_deinit(&words);
        add_entry(u, e, node,
                  (struct reference_entry){
                      .kind = REFERENCE_ITEM, .key = key, .part = part_of(node), .index = index});
    }
}

static void add_part(struct reference_lookup *u, const struct enclosing *e, const struct node *node,
                     size_t index)
{
    unsigned part = part_of(node);
    struct reference_number number;
    if (part == 0)
        return;
    reference_number_set(&number, part);
    add_entry(u, e, node,
              (struct reference_entry){.kind = REFERENCE_PART,
                                       .key = arena_copy(&u->arena, slice_of(number.key)),
                                       .part = part,
                                       .index = index});
}

static void make_nodes(struct reference_lookups *l, struct reference_lookup *u, struct document *d)
{
    const struct node *nodes;
    size_t count = outline_nodes(outlines_get(l->outlines, d), &nodes);
    struct enclosing e = {0};
    for (size_t p = 0; p < REFERENCE_PARTS; p++)
        u->parts[p] = (size_t)-1;
    for (size_t i = 0; i < count; i++) {
        const struct node *node = &nodes[i];
        while (e.open.count > 0 && e.open.at[e.open.count - 1]->level >= node->level)
            e.open.count--;
        if (node->kind == NODE_ITEM)
            add_items(u, &e, node, i);
        else if (node->kind == NODE_PART)
            add_part(u, &e, node, i);
        else if (node->kind == NODE_EXHIBIT_ROW)
            add_entry(u, &e, node,
                      (struct reference_entry){
                          .kind = REFERENCE_EXHIBIT, .key = node->label, .index = i});
        else if (node->kind == NODE_NOTE || node->kind == NODE_HEADING ||
                 node->kind == NODE_EXHIBIT || node->kind == NODE_STATEMENT)
            add_labelled(u, &e, node, i);
        array_push(&e.open, node);
    }
    array_deinit(&e.open);
    sort(&u->nodes, by_key);
}

static struct reference_lookup *nodes_of(struct reference_lookups *l, struct document *d)
{
    struct reference_lookup *u = lookup_of(l, d);
    if (!u->nodes.made)
        make_nodes(l, u, d);
    return u;
}

size_t reference_lookup_nodes(struct reference_lookups *l, struct document *d,
                              enum reference_kind kind, struct slice key,
                              const struct reference_entry **first)
{
    const struct reference_list *list = &nodes_of(l, d)->nodes;
    struct reference_entry wanted = {.kind = kind, .key = key};
    size_t from = first_from(list, &wanted, by_key);
    size_t to = from;
    while (to < list->list.count && to - from < REFERENCE_SAME && list->list.at[to].kind == kind &&
           slice_equal_nocase(list->list.at[to].key, key))
        to++;
    *first = to > from ? &list->list.at[from] : NULL;
    return to - from;
}

unsigned reference_lookup_part(struct reference_lookups *l, struct document *d, size_t place)
{
    const struct reference_lookup *u = nodes_of(l, d);
    unsigned best = 0;
    for (unsigned p = 1; p < REFERENCE_PARTS; p++)
        if (u->parts[p] <= place && (best == 0 || u->parts[p] > u->parts[best]))
            best = p;
    return best;
}

/* The page, as far as the patience goes. */
static bool find_page(struct content *c, struct slice label, struct reference_patience *p,
                      struct page_place *found)
{
    bool all, known = content_find_label(c, label, found);
    content_pages(c, &all);
    while (!known && all && p->pages > 0) {
        size_t pages = p->pages < LABELS ? p->pages : LABELS;
        p->pages -= pages;
        all = !content_read_labels(c, pages);
        known = content_find_label(c, label, found);
    }
    return known;
}

size_t reference_lookup_page(struct reference_lookups *l, struct document *d, struct slice label,
                             struct reference_patience *p)
{
    struct content *c = content_of(l->submission, d);
    struct page_place found;
    bool known;
    content_hold(c);
    if (p)
        known = find_page(c, label, p, &found);
    else
        known =
            content_page_labelled(c, label) != (size_t)-1 && content_find_label(c, label, &found);
    if (!known && p && !content_read_labels(c, 0))
        p->lacks = d;
    content_release(c);
    return known ? found.offset : (size_t)-1;
}

static int by_exhibit(const void *a, const void *b)
{
    const struct reference_entry *x = a;
    const struct reference_entry *y = b;
    int order = exhibit_order_compare(x->key, y->key);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static void make_exhibits(struct reference_lookups *l)
{
    for (size_t i = 0; i < submission_documents(l->submission); i++) {
        struct document *d = submission_document(l->submission, i);
        struct reference_entry e = {.kind = REFERENCE_EXHIBIT, .index = i};
        if (!catalog_exhibit_type(d->type, &e.key) || e.key.len == 0)
            continue;
        array_push(&l->exhibits.list, e);
    }
    sort(&l->exhibits, by_exhibit);
}

/* The digits in front. */
static struct slice class_of(struct slice number)
{
    size_t i = 0;
    while (i < number.len && byte_is_digit(number.at[i]))
        i++;
    return slice_cut(number, 0, i);
}

static bool has_class(const struct reference_list *list, size_t i, struct slice class)
{
    return i < list->list.count && slice_equal(class_of(list->list.at[i].key), class);
}

struct document *reference_lookup_exhibit(struct reference_lookups *l, struct slice number)
{
    if (!l->exhibits.made)
        make_exhibits(l);
    const struct reference_list *list = &l->exhibits;
    struct reference_entry wanted = {.kind = REFERENCE_EXHIBIT, .key = number};
    size_t i = first_from(list, &wanted, by_exhibit);
    if (i < list->list.count && exhibit_order_compare(list->list.at[i].key, number) == 0)
        return submission_document(l->submission, list->list.at[i].index);
    /* "Exhibit 99" is EX-99.1 where there is no other, and the other way round. */
    wanted.key = class_of(number);
    i = first_from(list, &wanted, by_exhibit);
    bool only = has_class(list, i, wanted.key) && !has_class(list, i + 1, wanted.key) &&
                (wanted.key.len == number.len || wanted.key.len == list->list.at[i].key.len);
    return only ? submission_document(l->submission, list->list.at[i].index) : NULL;
}

struct document *reference_lookup_annual(struct reference_lookups *l, size_t n)
{
    if (!l->exhibits.made)
        make_exhibits(l);
    struct reference_entry wanted = {.kind = REFERENCE_EXHIBIT, .key = SLICE("13")};
    size_t i = first_from(&l->exhibits, &wanted, by_exhibit) + n;
    bool found = has_class(&l->exhibits, i, wanted.key);
    return found ? submission_document(l->submission, l->exhibits.list.at[i].index) : NULL;
}

struct slice reference_lookup_self(struct reference_lookups *l, struct document *d)
{
    struct reference_lookup *u = lookup_of(l, d);
    struct content *c = content_of(l->submission, d);
    struct segment seg;
    size_t seen = 0;
    if (u->self_made)
        return u->self;
    u->self_made = true;
    struct reference_text text = {0};
    content_hold(c);
    for (size_t i = 0; seen < SELF_BYTES && u->self.len == 0 && content_walk(c, i, &seg); i++) {
        for (size_t b = 0; b < seg.count && seen < SELF_BYTES && u->self.len == 0; b++) {
            seen += seg.blocks[b].text.len;
            reference_text_read(&text, &seg.blocks[b], 1);
            struct slice self = reference_context_self(buffer_slice(&text.text));
            u->self = self.len > 0 ? arena_copy(&u->arena, self) : self;
        }
        bool last = seg.last;
        segment_deinit(&seg);
        if (last)
            break;
    }
    content_release(c);
    reference_text_deinit(&text);
    return u->self;
}
