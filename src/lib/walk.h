/* SPDX-License-Identifier: MIT */
/*
 * A walk through the rendered lines of a filing, as `folio text` prints and numbers them.
 *
 * Lines are numbered from 1 through all documents; the marks that folio adds have numbers too.
 * Memory holds only the segment that is walked.
 */
#ifndef FOLIO_LIB_WALK_H
#define FOLIO_LIB_WALK_H

#include "layout/flow.h"
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

struct walk {
    struct submission *submission;
    struct flow_options options;
    size_t document; /* index of the document that is walked */
    struct flow *flow;
    struct spot spot;
    bool in_document;
    size_t number;
};

struct walk_line {
    struct document *document;
    const struct line *line; /* NULL: the mark above a document; good until the next call */
    size_t number;
};

void walk_init(struct walk *w, struct submission *s, size_t width);
void walk_deinit(struct walk *w);

/* The next line; false at the end of the filing. */
bool walk_next(struct walk *w, struct walk_line *line);

/* Whether the byte at `offset` is in the row of a table that the line is of, which is the last that
 * walk_next gave; *number is that of the row's line that shows it. */
bool walk_row_line(struct walk *w, const struct walk_line *line, size_t offset, size_t *number);

#endif
