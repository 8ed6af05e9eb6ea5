/* SPDX-License-Identifier: MIT */
/*
 * The names of a batch: those of the command line, then those of a list, one by one.
 *
 * A list is a file or standard input ("-"); its names are parted by line ends, or by NUL where one
 * stands behind the first name; that must have no line end, then. It is read as it goes, so it may
 * be of any length.
 */
#ifndef FOLIO_BATCH_NAME_LIST_H
#define FOLIO_BATCH_NAME_LIST_H

#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct name_list {
    const char *const *given; /* the caller's */
    size_t given_count, at;
    FILE *list; /* NULL: there is none */
    int mark;   /* what parts its names: '\n' or '\0'; EOF: not known yet */
    struct buffer name;
    const char *failed; /* why the list is read no further; NULL: it is whole */
};

/* Begins with `count` names; `list` is the path of a list, or NULL. False, with ERROR_INPUT, when
 * it cannot be opened; the caller ends it with name_list_deinit in any case. */
bool name_list_init(struct name_list *n, const char *const *given, size_t count, const char *list,
                    struct error *e);
void name_list_deinit(struct name_list *n);

/* The next name, good until the next call; NULL at the end. Empty ones are passed over. */
const char *name_list_next(struct name_list *n);

/* How many names there are in all, for a message; 0 when that is not known without reading ahead in
 * something that can be read only once. */
size_t name_list_total(const struct name_list *n);

#endif
