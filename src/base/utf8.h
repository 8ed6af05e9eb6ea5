/* SPDX-License-Identifier: MIT */
/*
 * UTF-8, and the one-byte code that old filings are in when they are not UTF-8.
 *
 * No valid sequence is longer than 4 bytes; what is not UTF-8 reads as U+FFFD, one
 * byte at a time, so that reading always moves on.
 */
#ifndef FOLIO_BASE_UTF8_H
#define FOLIO_BASE_UTF8_H

#include "base/slice.h"

#include <stdint.h>

enum { UTF8_MAX = 4 };
#define UTF8_REPLACEMENT 0xFFFDU

/* Takes one code point off the front of `rest`, which must not be empty. */
uint32_t utf8_next_long(struct slice *rest);
static inline uint32_t utf8_next(struct slice *rest)
{
    unsigned char first = (unsigned char)*rest->at;
    if (first >= 0x80)
        return utf8_next_long(rest);
    rest->at++;
    rest->len--;
    return first;
}

/* Writes the code point, returns its bytes (1 to 4). */
size_t utf8_encode(uint32_t code, char bytes[UTF8_MAX]);

bool utf8_valid(struct slice s);

/* The bytes of the first code point of `s` (0 when empty). */
size_t utf8_length(struct slice s);

/* The longest beginning of at most `most` bytes that does not end within a character. */
struct slice utf8_cut(struct slice s, size_t most);

/* The byte where the character before byte `at` begins; 0 when there is none. */
size_t utf8_before(struct slice s, size_t at);

/* How many bytes at the front are ASCII. */
size_t utf8_ascii(struct slice s);

/* True when no byte is above 0x7F. */
bool utf8_is_ascii(struct slice s);

/* The code point of a Windows-1252 byte, as HTML maps 128 to 159; unassigned bytes are U+FFFD. */
uint32_t utf8_from_cp1252(unsigned char byte);

#endif
