/* SPDX-License-Identifier: MIT */
/*
 * What of an XML document is so simple that nothing in it can be wrong, whatever stands around it:
 * libxml2 need not look at it. All that is not of the most usual form is not called simple.
 */
#ifndef FOLIO_FORMATS_MARKUP_SIMPLE_H
#define FOLIO_FORMATS_MARKUP_SIMPLE_H

#include "base/slice.h"

#include <stdbool.h>

/* Whether it is a name of an element: letters, digits, `-` and `_`, one prefix at most. */
bool markup_simple_name(struct slice name);

/* Whether these are attributes with blanks before each, and none of them declares a namespace or
 * stands twice. Nothing at all is simple too. */
bool markup_simple_attributes(struct slice attributes);

/* Whether a text is printable ASCII, blanks, and references to characters that there are. */
bool markup_simple_text(struct slice text);

#endif
