/* SPDX-License-Identifier: MIT */
/* `folio text`: the rendered text of a filing or of one node. */
#include "print/print.h"

static int put(void *self, const char *text, size_t length)
{
    return fwrite(text, 1, length, self) < length;
}

bool print_text(struct folio *f, const struct print_options *o, struct error *e)
{
    unsigned flags =
        (o->marks ? FOLIO_MARKS : 0) | (o->ascii ? FOLIO_ASCII : 0) | (o->color ? FOLIO_COLOR : 0);
    struct folio_document *d;
    size_t node;
    if (!o->node) {
        (void)folio_write(f, o->width, flags, put, o->out);
        return true;
    }
    if (!folio_find(f, o->node, &d, &node))
        return error_set(e, ERROR_USAGE, "there is no node '%s' in it", o->node);
    (void)folio_write_node(d, node, o->width, flags, put, o->out);
    return true;
}
