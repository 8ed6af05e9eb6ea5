/* SPDX-License-Identifier: MIT */
/* Completes exhibit numbers that are told in part. */
#include "outline/exhibits/exhibit_sub.h"

#include "outline/items/line.h"

enum { SKIPPED_MOST = 4 }; /* so many letters may be left out */

void exhibit_sub_deinit(struct exhibit_sub *s)
{
    buffer_deinit(&s->base);
    buffer_deinit(&s->group[0]);
    buffer_deinit(&s->group[1]);
}

void exhibit_sub_label(struct buffer *label, struct slice number, bool bracket)
{
    size_t close = slice_find(number, SLICE(")"));
    size_t open = slice_find(number, SLICE("("));
    bool cut = bracket && close < number.len && close < open;
    buffer_add(label, slice_cut(number, 0, cut ? close : number.len));
    if (cut)
        buffer_add(label, slice_cut(number, close + 1, number.len));
}

/* The letters or digits of "(a)", "B.", "A". */
static struct slice inner(struct slice group)
{
    size_t from = line_byte(group, 0) == '(';
    size_t to = from;
    while (line_is_alnum(line_byte(group, to)))
        to++;
    return slice_cut(group, from, to);
}

static unsigned roman(struct slice s)
{
    unsigned value = 0;
    unsigned last = 0;
    for (size_t i = s.len; i-- > 0;) {
        char c = byte_lower(s.at[i]);
        unsigned digit = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : 0;
        if (digit == 0)
            return 0;
        value = digit < last ? value - digit : value + digit;
        last = digit > last ? digit : last;
    }
    return value;
}

/* The place of a letter, or of "aa" behind "z". */
static unsigned letter(struct slice s)
{
    if (s.len == 0 || s.len > 2 || (s.len == 2 && s.at[0] != s.at[1]) || !byte_is_letter(s.at[0]))
        return 0;
    return (unsigned)(byte_lower(s.at[0]) - 'a') + 1 + (s.len == 2 ? 26 : 0);
}

static unsigned figure(struct slice s)
{
    long long value = slice_number(s);
    return value > 0 && value < 1000 ? (unsigned)value : 0;
}

/* How far `b` is behind `a` in a list that counts in letters, figures or roman numbers; 0: it is
 * not. */
static unsigned steps(struct slice a, struct slice b)
{
    static unsigned (*const counts[])(struct slice) = {letter, roman, figure};
    unsigned best = 0;
    for (size_t i = 0; i < 3; i++) {
        unsigned x = counts[i](a);
        unsigned y = counts[i](b);
        if (x > 0 && y > x && (best == 0 || y - x < best))
            best = y - x;
    }
    return best;
}

static bool is_first(struct slice s)
{
    return letter(s) == 1 || roman(s) == 1 || figure(s) == 1;
}

static void set(struct buffer *b, struct slice text)
{
    buffer_clear(b);
    buffer_add(b, text);
}

void exhibit_sub_begin(struct exhibit_sub *s, struct slice label)
{
    size_t end = 0;
    while (byte_is_digit(line_byte(label, end)) || line_byte(label, end) == '.')
        end++;
    set(&s->base, slice_cut(label, 0, end));
    buffer_clear(&s->group[0]);
    buffer_clear(&s->group[1]);
    for (size_t i = 0; i < 2 && end < label.len; i++) {
        size_t from = end;
        struct slice rest = slice_cut(label, from, label.len);
        end = from + (line_byte(rest, 0) == '(' ? slice_find(rest, SLICE(")")) + 1 : rest.len);
        set(&s->group[i], slice_cut(label, from, end));
    }
}

/* Roman numbers come first only where the law numbers so: 3(i), 10(iii). */
static bool may_be_first(const struct exhibit_sub *s, struct slice mine)
{
    struct slice base = buffer_slice(&s->base);
    bool by_law = slice_equal(base, SLICE("3")) || slice_equal(base, SLICE("10"));
    return is_first(mine) && (by_law || byte_lower(mine.at[0]) != 'i');
}

/* Which of the two groups `text` is the next of: 0 or 1; -1: of none. */
static int find_group(const struct exhibit_sub *s, struct slice text, bool may_begin)
{
    struct slice mine = inner(text);
    struct slice first = inner(buffer_slice(&s->group[0]));
    struct slice second = inner(buffer_slice(&s->group[1]));
    bool bare = line_byte(text, 0) != '(';
    bool bare_before = line_byte(buffer_slice(&s->group[0]), 0) != '(';
    if (first.len == 0)
        return !bare && may_begin && may_be_first(s, mine) ? 0 : -1;
    unsigned far = bare == bare_before ? steps(first, mine) : 0;
    if (far == 1)
        return 0;
    if (!bare && second.len > 0 && steps(second, mine) == 1)
        return 1;
    if (!bare && !bare_before && second.len == 0 && may_begin && is_first(mine))
        return 1;
    return far > 0 && far <= SKIPPED_MOST ? 0 : -1;
}

bool exhibit_sub_next(struct exhibit_sub *s, struct slice text, bool may_begin,
                      struct buffer *label)
{
    int group = s->base.len > 0 ? find_group(s, text, may_begin) : -1;
    if (group < 0)
        return false;
    bool bare = line_byte(text, 0) != '(';
    set(&s->group[group], bare ? inner(text) : text);
    if (group == 0)
        buffer_clear(&s->group[1]);
    buffer_add(label, buffer_slice(&s->base));
    buffer_add(label, buffer_slice(&s->group[0]));
    buffer_add(label, buffer_slice(&s->group[1]));
    return true;
}
