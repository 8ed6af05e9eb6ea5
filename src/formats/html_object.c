/* SPDX-License-Identifier: MIT */
#include "formats/html_object.h"

#include "base/clean.h"
#include "base/utf8.h"
#include "base/width.h"

#include <string.h>

enum {
    NAME_MOST = 60, /* columns */
    ALT_MOST = 200,
    TINY = 2, /* pixels: an image that only makes room */
    ROMAN_MOST = 3999
};

static bool is_tiny(struct slice value)
{
    long long pixels = slice_number(value);
    return pixels >= 0 && pixels <= TINY;
}

/* Adds the text on one line, cut where it is too wide. */
static void add_cut(struct buffer *out, struct slice text, size_t columns)
{
    struct buffer line, clean;
    buffer_init(&line);
    buffer_init(&clean);
    /* What is far behind the cut is not looked at. */
    text = slice_cut(slice_trim(text), 0, columns * UTF8_MAX * 2);
    for (size_t i = 0; i < text.len; i++)
        if (!byte_is_blank(text.at[i]) || (line.len && line.at[line.len - 1] != ' '))
            buffer_add_byte(&line, byte_is_blank(text.at[i]) ? ' ' : text.at[i]);
    clean_text(&clean, slice_trim(buffer_slice(&line)));
    struct slice whole = buffer_slice(&clean);
    size_t fit = width_fit(whole, columns);
    buffer_add(out, slice_cut(whole, 0, fit));
    if (fit < whole.len)
        buffer_add_text(out, "\xE2\x80\xA6");
    buffer_deinit(&line);
    buffer_deinit(&clean);
}

void html_object_image(struct buffer *out, const struct html_attributes *a)
{
    struct slice src = slice_trim(a->src);
    if (!src.len || is_tiny(a->width) || is_tiny(a->height))
        return;
    bool data = slice_starts_nocase(src, SLICE("data:"));
    size_t end = 0;
    while (end < src.len && src.at[end] != '?' && src.at[end] != '#')
        end++;
    struct slice name = slice_cut(src, 0, end);
    const char *slash = name.len ? memrchr(name.at, '/', name.len) : NULL;
    if (slash)
        name = slice_cut(name, (size_t)(slash - name.at) + 1, name.len);
    buffer_add_text(out, "[image: ");
    if (data)
        buffer_add_text(out, "inline");
    else
        add_cut(out, name, NAME_MOST);
    struct slice alt = slice_trim(a->alt);
    bool tells = alt.len && (!name.len || slice_find_nocase(alt, name) == alt.len);
    if (tells) {
        buffer_add_text(out, ", ");
        add_cut(out, alt, ALT_MOST);
    }
    buffer_add_text(out, "]");
}

void html_object_input(struct buffer *out, const struct html_attributes *a)
{
    if (slice_equal_nocase(a->type, SLICE("checkbox")) ||
        slice_equal_nocase(a->type, SLICE("radio")))
        buffer_add_text(out, a->checked ? "\xE2\x98\x92" : "\xE2\x98\x90");
}

static void add_roman(struct buffer *out, unsigned number, bool upper)
{
    static const struct {
        unsigned value;
        const char *text;
    } parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        for (; number >= parts[i].value; number -= parts[i].value)
            for (const char *c = parts[i].text; *c; c++)
                buffer_add_byte(out, upper ? byte_upper(*c) : *c);
}

/* a to z, aa, ab, ... */
static void add_letters(struct buffer *out, unsigned number, bool upper)
{
    char letters[8];
    size_t count = 0;
    for (; number > 0 && count < sizeof letters; number = (number - 1) / 26)
        letters[count++] = (char)((upper ? 'A' : 'a') + (number - 1) % 26);
    while (count > 0)
        buffer_add_byte(out, letters[--count]);
}

void html_object_marker(struct buffer *out, enum css_list list, unsigned number)
{
    bool roman = list == CSS_ROMAN || list == CSS_UPPER_ROMAN;
    bool letters = list == CSS_ALPHA || list == CSS_UPPER_ALPHA;
    if (list == CSS_NO_MARKER)
        return;
    if (list == CSS_DISC)
        buffer_add_text(out, "\xE2\x80\xA2");
    else if (roman && number > 0 && number <= ROMAN_MOST)
        add_roman(out, number, list == CSS_UPPER_ROMAN);
    else if (letters && number > 0)
        add_letters(out, number, list == CSS_UPPER_ALPHA);
    else
        buffer_addf(out, "%u", number);
    buffer_add_text(out, list == CSS_DISC ? " " : ". ");
}
