/* SPDX-License-Identifier: MIT */
/* Looking for a number. */
#include "search/amount.h"

#include "base/utf8.h"
#include "search/translate.h"

#include <stdio.h>

enum {
    LEAST_SHOWN = 3,      /* digits that must be the same at another scale */
    LEAST_SHOWN_UNIT = 2, /* where a word says the scale: "1.2 million" */
    FARTHEST_SCALE = 9,   /* "in billions" */
    MOST_ZEROS = 12
};

/* ---- what was typed */

/* Whether nothing but signs stands in `s`, before the number; *minus when one of them says so: a
 * parenthesis may not be closed yet. */
static bool begins_well(struct slice s, bool *minus)
{
    while (s.len > 0) {
        uint32_t code = utf8_next(&s);
        bool blank = code == ' ' || code == '\t' || code == 0xA0;
        *minus |= code == '-' || code == 0x2212 || code == 0x2013 || code == '(';
        if (!*minus && !blank && !translate_is_currency(code))
            return false;
        if (*minus && byte_is_letter((char)(code < 0x80 ? code : 0)))
            return false;
    }
    return true;
}

bool amount_read(struct slice text, struct amount *a, struct error *e)
{
    static const char hint[] = "a number is needed: 1,234.5 or (5) or 12.5% or ~1.2 million";
    bool minus = false;
    *a = (struct amount){0};
    struct slice s = slice_trim(text);
    if (slice_starts(s, SLICE("=")))
        s = slice_trim(slice_cut(s, 1, s.len));
    a->scaled = slice_starts(s, SLICE("~"));
    if (a->scaled)
        s = slice_trim(slice_cut(s, 1, s.len));
    a->positive = slice_starts(s, SLICE("+"));
    if (a->positive)
        s = slice_cut(s, 1, s.len);
    if (!number_next(s, 0, s.len, &a->number) ||
        !begins_well(slice_cut(s, 0, a->number.start), &minus))
        return error_set(e, ERROR_PATTERN, "%s", hint);
    a->side = number_around(s, &a->number);
    if (a->side.beyond < s.len || (a->positive && minus))
        return error_set(e, ERROR_PATTERN, "%s", hint);
    a->side.negative |= minus;
    return true;
}

/* ---- what is printed */

/* The same value, `power` tens more on the right. */
static bool same(const struct number *a, int a_unit, const struct number *b, int b_unit)
{
    return a->digits == b->digits && (a->digits == 0 || a->power + a_unit == b->power + b_unit);
}

/* Whether `fine`, rounded to where `coarse` ends, is `coarse`. Both are moved by their scale. */
static bool rounds_to(const struct number *fine, int fine_scale, const struct number *coarse,
                      int coarse_scale, int least)
{
    int last = coarse->shown + coarse_scale, cut = last - (fine->power + fine_scale);
    int zeros = coarse->power - coarse->shown;
    int shown = number_count(coarse->digits) + zeros;
    if (shown < least || shown > 18 || cut > 18 || cut < -MOST_ZEROS)
        return false;
    uint64_t wanted = coarse->digits * number_ten(zeros);
    if (cut <= 0)
        return number_count(fine->digits) - cut <= 18 && fine->digits * number_ten(-cut) == wanted;
    uint64_t ten = number_ten(cut), whole = fine->digits / ten, part = fine->digits % ten;
    uint64_t half = ten / 2;
    return (part <= half && whole == wanted) || (part >= half && whole + 1 == wanted);
}

static bool same_at_scale(const struct amount *a, const struct number *n, int unit, int scale)
{
    const struct number *m = &a->number;
    int own = a->side.unit + scale;
    int least = unit > 0 || a->side.unit > 0 ? LEAST_SHOWN_UNIT : LEAST_SHOWN;
    if (n->shown + unit >= m->shown + own)
        return rounds_to(m, own, n, unit, least);
    return rounds_to(n, unit, m, own, least);
}

/* Years, telephones and the numbers of files are no amounts: those are printed in thousands. */
static bool is_code(const struct number *n)
{
    return !n->grouped && n->shown == 0 && n->digits > 0 && number_count(n->digits) + n->power > 3;
}

/* A number that does not say its scale may stand in a table in thousands, millions or billions, and
 * so may the one that is looked for. Per cents are never scaled. */
