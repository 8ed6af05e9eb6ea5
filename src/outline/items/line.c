/* SPDX-License-Identifier: MIT */
/* Looks at one line of text. */
#include "outline/items/line.h"

#include <string.h>

enum { OPEN_BYTES = 5 }; /* of the longest word that a line does not end with */

bool line_ends_with_any(struct slice text, const struct slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_ends_nocase(text, words[i]))
            return true;
    return false;
}

size_t line_letters(struct slice text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += byte_is_letter(text.at[i]);
    return n;
}

size_t line_letters_lower(struct slice text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += byte_is_lower(text.at[i]);
    return n;
}

static bool has_lower(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (byte_is_lower(text.at[i]))
            return true;
    return false;
}

bool line_is_caps(struct slice text)
{
    return !has_lower(text) && line_letters(text) > 0;
}

bool line_is_rule(struct slice line)
{
    for (size_t i = 0; i < line.len; i++)
        if (line_is_alnum(line.at[i]))
            return false;
    return true;
}

void line_fold_blanks(struct buffer *out, struct slice text)
{
    text = slice_trim(text);
    for (size_t from = 0; from < text.len;) {
        /* As it is up to blanks that are not one space. */
        size_t end = from;
        while (end < text.len && (!byte_is_blank(text.at[end]) ||
                                  (text.at[end] == ' ' && !byte_is_blank(text.at[end + 1]))))
            end++;
        buffer_add(out, slice_cut(text, from, end));
        if (end < text.len)
            buffer_add_byte(out, ' ');
        while (end < text.len && byte_is_blank(text.at[end]))
            end++;
        from = end;
    }
}

/* Takes the next word (letters, digits, apostrophes) off `rest`. */
static bool next_word(struct slice *rest, struct slice *word)
{
    size_t i = 0;
    while (i < rest->len && !line_is_alnum(rest->at[i]))
        i++;
    size_t start = i;
    while (i < rest->len && (line_is_alnum(rest->at[i]) || rest->at[i] == '\''))
        i++;
    *word = slice_cut(*rest, start, i);
    *rest = slice_cut(*rest, i, rest->len);
    return word->len > 0;
}

static bool is_one_of(struct slice word, const char *const *list)
{
    for (; *list != NULL; list++)
        if (slice_equal_nocase(word, slice_of(*list)))
            return true;
    return false;
}

bool line_is_prose_rest(struct slice rest, bool separator)
{
    static const char *const openers[] = {
        "of",    "in",     "to",     "and",   "or", "is", "are",   "was",  "were", "above",
        "below", "herein", "hereof", "shall", "as", "by", "which", "that", NULL};
    if (rest.len == 0)
        return false;
    char c = rest.at[0];
    if (c == ')' || c == '\'' || c == ';')
        return true;
    if (separator)
        return false;
    if (c == ',') {
        struct slice behind = slice_trim(slice_cut(rest, 1, rest.len));
        return behind.len == 0 || !byte_is_upper(behind.at[0]) || !line_is_heading_case(behind);
    }
    struct slice word;
    struct slice from = rest;
    return byte_is_lower(c) ||
           (byte_is_upper(c) && next_word(&from, &word) && is_one_of(word, openers));
}

static struct slice last_word(struct slice line)
{
    size_t i = line.len;
    while (i > 0 && !byte_is_blank(line.at[i - 1]))
        i--;
    return slice_cut(line, i, line.len);
}

bool line_ends_open(struct slice line, bool joined)
{
    static const char *const open[] = {"see",  "in",   "under", "and", "of", "to", "the", "with",
                                       "by",   "or",   "also",  "per", "a",  "an", "our", "this",
                                       "from", "that", "see,",  "for", "on", "as", NULL};
    line = slice_trim(line);
    if (line.len == 0)
        return false;
    struct slice word = last_word(line);
    bool sentence = has_lower(line);
    if (sentence && word.len <= OPEN_BYTES && is_one_of(word, open))
        return true;
    if (!joined || !sentence)
        return false;
    char c = line.at[line.len - 1];
    return c == ',' || c == '(' || (line.len > 55 && byte_is_lower(c));
}

