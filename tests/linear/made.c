/* SPDX-License-Identifier: MIT */
/* An input of a size, of its parts. */
#include "linear/made.h"

#include <string.h>

static void add(const char *part, size_t number, struct buffer *out)
{
    if (!part)
        return;
    for (const char *at; (at = strchr(part, '@')); part = at + 1) {
        buffer_add(out, (struct slice){part, (size_t)(at - part)});
        buffer_addf(out, "%zu", number);
    }
    buffer_add(out, slice_of(part));
}

static size_t length(const char *part)
{
    return part ? strlen(part) : 0;
}

void made_write(const struct made *m, size_t size, struct buffer *out)
{
    size_t count = 0, begun = out->len, rest = length(m->between) + length(m->tail);
    size_t second = length(m->second);
    add(m->head, 0, out);
    for (int i = 0; i < MADE_DEEP; i++)
        add(m->deep, 0, out);
    while (out->len - begun + rest + count * second < size)
        add(m->first, ++count, out);
    add(m->between, 0, out);
    for (size_t i = 1; m->second && i <= count; i++)
        add(m->second, i, out);
    add(m->tail, 0, out);
}
