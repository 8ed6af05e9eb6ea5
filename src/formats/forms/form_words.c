/* SPDX-License-Identifier: MIT */
/* The words of a name. */
#include "formats/forms/form_words.h"

#include <stdbool.h>

/* Written in capitals, whatever the name has. */
static bool is_short_form(struct slice word)
{
    static const char *const known[] = {"ccc", "cik",  "crd", "cusip", "ein", "figi", "id",
                                        "irs", "isin", "lei", "sec",   "url", "usd"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (slice_equal_nocase(word, slice_of(known[i])))
            return true;
    return false;
}

static bool is_part(char c)
{
    return byte_is_letter(c) || byte_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Whether a word begins at `i`, another letter or digit standing before it. */
static bool begins_word(struct slice s, size_t i)
{
    char before = s.at[i - 1], here = s.at[i];
    bool low_follows = i + 1 < s.len && byte_is_lower(s.at[i + 1]);
    if (byte_is_digit(here))
        return byte_is_lower(before);
    if (byte_is_digit(before))
        return byte_is_upper(here) && low_follows;
    return byte_is_upper(here) && (byte_is_lower(before) || (byte_is_upper(before) && low_follows));
}

static void add_word(struct buffer *out, struct slice word)
{
    if (out->len > 0 && out->at[out->len - 1] != ' ')
        buffer_add_byte(out, ' ');
    bool capitals = is_short_form(word);
    for (size_t i = 0; i < word.len; i++)
        buffer_add_byte(out, i == 0 || capitals ? byte_upper(word.at[i]) : word.at[i]);
}

void form_words_add(struct buffer *out, struct slice name)
{
    size_t from = 0;
    for (size_t i = 0; i <= name.len; i++) {
        bool end = i == name.len || !is_part(name.at[i]);
        if (!end && (i == from || !begins_word(name, i)))
            continue;
        if (i > from)
            add_word(out, slice_cut(name, from, i));
        from = end ? i + 1 : i;
    }
}
