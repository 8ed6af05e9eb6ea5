/* SPDX-License-Identifier: MIT */
/*
 * The marks of footnotes, "(1)" or "*" behind a word of a table, or set high, and addresses that
 * are printed in the text.
 *
 * A mark leads to the next text behind it that begins with the same mark, in its segment or the one
 * that follows; without one it is none.
 */
#ifndef FOLIO_UI_LINKS_MARK_LEADS_H
#define FOLIO_UI_LINKS_MARK_LEADS_H

#include "model/content.h"
#include "ui/links/lead.h"

/* Adds the marks of the segment. */
void mark_leads_read(struct content *c, const struct segment *seg, struct leads *out);

/* Adds the addresses that its text has: "www.example.com/x". */
void mark_leads_addresses(const struct segment *seg, struct leads *out);

#endif
