/* SPDX-License-Identifier: MIT */
#ifndef FOLIO_OUTLINE_NOTES_H
#define FOLIO_OUTLINE_NOTES_H

#include "outline/section.h"

void notes_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);

#endif
