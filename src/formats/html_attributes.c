/* SPDX-License-Identifier: MIT */
#include "formats/html_attributes.h"

#include <stddef.h>
#include <string.h>

/* Where a value goes, by the length and the letters of its name. */
static const struct {
    const char *name;
    size_t length, member;
} members[] = {
#define MEMBER(member)                                                                             \
    {                                                                                              \
#member, sizeof #member - 1, offsetof(struct html_attributes, member)                      \
    }
    MEMBER(style), MEMBER(id),   MEMBER(class), MEMBER(align), MEMBER(width),   MEMBER(colspan),
    MEMBER(size),  MEMBER(face), MEMBER(href),  MEMBER(name),  MEMBER(rowspan), MEMBER(src),
    MEMBER(alt),   MEMBER(type), MEMBER(value), MEMBER(start), MEMBER(height),
};

static bool is(struct slice name, const char *text, size_t length)
{
    return name.len == length && byte_lower(name.at[0]) == text[0] &&
           slice_equal_nocase(name, (struct slice){text, length});
}

static void read_one(struct html_attributes *a, const struct markup_attribute *attribute)
{
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        if (!is(attribute->name, members[i].name, members[i].length))
            continue;
        struct slice *value = (struct slice *)((char *)a + members[i].member);
        if (!value->len)
            *value = attribute->value;
        return;
    }
    if (is(attribute->name, "hidden", 6))
        a->hidden = true;
    else if (is(attribute->name, "checked", 7))
        a->checked = true;
}

void html_attributes_read(struct html_attributes *a, const struct markup_tag *tag)
{
    memset(a, 0, sizeof *a);
    for (size_t i = 0; i < tag->count; i++)
        if (tag->attributes[i].name.len)
            read_one(a, &tag->attributes[i]);
}

unsigned html_attributes_span(struct slice value, unsigned most, bool *cut)
{
    unsigned number = 0;
    value = slice_trim(value);
    for (size_t i = 0; i < value.len && byte_is_digit(value.at[i]) && number <= most; i++)
        number = number * 10 + (unsigned)(value.at[i] - '0');
    if (number > most)
        *cut = true;
    return number < 1 ? 1 : number > most ? most : number;
}
