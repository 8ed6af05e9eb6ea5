/* SPDX-License-Identifier: MIT */
/* File names of EDGAR's folders. */
#include "model/folder_names.h"

#include "model/other.h"

static size_t digits_at(struct slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && byte_is_digit(s.at[end]))
        end++;
    return end - at;
}

bool folder_names_report(struct slice name)
{
    size_t count = digits_at(name, 1);
    struct slice rest = slice_cut(name, 1 + count, name.len);
    return slice_equal_nocase(name, SLICE("FilingSummary.xml")) ||
           (count > 0 && name.at[0] == 'R' &&
            (slice_equal(rest, SLICE(".htm")) || slice_equal(rest, SLICE(".html")) ||
             slice_equal(rest, SLICE(".xml"))));
}

bool folder_names_other(struct slice name)
{
    struct document d = {.index = 1, .filename = name};
    return folder_names_report(name) || other_is(&d);
}

/* The numbers of two digits that exhibits have had; where the name has no point "311" is 31.1, but
 * "511" is 5.11. */
static size_t whole_digits(struct slice name, size_t at, size_t count)
{
    if (count < 2)
        return count;
    int number = (name.at[at] - '0') * 10 + name.at[at + 1] - '0';
    bool known = (number >= 10 && number <= 36 && number != 11) || number >= 95;
    return known ? 2 : 1;
}

/* Behind "ex" or "exhibit", at `at`: a number, and one behind a point, hyphen or underline. */
static bool add_number(struct slice name, size_t at, struct buffer *out)
{
    static const struct slice marks = SLICE_ROW("-_. ");
    if (at < name.len && slice_find(marks, slice_cut(name, at, at + 1)) < marks.len)
        at++;
    size_t count = digits_at(name, at);
    if (count == 0 || name.at[at] == '0')
        return false;
    bool parted = at + count < name.len &&
                  slice_find(marks, slice_cut(name, at + count, at + count + 1)) < marks.len &&
                  digits_at(name, at + count + 1) > 0 && digits_at(name, at + count + 1) <= 3;
    size_t whole = parted && count <= 3 ? count : whole_digits(name, at, count);
    size_t fraction = parted && count <= 3 ? at + count + 1 : at + whole;
    size_t more = digits_at(name, fraction);
    buffer_add_text(out, "EX-");
    buffer_add(out, slice_cut(name, at, at + whole));
    if (more == 0)
        return true;
    /* What follows a number without a break may be a date: two digits are the most. */
    buffer_add_byte(out, '.');
    buffer_add(out, slice_cut(name, fraction, fraction + (more < 2 ? more : more > 4 ? 1 : 2)));
    return true;
}

/* The last place counts: company names begin with "ex", too. */
bool folder_names_exhibit(struct slice name, struct buffer *out)
{
    for (size_t at = name.len; at-- > 0;) {
        struct slice rest = slice_cut(name, at, name.len);
        size_t len = slice_starts_nocase(rest, SLICE("exhibit")) ? 7
                     : slice_starts_nocase(rest, SLICE("exh"))   ? 3
                     : slice_starts_nocase(rest, SLICE("ex"))    ? 2
                                                                 : 0;
        if (len > 0 && add_number(name, at + len, out))
            return true;
    }
    return false;
}
