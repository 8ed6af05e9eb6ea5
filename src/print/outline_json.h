/* SPDX-License-Identifier: MIT */
/* `folio outline --json`: a filing and its tree as one JSON object on one line. */
#ifndef FOLIO_PRINT_OUTLINE_JSON_H
#define FOLIO_PRINT_OUTLINE_JSON_H

#include "lib/folio.h"
#include "print/fields.h"

#include <stdio.h>

/* `fields` may be NULL: all is written. */
void outline_json(struct folio *f, const struct fields *fields, FILE *out);

#endif
