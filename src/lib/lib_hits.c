/* SPDX-License-Identifier: MIT */
/*
 * libfolio: hits in the order of the lines that they begin on.
 *
 * Hits are in the order of the input; in the row of a table that is not the order of the lines, so
 * those of a row are put in that order first. What is told of a hit is made when it is asked for.
 */
#include "lib/lib_hits.h"

#include "base/clean.h"
#include "base/utf8.h"
#include "lib/walk.h"

#include <stdlib.h>
#include <string.h>

enum {
    WIDTH = 100, /* columns of the lines that are numbered */
    APART = 1000 /* hits of a row that are not on its line: no more of them are marked on it */
};

/* A hit in the row of a table, and the line that it begins on. */
struct row_hit {
    size_t number, hit;
};

struct mark {
    size_t from, to; /* bytes of the line */
};

/* The telling; it is also the hit that is told of. */
struct folio_hit {
    struct folio *filing;
    const struct search *search;
    folio_hit_fn *tell;
    void *self;
    int result;
    struct walk walk;
    struct walk_line line;          /* that the walk is at */
    struct content *content;        /* of its document */
    size_t next;                    /* hit that was not come to */
    size_t row;                     /* the place of the row whose lines the walk is at: */
    ARRAY(struct row_hit) row_hits; /* the hits in it, by line */
    size_t row_next;                /* the first of these that was not come to */

    struct hit hit;    /* that is told of: */
    size_t index, end; /* which it is; those from it to `end` may be on its line, too */
    bool first, addressed, marked;
    struct buffer address, text, around, label;
    ARRAY(struct mark) marks;
};

/* Tells of hit `index`, which begins on the line; those up to `end` may be on it, too. False: no
 * more are wanted. */
static bool tell(struct folio_hit *h, size_t index, size_t end, bool first)
{
    h->hit = search_hit(h->search, index);
    h->index = index;
    h->end = end;
    h->first = first;
    h->addressed = h->marked = false;
    h->result = h->tell(h->self, h);
    return h->result == 0;
}

/* The line of the row that shows the place; what stands before the row and was shown on no line is
 * taken for its first byte. */
static bool line_in_row(struct folio_hit *h, size_t offset, size_t *number)
{
    size_t order = h->line.line->order;
    return walk_row_line(&h->walk, &h->line, offset > order ? offset : order, number);
}

static int by_line(const void *a, const void *b)
{
    const struct row_hit *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return (x->hit > y->hit) - (x->hit < y->hit);
}

/* Finds the hits in the row of a table that the walk has come to. */
static void begin_row(struct folio_hit *h)
{
    size_t number;
    h->row = h->line.line->order;
    h->row_next = h->row_hits.count = 0;
    for (; h->next < search_hits(h->search, NULL); h->next++) {
        struct hit hit = search_hit(h->search, h->next);
        if (hit.document != h->line.document->index || !line_in_row(h, hit.offset, &number))
            break;
        array_push(&h->row_hits, ((struct row_hit){number, h->next}));
    }
    if (h->row_hits.count > 1)
        qsort(h->row_hits.at, h->row_hits.count, sizeof *h->row_hits.at, by_line);
}

/* Tells of the hits that begin on this line of the row. */
static bool tell_row(struct folio_hit *h)
{
    bool first = true;
    for (; h->row_next < h->row_hits.count; h->row_next++) {
        const struct row_hit *hit = &h->row_hits.at[h->row_next];
        if (hit->number > h->line.number)
            break;
        if (hit->number < h->line.number)
            continue;
        if (!tell(h, hit->hit, h->next, first))
            return false;
        first = false;
    }
    return true;
}

/* Tells of the hits that begin on the line. */
static bool tell_line(struct folio_hit *h)
{
    const struct line *line = h->line.line;
    size_t start = (size_t)(line->text.at - line->block->text.at);
    size_t behind = block_source(line->block, start + line->text.len);
    size_t hits = search_hits(h->search, NULL);
    for (bool first = true; h->next < hits; h->next++, first = false) {
        struct hit hit = search_hit(h->search, h->next);
        if (hit.document != h->line.document->index || hit.offset >= behind)
            break;
        if (!tell(h, h->next, hits, first))
            return false;
    }
    return true;
}

