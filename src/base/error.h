/* SPDX-License-Identifier: MIT */
/*
 * An error is a value: what went wrong, in words for the reader, and where.
 *
 * Functions that can fail take a `struct error *` last and return false; only main,
 * print and ui show it, as `folio: NAME: message` or, with a place, `NAME:LINE:COLUMN:
 * message`. Nothing is owned; the message is cut, at a whole character, when it is very long.
 */
#ifndef FOLIO_BASE_ERROR_H
#define FOLIO_BASE_ERROR_H

#include "base/slice.h"

enum error_kind {
    ERROR_NONE,
    ERROR_USAGE,  /* the command line */
    ERROR_INPUT,  /* a file that cannot be read, or is not a filing */
    ERROR_CONFIG, /* keys, colours, options; has a line and column */
    ERROR_PATTERN /* a search pattern */
};

struct error {
    enum error_kind kind;
    size_t line;   /* counted from 1; 0 when there is none */
    size_t column; /* the same */
    char message[400];
};

/* Fills `e` and returns false, so that a function can `return error_set(...)`. What
 * came in with an argument is cleaned, see base/clean.h. */
bool error_set(struct error *e, enum error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, with a place. */
bool error_set_at(struct error *e, enum error_kind kind, size_t line, size_t column,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
