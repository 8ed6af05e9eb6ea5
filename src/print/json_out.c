/* SPDX-License-Identifier: MIT */
/* Writes JSON value by value. */
#include "print/json_out.h"

#include "base/clean.h"

enum { DIGITS = 20 /* of the largest number */ };

void json_out_deinit(struct json_out *j)
{
    buffer_deinit(&j->text);
    buffer_deinit(&j->clean);
    buffer_deinit(&j->way);
    buffer_deinit(&j->open);
}

bool json_out_wants(struct json_out *j, const char *name)
{
    if (j->skipped > 0 || j->fields == NULL || name == NULL)
        return j->skipped == 0;
    size_t len = j->way.len;
    buffer_add_text(&j->way, name);
    bool wanted = fields_want(j->fields, buffer_slice(&j->way));
    j->way.len = len;
    j->way.at[len] = '\0';
    return wanted;
}

/* True for a byte that stands in a string as it is. */
static bool is_plain(char c)
{
    return (unsigned char)c >= ' ' && c != '"' && c != '\\';
}

/* Adds a string of valid UTF-8. */
static void add_string(struct buffer *out, struct slice s)
{
    buffer_add_byte(out, '"');
    for (size_t at = 0; at < s.len;) {
        size_t end = at;
        while (end < s.len && is_plain(s.at[end]))
            end++;
        buffer_add(out, slice_cut(s, at, end));
        if (end < s.len && (unsigned char)s.at[end] < ' ')
            buffer_addf(out, "\\u%04X", (unsigned)s.at[end]);
        else if (end < s.len)
            buffer_addf(out, "\\%c", s.at[end]);
        at = end + 1;
    }
    buffer_add_byte(out, '"');
}

/* What stands in front of a value: a comma where another is before it, and its name. False when the
 * value is left out. */
static bool begin(struct json_out *j, const char *name)
{
    if (!json_out_wants(j, name))
        return false;
    char last = j->text.len > 0 ? j->text.at[j->text.len - 1] : '[';
    if (last != '[' && last != '{')
        buffer_add_byte(&j->text, ',');
    if (name == NULL)
        return true;
    buffer_add_byte(&j->text, '"');
    buffer_add_text(&j->text, name);
    buffer_add(&j->text, SLICE("\":"));
    return true;
}

/* Opens a value. With members left out, the way to it is noted. */
static void open_value(struct json_out *j, const char *name, char bracket)
{
    if (!begin(j, name)) {
        j->skipped++;
        return;
    }
    buffer_add_byte(&j->text, bracket);
    if (j->fields == NULL)
        return;
    buffer_add_byte(&j->open, name != NULL);
    if (name != NULL)
        buffer_addf(&j->way, "%s.", name);
}

static void close_value(struct json_out *j, char bracket)
{
    if (j->skipped > 0) {
        j->skipped--;
        return;
    }
    buffer_add_byte(&j->text, bracket);
    if (j->fields == NULL)
        return;
    if (j->open.at[--j->open.len] == 0)
        return;
    do
        j->way.len--;
    while (j->way.len > 0 && j->way.at[j->way.len - 1] != '.');
    j->way.at[j->way.len] = '\0';
}

void json_out_open_object(struct json_out *j, const char *name)
{
    open_value(j, name, '{');
}

void json_out_close_object(struct json_out *j)
{
    close_value(j, '}');
}

void json_out_open_list(struct json_out *j, const char *name)
{
    open_value(j, name, '[');
}

void json_out_close_list(struct json_out *j)
{
    close_value(j, ']');
}

void json_out_text(struct json_out *j, const char *name, struct slice text)
{
    if (!begin(j, name))
        return;
    if (clean_is_plain(text)) {
        add_string(&j->text, text);
        return;
    }
    buffer_clear(&j->clean);
    clean_text(&j->clean, text);
    add_string(&j->text, buffer_slice(&j->clean));
}

void json_out_text_or_null(struct json_out *j, const char *name, struct slice text)
{
    if (text.len > 0)
        json_out_text(j, name, text);
    else
        json_out_null(j, name);
}

static void add_number(struct buffer *out, unsigned long long n)
{
    char digits[DIGITS];
    size_t at = DIGITS;
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n > 0);
    buffer_add(out, (struct slice){digits + at, DIGITS - at});
}

void json_out_integer(struct json_out *j, const char *name, long long n)
{
    if (!begin(j, name))
        return;
    if (n < 0)
        buffer_add_byte(&j->text, '-');
    add_number(&j->text, n < 0 ? 0 - (unsigned long long)n : (unsigned long long)n);
}

void json_out_size(struct json_out *j, const char *name, size_t n)
{
    if (!begin(j, name))
        return;
    add_number(&j->text, n);
}

void json_out_real(struct json_out *j, const char *name, double n)
{
    if (!begin(j, name))
        return;
    size_t from = j->text.len;
    bool whole = true;
    buffer_addf(&j->text, "%.6g", n);
    for (size_t i = from; i < j->text.len; i++) {
        char c = j->text.at[i];
        whole = whole && (byte_is_digit(c) || c == '-');
        if (c == ',') /* some locales have it for the point */
            j->text.at[i] = '.';
    }
    if (whole)
        buffer_add(&j->text, SLICE(".0"));
}

void json_out_null(struct json_out *j, const char *name)
{
    json_out_raw(j, name, SLICE("null"));
}

void json_out_raw(struct json_out *j, const char *name, struct slice json)
{
    if (!begin(j, name))
        return;
    buffer_add(&j->text, json);
}
