/* SPDX-License-Identifier: MIT */
/*
 * A growing array of one type: `ARRAY(struct node) nodes = {0};`.
 *
 * Items are reached as nodes.at[i], i < nodes.count. Pointers to items are good
 * until the next add. The owner of the array calls array_deinit.
 */
#ifndef FOLIO_BASE_ARRAY_H
#define FOLIO_BASE_ARRAY_H

#include <stddef.h>

#define ARRAY(type)                                                                                \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t count;                                                                              \
        size_t room;                                                                               \
    }

/* Adds one item, not set, and gives a pointer to it. */
#define array_add(array)                                                                           \
    ((array)->at && (array)->count < (array)->room                                                 \
         ? (void)0                                                                                 \
         : array_reserve((void **)&(array)->at, &(array)->room, (array)->count + 1,                \
                         sizeof *(array)->at),                                                     \
     &(array)->at[(array)->count++])

/* Adds a copy of the value. */
#define array_push(array, value) (*array_add(array) = (value))

#define array_deinit(array)                                                                        \
    (array_release((void **)&(array)->at), (array)->count = 0, (array)->room = 0)

/* What the macros stand on: room for `need` items of `size` bytes; and giving it back. */
void array_reserve(void **at, size_t *room, size_t need, size_t size);
void array_release(void **at);

#endif
