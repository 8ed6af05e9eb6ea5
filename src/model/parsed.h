/* SPDX-License-Identifier: MIT */
/*
 * The content of a document with markup: HTML, inline XBRL, XML.
 *
 * Such a document can be read in one direction only, so what was read is kept until the content
 * is let go as a whole. It is read on demand, in pieces; segments end between blocks, at the end of
 * a page where there are pages. Running heads and feet are learnt from the first pages and from
 * nothing else, so that no segment depends on how far one has read.
 */
#ifndef FOLIO_MODEL_PARSED_H
#define FOLIO_MODEL_PARSED_H

#include "model/block.h"
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

struct parsed;

struct parsed *parsed_new(struct submission *s, struct document *d);
void parsed_free(struct parsed *p);

/* The segment, read when needed, or NULL behind the last. The parsed content's own. */
const struct segment *parsed_segment(struct parsed *p, size_t index);
/* The segment that the place is in; reads up to there. */
size_t parsed_segment_at(struct parsed *p, size_t offset);

/* Reads on for about `bytes` bytes; true when all is read. */
bool parsed_read(struct parsed *p, size_t bytes);
bool parsed_all(const struct parsed *p);

/* Pages, from 0. */
bool parsed_has_pages(struct parsed *p);
size_t parsed_pages(const struct parsed *p); /* counted so far */
size_t parsed_page_at(struct parsed *p, size_t offset);
/* Where it begins; false when it is not there, once all is read. */
bool parsed_page_offset(struct parsed *p, size_t page, size_t *offset);
/* What it prints as its number; may be empty. */
struct slice parsed_page_label(struct parsed *p, size_t page);

/* The place that `name` names; false when none does. Reads all. */
bool parsed_anchor(struct parsed *p, struct slice name, size_t *offset);

#endif
