/* SPDX-License-Identifier: MIT */
/* `folio tables`: the tables of a filing or of one node, without those that only lay out text. */
#include "base/buffer.h"
#include "base/clean.h"
#include "print/json.h"
#include "print/print.h"

#include <stdlib.h>
#include <string.h>

struct printing {
    const struct print_options *options;
    const char *file, *format;
    bool json, braced;
    const struct folio_document *document;
    size_t printed; /* tables so far */
};

/* "# caption or id", which parts tables; with the name of the file where there are several. */
static void print_title(const struct printing *p, struct folio_table *t)
{
    const char *caption = folio_table_caption(t);
    struct buffer title = {0};
    if (p->options->file_names) {
        clean_text(&title, slice_of(p->file));
        buffer_add_text(&title, ": ");
    }
    buffer_add_text(&title, *caption ? caption : folio_table_address(t));
    (void)fprintf(p->options->out, "\n# %s\n", buffer_text(&title));
    buffer_deinit(&title);
}

/* "{" and where the table is, with a comma behind. */
static void print_members(const struct printing *p, struct folio_table *t)
{
    json_t *object = json_new();
    size_t page = folio_table_page(t);
    json_object_set_new(object, "file", json_text(slice_of(p->file)));
    json_object_set_new(object, "document", json_integer(folio_document_sequence(p->document)));
    json_object_set_new(object, "node", json_text_or_null(slice_of(folio_table_node(t))));
    json_object_set_new(object, "page", page > 0 ? json_integer((json_int_t)page) : json_null());
    json_object_set_new(object, "offset", json_integer((json_int_t)folio_table_offset(t)));
    json_object_set_new(object, "length", json_integer((json_int_t)folio_table_length(t)));
    json_object_set_new(object, "caption", json_text_or_null(slice_of(folio_table_caption(t))));
    char *members = json_dumps(object, JSON_COMPACT);
    json_decref(object);
    (void)fprintf(p->options->out, "%.*s,", (int)strlen(members) - 1, members);
    free(members);
}

static int print_piece(void *self, const char *text, size_t length)
{
    struct printing *p = self;
    size_t skipped = p->braced; /* the brace of the members is there */
    p->braced = false;
    return fwrite(text + skipped, 1, length - skipped, p->options->out) < length - skipped;
}

static int print_table(void *self, struct folio_table *t)
{
    struct printing *p = self;
    bool titled = !p->json && (p->printed++ > 0 || p->options->file_names);
    if (titled)
        print_title(p, t);
    if (p->json)
        print_members(p, t);
    p->braced = p->json;
    return folio_table_write(t, p->format, print_piece, p);
}

bool print_tables(struct folio *f, const struct print_options *o, struct error *e)
{
    struct printing p = {
        .options = o, .file = folio_name(f), .format = o->format ? o->format : "csv"};
    struct folio_document *d;
    size_t node;
    p.json = strcmp(p.format, "json") == 0;
    if (!folio_table_format(p.format))
        return error_set(e, ERROR_USAGE, "there is no format '%s'", p.format);
    if (o->node && !folio_find(f, o->node, &d, &node))
        return error_set(e, ERROR_USAGE, "there is no node '%s' in it", o->node);
    if (o->node) {
        p.document = d;
        (void)folio_tables(d, node, print_table, &p);
        return true;
    }
    for (size_t i = 0; i < folio_documents(f); i++) {
        p.document = d = folio_document(f, i);
        int stop = folio_tables(d, FOLIO_WHOLE, print_table, &p);
        folio_document_close(d);
        if (stop)
            break;
    }
    return true;
}
