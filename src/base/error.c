/* SPDX-License-Identifier: MIT */
/* Errors as values. */
#include "base/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Names in messages may come from anywhere: nothing in them may command a terminal. */
static void make_harmless(char *message)
{
    for (char *p = message; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7F)
            *p = '?';
    struct slice rest = slice_of(message);
    while (rest.len > 0) {
        struct slice before = rest;
        if (utf8_next(&rest) == UTF8_REPLACEMENT)
            memset(message + (before.at - message), '?', before.len - rest.len);
    }
}

static bool set(struct error *e, enum error_kind kind, size_t line, size_t column,
                const char *format, va_list args)
{
    if (e) {
        *e = (struct error){.kind = kind, .line = line, .column = column};
        vsnprintf(e->message, sizeof e->message, format, args);
        make_harmless(e->message);
    }
    return false;
}

bool error_set(struct error *e, enum error_kind kind, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set(e, kind, 0, 0, format, args);
    va_end(args);
    return false;
}

bool error_set_at(struct error *e, enum error_kind kind, size_t line, size_t column,
                  const char *format, ...)
{
    va_list args;
    va_start(args, format);
    set(e, kind, line, column, format, args);
    va_end(args);
    return false;
}
