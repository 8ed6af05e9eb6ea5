/* SPDX-License-Identifier: MIT */
/*
 * Lines and parts of the document of a view, by number.
 *
 * Lines count from 1: those of the source of a printed text, else those that are shown at this
 * width, for the source of a document with markup has no lines worth counting.
 */
#ifndef FOLIO_UI_TEXT_COUNT_H
#define FOLIO_UI_TEXT_COUNT_H

#include "ui/text_view.h"

#include <stddef.h>

/* To the line of that number; to a part of the document, 0 to 100. */
void text_count_go_line(struct text_view *v, size_t number);
void text_count_go_percent(struct text_view *v, long percent);

/* The number of the line at the top. Of marked-up text all lines above are made for it. */
size_t text_count_line(const struct text_view *v);
/* How much of the document is above the end of the screen, 0 to 100. */
int text_count_percent(const struct text_view *v);

#endif
