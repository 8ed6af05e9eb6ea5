/* SPDX-License-Identifier: MIT */
/* The elements of HTML that are not read like any other, by their names in small letters. */
#ifndef FOLIO_FORMATS_MARKUP_NAMES_H
#define FOLIO_FORMATS_MARKUP_NAMES_H

#include "base/slice.h"

#include <stdbool.h>

/* Elements that libxml2 closes by itself. */
bool markup_names_empty(struct slice name);

/* Elements that have no end tag, though libxml2 does not know. */
bool markup_names_closed(struct slice name);

/* Elements that give a document its shape. */
bool markup_names_shape(struct slice name);

#endif
