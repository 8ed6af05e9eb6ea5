/* SPDX-License-Identifier: MIT */
/* The chapter titles of the catalogue, made ready for being looked up. */
#ifndef FOLIO_OUTLINE_CATALOG_SECTIONS_H
#define FOLIO_OUTLINE_CATALOG_SECTIONS_H

#include "base/array.h"
#include "base/slice.h"

#include <stdbool.h>

enum { CATALOG_SLOTS = 1024 };

struct catalog_title;

struct catalog_sections {
    ARRAY(struct catalog_title) titles; /* in the order of the catalogue */
    size_t first[CATALOG_SLOTS]; /* by their first two letters: place + 1 of the first, or 0 */
};

void catalog_sections_init(struct catalog_sections *c);
void catalog_sections_deinit(struct catalog_sections *c);

/* The family ("MD&A", "PROSPECTUS"), which is constant, of the chapter title that the folded text
 * is; where it only begins with one, *whole is false. NULL when there is none. */
const char *catalog_sections_find(const struct catalog_sections *c, struct slice folded,
                                  bool *whole);

#endif
