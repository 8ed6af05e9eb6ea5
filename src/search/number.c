/* SPDX-License-Identifier: MIT */
/* Reading a printed number: its digits. */
#include "search/number.h"

#include "base/utf8.h"

enum { MOST_DIGITS = 18, MOST_GROUPS = 8, MOST_WORD = 12 };

uint64_t number_ten(int power)
{
    uint64_t ten = 1;
    while (power-- > 0)
        ten *= 10;
    return ten;
}

int number_count(uint64_t digits)
{
    int count = 0;
    for (; digits > 0; digits /= 10)
        count++;
    return count;
}

static char byte_at(struct slice s, size_t i)
{
    return i < s.len ? s.at[i] : '\0';
}

static bool digit_at(struct slice s, size_t i)
{
    return byte_is_digit(byte_at(s, i));
}

static size_t behind_digits(struct slice s, size_t i)
{
    while (digit_at(s, i))
        i++;
    return i;
}

/* What may part thousands: a comma, an apostrophe, a blank that keeps a line together. Its length
 * when a digit follows, else 0. */
static size_t separator_at(struct slice s, size_t i, uint32_t *code)
{
    struct slice rest = slice_cut(s, i, s.len);
    if (rest.len == 0)
        return 0;
    uint32_t c = utf8_next(&rest);
    bool parts = c == ',' || c == '\'' || c == 0x2019 || c == 0xA0 || c == 0x202F ||
                 (c >= 0x2005 && c <= 0x200A);
    *code = c;
    return parts && rest.len > 0 && byte_is_digit(*rest.at) ? (size_t)(rest.at - s.at) - i : 0;
}

/* Behind the groups that follow `i`, where the first digits end; `i` when none do. Groups have
 * three digits; in India those before the last have two. */
static size_t behind_groups(struct slice s, size_t i)
{
    size_t end = i, at = i;
    uint32_t kind = 0, code = 0;
    bool twos = false;
    for (size_t count = 0; count < MOST_GROUPS; count++) {
        size_t len = separator_at(s, at, &code);
        if (len == 0 || (kind && code != kind))
            break;
        size_t behind = behind_digits(s, at + len);
        size_t digits = behind - at - len;
        kind = code;
        at = behind;
        if (digits == 3)
            end = behind;
        else if (digits == 2 && end == i)
            twos = true;
        else
            break;
        if (digits == 3 && twos)
            break;
    }
    return end;
}

/* Behind a row of digits and what joins them, as in a date or the number of a section. */
static size_t behind_cluster(struct slice s, size_t i)
{
    while (digit_at(s, i) || (digit_at(s, i + 1) && i < s.len && strchr(",./:", s.at[i])))
        i++;
    return i;
}

/* The digits in [from, to), other bytes aside; false when they are too many. */
static bool take_digits(struct slice s, struct number *n)
{
    int count = 0;
    n->digits = 0;
    n->shown = 0;
    bool fraction = false;
    for (size_t i = n->start; i < n->end; i++) {
        if (s.at[i] == '.')
            fraction = true;
        if (!byte_is_digit(s.at[i]))
            continue;
        n->digits = n->digits * 10 + (uint64_t)(s.at[i] - '0');
        count += n->digits > 0;
        n->shown -= fraction;
        if (count > MOST_DIGITS || n->shown < -MOST_DIGITS)
            return false;
    }
    n->power = n->digits > 0 ? n->shown : 0;
    while (n->digits > 0 && n->digits % 10 == 0) {
        n->digits /= 10;
        n->power++;
    }
    return true;
}

/* Whether what stands before it lets it be a number: no letter, but for a currency's name. */
static bool begins(struct slice s, const struct number *n)
{
    static const char *const codes[] = {"USD", "EUR", "GBP", "CAD", "AUD", "JPY",
                                        "CHF", "CNY", "RMB", "HKD", "INR", "BRL"};
    if (n->start == 0 || n->grouped || !byte_is_letter(s.at[n->start - 1]))
        return true;
    for (size_t i = 0; i < sizeof codes / sizeof *codes && n->start >= 3; i++)
        if (memcmp(s.at + n->start - 3, codes[i], 3) == 0)
            return n->start == 3 || !byte_is_letter(s.at[n->start - 4]);
    return false;
}

