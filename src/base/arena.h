/* SPDX-License-Identifier: MIT */
/*
 * An arena: memory that is given out in pieces and taken back at once.
 *
 * The law of ownership, for the whole program: what belongs to a document lives in
 * one arena or in the mapped input, and is freed with it, never singly. A view
 * owns the lines it made. Functions that hand out something else to free say so.
 */
#ifndef FOLIO_BASE_ARENA_H
#define FOLIO_BASE_ARENA_H

#include "base/slice.h"

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first */
    size_t used;                /* bytes given out */
};

void arena_init(struct arena *arena);
void arena_deinit(struct arena *arena);

/* `size` zeroed bytes, aligned for any type, the arena's own. */
void *arena_alloc(struct arena *arena, size_t size);

/* Room for `count` things of `size` bytes each, zeroed; the product is checked. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of an array of `count` things of `size` bytes each; NULL when there are none. */
void *arena_keep(struct arena *arena, const void *at, size_t count, size_t size);

/* A copy of the bytes, with a NUL behind it that is not counted. */
struct slice arena_copy(struct arena *arena, struct slice s);

#endif
