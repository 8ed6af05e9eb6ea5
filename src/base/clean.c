/* SPDX-License-Identifier: MIT */
/* Text from anywhere, made fit to be shown. */
#include "base/clean.h"

#include "base/utf8.h"
#include "base/width.h"

/* How many bytes in front are printable ASCII. */
static size_t plain_bytes(struct slice text)
{
    size_t count = 0;
    while (count < text.len && text.at[count] >= ' ' && text.at[count] <= '~')
        count++;
    return count;
}

bool clean_is_plain(struct slice text)
{
    return plain_bytes(text) == text.len;
}

void clean_text(struct buffer *out, struct slice text)
{
    while (text.len > 0) {
        size_t plain = plain_bytes(text);
        buffer_add(out, slice_cut(text, 0, plain));
        text = slice_cut(text, plain, text.len);
        if (text.len == 0)
            return;
        struct slice before = text;
        uint32_t code = utf8_next(&text);
        if (code == UTF8_REPLACEMENT && before.len - text.len == 1)
            code = utf8_from_cp1252((unsigned char)*before.at);
        buffer_add_utf8(out, width_is_control(code) ? UTF8_REPLACEMENT : code);
    }
}
