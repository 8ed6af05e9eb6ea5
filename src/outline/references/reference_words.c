/* SPDX-License-Identifier: MIT */
/* Goes through the words of a sentence. */
#include "outline/references/reference_words.h"

#include "outline/items/line.h"

enum { QUOTE_BYTES = 240 };

/* The bytes of an apostrophe at `i`, straight or curly; 0 when there is none. */
static size_t apostrophe_at(struct slice word, size_t i)
{
    if (line_byte(word, i) == '\'')
        return 1;
    return slice_starts(slice_cut(word, i, word.len), SLICE("\xE2\x80\x99")) ? 3 : 0;
}

/* The same word, with whatever apostrophe: those of the list are straight. */
static bool is_same(struct slice word, struct slice known, bool exactly)
{
    size_t i = 0;
    if (word.len < known.len)
        return false;
    for (size_t k = 0; k < known.len; k++) {
        size_t apostrophe = known.at[k] == '\'' ? apostrophe_at(word, i) : 0;
        char a = line_byte(word, i), b = known.at[k];
        if (apostrophe == 0 &&
            (i >= word.len || (exactly ? a != b : byte_lower(a) != byte_lower(b))))
            return false;
        i += apostrophe > 0 ? apostrophe : 1;
    }
    return i == word.len;
}

bool reference_words_one(struct slice word, const char *const *list)
{
    for (; *list != NULL; list++)
        if (is_same(word, slice_of(*list), false))
            return true;
    return false;
}

bool reference_words_exactly(struct slice word, const char *const *list)
{
    for (; *list != NULL; list++)
        if (is_same(word, slice_of(*list), true))
            return true;
    return false;
}

/* "company's", "trust's": whose it is. */
static bool is_possessive(struct slice word)
{
    for (size_t back = 2; back <= 4 && back < word.len; back += 2)
        if (apostrophe_at(word, word.len - back) == back - 1 &&
            byte_lower(word.at[word.len - 1]) == 's')
            return true;
    return false;
}

/* The bytes of an opening quotation mark at `i`, and its closing one. */
static size_t quote_at(struct slice text, size_t i, struct slice *closing)
{
    *closing = SLICE("\"");
    if (line_byte(text, i) == '"')
        return 1;
    *closing = SLICE("\xE2\x80\x9D");
    return slice_starts(slice_cut(text, i, text.len), SLICE("\xE2\x80\x9C")) ? 3 : 0;
}

/* Behind what is quoted at `i`; `i` when nothing is. */
static size_t skip_quoted(struct slice text, size_t i)
{
    struct slice closing;
    size_t open = quote_at(text, i, &closing);
    if (open == 0)
        return i;
    struct slice inner = slice_cut(text, i + open, i + open + QUOTE_BYTES);
    size_t end = slice_find(inner, closing);
    return end < inner.len ? i + open + end + closing.len : i + open;
}

bool reference_words_byte(char c)
{
    return line_is_alnum(c) || c == '\'' || c == '-' || (unsigned char)c >= 0x80;
}

/* A sentence ends at the stop at `i`. */
static bool ends_sentence(const struct reference_words *w, size_t i)
{
    char c = line_byte(w->text, i);
    if (c == ';' || c == '\t' || c == '?' || c == '!')
        return true;
    if (c != '.' || w->first)
        return false;
    char after = line_byte(w->text, i + 1);
    bool initial = i > 1 && byte_is_upper(w->text.at[i - 1]) &&
                   (w->text.at[i - 2] == '.' || w->text.at[i - 2] == ' '); /* "U.S." */
    return !initial && (after == 0 || after == ' ') && w->word.len > 3;
}

bool reference_words_next(struct reference_words *w)
{
    size_t i = w->at;
    while (i < w->text.len) {
        size_t behind = skip_quoted(w->text, i);
        if (behind == i && ends_sentence(w, i)) {
            w->at = i + 1;
            return false;
        }
        char c = w->text.at[i];
        bool dash = c == '-' || slice_starts(slice_cut(w->text, i, w->text.len), SLICE("\xE2\x80"));
        if (behind == i && reference_words_byte(c) && !dash)
            break;
        i = behind > i ? behind : dash && c != '-' ? i + 3 : i + 1;
    }
    if (i >= w->text.len) {
        w->at = w->text.len;
        return false;
    }
    w->start = i;
    while (i < w->text.len && reference_words_byte(w->text.at[i]) &&
           !slice_starts(slice_cut(w->text, i, w->text.len), SLICE("\xE2\x80\x9D")) &&
           !slice_starts(slice_cut(w->text, i, w->text.len), SLICE("\xE2\x80\x94")))
        i++;
    if (i == w->start)
        i++;
    w->word = slice_cut(w->text, w->start, i);
    w->at = i;
    w->first = false;
    return true;
}

/* clang-format off */
static const char *const SMALL[] = {
    "of", "in", "to", "on", "from", "within", "under", "and", "or", "the", "our", "its", "their",
    "his", "a", "each", "an", "that", "such", "these", "for", "as", "at", "with", "by",
    "included", "contained", "appearing", "appears", "set", "forth", "elsewhere", "entitled",
    "captioned", "titled", "caption", "captions", "heading", "headings", "section", "sections",
    "note", "notes", "item", "items", "part", "parts", "page", "pages", "exhibit", "exhibits",
    "annual", "quarterly", "current", "report", "reports", "consolidated", "condensed",
    "combined", "interim", "financial", "statement", "statements", "audited", "unaudited",
    "most", "recent", "recently", "latest", "last",
    "prior", "previously", "previous", "filed", "fiscal", "year", "years", "ended", "ending",
    "quarter", "period", "respectively", "located", "found", "presented", "also", "both",
    "amended", "disclosed", "described", "discussed", "through", "registrant", "company",
    "beginning", "dated", "paragraph", "paragraphs", "article", "articles", "proxy",
    "registration", "prospectus", "relating", "definitive", "schedule", "related", "accompanying",
    "supplementary", "data", NULL};
/* clang-format on */

bool reference_words_go_on(struct slice word)
{
    return !byte_is_lower(word.at[0]) || is_possessive(word) || reference_words_one(word, SMALL);
}
