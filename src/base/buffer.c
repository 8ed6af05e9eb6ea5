/* SPDX-License-Identifier: MIT */
/* Bytes that grow. */
#include "base/buffer.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_init(struct buffer *b)
{
    *b = (struct buffer){0};
}

void buffer_deinit(struct buffer *b)
{
    free(b->at);
    *b = (struct buffer){0};
}

static void grow(struct buffer *b, size_t more)
{
    if (more >= (size_t)-1 / 2 - b->len)
        memory_exhausted();
    size_t need = b->len + more + 1;
    size_t room = b->room ? b->room : 64;
    while (room < need)
        room *= 2;
    b->at = memory_resize(b->at, room, 1);
    b->room = room;
}

static inline void make_room(struct buffer *b, size_t more)
{
    if (b->room <= b->len || more >= b->room - b->len)
        grow(b, more);
}

void buffer_reserve(struct buffer *b, size_t more)
{
    make_room(b, more);
}

void buffer_add(struct buffer *b, struct slice s)
{
    make_room(b, s.len);
    if (s.len > 0)
        memcpy(b->at + b->len, s.at, s.len);
    b->len += s.len;
    b->at[b->len] = '\0';
}

void buffer_add_text(struct buffer *b, const char *text)
{
    buffer_add(b, slice_of(text));
}

void buffer_add_fill(struct buffer *b, char c, size_t count)
{
    make_room(b, count);
    memset(b->at + b->len, c, count);
    b->len += count;
    b->at[b->len] = '\0';
}

void buffer_add_utf8(struct buffer *b, uint32_t code)
{
    char bytes[UTF8_MAX];
    buffer_add(b, (struct slice){bytes, utf8_encode(code, bytes)});
}

void buffer_addfv(struct buffer *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len >= 0) {
        make_room(b, (size_t)len);
        (void)vsnprintf(b->at + b->len, (size_t)len + 1, format, again);
        b->len += (size_t)len;
    }
    va_end(again);
}

void buffer_addf(struct buffer *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buffer_addfv(b, format, args);
    va_end(args);
}

struct slice buffer_slice(const struct buffer *b)
{
    return (struct slice){b->at, b->len};
}

const char *buffer_text(const struct buffer *b)
{
    return b->at ? b->at : "";
}
