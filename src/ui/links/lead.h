/* SPDX-License-Identifier: MIT */
/*
 * Leads: the places of a document that lead to another place: links, references, rows of lists.
 *
 * One place has one lead. Offsets are of the input; texts belong to the list's arena, to the
 * outline or to the content.
 */
#ifndef FOLIO_UI_LINKS_LEAD_H
#define FOLIO_UI_LINKS_LEAD_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

#define LEAD_NOWHERE ((size_t)-1)

enum lead_kind {
    LEAD_EXHIBIT,   /* a row of the exhibit index */
    LEAD_CONTENTS,  /* a row of a list of contents */
    LEAD_REFERENCE, /* words that name a place: "Item 7A" */
    LEAD_LINK,      /* a link within the filing */
    LEAD_ADDRESS,   /* an address on the net */
    LEAD_FOOTNOTE,  /* the mark of a footnote */
    LEAD_BACK       /* a link back to the contents: there is one on every page */
};

struct lead {
    enum lead_kind kind;
    size_t offset, length; /* bytes of the input */
    struct slice text;     /* as printed, blanks folded */
    size_t document;       /* where it leads, by index; LEAD_NOWHERE: nowhere in this file */
    size_t node;           /* of that document's outline, or LEAD_NOWHERE */
    size_t place;          /* in the input */
    struct slice reason;   /* why it leads nowhere, or where that was filed; else empty */
    struct slice address;  /* on the net; empty: none is said */
};

struct leads {
    ARRAY(struct lead) list; /* by offset, apart from each other once they are settled */
    struct arena arena;
};

void leads_init(struct leads *l);
void leads_deinit(struct leads *l);

/* Adds a lead that leads nowhere yet. */
struct lead *leads_add(struct leads *l, enum lead_kind kind, size_t offset, size_t end);

/* Sorts them. Of those that overlap the most precise stays: the row of a list before what is in it,
 * a link before words that name a place, what leads somewhere before what does not, the shorter
 * before the longer. */
void leads_settle(struct leads *l);

/* The index of the first that ends behind the place; the count when there is none. */
size_t leads_find(const struct leads *l, size_t offset);

#endif
