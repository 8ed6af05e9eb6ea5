/* SPDX-License-Identifier: MIT */
/* What is said when something went wrong: one line, "folio: NAME: WHAT". */
#ifndef FOLIO_PRINT_COMPLAIN_H
#define FOLIO_PRINT_COMPLAIN_H

#include "base/slice.h"

#include <stdio.h>

/* Prints the line to `error`, behind what was printed to `out`. A file's name may hold anything,
 * and commands no terminal. NULL as a name: there is none. */
void complain(FILE *out, FILE *error, const char *name, struct slice what);

/* Prints an object for a filing that could not be read, {"file": NAME, "error": WHAT}, on a line.
 */
void complain_json(FILE *out, const char *name, struct slice what);

#endif
