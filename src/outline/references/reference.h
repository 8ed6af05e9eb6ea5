/* SPDX-License-Identifier: MIT */
/*
 * References: the places of a document's text that name another place: "see Item 7A", "Note 12",
 * "Exhibit 10.1", "Section 4.2", "on page F-12", and links.
 *
 * Each is resolved to a node of this filing where that can be; else it says why not. The list owns
 * its texts.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"
#include "outline/address.h"

#include <stddef.h>

enum { REFERENCES_MOST = 100000 };

enum reference_kind {
    REFERENCE_ITEM,
    REFERENCE_PART,
    REFERENCE_NOTE,
    REFERENCE_EXHIBIT,
    REFERENCE_SECTION, /* or an article */
    REFERENCE_PAGE,
    REFERENCE_LINK
};

struct reference {
    enum reference_kind kind;
    size_t offset, length; /* of its words, in the input */
    struct slice text;     /* as printed, blanks folded */
    size_t document;       /* where it leads: index of the document, or (size_t)-1 */
    size_t node;         /* and of the node in its outline; (size_t)-1: the document, or `place` */
    size_t place;        /* and the place in the input; (size_t)-1 when it leads nowhere */
    struct slice reason; /* why it leads nowhere: "another filing", "no such Item"; else empty */
};

struct reference_lookups;

struct references {
    ARRAY(struct reference) list; /* in reading order */
    struct arena arena;
};

void references_init(struct references *r);
void references_deinit(struct references *r);

/* Reads all references of the document. What is a heading itself, a row of the contents list or a
 * row of the exhibit index is none. */
void references_read(struct references *r, struct submission *s, struct outlines *outlines,
                     struct document *d);
/* The same with lookups (references/reference_lookup.h) that serve several documents. */
void references_read_shared(struct references *r, struct reference_lookups *lookups,
                            struct document *d);

const char *reference_kind_name(enum reference_kind kind);

#endif
