/* SPDX-License-Identifier: MIT */
/* Tells the dividers of exhibits from rows of an index, mentions and running heads. */
#include "outline/dividers.h"

#include "base/memory.h"
#include "outline/outline.h"

#include <stdlib.h>
#include <string.h>

enum {
    ROW_NEAR = 400,   /* bytes of text between two rows of an index */
    INDEX_NEAR = 900, /* and between its heading and the only row it may have */
    BODY = 800        /* an exhibit has as much text, mostly */
};

static const double LEAST = 2;

void dividers_deinit(struct dividers *d)
{
    array_deinit(&d->list);
}

static bool is_line(const struct candidate *x)
{
    unsigned against =
        FEATURE_MID_SENTENCE | FEATURE_LINK | FEATURE_FURNITURE | FEATURE_PAGE_NUMBER;
    return x->kind == CANDIDATE_EXHIBIT && (x->features & against) == 0;
}

/* Bytes of text from the line to the next that names another exhibit, or the document's end. */
static size_t text_behind(const struct candidates *c, size_t i)
{
    const struct candidate *x = &c->list.at[i];
    for (size_t k = i + 1; k < c->list.count && c->list.at[k].text - x->text < BODY; k++)
        if (is_line(&c->list.at[k]) && !slice_equal_nocase(c->list.at[k].numbers[0], x->numbers[0]))
            return c->list.at[k].text - x->text;
    return c->text - x->text;
}

/* It stands in a list of exhibits: another number is near, on the same page, or the list's heading
 * is. */
static bool is_row(const struct candidates *c, const struct chain *chain, size_t i)
{
    const struct candidate *x = &c->list.at[i];
    const struct candidate *next = x + 1;
    const struct candidate *end = c->list.at + c->list.count;
    if (next < end && next->kind == CANDIDATE_EXHIBIT && next->page == x->page &&
        next->text - x->text < ROW_NEAR && !slice_equal_nocase(next->numbers[0], x->numbers[0]))
        return true;
    if (i > 0 && x[-1].kind == CANDIDATE_EXHIBIT && x[-1].page == x->page &&
        x->text - x[-1].text < ROW_NEAR && !slice_equal_nocase(x[-1].numbers[0], x->numbers[0]))
        return true;
    if (chain->exhibit_index == CHAIN_NONE)
        return false;
    const struct candidate *index = &c->list.at[chain->exhibit_index];
    return index->text <= x->text && index->page == x->page && x->text - index->text < INDEX_NEAR &&
           !(x->features & FEATURE_CENTER);
}

static double score(const struct candidates *c, const struct chain *chain, size_t i, unsigned *why)
{
    const struct candidate *x = &c->list.at[i];
    double sum = 0;
    *why = WHY_LABEL;
    if (is_row(c, chain, i))
        return -1;
    if (x->features & FEATURE_PAGE_TOP)
        sum += 2;
    if (x->features & (FEATURE_CENTER | FEATURE_BOLD)) {
        sum += 1;
        *why |= WHY_LOOKS;
    }
    if (x->features & FEATURE_CAPS)
        sum += 0.5;
    if (chain->signatures != CHAIN_NONE && x->page > c->list.at[chain->signatures].page)
        sum += 0.5;
    if (!(x->features & FEATURE_BLANK_ABOVE))
        sum -= 1;
    if (text_behind(c, i) >= BODY)
        sum += 1;
    else if (!(x->features & FEATURE_PAGE_TOP))
        sum -= 0.5;
    return sum;
}

/* The divider of each number: the best of its lines, the first of equals. */
struct best {
    struct slice number;
    struct divider divider;
    double score;
};

static int by_number(const void *a, const void *b)
{
    const struct best *x = a;
    const struct best *y = b;
    int order = slice_compare_nocase(x->number, y->number);
    if (order != 0)
        return order;
    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    return (x->divider.candidate > y->divider.candidate) -
           (x->divider.candidate < y->divider.candidate);
}

static int by_candidate(const void *a, const void *b)
{
    const struct divider *x = a;
    const struct divider *y = b;
    return (x->candidate > y->candidate) - (x->candidate < y->candidate);
}

/* The first candidate that may be a divider. */
static size_t body_end(const struct chain *chain)
{
    if (chain->signatures != CHAIN_NONE)
        return chain->signatures + 1;
    size_t items = chain->items.count;
    return items > 0 ? chain->items.at[items - 1].candidate + 1 : CHAIN_NONE;
}

void dividers_choose(struct dividers *d, const struct candidates *c, const struct chain *chain)
{
    size_t from = body_end(chain);
    size_t count = 0;
    if (c->form->family == NULL || from >= c->list.count)
        return;
    struct best *lines = memory_alloc((c->list.count - from + 1) * sizeof *lines);
    bool bare = chain->signatures == CHAIN_NONE;
    for (size_t i = from; i < c->list.count; i++) {
        struct best *line = &lines[count];
        if (!is_line(&c->list.at[i]))
            continue;
        line->score = score(c, chain, i, &line->divider.why);
        if (line->score < LEAST || (bare && !(c->list.at[i].features & FEATURE_PAGE_TOP)))
            continue;
        line->number = c->list.at[i].numbers[0];
        line->divider.candidate = i;
        line->divider.confidence = line->score >= 3 && !bare ? 0.96 : 0.75;
        count++;
    }
    if (count > 1)
        qsort(lines, count, sizeof *lines, by_number);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !slice_equal_nocase(lines[i].number, lines[i - 1].number))
            array_push(&d->list, lines[i].divider);
    if (d->list.count > 1)
        qsort(d->list.at, d->list.count, sizeof *d->list.at, by_candidate);
    free(lines);
}
