/* SPDX-License-Identifier: MIT */
/* Weighs what speaks for a choice. */
#include "outline/items/confidence.h"

#include "outline/outline.h"
#include "outline/items/score.h"

static const double MOST = 0.99, LEAST = 0.3;
static const double CLOSE = 1.0; /* a rival's score is so near */

static double bounded(double value)
{
    return value > MOST ? MOST : value < LEAST ? LEAST : value;
}

static bool is_loud(unsigned features)
{
    return features & (FEATURE_BOLD | FEATURE_CAPS | FEATURE_HEADING_CASE);
}

/* What the features and the title say, without the neighbours. */
static unsigned reasons(const struct candidate *c, enum score_title title)
{
    unsigned f = c->features, why = 0;
    why |= f & FEATURE_UNLABELLED ? 0 : WHY_LABEL;
    why |= title == SCORE_TITLE_SAME || title == SCORE_TITLE_LIKE ? WHY_TITLE : 0;
    why |= (f & FEATURE_BLANK_ABOVE) && is_loud(f) ? WHY_LOOKS : 0;
    why |= f & FEATURE_LINKED ? WHY_LINKED : 0;
    why |= f & FEATURE_LISTED ? WHY_LISTED : 0;
    why |= f & FEATURE_SIGNED ? WHY_SIGNED : 0;
    why |= f & FEATURE_UNLABELLED ? DOUBT_LABEL : 0;
    why |= title == SCORE_TITLE_OTHER ? DOUBT_TITLE : 0;
    if (f & (FEATURE_PROSE | FEATURE_MID_SENTENCE | FEATURE_FURNITURE | FEATURE_CONTINUED |
             FEATURE_QUOTED))
        why |= DOUBT_LOOKS;
    return why;
}

/* The slot of the first of an Item's numbers. */
static size_t slot_of(const struct form *form, const struct candidate *c, unsigned part)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct catalog_item *item = form->rows[i].item;
        if (catalog_is_number(item, c->numbers[0]) &&
            (form->family->order != PART_ORDER || form_part_number(item->part) == part))
            return form->rows[i].slot;
    }
    return form->slots;
}

/* True when the Item before and the one behind have numbers that fit. */
static bool fits(const struct chain *chain, size_t index, const struct candidates *c,
                 const struct form *form)
{
    enum { STEP = 5 }; /* slots that may be left out */
    size_t at =
        slot_of(form, &c->list.at[chain->items.at[index].candidate], chain->items.at[index].part);
    bool good = at < form->slots;
    for (int side = -1; good && side <= 1; side += 2) {
        size_t other = index + (size_t)side;
        if (other >= chain->items.count)
            continue;
        const struct choice *choice = &chain->items.at[other];
        size_t slot = slot_of(form, &c->list.at[choice->candidate], choice->part);
        good = side < 0 ? slot < at && at - slot <= STEP : slot > at && slot - at <= STEP;
    }
    return good;
}

/* True when the Item's number is out of order with the one before. */
static bool is_disordered(const struct chain *chain, size_t index, const struct candidates *c,
                          const struct form *form)
{
    if (index == 0 || form->family->order == ANY_ORDER)
        return false;
    const struct choice *here = &chain->items.at[index], *before = here - 1;
    size_t slot = slot_of(form, &c->list.at[here->candidate], here->part);
    return slot < form->slots && slot_of(form, &c->list.at[before->candidate], before->part) > slot;
}

/* True when another line would do nearly as well: between the neighbours, of the same number, not a
 * running head or a row of a list. */
