/* SPDX-License-Identifier: MIT */
/*
 * The titles of statements as heads have them: a title that goes on in the next head, or one that
 * shares its row with the heads of columns.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_STATEMENT_HEAD_H
#define FOLIO_OUTLINE_SECTIONS_STATEMENT_HEAD_H

#include "base/arena.h"
#include "outline/heads/heads.h"
#include "outline/sections/statement_title.h"

/* What the title is that begins with the head `i`: its own, or, where that ends open, with the next
 * line's. `*title` is a slice of the head's title, or made in the arena; the head's title when it
 * is none. */
enum statement_title statement_head_title(const struct heads *heads, size_t i, struct arena *arena,
                                          struct slice *title);

/* The title without the heads of columns behind it: "Balance Sheets December 31, 2023" is "Balance
 * Sheets". The whole title when none are there. */
struct slice statement_head_cut(struct slice title);

/* True when headings of an auditors' report follow the head `i`, which is the title of one. */
bool statement_head_is_report(const struct heads *heads, size_t i);

#endif
