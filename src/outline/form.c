/* SPDX-License-Identifier: MIT */
/* Makes the catalogue's rows of one form ready. */
#include "outline/form.h"

#include "outline/items/label.h"
#include "outline/items/title.h"

#include <string.h>

enum {
    LONG_TITLE = 5, /* words */
    SAME_FRONT = 3  /* letters that a title with other words has in common with the known one */
};

/* `room` is for the words while they are folded. */
static struct slice folded_copy(struct arena *arena, struct slice text, struct buffer *room)
{
    buffer_clear(room);
    title_fold(room, text);
    return arena_copy(arena, buffer_slice(room));
}

static void fold_titles(struct form *f, struct form_row *row, struct buffer *room)
{
    struct slice aliases = slice_of(row->item->aliases);
    size_t most = 2;
    for (size_t i = 0; i < aliases.len; i++)
        most += aliases.at[i] == '|';
    row->titles = arena_array(&f->arena, most, sizeof *row->titles);
    row->titles[row->title_count++] = folded_copy(&f->arena, slice_of(row->item->title), room);
    while (aliases.len > 0) {
        size_t end = slice_find(aliases, SLICE("|"));
        row->titles[row->title_count++] = folded_copy(&f->arena, slice_cut(aliases, 0, end), room);
        aliases = slice_cut(aliases, end + 1, aliases.len);
    }
}

/* The slot of row `index`: that of an earlier row of the same Item, else a new one. */
static size_t slot_of(struct form *f, size_t index)
{
    const struct catalog_item *item = f->rows[index].item;
    for (size_t i = index; i-- > 0;) {
        const struct catalog_item *other = f->rows[i].item;
        bool part = f->family->order != PART_ORDER || strcmp(item->part, other->part) == 0;
        if (part && strcmp(item->number, other->number) == 0)
            return f->rows[i].slot;
    }
    return f->slots++;
}

void form_init(struct form *f, struct slice type, struct slice date)
{
    memset(f, 0, sizeof *f);
    arena_init(&f->arena);
    f->family = catalog_family(type, date);
    if (f->family == NULL)
        return;
    const struct catalog_item *items;
    const struct catalog_item *more = NULL;
    size_t count = catalog_items(f->family, &items);
    size_t more_count = 0;
    const struct catalog_family *sibling = catalog_sibling(f->family);
    if (f->family->order == ANY_ORDER && sibling != NULL)
        more_count = catalog_items(sibling, &more);
    f->rows = arena_array(&f->arena, count + more_count + 1, sizeof *f->rows);
    struct buffer room = {0};
    for (size_t i = 0; i < count + more_count; i++) {
        struct form_row *row = &f->rows[f->count];
        row->item = i < count ? &items[i] : &more[i - count];
        row->in_force = i < count && catalog_in_force(row->item, date);
        row->slot = slot_of(f, f->count++);
        fold_titles(f, row, &room);
    }
    buffer_deinit(&room);
}

void form_deinit(struct form *f)
{
    arena_deinit(&f->arena);
}

static bool is_row(const struct form_row *row, struct slice number, struct slice part)
{
    return (part.len == 0 || slice_equal(part, slice_of(row->item->part))) &&
           catalog_is_number(row->item, number);
}

bool form_has(const struct form *f, struct slice number, struct slice part)
{
    for (size_t i = 0; i < f->count; i++)
        if (is_row(&f->rows[i], number, part))
            return true;
    return false;
}

double form_match(const struct form *f, struct slice number, struct slice part, struct slice folded)
{
    double best = 0;
    for (size_t i = 0; i < f->count; i++) {
        if (!is_row(&f->rows[i], number, part))
            continue;
        for (size_t t = 0; t < f->rows[i].title_count && best < 1; t++) {
            double score = title_match_folded(folded, f->rows[i].titles[t]);
            if (score > best)
                best = score;
        }
    }
    return best;
}

static bool begins_with(struct slice whole, struct slice start)
{
    return slice_starts(whole, start) && (whole.len == start.len || whole.at[start.len] == ' ');
}

bool form_is_other(const struct form *f, struct slice number, struct slice folded)
{
    static const struct slice any = {0};
    for (size_t i = 0; i < f->count; i++)
        for (size_t t = 0; t < f->rows[i].title_count; t++)
            if (begins_with(folded, f->rows[i].titles[t]) && !is_row(&f->rows[i], number, any))
                return true;
    return false;
}

size_t form_title_words(const struct form *f, struct slice number, struct slice folded)
{
    static const struct slice any = {0};
    size_t most = 0;
    for (size_t i = 0; i < f->count; i++) {
        for (size_t t = 0; t < f->rows[i].title_count; t++) {
            struct slice title = f->rows[i].titles[t];
            size_t words = begins_with(folded, title) ? title_words(title) : 0;
            if (words > most && is_row(&f->rows[i], number, any))
                most = words;
        }
    }
    return most;
}

/* How well a folded text is a title as a whole: 1 the same; words may differ in a long one. Both
 * begin with the same letter. */
static double whole_match(struct slice folded, struct slice title, size_t words)
{
    size_t less = folded.len < title.len ? folded.len : title.len;
    size_t more = folded.len < title.len ? title.len : folded.len;
    if (slice_equal(folded, title))
        return 1;
    if (words < LONG_TITLE || less * 4 < more * 3 || memcmp(folded.at, title.at, SAME_FRONT) != 0)
        return 0;
    double match = title_match_folded(folded, title);
    return match >= 0.85 ? match - 0.05 : 0;
}

const struct form_row *form_titled(const struct form *f, struct slice folded)
{
    const struct form_row *found = NULL;
    double best = 0;
    size_t words = folded.len > 0 ? title_words(folded) : 0;
    for (size_t i = 0; i < f->count && words > 0; i++) {
        const struct form_row *row = &f->rows[i];
        for (size_t t = 0; t < row->title_count; t++) {
            struct slice title = row->titles[t];
            if (title.len == 0 || title.at[0] != folded.at[0])
                continue;
            double match = whole_match(folded, title, words) - !row->in_force * 0.01;
            if (match > best) {
                best = match;
                found = row;
            }
        }
    }
    return found;
}

unsigned form_part_number(const char *part)
{
    for (unsigned p = 1; p <= 8; p++)
        if (strcmp(part, label_roman(p)) == 0)
            return p;
    return 0;
}
