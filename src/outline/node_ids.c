/* SPDX-License-Identifier: MIT */
/* Tells the ids of nodes apart. */
#include "outline/node_ids.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>

struct entry {
    struct slice id;
    size_t index; /* of its node */
};

static int by_id(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    int order = slice_compare_nocase(x->id, y->id);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static bool is_taken(const struct entry *entries, size_t count, struct slice id)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare_nocase(entries[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && slice_compare_nocase(entries[low].id, id) == 0;
}

/* Two ids with numbers are alike only when their fronts and numbers are, and a front counts each
 * number once: only the ids as they were need be looked at. */
void node_ids_set_apart(struct nodes *n)
{
    size_t count = n->list.count;
    struct entry *entries = memory_alloc((count + 1) * sizeof *entries);
    struct buffer id;
    buffer_init(&id);
    for (size_t i = 0; i < count; i++)
        entries[i] = (struct entry){n->list.at[i].id, i};
    if (count > 1)
        qsort(entries, count, sizeof *entries, by_id);
    size_t number = 1;
    for (size_t i = 1; i < count; i++) {
        if (slice_compare_nocase(entries[i].id, entries[i - 1].id) != 0) {
            number = 1;
            continue;
        }
        do {
            buffer_clear(&id);
            buffer_add(&id, entries[i].id);
            buffer_addf(&id, "-%zu", ++number);
        } while (is_taken(entries, count, buffer_slice(&id)));
        n->list.at[entries[i].index].id = arena_copy(&n->arena, buffer_slice(&id));
    }
    buffer_deinit(&id);
    free(entries);
}
