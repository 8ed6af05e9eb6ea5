/* SPDX-License-Identifier: MIT */
/* Reads the references of a segment: paragraph by paragraph, their labels, then their links. */
#include "outline/references/reference_reader.h"

#include "base/memory.h"
#include "outline/items/line.h"
#include "outline/items/title.h"
#include "outline/references/reference_place.h"
#include "outline/references/reference_target.h"
#include "outline/references/reference_text.h"

#include <stdlib.h>

enum {
    PARAGRAPH_LINES = 400,
    REACH_BYTES = 6000 /* between a name for links and the heading that it is for */
};

/* A part of a paragraph's text that is a reference already: for links that lie upon it. */
struct taken {
    size_t from, to; /* of the text */
    size_t index;    /* in the list */
};

struct reference_reader {
    struct references *out; /* of the segment that is read */
    struct reference_targets targets;
    struct reference_lookups own;       /* the targets', where the caller has none */
    struct reference_patience patience; /* the targets', where somebody waits */
    struct submission *submission;
    struct document *document;
    struct content *content; /* held */
    struct outline *outline;
    struct reference_map map;
    bool printed;
    struct reference_text text;
    struct reference_places places;
    ARRAY(struct taken) taken; /* of the paragraph that is read */
};

struct paragraph {
    const struct block *blocks;
    size_t count;
};

/* A label that is no reference: of a heading, a row of a list, a running head. */
static bool is_heading(const struct reference_reader *w, const struct paragraph *p,
                       const struct reference_label *label, size_t offset, size_t end)
{
    size_t node = reference_region_node(&w->map, offset);
    if (node < w->map.count && w->map.nodes[node].offset < end)
        return true;
    size_t from;
    size_t to;
    bool cell;
    const struct block *b = reference_text_block(&w->text, label->numbers[0].from, &from);
    const struct block *last = reference_text_block(&w->text, label->end - 1, &to);
    bool start = reference_region_starts(b, from, &cell);
    enum reference_region region = reference_region_at(&w->map, offset);
    struct slice near = slice_cut(b->text, from > 8 ? from - 8 : 0, to + 1 + 8);
    if (region == REGION_EXHIBITS || (b == last && line_has_boxes(near)) ||
        (region == REGION_CONTENTS && (start || label->kind == REFERENCE_PAGE)))
        return true;
    if (!start || (w->printed && b > p->blocks && line_ends_open(b[-1].text, true)))
        return false;
    if (b->row == NULL && line_page_number(b->text) < b->text.len)
        return true; /* a row of a list */
    struct slice rest = slice_cut(last->text, to + 1, last->text.len);
    size_t tab = slice_find(rest, SLICE("\t"));
    if (b->row != NULL && cell && label->kind == REFERENCE_NOTE)
        return false;
    rest = slice_cut(rest, 0, tab);
    /* "Section 7.5 Listing. The parent shall ...": the title is the front of its text. */
    bool title = label->kind == REFERENCE_SECTION && slice_trim(rest).len > 0 &&
                 byte_is_upper(slice_trim(rest).at[0]);
    return b == last && (title || reference_region_heads(rest));
}

static struct reference *add(struct reference_reader *w, size_t from, size_t to)
{
    struct reference *ref = array_add(&w->out->list);
    size_t end;
    *ref = (struct reference){.document = (size_t)-1, .node = (size_t)-1, .place = (size_t)-1};
    reference_text_source(&w->text, from, to, &ref->offset, &end);
    ref->length = end > ref->offset ? end - ref->offset : 0;
    ref->text = slice_trim(slice_cut(buffer_slice(&w->text.text), from, to));
    array_push(&w->taken, ((struct taken){from, to, w->out->list.count - 1}));
    return ref;
}

static void drop_last(struct reference_reader *w)
{
    w->out->list.count--;
    w->taken.count--;
}

static void add_label(struct reference_reader *w, const struct paragraph *p,
                      const struct reference_label *label)
{
    struct slice text = buffer_slice(&w->text.text);
    size_t offset;
    size_t end;
    reference_text_source(&w->text, label->numbers[0].from, label->end, &offset, &end);
    if (is_heading(w, p, label, offset, end))
        return;
    for (size_t i = 0; i < label->count && w->out->list.count < REFERENCES_MOST; i++) {
        const struct reference_number *n = &label->numbers[i];
        struct reference *ref = add(w, n->from, n->to);
        ref->kind = label->kind;
        if (!reference_target_find(&w->targets, text, label, i, ref->offset, ref)) {
            drop_last(w);
            return;
        }
        ref->text = arena_copy(&w->out->arena, ref->text);
    }
}

