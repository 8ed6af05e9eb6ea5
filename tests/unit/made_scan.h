/* SPDX-License-Identifier: MIT */
/* Heads and nodes made up for tests of those who look for the parts of a document. */
#ifndef FOLIO_TESTS_MADE_SCAN_H
#define FOLIO_TESTS_MADE_SCAN_H

#include "outline/sections/section.h"

/* One line of a document: a head, or, where `node` says so, the heading of a node. */
struct made_line {
    const char *title;
    const char *node;  /* "item", "signatures", or NULL */
    size_t text;       /* bytes of text before it; the place in the input is ten times that */
    unsigned set;      /* SET_... */
    unsigned features; /* HEAD_... */
    unsigned figures;
};

/* Makes the scan and the nodes of the lines; heads are of one class for each way they are set. */
void made_scan_init(struct scan *scan, struct nodes *nodes, const struct made_line *lines,
                    size_t count);
void made_scan_deinit(struct scan *scan, struct nodes *nodes);

/* The sections by place as text: "statement|Balance Sheet;note|note-1|Debt;" */
void made_scan_write(struct buffer *out, struct sections *found);

#endif
