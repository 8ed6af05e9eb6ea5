/* SPDX-License-Identifier: MIT */
/*
 * Links: the lines of a document that lead to another place of it, as those of a contents list do.
 *
 * Blocks come in reading order, a batch at a time. The list owns its texts.
 */
#ifndef FOLIO_OUTLINE_HEADS_LINKS_H
#define FOLIO_OUTLINE_HEADS_LINKS_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"
#include "model/block.h"

#include <stdbool.h>
#include <stddef.h>

enum { LINKS_MOST = 100000, LINK_BYTES = 240 };
#define LINKS_NONE ((size_t)-1)

/* One line with links: all that lead to the same place are one. */
struct jump {
    size_t offset;       /* of the line's first letter, in the input */
    size_t target;       /* where it leads, in the input; LINKS_NONE: nowhere, or not yet known */
    size_t text;         /* bytes of text before it */
    struct slice name;   /* of the place it leads to */
    struct slice title;  /* the line, blanks folded, page number cut, LINK_BYTES at most */
    struct slice linked; /* only what is a link of it: "Item 1", "Risk Factors", "17" */
    uint8_t indent;      /* columns */
};

struct jump_target {
    size_t target, jump; /* a place, and the index of a jump that leads to it */
};

struct links {
    ARRAY(struct jump) list;           /* in reading order */
    ARRAY(struct anchor) places;       /* that links may name, by name once finished */
    ARRAY(struct jump_target) targets; /* by target, once finished */
    struct arena arena;
    size_t text;
};

void links_init(struct links *l);
void links_deinit(struct links *l);

/* Takes the blocks and anchors of a segment. */
void links_add(struct links *l, const struct segment *seg);

/* To be called when all was taken: finds the targets. */
void links_finish(struct links *l);

/* The place of that name; LINKS_NONE when there is none. */
size_t links_place(const struct links *l, struct slice name);

/* Where the line that begins at the place leads; LINKS_NONE when it has no link. */
size_t links_from(const struct links *l, size_t offset);

/* A jump that leads to [from, to), the nearest to `from`; LINKS_NONE when there is none. */
size_t links_to(const struct links *l, size_t from, size_t to);

#endif
