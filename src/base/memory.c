/* SPDX-License-Identifier: MIT */
/* Memory from the system, or no program. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_FAILED = 2 };

static memory_farewell *farewell;

void memory_before_end(memory_farewell *first)
{
    farewell = first;
}

_Noreturn void memory_exhausted(void)
{
    static const char text[] = "folio: out of memory\n";
    if (farewell)
        farewell();
    ssize_t said = write(STDERR_FILENO, text, sizeof text - 1);
    (void)said; /* else the status alone says it */
    _exit(STATUS_FAILED);
}

void *memory_alloc(size_t size)
{
    void *p = calloc(1, size ? size : 1);
    if (!p)
        memory_exhausted();
    return p;
}

void *memory_resize(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    size_t bytes = count * size;
    void *p = realloc(old, bytes > 0 ? bytes : 1);
    if (!p)
        memory_exhausted();
    return p;
}

void memory_make_sure(size_t size)
{
    void *volatile p = malloc(size); /* volatile: or the compiler sees that nobody needs it */
    if (!p)
        memory_exhausted();
    free(p);
}

void *memory_for_library(size_t size)
{
    return memory_resize(NULL, size, 1);
}

void *memory_for_library_again(void *old, size_t size)
{
    return memory_resize(old, size, 1);
}

char *memory_for_library_text(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_for_library(size), text, size);
}
