/* SPDX-License-Identifier: MIT */
/* Running heads and feet among the blocks at the edges of pages. */
#include "model/running_heads.h"

#include "base/array.h"
#include "base/memory.h"
#include "formats/furniture.h"
#include "model/look.h"
#include "model/table.h"

#include <stdint.h>
#include <stdlib.h>

enum {
    HEADS = 4,       /* blocks at the top of a page that may be its running head */
    FEET = 3,        /* the same of its foot */
    SHORT_TABLE = 3, /* rows of a table that only places a head or foot, at most */
    COUNTED = 5,     /* pages in a row whose numbers must rise by one */
    LONGEST = 200,   /* bytes of a line that counts them */
    DIGITS = 3,      /* of such a number */
    COUNTS_MOST = 256
};

/* What makes the number of a page of its place: the same for all pages whose numbers rise by one.
 */
struct count {
    long long first; /* the number of page 0, were it counted */
    size_t page;     /* the last that agreed */
    size_t row;      /* pages in a row that agreed, up to it */
};

struct running_heads {
    struct furniture *furniture;
    ARRAY(struct count) counts[2]; /* by edge; while it learns */
    bool counted[2];               /* the lines of the edge count the pages, */
    long long first[2];            /* so */
    ARRAY(struct slice) labels;    /* by page */
};

struct running_heads *running_heads_new(void)
{
    struct running_heads *h = memory_alloc(sizeof *h);
    h->furniture = furniture_new();
    return h;
}

void running_heads_free(struct running_heads *h)
{
    if (!h)
        return;
    furniture_free(h->furniture);
    array_deinit(&h->labels);
    array_deinit(&h->counts[FURNITURE_HEAD]);
    array_deinit(&h->counts[FURNITURE_FOOT]);
    free(h);
}

/* The blocks [from, to) of a segment are on one page; whether its first and last are among them. */
struct part {
    size_t from, to;
    bool begins, ends;
};

static bool next_part(const struct segment *s, struct part *part)
{
    size_t from = part->to, to = from;
    if (from >= s->count)
        return false;
    while (to < s->count && s->blocks[to].page == s->blocks[from].page)
        to++;
    *part = (struct part){from, to, from > 0 || s->opens_page, to < s->count || s->closes_page};
    return true;
}

/* True for what cannot be part of a head or foot: it belongs to a table of some size. */
static bool is_body(const struct block *b)
{
    return b->row && b->row->table->rows > SHORT_TABLE;
}

/* The text without what folio added at its end, such as the name of a picture. */
static struct slice printed_text(const struct block *b)
{
    size_t end = b->text.len;
    for (size_t i = b->run_count; i-- > 0;) {
        bool added = b->runs[i].style & STYLE_ADDED;
        if (added)
            end = b->runs[i].text;
        else if (slice_trim(slice_cut(b->text, b->runs[i].text, end)).len > 0)
            break;
    }
    return slice_cut(b->text, 0, end);
}

/* The number that the line ends or begins with, apart from its words; empty when there is none. */
static struct slice number_at(const struct block *b, bool at_end)
{
    struct slice text = slice_trim(printed_text(b));
    size_t digits = 0;
    if (text.len > LONGEST)
        return (struct slice){NULL, 0};
    while (digits < text.len && byte_is_digit(text.at[at_end ? text.len - digits - 1 : digits]))
        digits++;
    bool whole = digits == text.len;
    if (digits == 0 || digits > DIGITS ||
        (!whole && !byte_is_blank(text.at[at_end ? text.len - digits - 1 : digits])))
        return (struct slice){NULL, 0};
    return at_end ? slice_cut(text, text.len - digits, text.len) : slice_cut(text, 0, digits);
}

/* Notes what the number makes the count of all pages. */
static void count_page(struct running_heads *h, enum furniture_edge edge, size_t page,
                       struct slice number)
{
    if (number.len == 0 || h->counts[edge].count >= COUNTS_MOST)
        return;
    long long first = slice_number(number) - (long long)page;
    for (size_t i = 0; i < h->counts[edge].count; i++) {
        struct count *c = &h->counts[edge].at[i];
        if (c->first != first)
            continue;
        if (page != c->page)
            c->row = page == c->page + 1 || c->row >= COUNTED ? c->row + 1 : 1;
        c->page = page;
        return;
    }
    struct count c = {first, page, 1};
    array_push(&h->counts[edge], c);
}

static void count_line(struct running_heads *h, enum furniture_edge edge, const struct block *b)
{
    if (is_body(b) || b->flags & SINK_RULE)
        return;
    count_page(h, edge, b->page, number_at(b, true));
    count_page(h, edge, b->page, number_at(b, false));
}

/* One count must hold for the pages of an edge; where there are two none does. */
static void end_count(struct running_heads *h, enum furniture_edge edge)
{
    size_t held = 0;
    for (size_t i = 0; i < h->counts[edge].count; i++) {
        const struct count *c = &h->counts[edge].at[i];
        if (c->row < COUNTED)
            continue;
        held++;
        h->first[edge] = c->first;
    }
    h->counted[edge] = held == 1;
    array_deinit(&h->counts[edge]);
}

