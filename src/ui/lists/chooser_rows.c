/* SPDX-License-Identifier: MIT */
/* The rows of a chooser and those that fit. */
#include "ui/lists/chooser_rows.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void chooser_rows_init(struct chooser_rows *r)
{
    *r = (struct chooser_rows){.ranked = false};
    arena_init(&r->texts);
}

void chooser_rows_deinit(struct chooser_rows *r)
{
    arena_deinit(&r->texts);
    array_deinit(&r->items);
    array_deinit(&r->shown);
    array_deinit(&r->headings);
    fuzzy_deinit(&r->fuzzy);
    buffer_deinit(&r->typed);
}

static void hide_all(struct chooser_rows *r)
{
    r->shown.count = 0;
    r->headings.count = 0;
    r->fitting = 0;
    r->ordered = 0;
}

void chooser_rows_clear(struct chooser_rows *r)
{
    hide_all(r);
    r->items.count = 0;
    r->count = 0;
    arena_deinit(&r->texts);
    arena_init(&r->texts);
}

bool chooser_rows_by_rank(const struct chooser_rows *r)
{
    return r->ranked && r->fuzzy.words.count > 0;
}

/* ---- showing */

/* A title ends those that are as high or lower. */
static void begin_title(struct chooser_rows *r, size_t item)
{
    while (r->headings.count > 0 &&
           r->items.at[r->headings.at[r->headings.count - 1].item].level >= r->items.at[item].level)
        r->headings.count--;
    array_push(&r->headings, ((struct chooser_heading){item, false}));
}

static void show_titles(struct chooser_rows *r)
{
    for (size_t i = 0; i < r->headings.count; i++) {
        if (!r->headings.at[i].shown)
            array_push(&r->shown, ((struct chooser_shown){r->headings.at[i].item, 0, 0}));
        r->headings.at[i].shown = true;
    }
}

/* Shows the item, if it fits, behind those that are shown. */
static void show(struct chooser_rows *r, size_t item)
{
    struct chooser_item *it = &r->items.at[item];
    if (it->title) {
        if (!chooser_rows_by_rank(r))
            begin_title(r, item);
        return;
    }
    int score = -1;
    bool may = (it->letters & r->fuzzy.needs) == r->fuzzy.needs;
    if (may)
        score = fuzzy_score(&r->fuzzy, it->text, it->detail, NULL);
    if (may && score < 0 && it->also.len > 0)
        score = fuzzy_score(&r->fuzzy, it->also, (struct slice){NULL, 0}, NULL);
    it->fits = score >= 0;
    if (!it->fits)
        return;
    if (chooser_rows_by_rank(r) && score >= FUZZY_SOLID)
        score += it->weight;
    show_titles(r);
    array_push(&r->shown, ((struct chooser_shown){item, ++r->fitting, score}));
}

static int by_score(const void *a, const void *b)
{
    const struct chooser_shown *one = a;
    const struct chooser_shown *two = b;
    if (one->score != two->score)
        return one->score > two->score ? -1 : 1;
    return one->item < two->item ? -1 : one->item > two->item;
}

/* Of rows in their order: behind one that fits well, letters here and there are of no use. */
static void leave_scattered(struct chooser_rows *r)
{
    if (r->shown.count == 0 || r->shown.at[0].score < FUZZY_SOLID)
        return;
    while (r->shown.at[r->shown.count - 1].score < FUZZY_SOLID)
        r->shown.count--;
    r->fitting = r->shown.count;
}

static void count_ranks(struct chooser_rows *r)
{
    leave_scattered(r);
    for (size_t i = 0; i < r->shown.count; i++)
        r->shown.at[i].nth = i + 1;
    r->ordered = r->shown.count;
}

/* The best first, of rows that stand in their own order: each score has its place among the rest.
 */
static void rank(struct chooser_rows *r)
{
    size_t count = r->shown.count;
    int most = 0;
    for (size_t i = 0; i < count; i++)
        most = r->shown.at[i].score > most ? r->shown.at[i].score : most;
    if (!chooser_rows_by_rank(r) || count == 0)
        return;
    size_t *places = memory_alloc(((size_t)most + 2) * sizeof *places);
    struct chooser_shown *ranked = memory_resize(NULL, count, sizeof *ranked);
    for (size_t i = 0; i < count; i++)
        places[most - r->shown.at[i].score + 1]++;
    for (int i = 0; i < most; i++)
        places[i + 1] += places[i];
    for (size_t i = 0; i < count; i++)
        ranked[places[most - r->shown.at[i].score]++] = r->shown.at[i];
    memcpy(r->shown.at, ranked, count * sizeof *ranked);
    free(ranked);
    free(places);
    count_ranks(r);
}

