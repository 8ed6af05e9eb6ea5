/* SPDX-License-Identifier: MIT */
/*
 * The letters and digits of a text, upper and lower case alike, each with its place: what is left
 * of a page when spacing, points and rules do not count.
 *
 * Raised and lowered digits (U+00B2, U+2074, U+2084 and their like) are the digits.
 */
#ifndef FOLIO_TESTS_LETTERS_H
#define FOLIO_TESTS_LETTERS_H

#include "base/slice.h"

#include <stddef.h>
#include <stdint.h>

struct letters {
    uint32_t *code;
    uint32_t *place; /* the byte of the text that it begins at */
    size_t count;
};

/* Of UTF-8 below 4 GB. The caller ends with letters_deinit. */
void letters_init(struct letters *l, struct slice text);
void letters_deinit(struct letters *l);

#endif
