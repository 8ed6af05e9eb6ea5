/* SPDX-License-Identifier: MIT */
/* libfolio: the bytes of a document as they were before they were filed. */
#include "lib/lib_filing.h"

#include "formats/pem.h"
#include "formats/uuencode.h"

enum { STEP = 1 << 20 /* bytes that are decoded at once */ };

static struct slice text_of(const struct folio_document *d)
{
    const struct document *own = d->document;
    return slice_cut(submission_bytes(d->filing->submission), own->text_offset, own->text_end);
}

/* True when the document is encoded; then *head tells of the encoding. */
static bool is_coded(const struct folio_document *d, struct uuencode_head *head)
{
    return d->document->kind == DOCUMENT_BINARY && uuencode_begin(text_of(d), head);
}

static int give(struct slice bytes, folio_piece *piece, void *self)
{
    return bytes.len > 0 ? piece(self, bytes.at, bytes.len) : 0;
}

static int read_decoded(struct slice data, folio_piece *piece, void *self)
{
    struct buffer part = {0};
    bool whole = false;
    int result = 0;
    while (data.len > 0 && result == 0) {
        struct slice rest = data;
        (void)uuencode_count(&rest, STEP);
        buffer_clear(&part);
        whole = uuencode_decode(slice_cut(data, 0, data.len - rest.len), &part);
        result = give(buffer_slice(&part), piece, self);
        data = rest;
    }
    buffer_deinit(&part);
    return result == 0 && !whole ? FOLIO_CUT : result;
}

static int read_unescaped(struct slice text, folio_piece *piece, void *self)
{
    int result = 0;
    while (text.len > 0 && result == 0) {
        size_t end = slice_line_end(text), next = slice_line_next(text, end);
        result = give(pem_unescape(slice_cut(text, 0, end)), piece, self);
        if (result == 0)
            result = give(slice_cut(text, end, next), piece, self);
        text = slice_cut(text, next, text.len);
    }
    return result;
}

int folio_document_read(struct folio_document *d, folio_piece *piece, void *self)
{
    struct uuencode_head head;
    int result;
    if (!d || !piece)
        return 0;
    struct slice text = text_of(d);
    if (is_coded(d, &head))
        result = read_decoded(slice_cut(text, head.data, text.len), piece, self);
    else if (d->document->dash_escaped)
        result = read_unescaped(text, piece, self);
    else
        result = give(text, piece, self);
    input_release(submission_input(d->filing->submission), d->document->start, d->document->end);
    return result;
}

const char *folio_document_inner_name(struct folio_document *d)
{
    struct uuencode_head head;
    if (!d)
        return "";
    if (!d->inner_name)
        d->inner_name = is_coded(d, &head) ? lib_text(&d->filing->arena, head.name) : "";
    return d->inner_name;
}
