/* SPDX-License-Identifier: MIT */
/* `folio outline --json`: a filing and its tree as one JSON object on one line. */
#ifndef FOLIO_PRINT_OUTLINE_JSON_H
#define FOLIO_PRINT_OUTLINE_JSON_H

#include "outline/address.h"
#include "print/fields.h"

#include <stdio.h>

/* The submission must be scanned to its end. `fields` may be NULL: all is written. */
void outline_json(struct submission *s, struct outlines *outlines, const struct fields *fields,
                  FILE *out);

#endif
