/* SPDX-License-Identifier: MIT */
/* What the growing arrays stand on. */
#include "base/array.h"

#include "base/memory.h"

#include <stdlib.h>

void array_reserve(void **at, size_t *room, size_t need, size_t size)
{
    if (need <= *room)
        return;
    size_t more = *room ? *room * 2 : 8;
    while (more < need)
        more *= 2;
    *at = memory_resize(*at, more, size);
    *room = more;
}

void array_release(void **at)
{
    free(*at);
    *at = NULL;
}
