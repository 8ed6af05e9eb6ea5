/* SPDX-License-Identifier: MIT */
/*
 * The columns of an exhibit index that is a table: which of them say what an exhibit is, and which
 * where it was filed.
 *
 * Learnt from the header rows; kept until the next header.
 */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_COLUMNS_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_COLUMNS_H

#include "base/array.h"
#include "model/block.h"

enum exhibit_role {
    EXHIBIT_TEXT,   /* what it is, or nothing said */
    EXHIBIT_FORM,   /* "Form" */
    EXHIBIT_FILE,   /* "File No." */
    EXHIBIT_THERE,  /* "Exhibit": its number in that filing */
    EXHIBIT_DATE,   /* "Filing Date" */
    EXHIBIT_HERE,   /* "Filed Herewith" */
    EXHIBIT_SOURCE, /* "Location", "Incorporated by Reference to": all that in words */
    EXHIBIT_PAGE    /* "Page" */
};

struct exhibit_column {
    size_t from, to; /* columns of the table */
    enum exhibit_role role;
};

struct exhibit_columns {
    ARRAY(struct exhibit_column) list;
    const struct table *table; /* whose header was read last; only compared */
    size_t row;                /* and its last row */
};

void exhibit_columns_deinit(struct exhibit_columns *c);

/* True when the block is a header row of such a table; its columns are kept then. `inside`: it
 * stands below a row of an exhibit in the same table, which may go on. */
bool exhibit_columns_head(struct exhibit_columns *c, const struct block *b, bool inside);

/* What the cell says. */
enum exhibit_role exhibit_columns_role(const struct exhibit_columns *c, const struct cell *cell);

#endif