static void read_labels(struct reference_reader *w, const struct paragraph *p)
{
    struct slice text = buffer_slice(&w->text.text);
    struct reference_label label;
    for (size_t at = 0; (at = reference_label_next(text, at)) < text.len;) {
        if (reference_label_read(text, at, &label)) {
            add_label(w, p, &label);
            at = label.end;
        } else {
            at++;
        }
    }
}

/* The node that the place is in. A name often stands above the running head of the page whose
 * heading it is for: then the node that the words of the link name is the one. */
static size_t node_at(const struct reference_reader *w, size_t place, struct slice words)
{
    size_t next = reference_region_node(&w->map, place);
    size_t found = outline_at(w->outline, place);
    struct buffer text = {0};
    title_fold(&text, words);
    for (size_t i = next; i < w->map.count && i < next + 3 && text.len > 0 &&
                          w->map.nodes[i].offset - place < REACH_BYTES;
         i++) {
        struct buffer title = {0};
        title_fold(&title, w->map.nodes[i].title);
        bool same = slice_equal(buffer_slice(&title), buffer_slice(&text));
        buffer_deinit(&title);
        if (same) {
            found = i;
            break;
        }
    }
    buffer_deinit(&text);
    return found;
}

/* Fills in where the link leads. False when it is none that a reader would want: nowhere, or back
 * to the contents. */
static bool lead_link(struct reference_reader *w, struct slice href, struct reference *ref)
{
    ref->kind = REFERENCE_LINK;
    if (href.len > 1 && href.at[0] == '#') {
        const struct reference_place *place =
            reference_places_find(&w->places, w->content, slice_cut(href, 1, href.len));
        if (place == NULL) {
            ref->reason = SLICE("no such place");
            return true;
        }
        ref->document = w->document->index;
        ref->place = place->offset;
        ref->node = node_at(w, place->landing, ref->text);
        return reference_region_at(&w->map, place->landing) != REGION_CONTENTS;
    }
    if (href.len < 2 || slice_starts_nocase(href, SLICE("javascript:")))
        return false;
    struct document *d = reference_places_document(&w->places, w->submission, href);
    if (d != NULL) {
        ref->document = d->index;
        ref->place = d->text_offset;
    } else if (reference_place_is_address(href)) {
        ref->reason = arena_copy(&w->out->arena, href);
    } else {
        ref->reason = SLICE("not in this file");
    }
    return true;
}

/* Both lead to the same part: the name that the link gives stands in the part, or right above it.
 */
static bool agree(const struct reference_reader *w, const struct reference *label,
                  const struct reference *link)
{
    if (label->document != link->document)
        return false;
    if (label->document != w->document->index || label->node >= w->map.count)
        return true;
    const struct node *node = &w->map.nodes[label->node];
    return link->place < node->offset + node->length && link->place + REACH_BYTES > node->offset;
}

/* A label in the link has what the link says of it: true when there is one. */
static bool give_to_label(struct reference_reader *w, size_t labels, size_t from, size_t to,
                          const struct reference *link)
{
    size_t low = 0, high = labels; /* labels come in order: the first that ends behind `from` */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->taken.at[middle].to <= from)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < labels && w->taken.at[low].from < to) {
        const struct taken *t = &w->taken.at[low];
        struct reference *ref = &w->out->list.at[t->index];
        bool address = link->document == (size_t)-1 && ref->document == (size_t)-1 &&
                       link->reason.len > 0 && ref->kind == REFERENCE_EXHIBIT;
        if ((link->document != (size_t)-1 && !agree(w, ref, link)) || address) {
            ref->document = link->document;
            ref->node = link->node;
            ref->place = link->place;
            ref->reason = link->reason;
        }
        return true;
    }
    return false;
}

static void add_link(struct reference_reader *w, size_t labels, size_t from, size_t to,
                     struct slice href)
{
    struct slice text = buffer_slice(&w->text.text);
    while (from < to && text.at[from] == ' ')
        from++;
    while (to > from && text.at[to - 1] == ' ')
        to--;
    if (from >= to || reference_region_leads_back(slice_cut(text, from, to)) ||
        text.at[from] == '[' || w->out->list.count >= REFERENCES_MOST)
        return;
    struct reference *ref = add(w, from, to);
    bool good = lead_link(w, href, ref);
    if (!good || give_to_label(w, labels, from, to, ref))
        drop_last(w);
    else
        ref->text = arena_copy(&w->out->arena, ref->text);
}

static void read_links(struct reference_reader *w, const struct paragraph *p)
{
    const struct block *b = p->blocks;
    size_t labels = w->taken.count;
    size_t node = reference_region_node(&w->map, b->offset);
    bool heading = node < w->map.count && w->map.nodes[node].offset < b->end;
    if (b->link_count == 0 || heading || reference_region_at(&w->map, b->offset) != REGION_TEXT ||
        reference_region_is_row(b))
        return;
    for (size_t i = 0; i < b->link_count; i++) {
        const struct link *link = &b->links[i];
        size_t from = reference_text_at(&w->text, b, link->from);
        size_t last = i;
        /* A link that is set in two ways is two with one address. */
        while (last + 1 < b->link_count && slice_equal(link->href, b->links[last + 1].href) &&
               b->links[last + 1].from <= b->links[last].to + 2)
            last++;
        size_t to = reference_text_at(&w->text, b, b->links[last].to);
        add_link(w, labels, from, to, link->href);
        i = last;
    }
}

