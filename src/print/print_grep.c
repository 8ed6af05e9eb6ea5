/* SPDX-License-Identifier: MIT */
/* `folio grep`: the hits of a pattern, with document, section, page and line. */
#include "base/clean.h"
#include "print/json.h"
#include "print/print.h"

enum { LONGEST = 2048 /* bytes of a line that are told with each hit on it */ };

/* What is printed, and where it is put together. */
struct report {
    const struct print_options *options;
    const char *file;
    struct buffer text;
};

/* "FILE:", whatever is in the name. */
static void write_name(struct report *r)
{
    if (!r->options->file_names)
        return;
    clean_text(&r->text, slice_of(r->file));
    buffer_add_byte(&r->text, ':');
}

static void print_out(struct report *r)
{
    (void)fwrite(buffer_text(&r->text), 1, r->text.len, r->options->out);
    buffer_clear(&r->text);
}

/* The line of the hit, with all hits on it. */
static void print_line(struct report *r, struct folio_hit *h)
{
    struct buffer *out = &r->text;
    write_name(r);
    buffer_addf(out, "%zu:%s", folio_hit_line(h), folio_hit_address(h));
    if (folio_hit_page(h) > 0)
        buffer_addf(out, ":%zu", folio_hit_page(h));
    buffer_add_text(out, ": ");
    struct slice text = slice_of(folio_hit_text(h));
    size_t marks = r->options->color ? folio_hit_marks(h) : 0, at = 0, to;
    for (size_t i = 0; i < marks; i++, at = to) {
        size_t from = folio_hit_mark(h, i, &to);
        buffer_add(out, slice_cut(text, at, from));
        buffer_add_text(out, "\033[1;31m");
        buffer_add(out, slice_cut(text, from, to));
        buffer_add_text(out, "\033[0m");
    }
    buffer_add(out, slice_cut(text, at, text.len));
    buffer_add_byte(out, '\n');
    print_out(r);
}

static void print_json(const struct report *r, struct folio_hit *h)
{
    json_t *object = json_new();
    size_t page = folio_hit_page(h);
    json_object_set_new(object, "file", json_text(slice_of(r->file)));
    json_object_set_new(object, "document",
                        json_integer(folio_document_sequence(folio_hit_document(h))));
    json_object_set_new(object, "node", json_text_or_null(slice_of(folio_hit_node(h))));
    json_object_set_new(object, "page", page > 0 ? json_integer((json_int_t)page) : json_null());
    json_object_set_new(object, "page_label", json_text_or_null(slice_of(folio_hit_page_label(h))));
    json_object_set_new(object, "line", json_integer((json_int_t)folio_hit_line(h)));
    json_object_set_new(object, "offset", json_integer((json_int_t)folio_hit_offset(h)));
    json_object_set_new(object, "length", json_integer((json_int_t)folio_hit_length(h)));
    json_object_set_new(object, "text", json_text(slice_of(folio_hit_around(h, LONGEST))));
    json_print(object, r->options->out);
}

static int tell(void *self, struct folio_hit *h)
{
    struct report *r = self;
    if (r->options->json)
        print_json(r, h);
    else if (folio_hit_is_first(h))
        print_line(r, h);
    return 0;
}

bool print_grep(struct folio *f, const struct folio_pattern *p, const struct print_options *o,
                size_t *hits, struct error *e)
{
    struct report r = {.options = o, .file = folio_name(f)};
    struct folio_document *d = NULL;
    size_t node = FOLIO_WHOLE;
    if (o->node && !folio_find(f, o->node, &d, &node))
        return error_set(e, ERROR_USAGE, "there is no node '%s' in it", o->node);
    int result = folio_search(f, p, d, node, o->count ? NULL : tell, &r, hits);
    if (o->count) {
        write_name(&r);
        buffer_addf(&r.text, "%zu\n", *hits);
        print_out(&r);
    }
    buffer_deinit(&r.text);
    return result != FOLIO_COSTLY || error_set(e, ERROR_PATTERN,
                                               "the pattern takes too long on parts of the text; "
                                               "they were not searched");
}
