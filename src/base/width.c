/* SPDX-License-Identifier: MIT */
/* How many columns of the terminal a character takes. */
#include "base/width.h"

#include "base/utf8.h"

#include <wchar.h>

bool width_is_control(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } unseen[] = {
        {0x00, 0x1F},       {0x7F, 0x9F},       {0x061C, 0x061C}, {0x180E, 0x180E},
        {0x200E, 0x200F},   {0x2028, 0x202E},   {0x2066, 0x206F}, {0xFFF9, 0xFFFB},
        {0x1D173, 0x1D17A}, {0xE0000, 0xE007F},
    };
    if (code >= 0x20 && code < 0x7F)
        return false;
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen && code >= unseen[i].first; i++)
        if (code <= unseen[i].last)
            return true;
    return false;
}

int width_of(uint32_t code)
{
    if (code >= 0x20 && code < 0x7F)
        return 1;
    if (width_is_control(code))
        return 1;
    if (code == 0xAD || code == 0xFEFF || (code >= 0x200B && code <= 0x200D))
        return 0;
    int columns = wcwidth((wchar_t)code);
    return columns < 0 ? 1 : columns > 2 ? 2 : columns;
}

/* How often the character of `len` bytes that stands before `text` stands again at its front, side
 * by side: rules are one character, again and again. */
static size_t repeated(struct slice text, size_t len)
{
    const char *before = text.at - len;
    size_t same = 0;
    for (; same + sizeof(uint64_t) <= text.len; same += sizeof(uint64_t)) {
        uint64_t a, b;
        memcpy(&a, before + same, sizeof a);
        memcpy(&b, text.at + same, sizeof b);
        if (a != b)
            break;
    }
    while (same < text.len && before[same] == text.at[same])
        same++;
    return same / len;
}

size_t width_of_text(struct slice text)
{
    size_t columns = 0;
    for (;;) {
        size_t ascii = utf8_ascii(text);
        columns += ascii;
        text = slice_cut(text, ascii, text.len);
        if (text.len == 0)
            return columns;
        const char *at = text.at;
        size_t width = (size_t)width_of(utf8_next(&text)), len = (size_t)(text.at - at);
        size_t more = len > 1 ? repeated(text, len) : 0;
        columns += width * (1 + more);
        text = slice_cut(text, more * len, text.len);
    }
}

size_t width_fit(struct slice text, size_t columns)
{
    struct slice rest = text;
    for (;;) {
        size_t ascii = utf8_ascii(slice_cut(rest, 0, columns));
        columns -= ascii;
        rest = slice_cut(rest, ascii, rest.len);
        struct slice before = rest;
        if (rest.len == 0)
            return text.len;
        size_t width = (size_t)width_of(utf8_next(&rest));
        if (width > columns)
            return text.len - before.len;
        columns -= width;
    }
}
