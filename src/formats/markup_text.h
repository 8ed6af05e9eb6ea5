/* SPDX-License-Identifier: MIT */
/* The text of markup: references, line ends and bytes, read one character at a time or in runs. */
#ifndef FOLIO_FORMATS_MARKUP_TEXT_H
#define FOLIO_FORMATS_MARKUP_TEXT_H

#include "base/slice.h"
#include "formats/markup.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a character may be written as. */
enum markup_writing {
    WRITING_RAW,      /* no reference counts: CDATA, scripts */
    WRITING_TEXT,     /* those of old names count without their semicolon */
    WRITING_ATTRIBUTE /* the semicolon must be there, as addresses are full of & */
};

/* Some bytes at the front of `s` that are printable ASCII without an &: not always all, but of a
 * long run most. It is fast. */
size_t markup_text_ascii(struct slice s);

/* Whether all of `s` is. */
bool markup_text_is_ascii(struct slice s);

/* The bytes that the first character of `s` takes, and the code point that it stands for: 0 when it
 * stands for nothing that can be shown. */
size_t markup_text_code(struct slice s, enum markup_writing writing, uint32_t *code);

/* Tells all of `s`, which stands at `offset` of the input. */
void markup_text_tell(const struct markup_calls *calls, struct slice s, size_t offset,
                      enum markup_writing writing);

#endif
