/* SPDX-License-Identifier: MIT */
/*
 * The notes to financial statements among the headings of a document.
 *
 * Notes are numbered from 1 and stand behind a heading "Notes to ... Financial Statements", or
 * among statements; lists inside them are numbered too. All labels are weighed together: the best
 * run in each part of the document is taken. A filing may have several sets. Where nothing is
 * numbered, the filer's tags, or the looks of headings, say which are notes.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_NOTES_H
#define FOLIO_OUTLINE_SECTIONS_NOTES_H

#include "outline/sections/section.h"

/* Adds them to `found`, in which what statements_find found is. What has the
 * title of a statement inside a note is taken out of it: it is a table of that note. */
void notes_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);

/* The same, to stop and go on: begin, step until it says true, end. A step looks at about so many
 * heads; all that was given must stay until the end, and `nodes` as they are. The search is the
 * caller's; NULL may be ended. */
struct notes_search;
struct notes_search *notes_begin(struct sections *found, const struct scan *scan,
                                 const struct nodes *nodes);
bool notes_step(struct notes_search *s, size_t heads);
void notes_end(struct notes_search *s);

#endif
