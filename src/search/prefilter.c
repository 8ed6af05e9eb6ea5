/* SPDX-License-Identifier: MIT */
/* A first look at the bytes of a plain text. */
#include "search/prefilter.h"

#include <stdint.h>
#include <string.h>

enum { LANES = 16, STRIDE = 4 * LANES };
enum { LINE = 2048, LONGEST_TAG = 12 };

/* The compiler makes vector instructions of these where the machine has them. */
typedef uint8_t lanes __attribute__((vector_size(LANES)));
typedef int8_t truth __attribute__((vector_size(LANES)));

static inline lanes load(const char *at)
{
    lanes v;
    memcpy(&v, at, sizeof v);
    return v;
}

static inline lanes all_of(unsigned char byte)
{
    return (lanes){0} + byte;
}

static inline bool any(truth t)
{
    uint64_t half[2];
    memcpy(half, &t, sizeof half);
    return (half[0] | half[1]) != 0;
}

/* Not ASCII (a soft hyphen vanishes, a letter may be the same as another in either case); or a tag
 * of the kinds that print nothing, where it may join what stands around it. Control characters are
 * shown as a mark and join nothing. */
static bool is_odd(struct slice s, size_t i)
{
    unsigned char c = (unsigned char)s.at[i];
    unsigned char before = i > 0 ? (unsigned char)s.at[i - 1] : ' ';
    if (c != '<' || before <= ' ' || before == '>')
        return c >= 0x80;
    size_t name = i + 1 < s.len && s.at[i + 1] == '/' ? i + 2 : i + 1;
    return name < s.len && byte_is_upper(s.at[name]);
}

static inline truth odd_lanes(const char *at)
{
    lanes v = load(at), before = load(at - 1);
    truth tag =
        (truth)(v == all_of('<')) & (truth)(before > all_of(' ')) & (truth)(before != all_of('>'));
    return (truth)(v >= all_of(0x80)) | tag;
}

static size_t find_odd(struct slice s, size_t from, size_t to)
{
    size_t i = from;
    if (i == 0 && i < to) {
        if (is_odd(s, 0))
            return 0;
        i++;
    }
    while (i < to) {
        size_t stop = to;
        if (i + STRIDE <= to) {
            const char *at = s.at + i;
            stop = i + STRIDE;
            if (!any(odd_lanes(at) | odd_lanes(at + LANES) | odd_lanes(at + 2 * LANES) |
                     odd_lanes(at + 3 * LANES))) {
                i = stop;
                continue;
            }
        }
        for (; i < stop; i++)
            if (is_odd(s, i))
                return i;
    }
    return to;
}

static bool word_at(const struct literals *words, const struct literal *w, const char *at)
{
    for (size_t i = 0; i < w->len; i++)
        if ((words->ignore_case ? byte_lower(at[i]) : at[i]) != w->at[i])
            return false;
    return true;
}

static inline truth probe_lanes(const struct probe *p, const char *at)
{
    lanes a = load(at + p->place[0]) | all_of(p->fold[0]);
    lanes b = load(at + p->place[1]) | all_of(p->fold[1]);
    return (truth)(a == all_of(p->expected[0])) & (truth)(b == all_of(p->expected[1]));
}

/* Where the word `k` begins in [from, to), or `to`. */
static size_t find_word(const struct prefilter *f, size_t k, struct slice s, size_t from, size_t to)
{
    const struct literal *w = &f->words.word[k];
    const struct probe *p = &f->probe[k];
    size_t end = s.len >= w->len ? s.len - w->len + 1 : 0, i = from;
    if (end > to)
        end = to;
    while (i < end) {
        size_t stop = i + 1;
        if (i + STRIDE + LITERAL_LONGEST <= s.len) {
            const char *at = s.at + i;
            stop = i + STRIDE;
            if (!any(probe_lanes(p, at) | probe_lanes(p, at + LANES) |
                     probe_lanes(p, at + 2 * LANES) | probe_lanes(p, at + 3 * LANES))) {
                i = stop;
                continue;
            }
        }
        for (; i < stop && i < end; i++)
            if (word_at(&f->words, w, s.at + i))
                return i;
    }
    return to;
}

static struct probe make_probe(const struct literal *w, bool ignore_case)
{
    struct probe p = {.place = {0, 1}};
    for (size_t n = 0; n < 2; n++) {
        unsigned best = 0;
        for (size_t i = 0; i < w->len; i++) {
            unsigned rare = literal_rarity((unsigned char)w->at[i]);
            if (rare > best && !(n == 1 && i == p.place[0])) {
                best = rare;
                p.place[n] = i;
            }
        }
        char c = w->at[p.place[n]];
        p.fold[n] = ignore_case && byte_is_letter(c) ? 0x20 : 0;
        p.expected[n] = (unsigned char)c;
    }
    return p;
}

void prefilter_init(struct prefilter *f, struct literals words)
{
    f->words = words;
    for (size_t i = 0; i < words.count; i++)
        f->probe[i] = make_probe(&words.word[i], words.ignore_case);
}

/* The length of the tag at the front of `s` if it is of the kind that may print nothing, else 0. */
static size_t tag_length(struct slice s)
{
    size_t i = s.len > 1 && s.at[1] == '/' ? 2 : 1;
    while (i < s.len && i < LONGEST_TAG && byte_is_upper(s.at[i]))
        i++;
    return *s.at == '<' && i < s.len && s.at[i] == '>' ? i + 1 : 0;
}

/* The line as it would be if nothing that is odd were printed: words cannot be more joined than
 * this. Two letters that are not ASCII are an ASCII letter in the other case. */
static size_t join_line(struct slice line, char *joined)
{
    size_t len = 0;
    while (line.len > 0) {
        size_t taken = tag_length(line);
        if (slice_starts(line, SLICE("\xC5\xBF"))) { /* long s */
            joined[len++] = 's';
            taken = 2;
        } else if (slice_starts(line, SLICE("\xE2\x84\xAA"))) { /* Kelvin sign */
            joined[len++] = 'k';
            taken = 3;
        } else if (taken == 0) {
            if ((unsigned char)*line.at < 0x80)
                joined[len++] = *line.at;
            taken = 1;
        }
        line = slice_cut(line, taken, line.len);
    }
    return len;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Whether a word may be on the line of the odd byte at `at`; *end is set behind the line. */
static bool may_join(const struct prefilter *f, struct slice s, size_t at, size_t *end)
{
    char joined[LINE];
    size_t from = at, to = at;
    while (from > 0 && at - from < LINE / 2 && !is_line_end(s.at[from - 1]))
        from--;
    while (to < s.len && to - at < LINE / 2 && !is_line_end(s.at[to]))
        to++;
    *end = to;
    if (at - from >= LINE / 2 || to - at >= LINE / 2)
        return true; /* not worth the trouble */
    struct slice line = {joined, join_line(slice_cut(s, from, to), joined)};
    for (size_t k = 0; k < f->words.count; k++)
        if (find_word(f, k, line, 0, line.len) < line.len)
            return true;
    return false;
}

size_t prefilter_find(const struct prefilter *f, struct slice bytes, size_t from, size_t to)
{
    if (to > bytes.len)
        to = bytes.len;
    size_t odd = from;
    while (from < to) {
        odd = find_odd(bytes, odd, to);
        size_t found = odd;
        for (size_t k = 0; k < f->words.count; k++)
            found = find_word(f, k, bytes, from, found);
        if (found < odd || odd >= to)
            return found < to ? found : to;
        from = odd;
        if (may_join(f, bytes, from, &odd))
            return from;
    }
    return to;
}