static int by_offset(const void *a, const void *b)
{
    const struct reference *x = a;
    const struct reference *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    return (x->length > y->length) - (x->length < y->length);
}

static void read_paragraph(struct reference_reader *w, const struct paragraph *p)
{
    size_t first = w->out->list.count;
    w->taken.count = 0;
    reference_text_read(&w->text, p->blocks, p->count);
    read_labels(w, p);
    if (p->count == 1)
        read_links(w, p);
    size_t count = w->out->list.count - first;
    if (count > 1)
        qsort(w->out->list.at + first, count, sizeof *w->out->list.at, by_offset);
}

/* The lines from block `i` on that were printed without a gap; whether one may hold a label. */
static size_t paragraph_lines(const struct segment *seg, size_t i, bool *seen)
{
    size_t n = 0;
    *seen = false;
    while (i + n < seg->count && n < PARAGRAPH_LINES) {
        const struct block *b = &seg->blocks[i + n];
        if (n > 0 && (b->blank > 0 || b->flags & SINK_FURNITURE || b->page != seg->blocks[i].page))
            break;
        *seen = *seen || reference_label_next(b->text, 0) < b->text.len;
        n++;
    }
    return n;
}

void reference_reader_segment(struct reference_reader *w, const struct segment *seg,
                              struct references *out)
{
    struct paragraph paragraph;
    struct paragraph *p = &paragraph;
    w->out = out;
    for (size_t i = 0; i < seg->count; i += p->count) {
        const struct block *b = &seg->blocks[i];
        bool seen;
        p->blocks = b;
        p->count = 1;
        if (b->flags & (SINK_FURNITURE | SINK_MADE | SINK_RULE))
            continue;
        if (w->printed)
            p->count = paragraph_lines(seg, i, &seen);
        else
            seen = b->link_count > 0 || reference_label_next(b->text, 0) < b->text.len;
        if (seen && w->out->list.count < REFERENCES_MOST)
            read_paragraph(w, p);
    }
}

bool reference_reader_label(struct reference_reader *w, struct slice text,
                            const struct reference_label *label, size_t place,
                            struct reference *ref)
{
    *ref = (struct reference){.kind = label->kind, .document = (size_t)-1};
    return reference_target_find(&w->targets, text, label, 0, place, ref);
}

bool reference_reader_link(struct reference_reader *w, struct slice href, struct slice words,
                           struct references *out, struct reference *ref)
{
    *ref = (struct reference){.document = (size_t)-1, .node = (size_t)-1, .place = (size_t)-1};
    ref->text = words;
    w->out = out;
    lead_link(w, href, ref);
    return ref->document != (size_t)-1 || ref->reason.len > 0;
}

const struct reference_map *reference_reader_map(const struct reference_reader *w)
{
    return &w->map;
}

struct reference_reader *reference_reader_new_shared(struct reference_lookups *lookups,
                                                     struct document *d)
{
    struct reference_reader *w = memory_alloc(sizeof *w);
    w->submission = lookups->submission;
    w->document = d;
    w->content = content_of(w->submission, d);
    w->printed = content_is_printed(w->content);
    content_hold(w->content);
    w->outline = outlines_get(lookups->outlines, d);
    w->map.count = outline_nodes(w->outline, &w->map.nodes);
    w->targets = (struct reference_targets){.lookups = lookups, .document = d};
    return w;
}

struct reference_reader *reference_reader_new(struct submission *s, struct outlines *outlines,
                                              struct document *d)
{
    struct reference_lookups lookups;
    reference_lookups_init(&lookups, s, outlines);
    struct reference_reader *w = reference_reader_new_shared(&lookups, d);
    w->own = lookups;
    w->targets.lookups = &w->own;
    return w;
}

void reference_reader_wait(struct reference_reader *w, size_t pages)
{
    w->patience.pages = pages;
    w->targets.patience = &w->patience;
}

struct document *reference_reader_lacks(const struct reference_reader *w)
{
    return w->patience.lacks;
}

void reference_reader_free(struct reference_reader *w)
{
    if (!w)
        return;
    content_release(w->content);
    reference_lookups_deinit(&w->own); /* holds nothing when they are shared */
    reference_places_deinit(&w->places);
    reference_text_deinit(&w->text);
    array_deinit(&w->taken);
    free(w);
}
