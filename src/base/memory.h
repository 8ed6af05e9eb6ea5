/* SPDX-License-Identifier: MIT */
/*
 * Memory from the system, or no program.
 *
 * A reader that runs out of memory can do nothing useful: these functions never
 * return NULL. They say "out of memory" and abort; the terminal is put back by the
 * handler that term/ has for fatal signals.
 */
#ifndef FOLIO_BASE_MEMORY_H
#define FOLIO_BASE_MEMORY_H

#include <stddef.h>

/* `size` zeroed bytes; the caller frees them with free(). */
void *memory_alloc(size_t size);

/* Room for `count` things of `size` bytes each, the old bytes kept, the new ones not set. */
void *memory_resize(void *old, size_t count, size_t size);

/* Says so on standard error and aborts. */
_Noreturn void memory_exhausted(void);

#endif
