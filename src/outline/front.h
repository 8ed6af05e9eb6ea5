/* SPDX-License-Identifier: MIT */
/* The cover and the contents list of a document that has no Items: a prospectus, a proxy, an
 * agreement. */
#ifndef FOLIO_OUTLINE_FRONT_H
#define FOLIO_OUTLINE_FRONT_H

#include "outline/nodes.h"
#include "outline/scan.h"

/* Adds them to nodes that have their places and levels, where none is there yet; an exhibit gets no
 * cover. `first` is the place of the document's first letter. */
void front_add(struct nodes *n, const struct scan *scan, size_t first);

#endif
