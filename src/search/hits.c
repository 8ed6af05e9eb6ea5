/* SPDX-License-Identifier: MIT */
/* The hits of a search, in reading order. */
#include "search/hits.h"

bool place_before(struct place a, struct place b)
{
    return a.document != b.document ? a.document < b.document : a.offset < b.offset;
}

void hits_deinit(struct hits *h)
{
    array_deinit(&h->early);
    array_deinit(&h->late);
}

/* Whether `hit` begins before the end of the hit before it. */
static bool covered(const struct hit *before, const struct hit *hit)
{
    return before->document == hit->document && hit->offset < before->offset + before->length;
}

void hits_add(struct hits *h, bool turned, struct hit hit)
{
    if (!turned) {
        if (h->late.count == 0 || !covered(&h->late.at[h->late.count - 1], &hit))
            array_push(&h->late, hit);
        return;
    }
    if (h->early.count > 0 && covered(&h->early.at[h->early.count - 1], &hit))
        return;
    array_push(&h->early, hit);
    while (h->late_from < h->late.count && covered(&hit, &h->late.at[h->late_from]))
        h->late_from++;
}

size_t hits_count(const struct hits *h)
{
    return h->early.count + h->late.count - h->late_from;
}

struct hit hits_get(const struct hits *h, size_t index)
{
    if (index < h->early.count)
        return h->early.at[index];
    return h->late.at[index - h->early.count + h->late_from];
}

size_t hits_find(const struct hits *h, struct place place)
{
    size_t low = 0, high = hits_count(h);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct hit hit = hits_get(h, middle);
        if (place_before((struct place){hit.document, hit.offset}, place))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
