/* SPDX-License-Identifier: MIT */
/*
 * The pages of a document: where each begins, counted as far as is needed.
 *
 * Offsets here are within the document's text. Marks with nothing between them are one page
 * break; a mark before the first text or behind the last makes no page.
 */
#ifndef FOLIO_MODEL_PAGES_H
#define FOLIO_MODEL_PAGES_H

#include "base/slice.h"
#include "formats/plain.h"

#include <stdbool.h>
#include <stddef.h>

struct pages;

struct pages *pages_new(void);
void pages_free(struct pages *p);

/* Says that the document has page marks. */
void pages_expect(struct pages *p);
bool pages_any(const struct pages *p);

/* Tells how much of the text is known now. */
void pages_know(struct pages *p, const struct plain *text);

/* Counts on, to `upto`; it must be known. */
void pages_go_on(struct pages *p, const struct plain *text, size_t upto);
size_t pages_counted(const struct pages *p); /* up to this offset */
bool pages_all(const struct pages *p);
size_t pages_count(const struct pages *p); /* at least 1 */

/* The page that `offset` is on, of `count` (at least 1) whose places rise. */
size_t pages_search(const size_t *begins, size_t count, size_t offset);

/* Where the page begins; pages are counted from 0 and must have been counted. */
size_t pages_offset(const struct pages *p, size_t page);
/* The page that `offset` is on; marks up to there must have been counted. */
size_t pages_at(const struct pages *p, size_t offset);

/* The number that the page [from, end) prints at its foot, on the line of its mark or at its head.
 */
struct slice pages_label(const struct plain *text, size_t from, size_t end);

#endif
