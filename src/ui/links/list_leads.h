/* SPDX-License-Identifier: MIT */
/*
 * The rows of lists that lead elsewhere: of the contents, of an index of pages, of the exhibit
 * index.
 *
 * A row of the contents leads where its link does; without one to the part that its label names, or
 * to its page, there to the heading with its title.
 */
#ifndef FOLIO_UI_LINKS_LIST_LEADS_H
#define FOLIO_UI_LINKS_LIST_LEADS_H

#include "model/submission.h"
#include "outline/references/reference_reader.h"
#include "outline/references/reference_place.h"
#include "outline/references/reference_text.h"
#include "ui/links/lead.h"

/* What leads are read with: of one document; all but `text` and `said` is the caller's. */
struct lead_reader {
    struct reference_reader *references;
    struct submission *submission;
    struct document *document;
    struct reference_text text; /* of the block that is looked at */
    struct references said;     /* owns reasons */
};

/* Adds the rows of lists in the segment, and links that stand in headings. */
void list_leads_read(struct lead_reader *r, const struct segment *seg, struct leads *out);

#endif
