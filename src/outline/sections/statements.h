/* SPDX-License-Identifier: MIT */
/*
 * Financial statements among the headings of a document, and what frames them: the reports of
 * accountants, the index of the statements, the heading above the notes.
 *
 * A title alone is no statement: figures must follow it. In an annual report the statements stand
 * in the Item of that name or behind the signatures; the same titles elsewhere are parts of a
 * discussion, and are left out where the statements themselves were found.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_STATEMENTS_H
#define FOLIO_OUTLINE_SECTIONS_STATEMENTS_H

#include "outline/sections/section.h"

/* Adds them to `found`. To be called before notes_find, which counts on it. */
void statements_find(struct sections *found, const struct scan *scan, const struct nodes *nodes);

/* The same, to stop and go on: begin, step until it says true, end. A step looks at about so many
 * heads; all that was given must stay until the end, and `nodes` as they are. The search is the
 * caller's; NULL may be ended. */
struct statements_search;
struct statements_search *statements_begin(struct sections *found, const struct scan *scan,
                                           const struct nodes *nodes);
bool statements_step(struct statements_search *s, size_t heads);
void statements_end(struct statements_search *s);

#endif
