/* SPDX-License-Identifier: MIT */
/* Tables that are no tables: those that only hold the page together. */
#ifndef FOLIO_FORMATS_HTML_WRAPPER_H
#define FOLIO_FORMATS_HTML_WRAPPER_H

#include "base/slice.h"

/* Looks ahead in the tags: whether the first cell of the table whose tag ends at `at` of `text`
 * holds a table, or many blocks. It looks no further than the next table. */
bool html_table_wraps(struct slice text, size_t at);

#endif
