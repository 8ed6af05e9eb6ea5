/* SPDX-License-Identifier: MIT */
/* Text from anywhere, made fit to be shown. */
#include "base/clean.h"

#include "base/utf8.h"
#include "base/width.h"

void clean_text(struct buffer *out, struct slice text)
{
    while (text.len > 0) {
        struct slice before = text;
        uint32_t code = utf8_next(&text);
        if (code == UTF8_REPLACEMENT && before.len - text.len == 1)
            code = utf8_from_cp1252((unsigned char)*before.at);
        buffer_add_utf8(out, width_is_control(code) ? UTF8_REPLACEMENT : code);
    }
}
