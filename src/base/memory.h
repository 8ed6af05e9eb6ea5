/* SPDX-License-Identifier: MIT */
/*
 * Memory from the system, or no program.
 *
 * A reader that runs out of memory can do nothing useful: these functions never
 * return NULL. They say "out of memory" and end the program with status 2, as a failure that is
 * no crash; before that the terminal is put back by what term/ has for it.
 */
#ifndef FOLIO_BASE_MEMORY_H
#define FOLIO_BASE_MEMORY_H

#include <stddef.h>

/* `size` zeroed bytes; the caller frees them with free(). */
void *memory_alloc(size_t size);

/* Room for `count` things of `size` bytes each, the old bytes kept, the new ones not set. */
void *memory_resize(void *old, size_t count, size_t size);

/* Makes sure that so many bytes can be had at this moment: for a library that does not bear to get
 * none. */
void memory_make_sure(size_t size);

/* Says so on standard error and ends the program; nothing else is written or called. */
_Noreturn void memory_exhausted(void);

/* What is done first when memory has run out: it asks for none. NULL: nothing. The one state here:
 * the end is the whole program's. */
typedef void memory_farewell(void);
void memory_before_end(memory_farewell *first);

/* The same for libraries that let their user say where memory is from. Their own errors for it
 * would be lost on the way, and a part of the text with them. All of it goes back by free(). */
void *memory_for_library(size_t size);
void *memory_for_library_again(void *old, size_t size);
char *memory_for_library_text(const char *text);

#endif
