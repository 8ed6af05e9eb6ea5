/* SPDX-License-Identifier: MIT */
/* `folio grep`: the hits of a pattern, with document, section, page and line. */
#include "base/array.h"
#include "base/clean.h"
#include "base/utf8.h"
#include "outline/address.h"
#include "print/json.h"
#include "lib/marks.h"
#include "lib/lib_filing.h"
#include "print/print.h"
#include "lib/walk.h"
#include "search/search.h"

#include <stdlib.h>

enum {
    STEP = 4 * 1024 * 1024,
    LONGEST = 2048, /* bytes of a line that are told with each hit on it */
    APART = 1000    /* hits of a row that are not on its line: no more of them are coloured on it */
};

/* A hit in the row of a table, and the line that it begins on. */
struct row_hit {
    size_t number, hit;
};

/* What is printed about hits as the walk comes to them. */
struct report {
    struct submission *submission;
    const struct print_options *options;
    struct outlines *outlines;
    const struct search *search;
    size_t next; /* hit */
    size_t row;  /* the place of the row of a table whose lines the walk is at: */
    ARRAY(struct row_hit) row_hits; /* the hits in it, by line */
    size_t row_next;                /* the first of these that was not come to */
    struct buffer id, text;
};

/* "FILE:", whatever is in the name. */
static void write_name(struct buffer *out, const struct submission *s)
{
    clean_text(out, slice_of(submission_name(s)));
    buffer_add_byte(out, ':');
}

/* Hits [first_hit, end_hit) may be on the line. */
static void write_text(struct report *r, const struct walk_line *w, size_t page, size_t first_hit,
                       size_t end_hit)
{
    struct buffer *out = &r->text;
    buffer_clear(out);
    if (r->options->file_names)
        write_name(out, r->submission);
    buffer_addf(out, "%zu:", w->number);
    clean_text(out, buffer_slice(&r->id));
    if (page > 0)
        buffer_addf(out, ":%zu", page);
    buffer_add_text(out, ": ");
    const struct line *line = w->line;
    size_t at = line->text.at - line->block->text.at, end = at + line->text.len, apart = 0;
    for (size_t i = first_hit; r->options->color && i < end_hit; i++) {
        struct hit hit = search_hit(r->search, i);
        size_t from = block_text_at(line->block, hit.offset);
        size_t to = block_text_at(line->block, hit.offset + hit.length);
        apart += from >= end;
        if (hit.document != w->document->index || apart > (line->block->row ? APART : 0))
            break;
        if (from >= end || from < at || from >= to)
            continue;
        to = to < end ? to : end;
        buffer_add(out, slice_cut(line->block->text, at, from));
        buffer_add_text(out, "\033[1;31m");
        buffer_add(out, slice_cut(line->block->text, from, to));
        buffer_add_text(out, "\033[0m");
        at = to;
    }
    buffer_add(out, slice_cut(line->block->text, at, end));
    buffer_add_byte(out, '\n');
    (void)fwrite(out->at, 1, out->len, r->options->out);
}

/* The line; of one that is very long, and may have very many hits, what is around this one. */
static struct slice text_around(const struct line *line, struct hit hit)
{
    struct slice text = line->text;
    if (text.len <= LONGEST)
        return text;
    size_t start = (size_t)(text.at - line->block->text.at);
    size_t at = block_text_at(line->block, hit.offset), from = 0;
    if (at > start + LONGEST / 2)
        from = utf8_before(text, at - start - LONGEST / 2);
    return utf8_cut(slice_cut(text, from, text.len), LONGEST);
}

static void write_json(struct report *r, const struct walk_line *w, struct hit hit, size_t page,
                       struct slice label)
{
    json_t *object = json_new();
    struct slice id = buffer_slice(&r->id);
    size_t stroke = id.len;
    while (stroke > 0 && id.at[stroke - 1] != '/')
        stroke--;
    bool in_node = outline_at(outlines_get(r->outlines, w->document), hit.offset) != (size_t)-1;
    json_object_set_new(object, "file", json_text(slice_of(submission_name(r->submission))));
    json_object_set_new(object, "document", json_integer(w->document->sequence));
    json_object_set_new(object, "node",
                        in_node ? json_text(slice_cut(id, stroke, id.len)) : json_null());
    json_object_set_new(object, "page", page > 0 ? json_integer((json_int_t)page) : json_null());
    json_object_set_new(object, "page_label", json_text_or_null(label));
    json_object_set_new(object, "line", json_integer((json_int_t)w->number));
    json_object_set_new(object, "offset", json_integer((json_int_t)hit.offset));
    json_object_set_new(object, "length", json_integer((json_int_t)hit.length));
    json_object_set_new(object, "text", json_text(text_around(w->line, hit)));
    json_print(object, r->options->out);
}

/* Prints hit `index`, which begins on the line; those up to `end` may be on it, too. */
static void report_hit(struct report *r, const struct walk_line *w, struct content *content,
                       size_t index, size_t end)
{
    struct hit hit = search_hit(r->search, index);
    bool pages = content_has_pages(content);
    size_t page = w->line->page;
    buffer_clear(&r->id);
    address_write(r->outlines, w->document, hit.offset, &r->id);
    if (r->options->json)
        write_json(r, w, hit, pages ? page + 1 : 0,
                   pages ? content_page_label(content, page) : (struct slice){NULL, 0});
    else
        write_text(r, w, pages ? page + 1 : 0, index, end);
}

