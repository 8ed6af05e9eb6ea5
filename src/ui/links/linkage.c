/* SPDX-License-Identifier: MIT */
/* Reads the leads of a document, segment by segment, and says where they lead. */
#include "ui/links/linkage.h"

#include "base/clean.h"
#include "base/memory.h"
#include "base/width.h"
#include "model/content.h"
#include "outline/address.h"
#include "ui/links/lead_landing.h"
#include "ui/links/list_leads.h"
#include "ui/links/mark_leads.h"
#include "ui/page_work.h"
#include "ui/tree_pane.h"

#include <stdlib.h>

enum {
    NEXT_SEGMENTS = 16, /* that one look for the next lead goes through */
    READ_SEGMENTS = 4
};

struct linkage {
    struct shelf *shelf;
    struct submission *submission;
    size_t document;
    struct content *content; /* held */
    struct outlines *outlines;
    struct lead_reader reader;      /* its references NULL: the outline is not there */
    ARRAY(struct leads *) segments; /* NULL: not read */
    size_t read;                    /* the first that linkage_read has not come to */
    bool all;
    size_t wanting;   /* a document whose outline was asked for, and is not there */
    size_t completed; /* outlines, when it was begun */
    bool scanned;
    struct content *lacking; /* another document's, held: its pages are looked up; or NULL */
};

static bool is_scanned(const struct submission *s)
{
    return submission_scanned(s) >= submission_bytes(s).len;
}

static struct outline *lend(void *lender, size_t document)
{
    struct linkage *l = lender;
    struct outline *o = shelf_outline(l->shelf, document);
    if (!o) {
        l->wanting = document;
        shelf_want(l->shelf, document);
    }
    return o;
}

/* The document whose pages were looked up in vain, and are not all known yet; NULL: none. */
static struct document *lacks(const struct linkage *l)
{
    return l->reader.references ? reference_reader_lacks(l->reader.references) : NULL;
}
/* A document with text that can lead anywhere. */
static bool is_text(const struct document *d)
{
    return d && !d->is_header && (d->kind == DOCUMENT_TEXT || d->kind == DOCUMENT_HTML);
}

static void begin(struct linkage *l)
{
    struct document *d = submission_document(l->submission, l->document);
    l->completed = shelf_completed(l->shelf);
    l->scanned = is_scanned(l->submission);
    l->wanting = SHELF_NONE;
    l->read = 0;
    l->all = false;
    if (!is_text(d) || !shelf_outline(l->shelf, l->document))
        return;
    l->outlines = outlines_new_lent(l->submission, lend, l);
    l->reader.submission = l->submission;
    l->reader.document = d;
    l->reader.references = reference_reader_new(l->submission, l->outlines, d);
    reference_reader_wait(l->reader.references, PAGE_WORK_LABELS);
    references_init(&l->reader.said);
}

static void end(struct linkage *l)
{
    for (size_t i = 0; i < l->segments.count; i++) {
        if (l->segments.at[i])
            leads_deinit(l->segments.at[i]);
        free(l->segments.at[i]);
    }
    array_deinit(&l->segments);
    if (l->lacking)
        content_release(l->lacking);
    l->lacking = NULL;
    if (l->reader.references) {
        reference_reader_free(l->reader.references);
        reference_text_deinit(&l->reader.text);
        references_deinit(&l->reader.said);
        outlines_free(l->outlines);
    }
    l->reader = (struct lead_reader){0};
    l->outlines = NULL;
}

struct linkage *linkage_new(struct shelf *shelf, size_t document)
{
    struct linkage *l = memory_alloc(sizeof *l);
    l->shelf = shelf;
    l->submission = shelf_submission(shelf);
    l->document = document;
    l->content = content_of(l->submission, submission_document(l->submission, document));
    content_hold(l->content);
    shelf_want(shelf, document);
    begin(l);
    return l;
}

void linkage_free(struct linkage *l)
{
    if (!l)
        return;
    end(l);
    content_release(l->content);
    free(l);
}

size_t linkage_document(const struct linkage *l)
{
    return l->document;
}

bool linkage_is_of(const struct linkage *l, const struct shelf *shelf, size_t document)
{
    return l->shelf == shelf && l->document == document;
}

bool linkage_ready(const struct linkage *l)
{
    return l->reader.references != NULL;
}

bool linkage_renew(struct linkage *l)
{
    struct document *d = lacks(l);
    bool more = shelf_completed(l->shelf) != l->completed &&
                (!linkage_ready(l) || l->wanting != SHELF_NONE);
    more = more || is_scanned(l->submission) != l->scanned ||
           (d && page_work_labelled(content_of(l->submission, d)));
    if (more) {
        end(l);
        begin(l);
    } else if (l->reader.references) {
        reference_reader_wait(l->reader.references, PAGE_WORK_LABELS);
    }
    return more;
}

