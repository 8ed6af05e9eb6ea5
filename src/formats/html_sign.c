/* SPDX-License-Identifier: MIT */
#include "formats/html_sign.h"

enum {
    MARK_MOST = 12,  /* bytes of a mark, with its commas */
    DIGITS_MOST = 3, /* "2023" set high is no mark */
};

static enum html_sign of_general_punctuation(uint32_t code, size_t *columns)
{
    if (code == 0x2001 || code == 0x2003)
        *columns = 2; /* as wide as the letter m */
    if (code <= 0x200A || code == 0x202F || code == 0x205F)
        return HTML_HARD;
    if (code <= 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F))
        return HTML_NO_WIDTH;
    return code == 0x2028 || code == 0x2029 ? HTML_LINE : HTML_SIGN;
}

enum html_sign html_sign_of(uint32_t code, size_t *columns)
{
    *columns = 1;
    if (code <= ' ')
        return code == ' ' || (code >= '\t' && code <= '\r') ? HTML_SOFT : HTML_NO_WIDTH;
    if (code < 0x7F)
        return HTML_SIGN;
    if (code <= 0xA0)
        return code == 0xA0 ? HTML_HARD : HTML_NO_WIDTH;
    if (code >= 0x2000 && code <= 0x206F)
        return of_general_punctuation(code, columns);
    if (code == 0x1680 || code == 0x3000) {
        *columns = code == 0x3000 ? 2 : 1;
        return HTML_HARD;
    }
    return code == 0xAD || code == 0xFEFF || code == 0x034F || code == 0x061C ? HTML_NO_WIDTH
                                                                              : HTML_SIGN;
}

uint32_t html_sign_upper(uint32_t code)
{
    if (code < 0x80)
        return (unsigned char)byte_upper((char)code);
    if (code == 0xFF)
        return 0x178;
    return code >= 0xE0 && code <= 0xFE && code != 0xF7 ? code - 0x20 : code;
}

bool html_sign_is_mark(struct slice text)
{
    size_t digits = 0, letters = 0, i = 0;
    for (; i < text.len && text.at[i] != '<'; i++) {
        char c = text.at[i];
        if (i == MARK_MOST)
            return false;
        if (byte_is_digit(c))
            digits++;
        else if (byte_is_letter(c))
            letters++;
        else if (c == ',' || (byte_is_blank(c) && i > 0))
            digits = letters = 0;
        else if (c != '-' || i > 0)
            return false;
        if (letters > 1 || digits > DIGITS_MOST)
            return false;
    }
    return i > 0 && (byte_is_digit(text.at[0]) || byte_is_letter(text.at[0]) ||
                     (text.at[0] == '-' && digits > 0));
}
