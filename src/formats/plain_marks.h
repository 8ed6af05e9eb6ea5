/* SPDX-License-Identifier: MIT */
/* Where the lines of an ASCII document begin and end. Offsets are within its text. */
#ifndef FOLIO_FORMATS_PLAIN_MARKS_H
#define FOLIO_FORMATS_PLAIN_MARKS_H

#include "base/slice.h"
#include "formats/plain.h"

#include <stddef.h>

/* The bytes of the line at `at`: to its end or to a page mark in it. Sets *next to where the line
 * behind it begins, or to the mark. */
struct slice plain_line_at(const struct plain *p, size_t at, size_t *next);

/* Where the next line begins, or the mark is, when the line at `stop` ends or is cut there. */
size_t plain_line_behind(const struct plain *p, size_t stop);

#endif
