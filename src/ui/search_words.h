/* SPDX-License-Identifier: MIT */
/* What is said of a search: in the note of the prompt, in the status line. */
#ifndef FOLIO_UI_SEARCH_WORDS_H
#define FOLIO_UI_SEARCH_WORDS_H

#include "base/buffer.h"
#include "ui/viewer.h"

#include <stdbool.h>

/* How a pattern is meant. */
enum search_mode { SEARCH_REGEX, SEARCH_PLAIN, SEARCH_NUMBER };

/* What the options and a "=" in front make of a pattern. */
enum search_mode search_words_mode(const struct viewer *v, struct slice pattern);

/* True when the prompt is open for a pattern. */
bool search_words_prompting(const struct viewer *v);
/* True when it is known that the whole filing holds no hit. */
bool search_words_nowhere(const struct viewer *v);

/* Adds "not on this page: 12 in this section, Ctrl-T goes there". */
void search_words_none(const struct viewer *v, struct buffer *out);
/* Adds the note of the prompt: how the pattern is meant, how many hits, where, the key for more. */
void search_words_scope(const struct viewer *v, struct buffer *out);

/* Adds "/revenue  12 of 87 · section", or how far a search under way is. */
void search_words_status(const struct viewer *v, struct buffer *out);

#endif
