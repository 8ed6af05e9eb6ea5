/* SPDX-License-Identifier: MIT */
/* Finds headings of Items that carry no label. */
#include "outline/items/titled.h"

#include "base/memory.h"
#include "outline/items/follow.h"
#include "outline/items/line.h"
#include "outline/items/title.h"

#include <stdlib.h>
#include <string.h>

enum {
    TITLE_BYTES = 200,
    NEAR = 3000, /* bytes of the input between the place a link names and the heading there */
    FEW = 2,     /* a part with labels on less than one in so many Items prints few */
    PARTS = 9,
    LETTERS = 26,
    TELLING = 4 /* a title of so many words hardly heads anything else */
};

/* What the contents lists say of one row of the form. */
struct listed {
    bool named;    /* a row of the contents has its number, or its title */
    size_t target; /* where that row leads; LINKS_NONE: nowhere */
    unsigned part; /* of a PART line above the row */
    bool labelled; /* a labelled candidate outside of the contents has the number */
    unsigned seen; /* how well the best head with its title, so far, is set; 0: none */
};

struct titled_search {
    struct scan *scan;
    const struct form *form;
    struct listed *rows; /* one for each slot of the form */
    ARRAY(struct candidate) more;
    bool few[PARTS];               /* by part; [0] where Items are not counted by part */
    struct slice title;            /* of the head that was looked at last, as it was recognized */
    bool none;                     /* no Item has a label */
    bool begins[LETTERS][LETTERS]; /* some title begins with these two letters */
    const struct slice *declared;
    size_t declared_count;
    struct buffer room; /* for titles */
    bool begun;
    size_t head;      /* to look at next */
    size_t at;        /* the candidate that is next to it */
    bool aimed;       /* the places that links lead to are looked at */
    size_t candidate; /* to look at next, for a misprint */
};

static struct slice folded(struct buffer *room, struct slice text)
{
    buffer_clear(room);
    title_fold(room, text);
    return buffer_slice(room);
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static void note_beginnings(struct titled_search *f)
{
    for (size_t i = 0; i < f->form->count; i++) {
        for (size_t t = 0; t < f->form->rows[i].title_count; t++) {
            struct slice title = f->form->rows[i].titles[t];
            if (title.len >= 2 && is_letter(title.at[0]) && is_letter(title.at[1]))
                f->begins[title.at[0] - 'a'][title.at[1] - 'a'] = true;
        }
    }
}

/* A cheap test, as most heads are no titles of Items. */
static bool may_be_title(const struct titled_search *f, struct slice title)
{
    size_t at = 0;
    while (at < title.len && !byte_is_letter(title.at[at]))
        at++;
    if (at + 1 >= title.len || !byte_is_letter(title.at[at + 1]))
        return false;
    static const struct slice condensed = SLICE_ROW("condensed ");
    return f->begins[byte_lower(title.at[at]) - 'a'][byte_lower(title.at[at + 1]) - 'a'] ||
           slice_starts_nocase(slice_cut(title, at, title.len), condensed);
}

/* The slot of a number in a part (0: any). */
static size_t slot_of(const struct form *form, struct slice number, unsigned part)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct catalog_item *item = form->rows[i].item;
        if ((part == 0 || form_part_number(item->part) == part) && catalog_is_number(item, number))
            return form->rows[i].slot;
    }
    return form->slots;
}

static void note_row(struct titled_search *f, size_t slot, size_t target, size_t from)
{
    if (slot >= f->form->slots)
        return;
    struct listed *row = &f->rows[slot];
    row->named = true;
    if (row->target == LINKS_NONE && target != LINKS_NONE && target > from)
        row->target = target;
}