/* Whether what stands behind it does: "10K", "2nd" and "12b-2" are none. */
static bool ends(struct slice s, const struct number *n)
{
    size_t i = n->end;
    while (i - n->end < MOST_WORD && byte_is_letter(byte_at(s, i)))
        i++;
    struct slice word = slice_cut(s, n->end, i);
    if (word.len == 0 || n->grouped || n->shown < 0)
        return true;
    if (digit_at(s, i))
        return false;
    static const char *const ordinals[] = {"st", "nd", "rd", "th"};
    for (size_t k = 0; k < sizeof ordinals / sizeof *ordinals; k++)
        if (slice_equal_nocase(word, slice_of(ordinals[k])))
            return false;
    if (word.len == 1)
        return strchr("kmbxMB", *word.at) && byte_at(s, i) != '-' && byte_at(s, i) != '(';
    return byte_is_lower(*word.at) || slice_equal(word, SLICE("MM"));
}

/* Whether what joins it to more digits makes it a part of something else. */
static bool is_part(struct slice s, const struct number *n)
{
    char c = byte_at(s, n->end);
    bool plain = !n->grouped && n->shown == 0;
    if (!digit_at(s, n->end + 1))
        return false;
    return c == '.' || (c == ',' && n->grouped && n->shown == 0) ||
           ((c == '/' || c == ':') && plain && n->end - n->start <= 4);
}

/* The number whose first digit is at `i`; n->end is set behind what was looked at in any case. */
static bool read_number(struct slice s, size_t i, struct number *n)
{
    size_t first = behind_digits(s, i), end = first;
    n->start = i;
    n->shown = 0;
    if (i > 0 && s.at[i - 1] == '.' &&
        (i < 2 ||
         !(s.at[i - 2] == '.' || byte_is_letter(s.at[i - 2]) || byte_is_digit(s.at[i - 2])))) {
        n->start--;
        n->shown = -1;
    } else if (first - i <= 3) {
        end = behind_groups(s, first);
    }
    n->grouped = end > first;
    if (n->start == i && byte_at(s, end) == '.' && digit_at(s, end + 1)) {
        end = behind_digits(s, end + 1);
        n->shown = -1;
    }
    n->end = end;
    if (is_part(s, n)) {
        n->end = behind_cluster(s, end);
        return false;
    }
    return begins(s, n) && ends(s, n) && take_digits(s, n);
}

/* Whether a blank and three digits stand at `i`, and no fourth. */
static bool is_blank_group(struct slice s, size_t i)
{
    return byte_at(s, i) == ' ' && digit_at(s, i + 1) && digit_at(s, i + 2) && digit_at(s, i + 3) &&
           !digit_at(s, i + 4);
}

bool number_joined(struct slice text, const struct number *n, struct number *joined)
{
    size_t first = behind_digits(text, n->start), i = first;
    bool behind = n->start >= 2 && text.at[n->start - 1] == ' ' && digit_at(text, n->start - 2);
    if (n->grouped || n->end != first || first - n->start > 3 || behind)
        return false;
    for (size_t count = 0; count < MOST_GROUPS && is_blank_group(text, i); count++)
        i += 4;
    if (i == first || byte_at(text, i) == ',' || is_blank_group(text, i))
        return false;
    *joined = *n;
    joined->grouped = true;
    joined->end = i;
    if (byte_at(text, i) == '.' && digit_at(text, i + 1))
        joined->end = behind_digits(text, i + 1);
    return !is_part(text, joined) && ends(text, joined) && take_digits(text, joined);
}

bool number_next(struct slice text, size_t from, size_t to, struct number *n)
{
    for (size_t i = from; i <= to && i < text.len;) {
        if (!byte_is_digit(text.at[i])) {
            i++;
            continue;
        }
        if (read_number(text, i, n)) {
            if (n->start >= from)
                return n->start < to;
        }
        i = n->end;
    }
    return false;
}
