/* SPDX-License-Identifier: MIT */
/* The lines of a paragraph of a marked-up document, set as its shape says. */
#ifndef FOLIO_LAYOUT_PROSE_H
#define FOLIO_LAYOUT_PROSE_H

#include "model/splice.h"
#include "layout/text_line.h"

#include <stddef.h>

/* Adds the lines of a block that is no row of a table, wrapped at words to `width` columns: its
 * first line and the others indented, centred or to the right as its shape says. Lines whose
 * spacing means something stay whole. At width 0 it is one line without an indent. */
void prose_add(struct stretch *s, const struct block *b, size_t width, struct splice *splice);

#endif
