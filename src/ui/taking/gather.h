/* SPDX-License-Identifier: MIT */
/*
 * Gathering: a part of a document as text to be taken away.
 *
 * Lines of a printed text and rows of tables stay as they stand; a paragraph of a marked-up
 * document is one line, however it was wrapped. Running heads, page numbers and what folio adds
 * are left out, unless nothing else is there. Lines end with LF, the last one too.
 *
 * It goes on in steps, so that a document of any size is no burden; what was gathered is taken
 * from `out` by the caller between steps, if it gets too much to keep.
 */
#ifndef FOLIO_UI_TAKING_GATHER_H
#define FOLIO_UI_TAKING_GATHER_H

#include "base/buffer.h"
#include "layout/flow.h"
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

/* A character of a line as laid out. */
struct gather_place {
    struct spot spot;
    size_t byte; /* of the text of the line's block */
};

struct gather;

/* How a text is set. */
struct gather_set {
    size_t width; /* columns of its tables, and of its paragraphs when they are wrapped; not 0 */
    bool wrap;    /* paragraphs of a marked-up document are wrapped, as `folio text` does it */
};

/* Of the text from `from` to `to` (excluded; both offsets of the input). The content is held until
 * gather_free. */
struct gather *gather_new(struct content *content, size_t from, size_t to, struct gather_set set);

/* The same between two places of a flow with these options, as it stands there. */
struct gather *gather_lines(struct content *content, struct flow_options options,
                            struct gather_place from, struct gather_place to);

void gather_free(struct gather *g);

/* The offset of a place of a flow in the input; behind the last byte of a line, of its end. */
size_t gather_offset(struct flow *flow, struct gather_place place);

/* Goes on for about so many bytes of the input, and adds to `out`; true when all is there. */
bool gather_step(struct gather *g, size_t bytes, struct buffer *out);

/* How much of it is done, 0 to 100. */
int gather_percent(const struct gather *g);

/* All of it, for what is known to be short. */
void gather_all(struct gather *g, struct buffer *out);

#endif
