/* SPDX-License-Identifier: MIT */
/* Chooses the headings among the candidates. */
#include "outline/items/chain.h"

#include "base/memory.h"
#include "outline/items/frame.h"
#include "outline/items/score.h"

#include <stdlib.h>
#include <string.h>

/* What a candidate is worth as one Item. A combined heading spans several slots. */
struct option {
    size_t candidate;
    size_t from, to; /* slots */
    unsigned part;
    double score;
    double total;   /* of the best chain that ends here */
    size_t before;  /* the option before it in that chain, or CHAIN_NONE */
    unsigned pages; /* signature pages before it */
    bool declared;  /* the header declares it */
};

typedef ARRAY(struct option) options;

static const double LEAST = 1.0;       /* an option below this is no heading */
static const double LEAST_EXTRA = 4.0; /* and below this not one out of order */
static const double CROSSING = 10.0;   /* what it costs to go on behind a signature page */
static const double COMBINED = 1.0;    /* for several numbers without a title */
static const double NOT_YET = 1.5;     /* off for an Item that the form has at other dates only */
static const size_t TWICE = 600; /* bytes of text between two prints of one heading, at most */
static const size_t FAR = 20000; /* a longer text between two headings says no more */

static bool is_declared(const struct candidate *c, const struct slice *declared, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t n = 0; n < c->count; n++)
            if (slice_equal_nocase(c->numbers[n], declared[i]))
                return true;
    return false;
}

/* The first row of the number in the part ("": any), preferring one in force; NULL when none. */
static const struct form_row *row_of(const struct form *form, struct slice number,
                                     struct slice part)
{
    const struct form_row *found = NULL;
    for (size_t i = 0; i < form->count; i++) {
        const struct form_row *row = &form->rows[i];
        bool here = (part.len == 0 || slice_equal(part, slice_of(row->item->part))) &&
                    catalog_is_number(row->item, number);
        if (here && row->in_force)
            return row;
        if (here && found == NULL)
            found = row;
    }
    return found;
}

/* True when one of the rows of the slot is in force. */
static bool row_in_force(const struct form *form, size_t slot)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->rows[i].slot == slot && form->rows[i].in_force)
            return true;
    return form->family->order == ANY_ORDER; /* an old number may be printed late */
}

/* What is known when options are made. */
struct context {
    const struct candidates *c;
    const struct form *form;
    const struct slice *declared;
    size_t declared_count;
    unsigned part;  /* of the last PART line */
    unsigned pages; /* signature pages so far */
};

static void add_option(options *list, const struct context *x, size_t index, const char *part)
{
    const struct candidate *c = &x->c->list.at[index];
    const struct form_row *row = row_of(x->form, c->numbers[0], slice_of(part));
    if (row == NULL)
        return;
    struct option o = {.candidate = index,
                       .from = row->slot,
                       .to = row->slot,
                       .part = form_part_number(row->item->part),
                       .before = CHAIN_NONE,
                       .pages = x->pages};
    for (size_t i = 1; i < c->count; i++) {
        row = row_of(x->form, c->numbers[i], slice_of(part));
        if (row != NULL && row->slot > o.to)
            o.to = row->slot;
    }
    if ((c->features & FEATURE_UNLABELLED) && x->form->family->order == PART_ORDER &&
        c->part != o.part)
        return;
    o.score =
        score_item(c, x->form, slice_of(part)) - (row_in_force(x->form, o.from) ? 0 : NOT_YET);
    unsigned said = c->part > 0 ? c->part : x->part;
    if (x->form->family->order == PART_ORDER && said > 0)
        o.score += said == o.part ? 1.5 : -2;
    if (c->count > 1 && (c->features & FEATURE_NO_TITLE) && (c->features & FEATURE_BLANK_ABOVE))
        o.score += COMBINED; /* "Items 10, 11, 12 and 13" on a line of its own */
    o.declared = is_declared(c, x->declared, x->declared_count);
    o.score += o.declared;
    if (o.score >= LEAST)
        array_push(list, o);
}

/* The options of an Item's candidate: one, or one for each part that has the number. */
static void add_options(options *list, const struct context *x, size_t index)
{
    const struct candidate *c = &x->c->list.at[index];
    if (x->form->family->order != PART_ORDER) {
        add_option(list, x, index, "");
        return;
    }
    const char *done = "";
    for (size_t i = 0; i < x->form->count; i++) {
        const struct catalog_item *item = x->form->rows[i].item;
        if (strcmp(item->part, done) == 0)
            continue;
        done = item->part;
        if (form_has(x->form, c->numbers[0], slice_of(done)))
            add_option(list, x, index, done);
    }
}