static bool has_rival(const struct chain *chain, size_t index, const struct candidates *c,
                      const struct form *form)
{
    const struct choice *choice = &chain->items.at[index];
    const struct candidate *x = &c->list.at[choice->candidate];
    size_t from = index > 0 ? chain->items.at[index - 1].candidate + 1 : 0;
    size_t to =
        index + 1 < chain->items.count ? chain->items.at[index + 1].candidate : c->list.count;
    const unsigned against = FEATURE_IN_CONTENTS | FEATURE_FURNITURE | FEATURE_CONTINUED |
                             FEATURE_PROSE | FEATURE_MID_SENTENCE | FEATURE_PAGE_NUMBER |
                             FEATURE_QUOTED;
    enum { APART = 600, MOST_LOOKED = 200 };
    to = to - from > MOST_LOOKED ? from + MOST_LOOKED : to;
    for (size_t i = from; i < to; i++) {
        const struct candidate *y = &c->list.at[i];
        size_t apart = y->text > x->text ? y->text - x->text : x->text - y->text;
        if (i == choice->candidate || y->kind != CANDIDATE_ITEM || (y->features & against) ||
            apart < APART || !slice_equal_nocase(y->numbers[0], x->numbers[0]) ||
            ((y->features & FEATURE_UNLABELLED) && !(x->features & FEATURE_UNLABELLED)))
            continue;
        if (score_item(y, form, slice_of("")) > choice->score - CLOSE)
            return true;
    }
    return false;
}

/* True when the form has the number at other dates only. */
static bool is_of_other_date(const struct form *form, const struct candidate *c)
{
    bool any = false;
    for (size_t i = 0; i < form->count; i++) {
        if (!catalog_is_number(form->rows[i].item, c->numbers[0]))
            continue;
        if (form->rows[i].in_force)
            return false;
        any = true;
    }
    return any && form->family->order != ANY_ORDER;
}

struct confidence confidence_item(const struct chain *chain, size_t index,
                                  const struct candidates *c, const struct form *form)
{
    const struct candidate *x = &c->list.at[chain->items.at[index].candidate];
    enum score_title title = score_title_of(x, form);
    struct confidence out = {0, reasons(x, title)};
    bool any = form->family->order == ANY_ORDER;
    out.why |= !any && fits(chain, index, c, form) ? WHY_ORDER : 0;
    out.why |= is_disordered(chain, index, c, form) ? DOUBT_ORDER : 0;
    out.why |= has_rival(chain, index, c, form) ? DOUBT_RIVAL : 0;
    out.why |= chain->items.at[index].declared ? WHY_DECLARED : 0;
    double v = out.why & WHY_LABEL ? 0.86 : 0.62;
    v += out.why & WHY_TITLE ? 0.09 : 0;
    v += title == SCORE_TITLE_SAME ? 0.01 : 0;
    v += out.why & WHY_LOOKS ? 0.02 : -0.03;
    v += out.why & WHY_ORDER ? 0.03 : 0;
    v += out.why & WHY_DECLARED ? 0.05 : 0;
    v += out.why & WHY_LINKED ? (out.why & WHY_LABEL ? 0.05 : 0.15) : 0;
    v += out.why & WHY_LISTED ? (out.why & WHY_LABEL ? 0.02 : 0.06) : 0;
    v -= is_of_other_date(form, x) ? 0.25 : 0;
    v -= out.why & DOUBT_TITLE ? 0.3 : 0;
    v -= out.why & DOUBT_LOOKS ? 0.2 : 0;
    v -= out.why & DOUBT_ORDER ? 0.25 : 0;
    v -= out.why & DOUBT_RIVAL ? 0.2 : 0;
    out.value = bounded(v);
    return out;
}

struct confidence confidence_frame(size_t candidate, const struct candidates *c)
{
    const struct candidate *x = &c->list.at[candidate];
    struct confidence out = {0, reasons(x, SCORE_TITLE_NONE)};
    double v = 0.9;
    if (x->kind == CANDIDATE_SIGNATURES) {
        v = out.why & WHY_SIGNED ? 0.97 : 0.6;
        if (x->features & FEATURE_BOILERPLATE)
            v = 0.7, out.why = (out.why & ~(unsigned)WHY_LABEL) | DOUBT_ALONE;
    } else {
        v += out.why & WHY_LOOKS ? 0.07 : -0.1;
    }
    v -= out.why & DOUBT_LOOKS ? 0.3 : 0;
    out.value = bounded(v);
    return out;
}
