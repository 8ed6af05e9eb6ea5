/* SPDX-License-Identifier: MIT */
/* The list `references` of a document in `folio outline --json`. */
#ifndef FOLIO_PRINT_REFERENCE_JSON_H
#define FOLIO_PRINT_REFERENCE_JSON_H

#include "outline/address.h"

#include <jansson.h>

/* A new array with an object for each reference of the document, in reading order. The submission
 * must be scanned to its end. Whoever holds the document's content spares it a second reading. */
json_t *reference_json(struct submission *s, struct outlines *outlines, struct document *d);

#endif
