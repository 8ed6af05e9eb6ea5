/* SPDX-License-Identifier: MIT */
/* A walk through the tables of data of a document, marked up or drawn with blanks, row by row. */
#ifndef FOLIO_LIB_TABLE_WALK_H
#define FOLIO_LIB_TABLE_WALK_H

#include "model/submission.h"
#include "model/table.h"

#include <stddef.h>

/* What hears the tables: each is opened with its first row, which is also given to `row`. All that
 * is told is good during the call only. */
struct table_hearer {
    void (*open)(void *self, const struct table *t, const struct block *first);
    void (*row)(void *self, const struct block *b);
    void (*close)(void *self, size_t end); /* behind its last byte */
    void *self;
};

/* Tells of the tables that begin in [from, to). Who needs the document's content beside it holds it
 * for as long. */
void table_walk(struct submission *s, struct document *d, size_t from, size_t to,
                const struct table_hearer *hearer);

#endif
