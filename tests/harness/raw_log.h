/* SPDX-License-Identifier: MIT */
/*
 * The raw log: all bytes that a program has sent to its terminal, and what a small scanner of
 * our own reads from them where libvterm does not tell: private modes, dim text, what is
 * copied by OSC 52, and questions to the terminal. Sequences may come in any pieces.
 */
#ifndef FOLIO_TESTS_RAW_LOG_H
#define FOLIO_TESTS_RAW_LOG_H

#include "base/array.h"
#include "base/buffer.h"

#include <stdbool.h>

struct raw_mode {
    int mode;
    bool set;
};

struct raw_log {
    struct buffer bytes;    /* all of them */
    struct buffer dim_text; /* what was written while SGR 2 was on */
    struct buffer copied;   /* what the last OSC 52 carried: base64 as it was sent */
    int copies;             /* how often */
    int color_questions;    /* OSC 11 ; ? */
    ARRAY(struct raw_mode) modes;
    enum { RAW_TEXT, RAW_ESCAPE, RAW_CONTROL, RAW_STRING, RAW_STRING_ESCAPE } state;
    struct buffer part; /* the sequence that has begun */
    bool dim;
};

void raw_log_init(struct raw_log *log);
void raw_log_deinit(struct raw_log *log);
void raw_log_add(struct raw_log *log, const char *bytes, size_t count);

/* The state of a private mode ("1049"): 1 set, 0 reset, -1 never mentioned. */
int raw_log_mode(const struct raw_log *log, int mode);

#endif