/* Reads the rows of contents lists that have labels, and which numbers the body has labels for. */
static void read_labels(struct titled_search *f)
{
    bool by_part = f->form->family->order == PART_ORDER;
    unsigned part = 0, body_part = 0;
    const unsigned weak = FEATURE_PROSE | FEATURE_MID_SENTENCE | FEATURE_BOXES | FEATURE_QUOTED;
    for (size_t i = 0; i < f->scan->candidates.list.count; i++) {
        const struct candidate *c = &f->scan->candidates.list.at[i];
        bool contents = c->features & FEATURE_IN_CONTENTS;
        if (c->kind == CANDIDATE_PART && contents)
            part = c->part;
        else if (c->kind == CANDIDATE_PART && !(c->features & weak))
            body_part = c->part;
        if (c->kind != CANDIDATE_ITEM)
            continue;
        unsigned in = by_part ? (c->part ? c->part : contents ? part : body_part) : 0;
        for (size_t n = 0; n < c->count; n++) {
            size_t slot = slot_of(f->form, c->numbers[n], in);
            if (contents)
                note_row(f, slot, links_from(&f->scan->links, c->offset), c->offset);
            else if (!(c->features & weak) && slot < f->form->slots)
                f->rows[slot].labelled = true;
        }
    }
}

/* Reads the links whose words are the title of an Item. */
static void read_links(struct titled_search *f, struct buffer *room)
{
    const struct links *links = &f->scan->links;
    for (size_t i = 0; i < links->list.count; i++) {
        const struct jump *j = &links->list.at[i];
        if (j->target == LINKS_NONE || j->target <= j->offset || j->title.len > TITLE_BYTES)
            continue;
        const struct form_row *row = form_titled(f->form, folded(room, j->title));
        if (row == NULL)
            row = form_titled(f->form, folded(room, j->linked));
        if (row)
            note_row(f, row->slot, j->target, j->offset);
    }
}

/* The part that the Items of a row are counted in. */
static unsigned counted_in(const struct titled_search *f, const struct form_row *row)
{
    return f->form->family->order == PART_ORDER ? form_part_number(row->item->part) : 0;
}

static void count_labels(struct titled_search *f)
{
    size_t labelled[PARTS] = {0}, expected[PARTS] = {0}, before = f->form->slots;
    f->none = true;
    for (size_t i = 0; i < f->form->slots; i++)
        f->none = f->none && !f->rows[i].labelled;
    for (size_t i = 0; i < f->form->count; i++) {
        const struct form_row *row = &f->form->rows[i];
        if (!row->in_force || row->item->expect == OPTIONAL || row->slot == before)
            continue;
        before = row->slot;
        unsigned part = counted_in(f, row);
        expected[part]++;
        labelled[part] += f->rows[row->slot].labelled;
    }
    for (unsigned p = 0; p < PARTS; p++)
        f->few[p] = labelled[p] * FEW < expected[p];
}

/* A candidate of the row at the place. */
static struct candidate *add(struct titled_search *f, const struct form_row *row, size_t offset,
                             size_t text, uint32_t page)
{
    struct arena *arena = &f->scan->candidates.arena;
    struct candidate *c = array_add(&f->more);
    struct slice *number = arena_array(arena, 1, sizeof *number);
    *number = slice_of(row->item->number);
    *c = (struct candidate){.kind = CANDIDATE_ITEM,
                            .features = FEATURE_UNLABELLED,
                            .part = form_part_number(row->item->part),
                            .offset = offset,
                            .text = text,
                            .page = page,
                            .numbers = number,
                            .count = 1};
    return c;
}

static unsigned features_of(const struct head *h)
{
    unsigned features = 0;
    features |= h->set & SET_CAPS ? FEATURE_CAPS : 0;
    features |= h->set & SET_BOLD || h->set & SET_HEADING ? FEATURE_BOLD : 0;
    features |= h->set & SET_TITLE_CASE ? FEATURE_HEADING_CASE : 0;
    features |= h->features & HEAD_BLANK_ABOVE ? FEATURE_BLANK_ABOVE : 0;
    features |= h->features & HEAD_FURNITURE ? FEATURE_FURNITURE : 0;
    features |= h->features & HEAD_CONTINUED ? FEATURE_CONTINUED : 0;
    features |= h->features & HEAD_MID_SENTENCE ? FEATURE_MID_SENTENCE : 0;
    return features;
}

