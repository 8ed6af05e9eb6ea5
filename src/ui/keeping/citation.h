/* SPDX-License-Identifier: MIT */
/*
 * A citation: the line that says where in which filing something stands, for a copy or a note.
 *
 * It is made of what the header, the outline and the pages say, by the option "citation" (see
 * config/template.h). Its names are those of options.def; one has no value where the filing does
 * not say it:
 *
 *     company    the first filer (issuer, subject company) as the header gives him, "et al." behind
 *                him when there are more; without a header what the cover's facts say, else the
 * name of the file cik        his number form       "10-K405/A" period     "FY 2003", "the quarter
 * ended 2003-06-30": of forms that report on a span filed      2004-03-12 accession
 * 0000000000-04-000001 document   "10-K", "EX-99.1" exhibit    "Exhibit 99.1": of an exhibit; of
 * another document but the first its type item       "Item 7A", "Part II, Item 1" where each part
 * counts its own, "Section 4.2" title      of that Item note       "Note 12", or the title of a
 * statement heading    the heading below all these that it stands under page       the number that
 * is printed on the page, else "31 of the file"; "F-3–F-5" file       the name of the file
 */
#ifndef FOLIO_UI_KEEPING_CITATION_H
#define FOLIO_UI_KEEPING_CITATION_H

#include "base/buffer.h"
#include "base/slice.h"
#include "ui/shelf.h"

#include <stddef.h>

/* What is cited: bytes [from, to) of the input, of one document; to == from for a place. */
struct citation_of {
    size_t document;
    size_t from, to;
};

/* Adds the citation, one line of valid UTF-8 without control characters. Outlines that the shelf
 * does not have say nothing. Pages are counted as far as the place. */
void citation_add(struct slice format, const struct shelf *shelf, const struct citation_of *of,
                  struct buffer *out);

#endif
