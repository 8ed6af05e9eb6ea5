/* SPDX-License-Identifier: MIT */
/*
 * Splicing: a block made of parts of other blocks, and of blanks and signs between them.
 *
 * What is copied keeps its place in the input, its style and its links; what is made between
 * stands for the place it is told. One splice makes any number of blocks, one after another.
 */
#ifndef FOLIO_MODEL_SPLICE_H
#define FOLIO_MODEL_SPLICE_H

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "model/block.h"

#include <stddef.h>
#include <stdint.h>

struct splice {
    struct buffer text;
    ARRAY(struct piece) pieces;
    ARRAY(struct run) runs;
    ARRAY(struct link) links;
    size_t columns, counted;   /* width of the first `counted` bytes of the text */
    size_t end;                /* behind all bytes of the input that were copied */
    const struct block *first; /* that was copied from */
};

/* A splice is all zero to begin with; the caller gives back its memory here. */
void splice_deinit(struct splice *c);

/* Adds bytes [from, to) of a block's text. */
void splice_part(struct splice *c, const struct block *b, size_t from, size_t to);

/* Adds `count` times the code point, standing for the place `source`. */
void splice_made(struct splice *c, uint32_t code, size_t count, size_t source);

/* How many columns the text takes so far, with the indent. */
size_t splice_columns(struct splice *c);
/* The text will stand `columns` from the left; called before anything is added. */
void splice_indent(struct splice *c, size_t columns);

/* The block composed, like `like` but for what was added; all in the arena. The splice is
 * empty then. Nothing added is a block without text at the place of `like`. */
struct block *splice_block(struct splice *c, struct arena *arena, const struct block *like);

/* The same, like the first block that was copied from, one at least; what its links point to is
 * copied to the arena too. */
struct block splice_kept(struct splice *c, struct arena *arena);

#endif
