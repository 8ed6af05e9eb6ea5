/* SPDX-License-Identifier: MIT */
#include "formats/markup_simple.h"

#include "formats/markup_entity.h"
#include "formats/markup_text.h"

#include <stddef.h>
#include <string.h>

enum {
    SIMPLE = 16,         /* attributes of a tag, at most: each is compared with each */
    REFERENCE_MOST = 12, /* bytes between the & and the ; */
    DIGITS_MOST = 5,
    CODE_LEAST = ' ',
    CODE_MOST = 0xD7FF /* behind it stand surrogates, and what is no character */
};

/* The letters and other bytes of one part of a name at the front of `s`: how many. */
static size_t part_length(struct slice s)
{
    size_t len = 0;
    while (len < s.len && byte_is_letter(s.at[len]))
        len++;
    if (len == 0)
        return 0;
    while (len < s.len && (byte_is_letter(s.at[len]) || byte_is_digit(s.at[len]) ||
                           s.at[len] == '-' || s.at[len] == '_'))
        len++;
    return len;
}

/* The length of the simple name at the front of `s`, or 0; *local: of what stands before its last
 * part. */
static size_t name_length(struct slice s, size_t *local)
{
    size_t len = part_length(s);
    *local = 0;
    if (len == 0 || len == s.len || s.at[len] != ':')
        return len;
    *local = len + 1;
    len = part_length(slice_cut(s, *local, s.len));
    return len > 0 ? *local + len : 0;
}

bool markup_simple_name(struct slice name)
{
    size_t local;
    return name.len > 0 && name_length(name, &local) == name.len;
}

/* The length of the attribute at the front of `s` with the blanks before it, or 0. *name is the
 * last part of its name. */
static size_t attribute_length(struct slice s, struct slice *name)
{
    size_t from = 0, local;
    while (from < s.len && byte_is_blank(s.at[from]))
        from++;
    struct slice rest = slice_cut(s, from, s.len);
    size_t len = from > 0 ? name_length(rest, &local) : 0;
    size_t equals = from + len, quote = equals + 1;
    if (len == 0 || quote >= s.len || s.at[equals] != '=' || slice_starts(rest, SLICE("xmlns")) ||
        (s.at[quote] != '"' && s.at[quote] != '\''))
        return 0;
    const char *end = memchr(s.at + quote + 1, s.at[quote], s.len - quote - 1);
    struct slice value = slice_cut(s, quote + 1, end ? (size_t)(end - s.at) : s.len);
    *name = slice_cut(s, from + local, from + len);
    if (!end || !markup_text_is_ascii(value) || memchr(value.at, '<', value.len))
        return 0;
    return (size_t)(end - s.at) + 1;
}

bool markup_simple_attributes(struct slice attributes)
{
    struct slice names[SIMPLE];
    size_t at = 0;
    for (size_t count = 0; count < SIMPLE && at < attributes.len; count++) {
        size_t len = attribute_length(slice_cut(attributes, at, attributes.len), &names[count]);
        if (len == 0)
            return false;
        for (size_t i = 0; i < count; i++)
            if (slice_equal(names[i], names[count]))
                return false;
        at += len;
    }
    return at == attributes.len;
}

/* The length of the reference at the front of `s`, or 0. */
static size_t reference_length(struct slice s)
{
    struct slice rest = slice_cut(s, 1, REFERENCE_MOST + 2);
    const char *end = memchr(rest.at, ';', rest.len);
    struct slice name = slice_cut(rest, 0, end ? (size_t)(end - rest.at) : 0);
    if (slice_starts(name, SLICE("#"))) {
        struct slice digits = slice_cut(name, 1, name.len);
        long long code = digits.len <= DIGITS_MOST ? slice_number(digits) : -1;
        bool is_one =
            digits.len > 0 && byte_is_digit(*digits.at) && byte_is_digit(digits.at[digits.len - 1]);
        return is_one && code >= CODE_LEAST && code <= CODE_MOST ? name.len + 2 : 0;
    }
    size_t local;
    bool is_name = name.len > 0 && name_length(name, &local) == name.len && local == 0;
    return is_name && markup_entity(name) ? name.len + 2 : 0;
}

bool markup_simple_text(struct slice text)
{
    if (text.len == 0)
        return true;
    /* The one would be no text, the other could be the end mark of CDATA. */
    if (memchr(text.at, '<', text.len) || memchr(text.at, ']', text.len))
        return false;
    for (size_t at = 0; at < text.len;) {
        char c = text.at[at];
        size_t len = 1;
        if (c == '&')
            len = reference_length(slice_cut(text, at, text.len));
        else if (c >= ' ' && c < 0x7F)
            len += markup_text_ascii(slice_cut(text, at + 1, text.len));
        else if (c != '\n' && c != '\r' && c != '\t')
            len = 0;
        if (len == 0)
            return false;
        at += len;
    }
    return true;
}
