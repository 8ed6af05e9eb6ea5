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
    HEADS = 4,      /* blocks at the top of a page that may be its running head */
    FEET = 3,       /* the same of its foot */
    SHORT_TABLE = 3 /* rows of a table that only places a head or foot, at most */
};

struct running_heads {
    struct furniture *furniture;
    ARRAY(struct slice) labels; /* by page */
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

void running_heads_learn(struct running_heads *h, const struct segment *s)
{
    for (struct part p = {0}; next_part(s, &p);) {
        if (p.begins)
            furniture_begin_page(h->furniture);
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

/* Keeps the number in a block of furniture, unless the page has one. */
static void keep_label(struct running_heads *h, size_t page, const struct block *b)
{
    while (h->labels.count <= page)
        array_push(&h->labels, ((struct slice){NULL, 0}));
    if (h->labels.at[page].len == 0)
        h->labels.at[page] = number_of(b);
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
                keep_label(h, page, &s->blocks[i - 1]);
            if (!more)
                break;
        }
        for (size_t i = p.from; p.begins && page > 0 && i < p.to && i < p.from + HEADS; i++) {
            if (mark(h, FURNITURE_HEAD, &s->blocks[i], &more)) {
                keep_label(h, page, &s->blocks[i]);
                drop_caption(s, i);
            }
            if (!more)
                break;
        }
    }
}

struct slice running_heads_label(const struct running_heads *h, size_t page)
{
    return page < h->labels.count ? h->labels.at[page] : (struct slice){NULL, 0};
}
