/* SPDX-License-Identifier: MIT */
/* The date on which an exhibit was filed, as the words of an index say it. */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_DATE_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_DATE_H

#include "base/slice.h"

#include <stdbool.h>

/* Writes the date that the text says as YYYY-MM-DD: "March 3, 1999", "3/3/99" or "1999-03-03"; of
 * several the one that is said to be of the filing, else the end of a period, else the first. False
 * when there is no date. */
bool exhibit_date_read(struct slice text, char date[11]);

/* The same for a year alone, written as YYYY: "1988 Form 10-K", "Form 10-K for 1993". */
bool exhibit_date_year(struct slice text, char date[11]);

#endif