/* The head without what often stands around a title: a number in front, "(Unaudited)" behind. */
static struct slice bare(struct slice title)
{
    size_t at = 0;
    while (at < title.len && at < 3 && byte_is_digit(title.at[at]))
        at++;
    at += at > 0 && byte_is_upper(line_byte(title, at)); /* "7A." */
    if (at > 0 && line_byte(title, at) == '.')
        title = slice_trim(slice_cut(title, at + 1, title.len));
    size_t open = slice_find_nocase(title, SLICE("(unaudited)"));
    return slice_trim(slice_cut(title, 0, open));
}

/* The title behind a label that is misprinted: "lTEM 6. Selected Financial Data", "Itme 3. Legal
 * Proceedings"; empty when there is none. */
static struct slice unlabelled(struct slice title)
{
    enum { WORD = 4, NUMBER_MOST = 4 };
    size_t at = slice_find(title, SLICE(" "));
    size_t letters =
        line_letters(slice_cut(title, 0, at)) + (at > 0 && byte_is_digit(line_byte(title, 0)));
    struct slice rest = slice_trim(slice_cut(title, at, title.len));
    size_t end = slice_find(rest, SLICE(" "));
    char last = end > 0 && end < rest.len ? rest.at[end - 1] : 0;
    if (at != WORD || letters != WORD || end > NUMBER_MOST || (last != '.' && last != ':'))
        return (struct slice){0};
    return slice_trim(slice_cut(rest, end, rest.len));
}

/* The Item of the form whose title the head is. */
static const struct form_row *row_of(struct titled_search *f, const struct head *h,
                                     struct buffer *room)
{
    const unsigned against = HEAD_PAGE_NUMBER | HEAD_FURNITURE | HEAD_CONTINUED | HEAD_MID_SENTENCE;
    if ((h->features & against) || (h->set & SET_RUN_IN) || h->title.len > TITLE_BYTES ||
        (!may_be_title(f, h->title) && !may_be_title(f, unlabelled(h->title))) ||
        ((h->features & HEAD_TABLE) && (h->set & SET_IN_ROW)))
        return NULL;
    size_t leads = h->features & HEAD_LINK ? links_from(&f->scan->links, h->offset) : LINKS_NONE;
    if (leads != LINKS_NONE && leads > h->offset)
        return NULL; /* a row of a contents list, not a heading that leads back to it */
    const struct form_row *row = form_titled(f->form, folded(room, bare(h->title)));
    f->title = h->title;
    if (row == NULL) {
        f->title = unlabelled(h->title);
        row = form_titled(f->form, folded(room, f->title));
    }
    const struct head *end = f->scan->heads.list.at + f->scan->heads.list.count;
    if (row == NULL && h + 1 < end && h[1].block == h->block + 1 && h[1].class == h->class) {
        folded(room, bare(h->title));
        title_fold(room, h[1].title); /* the heading goes on in a paragraph of its own */
        row = form_titled(f->form, buffer_slice(room));
        buffer_clear(room);
        buffer_add(room, h->title);
        buffer_add_byte(room, ' ');
        buffer_add(room, h[1].title);
        if (row)
            f->title = arena_copy(&f->scan->candidates.arena, buffer_slice(room));
    }
    return row;
}

/* In a contents list: between its first and last rows. */
static bool in_contents(const struct candidates *c, size_t offset, size_t *at)
{
    while (*at < c->list.count && c->list.at[*at].offset < offset)
        ++*at;
    return *at > 0 && *at < c->list.count && (c->list.at[*at - 1].features & FEATURE_IN_CONTENTS) &&
           (c->list.at[*at].features & FEATURE_IN_CONTENTS);
}

static bool is_declared(const struct form_row *row, const struct slice *declared, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (catalog_is_number(row->item, declared[i]))
            return true;
    return false;
}

/* Whether a head with the title of the Item may be its heading, where Items come in order. */
static bool is_wanted(const struct titled_search *f, const struct form_row *row,
                      const struct head *h, bool linked)
{
    const struct listed *listed = &f->rows[row->slot];
    bool loud = h->set & (SET_BOLD | SET_CAPS | SET_CENTER | SET_HEADING | SET_UNDERLINE);
    size_t words = 1;
    for (size_t i = 0; i < h->title.len; i++)
        words += h->title.at[i] == ' ';
    if (row->item->expect == OPTIONAL && !listed->named)
        return false;
    if (!listed->labelled && unlabelled(h->title).len > 0)
        return true;
    return linked || f->few[counted_in(f, row)] ||
           (!listed->labelled && (listed->named || (loud && words >= TELLING)));
}

