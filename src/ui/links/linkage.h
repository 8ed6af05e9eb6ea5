/* SPDX-License-Identifier: MIT */
/*
 * The linkage of a document: all its leads, read a segment at a time where they are asked for.
 *
 * What is on the screen is read first, whatever the size of the document. Where references lead is
 * known once the outline of the document is complete; outlines, counted pages and their labels are
 * taken from what is there, nothing is waited for: what is missing is said by linkage_lack. The
 * linkage owns its leads; pointers to them are good until linkage_renew says true. Shelf and
 * submission must outlive it.
 */
#ifndef FOLIO_UI_LINKS_LINKAGE_H
#define FOLIO_UI_LINKS_LINKAGE_H

#include "ui/links/lead.h"
#include "ui/shelf.h"

#include <stdbool.h>
#include <stddef.h>

struct linkage;

struct linkage *linkage_new(struct shelf *shelf, size_t document);
void linkage_free(struct linkage *l);
size_t linkage_document(const struct linkage *l);
/* Whether it is of that document of that shelf. */
bool linkage_is_of(const struct linkage *l, const struct shelf *shelf, size_t document);

/* The outline of the document is there; without it there are no leads. */
bool linkage_ready(const struct linkage *l);

/* Forgets what was read if more is known of the filing now; true when it did. To be called between
 * any two keys or slices of work: it is what allows to look at some more pages. */
bool linkage_renew(struct linkage *l);

/* A slice of the work that its leads wait for and that nobody else does: the labels of the pages of
 * a document. False when nothing is lacking. */
bool linkage_work(struct linkage *l);

/* The leads of the document's segment `index`, by offset; none behind the last. */
size_t linkage_segment(struct linkage *l, size_t index, const struct lead **leads);

/* The lead at the place, or NULL. */
const struct lead *linkage_at(struct linkage *l, size_t offset);

/* Calls `see` with each lead that overlaps [from, to), in order. */
void linkage_range(struct linkage *l, size_t from, size_t to,
                   void (*see)(void *self, const struct lead *lead), void *self);

/* The lead is a stop on the way from one to the next: not one that is on every page, nor words that
 * lead nowhere. */
bool linkage_stops_at(const struct lead *lead);

enum linkage_found {
    LINKAGE_FOUND,
    LINKAGE_NONE, /* there is none to the document's end */
    LINKAGE_MORE  /* none so far: ask again from `*offset` on */
};

/* The first lead that begins at or behind `*offset`, or with `back` the last before it, looking
 * through a few segments. Only stops count. */
enum linkage_found linkage_next(struct linkage *l, bool back, size_t *offset,
                                const struct lead **lead);

enum linkage_lack { LACK_NOTHING, LACK_OUTLINE, LACK_PAGES, LACK_DOCUMENTS };

/* What may be why a lead leads nowhere yet: the outline or the pages of `*document`, or the end
 * of the file. */
enum linkage_lack linkage_lack(const struct linkage *l, const struct lead *lead, size_t *document);

/* Adds where the lead leads: "Item 7A › page 31", "not in this file"; of a title at most so many
 * columns. */
void linkage_tell(const struct linkage *l, const struct lead *lead, size_t columns,
                  struct buffer *out);

/* The next slice of reading all: false when all leads are read. */
bool linkage_read(struct linkage *l);
/* How many segments of it are read, from the first on. */
size_t linkage_segments(const struct linkage *l, bool *all);

#endif