bool linkage_work(struct linkage *l)
{
    struct document *d = lacks(l);
    struct content *c = d ? content_of(l->submission, d) : NULL;
    if (c && !l->lacking && c != l->content) {
        content_hold(c);
        l->lacking = c;
    }
    return c && page_work_label(c);
}

static void add_references(struct linkage *l, const struct segment *seg, struct leads *out)
{
    struct references refs;
    references_init(&refs);
    reference_reader_segment(l->reader.references, seg, &refs);
    for (size_t i = 0; i < refs.list.count; i++) {
        const struct reference *ref = &refs.list.at[i];
        bool address = ref->document == LEAD_NOWHERE && reference_place_is_address(ref->reason);
        struct lead *lead = leads_add(out,
                                      address                       ? LEAD_ADDRESS
                                      : ref->kind == REFERENCE_LINK ? LEAD_LINK
                                                                    : LEAD_REFERENCE,
                                      ref->offset, ref->offset + ref->length);
        lead->text = arena_copy(&out->arena, ref->text);
        lead->document = ref->document;
        /* What a page begins with is the end of another part. */
        lead->node = ref->kind == REFERENCE_PAGE ? LEAD_NOWHERE : ref->node;
        lead->place = ref->place;
        lead->reason = arena_copy(&out->arena, ref->reason);
        if (address) {
            lead->address = lead->reason;
            lead->reason = SLICE("outside of this filing");
        }
    }
    references_deinit(&refs);
}

/* Those that lead to a part of this document land at its heading. */
static void land(struct linkage *l, struct leads *leads)
{
    const struct reference_map *map = reference_reader_map(l->reader.references);
    for (size_t i = 0; i < leads->list.count; i++)
        if (leads->list.at[i].document == l->document)
            lead_landing(&leads->list.at[i], l->content, map);
}

/* The leads of the segment, read when needed; NULL behind the last. */
static struct leads *read_segment(struct linkage *l, size_t index)
{
    if (index < l->segments.count && l->segments.at[index])
        return l->segments.at[index];
    struct segment seg;
    if (!linkage_ready(l) || !content_walk(l->content, index, &seg))
        return NULL;
    while (l->segments.count <= index)
        array_push(&l->segments, NULL);
    struct leads *leads = memory_alloc(sizeof *leads);
    leads_init(leads);
    add_references(l, &seg, leads);
    list_leads_read(&l->reader, &seg, leads);
    mark_leads_read(l->content, &seg, leads);
    mark_leads_addresses(&seg, leads);
    leads_settle(leads);
    land(l, leads);
    segment_deinit(&seg);
    l->segments.at[index] = leads;
    return leads;
}

size_t linkage_segment(struct linkage *l, size_t index, const struct lead **leads)
{
    const struct leads *read = read_segment(l, index);
    *leads = read ? read->list.at : NULL;
    return read ? read->list.count : 0;
}

const struct lead *linkage_at(struct linkage *l, size_t offset)
{
    if (!linkage_ready(l))
        return NULL;
    const struct leads *leads = read_segment(l, content_segment_at(l->content, offset));
    size_t i = leads ? leads_find(leads, offset) : 0;
    bool found = leads && i < leads->list.count && leads->list.at[i].offset <= offset;
    return found ? &leads->list.at[i] : NULL;
}

void linkage_range(struct linkage *l, size_t from, size_t to,
                   void (*see)(void *self, const struct lead *lead), void *self)
{
    if (!linkage_ready(l) || from >= to)
        return;
    size_t last = content_segment_at(l->content, to - 1);
    for (size_t s = content_segment_at(l->content, from); s <= last; s++) {
        const struct leads *leads = read_segment(l, s);
        if (!leads)
            return;
        for (size_t i = leads_find(leads, from);
             i < leads->list.count && leads->list.at[i].offset < to; i++)
            see(self, &leads->list.at[i]);
    }
}

bool linkage_stops_at(const struct lead *lead)
{
    return lead->kind != LEAD_BACK &&
           (lead->kind != LEAD_REFERENCE || lead->document != LEAD_NOWHERE);
}

/* The first lead of the list at or behind the offset, or the last before it. */
static const struct lead *pick(const struct leads *leads, bool back, size_t offset)
{
    size_t i = leads_find(leads, offset);
    while (!back && i < leads->list.count) {
        const struct lead *lead = &leads->list.at[i++];
        if (lead->offset >= offset && linkage_stops_at(lead))
            return lead;
    }
    i = i < leads->list.count ? i + 1 : i;
    while (back && i-- > 0) {
        const struct lead *lead = &leads->list.at[i];
        if (lead->offset < offset && linkage_stops_at(lead))
            return lead;
    }
    return NULL;
}

