/* SPDX-License-Identifier: MIT */
/* Memory from the system, or no program. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

_Noreturn void memory_exhausted(void)
{
    static const char text[] = "folio: out of memory\n";
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
        _Exit(2);
    abort();
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
