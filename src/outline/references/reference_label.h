/* SPDX-License-Identifier: MIT */
/*
 * Labels as sentences have them: "Items 1A and 7", "Part II, Item 7", "Note 2(c)", "Exhibit 10.1",
 * "Sections 4.1 through 4.3", "page F-3".
 *
 * The text is folded: each run of blanks is one blank, no-break spaces are blanks. Nothing is
 * kept between calls.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_LABEL_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_LABEL_H

#include "base/slice.h"
#include "outline/references/reference.h"
#include "outline/references/reference_number.h"

#include <stdbool.h>
#include <stddef.h>

enum { REFERENCE_NUMBERS = 20 };

struct reference_label {
    enum reference_kind kind;
    bool article;  /* of REFERENCE_SECTION */
    unsigned part; /* of REFERENCE_ITEM, 1 to 8 where the words name it; else 0 */
    size_t count;
    struct reference_number numbers[REFERENCE_NUMBERS];
    size_t end; /* behind the last */
};

/* Reads the label that begins at byte `at`, the first of a word. False when there is none; what
 * nobody can mean for a part of this filing ("Item 405", "note 5%", "page 3 of 12") is none. */
bool reference_label_read(struct slice text, size_t at, struct reference_label *label);

/* Reads "Part II" at byte `at`: its number and where it ends, or 0. */
unsigned reference_label_part(struct slice text, size_t at, size_t *end);

/* The first byte at or behind `from` where a word stands that may begin a label; text.len when
 * there is none. A quick look, made to pass over most words; the text need not be folded. A word
 * that ends the text counts: its number may be on the next line. */
size_t reference_label_next(struct slice text, size_t from);

#endif
