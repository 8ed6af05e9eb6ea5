/* SPDX-License-Identifier: MIT */
/* The scanner of what a program sends to its terminal. */
#include "harness/raw_log.h"

#include <stdlib.h>
#include <string.h>

void raw_log_init(struct raw_log *log)
{
    memset(log, 0, sizeof *log);
}

void raw_log_deinit(struct raw_log *log)
{
    buffer_deinit(&log->bytes);
    buffer_deinit(&log->dim_text);
    buffer_deinit(&log->copied);
    buffer_deinit(&log->part);
    array_deinit(&log->modes);
}

int raw_log_mode(const struct raw_log *log, int mode)
{
    for (size_t i = 0; i < log->modes.count; i++)
        if (log->modes.at[i].mode == mode)
            return log->modes.at[i].set;
    return -1;
}

static void set_mode(struct raw_log *log, int mode, bool set)
{
    for (size_t i = 0; i < log->modes.count; i++)
        if (log->modes.at[i].mode == mode) {
            log->modes.at[i].set = set;
            return;
        }
    struct raw_mode new_mode = {mode, set};
    array_push(&log->modes, new_mode);
}

/* "?1000;1006" and a final 'h' or 'l'. */
static void private_modes(struct raw_log *log, const char *text, bool set)
{
    while (*text) {
        char *end;
        long mode = strtol(text, &end, 10);
        if (end == text)
            return;
        set_mode(log, (int)mode, set);
        text = *end ? end + 1 : end;
    }
}

/* "0;2;38;5;9": colours have parameters of their own, in which a 2 is not dim. */
static void graphics(struct raw_log *log, const char *text)
{
    int skip = 0;
    for (const char *p = text; p; p = strchr(p, ';')) {
        p += *p == ';';
        long n = strtol(p, NULL, 10);
        if (skip == -1)
            skip = n == 2 ? 3 : 1;
        else if (skip > 0)
            skip--;
        else if (n == 38 || n == 48)
            skip = -1;
        else if (n == 2)
            log->dim = true;
        else if (n == 0 || n == 22)
            log->dim = false;
    }
}

static void control_sequence(struct raw_log *log, char last)
{
    const char *text = buffer_text(&log->part);
    if (text[0] == '?' && (last == 'h' || last == 'l'))
        private_modes(log, text + 1, last == 'h');
    else if (last == 'm' && text[0] != '>' && text[0] != '?')
        graphics(log, text);
}

static void string(struct raw_log *log)
{
    const char *text = buffer_text(&log->part);
    const char *data = strncmp(text, "]52;", 4) == 0 ? strchr(text + 4, ';') : NULL;
    if (data) {
        buffer_clear(&log->copied);
        buffer_add_text(&log->copied, data + 1);
        log->copies++;
    }
    if (strcmp(text, "]11;?") == 0)
        log->color_questions++;
}

static void text_byte(struct raw_log *log, char c)
{
    if (c == '\033')
        log->state = RAW_ESCAPE;
    else if (log->dim && (unsigned char)c >= 0x20)
        buffer_add_byte(&log->dim_text, c);
}

static void escape_byte(struct raw_log *log, char c)
{
    buffer_clear(&log->part);
    if (c == '[') {
        log->state = RAW_CONTROL;
    } else if (c == ']' || c == 'P' || c == '_' || c == '^') {
        buffer_add_byte(&log->part, c);
        log->state = RAW_STRING;
    } else if ((unsigned char)c >= 0x30) {
        log->state = RAW_TEXT;
    }
}

static void string_byte(struct raw_log *log, char c)
{
    if (c == '\a' || (log->state == RAW_STRING_ESCAPE && c == '\\')) {
        string(log);
        log->state = RAW_TEXT;
    } else if (c == '\033') {
        log->state = RAW_STRING_ESCAPE;
    } else {
        buffer_add_byte(&log->part, c);
        log->state = RAW_STRING;
    }
}

void raw_log_add(struct raw_log *log, const char *bytes, size_t count)
{
    buffer_add(&log->bytes, (struct slice){bytes, count});
    for (size_t i = 0; i < count; i++) {
        char c = bytes[i];
        if (log->state == RAW_TEXT) {
            text_byte(log, c);
        } else if (log->state == RAW_ESCAPE) {
            escape_byte(log, c);
        } else if (log->state != RAW_CONTROL) {
            string_byte(log, c);
        } else if (c >= 0x40 && c < 0x7F) {
            control_sequence(log, c);
            log->state = RAW_TEXT;
        } else {
            buffer_add_byte(&log->part, c);
        }
    }
}