static bool is_scaled(const struct amount *a, const struct number *n,
                      const struct number_side *side)
{
    bool percent = a->side.percent || side->percent;
    int least = percent || side->unit > 0 ? 0 : -FARTHEST_SCALE;
    int most = percent || a->side.unit > 0 ? 0 : FARTHEST_SCALE;
    if (a->number.digits == 0 || n->digits == 0 || a->side.percent != side->percent ||
        (side->unit == 0 && is_code(n)))
        return false;
    for (int scale = least; scale <= most; scale += 3)
        if (same_at_scale(a, n, side->unit, scale))
            return true;
    return false;
}

enum amount_match amount_is(const struct amount *a, struct slice text, const struct number *n,
                            struct number_side *side)
{
    bool bare = same(&a->number, 0, n, 0);
    /* Most numbers are another: what stands around them need not be known. */
    if (!bare && !a->scaled && a->side.unit == 0)
        return AMOUNT_OTHER;
    *side = number_around(text, n);
    if ((a->side.percent && !side->percent) || (a->side.negative && !side->negative) ||
        (a->positive && side->negative))
        return AMOUNT_OTHER;
    if (a->side.unit > 0 ? same(&a->number, a->side.unit, n, side->unit) : bare)
        return AMOUNT_SAME;
    return a->scaled && is_scaled(a, n, side) ? AMOUNT_SCALED : AMOUNT_OTHER;
}

/* ---- words for the filter */

static void add_word(struct literals *set, const char *at, size_t len)
{
    if (set->count == LITERALS_MOST)
        return;
    struct literal *word = &set->word[set->count++];
    word->len = len < LITERAL_LONGEST ? len : LITERAL_LONGEST;
    memcpy(word->at, at, word->len);
}

/* The first two digits with all that may part them. */
static void add_pair(struct literals *set, unsigned pair)
{
    static const char *const joints[] = {"", ",", ".", "'", " "};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        char word[16];
        int len = snprintf(word, sizeof word, "%u%s%u", pair / 10, joints[i], pair % 10);
        add_word(set, word, (size_t)len);
    }
}

/* At other scales the first two digits are left: one more when what follows them is rounded up, one
 * less where what is printed is rounded to them. */
static struct literals scaled_words(const struct number *n)
{
    struct literals set = {0};
    int count = number_count(n->digits);
    if (count < 2)
        return set;
    uint64_t ten = number_ten(count - 2);
    unsigned pair = (unsigned)(n->digits / ten);
    add_pair(&set, pair);
    if (n->digits % ten == 0)
        add_pair(&set, pair == 10 ? 99 : pair - 1);
    else if (n->digits % ten >= ten / 2)
        add_pair(&set, pair == 99 ? 10 : pair + 1);
    return set;
}

/* The whole number in groups: of three, or of two before the last; `joint` 0 for none. */
static size_t write_whole(char *out, const char *digits, size_t count, char joint, size_t group)
{
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        size_t left = count - i;
        bool parts = left == 3 || (left > 3 && (left - 3) % group == 0);
        if (i > 0 && joint && parts)
            out[len++] = joint;
        out[len++] = digits[i];
    }
    return len;
}

struct literals amount_words(const struct amount *a)
{
    const struct number *n = &a->number;
    struct literals set = {0};
    if (a->scaled || a->side.unit > 0)
        return scaled_words(n);
    if (n->digits == 0 || n->power > MOST_ZEROS)
        return set;
    char whole[48], fraction[24], word[96];
    int places = n->power < 0 ? -n->power : 0;
    uint64_t ten = number_ten(places);
    int count = snprintf(whole, sizeof whole, "%llu%0*d", (unsigned long long)(n->digits / ten),
                         n->power > 0 ? n->power : 0, 0);
    if (n->power <= 0)
        count--; /* the zero that closes it is none of the number's */
    int tail = places > 0 ? snprintf(fraction, sizeof fraction, ".%0*llu", places,
                                     (unsigned long long)(n->digits % ten))
                          : 0;
    if (n->digits < ten)
        count = 0; /* "0.5" or ".5" */
    static const struct {
        char joint;
        size_t group;
    } ways[] = {{'\0', 3}, {',', 3}, {'\'', 3}, {' ', 3}, {',', 2}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if ((i > 0 && count < 4) || (i == 4 && count < 6))
            break;
        size_t len = write_whole(word, whole, (size_t)count, ways[i].joint, ways[i].group);
        memcpy(word + len, fraction, (size_t)tail);
        len += (size_t)tail;
        if (len < 2)
            return (struct literals){0};
        add_word(&set, word, len);
    }
    return set;
}
