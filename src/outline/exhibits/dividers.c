/* SPDX-License-Identifier: MIT */
/* Tells the dividers of exhibits from rows of an index, mentions and running heads. */
#include "outline/exhibits/dividers.h"

#include "outline/outline.h"

enum {
    ROW_NEAR = 400,   /* bytes of text between two rows of an index */
    INDEX_NEAR = 900, /* and between its heading and the only row it may have */
    BODY = 800        /* an exhibit has as much text, mostly */
};

static const double LEAST = 2;
static const double SURE = 3;
/* A line that names the exhibit again is its divider when it is so much better. */
static const double BETTER = 0.9;

void dividers_deinit(struct dividers *d)
{
    array_deinit(&d->list);
}

/* Its first page may have it as a running head, as the others do. */
static bool is_line(const struct candidate *x)
{
    unsigned against = FEATURE_MID_SENTENCE | FEATURE_LINK | FEATURE_PAGE_NUMBER;
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
    if (x->features & (FEATURE_CENTER | FEATURE_BOLD))
        *why |= WHY_LOOKS;
    if (x->features & FEATURE_CENTER)
        sum += 1.5;
    if (x->features & FEATURE_BOLD)
        sum += 0.5;
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
    bool bare = chain->signatures == CHAIN_NONE;
    struct slice last = {0};
    double last_score = 0;
    for (size_t i = from; c->form->family != NULL && i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        struct divider found = {.candidate = i};
        if (!is_line(x) || (bare && !(x->features & FEATURE_PAGE_TOP)))
            continue;
        double here = score(c, chain, i, &found.why);
        bool again = slice_equal_nocase(x->numbers[0], last);
        if (here < LEAST || (again && here < last_score + BETTER))
            continue;
        found.confidence = here >= SURE && !bare ? 0.96 : 0.75;
        if (again)
            d->list.at[d->list.count - 1] = found;
        else
            array_push(&d->list, found);
        last = x->numbers[0];
        last_score = here;
    }
}
