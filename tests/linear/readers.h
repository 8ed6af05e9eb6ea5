/* SPDX-License-Identifier: MIT */
/* What is done with an input: the filters, the reader at the terminal, the other files. */
#ifndef FOLIO_TESTS_LINEAR_READERS_H
#define FOLIO_TESTS_LINEAR_READERS_H

#include "base/slice.h"
#include "linear/made.h"

/* The name of a reader. */
const char *readers_name(enum reader reader);

/* Gives the bytes to it. What it says is thrown away. */
void readers_read(enum reader reader, struct slice bytes);

#endif
