/* SPDX-License-Identifier: MIT */
/* Kind, size and name of a document. */
#include "model/document.h"

#include "formats/oddity.h"
#include "formats/sniff.h"
#include "formats/uuencode.h"

/* Read of a large binary at a time. */
enum { STEP = 4 * 1024 * 1024 };

enum document_kind document_kind_of(struct slice text, struct slice filename, struct slice wrapper)
{
    if (slice_equal(wrapper, SLICE("PDF")))
        return DOCUMENT_BINARY;
    switch (sniff_text(text, filename)) {
    case SNIFF_UUENCODE:
        return DOCUMENT_BINARY;
    case SNIFF_HTML:
        return DOCUMENT_HTML;
    case SNIFF_XML:
        return DOCUMENT_XML;
    default:
        return slice_equal(wrapper, SLICE("XML")) && slice_starts(slice_trim(text), SLICE("<"))
                   ? DOCUMENT_XML
                   : DOCUMENT_TEXT;
    }
}

size_t document_binary_bytes(const struct document *d, const struct input *input)
{
    struct slice bytes = input_bytes(input);
    struct uuencode_head head;
    struct slice data = slice_cut(bytes, d->text_offset, d->text_end);
    if (!uuencode_begin(data, &head))
        return data.len;
    data = slice_cut(data, head.data, data.len);
    size_t size = 0;
    while (data.len > 0) {
        size_t from = (size_t)(data.at - bytes.at);
        size += uuencode_count(&data, STEP);
        if (data.len > 0)
            input_release(input, from, (size_t)(data.at - bytes.at));
    }
    return size;
}

void document_add_name(const struct document *d, struct buffer *text)
{
    struct slice type = slice_cut(d->type, 0, 40);
    buffer_addf(text, "document %lld", d->sequence);
    if (type.len > 0) {
        buffer_add_text(text, " (");
        buffer_add(text, type);
        buffer_add_text(text, ")");
    }
}

void document_warn(struct submission *s, const struct document *d, unsigned oddities)
{
    for (const char *oddity; (oddity = oddity_take(&oddities));) {
        struct buffer text = {0};
        document_add_name(d, &text);
        buffer_addf(&text, ": %s", oddity);
        submission_warn_some(s, buffer_slice(&text));
        buffer_deinit(&text);
    }
}
