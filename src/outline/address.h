/* SPDX-License-Identifier: MIT */
/*
 * Addresses: the ids by which a person names a part of a filing.
 *
 * "7A" is a node of the first document, "EX-99.1" or "2" a document (by type or sequence), and
 * "EX-10.1/signatures" a node of a document. A number that is a node of the first document is
 * that; "2/" is the document in any case. The contract of the command line says more.
 */
#ifndef FOLIO_OUTLINE_ADDRESS_H
#define FOLIO_OUTLINE_ADDRESS_H

#include "base/buffer.h"
#include "outline/outline.h"

#include <stdbool.h>

/* A part of a filing: a whole document, or one node of it. */
struct address {
    struct document *document;
    struct outline *outline;
    size_t node; /* (size_t)-1: the whole document */
};

/* The complete outlines of a submission's documents, each made when asked for. */
struct outlines;
struct outlines *outlines_new(struct submission *s);
void outlines_free(struct outlines *o);
struct outline *outlines_get(struct outlines *o, struct document *d);
/* Frees the one of this document, and with it its nodes; it is made again when it is asked for. */
void outlines_forget(struct outlines *o, struct document *d);

/* The same, but none is made here: they are the lender's, who gives NULL where there is none yet.
 * Such a document counts as one without nodes. */
typedef struct outline *outlines_lend(void *lender, size_t document);
struct outlines *outlines_new_lent(struct submission *s, outlines_lend *lend, void *lender);

/* Finds what `id` names; false when nothing in the filing has that id. */
bool address_find(struct submission *s, struct outlines *outlines, struct slice id,
                  struct address *found);

/* The document with that type (the first of it) or sequence number, or NULL. */
struct document *address_document(struct submission *s, struct slice id);

/* True when the type of the document is enough to name it: address_document finds it by that. */
bool address_by_type(struct outlines *o, const struct document *d);

/* The node that a place is told by: the Item (or cover, signatures, exhibit) that holds it; where
 * there is none, the innermost node. (size_t)-1 before the first. */
size_t address_node(const struct outline *outline, const struct node *nodes, size_t offset);

/* Adds the id of a place: "10-K/7A", or only the document when no node holds it. */
void address_write(struct outlines *outlines, struct document *d, size_t offset,
                   struct buffer *out);

#endif
