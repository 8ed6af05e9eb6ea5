/* SPDX-License-Identifier: MIT */
/* Mutations: a file as it may arrive damaged; the same number always gives the same damage. */
#ifndef FOLIO_TESTS_MUTATIONS_H
#define FOLIO_TESTS_MUTATIONS_H

#include "base/buffer.h"

#include <stdint.h>

/* Replaces what is in `out` with the bytes as damaged by mutation `number`. */
void mutations_make(struct slice bytes, uint64_t number, struct buffer *out);

#endif
