/* SPDX-License-Identifier: MIT */
/* `folio outline`: the tree of a filing, as text. */
#include "base/clean.h"
#include "model/other.h"
#include "outline/address.h"
#include "outline/node_words.h"
#include "lib/marks.h"
#include "print/outline_json.h"
#include "lib/lib_filing.h"
#include "print/print.h"

enum { RANGES = 20 /* that are printed of one node */ };

static void write_page(struct content *c, size_t offset, struct buffer *out)
{
    if (!content_has_pages(c))
        return;
    size_t page = content_page_at(c, offset);
    struct slice label = content_page_other_label(c, page);
    buffer_addf(out, "  [page %zu", page + 1);
    if (label.len > 0) {
        buffer_add_text(out, ", ");
        clean_text(out, label);
    }
    buffer_add_byte(out, ']');
}

/* "  (incorporated: 10-K 2001, Ex. 10.3)". */
static void write_target(const struct node *n, struct buffer *out)
{
    struct buffer where = {0};
    if (n->source)
        node_words_source(n->source, &where);
    if (n->target == TARGET_INCORPORATED && where.len > 0) {
        buffer_add_text(out, "  (incorporated: ");
        clean_text(out, buffer_slice(&where));
        buffer_add_byte(out, ')');
    } else {
        buffer_addf(out, "  (%s)",
                    n->target == TARGET_HERE           ? "here"
                    : n->target == TARGET_INCORPORATED ? "incorporated by reference"
                                                       : "not in this file");
    }
    buffer_deinit(&where);
}

/* "  [pp. 4-22, 30]": of an index, the pages that it names, not the one that it is on. */
static void write_ranges(const struct node *n, struct buffer *out)
{
    struct buffer pages = {0};
    node_words_pages(n, RANGES, ", ...", &pages);
    buffer_add_text(out, "  [");
    clean_text(out, buffer_slice(&pages));
    buffer_add_byte(out, ']');
    buffer_deinit(&pages);
}

/* "  missing: II.1A, II.1B: not found; II.6: left out". */
static void write_missing(const struct outline *outline, struct buffer *out)
{
    const struct missing *missing;
    size_t count = outline_missing(outline, &missing);
    for (size_t i = 0; i < count; i++) {
        bool more = i > 0 && slice_equal(missing[i - 1].why, missing[i].why);
        buffer_add_text(out, i == 0 ? "  missing: " : more ? ", " : "; ");
        clean_text(out, missing[i].id);
        if (i + 1 < count && slice_equal(missing[i].why, missing[i + 1].why))
            continue;
        buffer_add_text(out, ": ");
        clean_text(out, missing[i].why);
    }
    if (count > 0)
        buffer_add_byte(out, '\n');
}

static void write_node(struct content *c, const struct node *n, struct buffer *out)
{
    buffer_add_fill(out, ' ', 2 * (size_t)(n->level > 0 ? n->level : 1));
    clean_text(out, n->label);
    if (n->label.len > 0 && n->title.len > 0)
        buffer_add_text(out, "  ");
    clean_text(out, n->title);
    if (n->label.len == 0 && n->title.len == 0)
        clean_text(out, n->id);
    if (n->kind == NODE_EXHIBIT_ROW && n->target != TARGET_NONE)
        write_target(n, out);
    else if (n->range_count > 0)
        write_ranges(n, out);
    else
        write_page(c, n->offset, out);
    if (!node_words_sure(n))
        buffer_add_text(out, "  ?");
    buffer_add_byte(out, '\n');
}

static void write_document(struct submission *s, struct outlines *outlines, struct document *d,
                           const struct print_options *o, struct buffer *out)
{
    struct content *content = content_of(s, d);
    content_hold(content); /* the outline reads it, and pages are asked for below */
    struct outline *outline = outlines_get(outlines, d);
    struct slice type = d->type.len > 0 ? d->type : outline_form(outline);
    const struct node *nodes;
    size_t count = outline_nodes(outline, &nodes);
    if (type.len > 0)
        clean_text(out, type);
    else
        buffer_addf(out, "document %lld", d->sequence);
    struct slice name = d->description.len > 0 ? d->description : d->filename;
    if (name.len > 0) {
        buffer_add_text(out, "  ");
        clean_text(out, name);
    }
    buffer_add_byte(out, '\n');
    for (size_t i = 0; i < count; i++)
        write_node(content, &nodes[i], out);
    write_missing(outline, out);
    content_release(content);
    (void)fwrite(buffer_text(out), 1, out->len, o->out);
    buffer_clear(out);
    outlines_forget(outlines, d); /* nobody asks for it again */
}

/* The files that are not for reading, as the tree shows them: behind all documents, in one group.
 */
static void write_others(struct submission *s, const struct print_options *o, struct buffer *out)
{
    size_t count = other_count(s);
    if (count == 0)
        return;
    buffer_addf(out, "Other files (%zu)\n", count);
    for (size_t i = 0; i < submission_documents(s); i++) {
        const struct document *d = submission_document(s, i);
        if (!other_is(d))
            continue;
        buffer_add_text(out, "  ");
        clean_text(out, d->filename.len > 0 ? d->filename : d->type);
        buffer_add_text(out, d->filename.len > 0 || d->type.len > 0 ? "  " : "");
        other_describe(d, out);
        buffer_add_byte(out, '\n');
    }
    (void)fwrite(buffer_text(out), 1, out->len, o->out);
    buffer_clear(out);
}

bool print_outline(struct folio *f, const struct print_options *o, struct error *e)
{
    struct submission *s = f->submission;
    (void)e;
    struct outlines *outlines = outlines_new(s);
    submission_scan(s, (size_t)-1);
    if (o->json) {
        outline_json(s, outlines, o->fields, o->out);
    } else {
        struct buffer out = {0};
        if (o->file_names) {
            clean_text(&out, slice_of(submission_name(s)));
            buffer_add_text(&out, ":\n");
        }
        bool apart = other_apart(s);
        for (size_t i = 0; i < submission_documents(s); i++)
            if (!apart || !other_is(submission_document(s, i)))
                write_document(s, outlines, submission_document(s, i), o, &out);
        write_others(s, o, &out);
        buffer_deinit(&out);
    }
    outlines_free(outlines);
    return true;
}
