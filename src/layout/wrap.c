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
