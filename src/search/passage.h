/* SPDX-License-Identifier: MIT */
/*
 * A passage: the text of blocks that stand on one page, joined with line ends, as it is searched,
 * and where each byte of it stands in the input.
 *
 * Furniture, invisible characters and what is not printed in the filing are left out. The blocks
 * must live as long as it is used.
 */
#ifndef FOLIO_SEARCH_PASSAGE_H
#define FOLIO_SEARCH_PASSAGE_H

#include "base/array.h"
#include "base/buffer.h"
#include "model/content.h"

#include <stdbool.h>
#include <stddef.h>

/* From byte `at` of the passage on, the text is that of the block from byte `text` on. */
struct passage_mark {
    size_t at;
    const struct block *block;
    size_t text;
};

struct passage {
    bool apart; /* where what folio printed is left out stands a sign: "5" and a raised "1" */
    struct buffer text;
    ARRAY(struct passage_mark) marks;
};

void passage_clear(struct passage *p);
void passage_deinit(struct passage *p);

/* Adds the text of a block, and a line end behind it. */
void passage_add(struct passage *p, const struct block *block);

/* Where the byte `at` stands in the input. */
size_t passage_source(const struct passage *p, size_t at);
/* Behind the byte `at` in the input. */
size_t passage_source_end(const struct passage *p, size_t at);

#endif
