/* SPDX-License-Identifier: MIT */
/*
 * Pages of mapped files that are no longer there: the file was cut by somebody else, or its disk
 * fails. The system tells by SIGBUS in the middle of a read; from that page on the mapping then
 * holds line ends only, and the read goes on.
 *
 * Signals and mappings belong to the process: the list of what is mapped is the one state here
 * that is not in a struct. One thread watches and forgets; any may read.
 */
#ifndef FOLIO_INPUT_LOST_H
#define FOLIO_INPUT_LOST_H

#include <stdbool.h>
#include <stddef.h>

/* From now on the end of this mapping may be replaced, until it is forgotten; before it is
 * unmapped. SIGBUS has a handler from now on; what is not about such a page goes to the one before.
 */
void lost_watch(void *map, size_t size);
void lost_forget(const void *map);

/* True when a part of the mapping had to be replaced. */
bool lost_from(const void *map);

/* For a handler of SIGBUS: replaces what is mapped from the page of the address on. False when that
 * is of none of the mappings, or nothing helps. Safe in a handler. */
bool lost_mend(const void *address);

#endif
