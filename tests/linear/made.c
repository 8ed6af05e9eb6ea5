/* SPDX-License-Identifier: MIT */
/* An input of a size, of its parts. */
#include "linear/made.h"

#include <stdbool.h>
#include <string.h>

enum { DEPTH = 500 };

static void add(const char *part, size_t number, struct buffer *out)
{
    for (const char *at; (at = strchr(part, '@')); part = at + 1) {
        buffer_add(out, (struct slice){part, (size_t)(at - part)});
        buffer_addf(out, "%zu", number);
    }
    buffer_add(out, slice_of(part));
}

void made_write(const struct made *m, size_t size, struct buffer *out)
{
    size_t count = 0, begun = out->len, rest = strlen(m->between) + strlen(m->tail);
    bool deep = m->readers & MADE_DEEP;
    size_t second = deep ? 0 : strlen(m->second);
    add(m->head, 0, out);
    for (int i = 0; deep && i < DEPTH; i++)
        add(m->second, 0, out);
    while (out->len - begun + rest + count * second < size)
        add(m->first, ++count, out);
    add(m->between, 0, out);
    for (size_t i = 1; !deep && i <= count; i++)
        add(m->second, i, out);
    add(m->tail, 0, out);
}
