/* SPDX-License-Identifier: MIT */
/* The hits of a search, told with their lines. */
#ifndef FOLIO_LIB_LIB_HITS_H
#define FOLIO_LIB_LIB_HITS_H

#include "lib/lib_filing.h"
#include "search/search.h"

/* Gives all hits of a search that is done, with one walk through the lines of the filing. What
 * `hit` returned, or 0. */
int lib_hits_tell(struct folio *f, const struct search *search, folio_hit_fn *hit, void *self);

#endif
