/* SPDX-License-Identifier: MIT */
/*
 * Splicing: a block made of parts of other blocks, and of blanks and signs between them.
 *
 * What is copied keeps its place in the input, its style and its links; what is made between
 * stands for the place it is told. One splice makes any number of blocks, one after another.
 */
#ifndef FOLIO_LAYOUT_SPLICE_H
#define FOLIO_LAYOUT_SPLICE_H

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
    size_t columns; /* width of the text so far */
    size_t end;     /* behind all bytes of the input that were copied */
};

/* A splice is all zero to begin with; the caller gives back its memory here. */
void splice_deinit(struct splice *c);

/* Adds bytes [from, to) of a block's text. */
void splice_part(struct splice *c, const struct block *b, size_t from, size_t to);

/* Adds `count` times the code point, standing for the place `source`. */
void splice_made(struct splice *c, uint32_t code, size_t count, size_t source);

/* The block composed, like `like` but for what was added; all in the arena. The splice is
 * empty then. Nothing added is a block without text at the place of `like`. */
struct block *splice_block(struct splice *c, struct arena *arena, const struct block *like);

#endif
