/* SPDX-License-Identifier: MIT */
/* The list `references` of a document in `folio outline --json`. */
#ifndef FOLIO_PRINT_REFERENCE_JSON_H
#define FOLIO_PRINT_REFERENCE_JSON_H

#include "outline/references/reference_lookup.h"
#include "print/json_out.h"

/* Writes the list with an object for each reference of the document, in reading order. The
 * submission must be scanned to its end. Whoever holds the document's content spares it a second
 * reading. */
void reference_json(struct json_out *j, struct reference_lookups *lookups, struct document *d);

#endif
