/* SPDX-License-Identifier: MIT */
/* The words of a row that tell of one filing, where the row tells of several: "Incorporated by
 * reference to Exhibit 4 to Form S-1. Amendment incorporated by reference to Form 10-K". */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_CLAUSE_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_CLAUSE_H

#include "base/slice.h"

/* The first clause that says by reference to what the exhibit is incorporated, else the first that
 * says where it was filed, else the text up to its second filing; a slice of the text. */
struct slice exhibit_clause(struct slice text);

#endif
