/* SPDX-License-Identifier: MIT */
/* `folio outline --explain`: for each document the lines that its outline looked at, what spoke for
 * and against each, and what came of it. */
#include "print/print.h"

static int write_piece(void *self, const char *text, size_t length)
{
    (void)fwrite(text, 1, length, self);
    return 0;
}

bool print_explain(struct folio *f, const struct print_options *o, struct error *e)
{
    size_t count = folio_documents(f);
    (void)e;
    for (size_t i = 0; i < count; i++) {
        struct folio_document *d = folio_document(f, i);
        if (folio_document_is_header(d))
            break;
        if (i == 0 && o->file_names)
            (void)fprintf(o->out, "%s:\n", folio_name(f));
        (void)folio_explain(d, write_piece, o->out);
        folio_document_close(d);
    }
    return true;
}