/* How much a head stands out, 1 at least. */
static unsigned looks(const struct head *h)
{
    return 1 + ((h->set & (SET_BOLD | SET_HEADING)) != 0) + ((h->set & SET_CAPS) != 0) +
           ((h->set & SET_CENTER) != 0) + ((h->set & SET_UNDERLINE) != 0);
}

/* The heads that are titles. */
static void read_heads(struct titled_search *f, size_t end)
{
    bool any_order = f->form->family->order == ANY_ORDER;
    for (; f->head < end; f->head++) {
        const struct head *h = &f->scan->heads.list.at[f->head];
        const struct form_row *row = row_of(f, h, &f->room);
        if (row == NULL || in_contents(&f->scan->candidates, h->offset, &f->at))
            continue;
        struct listed *listed = &f->rows[row->slot];
        bool linked = listed->target != LINKS_NONE && listed->target <= h->end &&
                      h->offset < listed->target + NEAR;
        bool wanted = any_order ? f->none || (is_declared(row, f->declared, f->declared_count) &&
                                              !listed->labelled)
                                : is_wanted(f, row, h, linked);
        if (!wanted || (!linked && looks(h) <= listed->seen)) /* a running head */
            continue;
        listed->seen = looks(h);
        struct candidate *c = add(f, row, h->offset, h->text, h->page);
        c->title = arena_copy(&f->scan->candidates.arena, f->title);
        c->features |=
            features_of(h) | (linked ? FEATURE_LINKED : 0) | (listed->named ? FEATURE_LISTED : 0);
    }
}

/* Labelled lines whose title is that of another Item, one that has no label anywhere: the number is
 * misprinted. */
static void read_misprints(struct titled_search *f, size_t end)
{
    const unsigned against = FEATURE_IN_CONTENTS | FEATURE_PROSE | FEATURE_MID_SENTENCE |
                             FEATURE_FURNITURE | FEATURE_CONTINUED | FEATURE_PAGE_NUMBER |
                             FEATURE_QUOTED | FEATURE_BOXES;
    for (; f->candidate < end; f->candidate++) {
        const struct candidate *c = &f->scan->candidates.list.at[f->candidate];
        if (c->kind != CANDIDATE_ITEM || c->count != 1 || (c->features & against) ||
            !may_be_title(f, c->title))
            continue;
        const struct form_row *row = form_titled(f->form, folded(&f->room, c->title));
        static const struct slice any = {0};
        if (row == NULL || row->item->expect == OPTIONAL || f->rows[row->slot].labelled ||
            !form_has(f->form, c->numbers[0], any) || catalog_is_number(row->item, c->numbers[0]))
            continue;
        unsigned features = c->features;
        struct slice title = c->title;
        struct candidate *more = add(f, row, c->offset, c->text, c->page);
        more->features |= features;
        more->title = title;
    }
}

/* The places that the contents list links to for an Item that has no label anywhere. */
static void read_targets(struct titled_search *f)
{
    const struct heads *heads = &f->scan->heads;
    for (size_t i = 0; i < f->form->count; i++) {
        const struct form_row *row = &f->form->rows[i];
        const struct listed *listed = &f->rows[row->slot];
        bool again = i > 0 && f->form->rows[i - 1].slot == row->slot;
        if (again || !row->in_force || listed->target == LINKS_NONE || listed->labelled)
            continue;
        size_t at = heads_at(heads, listed->target);
        while (at < heads->list.count && (heads->list.at[at].features & HEAD_FURNITURE))
            at++;
        if (at == heads->list.count || heads->list.at[at].offset > listed->target + NEAR)
            continue;
        const struct head *h = &heads->list.at[at];
        struct candidate *c = add(f, row, h->offset, h->text, h->page);
        c->title = arena_copy(&f->scan->candidates.arena, h->title);
        c->features |= features_of(h) | FEATURE_LINKED | FEATURE_LISTED;
    }
}

