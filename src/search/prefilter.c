/* SPDX-License-Identifier: MIT */
/* A first look at the bytes of a plain text. */
#include "search/prefilter.h"

#include <stdint.h>
#include <string.h>

enum { LANES = 16, STRIDE = 4 * LANES };
enum { LINE = 2048, LONGEST_TAG = 12 };

/* The compiler makes vector instructions of these where the machine has them. */
typedef uint8_t lanes __attribute__((vector_size(LANES)));

/* A probe as it is compared. */
struct wide {
    size_t place[2];
    lanes fold[2], expected[2];
};

/* The filter, ready to go through bytes. */
struct finder {
    const struct prefilter *filter;
    struct wide wide[LITERALS_MOST];
};

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

/* Whether a byte has its highest bit set; one that came of a comparison has all or none. */
static inline bool any(lanes t)
{
    uint64_t half[2];
    memcpy(half, &t, sizeof half);
    return ((half[0] | half[1]) & 0x8080808080808080U) != 0;
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

/* Where bytes may be odd, as far as each byte tells by itself. */
static inline lanes odd_lanes(const char *at)
{
    lanes v = load(at);
    return v | (lanes)(v == all_of('<'));
}

/* The same, as far as the byte before it tells, too. */
static inline lanes odder_lanes(const char *at)
{
    lanes v = load(at), before = load(at - 1);
    lanes tag =
        (lanes)(v == all_of('<')) & (lanes)(before > all_of(' ')) & (lanes)(before != all_of('>'));
    return v | tag;
}

static inline lanes word_lanes(const struct wide *w, const char *at)
{
    lanes a = load(at + w->place[0]) | w->fold[0], b = load(at + w->place[1]) | w->fold[1];
    return (lanes)(a == w->expected[0]) & (lanes)(b == w->expected[1]);
}

static inline lanes word_stride(const struct wide *w, const char *at)
{
    return word_lanes(w, at) | word_lanes(w, at + LANES) | word_lanes(w, at + 2 * LANES) |
           word_lanes(w, at + 3 * LANES);
}

/* The beginning of the first lanes at or behind `i` (not 0) in which a word may begin or something
 * odd stand; a place at or behind `to`, or near the end of the bytes, when there are none. */
static size_t skip_quiet(const struct finder *f, struct slice s, size_t i, size_t to)
{
    const struct wide first = f->wide[0];
    size_t count = f->filter->words.count;
    for (; i < to && i + STRIDE + LITERAL_LONGEST <= s.len; i += STRIDE) {
        const char *at = s.at + i;
        lanes found = word_stride(&first, at);
        for (size_t k = 1; k < count; k++)
            found |= word_stride(&f->wide[k], at);
        if (!any(found | odd_lanes(at) | odd_lanes(at + LANES) | odd_lanes(at + 2 * LANES) |
                 odd_lanes(at + 3 * LANES)))
            continue;
        for (size_t lane = 0; lane < STRIDE; lane += LANES) {
            found = odder_lanes(at + lane);
            for (size_t k = 0; k < count; k++)
                found |= word_lanes(&f->wide[k], at + lane);
            if (any(found))
                return i + lane;
        }
    }
    return i;
}

static bool word_at(const struct literals *words, const struct literal *w, const char *at)
{
    for (size_t i = 0; i < w->len; i++)
        if ((words->ignore_case ? byte_lower(at[i]) : at[i]) != w->at[i])
            return false;
    return true;
}

/* Whether one of the words begins at `i`. */
static bool begins_word(const struct prefilter *f, struct slice s, size_t i)
{
    for (size_t k = 0; k < f->words.count; k++) {
        const struct literal *w = &f->words.word[k];
        const struct probe *p = &f->probe[k];
        if (w->len <= s.len - i &&
            ((unsigned char)s.at[i + p->place[0]] | p->fold[0]) == p->expected[0] &&
            word_at(&f->words, w, s.at + i))
            return true;
    }
    return false;
}

/* The first place in [from, to) where a word begins or, from `odd` on, something odd stands; `to`
 * when there is none. */
static size_t find_next(const struct finder *f, struct slice s, size_t from, size_t odd, size_t to)
{
    size_t i = from, stop;
    while (i < to) {
        if (i > 0)
            i = skip_quiet(f, s, i, to);
        for (stop = i + LANES; i < stop && i < to; i++)
            if (begins_word(f->filter, s, i) || (i >= odd && is_odd(s, i)))
                return i;
    }
    return to;
}

/* Makes the finder ready; it has as many probes as the filter has words. */
static void make_finder(struct finder *f, const struct prefilter *filter)
{
    f->filter = filter;
    for (size_t k = 0; k < filter->words.count; k++) {
        const struct probe *p = &filter->probe[k];
        for (size_t n = 0; n < 2; n++) {
            f->wide[k].place[n] = p->place[n];
            f->wide[k].fold[n] = all_of(p->fold[n]);
            f->wide[k].expected[n] = all_of(p->expected[n]);
        }
    }
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
static bool may_join(const struct finder *f, struct slice s, size_t at, size_t *end)
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
    return find_next(f, line, 0, line.len, line.len) < line.len;
}

size_t prefilter_find(const struct prefilter *filter, struct slice bytes, size_t from, size_t to)
{
    struct finder f;
    make_finder(&f, filter);
    size_t odd = from;
    if (to > bytes.len)
        to = bytes.len;
    while ((from = find_next(&f, bytes, from, odd, to)) < to)
        if (begins_word(filter, bytes, from) || may_join(&f, bytes, from, &odd))
            return from;
    return to;
}
