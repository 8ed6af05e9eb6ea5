/* SPDX-License-Identifier: MIT */
/*
 * Snippets: the line around a place of a document, cut to some columns, to be shown in a list.
 *
 * A reader of snippets goes through one document; the segment that was read last is kept, and the
 * document's content held, until it is ended.
 */
#ifndef FOLIO_UI_LISTS_SNIPPET_H
#define FOLIO_UI_LISTS_SNIPPET_H

#include "base/buffer.h"
#include "model/content.h"

#include <stdbool.h>
#include <stddef.h>

struct snippets {
    struct content *content; /* NULL: none is begun */
    struct segment segment;
    bool read;
    size_t reads; /* how many segments were read so far */
};

void snippets_begin(struct snippets *s, struct content *c);
void snippets_end(struct snippets *s);

/* A line, and where in it the bytes that it was asked for stand. */
struct snippet {
    size_t from, to; /* in the text that was added */
    size_t offset;   /* of the line in the input */
    size_t shown_to; /* what is shown of it ends here in the input */
};

/* Adds the line of text that holds `length` bytes of the input from `offset` on; runs of blanks are
 * one, and what does not fit in `columns` is left out before and behind. False when there is none
 * there. */
bool snippets_add(struct snippets *s, size_t offset, size_t length, size_t columns,
                  struct buffer *out, struct snippet *snippet);

#endif
