/* SPDX-License-Identifier: MIT */
/* Tells the ids of nodes apart. */
#include "outline/node_ids.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

/* An id that nodes were given. */
struct entry {
    uint64_t hash; /* 0: the slot is free */
    struct slice id;
    size_t number; /* that the last node with it was given; 0: none has come */
};

/* All ids as they were, by their hashes: open addressing, half of the slots free. */
struct ids {
    struct entry *slots;
    size_t room;
    struct buffer folded;
};

/* The slot of the id in either case, or the free one where it belongs. */
static struct entry *slot_of(struct ids *ids, struct slice id, uint64_t *hash)
{
    buffer_clear(&ids->folded);
    for (size_t i = 0; i < id.len; i++)
        buffer_add_byte(&ids->folded, byte_lower(id.at[i]));
    *hash = slice_hash(buffer_slice(&ids->folded));
    size_t at = (size_t)(*hash ^ *hash >> 32) & (ids->room - 1);
    while (ids->slots[at].hash != 0 &&
           (ids->slots[at].hash != *hash || !slice_equal_nocase(ids->slots[at].id, id)))
        at = (at + 1) & (ids->room - 1);
    return &ids->slots[at];
}

static void list_ids(struct ids *ids, const struct nodes *n)
{
    uint64_t hash;
    ids->room = 2;
    while (ids->room < n->list.count * 2)
        ids->room *= 2;
    ids->slots = memory_alloc(ids->room * sizeof *ids->slots);
    for (size_t i = 0; i < n->list.count; i++) {
        struct entry *entry = slot_of(ids, n->list.at[i].id, &hash);
        if (entry->hash == 0)
            *entry = (struct entry){hash, n->list.at[i].id, 0};
    }
}

/* Two ids with numbers are alike only when their fronts and numbers are, and a front counts each
 * number once: only the ids as they were need be looked at. */
void node_ids_set_apart(struct nodes *n)
{
    struct ids ids = {0};
    struct buffer text = {0};
    uint64_t hash;
    list_ids(&ids, n);
    for (size_t i = 0; i < n->list.count; i++) {
        struct slice *id = &n->list.at[i].id;
        struct entry *entry = slot_of(&ids, *id, &hash);
        if (entry->number++ == 0)
            continue;
        for (;; entry->number++) {
            buffer_clear(&text);
            buffer_add(&text, *id);
            buffer_addf(&text, "-%zu", entry->number);
            if (slot_of(&ids, buffer_slice(&text), &hash)->hash == 0)
                break;
        }
        *id = arena_copy(&n->arena, buffer_slice(&text));
    }
    buffer_deinit(&text);
    buffer_deinit(&ids.folded);
    free(ids.slots);
}
