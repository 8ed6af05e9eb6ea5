/* SPDX-License-Identifier: MIT */
/* The list of what was tolerated. */
#include "model/warnings.h"

#include "base/utf8.h"
#include "base/width.h"

#include <string.h>

enum { MOST = 100 };

static struct slice copy_harmless(struct arena *arena, struct slice text)
{
    struct slice copy = arena_copy(arena, text);
    char *at = (char *)copy.at; /* our own copy */
    for (struct slice rest = copy; rest.len > 0;) {
        struct slice before = rest;
        uint32_t code = utf8_next(&rest);
        if (code == UTF8_REPLACEMENT || width_is_control(code))
            memset(at + (before.at - copy.at), '?', before.len - rest.len);
    }
    return copy;
}

void warnings_add(struct warnings *w, struct arena *arena, struct slice text)
{
    struct slice line = copy_harmless(arena, text);
    for (size_t i = 0; i < w->lines.count; i++)
        if (slice_equal(w->lines.at[i], line))
            return;
    array_push(&w->lines, line);
}

void warnings_add_some(struct warnings *w, struct arena *arena, struct buffer *text)
{
    if (w->lines.count < MOST)
        warnings_add(w, arena, buffer_slice(text));
    else if (w->lines.count == MOST)
        warnings_add(w, arena, SLICE("there are more of such warnings"));
    buffer_deinit(text);
}

void warnings_deinit(struct warnings *w)
{
    array_deinit(&w->lines);
}
