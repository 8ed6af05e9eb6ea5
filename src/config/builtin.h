/* SPDX-License-Identifier: MIT */
/*
 * The built-in themes and key maps: the files of themes/, compiled in, so that the program needs
 * no installed file. builtin.c is made by the build; all is constant, nothing is owned.
 */
#ifndef FOLIO_CONFIG_BUILTIN_H
#define FOLIO_CONFIG_BUILTIN_H

#include <stddef.h>

struct builtin {
    const char *name; /* the file name without ".yaml": "dark", "keys-vi", "default" */
    const char *text;
    size_t len;
};

/* Points *files to the built-in files, sorted by name, and returns how many there are. */
size_t builtin_files(const struct builtin **files);

#endif
