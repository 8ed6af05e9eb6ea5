/* SPDX-License-Identifier: MIT */
/*
 * A part of a document as Markdown: headings, paragraphs, tables of data as tables.
 *
 * Of a printed text, what stands in columns is put between fences, so that it stays as it stands;
 * the other lines are paragraphs. Running heads, page numbers and what folio adds are left out.
 */
#ifndef FOLIO_UI_TAKING_MARKDOWN_H
#define FOLIO_UI_TAKING_MARKDOWN_H

#include "base/buffer.h"
#include "model/content.h"

#include <stdbool.h>
#include <stddef.h>

/* Writes a table of data that stands at [from, to); false when it cannot. `self` is the caller's.
 */
typedef bool markdown_table(void *self, struct content *c, size_t from, size_t to,
                            struct buffer *out);

struct markdown;

/* Of the text from `from` to `to` (excluded; offsets of the input). The content is held until
 * markdown_free. */
struct markdown *markdown_new(struct content *c, size_t from, size_t to, markdown_table *table,
                              void *self);
void markdown_free(struct markdown *m);

/* Goes on for about so many bytes of the input, and adds to `out`, which the caller may empty
 * between steps; true when all is there. */
bool markdown_step(struct markdown *m, size_t bytes, struct buffer *out);
/* How much of it is done, 0 to 100. */
int markdown_percent(const struct markdown *m);

/* Adds all of it, for what is known to be short. */
void markdown_add(struct content *c, size_t from, size_t to, markdown_table *table, void *self,
                  struct buffer *out);

#endif
