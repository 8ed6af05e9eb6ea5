/* SPDX-License-Identifier: MIT */
/*
 * The numbers of an inline XBRL source: where each stands, what digits it shows, and the dates of
 * the context that it names; and the tables around them. Found by a plain scan of the bytes,
 * because a tree keeps no offsets; folio has no part in it.
 */
#ifndef FOLIO_TESTS_FACTS_H
#define FOLIO_TESTS_FACTS_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>

#define FACTS_NONE ((size_t)-1)

struct facts_context {
    struct slice id;
    struct slice start, end; /* YYYY-MM-DD; an instant has no start */
};

/* An ix:nonFraction. */
struct fact {
    struct slice name, context_id;
    struct buffer text; /* as printed, without tags; references are blanks */
    size_t offset;      /* of its first byte that is no blank; FACTS_NONE: it has none */
    size_t table;       /* the innermost that it stands in, or FACTS_NONE */
    size_t context;     /* index, or FACTS_NONE */
    bool hidden;
};

/* A <table>. It is a grid when two or more of its rows are words and then numbers in cells of their
 * own. */
struct facts_table {
    size_t offset, end;
    unsigned number_rows;
    bool row_has_words, row_has_number;
};

struct facts {
    ARRAY(struct fact) list;
    ARRAY(struct facts_context) contexts;
    ARRAY(struct facts_table) tables;
};

/* `source` stays while the facts are used; the caller ends with facts_deinit. */
void facts_init(struct facts *f, struct slice source);
void facts_deinit(struct facts *f);

#endif
