/* SPDX-License-Identifier: MIT */
#ifndef FOLIO_OUTLINE_ARTICLES_H
#define FOLIO_OUTLINE_ARTICLES_H

#include "outline/section.h"

void articles_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);

#endif
