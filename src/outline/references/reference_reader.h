/* SPDX-License-Identifier: MIT */
/*
 * A reader of references: reads those of one document, a segment at a time, in any order.
 *
 * What it looks labels up in is made when it is first needed, and stays. The reader holds the
 * content of its document; submission and outlines are the caller's, and stay as long as it.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_READER_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_READER_H

#include "model/block.h"
#include "outline/references/reference.h"
#include "outline/references/reference_label.h"
#include "outline/references/reference_lookup.h"
#include "outline/references/reference_region.h"

#include <stdbool.h>

struct reference_reader;

/* A reader of a document with text: not one that is binary, XML or a header. */
struct reference_reader *reference_reader_new(struct submission *s, struct outlines *outlines,
                                              struct document *d);
/* The same with lookups that several readers use; they are the caller's and stay. */
struct reference_reader *reference_reader_new_shared(struct reference_lookups *lookups,
                                                     struct document *d);
void reference_reader_free(struct reference_reader *r);

/* Has it look up pages only where they are counted already, and read the labels of at most so many
 * more: it never counts them itself, and takes no longer for many pages than for few. To be called
 * again when there is time for as many again. */
void reference_reader_wait(struct reference_reader *r, size_t pages);
/* The document that a page was looked up in in vain although it may be there; NULL: none. */
struct document *reference_reader_lacks(const struct reference_reader *r);

/* Adds the references of the segment to `out`, which owns their texts. */
void reference_reader_segment(struct reference_reader *r, const struct segment *seg,
                              struct references *out);

/* Where the first number of the label leads that stands at `place` of the input, in a folded text;
 * false when it is no reference. The same for a link with that address and these words: false when
 * nobody would want it. `out` gets the text of a reason. */
bool reference_reader_label(struct reference_reader *r, struct slice text,
                            const struct reference_label *label, size_t place,
                            struct reference *ref);
bool reference_reader_link(struct reference_reader *r, struct slice href, struct slice words,
                           struct references *out, struct reference *ref);

/* The nodes of the document, the outline's. */
const struct reference_map *reference_reader_map(const struct reference_reader *r);

#endif
