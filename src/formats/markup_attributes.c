/* SPDX-License-Identifier: MIT */
/* The attributes of a tag. */
#include "formats/markup_attributes.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "formats/markup_text.h"

#include <stdlib.h>
#include <string.h>

void markup_attributes_deinit(struct markup_attributes *a)
{
    free(a->decoded);
    a->decoded = NULL;
}

/* Room for all that can be decoded of `tag`, so that slices of it stay: a byte of Windows-1252
 * becomes three. */
static void prepare(struct markup_attributes *a, struct slice tag)
{
    if (a->room / 3 >= tag.len)
        return;
    free(a->decoded);
    a->room = tag.len * 3 + 1024;
    a->decoded = memory_resize(NULL, a->room, 1);
}

/* The value with its references read, its line ends and tabs as blanks. */
static struct slice decode(struct markup_attributes *a, struct slice value)
{
    char *to = a->decoded + a->len;
    size_t len = 0;
    while (value.len > 0) {
        uint32_t code;
        size_t taken = markup_text_code(value, WRITING_ATTRIBUTE, &code);
        if (code == '\n' || code == '\r' || code == '\t')
            code = ' ';
        if (code)
            len += utf8_encode(code, to + len);
        value = slice_cut(value, taken, value.len);
    }
    a->len += len;
    return (struct slice){to, len};
}

static struct slice lowered(struct markup_attributes *a, struct slice name)
{
    bool upper = false;
    for (size_t i = 0; i < name.len && !upper; i++)
        upper = byte_is_upper(name.at[i]);
    if (!upper)
        return name;
    char *to = a->decoded + a->len;
    for (size_t i = 0; i < name.len; i++)
        to[i] = byte_lower(name.at[i]);
    a->len += name.len;
    return (struct slice){to, name.len};
}

static size_t skip_blanks(struct slice tag, size_t at)
{
    while (at < tag.len && byte_is_blank(tag.at[at]))
        at++;
    return at;
}

static size_t name_end(struct slice tag, size_t at)
{
    while (at < tag.len && !byte_is_blank(tag.at[at]) && tag.at[at] != '=' && tag.at[at] != '/')
        at++;
    return at;
}

/* The value that begins at *at, behind the `=`; moves *at behind it. */
static struct slice value_at(struct slice tag, size_t *at)
{
    size_t from = skip_blanks(tag, *at), to;
    if (from < tag.len && (tag.at[from] == '"' || tag.at[from] == '\'')) {
        from++;
        const char *end = memchr(tag.at + from, tag.at[from - 1], tag.len - from);
        if (end) {
            to = (size_t)(end - tag.at);
            *at = to + 1;
            return slice_cut(tag, from, to);
        }
    }
    for (to = from; to < tag.len && !byte_is_blank(tag.at[to]);)
        to++;
    *at = to;
    return slice_cut(tag, from, to);
}

static void add(struct markup_attributes *a, struct slice name, struct slice value, bool lower)
{
    const char *colon = memchr(name.at, ':', name.len);
    if (slice_starts_nocase(name, SLICE("xmlns")) && (name.len == 5 || name.at[5] == ':'))
        return;
    if (colon)
        name = slice_cut(name, (size_t)(colon - name.at) + 1, name.len);
    struct markup_attribute *attribute = &a->at[a->count++];
    attribute->name = lower ? lowered(a, name) : name;
    attribute->value = markup_text_is_ascii(value) ? value : decode(a, value);
}

void markup_attributes_read(struct markup_attributes *a, struct slice tag, bool lower)
{
    size_t at = 0;
    a->count = 0;
    a->len = 0;
    prepare(a, tag);
    while (a->count < MARKUP_ATTRIBUTES) {
        while (at < tag.len && (byte_is_blank(tag.at[at]) || tag.at[at] == '/'))
            at++;
        if (at == tag.len)
            break;
        size_t end = name_end(tag, at);
        struct slice name = slice_cut(tag, at, end), value = {0};
        at = skip_blanks(tag, end);
        if (at < tag.len && tag.at[at] == '=') {
            at++;
            value = value_at(tag, &at);
        }
        if (name.len > 0)
            add(a, name, value, lower);
    }
}
