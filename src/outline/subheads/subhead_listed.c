/* SPDX-License-Identifier: MIT */
/* Remembers titles by their hashes. */
#include "outline/subheads/subhead_listed.h"

#include "base/memory.h"
#include "outline/items/title.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST = 4 }; /* bytes of a folded title */

static void make_room(struct subhead_titles *t, size_t most)
{
    t->room = 16;
    while (t->room < most * 2 + 2)
        t->room *= 2;
    t->slots = memory_alloc(t->room * sizeof *t->slots);
}

static size_t slot_of(const struct subhead_titles *t, uint64_t hash)
{
    size_t at = (size_t)(hash ^ hash >> 32) & (t->room - 1);
    while (t->slots[at] != 0 && t->slots[at] != hash)
        at = (at + 1) & (t->room - 1);
    return at;
}

static void add(struct subhead_listed *l, struct subhead_titles *t, struct slice title)
{
    buffer_clear(&l->folded);
    title_fold(&l->folded, title);
    if (l->folded.len < LEAST || t->count * 2 >= t->room)
        return;
    uint64_t hash = slice_hash(buffer_slice(&l->folded));
    size_t at = slot_of(t, hash);
    t->count += t->slots[at] == 0;
    t->slots[at] = hash;
}

static bool has(const struct subhead_titles *t, struct slice folded)
{
    return folded.len >= LEAST && t->slots[slot_of(t, slice_hash(folded))] != 0;
}

static bool is_row(const struct head *head)
{
    return (head->features & (HEAD_PAGE_NUMBER | HEAD_LINK)) != 0 &&
           !(head->features & HEAD_FURNITURE);
}

void subhead_listed_init(struct subhead_listed *l, const struct scan *scan, size_t cover_end)
{
    const struct heads *h = &scan->heads;
    size_t rows = scan->links.list.count * 2;
    size_t cover = heads_at(h, cover_end);
    memset(l, 0, sizeof *l);
    l->first = scan->links.list.count > 0 ? scan->links.list.at[0].offset : (size_t)-1;
    for (size_t i = 0; i < h->list.count; i++) {
        rows += is_row(&h->list.at[i]);
        if (is_row(&h->list.at[i]) && h->list.at[i].offset < l->first)
            l->first = h->list.at[i].offset;
    }
    make_room(&l->rows, rows);
    make_room(&l->cover, cover);
    for (size_t i = 0; i < h->list.count; i++)
        if (is_row(&h->list.at[i]))
            add(l, &l->rows, h->list.at[i].title);
    for (size_t i = 0; i < cover; i++)
        add(l, &l->cover, h->list.at[i].title);
    for (size_t i = 0; i < scan->links.list.count; i++) {
        add(l, &l->rows, scan->links.list.at[i].title);
        add(l, &l->rows, scan->links.list.at[i].linked);
    }
}

void subhead_listed_deinit(struct subhead_listed *l)
{
    free(l->rows.slots);
    free(l->cover.slots);
    buffer_deinit(&l->folded);
    memset(l, 0, sizeof *l);
}

bool subhead_listed_has(const struct subhead_listed *l, struct slice folded)
{
    return has(&l->rows, folded);
}

bool subhead_listed_on_cover(const struct subhead_listed *l, struct slice folded)
{
    return has(&l->cover, folded);
}