int lib_hits_tell(struct folio *f, const struct search *search, folio_hit_fn *hit, void *self)
{
    struct folio_hit h = {
        .filing = f, .search = search, .tell = hit, .self = self, .row = (size_t)-1};
    bool more = true;
    walk_init(&h.walk, f->submission, WIDTH);
    while (more && (h.next < search_hits(search, NULL) || h.row_next < h.row_hits.count) &&
           walk_next(&h.walk, &h.line)) {
        if (!h.line.line || h.line.line->kind != LINE_TEXT)
            continue;
        h.content = flow_content(h.walk.flow);
        if (h.line.line->block->row && h.line.line->order != h.row)
            begin_row(&h);
        more = h.line.line->block->row ? tell_row(&h) : tell_line(&h);
    }
    walk_deinit(&h.walk);
    array_deinit(&h.row_hits);
    array_deinit(&h.marks);
    buffer_deinit(&h.address);
    buffer_deinit(&h.text);
    buffer_deinit(&h.around);
    buffer_deinit(&h.label);
    return h.result;
}

/* ---- of a hit */

size_t folio_hit_offset(struct folio_hit *h)
{
    return h ? h->hit.offset : FOLIO_NOWHERE;
}

size_t folio_hit_length(struct folio_hit *h)
{
    return h ? h->hit.length : 0;
}

struct folio_document *folio_hit_document(struct folio_hit *h)
{
    return h ? lib_document(h->filing, h->line.document) : NULL;
}

const char *folio_hit_address(struct folio_hit *h)
{
    if (!h)
        return "";
    if (!h->addressed) {
        struct buffer raw = {0};
        address_write(h->filing->outlines, h->line.document, h->hit.offset, &raw);
        buffer_clear(&h->address);
        clean_text(&h->address, buffer_slice(&raw));
        buffer_deinit(&raw);
        h->addressed = true;
    }
    return buffer_text(&h->address);
}

const char *folio_hit_node(struct folio_hit *h)
{
    const char *address = folio_hit_address(h), *stroke = strrchr(address, '/');
    if (!h || outline_at(outlines_get(h->filing->outlines, h->line.document), h->hit.offset) ==
                  (size_t)-1)
        return "";
    return stroke ? stroke + 1 : address;
}

size_t folio_hit_page(struct folio_hit *h)
{
    return h && content_has_pages(h->content) ? h->line.line->page + 1 : 0;
}

const char *folio_hit_page_label(struct folio_hit *h)
{
    if (folio_hit_page(h) == 0)
        return "";
    buffer_clear(&h->label);
    clean_text(&h->label, content_page_label(h->content, h->line.line->page));
    return buffer_text(&h->label);
}

size_t folio_hit_line(struct folio_hit *h)
{
    return h ? h->line.number : 0;
}

int folio_hit_is_first(struct folio_hit *h)
{
    return h && h->first;
}

static const char *keep(struct buffer *kept, struct slice text)
{
    buffer_clear(kept);
    buffer_add(kept, text);
    return buffer_text(kept);
}

const char *folio_hit_text(struct folio_hit *h)
{
    return h ? keep(&h->text, h->line.line->text) : "";
}

const char *folio_hit_around(struct folio_hit *h, size_t most)
{
    if (!h)
        return "";
    const struct line *line = h->line.line;
    struct slice text = line->text;
    if (text.len <= most)
        return keep(&h->around, text);
    size_t start = (size_t)(text.at - line->block->text.at);
    size_t at = block_text_at(line->block, h->hit.offset), from = 0;
    if (at > start + most / 2)
        from = utf8_before(text, at - start - most / 2);
    return keep(&h->around, utf8_cut(slice_cut(text, from, text.len), most));
}

/* Finds the parts of the line that hits cover. */
static void find_marks(struct folio_hit *h)
{
    const struct line *line = h->line.line;
    size_t start = (size_t)(line->text.at - line->block->text.at), at = start;
    size_t end = at + line->text.len, apart = 0;
    h->marks.count = 0;
    for (size_t i = h->index; i < h->end; i++) {
        struct hit hit = search_hit(h->search, i);
        size_t from = block_text_at(line->block, hit.offset);
        size_t to = block_text_at(line->block, hit.offset + hit.length);
        apart += from >= end;
        if (hit.document != h->line.document->index || apart > (line->block->row ? APART : 0))
            break;
        if (from >= end || from < at || from >= to)
            continue;
        to = to < end ? to : end;
        array_push(&h->marks, ((struct mark){from - start, to - start}));
        at = to;
    }
    h->marked = true;
}

size_t folio_hit_marks(struct folio_hit *h)
{
    if (!h)
        return 0;
    if (!h->marked)
        find_marks(h);
    return h->marks.count;
}

size_t folio_hit_mark(struct folio_hit *h, size_t mark, size_t *to)
{
    bool known = mark < folio_hit_marks(h);
    if (to)
        *to = known ? h->marks.at[mark].to : 0;
    return known ? h->marks.at[mark].from : 0;
}