enum linkage_found linkage_next(struct linkage *l, bool back, size_t *offset,
                                const struct lead **lead)
{
    *lead = NULL;
    if (!linkage_ready(l))
        return LINKAGE_NONE;
    size_t s = content_segment_at(l->content, back && *offset > 0 ? *offset - 1 : *offset);
    struct segment seg;
    for (size_t n = 0; n < NEXT_SEGMENTS; n++) {
        const struct leads *leads = read_segment(l, s);
        if (!leads)
            return LINKAGE_NONE;
        *lead = pick(leads, back, *offset);
        if (*lead)
            return LINKAGE_FOUND;
        if (back ? s == 0 : !content_walk(l->content, s + 1, &seg))
            return LINKAGE_NONE;
        if (!back)
            segment_deinit(&seg);
        s = back ? s - 1 : s + 1;
    }
    if (!content_walk(l->content, s, &seg))
        return LINKAGE_NONE;
    *offset = back ? seg.end : seg.offset;
    segment_deinit(&seg);
    return LINKAGE_MORE;
}

enum linkage_lack linkage_lack(const struct linkage *l, const struct lead *lead, size_t *document)
{
    *document = l->document;
    if (lead->document != LEAD_NOWHERE || lead->address.len > 0)
        return LACK_NOTHING;
    if (lead->kind == LEAD_EXHIBIT || !l->scanned)
        return l->scanned ? LACK_NOTHING : LACK_DOCUMENTS;
    *document = l->wanting;
    if (l->wanting != SHELF_NONE)
        return LACK_OUTLINE;
    const struct document *d = lacks(l);
    *document = d ? d->index : l->document;
    return d ? LACK_PAGES : LACK_NOTHING;
}

static void add_name(const struct linkage *l, const struct lead *lead, size_t columns,
                     struct buffer *out)
{
    const struct node *nodes;
    size_t count = shelf_nodes(l->shelf, lead->document, &nodes);
    struct buffer name = {0};
    if (lead->document != l->document) {
        clean_text(out, tree_pane_document_name(l->shelf, lead->document));
        buffer_add_text(out, lead->node < count ? " › " : "");
    }
    if (lead->node < count) {
        const struct node *node = &nodes[lead->node];
        clean_text(&name, node->label);
        if (node->label.len > 0 && node->title.len > 0)
            buffer_add_byte(&name, ' ');
        clean_text(&name, node->title);
    }
    size_t fits = width_fit(buffer_slice(&name), columns);
    buffer_add(out, slice_cut(buffer_slice(&name), 0, fits));
    buffer_add_text(out, fits < name.len ? "…" : "");
    buffer_deinit(&name);
}

static void add_page(const struct linkage *l, const struct lead *lead, struct buffer *out)
{
    struct content *c =
        content_of(l->submission, submission_document(l->submission, lead->document));
    bool all;
    /* Only what is counted is asked: it must cost nothing. */
    if (content_pages(c, &all) == 0 || !all || !content_has_pages(c))
        return;
    size_t page = content_page_at(c, lead->place);
    struct slice label = content_page_other_label(c, page);
    buffer_addf(out, out->len > 0 ? " › page %zu" : "page %zu", page + 1);
    if (label.len > 0) {
        buffer_add_text(out, " (");
        clean_text(out, slice_cut(label, 0, 20));
        buffer_add_byte(out, ')');
    }
}

void linkage_tell(const struct linkage *l, const struct lead *lead, size_t columns,
                  struct buffer *out)
{
    size_t document;
    if (lead->document != LEAD_NOWHERE) {
        struct buffer text = {0};
        if (lead->kind == LEAD_FOOTNOTE)
            buffer_add_text(&text, "footnote");
        else
            add_name(l, lead, columns, &text);
        add_page(l, lead, &text);
        buffer_add(out, buffer_slice(&text));
        buffer_deinit(&text);
        return;
    }
    if (linkage_lack(l, lead, &document) != LACK_NOTHING) {
        buffer_add_text(out, "not known yet: the filing is still read");
        return;
    }
    clean_text(out, lead->reason);
    if (lead->address.len > 0 && slice_find(lead->reason, lead->address) >= lead->reason.len) {
        buffer_add_text(out, lead->reason.len > 0 ? ": " : "");
        clean_text(out, lead->address);
    }
}

bool linkage_read(struct linkage *l)
{
    for (size_t n = 0; n < READ_SEGMENTS && !l->all && linkage_ready(l); n++) {
        l->all = read_segment(l, l->read) == NULL;
        l->read += !l->all;
    }
    return linkage_ready(l) && !l->all;
}

size_t linkage_segments(const struct linkage *l, bool *all)
{
    *all = l->all;
    return l->read;
}
