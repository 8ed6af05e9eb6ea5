/* SPDX-License-Identifier: MIT */
/* Labels made of the names of elements: "rptOwnerName" is "Rpt Owner Name", "issuerCIK" "Issuer
 * CIK", "period10Yr" "Period 10 Yr". */
#ifndef FOLIO_FORMATS_FORMS_FORM_WORDS_H
#define FOLIO_FORMATS_FORMS_FORM_WORDS_H

#include "base/buffer.h"
#include "base/slice.h"

/* Adds the words of the name to `out`. */
void form_words_add(struct buffer *out, struct slice name);

#endif
