/* SPDX-License-Identifier: MIT */
/*
 * Memory that fails: all requests for memory of this process, those of the libraries and of the
 * C library too, are counted, and one of them, or all from one on, get nothing.
 *
 * The functions of the C library are replaced by linking this file. That works with glibc, and not
 * beside a sanitizer that replaces them, too.
 */
#ifndef FOLIO_TESTS_FAULTS_SCARCE_H
#define FOLIO_TESTS_FAULTS_SCARCE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether memory can fail in this build. */
bool scarce_works(void);

/* From now on requests are counted, from 1, and the one with this number fails; with `for_good` all
 * behind it, too. 0: none fails. */
void scarce_begin(size_t number, bool for_good);
/* No request fails any longer. Returns how many were made. */
size_t scarce_end(void);

#endif
