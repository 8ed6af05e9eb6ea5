/* SPDX-License-Identifier: MIT */
/* The fields of one record. */
#include "session/records.h"

#include "base/clean.h"
#include "base/utf8.h"
#include "base/width.h"

#include <stdarg.h>

void record_add(struct buffer *body, const char *name, struct slice value)
{
    value = utf8_cut(value, RECORDS_LONGEST_VALUE);
    if (value.len == 0)
        return;
    buffer_addf(body, "  %s ", name);
    clean_text(body, value);
    buffer_add_byte(body, '\n');
}

void record_add_folded(struct buffer *body, const char *name, struct slice value)
{
    struct buffer folded = {0};
    value = slice_trim(value);
    for (size_t i = 0; i < value.len && folded.len <= RECORDS_LONGEST_VALUE; i++) {
        if (!byte_is_blank(value.at[i]))
            buffer_add_byte(&folded, value.at[i]);
        else if (!byte_is_blank(value.at[i - 1]))
            buffer_add_byte(&folded, ' ');
    }
    record_add(body, name, buffer_slice(&folded));
    buffer_deinit(&folded);
}

void record_addf(struct buffer *body, const char *name, const char *format, ...)
{
    struct buffer text = {0};
    va_list args;
    va_start(args, format);
    buffer_addfv(&text, format, args);
    va_end(args);
    record_add(body, name, buffer_slice(&text));
    buffer_deinit(&text);
}

void record_add_path(struct buffer *body, const char *name, struct slice path)
{
    struct buffer value = {0};
    while (path.len > 0) {
        struct slice before = path;
        uint32_t code = utf8_next(&path);
        before.len -= path.len;
        if (code == '%' || width_is_control(code) || (code == UTF8_REPLACEMENT && before.len == 1))
            for (size_t i = 0; i < before.len; i++)
                buffer_addf(&value, "%%%02X", (unsigned char)before.at[i]);
        else
            buffer_add(&value, before);
    }
    record_add(body, name, buffer_slice(&value));
    buffer_deinit(&value);
}

static int digit(char c)
{
    return byte_is_digit(c) ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

void record_read_path(struct slice value, struct buffer *out)
{
    for (size_t i = 0; i < value.len; i++) {
        int high = i + 2 < value.len ? digit(value.at[i + 1]) : -1;
        int low = i + 2 < value.len ? digit(value.at[i + 2]) : -1;
        if (value.at[i] != '%' || high < 0 || low < 0) {
            buffer_add_byte(out, value.at[i]);
            continue;
        }
        buffer_add_byte(out, (char)(high * 16 + low));
        i += 2;
    }
}

bool record_next(struct slice *body, struct slice *name, struct slice *value)
{
    struct slice line;
    if (!slice_next_line(body, &line))
        return false;
    line = slice_cut(line, 2, line.len);
    size_t end = slice_find(line, SLICE(" "));
    *name = slice_cut(line, 0, end);
    *value = slice_cut(line, end + 1, line.len);
    return true;
}

struct slice record_get(const struct record *record, const char *name)
{
    struct slice wanted = slice_of(name), found, value;
    struct slice body = record ? record->body : (struct slice){NULL, 0};
    while (record_next(&body, &found, &value))
        if (slice_equal(found, wanted))
            return value;
    return (struct slice){NULL, 0};
}

bool record_number(struct slice *value, size_t *number)
{
    size_t end = slice_find(*value, SLICE(" "));
    long long read = end == 0 ? -1 : slice_number(slice_cut(*value, 0, end));
    *value = slice_cut(*value, end + 1, value->len);
    if (read >= 0)
        *number = (size_t)read;
    return read >= 0;
}
