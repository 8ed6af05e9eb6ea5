/* SPDX-License-Identifier: MIT */
/*
 * Saying a form to a sink: words of folio's own, and values of the document with their places.
 *
 * Blanks are folded, control characters shown as U+FFFD, offsets kept in order: a word of folio's
 * own that belongs to a place already passed is said where the saying stands. Offsets are those
 * of the document, from 0; the sink hears those of the input.
 */
#ifndef FOLIO_FORMATS_FORMS_FORM_SAY_H
#define FOLIO_FORMATS_FORMS_FORM_SAY_H

#include "base/slice.h"
#include "formats/forms/form_tree.h"
#include "formats/sink.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct form_say {
    const struct sink *sink;
    const struct form_tree *tree;
    size_t at;               /* so far */
    size_t run, run_end;     /* bytes of the document that wait to be said as they are */
    bool open;               /* a block is, */
    bool in_cell;            /* in a cell */
    bool blank, begun;       /* an empty line waits; something stands above */
    bool said;               /* something of it */
    bool gap;                /* a blank waits to be said, */
    size_t gap_at, gap_end;  /* standing for these bytes */
    bool renew;              /* the paragraph is at its end, */
    bool spaced;             /* and an empty line parts it from the next */
    unsigned flags;          /* of the open block, */
    struct sink_shape shape; /* and its shape */
};

/* A block of its own, begun with its first word. */
void form_say_begin(struct form_say *s, struct sink_shape shape, unsigned flags, size_t at);
void form_say_end(struct form_say *s);
/* An empty line before what comes next, one however often this is called; none at the top, and
 * none below a table, which is parted from what follows by those who set it. */
void form_say_blank(struct form_say *s);
void form_say_style(struct form_say *s, unsigned style);
/* What follows is a link to the name, or no more when it is empty. */
void form_say_link(struct form_say *s, struct slice name);
/* The place has this name. Within no block, or in one that was begun. */
void form_say_anchor(struct form_say *s, struct slice name, size_t at);

/* A character of the document. */
struct form_letter {
    uint32_t code;
    size_t at, length;
    bool plain; /* the bytes are the character */
};
/* Space, tab, line end. */
bool form_say_is_blank(uint32_t code);
void form_say_letter(struct form_say *s, const struct form_letter *l);
/* A blank that stands for the bytes, said when more follows; several in a row are one. */
void form_say_gap(struct form_say *s, size_t at, size_t end);

/* UTF-8 that does not stand in the document but belongs to the place. */
void form_say_words(struct form_say *s, struct slice words, size_t at);
/* One sign in place of `length` bytes of the document. */
void form_say_sign(struct form_say *s, uint32_t code, size_t at, size_t length);
void form_say_attribute(struct form_say *s, const struct form_attribute *a, size_t tag);

/* Tables; `at` as above. */
void form_say_table(struct form_say *s, size_t at);
void form_say_row(struct form_say *s, size_t at);
void form_say_cell(struct form_say *s, bool head);
void form_say_cell_end(struct form_say *s);
void form_say_row_end(struct form_say *s);
void form_say_table_end(struct form_say *s);

#endif
