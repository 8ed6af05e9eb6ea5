/* SPDX-License-Identifier: MIT */
/* What all JSON that folio prints has in common: text that is always valid, one object a line. */
#ifndef FOLIO_PRINT_JSON_H
#define FOLIO_PRINT_JSON_H

#include "base/slice.h"

#include <jansson.h>
#include <stdio.h>

/* An empty object, the first thing to be made: from here on jansson gets its memory from base/, and
 * no member is left out because there is none. */
json_t *json_new(void);

/* The text as a JSON string, whatever its bytes are; JSON null for an empty one. */
json_t *json_text_or_null(struct slice text);
json_t *json_text(struct slice text);

/* Writes the object on one line and gives it back. */
void json_print(json_t *object, FILE *out);

#endif
