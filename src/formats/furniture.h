/* SPDX-License-Identifier: MIT */
/*
 * Page furniture: running heads and feet, bare page numbers.
 *
 * They are told from text by repetition: what stands at the edge of three pages or more, numbers
 * aside, is furniture. The first of them is the text that the others repeat, and stays text.
 * Learnt from a sample of the document, so that it never depends on how far one has read.
 */
#ifndef FOLIO_FORMATS_FURNITURE_H
#define FOLIO_FORMATS_FURNITURE_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum furniture_edge { FURNITURE_HEAD, FURNITURE_FOOT };

struct furniture;

/* Learns; the caller frees it. A page goes from the end of one mark to the next; its bytes stay
 * where they are as long as the furniture. */
struct furniture *furniture_new(void);
void furniture_free(struct furniture *f);
void furniture_add_page(struct furniture *f, struct slice page);
/* The same for pages that are not made of lines: a page begins; a line at one of its edges, whose
 * bytes stay, too. */
void furniture_begin_page(struct furniture *f);
void furniture_add_line(struct furniture *f, enum furniture_edge edge, struct slice line);
/* Ends the learning: only what is furniture is kept. Nothing is known before. */
void furniture_finish(struct furniture *f);

/* Takes the last line off `page`; `line` is it, without blanks at its ends. False when `page` is
 * empty. */
bool furniture_last_line(struct slice *page, struct slice *line);

/* Whether the line, which stands at that edge of a page, is furniture. Lines that only rule
 * (no letter, no digit) never are. Of a long sample what makes it quick is made when more than a
 * few lines were asked for; the answers are the same. */
bool furniture_has(struct furniture *f, enum furniture_edge edge, struct slice line);

/* Whether the line is a page number and nothing else ("12", "- 3 -", "F-12", "Page 4 of 9", "iv"),
 * and the number without ornament. */
bool furniture_page_number(struct slice line, struct slice *label);

/* The number in a head or foot that has other words, at its end or beginning; empty when none. */
struct slice furniture_number_in(struct slice line);

/* True when the line says that it goes on from the page before: "(Continued)". */
bool furniture_continued(struct slice line);

/* True when the line has no letter and no digit. */
bool furniture_is_ruling(struct slice line);

#endif
