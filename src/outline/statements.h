/* SPDX-License-Identifier: MIT */
#ifndef FOLIO_OUTLINE_STATEMENTS_H
#define FOLIO_OUTLINE_STATEMENTS_H

#include "outline/section.h"

void statements_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);

#endif
