/* SPDX-License-Identifier: MIT */
/* Chooses the part lines, the signatures and the exhibit index around the Items. */
#include "outline/items/frame.h"

#include "outline/items/score.h"

static const double LEAST = 0.75; /* a part line below this is none */
static const double NEARER = 1.0; /* what it is worth to stand nearer to the first Item */

bool frame_is_signature_page(const struct candidate *c)
{
    return c->kind == CANDIDATE_SIGNATURES && (c->features & FEATURE_SIGNED) &&
           !(c->features & FEATURE_IN_CONTENTS);
}

/* The first signature page behind a candidate; the list's count when there is none. */
size_t frame_body_end(const struct candidates *c, size_t from)
{
    for (size_t i = from; i < c->list.count; i++)
        if (frame_is_signature_page(&c->list.at[i]))
            return i;
    return c->list.count;
}

/* The parts that an Item's number can be in, as bits. */
static unsigned parts_of(const struct form *form, struct slice number)
{
    unsigned parts = 0;
    for (size_t i = 0; i < form->count; i++)
        if (catalog_is_number(form->rows[i].item, number))
            parts |= 1u << form_part_number(form->rows[i].item->part);
    return parts & ~1u;
}

/* What the neighbours in the chain say of a part line: -1 against, 1 for, 0 nothing. */
static double part_fits(const struct chain *chain, const struct candidates *c,
                        const struct form *form, size_t index, unsigned part)
{
    size_t next = 0;
    while (next < chain->items.count && chain->items.at[next].candidate < index)
        next++;
    bool by_part = form->family->order == PART_ORDER;
    double score = 0;
    if (next < chain->items.count) {
        const struct choice *item = &chain->items.at[next];
        unsigned parts =
            by_part ? 1u << item->part : parts_of(form, c->list.at[item->candidate].numbers[0]);
        if (parts & (1u << part))
            score += 2;
        else if (parts != 0 && parts < (1u << part))
            score -= 4;
    }
    if (next > 0) {
        const struct choice *item = &chain->items.at[next - 1];
        unsigned parts =
            by_part ? 1u << item->part : parts_of(form, c->list.at[item->candidate].numbers[0]);
        unsigned lower = (1u << part) - 1;
        if (parts != 0 && (parts & lower) == 0)
            score -= 3;
    }
    return score;
}

static bool form_has_part(const struct form *form, unsigned part)
{
    for (size_t i = 0; i < form->count; i++)
        if (form_part_number(form->rows[i].item->part) == part)
            return true;
    return false;
}

/* The candidate of the first Item of the part that was chosen; 0 when there is none. */
static size_t first_item(const struct chain *chain, const struct candidates *c,
                         const struct form *form, unsigned part)
{
    bool by_part = form->family->order == PART_ORDER;
    for (size_t i = 0; i < chain->items.count; i++) {
        const struct choice *item = &chain->items.at[i];
        unsigned parts =
            by_part ? 1u << item->part : parts_of(form, c->list.at[item->candidate].numbers[0]);
        if (parts & (1u << part))
            return item->candidate;
    }
    return 0;
}

static void choose_parts(struct chain *chain, const struct candidates *c, const struct form *form)
{
    double best[CHAIN_PARTS] = {0};
    size_t last = chain->items.count > 0 ? chain->items.at[chain->items.count - 1].candidate : 0;
    size_t end = frame_body_end(c, last);
    for (size_t i = 0; i < end; i++) {
        const struct candidate *x = &c->list.at[i];
        if (x->kind != CANDIDATE_PART || !form_has_part(form, x->part))
            continue;
        double score = score_features(x->features);
        if (score >= LEAST)
            score += part_fits(chain, c, form, i, x->part);
        double room = i < first_item(chain, c, form, x->part) ? NEARER : 0;
        if (score >= LEAST && score > best[x->part] - room) {
            best[x->part] = score;
            chain->parts[x->part] = i;
        }
    }
}

static void choose_signatures(struct chain *chain, const struct candidates *c, size_t from)
{
    size_t bare = CHAIN_NONE;
    size_t unsigned_ = CHAIN_NONE;
    for (size_t i = from; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        unsigned against = FEATURE_IN_CONTENTS | FEATURE_PAGE_NUMBER | FEATURE_CONTINUED;
        if (x->kind != CANDIDATE_SIGNATURES || (x->features & against) != 0)
            continue;
        if (x->features & FEATURE_BOILERPLATE) {
            bare = bare == CHAIN_NONE ? i : bare;
        } else if (x->features & FEATURE_SIGNED) {
            chain->signatures = i;
            return;
        } else if (unsigned_ == CHAIN_NONE && (x->features & FEATURE_BLANK_ABOVE)) {
            unsigned_ = i;
        }
    }
    chain->signatures = bare != CHAIN_NONE ? bare : unsigned_;
}

/* The index behind the signatures, else the one before them. */
static void choose_exhibit_index(struct chain *chain, const struct candidates *c, size_t from)
{
    unsigned against = FEATURE_IN_CONTENTS | FEATURE_PAGE_NUMBER | FEATURE_CONTINUED |
                       FEATURE_FURNITURE | FEATURE_MID_SENTENCE;
    for (size_t i = from; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        if (x->kind != CANDIDATE_EXHIBIT_INDEX || (x->features & against) != 0)
            continue;
        bool behind = chain->signatures == CHAIN_NONE || i > chain->signatures;
        if (chain->exhibit_index == CHAIN_NONE || behind)
            chain->exhibit_index = i;
        if (behind)
            return;
    }
}

/* The candidate of the Item whose title says exhibits, if that is among the last two: an index may
 * stand in it. Else `from`. */
static size_t exhibits_from(const struct chain *chain, const struct candidates *c, size_t from)
{
    size_t items = chain->items.count;
    for (size_t i = items > 2 ? items - 2 : 0; i < items; i++) {
        const struct candidate *item = &c->list.at[chain->items.at[i].candidate];
        if (slice_find_nocase(item->title, SLICE("exhibits")) < item->title.len)
            return chain->items.at[i].candidate + 1;
    }
    return from;
}

void frame_choose(struct chain *chain, const struct candidates *c, const struct form *form)
{
    if (form->count > 0 && form->family->order != ANY_ORDER)
        choose_parts(chain, c, form);
    size_t items = chain->items.count;
    size_t from = items > 0 ? chain->items.at[items - 1].candidate + 1 : 0;
    choose_signatures(chain, c, from);
    choose_exhibit_index(chain, c, exhibits_from(chain, c, from));
}
