/* SPDX-License-Identifier: MIT */
/* Finds phrases by their first two bytes. */
#include "base/phrases.h"

enum { KINDS = 32 }; /* of bytes, by their low bits: the two cases of a letter are one kind */

static unsigned kind_of(char c)
{
    return (unsigned char)c % KINDS;
}

static bool stands_at(struct slice rest, const struct slice *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_starts_nocase(rest, phrases[i]))
            return true;
    return false;
}

bool phrases_in(struct slice text, const struct slice *phrases, size_t count)
{
    uint32_t seconds[KINDS] = {0}; /* by the kind of the first byte: bits of kinds behind it */
    for (size_t i = 0; i < count; i++) {
        struct slice p = phrases[i];
        seconds[kind_of(p.at[0])] |= p.len > 1 ? UINT32_C(1) << kind_of(p.at[1]) : UINT32_MAX;
    }
    for (size_t i = 0; i < text.len; i++) {
        uint32_t bits = seconds[kind_of(text.at[i])];
        unsigned next = i + 1 < text.len ? kind_of(text.at[i + 1]) : 0;
        if (bits != 0 && (bits >> next & 1 || i + 1 == text.len) &&
            stands_at(slice_cut(text, i, text.len), phrases, count))
            return true;
    }
    return false;
}
