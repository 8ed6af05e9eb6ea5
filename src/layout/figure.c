/* SPDX-License-Identifier: MIT */
/* Cutting the numbers of a table where they are aligned. */
#include "layout/figure.h"

#include "base/utf8.h"
#include "base/width.h"

enum {
    SIGN_COLUMNS = 5, /* of the longest sign: "US$", "RMB" */
    TAIL_COLUMNS = 9  /* of the longest tail that hangs; what has a longer one is words */
};

static bool is_currency(uint32_t code)
{
    return code == '$' || code == 0xA2 || code == 0xA3 || code == 0xA4 || code == 0xA5 ||
           (code >= 0x20A0 && code <= 0x20CF);
}

/* A dash stands for nought. */
static bool is_dash(uint32_t code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

/* The bytes of a sign at the front: currency, letters before it ("US$") or a blank after it. */
static size_t sign_of(struct slice text)
{
    struct slice rest = text;
    bool currency = false;
    while (rest.len > 0) {
        struct slice before = rest;
        uint32_t code = utf8_next(&rest);
        bool letter = code < 0x80 && byte_is_letter((char)code);
        if (!letter && !is_currency(code)) {
            size_t sign = text.len - before.len;
            bool parted = code == ' ' || code == 0xA0;
            return sign > 0 && (currency || (parted && sign <= 3)) ? sign : 0;
        }
        currency = currency || is_currency(code);
        if (text.len - rest.len > 3 * SIGN_COLUMNS)
            break;
    }
    return 0;
}

static size_t skip_blanks(struct slice text, size_t at)
{
    for (;;) {
        if (at < text.len && text.at[at] == ' ')
            at++;
        else if (at + 1 < text.len && text.at[at] == '\xC2' && text.at[at + 1] == '\xA0')
            at += 2;
        else
            return at;
    }
}

/* Where the whole part ends that begins at `at`: behind its last digit before the decimal point, or
 * behind the dash that stands for a number. */
static size_t whole_end(struct slice text, size_t at)
{
    size_t digit = at;
    while (digit < text.len && !byte_is_digit(text.at[digit]))
        digit++;
    if (digit == text.len) {
        struct slice rest = slice_cut(text, at, text.len);
        while (rest.len > 0)
            if (is_dash(utf8_next(&rest)))
                return text.len - rest.len;
        return text.len;
    }
    if (digit > at && text.at[digit - 1] == '.')
        return digit - 1; /* ".25" */
    while (digit < text.len &&
           (byte_is_digit(text.at[digit]) ||
            (text.at[digit] == ',' && digit + 1 < text.len && byte_is_digit(text.at[digit + 1]))))
        digit++;
    return digit;
}

struct figure figure_of(struct slice text)
{
    struct figure f = {.sign = sign_of(text)};
    f.whole = skip_blanks(text, f.sign);
    if (f.whole == text.len)
        f.sign = f.whole = 0;
    f.tail = whole_end(text, f.whole);
    if (slice_equal(slice_cut(text, f.whole, text.len), SLICE("-0-")))
        f.tail = text.len;
    f.sign_columns = width_of_text(slice_cut(text, 0, f.sign));
    f.whole_columns = width_of_text(slice_cut(text, f.whole, f.tail));
    f.tail_columns = width_of_text(slice_cut(text, f.tail, text.len));
    if (f.tail_columns > TAIL_COLUMNS || f.sign_columns > SIGN_COLUMNS) {
        f = (struct figure){.tail = text.len};
        f.whole_columns = width_of_text(text);
    }
    return f;
}

size_t figure_left(const struct figure *f)
{
    return f->sign_columns + (f->sign > 0) + f->whole_columns;
}
