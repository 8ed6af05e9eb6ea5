/* SPDX-License-Identifier: MIT */
/* Finds phrases by their first two bytes. */
#include "base/phrases.h"

enum {
    KINDS = 32,   /* of bytes, by their low bits: the two cases of a letter are one kind */
    TOGETHER = 64 /* phrases that are looked for in one pass: each has a bit */
};

static unsigned kind_of(char c)
{
    return (unsigned char)c % KINDS;
}

/* Whether one of the phrases whose bits are set stands at the front of the text. */
static bool stands_there(struct slice rest, const struct slice *phrases, uint64_t bits)
{
    for (; bits != 0; bits &= bits - 1)
        if (slice_starts_nocase(rest, phrases[__builtin_ctzll(bits)]))
            return true;
    return false;
}

static bool some_in(struct slice text, const struct slice *phrases, size_t count)
{
    uint64_t firsts[KINDS] = {0}, seconds[KINDS] = {0}; /* phrases, by the kind of that byte */
    uint64_t single = 0;                                /* those of one byte */
    for (size_t i = 0; i < count; i++) {
        struct slice p = phrases[i];
        uint64_t bit = UINT64_C(1) << i;
        firsts[kind_of(p.at[0])] |= bit;
        if (p.len > 1)
            seconds[kind_of(p.at[1])] |= bit;
        else
            single |= bit;
    }
    for (size_t i = 0; i < text.len; i++) {
        uint64_t bits = firsts[kind_of(text.at[i])];
        if (bits == 0)
            continue;
        bits &= single | (i + 1 < text.len ? seconds[kind_of(text.at[i + 1])] : 0);
        if (bits != 0 && stands_there(slice_cut(text, i, text.len), phrases, bits))
            return true;
    }
    return false;
}

bool phrases_in(struct slice text, const struct slice *phrases, size_t count)
{
    for (; count > TOGETHER; phrases += TOGETHER, count -= TOGETHER)
        if (some_in(text, phrases, TOGETHER))
            return true;
    return some_in(text, phrases, count);
}
