/* SPDX-License-Identifier: MIT */
/* From the id that a person writes to a document or a node. */
#include "outline/address.h"

#include "base/array.h"
#include "base/memory.h"
#include "outline/address_book.h"
#include "outline/exhibits/exhibit_directory.h"

#include <stdlib.h>

enum { STEP = 1024 * 1024 };

struct outlines {
    struct submission *submission;
    struct exhibit_directory *exhibits;
    struct address_book *book;
    ARRAY(struct outline *) made; /* by document; NULL where not asked for */
    outlines_lend *lend;          /* NULL: all are made here */
    void *lender;
};

struct outlines *outlines_new(struct submission *s)
{
    struct outlines *o = memory_alloc(sizeof *o);
    o->submission = s;
    o->exhibits = exhibit_directory_new(s);
    o->book = address_book_new(s);
    return o;
}

struct outlines *outlines_new_lent(struct submission *s, outlines_lend *lend, void *lender)
{
    struct outlines *o = outlines_new(s);
    o->lend = lend;
    o->lender = lender;
    return o;
}

void outlines_free(struct outlines *o)
{
    if (!o)
        return;
    for (size_t i = 0; i < o->made.count; i++)
        outline_free(o->made.at[i]);
    array_deinit(&o->made);
    exhibit_directory_free(o->exhibits);
    address_book_free(o->book);
    free(o);
}

struct outline *outlines_get(struct outlines *o, struct document *d)
{
    struct outline *lent = o->lend ? o->lend(o->lender, d->index) : NULL;
    if (lent)
        return lent;
    while (o->made.count <= d->index)
        array_push(&o->made, NULL);
    if (!o->made.at[d->index]) {
        struct outline *outline = outline_new(o->submission, d);
        outline_share(outline, o->exhibits);
        while (!o->lend && !outline_step(outline, STEP))
            ;
        o->made.at[d->index] = outline;
    }
    return o->made.at[d->index];
}

void outlines_forget(struct outlines *o, struct document *d)
{
    if (d->index >= o->made.count)
        return;
    outline_free(o->made.at[d->index]);
    o->made.at[d->index] = NULL;
}

struct document *address_document(struct submission *s, struct slice id)
{
    long long sequence = slice_number(id);
    for (size_t i = 0;; i++) {
        while (i >= submission_documents(s))
            if (submission_scan(s, submission_scanned(s) + STEP) && i >= submission_documents(s))
                return NULL;
        struct document *d = submission_document(s, i);
        if (slice_equal_nocase(d->type, id) || (sequence >= 0 && d->sequence == sequence))
            return d;
    }
}

bool address_by_type(struct outlines *o, const struct document *d)
{
    return d->type.len > 0 && address_book_find(o->book, d->type) == d->index;
}

static bool find_node(struct outlines *outlines, struct document *d, struct slice id,
                      struct address *found)
{
    struct outline *outline = outlines_get(outlines, d);
    *found = (struct address){d, outline, outline_find(outline, id)};
    return found->node != (size_t)-1;
}

/* A document without an envelope goes by the form on its cover. */
static struct document *find_document(struct submission *s, struct outlines *outlines,
                                      struct slice id)
{
    struct document *first = submission_document(s, 0);
    if (first->type.len == 0 && slice_equal_nocase(outline_form(outlines_get(outlines, first)), id))
        return first;
    return address_document(s, id);
}

bool address_find(struct submission *s, struct outlines *outlines, struct slice id,
                  struct address *found)
{
    id = slice_trim(id);
    if (submission_documents(s) == 0 || id.len == 0)
        return false;
    bool whole = id.at[id.len - 1] == '/';
    if (whole)
        id = slice_cut(id, 0, id.len - 1);
    else if (find_node(outlines, submission_document(s, 0), id, found))
        return true;
    struct document *d = find_document(s, outlines, id);
    if (d) {
        *found = (struct address){d, outlines_get(outlines, d), (size_t)-1};
        return true;
    }
    /* A type may hold a stroke itself: "10-K/A/7A". */
    for (size_t at = id.len; !whole && at-- > 0;) {
        if (id.at[at] != '/')
            continue;
        d = find_document(s, outlines, slice_cut(id, 0, at));
        if (d && find_node(outlines, d, slice_cut(id, at + 1, id.len), found))
            return true;
    }
    return false;
}

static bool is_below_items(enum node_kind kind)
{
    return kind == NODE_HEADING || kind == NODE_STATEMENT || kind == NODE_NOTE;
}

size_t address_node(const struct outline *outline, const struct node *nodes, size_t offset)
{
    size_t innermost = outline_at(outline, offset), node = innermost;
    while (node != (size_t)-1 && is_below_items(nodes[node].kind))
        node = outline_parent(outline, node);
    return node != (size_t)-1 ? node : innermost;
}

void address_write(struct outlines *outlines, struct document *d, size_t offset, struct buffer *out)
{
    struct outline *outline = outlines_get(outlines, d);
    const struct node *nodes;
    size_t count = outline_nodes(outline, &nodes);
    size_t node = address_node(outline, nodes, offset);
    if (d->type.len > 0)
        buffer_add(out, d->type);
    else
        buffer_addf(out, "%lld", d->sequence);
    if (node < count) {
        buffer_add_byte(out, '/');
        buffer_add(out, nodes[node].id);
    }
}
