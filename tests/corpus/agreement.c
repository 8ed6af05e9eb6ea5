/* SPDX-License-Identifier: MIT */
/* Agreement of two readings; see the header. */
#include "corpus/agreement.h"
#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
    PASSAGE = 20,     /* letters of a passage that is looked for in both */
    EDITS_MOST = 1500 /* letters that may differ before the comparison settles for a part */
};

/* A passage and where it begins in both. */
struct passage {
    uint64_t hash;
    size_t a, b;
    unsigned in_a, in_b; /* how often, 2 standing for more */
};

struct passages {
    struct passage *at;
    size_t mask;
};

static struct passage *slot_of(struct passages *p, uint64_t hash)
{
    size_t i = (size_t)(hash ^ (hash >> 29)) & p->mask;
    while ((p->at[i].in_a || p->at[i].in_b) && p->at[i].hash != hash)
        i = (i + 1) & p->mask;
    p->at[i].hash = hash;
    return &p->at[i];
}

/* Enters all passages of one reading. */
static void enter(struct passages *p, const struct letters *l, bool is_a)
{
    const uint64_t base = 0x9E3779B97F4A7C15U;
    uint64_t hash = 0, highest = 1;
    for (int i = 0; i < PASSAGE; i++)
        highest *= base;
    for (size_t i = 0; i < l->count; i++) {
        hash = hash * base + l->code[i] + 1;
        if (i >= PASSAGE)
            hash -= highest * (l->code[i - PASSAGE] + 1);
        if (i + 1 < PASSAGE)
            continue;
        struct passage *slot = slot_of(p, hash);
        unsigned *times = is_a ? &slot->in_a : &slot->in_b;
        *times += *times < 2;
        *(is_a ? &slot->a : &slot->b) = i + 1 - PASSAGE;
    }
}

static int by_a(const void *x, const void *y)
{
    const struct passage *a = x, *b = y;
    return (a->a > b->a) - (a->a < b->a);
}

/* Keeps, of passages in the order of a, the longest chain that is in the order of b, too. */
static size_t keep_chain(struct passage *at, size_t count)
{
    size_t *ends = memory_alloc((count + 1) * sizeof *ends); /* of the best chain of a length */
    size_t *before = memory_alloc((count + 1) * sizeof *before);
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        size_t low = 0, high = length;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (at[ends[middle]].b < at[i].b)
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low > 0 ? ends[low - 1] : count;
        ends[low] = i;
        length += low == length;
    }
    size_t *chain = ends; /* filled from its end; the rest of `ends` is not looked at again */
    for (size_t k = length, i = length > 0 ? ends[length - 1] : 0; k > 0; k--, i = before[i])
        chain[k - 1] = i;
    for (size_t k = 0; k < length; k++)
        at[k] = at[chain[k]];
    free(before);
    free(ends);
    return length;
}

/* The passages that stand once in both, in order; the caller frees them. */
static struct passage *common_passages(const struct letters *a, const struct letters *b,
                                       size_t *count)
{
    struct passages p = {.mask = 1023};
    while (p.mask < 2 * (a->count + b->count))
        p.mask = 2 * p.mask + 1;
    p.at = memory_alloc((p.mask + 1) * sizeof *p.at);
    enter(&p, a, true);
    enter(&p, b, false);
    *count = 0;
    for (size_t i = 0; i <= p.mask; i++)
        if (p.at[i].in_a == 1 && p.at[i].in_b == 1)
            p.at[(*count)++] = p.at[i];
    qsort(p.at, *count, sizeof *p.at, by_a);
    *count = keep_chain(p.at, *count);
    return p.at;
}

/* The furthest that `edits` edits reach on each diagonal x - y, from -EDITS_MOST - 1 on. */
struct reach {
    size_t x[2 * EDITS_MOST + 3];
};

/* Goes from (*x, *y) towards the end of the gap with the fewest edits, at most EDITS_MOST; moves
 * *x and *y to where that led. The edits made. */
static size_t go(const struct letters *a, const struct letters *b, const struct agreement_gap *gap,
                 struct reach *r, size_t *x, size_t *y)
{
    const size_t n = gap->a_end - *x, m = gap->b_end - *y, zero = EDITS_MOST + 1;
    const uint32_t *one = a->code + *x, *other = b->code + *y;
    size_t best = 0, best_x = 0, best_y = 0;
    r->x[zero + 1] = 0;
    for (size_t d = 0; d <= EDITS_MOST; d++) {
        best = 0;
        for (size_t k = zero - d; k <= zero + d; k += 2) {
            bool down = k == zero - d || (k != zero + d && r->x[k - 1] < r->x[k + 1]);
            size_t i = down ? r->x[k + 1] : r->x[k - 1] + 1;
            size_t j = i + zero - k;
            while (i < n && j < m && one[i] == other[j])
                i++, j++;
            r->x[k] = i;
            if (i > n || j > m || i + j < best)
                continue;
            best = i + j;
            best_x = i;
            best_y = j;
        }
        if (best == n + m || d == EDITS_MOST) {
            *x += best_x;
            *y += best_y;
            return d;
        }
    }
    return 0;
}

/* Compares what is between two passages. */
static void compare(struct agreement *g, const struct letters *a, const struct letters *b,
                    struct agreement_gap gap, struct reach *r)
{
    while (gap.a < gap.a_end && gap.b < gap.b_end && a->code[gap.a] == b->code[gap.b])
        gap.a++, gap.b++, g->common++;
    while (gap.a < gap.a_end && gap.b < gap.b_end &&
           a->code[gap.a_end - 1] == b->code[gap.b_end - 1])
        gap.a_end--, gap.b_end--, g->common++;
    if (gap.a == gap.a_end && gap.b == gap.b_end)
        return;
    size_t x = gap.a, y = gap.b, letters = gap.a_end - gap.a + gap.b_end - gap.b, edits = 0;
    while (x < gap.a_end && y < gap.b_end)
        edits += go(a, b, &gap, r, &x, &y);
    edits += gap.a_end - x + gap.b_end - y;
    gap.common = (letters - edits) / 2;
    g->common += gap.common;
    array_push(&g->gaps, gap);
}

void agreement_init(struct agreement *g, const struct letters *a, const struct letters *b)
{
    size_t count, x = 0, y = 0;
    struct reach *r = memory_alloc(sizeof *r);
    struct passage *chain = common_passages(a, b, &count);
    *g = (struct agreement){0};
    for (size_t i = 0; i < count; i++) {
        if (chain[i].a < x || chain[i].b < y)
            continue; /* within what was matched already */
        compare(g, a, b, (struct agreement_gap){x, chain[i].a, y, chain[i].b, 0}, r);
        x = chain[i].a;
        y = chain[i].b;
        while (x < a->count && y < b->count && a->code[x] == b->code[y])
            x++, y++, g->common++;
    }
    compare(g, a, b, (struct agreement_gap){x, a->count, y, b->count, 0}, r);
    free(chain);
    free(r);
}

void agreement_deinit(struct agreement *g)
{
    array_deinit(&g->gaps);
}