static void make_options(options *list, struct context *x, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        const struct candidate *c = &x->c->list.at[i];
        bool weak =
            (c->features & (FEATURE_IN_CONTENTS | FEATURE_PROSE | FEATURE_MID_SENTENCE)) != 0;
        if (frame_is_signature_page(c))
            x->pages++;
        else if (c->kind == CANDIDATE_PART && !weak)
            x->part = c->part;
        else if (c->kind == CANDIDATE_ITEM && !weak)
            add_options(list, x, i);
    }
}

/* The decimal logarithm of 1 + n, near enough. */
static double magnitude(size_t n)
{
    double bits = 0;
    double rest = 1 + (double)n;
    while (rest >= 2) {
        rest /= 2;
        bits++;
    }
    return (bits + rest - 1) * 0.30103;
}

/* What it is worth to go from one heading to the next: long texts are likelier than short ones,
 * which are those of a contents list. */
static double step(const struct context *x, const struct option *a, const struct option *b)
{
    size_t gap = x->c->list.at[b->candidate].text - x->c->list.at[a->candidate].text;
    return magnitude(gap < FAR ? gap : FAR) / 4 - (a->pages != b->pages ? CROSSING : 0);
}

/* Fills `total` and `before` of each option; returns the end of the best chain. `best` has for each
 * slot the best option that ends there. */
static size_t best_chain(options *list, const struct context *x)
{
    size_t slots = x->form->slots;
    size_t *best = memory_resize(NULL, slots + 1, sizeof *best);
    size_t end = CHAIN_NONE;
    for (size_t s = 0; s < slots; s++)
        best[s] = CHAIN_NONE;
    for (size_t i = 0; i < list->count; i++) {
        struct option *o = &list->at[i];
        o->total = o->score;
        for (size_t s = 0; s < o->from; s++) {
            if (best[s] == CHAIN_NONE || list->at[best[s]].candidate == o->candidate)
                continue;
            double total = list->at[best[s]].total + o->score + step(x, &list->at[best[s]], o);
            if (total > o->total) {
                o->total = total;
                o->before = best[s];
            }
        }
        if (best[o->to] == CHAIN_NONE || o->total > list->at[best[o->to]].total)
            best[o->to] = i;
        if (end == CHAIN_NONE || o->total > list->at[end].total)
            end = i;
    }
    free(best);
    return end;
}

static void choose(struct chain *chain, const struct option *o)
{
    struct choice choice = {o->candidate, o->part, o->score, o->declared};
    array_push(&chain->items, choice);
}

/* A heading printed twice in a row counts where it is first printed. */
static size_t earliest(const options *list, const struct context *x, size_t chosen)
{
    const struct option *o = &list->at[chosen];
    const struct candidate *here = &x->c->list.at[o->candidate];
    size_t found = chosen;
    for (size_t i = chosen; i-- > 0;) {
        const struct option *e = &list->at[i];
        const struct candidate *there = &x->c->list.at[e->candidate];
        if (e->candidate == o->candidate)
            continue; /* the same line as the Item of another part */
        bool bare =
            (there->features & FEATURE_UNLABELLED) && !(here->features & FEATURE_UNLABELLED);
        if (here->text - there->text > TWICE || bare ||
            !slice_equal_nocase(there->numbers[0], here->numbers[0]))
            break;
        if (e->from != o->from || e->part != o->part)
            continue;
        found = i;
    }
    return found;
}

static void choose_ordered(struct chain *chain, options *list, const struct context *x)
{
    size_t end = best_chain(list, x);
    for (size_t i = end; i != CHAIN_NONE; i = list->at[i].before)
        choose(chain, &list->at[earliest(list, x, i)]);
    for (size_t i = 0; i < chain->items.count / 2; i++) {
        struct choice *a = &chain->items.at[i];
        struct choice *b = &chain->items.at[chain->items.count - 1 - i];
        struct choice t = *a;
        *a = *b;
        *b = t;
    }
}

/* Where Items may come in any order: of each the first good heading before the signatures. */
static void choose_any(struct chain *chain, const options *list, const struct context *x)
{
    size_t slots = x->form->slots;
    double *best = memory_alloc((slots + 1) * sizeof *best);
    bool *done = memory_alloc(slots + 1);
    unsigned pages = list->count > 0 ? list->at[0].pages : 0;
    for (size_t i = 0; i < list->count && list->at[i].pages == pages; i++)
        if (list->at[i].score > best[list->at[i].from])
            best[list->at[i].from] = list->at[i].score;
    for (size_t i = 0; i < list->count && list->at[i].pages == pages; i++) {
        const struct option *o = &list->at[i];
        if (done[o->from] || o->score < best[o->from] - 1.5)
            continue;
        done[o->from] = true;
        choose(chain, o);
    }
    free(best);
    free(done);
}

