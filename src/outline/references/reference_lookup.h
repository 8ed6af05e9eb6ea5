/* SPDX-License-Identifier: MIT */
/*
 * Lookups for references: from a label's key to nodes, pages, exhibits. Each is made when it is
 * first asked for; labels of pages are remembered by their content.
 *
 * Nodes are found by what their labels say, in whatever way their ids are made. The lookups own
 * what they hold; submission and outlines are the caller's and stay.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_LOOKUP_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_LOOKUP_H

#include "base/arena.h"
#include "base/array.h"
#include "outline/address.h"
#include "outline/references/reference.h"

#include <stdbool.h>

enum { REFERENCE_SAME = 64, REFERENCE_PARTS = 9 }; /* of more with one key the rest is not seen */

/* What leads from a key to a node, a page or a document. */
struct reference_entry {
    enum reference_kind kind;
    struct slice key;
    bool article;
    unsigned part;   /* of an Item, 1 to 8 */
    size_t from, to; /* the places of what encloses the node: the set of a note */
    size_t index;    /* of the node, page or document */
};

struct reference_list {
    bool made;
    ARRAY(struct reference_entry) list;
};

/* Of one document. */
struct reference_lookup {
    struct reference_list nodes;
    size_t parts[REFERENCE_PARTS]; /* where each begins, (size_t)-1: nowhere */
    bool self_made;
    struct slice self;
    struct arena arena;
};

struct reference_lookups {
    struct submission *submission;
    struct outlines *outlines;
    ARRAY(struct reference_lookup *) documents; /* by index */
    struct reference_list exhibits;
};

void reference_lookups_init(struct reference_lookups *l, struct submission *s,
                            struct outlines *outlines);
void reference_lookups_deinit(struct reference_lookups *l);
/* Frees what is held of one document; it is made again when it is asked for. */
void reference_lookups_forget(struct reference_lookups *l, const struct document *d);

/* The nodes of the document with that key, in reading order: how many, and the first of them. */
size_t reference_lookup_nodes(struct reference_lookups *l, struct document *d,
                              enum reference_kind kind, struct slice key,
                              const struct reference_entry **first);

/* The part that the place is in, where the document's Items have parts: 1 to 8, else 0. */
unsigned reference_lookup_part(struct reference_lookups *l, struct document *d, size_t place);

/* How far to go for a page, where somebody waits for it. */
struct reference_patience {
    size_t pages;           /* whose labels may still be read, where all pages are counted */
    struct document *lacks; /* that a page was not found in, and whose labels are not all read */
};

/* Where the page with that label begins, or (size_t)-1. Without patience (NULL) all pages are
 * counted, and their labels read until it is found. */
size_t reference_lookup_page(struct reference_lookups *l, struct document *d, struct slice label,
                             struct reference_patience *p);

/* The document that is the exhibit of that number, or the only one of its class; NULL: none. */
struct document *reference_lookup_exhibit(struct reference_lookups *l, struct slice number);

/* The annual report to shareholders among the exhibits, which may be in pieces: piece `n` of it,
 * from 0, or NULL. */
struct document *reference_lookup_annual(struct reference_lookups *l, size_t n);

/* The noun by which an agreement speaks of itself ("Plan"), as its first pages have it. */
struct slice reference_lookup_self(struct reference_lookups *l, struct document *d);

#endif
