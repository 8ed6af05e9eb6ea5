/* SPDX-License-Identifier: MIT */
#include "formats/html_wrapper.h"

#include <string.h>

enum {
    BLOCKS = 40 /* more are no cell but a page */
};

static bool tag_is(struct slice text, size_t at, struct slice name)
{
    struct slice rest = slice_cut(text, at, text.len);
    if (!slice_starts_nocase(rest, name))
        return false;
    return rest.len == name.len ||
           (!byte_is_letter(rest.at[name.len]) && !byte_is_digit(rest.at[name.len]));
}

bool html_table_wraps(struct slice text, size_t at)
{
    size_t blocks = 0, cells = 0;
    while (at < text.len) {
        const char *mark = memchr(text.at + at, '<', text.len - at);
        if (!mark)
            return false;
        at = (size_t)(mark - text.at) + 1;
        if (tag_is(text, at, SLICE("/td")) || tag_is(text, at, SLICE("/th")) ||
            tag_is(text, at, SLICE("/tr")) || tag_is(text, at, SLICE("/table")))
            return false;
        if (tag_is(text, at, SLICE("table")))
            return cells > 0;
        if (tag_is(text, at, SLICE("td")) || tag_is(text, at, SLICE("th")))
            cells++;
        blocks += tag_is(text, at, SLICE("p")) || tag_is(text, at, SLICE("div"));
        if (cells > 1)
            return false;
        if (blocks > BLOCKS && cells)
            return true;
    }
    return false;
}
