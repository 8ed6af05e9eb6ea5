/* SPDX-License-Identifier: MIT */
/* The list of what was tolerated. */
#include "model/warnings.h"

#include "base/clean.h"

enum { MOST = 100 };

void warnings_add(struct warnings *w, struct arena *arena, struct slice text)
{
    struct buffer line = {0};
    bool said = false;
    clean_text(&line, text);
    for (size_t i = 0; i < w->lines.count && !said; i++)
        said = slice_equal(w->lines.at[i], buffer_slice(&line));
    if (!said)
        array_push(&w->lines, arena_copy(arena, buffer_slice(&line)));
    buffer_deinit(&line);
}

void warnings_add_some(struct warnings *w, struct arena *arena, struct slice text)
{
    if (w->lines.count < MOST)
        warnings_add(w, arena, text);
    else if (w->lines.count == MOST)
        warnings_add(w, arena, SLICE("there are more of such warnings"));
}

void warnings_deinit(struct warnings *w)
{
    array_deinit(&w->lines);
}
