/* SPDX-License-Identifier: MIT */
/* Errors as values. */
#include "base/error.h"

#include "base/clean.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Takes off the character that was cut in its middle. */
static void cut_at_character(char *message)
{
    size_t len = strlen(message), start = len;
    while (start > 0 && len - start < UTF8_MAX &&
           ((unsigned char)message[start - 1] & 0xC0) == 0x80)
        start--;
    if (start > 0 && (unsigned char)message[start - 1] >= 0xC0)
        start--;
    if (!utf8_valid((struct slice){message + start, len - start}))
        message[start] = '\0';
}

/* Names in messages may come from anywhere: nothing in them may command a terminal. */
static void make_harmless(struct error *e)
{
    struct buffer clean = {0};
    clean_text(&clean, slice_of(e->message));
    int len = snprintf(e->message, sizeof e->message, "%s", buffer_text(&clean));
    if (len >= (int)sizeof e->message)
        cut_at_character(e->message);
    buffer_deinit(&clean);
}

static bool set(struct error *e, enum error_kind kind, size_t line, size_t column,
                const char *format, va_list args)
{
    if (e) {
        *e = (struct error){.kind = kind, .line = line, .column = column};
        int len = vsnprintf(e->message, sizeof e->message, format, args);
        if (len >= (int)sizeof e->message)
            cut_at_character(e->message);
        make_harmless(e);
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
