/* SPDX-License-Identifier: MIT */
/*
 * Notes without numbers: headings only, below "Notes to ... Financial Statements".
 *
 * Where the filer's tags say at which headings notes begin, these are they; else headings that are
 * set as those are whose titles only notes have.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_PLAIN_NOTES_H
#define FOLIO_OUTLINE_SECTIONS_PLAIN_NOTES_H

#include "outline/sections/section.h"

/* Adds the notes among the heads [from, to), which stand below such a heading; `tagged` says by
 * head whether a note is tagged to begin there. */
void plain_notes_find(struct sections *found, const struct heads *heads, const bool *tagged,
                      size_t from, size_t to);

#endif
