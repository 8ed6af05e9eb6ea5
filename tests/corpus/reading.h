/* SPDX-License-Identifier: MIT */
/*
 * A second reading of an HTML document, which knows nothing of folio: libxml2's tree, without
 * markup and without what is hidden. For comparing with what folio prints.
 *
 * Dropped are: head, scripts, styles, comments; what has display:none or visibility:hidden in
 * its own style; ix:header; letters in Wingdings and its kin, which stand for pictures.
 */
#ifndef FOLIO_TESTS_READING_H
#define FOLIO_TESTS_READING_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>

/* Adds the text as UTF-8, a line a block. False when libxml2 finds no tree in it. */
bool reading_of(struct slice document, struct buffer *out);

#endif
