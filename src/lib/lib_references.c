/* SPDX-License-Identifier: MIT */
/* libfolio: the references of a document, copied. */
#include "lib/lib_filing.h"

#include "base/memory.h"
#include "model/document.h"
#include "outline/references/reference_lookup.h"

#include <stdlib.h>

struct lib_reference {
    const char *text, *kind, *target, *reason;
    size_t offset, length;
};

struct folio_references {
    struct lib_reference *list;
    size_t count;
    struct arena arena;
};

void lib_references_free(struct folio *f)
{
    if (!f->lookups)
        return;
    reference_lookups_deinit(f->lookups);
    free(f->lookups);
    f->lookups = NULL;
}

void lib_references_forget(struct folio_document *d)
{
    if (d->filing->lookups)
        reference_lookups_forget(d->filing->lookups, d->document);
}

/* Adds the id of where a reference leads, as folio_find takes it; nothing where that is nowhere. */
static void add_target(struct folio *f, const struct reference *r, struct buffer *id)
{
    const struct node *nodes;
    if (r->document >= submission_documents(f->submission))
        return;
    struct document *d = submission_document(f->submission, r->document);
    if (address_by_type(f->outlines, d))
        buffer_add(id, d->type);
    else
        buffer_addf(id, "%lld", d->sequence);
    size_t count = outline_nodes(outlines_get(f->outlines, d), &nodes);
    if (r->node < count) {
        buffer_add_byte(id, '/');
        buffer_add(id, nodes[r->node].id);
    }
}

/* Tells that there were more than are read. */
static void warn_of_more(const struct folio_document *d)
{
    struct buffer text = {0};
    document_add_name(d->document, &text);
    buffer_addf(&text, ": more than %d references; the others are not listed", REFERENCES_MOST);
    submission_warn_some(d->filing->submission, buffer_slice(&text));
    buffer_deinit(&text);
}

static void read_references(struct folio_document *d, struct references *r)
{
    struct folio *f = d->filing;
    references_init(r);
    (void)lib_outline(d);
    if (!f->lookups) {
        f->lookups = memory_alloc(sizeof *f->lookups);
        reference_lookups_init(f->lookups, f->submission, f->outlines);
    }
    references_read_shared(r, f->lookups, d->document);
    if (r->list.count >= REFERENCES_MOST)
        warn_of_more(d);
}

struct folio_references *folio_references(struct folio_document *d)
{
    if (!d)
        return NULL;
    struct folio_references *all = memory_alloc(sizeof *all);
    struct references r;
    struct buffer id = {0};
    arena_init(&all->arena);
    read_references(d, &r);
    all->list = arena_array(&all->arena, r.list.count, sizeof *all->list);
    for (all->count = 0; all->count < r.list.count; all->count++) {
        const struct reference *from = &r.list.at[all->count];
        buffer_clear(&id);
        add_target(d->filing, from, &id);
        all->list[all->count] = (struct lib_reference){
            .text = lib_text(&all->arena, from->text),
            .kind = reference_kind_name(from->kind),
            .target = lib_text(&all->arena, buffer_slice(&id)),
            .reason = lib_text(&all->arena, from->reason),
            .offset = from->offset,
            .length = from->length,
        };
    }
    buffer_deinit(&id);
    references_deinit(&r);
    return all;
}

void folio_references_free(struct folio_references *r)
{
    if (!r)
        return;
    arena_deinit(&r->arena);
    free(r);
}

size_t folio_references_count(const struct folio_references *r)
{
    return r ? r->count : 0;
}

static const struct lib_reference *reference_of(const struct folio_references *r, size_t reference)
{
    static const struct lib_reference none = {.text = "", .kind = "", .target = "", .reason = ""};
    return reference < folio_references_count(r) ? &r->list[reference] : &none;
}

const char *folio_reference_text(const struct folio_references *r, size_t reference)
{
    return reference_of(r, reference)->text;
}

size_t folio_reference_offset(const struct folio_references *r, size_t reference)
{
    return reference_of(r, reference)->offset;
}

size_t folio_reference_length(const struct folio_references *r, size_t reference)
{
    return reference_of(r, reference)->length;
}

const char *folio_reference_kind(const struct folio_references *r, size_t reference)
{
    return reference_of(r, reference)->kind;
}

const char *folio_reference_target(const struct folio_references *r, size_t reference)
{
    return reference_of(r, reference)->target;
}

const char *folio_reference_reason(const struct folio_references *r, size_t reference)
{
    return reference_of(r, reference)->reason;
}
