/* SPDX-License-Identifier: MIT */
/* The marks that folio adds to a printed text: above a document, and where a page ends. They are as
 * wide as the lines, 80 columns at most; a width of 0 means 80. */
#ifndef FOLIO_LIB_MARKS_H
#define FOLIO_LIB_MARKS_H

#include "base/buffer.h"
#include "model/content.h"

#include <stdbool.h>

enum { MARKS_WIDTH = 80 /* columns of a mark where lines are wider, or never wrapped */ };

/* "---- page 31 (F-3) of 112 --": the page counts from 0. Counts all pages of the document. */
void marks_page(struct buffer *out, struct content *c, size_t page, size_t width, bool ascii);

/* "==== EX-21 · Subsidiaries ====". */
void marks_document(struct buffer *out, const struct document *d, size_t width, bool ascii);

#endif
