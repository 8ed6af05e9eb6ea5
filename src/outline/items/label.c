/* SPDX-License-Identifier: MIT */
/* Reads the labels of Items and parts. */
#include "outline/items/label.h"

#include "outline/items/line.h"

#include <string.h>

static const char *const NUMBER_WORDS[] = {
    "ONE",     "TWO",     "THREE",     "FOUR",     "FIVE",     "SIX",      "SEVEN",
    "EIGHT",   "NINE",    "TEN",       "ELEVEN",   "TWELVE",   "THIRTEEN", "FOURTEEN",
    "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN", "TWENTY",
};
static const char *const ROMANS[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"};

enum { NUMBER_WORD_COUNT = sizeof NUMBER_WORDS / sizeof NUMBER_WORDS[0], PARTS = 8 };

/* Behind the blanks at `i`, the no-break space among them. */
static size_t skip_blanks(struct slice s, size_t i)
{
    for (;;) {
        if (i < s.len && byte_is_blank(s.at[i]))
            i++;
        else if (i + 1 < s.len && s.at[i] == '\xC2' && s.at[i + 1] == '\xA0')
            i += 2;
        else
            return i;
    }
}

/* The bytes of a dash at `i`: ASCII, en dash or em dash; 0 when there is none. */
static size_t dash_at(struct slice s, size_t i)
{
    struct slice rest = slice_cut(s, i, s.len);
    if (line_byte(s, i) == '-')
        return 1;
    if (slice_starts(rest, SLICE("\xE2\x80\x93")) || slice_starts(rest, SLICE("\xE2\x80\x94")))
        return 3;
    return 0;
}

/* Behind one letter-spaced or plain word; 0 when it is not there. */
static size_t word_at(struct slice text, size_t at, struct slice word)
{
    struct slice rest = slice_cut(text, at, text.len);
    if (slice_starts_nocase(rest, word))
        return at + word.len;
    size_t i = at;
    for (size_t w = 0; w < word.len; w++) {
        if (w > 0) {
            if (line_byte(text, i) != ' ')
                return 0;
            i++;
        }
        if (byte_upper(line_byte(text, i)) != word.at[w])
            return 0;
        i++;
    }
    return i;
}

bool label_words(struct slice text, size_t at, struct slice words, size_t *end)
{
    /* Most lines differ in the first letter. */
    if (words.len > 0 && byte_upper(line_byte(text, at)) != byte_upper(words.at[0]))
        return false;
    while (words.len > 0) {
        size_t blank = slice_find(words, SLICE(" "));
        at = word_at(text, at, slice_cut(words, 0, blank));
        if (at == 0)
            return false;
        words = slice_cut(words, blank + 1, words.len);
        if (words.len > 0) {
            if (line_is_alnum(line_byte(text, at)))
                return false;
            at = skip_blanks(text, at);
        }
    }
    *end = at;
    return !line_is_alnum(line_byte(text, at));
}

static void number_add(struct label_number *n, char c)
{
    size_t len = strlen(n->text);
    if (len + 1 < LABEL_NUMBER_ROOM)
        n->text[len] = c;
}

/* Makes it the plain number, which is below 100. */
static void number_set(struct label_number *n, unsigned value)
{
    memset(n, 0, sizeof *n);
    if (value >= 10)
        number_add(n, (char)('0' + value / 10 % 10));
    number_add(n, (char)('0' + value % 10));
}

/* "(T)" at `i`, a blank before it allowed: behind it, else 0. */
static size_t temporary_at(struct slice s, size_t i)
{
    if (line_byte(s, i) == ' ')
        i++;
    return slice_starts_nocase(slice_cut(s, i, s.len), SLICE("(T)")) ? i + 3 : 0;
}

/* A letter that belongs to the number: glued to it, or one blank away and then set off from what
 * follows. "Item 2 Properties" is not 2P. */
static size_t suffix(struct slice s, size_t i, struct label_number *n)
{
    size_t at = i;
    bool dotted = line_byte(s, at) == '.' && byte_is_letter(line_byte(s, at + 1)); /* "9.A" */
    if (dotted || line_byte(s, at) == ' ')
        at++;
    char c = line_byte(s, at);
    char after = line_byte(s, at + 1);
    bool known = (c >= 'A' && c <= 'K') || (at == i && ((c >= 'a' && c <= 'k') || c == 'T'));
    if (!known || line_is_alnum(after) || after == '\'')
        return i;
    if (at > i && s.at[i] == ' ' && strchr(".:-)\xE2", after) == NULL &&
        !(after == ' ' && line_byte(s, at + 2) == ' '))
        return i;
    if (at > i && s.at[i] == '.' && after != 0 && strchr(". :-", after) == NULL)
        return i;
    if (at > i && s.at[i] == '.')
        number_add(n, '.');
    number_add(n, byte_upper(c));
    return at + 1;
}

/* Behind the "." of a dotted number and its digits, which are added; else `i`. */
static size_t decimals(struct slice s, size_t i, struct label_number *n)
{
    size_t at = i + 1;
    if (line_byte(s, i) != '.' || strlen(n->text) > 1)
        return i;
    if (line_byte(s, at) == ' ' && line_byte(s, at + 1) == '0')
        at++; /* "5. 02" */
    size_t digits = 0;
    while (byte_is_digit(line_byte(s, at + digits)))
        digits++;
    if (digits == 0 || digits > 2)
        return i;
    number_add(n, '.');
    for (size_t d = 0; d < digits; d++)
        number_add(n, s.at[at + d]);
    return at + digits;
}

static size_t arabic(struct slice s, size_t i, struct label_number *n)
{
    size_t digits = 0;
    while (byte_is_digit(line_byte(s, i + digits)))
        digits++;
    if (digits == 0 || digits > 2)
        return 0;
    size_t from = digits == 2 && s.at[i] == '0' ? 1 : 0;
    for (size_t d = from; d < digits; d++)
        number_add(n, s.at[i + d]);
    i += digits;
    size_t behind = decimals(s, i, n);
    if (behind == i)
        behind = suffix(s, i, n);
    size_t t = temporary_at(s, behind);
    if (t == 0)
        return behind;
    for (const char *c = "(T)"; *c != 0; c++)
        number_add(n, *c);
    return t;
}

static size_t number_word(struct slice s, size_t i, struct label_number *n)
{
    for (size_t w = NUMBER_WORD_COUNT; w-- > 0;) {
        struct slice word = slice_of(NUMBER_WORDS[w]);
        if (slice_starts_nocase(slice_cut(s, i, s.len), word) &&
            !line_is_alnum(line_byte(s, i + word.len))) {
            number_set(n, (unsigned)w + 1);
            return i + word.len;
        }
    }
    return 0;
}

static size_t roman(struct slice s, size_t i, struct label_number *n)
{
    size_t len = 0;
    while (len < 5 && line_byte(s, i + len) != 0 && strchr("IVX", line_byte(s, i + len)) != NULL)
        len++;
    if (len == 0 || len == 5 || line_is_alnum(line_byte(s, i + len)))
        return 0;
    for (size_t d = 0; d < len; d++)
        number_add(n, s.at[i + d]);
    return i + len;
}

/* One number at `i`, into the next place of the label: behind it, else 0. */
static size_t one_number(struct slice s, size_t i, struct label *label)
{
    struct label_number n = {{0}};
    if (label->count >= LABEL_NUMBERS)
        return 0;
    size_t end = arabic(s, i, &n);
    if (end == 0)
        end = number_word(s, i, &n);
    if (end == 0 && label->count == 0) {
        end = roman(s, i, &n);
        label->roman = end > 0;
    }
    if (end > 0)
        label->numbers[label->count++] = n;
    return end;
}

/* The word Item, Items, Item No., Item Number at `at`: behind it and the blanks, else 0. */
static size_t item_word(struct slice text, size_t at, bool *plural)
{
    size_t i = word_at(text, at, SLICE("ITEM"));
    if (i == 0)
        return 0;
    *plural = byte_upper(line_byte(text, i)) == 'S';
    if (*plural)
        i++;
    if (byte_is_letter(line_byte(text, i)))
        return 0;
    i = skip_blanks(text, i);
    size_t end;
    if (label_words(text, i, SLICE("NUMBER"), &end) || label_words(text, i, SLICE("NO"), &end))
        i = skip_blanks(text, end + (line_byte(text, end) == '.'));
    else if (line_byte(text, i) == '#')
        i = skip_blanks(text, i + 1);
    size_t dash = dash_at(text, i); /* "Item - 5.02" */
    if (dash > 0 && byte_is_digit(line_byte(text, skip_blanks(text, i + dash))))
        i = skip_blanks(text, i + dash);
    return i;
}

/* What joins two numbers of a combined label. */
enum join { JOIN_NONE, JOIN_AND, JOIN_THROUGH };

static enum join joined(struct slice text, size_t i, bool plural, size_t *end)
{
    static const char *const through[] = {"THROUGH", "THRU", "TO"};
    enum join join = JOIN_NONE;
    if (line_byte(text, i) == '.')
        i++; /* "Items 1. and 2." */
    i = skip_blanks(text, i);
    if (line_byte(text, i) == '/' || line_byte(text, i) == '&' || line_byte(text, i) == ',') {
        i = skip_blanks(text, i + 1);
        join = JOIN_AND;
    }
    if (label_words(text, i, SLICE("AND"), end)) {
        i = skip_blanks(text, *end);
        join = JOIN_AND;
    }
    for (size_t w = 0; w < 3 && join == JOIN_NONE; w++) {
        if (label_words(text, i, slice_of(through[w]), end)) {
            i = skip_blanks(text, *end);
            join = JOIN_THROUGH;
        }
    }
    size_t dash = dash_at(text, i);
    if (join == JOIN_NONE && plural && dash > 0) {
        i = skip_blanks(text, i + dash);
        join = JOIN_THROUGH;
    }
    bool again;
    size_t word = join != JOIN_NONE ? item_word(text, i, &again) : 0;
    *end = word > 0 ? word : i;
    return join;
}

/* Writes out "5 through 9": the last number of the label is 9, the one before it 5. */
static void fill_range(struct label *label)
{
    struct label_number last = label->numbers[label->count - 1];
    long long from = slice_number(slice_of(label->numbers[label->count - 2].text));
    long long to = slice_number(slice_of(last.text));
    if (from < 0 || to <= from || label->count - 1 + (size_t)(to - from) > LABEL_NUMBERS)
        return;
    label->count--;
    for (long long n = from + 1; n <= to; n++)
        number_set(&label->numbers[label->count++], (unsigned)n);
}

/* The bytes of "(a)(1)" at `i`. */
static size_t paragraph_length(struct slice s, size_t i)
{
    size_t at = i;
    while (line_byte(s, at) == '(') {
        size_t j = at + 1;
        while (j - at <= 4 && line_is_alnum(line_byte(s, j)))
            j++;
        if (j == at + 1 || line_byte(s, j) != ')')
            break;
        at = j + 1;
    }
    return at - i;
}

/* All numbers of the label from `i` on: behind the last, 0 when there is none. */
static size_t all_numbers(struct slice text, size_t i, struct label *label)
{
    size_t end = one_number(text, i, label);
    while (end > 0) {
        size_t next;
        enum join join = joined(text, end, label->plural, &next);
        size_t paragraph = join == JOIN_NONE ? paragraph_length(text, end) : 0;
        if (paragraph > 0) /* "Items 1.01(a) and 5.02(e)" */
            join = joined(text, end + paragraph, label->plural, &next);
        size_t behind = join != JOIN_NONE ? one_number(text, next, label) : 0;
        if (behind == 0)
            break;
        if (join == JOIN_THROUGH)
            fill_range(label);
        end = behind;
    }
    return end;
}

static size_t skip_separators(struct slice s, size_t i, bool *found)
{
    for (;;) {
        i = skip_blanks(s, i);
        size_t dash = dash_at(s, i);
        char c = line_byte(s, i);
        if (dash == 0 && c != '.' && c != ':' && c != ';')
            return i;
        *found = true;
        i += dash > 0 ? dash : 1;
    }
}

bool label_item(struct slice text, size_t at, struct label *label)
{
    memset(label, 0, sizeof *label);
    size_t i = item_word(text, at, &label->plural);
    if (i == 0)
        return false;
    label->caps = byte_is_upper(text.at[at + 1]) || line_byte(text, at + 1) == ' ';
    i = all_numbers(text, i, label);
    if (i == 0)
        return false;
    size_t paragraph = i + (line_byte(text, i) == ' ' && line_byte(text, i + 1) == '(');
    size_t len = paragraph_length(text, paragraph);
    if (len > 0) {
        label->paragraph = slice_cut(text, paragraph, paragraph + len);
        i = paragraph + len;
    } else if (line_is_alnum(line_byte(text, i)) && byte_is_digit(text.at[i])) {
        return false;
    }
    label->end = skip_separators(text, i, &label->separator);
    return true;
}

const char *label_roman(unsigned part)
{
    return part <= PARTS ? ROMANS[part] : "";
}

unsigned label_part(struct slice text, size_t at, size_t *end, bool *separator)
{
    size_t i = word_at(text, at, SLICE("PART"));
    if (i == 0 || byte_is_letter(line_byte(text, i)))
        return 0;
    i = skip_blanks(text, i);
    *separator = false;
    for (unsigned p = PARTS; p > 0; p--) {
        struct slice number = slice_of(ROMANS[p]);
        size_t behind = 0;
        if (slice_starts_nocase(slice_cut(text, i, text.len), number))
            behind = i + number.len;
        else if (line_byte(text, i) == (char)('0' + p))
            behind = i + 1;
        else if (!label_words(text, i, slice_of(NUMBER_WORDS[p - 1]), &behind))
            behind = 0;
        if (behind == 0 || line_is_alnum(line_byte(text, behind)))
            continue;
        *end = skip_separators(text, behind, separator);
        return p;
    }
    return 0;
}
