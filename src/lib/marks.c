/* SPDX-License-Identifier: MIT */
/* The marks that folio adds to a printed text. */
#include "lib/marks.h"

#include "base/clean.h"
#include "base/width.h"

static void add_rule(struct buffer *out, bool ascii, bool heavy, size_t columns)
{
    enum { TEN = 10 };
    if (ascii) {
        buffer_add_fill(out, heavy ? '=' : '-', columns);
        return;
    }
    const struct slice ten = heavy ? SLICE("══════════") : SLICE("──────────");
    for (; columns >= TEN; columns -= TEN)
        buffer_add(out, ten);
    buffer_add(out, slice_cut(ten, 0, ten.len / TEN * columns));
}

void marks_page(struct buffer *out, struct content *c, size_t page, size_t width, bool ascii)
{
    struct buffer words = {0};
    struct slice label = content_page_other_label(c, page);
    bool all = false;
    while (!content_count_pages(c, 1 << 20))
        ;
    buffer_addf(&words, " page %zu", page + 1);
    if (label.len > 0) {
        buffer_add_text(&words, " (");
        clean_text(&words, label);
        buffer_add_byte(&words, ')');
    }
    buffer_addf(&words, " of %zu ", content_pages(c, &all));
    size_t columns = width_of_text(buffer_slice(&words));
    width = width > 0 && width < MARKS_WIDTH ? width : MARKS_WIDTH;
    add_rule(out, ascii, false, columns + 2 < width ? width - 2 - columns : 0);
    buffer_add(out, buffer_slice(&words));
    add_rule(out, ascii, false, 2);
    buffer_deinit(&words);
}

void marks_document(struct buffer *out, const struct document *d, size_t width, bool ascii)
{
    struct buffer words = {0};
    buffer_add_byte(&words, ' ');
    if (d->type.len > 0)
        clean_text(&words, d->type);
    else
        buffer_addf(&words, "document %lld", d->sequence);
    struct slice name = d->description.len > 0 ? d->description : d->filename;
    if (name.len > 0) {
        buffer_add_text(&words, ascii ? " - " : " · ");
        clean_text(&words, name);
    }
    buffer_add_byte(&words, ' ');
    size_t columns = width_of_text(buffer_slice(&words));
    width = width > 0 && width < MARKS_WIDTH ? width : MARKS_WIDTH;
    add_rule(out, ascii, true, 2);
    buffer_add(out, buffer_slice(&words));
    add_rule(out, ascii, true, columns + 2 < width ? width - 2 - columns : 0);
    buffer_deinit(&words);
}
