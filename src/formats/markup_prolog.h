/* SPDX-License-Identifier: MIT */
/* What stands before and behind the root element of a document, and says nothing. */
#ifndef FOLIO_FORMATS_MARKUP_PROLOG_H
#define FOLIO_FORMATS_MARKUP_PROLOG_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the root element of `text`, or its first text, begins: behind a byte order mark, blanks,
 * declarations, a DOCTYPE with all it declares, comments, and the tags that EDGAR wraps documents
 * in. */
size_t markup_prolog_end(struct slice text);

/* True when from `at` on there are but blanks, end tags, comments and instructions. False: *stop is
 * where something else stands. */
bool markup_prolog_is_tail(struct slice text, size_t at, size_t *stop);

#endif
