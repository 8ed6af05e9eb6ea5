/* SPDX-License-Identifier: MIT */
/* Tells the rows of contents lists from clauses. */
#include "outline/articles/article_rows.h"

#include "base/memory.h"

#include <stdlib.h>

enum {
    CLOSE = 260,    /* bytes of text between two rows of a list */
    DENSE = 110,    /* and on the average, where neither pages nor links are told */
    PLAIN_ROWS = 4, /* so many rows such a list has at least */
    NUMBER_BITS = 10
};

/* Clauses of one key, in reading order. */
struct keyed {
    uint64_t key; /* 0: has none */
    size_t index;
};

static uint64_t key_of(const struct article_label *label)
{
    uint64_t key = 0;
    if (label->word == ANNEX_WORD)
        return slice_hash(label->printed) | 1;
    for (unsigned i = 0; i < ARTICLE_DEPTH; i++)
        key = key << NUMBER_BITS | (i < label->depth ? label->numbers[i] + 1 : 0);
    if (label->depth == 0)
        return 0;
    if (label->word != ARTICLE_WORD)
        return key << 2;
    return key << 2 | (label->name.len > 0 ? 2 : 1);
}

static int by_key(const void *a, const void *b)
{
    const struct keyed *x = a;
    const struct keyed *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* For each clause the one before it and the one behind it with the same key. */
struct neighbours {
    size_t before, behind;
};

static struct neighbours *neighbours_of(const struct clauses *c)
{
    size_t count = c->list.count;
    struct keyed *keyed = memory_alloc((count + 1) * sizeof *keyed);
    struct neighbours *same = memory_alloc((count + 1) * sizeof *same);
    for (size_t i = 0; i < count; i++) {
        keyed[i] = (struct keyed){key_of(&c->list.at[i].label), i};
        same[i] = (struct neighbours){ARTICLE_ROW_NONE, ARTICLE_ROW_NONE};
    }
    if (count > 1)
        qsort(keyed, count, sizeof *keyed, by_key);
    for (size_t i = 1; i < count; i++) {
        if (keyed[i].key == 0 || keyed[i].key != keyed[i - 1].key)
            continue;
        same[keyed[i].index].before = keyed[i - 1].index;
        same[keyed[i - 1].index].behind = keyed[i].index;
    }
    free(keyed);
    return same;
}

/* Behind the last clause of the run that begins at `first`: it ends at a gap, and where a label
 * comes again. */
static size_t run_end(const struct clauses *c, const struct neighbours *same, size_t first)
{
    size_t i = first + 1;
    for (; i < c->list.count; i++) {
        const struct clause *x = &c->list.at[i];
        size_t before = same[i].before;
        if (x->text - c->list.at[i - 1].text > CLOSE || x->label.word == WITNESS_WORD ||
            x->label.word == OPENING_WORD || (before != ARTICLE_ROW_NONE && before >= first))
            break;
    }
    return i;
}

/* How many clauses from `first` on are rows of a list with page numbers or links. */
static size_t told_rows(const struct clauses *c, size_t first, size_t end, unsigned feature)
{
    size_t rows = 0;
    size_t told = 0;
    size_t last = first;
    size_t at_last = 0;
    for (size_t i = first; i < end; i++) {
        rows++;
        if (!(c->list.at[i].features & feature))
            continue;
        told++;
        last = i;
        at_last = rows;
    }
    if (told < 2 || told * 10 < at_last * 4)
        return 0;
    size_t behind = last + 1;
    while (behind < end && c->list.at[behind].label.word == ANNEX_WORD)
        behind++;
    return behind - first;
}

static bool is_plain_list(const struct clauses *c, const struct neighbours *same, size_t first,
                          size_t end)
{
    size_t rows = end - first;
    size_t coming = 0;
    if (rows < PLAIN_ROWS || c->list.at[end - 1].text - c->list.at[first].text > DENSE * (rows - 1))
        return false;
    for (size_t i = first; i < end; i++)
        coming += same[i].behind != ARTICLE_ROW_NONE && same[i].behind >= end;
    return coming * 10 >= rows * 6;
}

struct article_row *article_rows(const struct clauses *c)
{
    size_t count = c->list.count;
    struct article_row *rows = memory_alloc((count + 1) * sizeof *rows);
    struct neighbours *same = neighbours_of(c);
    for (size_t i = 0; i < count;) {
        size_t end = run_end(c, same, i);
        size_t told = told_rows(c, i, end, CLAUSE_PAGE_NUMBER);
        if (told == 0)
            told = told_rows(c, i, end, CLAUSE_LINK);
        if (told == 0 && is_plain_list(c, same, i, end))
            told = end - i;
        for (size_t k = i; k < end; k++)
            rows[k].listed = k < i + told;
        i = end;
    }
    for (size_t i = 0; i < count; i++) {
        size_t before = same[i].before;
        rows[i].named =
            before == ARTICLE_ROW_NONE || rows[before].listed ? before : rows[before].named;
    }
    free(same);
    return rows;
}
