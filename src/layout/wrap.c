/* SPDX-License-Identifier: MIT */
/* Breaking a text into lines of a width, at words. */
#include "layout/wrap.h"

#include "base/utf8.h"
#include "base/width.h"

size_t wrap_line(struct slice text, size_t columns, size_t *next)
{
    size_t fit = width_fit(text, columns > 0 ? columns : 1);
    size_t end = fit;
    if (fit < text.len) {
        while (text.at[fit] != ' ' && end > 0 && text.at[end - 1] != ' ')
            end--;
        size_t word = end;
        while (end > 0 && text.at[end - 1] == ' ')
            end--;
        if (end == 0) {
            /* One word, or only an indent before it, is wider than the line. */
            end = fit > word ? fit : word;
            if (end == 0)
                end = utf8_length(text);
        }
    }
    *next = end;
    while (*next < text.len && text.at[*next] == ' ')
        (*next)++;
    return end;
}

size_t wrap_count(struct slice text, size_t columns, size_t most)
{
    size_t count = 0, next;
    for (; text.len > 0 && count <= most; count++) {
        wrap_line(text, columns, &next);
        text = slice_cut(text, next, text.len);
    }
    return count;
}

size_t wrap_narrowest(struct slice text, size_t least, size_t columns, size_t lines)
{
    size_t low = least < columns ? least : columns, high = columns;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (wrap_count(text, middle, lines) <= lines)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

size_t wrap_longest_word(struct slice text)
{
    size_t longest = 0;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        while (at < text.len && text.at[at] != ' ')
            at++;
        /* Bytes are columns at least, so a short word is not measured. */
        if (at - from > longest) {
            size_t columns = width_of_text(slice_cut(text, from, at));
            longest = columns > longest ? columns : longest;
        }
        at += at < text.len;
    }
    return longest;
}
