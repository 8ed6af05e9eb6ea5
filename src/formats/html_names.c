/* SPDX-License-Identifier: MIT */
#include "formats/html_names.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { ROOM = 256 /* slots to begin with; a power of 2 */ };

void html_names_deinit(struct html_names *names)
{
    free(names->slots);
    *names = (struct html_names){0};
}

/* The slot of the hash, or the free one where it belongs. */
static uint64_t *slot_of(const struct html_names *names, uint64_t hash)
{
    size_t at = (size_t)hash & (names->room - 1);
    while (names->slots[at] && names->slots[at] != hash)
        at = (at + 1) & (names->room - 1);
    return &names->slots[at];
}

static void grow(struct html_names *names)
{
    struct html_names more = {.room = names->room ? names->room * 2 : ROOM, .count = names->count};
    more.slots = memory_resize(NULL, more.room, sizeof *more.slots);
    memset(more.slots, 0, more.room * sizeof *more.slots);
    for (size_t i = 0; i < names->room; i++)
        if (names->slots[i])
            *slot_of(&more, names->slots[i]) = names->slots[i];
    free(names->slots);
    *names = more;
}

bool html_names_add(struct html_names *names, struct slice name)
{
    if (names->count * 2 >= names->room)
        grow(names);
    uint64_t hash = slice_hash(name);
    uint64_t *slot = slot_of(names, hash);
    if (*slot)
        return false;
    *slot = hash;
    names->count++;
    return true;
}
