/* SPDX-License-Identifier: MIT */
/* Lists of leads, and which of several for one place stays. */
#include "ui/links/lead.h"

#include <stdlib.h>

void leads_init(struct leads *l)
{
    *l = (struct leads){0};
    arena_init(&l->arena);
}

void leads_deinit(struct leads *l)
{
    array_deinit(&l->list);
    arena_deinit(&l->arena);
}

struct lead *leads_add(struct leads *l, enum lead_kind kind, size_t offset, size_t end)
{
    struct lead *lead = array_add(&l->list);
    *lead = (struct lead){.kind = kind,
                          .offset = offset,
                          .length = end > offset ? end - offset : 0,
                          .document = LEAD_NOWHERE,
                          .node = LEAD_NOWHERE,
                          .place = LEAD_NOWHERE};
    return lead;
}

/* What counts first when two are for one place; the lower is the better. What the filing makes a
 * link is surer than words that name a place. */
static int rank(const struct lead *l)
{
    if (l->kind == LEAD_EXHIBIT)
        return 0;
    if (l->document == LEAD_NOWHERE)
        return l->address.len > 0 ? 4 : 5;
    return l->kind == LEAD_CONTENTS ? 1 : l->kind == LEAD_REFERENCE ? 3 : 2;
}

static int by_offset(const void *a, const void *b)
{
    const struct lead *x = a;
    const struct lead *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    int order = rank(x) - rank(y);
    return order != 0 ? order : (x->length > y->length) - (x->length < y->length);
}

/* Whether `a` stays when it and `b` overlap. */
static bool is_better(const struct lead *a, const struct lead *b)
{
    int order = rank(a) - rank(b);
    return order != 0 ? order < 0 : a->length <= b->length;
}

void leads_settle(struct leads *l)
{
    size_t kept = 0;
    if (l->list.count > 1)
        qsort(l->list.at, l->list.count, sizeof *l->list.at, by_offset);
    for (size_t i = 0; i < l->list.count; i++) {
        struct lead lead = l->list.at[i];
        if (lead.length == 0)
            continue;
        bool stays = true;
        while (stays && kept > 0) {
            const struct lead *last = &l->list.at[kept - 1];
            if (last->offset + last->length <= lead.offset)
                break;
            stays = !is_better(last, &lead);
            kept -= stays;
        }
        if (stays)
            l->list.at[kept++] = lead;
    }
    l->list.count = kept;
}

size_t leads_find(const struct leads *l, size_t offset)
{
    size_t low = 0, high = l->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (l->list.at[middle].offset + l->list.at[middle].length <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
