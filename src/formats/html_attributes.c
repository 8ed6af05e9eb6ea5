/* SPDX-License-Identifier: MIT */
#include "formats/html_attributes.h"

#include <string.h>

/* Where the value of that attribute goes; NULL: nowhere. */
static struct slice *member_of(struct html_attributes *a, struct slice name)
{
#define MEMBER(member)                                                                             \
    if (slice_equal_nocase(name, SLICE(#member)))                                                  \
        return &a->member;
    switch (name.len) {
    case 2:
        MEMBER(id)
        break;
    case 3:
        MEMBER(src)
        MEMBER(alt)
        break;
    case 4:
        MEMBER(size)
        MEMBER(face)
        MEMBER(href)
        MEMBER(name)
        MEMBER(type)
        break;
    case 5:
        MEMBER(style)
        MEMBER(class)
        MEMBER(align)
        MEMBER(width)
        MEMBER(value)
        MEMBER(start)
        break;
    case 6:
        MEMBER(height)
        break;
    case 7:
        MEMBER(colspan)
        MEMBER(rowspan)
        break;
    default:
        break;
    }
#undef MEMBER
    return NULL;
}

static void read_one(struct html_attributes *a, const struct markup_attribute *attribute)
{
    struct slice *value = member_of(a, attribute->name);
    if (value && !value->len)
        *value = attribute->value;
    a->hidden = a->hidden || slice_equal_nocase(attribute->name, SLICE("hidden"));
    a->checked = a->checked || slice_equal_nocase(attribute->name, SLICE("checked"));
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
