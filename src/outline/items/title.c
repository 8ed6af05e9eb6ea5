/* SPDX-License-Identifier: MIT */
/* Compares printed titles with those of the catalogue, forgiving what filers do to them. */
#include "outline/items/title.h"

#include <string.h>

enum { EDIT_ROOM = 64 }; /* so much of a title is compared letter by letter */

static bool is_word_byte(char c)
{
    return byte_is_letter(c) || byte_is_digit(c);
}

/* The bytes of an apostrophe at the front of `s`, ASCII or typographic; 0 when there is none. */
static size_t apostrophe(struct slice s)
{
    if (s.at[0] == '\'' || s.at[0] == '`')
        return 1;
    if (s.at[0] != '\xE2')
        return 0;
    if (slice_starts(s, SLICE("\xE2\x80\x98")) || slice_starts(s, SLICE("\xE2\x80\x99")))
        return 3;
    return 0;
}

/* The byte as it counts in a word; 0 when it is none of a word. */
static char folded_byte(char c)
{
    char low = (char)(c | ('a' - 'A'));
    return byte_is_lower(low) ? low : byte_is_digit(c) ? c : 0;
}

/* An apostrophe is nothing in a word; the bytes behind which the text goes on. */
static size_t skip_sign(struct slice text, size_t at, bool *open)
{
    size_t mark = apostrophe(slice_cut(text, at, text.len));
    *open = *open && mark > 0;
    return at + (mark > 0 ? mark : 1);
}

void title_fold(struct buffer *out, struct slice text)
{
    static const struct slice sign = SLICE_ROW("and");
    bool open = false; /* inside a word */
    if (text.len == 0)
        return;
    /* A blank stands for a byte at least that is left out: only signs need more than the text. */
    buffer_reserve(out, text.len + 1);
    char *to = out->at + out->len;
    for (size_t i = 0; i < text.len;) {
        char c = folded_byte(text.at[i]);
        bool other = c == 0 && text.at[i] != '&';
        if (!other && !open && to > out->at)
            *to++ = ' ';
        if (other) {
            i = skip_sign(text, i, &open);
            continue;
        }
        open = c != 0;
        i++;
        if (open) {
            *to++ = c;
            continue;
        }
        out->len = (size_t)(to - out->at);
        buffer_add(out, sign);
        buffer_reserve(out, text.len - i + 1);
        to = out->at + out->len;
    }
    *to = '\0';
    out->len = (size_t)(to - out->at);
}

size_t title_words(struct slice folded)
{
    size_t words = folded.len > 0;
    for (size_t i = 0; i < folded.len; i++)
        words += folded.at[i] == ' ';
    return words;
}

size_t title_prefix(struct slice text, size_t words)
{
    size_t i = 0;
    while (i < text.len && words > 0) {
        while (i < text.len && !is_word_byte(text.at[i]) && text.at[i] != '&')
            i++;
        if (i < text.len && text.at[i] == '&') {
            i++;
        } else {
            while (i < text.len) {
                size_t mark = apostrophe(slice_cut(text, i, text.len));
                if (mark == 0 && !is_word_byte(text.at[i]))
                    break;
                i += mark > 0 ? mark : 1;
            }
        }
        words--;
    }
    while (i < text.len && (text.at[i] == '.' || text.at[i] == ')' || text.at[i] == ']'))
        i++;
    return i;
}

/* True when `whole` begins with `start` and a word ends there. */
static bool starts_with_words(struct slice whole, struct slice start)
{
    return slice_starts(whole, start) && (whole.len == start.len || whole.at[start.len] == ' ');
}

/* Whether one beginning becomes the other when at most so many letters are changed. */
static bool is_near(struct slice a, struct slice b, size_t changes)
{
    unsigned char row[EDIT_ROOM + 1];
    size_t n = b.len < EDIT_ROOM ? b.len : EDIT_ROOM;
    size_t m = a.len < EDIT_ROOM ? a.len : EDIT_ROOM;
    for (size_t j = 0; j <= n; j++)
        row[j] = (unsigned char)j;
    for (size_t i = 1; i <= m; i++) {
        /* Beginnings whose lengths differ by more than `changes` need more of them: what stands in
         * the row for these only has to be too many. */
        size_t first = i > changes ? i - changes : 1;
        size_t last = i + changes < n ? i + changes : n;
        unsigned char corner = row[first - 1];
        unsigned char least = row[first - 1] = (unsigned char)(first == 1 ? i : changes + 1);
        for (size_t j = first; j <= last; j++) {
            unsigned char best = (unsigned char)(corner + (a.at[i - 1] != b.at[j - 1]));
            corner = row[j];
            if (row[j] + 1 < best)
                best = (unsigned char)(row[j] + 1);
            if (row[j - 1] + 1 < best)
                best = (unsigned char)(row[j - 1] + 1);
            row[j] = best;
            least = best < least ? best : least;
        }
        if (least > changes)
            return false; /* no later row has less */
    }
    return row[n] <= changes;
}

/* Takes the next word off a folded text; false at its end. */
static bool next_word(struct slice *folded, struct slice *word)
{
    if (folded->len == 0)
        return false;
    const char *blank = memchr(folded->at, ' ', folded->len);
    size_t end = blank != NULL ? (size_t)(blank - folded->at) : folded->len;
    *word = (struct slice){folded->at, end};
    *folded = slice_cut(*folded, end + 1, folded->len);
    return true;
}

static bool has_word(struct slice folded, struct slice word)
{
    struct slice known;
    while (next_word(&folded, &known))
        if (known.len == word.len && known.at[0] == word.at[0] && slice_equal(known, word))
            return true;
    return false;
}

/* The share of the long words of `printed` (its first ten) that `known` has. */
static double shared_words(struct slice printed, struct slice known)
{
    size_t words = 0;
    size_t shared = 0;
    struct slice word;
    while (words < 10 && next_word(&printed, &word)) {
        if (word.len < 4)
            continue;
        words++;
        shared += has_word(known, word);
    }
    return words < 2 ? 0 : (double)shared / (double)words;
}

double title_match_folded(struct slice printed, struct slice known)
{
    if (printed.len == 0 || known.len == 0)
        return 0;
    if (slice_equal(printed, known))
        return 1;
    if (starts_with_words(printed, known))
        return 0.95;
    if (starts_with_words(known, printed) && printed.len >= 6)
        return 0.9;
    double shared = shared_words(printed, known);
    size_t least = printed.len < known.len ? printed.len : known.len;
    if (least >= 10 && (shared >= 0.3 || least < 24)) {
        struct slice a = slice_cut(printed, 0, least + 2);
        struct slice b = slice_cut(known, 0, least + 2);
        size_t room = least < EDIT_ROOM ? least : EDIT_ROOM;
        if (is_near(a, b, 2 + room / 12))
            return 0.85;
    }
    return shared >= 0.6 ? 0.7 : 0;
}

double title_match(struct slice printed, struct slice known)
{
    struct buffer a;
    struct buffer b;
    buffer_init(&a);
    buffer_init(&b);
    title_fold(&a, printed);
    title_fold(&b, known);
    double score = title_match_folded(buffer_slice(&a), buffer_slice(&b));
    buffer_deinit(&a);
    buffer_deinit(&b);
    return score;
}
