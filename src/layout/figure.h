/* SPDX-License-Identifier: MIT */
/*
 * Figures: numbers of a table, and where they are cut to stand under each other.
 *
 * "$ (1,204.5)%" is a sign that stands at the left of its column, a whole part that ends where the
 * decimal point is or would be, and a tail that hangs to the right of it.
 */
#ifndef FOLIO_LAYOUT_FIGURE_H
#define FOLIO_LAYOUT_FIGURE_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the text: the sign is [0, sign), the whole part [whole, tail), the tail what follows. */
struct figure {
    size_t sign; /* 0: none */
    size_t whole;
    size_t tail;
    size_t sign_columns, whole_columns, tail_columns;
};

/* Cuts a number, or what stands for one. */
struct figure figure_of(struct slice text);

/* The columns of its sign and whole part, with the blank that keeps them apart. */
size_t figure_left(const struct figure *f);

#endif
