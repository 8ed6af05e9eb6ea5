/* SPDX-License-Identifier: MIT */
/* What fuzz targets assert: a target that must not go on dies, and the fuzzer keeps its input. */
#ifndef FOLIO_TESTS_MUST_H
#define FOLIO_TESTS_MUST_H

#include "base/slice.h"
#include "base/utf8.h"
#include "base/width.h"

#include <stdlib.h>

/* A call of its own each time, so that a trace names the line. */
static __attribute__((noinline, unused)) void must(bool holds)
{
    if (!holds)
        abort();
}

/* The slice is empty or lies within `whole`. */
static inline void must_be_in(struct slice s, struct slice whole)
{
    must(s.len == 0 ||
         (s.at >= whole.at && s.len <= whole.len && s.at + s.len <= whole.at + whole.len));
}

/* Valid UTF-8, and nothing that a terminal would obey. */
static inline void must_be_text(struct slice s)
{
    must(utf8_valid(s));
    while (s.len > 0)
        must(!width_is_control(utf8_next(&s)));
}

/* Reads every byte, so that a sanitizer sees a slice that points nowhere. */
static inline void must_be_readable(struct slice s)
{
    volatile unsigned char sum = 0;
    for (size_t i = 0; i < s.len; i++)
        sum = (unsigned char)(sum + (unsigned char)s.at[i]);
}

#endif