static int by_candidate(const void *a, const void *b)
{
    const struct choice *x = a;
    const struct choice *y = b;
    return x->candidate < y->candidate ? -1 : x->candidate > y->candidate;
}

static bool has_number(const struct chain *chain, const struct candidates *c, struct slice number,
                       unsigned part)
{
    for (size_t i = 0; i < chain->items.count; i++) {
        const struct choice *choice = &chain->items.at[i];
        const struct candidate *x = &c->list.at[choice->candidate];
        for (size_t n = 0; n < x->count; n++)
            if (choice->part == part && slice_equal_nocase(x->numbers[n], number))
                return true;
    }
    return false;
}

static bool is_chosen(const struct chain *chain, size_t candidate)
{
    for (size_t i = 0; i < chain->items.count; i++)
        if (chain->items.at[i].candidate == candidate)
            return true;
    return false;
}

/* Good headings of Items that stand out of order. */
static void add_out_of_order(struct chain *chain, const options *list, const struct context *x,
                             size_t first, size_t end)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct option *o = &list->at[i];
        const struct candidate *c = &x->c->list.at[o->candidate];
        if (o->candidate > first && o->candidate < end && o->score >= LEAST_EXTRA &&
            !(c->features & FEATURE_UNLABELLED) && !is_chosen(chain, o->candidate) &&
            !has_number(chain, x->c, c->numbers[0], o->part))
            choose(chain, o);
    }
}

/* Headings of Items that the form does not have ("Item X", "Item 10A"), where they look like one.
 */
static void add_own_items(struct chain *chain, const struct context *x, size_t first, size_t end)
{
    static const struct slice any = {0};
    for (size_t i = first; i < end; i++) {
        const struct candidate *c = &x->c->list.at[i];
        if (c->kind != CANDIDATE_ITEM || c->count > 1 || form_has(x->form, c->numbers[0], any) ||
            (c->features & (FEATURE_NO_TITLE | FEATURE_PARAGRAPH)) != 0)
            continue;
        double score = score_features(c->features) + (score_has_known_title(c, x->form) ? 1 : 0);
        if (score < 2 || has_number(chain, x->c, c->numbers[0], 0))
            continue;
        struct choice own = {i, 0, score, false};
        array_push(&chain->items, own);
    }
}

static void choose_extras(struct chain *chain, const options *list, const struct context *x)
{
    if (chain->items.count == 0)
        return;
    size_t first = chain->items.at[0].candidate;
    size_t end = frame_body_end(x->c, chain->items.at[chain->items.count - 1].candidate);
    add_out_of_order(chain, list, x, first, end);
    if (x->form->family->order == FORM_ORDER)
        add_own_items(chain, x, first, end);
    qsort(chain->items.at, chain->items.count, sizeof *chain->items.at, by_candidate);
}

struct chain_search {
    struct chain *chain;
    struct context x;
    options list;
    size_t next; /* the candidate to look at next */
};

struct chain_search *chain_begin(struct chain *chain, const struct candidates *c,
                                 const struct form *form, const struct slice *declared,
                                 size_t declared_count)
{
    struct chain_search *s = memory_alloc(sizeof *s);
    memset(chain, 0, sizeof *chain);
    for (size_t p = 0; p < CHAIN_PARTS; p++)
        chain->parts[p] = CHAIN_NONE;
    chain->signatures = CHAIN_NONE;
    chain->exhibit_index = CHAIN_NONE;
    s->chain = chain;
    s->x = (struct context){c, form, declared, declared_count, 0, 0};
    return s;
}

bool chain_step(struct chain_search *s, size_t candidates)
{
    size_t left = s->x.form->count > 0 ? s->x.c->list.count - s->next : 0;
    if (left > 0) {
        size_t end = s->next + (candidates < left ? candidates : left);
        make_options(&s->list, &s->x, s->next, end);
        s->next = end;
        return false;
    }
    if (s->x.form->count > 0 && s->x.form->family->order == ANY_ORDER) {
        choose_any(s->chain, &s->list, &s->x);
    } else if (s->x.form->count > 0) {
        choose_ordered(s->chain, &s->list, &s->x);
        choose_extras(s->chain, &s->list, &s->x);
    }
    frame_choose(s->chain, s->x.c, s->x.form);
    return true;
}

void chain_end(struct chain_search *s)
{
    if (s)
        array_deinit(&s->list);
    free(s);
}

void chain_choose(struct chain *chain, const struct candidates *c, const struct form *form,
                  const struct slice *declared, size_t declared_count)
{
    struct chain_search *s = chain_begin(chain, c, form, declared, declared_count);
    while (!chain_step(s, (size_t)-1))
        ;
    chain_end(s);
}

void chain_deinit(struct chain *chain)
{
    array_deinit(&chain->items);
}
