/* SPDX-License-Identifier: MIT */
/* libfolio: the references of a document, copied. */
#include "lib/lib_filing.h"

#include "base/memory.h"
#include "outline/references/reference.h"
#include "lib/reference_id.h"

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

struct folio_references *folio_references(struct folio_document *d)
{
    if (!d)
        return NULL;
    struct folio *f = d->filing;
    struct folio_references *all = memory_alloc(sizeof *all);
    struct references r;
    struct buffer id = {0};
    arena_init(&all->arena);
    references_init(&r);
    (void)lib_content(d);
    references_read(&r, f->submission, f->outlines, d->document);
    all->list = arena_array(&all->arena, r.list.count, sizeof *all->list);
    for (all->count = 0; all->count < r.list.count; all->count++) {
        const struct reference *from = &r.list.at[all->count];
        buffer_clear(&id);
        reference_id_add(f->submission, f->outlines, from, &id);
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