bool line_is_heading_case(struct slice text)
{
    struct slice word;
    size_t words = 0;
    size_t capital = 0;
    if (line_is_caps(text))
        return true;
    while (words < 12 && next_word(&text, &word)) {
        if (!byte_is_letter(word.at[0]) || word.len < 4)
            continue;
        words++;
        capital += byte_is_upper(word.at[0]);
    }
    return words == 0 || capital * 10 >= words * 7;
}

static bool is_page_byte(char c)
{
    return byte_is_digit(c) || c == '-' || (c != 0 && strchr("ivxIVXFSAE", c) != NULL);
}

size_t line_page_number(struct slice text)
{
    size_t end = text.len;
    while (end > 0 && (byte_is_blank(text.at[end - 1]) || text.at[end - 1] == '.'))
        end--;
    size_t i = end;
    bool digit = false;
    while (i > 0 && end - i < 8 && is_page_byte(text.at[i - 1])) {
        digit = digit || text.at[i - 1] != '-';
        i--;
    }
    if (i == end || !digit || i == 0)
        return text.len;
    size_t gap = i;
    size_t blanks = 0;
    size_t dots = 0;
    while (gap > 0 && (byte_is_blank(text.at[gap - 1]) || text.at[gap - 1] == '.' ||
                       text.at[gap - 1] == '_')) {
        gap--;
        if (text.at[gap] == '\t')
            blanks += 3; /* the next cell of a row */
        else if (byte_is_blank(text.at[gap]))
            blanks++;
        else
            dots++;
    }
    bool page = gap >= 4 && slice_ends_nocase(slice_cut(text, 0, gap), SLICE("page"));
    if (page && blanks > 0)
        return gap - 4;
    return dots >= 3 || blanks >= 3 ? gap : text.len;
}

bool line_is_quoted(struct slice rest)
{
    return rest.len > 0 && (rest.at[0] == '"' || slice_starts(rest, SLICE("\xE2\x80\x9C")) ||
                            slice_starts(rest, SLICE("``")) || slice_starts(rest, SLICE("''")));
}

bool line_has_continued(struct slice text)
{
    static const char *const marks[] = {"(continued", "- continued", "-continued", "(cont",
                                        "(con't",     ", continued", NULL};
    if (slice_find_nocase(text, SLICE("cont")) == text.len)
        return false;
    for (const char *const *m = marks; *m != NULL; m++)
        if (slice_find_nocase(text, slice_of(*m)) < text.len)
            return true;
    struct slice word = last_word(slice_trim(text));
    return slice_equal_nocase(word, SLICE("continued")) ||
           slice_equal_nocase(word, SLICE("continued."));
}

bool line_has_boxes(struct slice text)
{
    static const char *const boxes[] = {"[ ]", "[X]", "[  ]", "|_|", "|X|", "/ /",
                                        "/X/", "[_]", "☐",    "☑",   "☒",   NULL};
    if (text.len == 0)
        return false;
    if (memchr(text.at, '[', text.len) == NULL && memchr(text.at, '|', text.len) == NULL &&
        memchr(text.at, '/', text.len) == NULL && memchr(text.at, 0xE2, text.len) == NULL)
        return false;
    for (const char *const *b = boxes; *b != NULL; b++)
        if (slice_find_nocase(text, slice_of(*b)) < text.len)
            return true;
    return false;
}

bool line_is_reserved(struct slice title)
{
    struct slice word;
    size_t words = 0;
    while (words < 3 && next_word(&title, &word)) {
        words++;
        if (slice_equal_nocase(word, SLICE("reserved")))
            return true;
    }
    return false;
}

bool line_is_exhibit_number(struct slice text)
{
    size_t i = 0;
    while (i < text.len && byte_is_digit(text.at[i]))
        i++;
    if (i == 0 || i > 3)
        return false;
    for (; i < text.len; i++) {
        char c = text.at[i];
        if (c == 0 || (!line_is_alnum(c) && strchr(".()-*+#^", c) == NULL))
            return false;
    }
    return text.len <= 16;
}
