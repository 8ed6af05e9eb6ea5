/* SPDX-License-Identifier: MIT */
/*
 * Looks for any of some phrases in a text, in one pass over it: for lists of words that most texts
 * have none of.
 */
#ifndef FOLIO_BASE_PHRASES_H
#define FOLIO_BASE_PHRASES_H

#include "base/slice.h"

/* True when the text has one of the `count` phrases in it, ASCII letters alike in either case. A
 * phrase has a byte at least. */
bool phrases_in(struct slice text, const struct slice *phrases, size_t count);

#endif
