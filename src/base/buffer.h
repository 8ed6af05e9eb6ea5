/* SPDX-License-Identifier: MIT */
/* A buffer: bytes that grow. It owns them; the slice of it is good until the next add. */
#ifndef FOLIO_BASE_BUFFER_H
#define FOLIO_BASE_BUFFER_H

#include "base/slice.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
    char *at; /* always NUL-terminated once something was added; NULL before */
    size_t len;
    size_t room;
};

void buffer_init(struct buffer *b);
void buffer_deinit(struct buffer *b);
static inline void buffer_clear(struct buffer *b)
{
    b->len = 0;
    if (b->at)
        b->at[0] = '\0';
}

/* Makes room for so many bytes more, which are then added without asking again. */
void buffer_reserve(struct buffer *b, size_t more);

void buffer_add(struct buffer *b, struct slice s);
void buffer_add_text(struct buffer *b, const char *text);
static inline void buffer_add_byte(struct buffer *b, char c)
{
    if (b->room < b->len + 2)
        buffer_reserve(b, 1);
    b->at[b->len++] = c;
    b->at[b->len] = '\0';
}
/* `count` times the byte. */
void buffer_add_fill(struct buffer *b, char c, size_t count);
/* A code point as UTF-8; what is no code point becomes U+FFFD. */
void buffer_add_utf8(struct buffer *b, uint32_t code);
void buffer_addf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_addfv(struct buffer *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

struct slice buffer_slice(const struct buffer *b);
/* The text as a C string: "" when nothing was added. */
const char *buffer_text(const struct buffer *b);

#endif
