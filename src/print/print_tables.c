/* SPDX-License-Identifier: MIT */
/* `folio tables`: the tables of a filing or of one node, without those that only lay out text. */
#include "base/clean.h"
#include "layout/table_out.h"
#include "outline/address.h"
#include "print/json.h"
#include "lib/lib_filing.h"
#include "print/print.h"
#include "lib/table_walk.h"

#include <stdlib.h>
#include <string.h>

struct printing {
    struct submission *submission;
    struct outlines *outlines;
    const struct print_options *options;
    enum table_format format;
    struct document *document;
    size_t printed;       /* tables so far */
    struct table_out out; /* of the table that is open, as is what follows */
    struct buffer text;   /* of it, not yet written */
    size_t offset, end, page;
    struct buffer caption;
};

static void flush(struct printing *p)
{
    (void)fwrite(buffer_text(&p->text), 1, p->text.len, p->options->out);
    buffer_clear(&p->text);
}

/* Begins a table, all but its rows. */
static void open_table(void *self, const struct table *t, const struct block *first)
{
    struct printing *p = self;
    p->offset = t->offset;
    p->page = first->page;
    buffer_clear(&p->caption);
    clean_text(&p->caption, t->caption);
    if (p->printed++ > 0 && p->format != TABLE_JSON) {
        struct buffer title = {0}, address = {0};
        if (p->caption.len == 0)
            address_write(p->outlines, p->document, t->offset, &address);
        clean_text(&title, buffer_slice(p->caption.len > 0 ? &p->caption : &address));
        (void)fprintf(p->options->out, "\n# %s\n", buffer_text(&title));
        buffer_deinit(&title);
        buffer_deinit(&address);
    }
    table_out_begin(&p->out, p->format, &p->text, t->columns);
    for (size_t i = 0; i < t->columns; i++)
        if (t->column[i].numeric)
            table_out_numeric(&p->out, i);
}

static json_t *describe(struct printing *p)
{
    struct content *content = content_of(p->submission, p->document);
    struct outline *outline = outlines_get(p->outlines, p->document);
    const struct node *nodes;
    (void)outline_nodes(outline, &nodes);
    size_t node = address_node(outline, nodes, p->offset);
    json_t *object = json_new();
    json_object_set_new(object, "file", json_text(slice_of(submission_name(p->submission))));
    json_object_set_new(object, "document", json_integer(p->document->sequence));
    json_object_set_new(object, "node",
                        node == (size_t)-1 ? json_null() : json_text(nodes[node].id));
    json_object_set_new(object, "page",
                        content_has_pages(content) ? json_integer((json_int_t)p->page + 1)
                                                   : json_null());
    json_object_set_new(object, "offset", json_integer((json_int_t)p->offset));
    json_object_set_new(object, "length", json_integer((json_int_t)(p->end - p->offset)));
    json_object_set_new(object, "caption", json_text_or_null(buffer_slice(&p->caption)));
    return object;
}

static void close_table(void *self, size_t end)
{
    struct printing *p = self;
    p->end = end;
    char *members = NULL;
    if (p->format == TABLE_JSON) {
        json_t *object = describe(p);
        members = json_dumps(object, JSON_COMPACT);
        json_decref(object);
    }
    struct slice all = slice_of(members);
    table_out_end(&p->out, all.len > 1 ? slice_cut(all, 1, all.len - 1) : (struct slice){NULL, 0});
    free(members);
    flush(p);
}

static void print_row(void *self, const struct block *b)
{
    struct printing *p = self;
    table_out_block(&p->out, b);
    flush(p);
}

static void print_document(struct printing *p, struct document *d, size_t from, size_t to)
{
    struct content *content = content_of(p->submission, d);
    struct table_hearer hearer = {open_table, print_row, close_table, p};
    /* The whole document is read before its segments are looked at, and by the outline, too. */
    content_hold(content);
    (void)outlines_get(p->outlines, d);
    p->document = d;
    table_walk(p->submission, d, from, to, &hearer);
    content_release(content);
}

/* The bounds of what `id` names. */
static bool find_part(struct printing *p, const char *id, struct document **d, size_t *from,
                      size_t *to)
{
    struct address found;
    const struct node *nodes;
    submission_scan(p->submission, (size_t)-1);
    if (!address_find(p->submission, p->outlines, slice_of(id), &found))
        return false;
    *d = found.document;
    *from = found.document->text_offset;
    *to = found.document->text_end;
    outline_nodes(found.outline, &nodes);
    if (found.node != (size_t)-1) {
        *from = nodes[found.node].offset;
        *to = *from + nodes[found.node].length;
    }
    return true;
}

bool print_tables(struct folio *f, const struct print_options *o, struct error *e)
{
    struct submission *s = f->submission;
    struct printing p = {.submission = s, .outlines = outlines_new(s), .options = o};
    struct document *d;
    size_t from, to;
    bool good = !o->format || table_format_of(o->format, &p.format);
    if (!good) {
        error_set(e, ERROR_USAGE, "there is no format '%s'", o->format);
    } else if (!o->node) {
        submission_scan(s, (size_t)-1);
        for (size_t i = 0; i < submission_documents(s); i++) {
            d = submission_document(s, i);
            print_document(&p, d, 0, (size_t)-1);
        }
    } else if (find_part(&p, o->node, &d, &from, &to)) {
        print_document(&p, d, from, to);
    } else {
        good = error_set(e, ERROR_USAGE, "there is no node '%s' in it", o->node);
    }
    buffer_deinit(&p.caption);
    buffer_deinit(&p.text);
    outlines_free(p.outlines);
    return good;
}
