/* SPDX-License-Identifier: MIT */
/* `folio outline`: the tree of a filing, as text. */
#include "base/buffer.h"
#include "print/outline_json.h"
#include "print/print.h"

#include <string.h>

/* "  [page 31, F-3]": with what is printed on it, where that is more than its count. */
static void write_page(const struct folio_node *n, struct buffer *out)
{
    size_t page = folio_node_page(n);
    struct slice label = slice_of(folio_node_page_label(n));
    if (page == 0)
        return;
    buffer_addf(out, "  [page %zu", page);
    if (label.len > 0 && slice_number(label) != (long long)page) {
        buffer_add_text(out, ", ");
        buffer_add(out, label);
    }
    buffer_add_byte(out, ']');
}

/* "  (incorporated: 10-K 2001, Ex. 10.3)". */
static void write_target(const struct folio_node *n, struct buffer *out)
{
    const char *status = folio_node_status(n), *where = folio_node_source_words(n);
    if (strcmp(status, "incorporated") != 0) {
        buffer_add_text(out, strcmp(status, "here") == 0 ? "  (here)" : "  (not in this file)");
        return;
    }
    buffer_add_text(out, *where ? "  (incorporated: " : "  (incorporated by reference");
    buffer_add_text(out, where);
    buffer_add_byte(out, ')');
}

/* "  missing: II.1A, II.1B: not found; II.6: left out". */
static void write_missing(struct folio_document *d, struct buffer *out)
{
    size_t count = folio_missing(d);
    for (size_t i = 0; i < count; i++) {
        const char *why = folio_missing_why(d, i);
        bool more = i > 0 && strcmp(folio_missing_why(d, i - 1), why) == 0;
        buffer_add_text(out, i == 0 ? "  missing: " : more ? ", " : "; ");
        buffer_add_text(out, folio_missing_id(d, i));
        if (i + 1 < count && strcmp(why, folio_missing_why(d, i + 1)) == 0)
            continue;
        buffer_add_text(out, ": ");
        buffer_add_text(out, why);
    }
    if (count > 0)
        buffer_add_byte(out, '\n');
}

/* Of an index, the pages that it names are told, not the one that it is on. */
static void write_node(const struct folio_node *n, struct buffer *out)
{
    const char *label = folio_node_label(n), *title = folio_node_title(n);
    int level = folio_node_level(n);
    bool row = strcmp(folio_node_kind(n), "exhibit-row") == 0;
    buffer_add_fill(out, ' ', 2 * (size_t)(level > 0 ? level : 1));
    buffer_add_text(out, label);
    buffer_add_text(out, *label && *title ? "  " : "");
    buffer_add_text(out, title);
    buffer_add_text(out, *label || *title ? "" : folio_node_id(n));
    if (row && strcmp(folio_node_status(n), "none") != 0)
        write_target(n, out);
    else if (folio_node_ranges(n) > 0)
        buffer_addf(out, "  [%s]", folio_node_range_words(n));
    else
        write_page(n, out);
    buffer_add_text(out, folio_node_sure(n) ? "\n" : "  ?\n");
}

static void write_out(const struct print_options *o, struct buffer *out)
{
    (void)fwrite(buffer_text(out), 1, out->len, o->out);
    buffer_clear(out);
}

static void write_document(struct folio_document *d, const struct print_options *o,
                           struct buffer *out)
{
    const char *form = folio_document_form(d), *name = folio_document_description(d);
    size_t count = folio_nodes(d);
    name = *name ? name : folio_document_filename(d);
    if (*form)
        buffer_add_text(out, form);
    else
        buffer_addf(out, "document %ld", folio_document_sequence(d));
    buffer_add_text(out, *name ? "  " : "");
    buffer_add_text(out, name);
    buffer_add_byte(out, '\n');
    for (size_t i = 0; i < count; i++)
        write_node(folio_node(d, i), out);
    write_missing(d, out);
    write_out(o, out);
    folio_document_close(d); /* nobody asks for it again */
}

/* The files that are not for reading, as the tree shows them: behind all documents, in one group.
 */
static void write_others(struct folio *f, const struct print_options *o, size_t count,
                         struct buffer *out)
{
    buffer_addf(out, "Other files (%zu)\n", count);
    for (size_t i = 0; i < folio_documents(f); i++) {
        struct folio_document *d = folio_document(f, i);
        const char *what = folio_document_other(d), *name = folio_document_filename(d);
        if (!*what)
            continue;
        name = *name ? name : folio_document_type(d);
        buffer_add_text(out, "  ");
        buffer_add_text(out, name);
        buffer_add_text(out, *name ? "  " : "");
        buffer_add_text(out, what);
        buffer_add_byte(out, '\n');
    }
    write_out(o, out);
}

static void write_tree(struct folio *f, const struct print_options *o)
{
    struct buffer out = {0};
    size_t count = folio_documents(f), others = 0;
    if (o->file_names)
        buffer_addf(&out, "%s:\n", folio_name(f));
    for (size_t i = 0; i < count; i++) {
        struct folio_document *d = folio_document(f, i);
        if (*folio_document_other(d))
            others++;
        else
            write_document(d, o, &out);
    }
    if (others > 0)
        write_others(f, o, others, &out);
    buffer_deinit(&out);
}

bool print_outline(struct folio *f, const struct print_options *o, struct error *e)
{
    (void)e;
    if (o->json)
        outline_json(f, o->fields, o->out);
    else
        write_tree(f, o);
    return true;
}