/* Marks the labelled candidates that the contents list leads to or names. */
static void mark_listed(struct titled_search *f)
{
    unsigned part = 0;
    for (size_t i = 0; i < f->scan->candidates.list.count; i++) {
        struct candidate *c = &f->scan->candidates.list.at[i];
        if (c->features & FEATURE_IN_CONTENTS)
            continue;
        if (c->kind == CANDIDATE_PART)
            part = c->part;
        if (c->kind != CANDIDATE_ITEM)
            continue;
        unsigned in = f->form->family->order == PART_ORDER ? (c->part ? c->part : part) : 0;
        size_t slot = slot_of(f->form, c->numbers[0], in);
        if (slot >= f->form->slots || !f->rows[slot].named)
            continue;
        size_t target = f->rows[slot].target;
        c->features |= FEATURE_LISTED;
        if (target != LINKS_NONE && target <= c->offset + NEAR && c->offset <= target + NEAR)
            c->features |= FEATURE_LINKED;
    }
}

static int by_offset(const void *a, const void *b)
{
    const struct candidate *x = a;
    const struct candidate *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    bool x_bare = x->features & FEATURE_UNLABELLED, y_bare = y->features & FEATURE_UNLABELLED;
    return x_bare - y_bare;
}

/* Puts the new candidates among the others; one that stands where a labelled one stands, or where
 * another of its number does, is left out. */
static void merge(struct titled_search *f)
{
    struct candidates *c = &f->scan->candidates;
    for (size_t i = 0; i < f->more.count; i++)
        array_push(&c->list, f->more.at[i]);
    if (f->more.count == 0)
        return;
    qsort(c->list.at, c->list.count, sizeof *c->list.at, by_offset);
    size_t kept = 0;
    for (size_t i = 0; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        const struct candidate *last = kept > 0 ? &c->list.at[kept - 1] : NULL;
        bool again = last && (x->features & FEATURE_UNLABELLED) && last->offset == x->offset &&
                     (last->kind != CANDIDATE_ITEM || slice_equal(last->numbers[0], x->numbers[0]));
        if (!again)
            c->list.at[kept++] = *x;
    }
    c->list.count = kept;
}

struct titled_search *titled_begin(struct scan *scan, const struct slice *declared,
                                   size_t declared_count)
{
    struct titled_search *f = memory_alloc(sizeof *f);
    f->scan = scan;
    f->form = scan->form;
    f->declared = declared;
    f->declared_count = declared_count;
    return f;
}

/* All that must be known before the heads are looked at. */
static void read_contents(struct titled_search *f)
{
    f->rows = memory_alloc((f->form->slots + 1) * sizeof *f->rows);
    for (size_t i = 0; i <= f->form->slots; i++)
        f->rows[i] = (struct listed){.target = LINKS_NONE};
    note_beginnings(f);
    read_labels(f);
    read_links(f, &f->room);
    count_labels(f);
    mark_listed(f);
    f->begun = true;
}

/* Where the next `most` of `count` end, `at` of which are looked at. */
static size_t piece_end(size_t at, size_t count, size_t most)
{
    return most < count - at ? at + most : count;
}

bool titled_step(struct titled_search *f, size_t heads)
{
    size_t head_count = f->scan->heads.list.count, count = f->scan->candidates.list.count;
    if (f->form->family == NULL || f->form->count == 0)
        return true;
    bool any_order = f->form->family->order == ANY_ORDER;
    if (!f->begun) {
        read_contents(f);
    } else if (f->head < head_count) {
        read_heads(f, piece_end(f->head, head_count, heads));
    } else if (!any_order && !f->aimed) {
        read_targets(f);
        f->aimed = true;
    } else if (!any_order && f->candidate < count) {
        read_misprints(f, piece_end(f->candidate, count, heads));
    } else {
        merge(f);
        return true;
    }
    return false;
}

void titled_end(struct titled_search *f)
{
    if (!f)
        return;
    buffer_deinit(&f->room);
    array_deinit(&f->more);
    free(f->rows);
    free(f);
}

void titled_add(struct scan *scan, const struct slice *declared, size_t declared_count)
{
    struct titled_search *f = titled_begin(scan, declared, declared_count);
    while (!titled_step(f, (size_t)-1))
        ;
    titled_end(f);
}
