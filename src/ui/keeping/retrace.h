/* SPDX-License-Identifier: MIT */
/*
 * Retracing: finding a passage again by its words, when its offset is that of another copy.
 *
 * The same filing may have other line ends, another header or other entities each time it is
 * downloaded. First the words are looked for where they stood, then nearby, then anywhere in the
 * document; of several places the nearest is it. Words are those of quoting_add.
 */
#ifndef FOLIO_UI_KEEPING_RETRACE_H
#define FOLIO_UI_KEEPING_RETRACE_H

#include "model/content.h"
#include "ui/keeping/quoting.h"

#include <stdbool.h>
#include <stddef.h>

/* True when the words stand at [from, to): all of that, or when `to` is `from`, what follows it. Of
 * words that were cut at `most` bytes, the passage may go on. Nothing is known against a passage
 * without words. */
bool retrace_holds(struct content *c, size_t from, size_t to, struct slice words);

enum retrace_outcome { RETRACE_MORE, RETRACE_FOUND, RETRACE_GONE };

/* A search of one document. */
struct retrace {
    struct buffer words;
    size_t offset;        /* where they stood */
    size_t segment, last; /* to be read next, and the last of this part of the search */
    bool nearby;
    struct quote quote; /* what was read and is not searched through yet */
    bool found;
    size_t from, to; /* the nearest place so far */
};

/* Begins a search for words that stood at `offset`; they are copied, until retrace_deinit. */
void retrace_init(struct retrace *r, struct content *c, size_t offset, struct slice words);
void retrace_deinit(struct retrace *r);

/* Goes on for about so many bytes of the same document; when found, the place is in `from` and
 * `to`. Somebody should hold the content from step to step, or what is marked up is read each time.
 */
enum retrace_outcome retrace_step(struct retrace *r, struct content *c, size_t bytes);

#endif