void running_heads_learn(struct running_heads *h, const struct segment *s)
{
    for (struct part p = {0}; next_part(s, &p);) {
        if (p.begins) {
            furniture_begin_page(h->furniture);
            count_line(h, FURNITURE_HEAD, &s->blocks[p.from]);
        }
        if (p.ends)
            count_line(h, FURNITURE_FOOT, &s->blocks[p.to - 1]);
        for (size_t i = p.from; p.begins && i < p.to && i < p.from + HEADS; i++) {
            if (is_body(&s->blocks[i]))
                break;
            furniture_add_line(h->furniture, FURNITURE_HEAD, s->blocks[i].text);
        }
        for (size_t i = p.to; p.ends && i > p.from && i + FEET > p.to; i--) {
            if (is_body(&s->blocks[i - 1]))
                break;
            furniture_add_line(h->furniture, FURNITURE_FOOT, s->blocks[i - 1].text);
        }
    }
}

void running_heads_finish(struct running_heads *h)
{
    furniture_finish(h->furniture);
    end_count(h, FURNITURE_HEAD);
    end_count(h, FURNITURE_FOOT);
}

/* The page number in a head or foot: by itself, in a cell, or beside words. */
static struct slice number_of(const struct block *b)
{
    struct slice label, text = printed_text(b);
    if (furniture_page_number(text, &label))
        return label;
    for (size_t i = 0; b->row && i < b->row->count; i++) {
        struct slice cell = slice_cut(b->text, b->row->cells[i].from, b->row->cells[i].to);
        if (furniture_page_number(cell, &label))
            return label;
    }
    return furniture_number_in(text);
}

/* Keeps the number that a page prints, unless it has one. */
static void keep_label(struct running_heads *h, size_t page, struct slice number)
{
    while (h->labels.count <= page)
        array_push(&h->labels, ((struct slice){NULL, 0}));
    if (h->labels.at[page].len == 0)
        h->labels.at[page] = number;
}

/* Marks the line when it has the number that its page must have, whatever its other words. */
static void mark_counted(struct running_heads *h, enum furniture_edge edge, struct block *b)
{
    if (!h->counted[edge] || is_body(b) || b->flags & SINK_RULE)
        return;
    for (int at_end = 1; at_end >= 0; at_end--) {
        struct slice number = number_at(b, at_end);
        if (number.len == 0 || slice_number(number) != h->first[edge] + (long long)b->page)
            continue;
        keep_label(h, b->page, number);
        b->flags |= SINK_FURNITURE;
        return;
    }
}

/* True for a link back to the table of contents, as stands above each page of many filings: the
 * first is none of the text, either. */
static bool is_way_back(const struct block *b)
{
    static const struct slice words[] = {
        {"table of contents", 17}, {"index", 5}, {"contents", 8}, {"back to contents", 16}};
    struct slice text = slice_trim(b->text);
    if (b->link_count != 1 || !slice_starts(b->links[0].href, SLICE("#")))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_nocase(text, words[i]))
            return true;
    return false;
}

/* True when the block, at an edge of a page, is furniture; *more: what is behind may be, too. */
static bool mark(struct running_heads *h, enum furniture_edge edge, struct block *b, bool *more)
{
    *more = !is_body(b);
    if (!*more)
        return false;
    if (b->flags & SINK_RULE || furniture_is_ruling(b->text))
        return false;
    *more = furniture_has(h->furniture, edge, b->text) || is_way_back(b);
    if (*more)
        b->flags |= SINK_FURNITURE;
    return *more;
}

/* The head at `index` is the caption of no table, as which it was taken when it was not known. */
static void drop_caption(const struct segment *s, size_t index)
{
    struct slice head = look_trim(s->blocks[index].text, NULL);
    for (size_t i = index + 1; i < s->count && i <= index + HEADS; i++) {
        const struct row *row = s->blocks[i].row;
        if (!row || row->index > 0 || !slice_equal(row->table->caption, head))
            continue;
        /* The segment's own, though rows look at it only. */
        struct table *table = (struct table *)(uintptr_t)row->table;
        table->caption = (struct slice){NULL, 0};
    }
}

void running_heads_mark(struct running_heads *h, struct segment *s)
{
    bool more;
    for (struct part p = {0}; next_part(s, &p);) {
        size_t page = s->blocks[p.from].page;
        for (size_t i = p.to; p.ends && i > p.from && i + FEET > p.to; i--) {
            if (mark(h, FURNITURE_FOOT, &s->blocks[i - 1], &more))
                keep_label(h, page, number_of(&s->blocks[i - 1]));
            if (!more)
                break;
        }
        for (size_t i = p.from; p.begins && page > 0 && i < p.to && i < p.from + HEADS; i++) {
            if (mark(h, FURNITURE_HEAD, &s->blocks[i], &more)) {
                keep_label(h, page, number_of(&s->blocks[i]));
                drop_caption(s, i);
            }
            if (!more)
                break;
        }
        if (p.ends)
            mark_counted(h, FURNITURE_FOOT, &s->blocks[p.to - 1]);
        if (p.begins)
            mark_counted(h, FURNITURE_HEAD, &s->blocks[p.from]);
    }
}

struct slice running_heads_label(const struct running_heads *h, size_t page)
{
    return page < h->labels.count ? h->labels.at[page] : (struct slice){NULL, 0};
}