/* The line of the row that shows the place; what stands before the row and was shown on no line is
 * taken for its first byte. */
static bool line_in_row(struct walk *walk, const struct walk_line *w, size_t offset, size_t *number)
{
    return walk_row_line(walk, w, offset > w->line->order ? offset : w->line->order, number);
}

static int by_line(const void *a, const void *b)
{
    const struct row_hit *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return (x->hit > y->hit) - (x->hit < y->hit);
}

/* Finds the hits in the row of a table that the walk has come to; they are not in the order of its
 * lines. */
static void begin_row(struct report *r, struct walk *walk, const struct walk_line *w)
{
    size_t number;
    r->row = w->line->order;
    r->row_next = r->row_hits.count = 0;
    for (; r->next < search_hits(r->search, NULL); r->next++) {
        struct hit hit = search_hit(r->search, r->next);
        if (hit.document != w->document->index || !line_in_row(walk, w, hit.offset, &number))
            break;
        array_push(&r->row_hits, ((struct row_hit){number, r->next}));
    }
    if (r->row_hits.count > 1)
        qsort(r->row_hits.at, r->row_hits.count, sizeof *r->row_hits.at, by_line);
}

/* Prints the hits that begin on this line of the row. */
static void report_row(struct report *r, const struct walk_line *w, struct content *content)
{
    bool written = false;
    for (; r->row_next < r->row_hits.count; r->row_next++) {
        const struct row_hit *h = &r->row_hits.at[r->row_next];
        if (h->number > w->number)
            return;
        if (h->number == w->number && (!written || r->options->json)) {
            report_hit(r, w, content, h->hit, r->next);
            written = true;
        }
    }
}

/* Prints the hits that begin on the line. */
static void report_line(struct report *r, const struct walk_line *w, struct content *content)
{
    const struct line *line = w->line;
    size_t start = (size_t)(line->text.at - line->block->text.at);
    size_t behind = block_source(line->block, start + line->text.len);
    bool written = false;
    for (; r->next < search_hits(r->search, NULL); r->next++) {
        struct hit hit = search_hit(r->search, r->next);
        if (hit.document != w->document->index || hit.offset >= behind)
            return;
        if (!written || r->options->json)
            report_hit(r, w, content, r->next, search_hits(r->search, NULL));
        written = true;
    }
}

static void report_hits(struct report *r)
{
    struct walk w;
    struct walk_line line;
    walk_init(&w, r->submission, PRINT_WIDTH);
    while ((r->next < search_hits(r->search, NULL) || r->row_next < r->row_hits.count) &&
           walk_next(&w, &line)) {
        if (!line.line || line.line->kind != LINE_TEXT)
            continue;
        struct content *content = flow_content(w.flow);
        if (!line.line->block->row) {
            report_line(r, &line, content);
            continue;
        }
        if (line.line->order != r->row)
            begin_row(r, &w, &line);
        report_row(r, &line, content);
    }
    walk_deinit(&w);
    array_deinit(&r->row_hits);
    buffer_deinit(&r->id);
    buffer_deinit(&r->text);
}

bool print_grep(struct folio *f, const struct pattern *p, const struct print_options *o,
                size_t *hits, struct error *e)
{
    struct submission *s = f->submission;
    struct outlines *outlines = outlines_new(s);
    struct scope scope = {{0, 0}, {(size_t)-1, (size_t)-1}};
    struct address found;
    if (o->node)
        submission_scan(s, (size_t)-1);
    if (o->node && !address_find(s, outlines, slice_of(o->node), &found)) {
        outlines_free(outlines);
        return error_set(e, ERROR_USAGE, "there is no node '%s' in it", o->node);
    }
    if (o->node) {
        const struct node *nodes;
        struct document *d = found.document;
        outline_nodes(found.outline, &nodes);
        scope.from = (struct place){d->index, d->text_offset};
        scope.to = (struct place){d->index, d->text_end};
        if (found.node != (size_t)-1) {
            scope.from.offset = nodes[found.node].offset;
            scope.to.offset = scope.from.offset + nodes[found.node].length;
        }
    }
    struct search *search = search_new(s, p, scope, scope.from);
    while (!search_step(search, STEP))
        ;
    bool capped = false;
    *hits = search_hits(search, &capped);
    if (capped)
        submission_warn(s, SLICE("there are more hits than are counted"));
    if (o->count) {
        struct buffer out = {0};
        if (o->file_names)
            write_name(&out, s);
        buffer_addf(&out, "%zu\n", *hits);
        (void)fwrite(out.at, 1, out.len, o->out);
        buffer_deinit(&out);
    } else if (*hits > 0) {
        struct report r = {.submission = s,
                           .options = o,
                           .outlines = outlines,
                           .search = search,
                           .row = (size_t)-1};
        report_hits(&r);
    }
    bool costly = search_costly(search);
    search_free(search);
    outlines_free(outlines);
    return !costly || error_set(e, ERROR_PATTERN,
                                "the pattern takes too long on parts of the text; "
                                "they were not searched");
}
