/* SPDX-License-Identifier: MIT */
/* Knowing what stands in front of a text. */
#include "model/marker.h"

#include "base/utf8.h"
#include "model/look.h"

enum { LONGEST_LABEL = 24 };

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static bool is_roman(char c)
{
    c = byte_lower(c);
    return c == 'i' || c == 'v' || c == 'x';
}

bool marker_is(struct slice text)
{
    struct slice rest = text;
    if (text.len == 0 || text.len > 12)
        return false;
    if (look_is_marks(text))
        return true;
    uint32_t code = utf8_next(&rest);
    bool alone = rest.len == 0;
    if (alone && code < 0x80)
        return code == '-' || code == 'o' || code == 'x' || code == '+' || code == '*';
    if (alone)
        return code >= 0x250 || code == 0xB7 || code == 0xA7 || code == 0xD8 || code == 0xA8;
    size_t end = 0;
    if (text.at[0] == '(' && text.at[text.len - 1] == ')') /* "(viii)" */
        return marker_is(slice_cut(text, 1, text.len));
    while (end < text.len && byte_is_digit(text.at[end]))
        end++;
    while (end < 4 && end < text.len && is_roman(text.at[end]))
        end++;
    end = end > 0 ? end : byte_is_letter(text.at[0]);
    return end > 0 && end <= 4 && end + 1 == text.len &&
           (text.at[end] == '.' || text.at[end] == ')');
}

/* "12", "7A", "IV", "B": what a label counts with. */
static bool is_count(struct slice text)
{
    size_t end = 0;
    if (text.len == 0)
        return false;
    if (byte_is_digit(text.at[0]))
        return true;
    while (end < text.len && (text.at[end] == 'I' || text.at[end] == 'V' || text.at[end] == 'X'))
        end++;
    end = end > 0 ? end : byte_is_upper(text.at[0]);
    return end > 0 && (end == text.len || !byte_is_letter(text.at[end]));
}

bool marker_is_label(struct slice text)
{
    static const struct slice words[] = {
        SLICE_ROW("item"),    SLICE_ROW("items"),   SLICE_ROW("note"),    SLICE_ROW("part"),
        SLICE_ROW("exhibit"), SLICE_ROW("article"), SLICE_ROW("section"), SLICE_ROW("schedule"),
        SLICE_ROW("annex"),   SLICE_ROW("appendix")};
    if (text.len == 0 || text.len > LONGEST_LABEL)
        return false;
    for (size_t i = 0; i < COUNT(words); i++) {
        struct slice word = words[i];
        if (slice_starts_nocase(text, word) && text.len > word.len &&
            !byte_is_letter(text.at[word.len]) &&
            is_count(look_trim(slice_cut(text, word.len, text.len), NULL)))
            return true;
    }
    return false;
}
