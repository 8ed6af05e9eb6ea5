/* SPDX-License-Identifier: MIT */
/* Tables of contents: which candidates are rows of one, not headings. */
#ifndef FOLIO_OUTLINE_CONTENTS_H
#define FOLIO_OUTLINE_CONTENTS_H

#include "outline/candidate.h"

/* Sets FEATURE_IN_CONTENTS on the rows of contents lists, their part lines and their heading: runs
 * of Items close together that end with page numbers, or that come again as headings. */
void contents_mark(struct candidates *c);

#endif
