/* SPDX-License-Identifier: MIT */
/* Memory that is given out in pieces and taken back at once. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Blocks begin small, as many arenas hold little, and double. */
enum { BLOCK_LEAST = 1024, BLOCK_MOST = 64 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

void arena_deinit(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    arena->used = 0;
}

/* Bytes as they happen to be: most of a block is never given out, and is not zeroed for nothing. */
static void *take(struct arena *arena, size_t size)
{
    const size_t step = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        memory_exhausted();
    size = (size + step - 1) / step * step;
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        size_t next = block ? block->size * 2 : BLOCK_LEAST;
        next = next < BLOCK_MOST ? next : BLOCK_MOST;
        size_t room = size > next ? size : next;
        block = memory_resize(NULL, sizeof *block + room, 1);
        *block = (struct arena_block){.next = arena->blocks, .size = room};
        arena->blocks = block;
    }
    void *p = block->bytes + block->used;
    block->used += size;
    arena->used += size;
    return p;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    return arena_alloc(arena, count * size);
}

void *arena_keep(struct arena *arena, const void *at, size_t count, size_t size)
{
    if (count == 0)
        return NULL;
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    return memcpy(take(arena, count * size), at, count * size);
}

struct slice arena_copy(struct arena *arena, struct slice s)
{
    char *copy = take(arena, s.len + 1);
    if (s.len > 0)
        memcpy(copy, s.at, s.len);
    copy[s.len] = '\0';
    return (struct slice){copy, s.len};
}
