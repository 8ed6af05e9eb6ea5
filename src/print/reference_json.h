/* SPDX-License-Identifier: MIT */
/* The list `references` of a document in `folio outline --json`. */
#ifndef FOLIO_PRINT_REFERENCE_JSON_H
#define FOLIO_PRINT_REFERENCE_JSON_H

#include "lib/folio.h"
#include "print/json_out.h"

/* Writes the list with an object for each reference of the document, in reading order. */
void reference_json(struct json_out *j, struct folio_document *d);

#endif
