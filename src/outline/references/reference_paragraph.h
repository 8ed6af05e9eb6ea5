/* SPDX-License-Identifier: MIT */
/* Paragraphs of notes that have headings: "(c) Investments" in Note 1, for "Note 1(c)". */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_PARAGRAPH_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_PARAGRAPH_H

#include "outline/outline.h"

/* The index of the node below `note` that is the paragraph which the number names, as printed:
 * "1(c)". `note` itself when it names none, or none has a heading. Nodes in reading order. */
size_t reference_paragraph(const struct node *nodes, size_t count, size_t note,
                           struct slice number);

#endif
