/* SPDX-License-Identifier: MIT */
/* Lines of a filing as text: with marks, styles and ASCII rules as the options say; each ends with
 * a line end, and is nothing where it is left out. */
#ifndef FOLIO_LIB_TEXT_OUT_H
#define FOLIO_LIB_TEXT_OUT_H

#include "base/buffer.h"
#include "lib/walk.h"

#include <stdbool.h>

struct text_out_options {
    size_t width; /* columns to wrap at; 0: never */
    bool marks;   /* page rules and what else folio adds */
    bool ascii;   /* draw the marks in ASCII */
    bool color;   /* styles and furniture with SGR sequences */
};

/* Adds a line. `content` is that of its document. */
void text_out_line(const struct text_out_options *o, const struct walk_line *w,
                   struct content *content, struct buffer *out);

/* Is given the text as it grows, whole lines, and may clear it; once more at the end, where `all`
 * is true. False: no more is wanted. */
typedef bool text_out_take(void *self, struct buffer *text, bool all);

/* The lines of a document that begin in [from, to). False when
 * `take` wanted no more. */
bool text_out_part(struct submission *s, const struct text_out_options *o, struct document *d,
                   size_t from, size_t to, text_out_take *take, void *self);

#endif
