/* SPDX-License-Identifier: MIT */
/*
 * A sink that writes down what a form says, for the tests of forms.
 *
 * Headings begin with as many "#" as their level, texts with their indent, a link stands as
 * "<#F1>", an anchor on a line of its own as "@F1". The cells of a row are parted by " | ", the
 * blocks of a cell by " / "; the first row's and the last row's lines are between "[" and "]". It
 * fails the test when the grammar of sink.h or the order of offsets is broken.
 */
#ifndef FOLIO_TESTS_UNIT_FORMS_HEARD_H
#define FOLIO_TESTS_UNIT_FORMS_HEARD_H

#include "base/buffer.h"
#include "base/slice.h"
#include "formats/sink.h"

#include <stdbool.h>

struct forms_heard {
    struct slice input; /* the document is all of it, */
    size_t base;        /* and stands here */
    struct buffer text;
    struct buffer block;
    unsigned char *covered; /* per byte of the input: said, as it is or by a sign */
    size_t last;            /* offset */
    size_t tables, rows, blocks;
    unsigned oddities;
    struct sink_shape shape;
    bool in_block, in_table, in_row, in_cell, linked;
    size_t cells, cell_blocks;
};

/* Reads the document. The caller calls forms_heard_deinit. */
void forms_heard_read(struct forms_heard *h, struct slice input, size_t base);
void forms_heard_deinit(struct forms_heard *h);

/* Bytes that no tag holds, no blank and no comment is, and that were not said. */
size_t forms_heard_missed(const struct forms_heard *h);

#endif
