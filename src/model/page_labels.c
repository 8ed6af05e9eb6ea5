/* SPDX-License-Identifier: MIT */
/* Finds pages by their labels, in a table of hashes. */
#include "model/page_labels.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>

enum { ROOM = 64 /* slots at first; a power of 2 */ };

struct entry {
    uint64_t hash; /* of the text; 0: the slot is free */
    struct slice text;
    struct page_place at;
};

struct page_labels {
    struct entry *slots; /* open addressing, half of it free */
    size_t room, used;
    size_t count;         /* of pages */
    struct arena arena;   /* of the texts */
    struct buffer folded; /* for one label */
};

struct page_labels *page_labels_new(void)
{
    struct page_labels *l = memory_alloc(sizeof *l);
    l->room = ROOM;
    l->slots = memory_alloc(ROOM * sizeof *l->slots);
    arena_init(&l->arena);
    return l;
}

void page_labels_free(struct page_labels *l)
{
    if (l == NULL)
        return;
    arena_deinit(&l->arena);
    buffer_deinit(&l->folded);
    free(l->slots);
    free(l);
}

/* The slot of the text, or the free one where it belongs. */
static size_t slot_of(const struct page_labels *l, uint64_t hash, struct slice text)
{
    size_t at = (size_t)(hash ^ hash >> 32) & (l->room - 1);
    while (l->slots[at].hash != 0 &&
           (l->slots[at].hash != hash || !slice_equal(l->slots[at].text, text)))
        at = (at + 1) & (l->room - 1);
    return at;
}

static void grow(struct page_labels *l)
{
    struct entry *old = l->slots;
    size_t room = l->room;
    l->room *= 2;
    l->slots = memory_alloc(l->room * sizeof *l->slots);
    for (size_t i = 0; i < room; i++)
        if (old[i].hash != 0)
            l->slots[slot_of(l, old[i].hash, old[i].text)] = old[i];
    free(old);
}

static void fold(struct buffer *folded, struct slice label)
{
    label = slice_trim(label);
    buffer_clear(folded);
    for (size_t i = 0; i < label.len; i++)
        buffer_add_byte(folded, byte_lower(label.at[i]));
}

void page_labels_add(struct page_labels *l, struct slice label, size_t offset)
{
    size_t page = l->count++;
    fold(&l->folded, label);
    struct slice text = buffer_slice(&l->folded);
    if (text.len == 0)
        return;
    if (l->used * 2 >= l->room)
        grow(l);
    uint64_t hash = slice_hash(text);
    struct entry *slot = &l->slots[slot_of(l, hash, text)];
    if (slot->hash != 0)
        return; /* an earlier page has it */
    *slot = (struct entry){hash, arena_copy(&l->arena, text), {page, offset}};
    l->used++;
}

size_t page_labels_count(const struct page_labels *l)
{
    return l->count;
}

bool page_labels_find(const struct page_labels *l, struct slice label, struct page_place *found)
{
    struct buffer folded = {0};
    fold(&folded, label);
    struct slice text = buffer_slice(&folded);
    const struct entry *slot = &l->slots[slot_of(l, slice_hash(text), text)];
    bool is = slot->hash != 0;
    if (is)
        *found = slot->at;
    buffer_deinit(&folded);
    return is;
}