/* Puts those that came since among the others. */
static void merge(struct chooser_rows *r)
{
    size_t count = r->shown.count;
    struct chooser_shown *ranked = memory_resize(NULL, count, sizeof *ranked);
    size_t early = 0;
    size_t late = r->ordered;
    qsort(&r->shown.at[late], count - late, sizeof *ranked, by_score);
    for (size_t i = 0; i < count; i++) {
        bool first = late == count ||
                     (early < r->ordered && by_score(&r->shown.at[early], &r->shown.at[late]) < 0);
        ranked[i] = r->shown.at[first ? early++ : late++];
    }
    memcpy(r->shown.at, ranked, count * sizeof *ranked);
    free(ranked);
}

void chooser_rows_settle(struct chooser_rows *r, size_t *keep)
{
    if (!chooser_rows_by_rank(r) || r->ordered >= r->shown.count)
        return;
    size_t item = *keep < r->shown.count ? r->shown.at[*keep].item : CHOOSER_NONE;
    merge(r);
    count_ranks(r);
    for (size_t i = 0; i < r->shown.count; i++)
        if (r->shown.at[i].item == item)
            *keep = i;
}

/* What did not fit before does not fit `fewer`. */
static void show_all(struct chooser_rows *r, bool fewer)
{
    hide_all(r);
    for (size_t i = 0; i < r->items.count; i++)
        if (!fewer || r->items.at[i].fits || r->items.at[i].title)
            show(r, i);
    rank(r);
}

void chooser_rows_narrow(struct chooser_rows *r, struct slice typed)
{
    bool narrower = slice_starts(typed, buffer_slice(&r->typed));
    struct buffer copy;
    buffer_init(&copy);
    buffer_add(&copy, typed);
    buffer_deinit(&r->typed);
    r->typed = copy;
    fuzzy_set(&r->fuzzy, buffer_slice(&r->typed), !r->ranked);
    show_all(r, narrower);
}

/* ---- rows */

/* The beginning of a text, at a whole character; a copy. */
static struct slice keep(struct chooser_rows *r, struct slice text)
{
    size_t at = text.len < CHOOSER_TEXT ? text.len : CHOOSER_TEXT;
    while (at < text.len && at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80)
        at--;
    return arena_copy(&r->texts, slice_cut(text, 0, at));
}

static uint64_t letters_of(const struct chooser_item *it)
{
    return fuzzy_letters(it->text) | fuzzy_letters(it->detail) | fuzzy_letters(it->also);
}

void chooser_rows_add(struct chooser_rows *r, const struct chooser_row *row)
{
    struct chooser_item it = {.tag = row->tag, .level = row->level > 0 ? row->level : 0};
    it.text = keep(r, row->text);
    it.detail = keep(r, row->detail);
    it.also = keep(r, row->also);
    it.title = row->title;
    it.weight = row->weight > 0 ? row->weight : 0;
    it.from = row->from < it.text.len ? row->from : it.text.len;
    it.to = row->to < it.text.len ? row->to : it.text.len;
    it.letters = letters_of(&it);
    array_push(&r->items, it);
    r->count += !it.title;
    show(r, r->items.count - 1);
}

void chooser_rows_retell(struct chooser_rows *r, size_t item, struct slice detail)
{
    struct chooser_item *it = &r->items.at[item];
    if (slice_equal(it->detail, detail))
        return;
    it->detail = keep(r, detail);
    it->letters = letters_of(it);
}

void chooser_rows_remove(struct chooser_rows *r, size_t shown)
{
    size_t item = r->shown.at[shown].item;
    r->count -= !r->items.at[item].title;
    r->items.count--;
    for (size_t i = item; i < r->items.count; i++)
        r->items.at[i] = r->items.at[i + 1];
    show_all(r, false);
}

/* ---- finding */

const struct chooser_item *chooser_rows_at(const struct chooser_rows *r, size_t shown)
{
    return shown < r->shown.count ? &r->items.at[r->shown.at[shown].item] : NULL;
}

size_t chooser_rows_pick(const struct chooser_rows *r, size_t shown)
{
    for (size_t i = shown; i < r->shown.count; i++)
        if (r->shown.at[i].nth > 0)
            return i;
    for (size_t i = shown < r->shown.count ? shown : r->shown.count; i > 0; i--)
        if (r->shown.at[i - 1].nth > 0)
            return i - 1;
    return CHOOSER_NONE;
}

size_t chooser_rows_near(const struct chooser_rows *r, size_t item)
{
    size_t near = CHOOSER_NONE; /* the least item that is not before it; by rank any may come */
    for (size_t i = 0; i < r->shown.count; i++) {
        const struct chooser_shown *it = &r->shown.at[i];
        if (it->nth > 0 && it->item >= item &&
            (near == CHOOSER_NONE || it->item < r->shown.at[near].item))
            near = i;
    }
    return near != CHOOSER_NONE ? near : chooser_rows_pick(r, r->shown.count);
}

size_t chooser_rows_title(const struct chooser_rows *r, size_t shown)
{
    if (shown >= r->shown.count)
        return CHOOSER_NONE;
    for (size_t i = shown; i > 0; i--)
        if (r->shown.at[i - 1].nth == 0)
            return i - 1;
    return CHOOSER_NONE;
}
