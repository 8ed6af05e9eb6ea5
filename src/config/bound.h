/* SPDX-License-Identifier: MIT */
/* The keys of an action in all contexts, in the short form in which help and lists tell them. */
#ifndef FOLIO_CONFIG_BOUND_H
#define FOLIO_CONFIG_BOUND_H

#include "base/buffer.h"
#include "config/keymap.h"

/* Adds the sequences that do an action, those of the same contexts together: "zc; h, Left (tree)".
 * Keys that ask for its argument, as "command-line item" does, are among them; those that give it
 * one are not. Returns false when there are none. */
bool bound_keys(const struct keymap *map, const struct action *action, struct buffer *out);

#endif
