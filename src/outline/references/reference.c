/* SPDX-License-Identifier: MIT */
/* Reads the references of a document, segment by segment. */
#include "outline/references/reference.h"

#include "outline/references/reference_reader.h"

void references_init(struct references *r)
{
    *r = (struct references){0};
    arena_init(&r->arena);
}

void references_deinit(struct references *r)
{
    array_deinit(&r->list);
    arena_deinit(&r->arena);
}

void references_read_shared(struct references *r, struct reference_lookups *lookups,
                            struct document *d)
{
    struct segment seg;
    if (d->kind == DOCUMENT_BINARY || d->kind == DOCUMENT_XML || d->is_header)
        return;
    struct content *c = content_of(lookups->submission, d);
    struct reference_reader *reader = reference_reader_new_shared(lookups, d);
    for (size_t i = 0; content_walk(c, i, &seg); i++) {
        reference_reader_segment(reader, &seg, r);
        bool last = seg.last;
        segment_deinit(&seg);
        if (last)
            break;
    }
    reference_reader_free(reader);
}

void references_read(struct references *r, struct submission *s, struct outlines *outlines,
                     struct document *d)
{
    struct reference_lookups lookups;
    reference_lookups_init(&lookups, s, outlines);
    references_read_shared(r, &lookups, d);
    reference_lookups_deinit(&lookups);
}

const char *reference_kind_name(enum reference_kind kind)
{
    static const char *const names[] = {"item",    "part", "note", "exhibit",
                                        "section", "page", "link"};
    return names[kind];
}
