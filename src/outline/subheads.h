/* SPDX-License-Identifier: MIT */
#ifndef FOLIO_OUTLINE_SUBHEADS_H
#define FOLIO_OUTLINE_SUBHEADS_H

#include "outline/section.h"

void subheads_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);

#endif
