/* SPDX-License-Identifier: MIT */
/* Reads the numbers of labels, each kind in its own manner. */
#include "outline/references/reference_number.h"

#include "outline/items/line.h"

#include <string.h>

static const char *const COUNTED[] = {"ONE",   "TWO",   "THREE", "FOUR", "FIVE",   "SIX",
                                      "SEVEN", "EIGHT", "NINE",  "TEN",  "ELEVEN", "TWELVE"};
enum { COUNTED_COUNT = sizeof COUNTED / sizeof *COUNTED };

static struct slice rest_of(struct slice text, size_t at)
{
    return slice_cut(text, at, text.len);
}

size_t reference_number_blank(struct slice text, size_t i)
{
    return line_byte(text, i) == ' ' ? i + 1 : i;
}

size_t reference_number_dash(struct slice text, size_t i)
{
    if (line_byte(text, i) == '-')
        return 1;
    struct slice rest = rest_of(text, i);
    return slice_starts(rest, SLICE("\xE2\x80\x93")) || slice_starts(rest, SLICE("\xE2\x80\x94"))
               ? 3
               : 0;
}

size_t reference_number_word(struct slice text, size_t i, struct slice word)
{
    if (!slice_starts_nocase(rest_of(text, i), word) ||
        line_is_alnum(line_byte(text, i + word.len)))
        return 0;
    return reference_number_blank(text, i + word.len);
}

static bool key_add(struct reference_number *n, size_t *len, char c)
{
    if (*len + 1 >= REFERENCE_NUMBER_ROOM)
        return false;
    n->key[(*len)++] = byte_upper(c);
    n->key[*len] = 0;
    return true;
}

void reference_number_set(struct reference_number *n, unsigned value)
{
    size_t len = 0;
    if (value >= 10)
        key_add(n, &len, (char)('0' + value / 10 % 10));
    key_add(n, &len, (char)('0' + value % 10));
}

size_t reference_number_roman(struct slice text, size_t i, unsigned *value)
{
    static const struct {
        struct slice sign;
        unsigned value;
    } signs[] = {{SLICE_ROW("X"), 10},
                 {SLICE_ROW("IX"), 9},
                 {SLICE_ROW("V"), 5},
                 {SLICE_ROW("IV"), 4},
                 {SLICE_ROW("I"), 1}};
    size_t at = i;
    *value = 0;
    for (size_t s = 0; s < sizeof signs / sizeof *signs; s++) {
        unsigned most = signs[s].value == 10 || signs[s].value == 1 ? 3 : 1;
        for (unsigned n = 0; n < most && slice_starts(rest_of(text, at), signs[s].sign); n++) {
            at += signs[s].sign.len;
            *value += signs[s].value;
        }
    }
    return *value == 0 || line_is_alnum(line_byte(text, at)) ? 0 : at;
}

size_t reference_number_counted(struct slice text, size_t i, unsigned *value)
{
    for (size_t w = 0; w < COUNTED_COUNT; w++) {
        struct slice word = slice_of(COUNTED[w]);
        if (slice_starts_nocase(rest_of(text, i), word) &&
            !line_is_alnum(line_byte(text, i + word.len))) {
            *value = (unsigned)w + 1;
            return i + word.len;
        }
    }
    return 0;
}

/* The bytes of "(a)(1)" at `i`, a blank before it allowed. */
static size_t paragraphs(struct slice text, size_t i)
{
    size_t at = i;
    for (;;) {
        size_t open = at == i ? reference_number_blank(text, at) : at;
        size_t j = open + 1;
        if (line_byte(text, open) != '(')
            break;
        while (j - open <= 4 && line_is_alnum(line_byte(text, j)))
            j++;
        if (j == open + 1 || line_byte(text, j) != ')')
            break;
        /* "(the" is a word, "(iv)" and "(10)" are paragraphs; so is "(T)" of "9A(T)". */
        if (open > i && at == i && j - open > 3)
            break;
        at = j + 1;
    }
    return at - i;
}

/* Digits at `i`, up to `most`, into the key; behind them, else 0. */
static size_t digits_at(struct slice text, size_t i, size_t most, struct reference_number *n,
                        size_t *len)
{
    size_t from = i;
    while (byte_is_digit(line_byte(text, i)))
        i++;
    if (i == from || i - from > most)
        return 0;
    bool leading = *len == 0;
    for (size_t d = from; d < i; d++)
        if (!leading || text.at[d] != '0' || d + 1 == i) {
            leading = false;
            key_add(n, len, text.at[d]);
        }
    return i;
}

/* A letter glued to the number: "7A". Never the first of a word. */
static size_t letter_at(struct slice text, size_t i, struct reference_number *n, size_t *len)
{
    char c = line_byte(text, i);
    if (!byte_is_letter(c) || line_is_alnum(line_byte(text, i + 1)))
        return i;
    key_add(n, len, c);
    return i + 1;
}

/* What stands at `i` makes a figure of the digits before: "33,853", "33 %". */
static bool is_figure(struct slice text, size_t i)
{
    bool thousands = line_byte(text, i) == ',';
    for (size_t d = 1; d <= 3; d++)
        thousands = thousands && byte_is_digit(line_byte(text, i + d));
    return thousands || line_byte(text, reference_number_blank(text, i)) == '%';
}

/* "7A", "1.01", "3.D", "9A(T)", "II", "One". */
static size_t item_number(struct slice text, const struct reference_manner *m, size_t i,
                          struct reference_number *n)
{
    unsigned value;
    size_t len = 0;
    size_t end = digits_at(text, i, 2, n, &len);
    if (end == 0) {
        end = m->capital ? reference_number_roman(text, i, &value) : 0;
        if (end == 0)
            end = reference_number_counted(text, i, &value);
        if (end > 0)
            reference_number_set(n, value);
        return end;
    }
    bool dotted = line_byte(text, end) == '.';
    char c = line_byte(text, end + 1);
    if (dotted && byte_is_digit(c)) {
        key_add(n, &len, '.');
        return digits_at(text, end + 1, 2, n, &len);
    }
    if (dotted && c >= 'A' && c <= 'K' && !line_is_alnum(line_byte(text, end + 2))) {
        key_add(n, &len, '.');
        end++;
    }
    end = letter_at(text, end, n, &len);
    return line_is_alnum(line_byte(text, end)) || is_figure(text, end) ? 0 : end;
}

/* "12", "2A", "(12)", "B". What is money, a rate or a year is none. */
static size_t note_number(struct slice text, const struct reference_manner *m, size_t i,
                          struct reference_number *n)
{
    size_t len = 0;
    bool bracket = line_byte(text, i) == '(';
    size_t end = digits_at(text, i + bracket, 2, n, &len);
    if (end > 0) {
        end = letter_at(text, end, n, &len);
    } else if (m->capital && byte_is_upper(line_byte(text, i + bracket))) {
        key_add(n, &len, text.at[i + bracket]);
        end = i + bracket + 1;
        /* "Note A" may be the article of a sentence. */
        if (!bracket && text.at[i] == 'A' && byte_is_lower(line_byte(text, end + 1)) &&
            line_byte(text, end) == ' ' && !slice_starts(rest_of(text, end), SLICE(" to ")) &&
            !slice_starts(rest_of(text, end), SLICE(" of ")))
            return 0;
    }
    if (end == 0 || (bracket && line_byte(text, end) != ')'))
        return 0;
    end += bracket;
    char c = line_byte(text, end);
    char after = line_byte(text, end + 1);
    if (line_is_alnum(c) || c == '%' || c == '/' || (c == ' ' && after == '%') ||
        ((c == '.' || c == ',' || c == '-') && byte_is_digit(after)))
        return 0;
    return end;
}

/* "10.1", "3(i)", "31.1", "4-A", "101.INS", "A", "B-1". */
static size_t exhibit_number(struct slice text, const struct reference_manner *m, size_t i,
                             struct reference_number *n)
{
    size_t len = 0;
    size_t end = digits_at(text, i, 3, n, &len);
    if (end == 0) {
        if (!m->capital || !byte_is_upper(line_byte(text, i)))
            return 0;
        key_add(n, &len, text.at[i]);
        end = i + 1;
    }
    for (;;) {
        char c = line_byte(text, end);
        char after = line_byte(text, end + 1);
        if (c == '(' && line_is_alnum(after))
            break; /* read below, as part of the key */
        bool joins = (c == '.' || c == '-') && (byte_is_digit(after) || byte_is_upper(after));
        if (!joins)
            break;
        key_add(n, &len, c);
        end++;
        while (line_is_alnum(line_byte(text, end)) && key_add(n, &len, text.at[end]))
            end++;
    }
    end = letter_at(text, end, n, &len);
    size_t more = line_byte(text, end) == '(' ? paragraphs(text, end) : 0;
    for (size_t p = 0; p < more; p++)
        key_add(n, &len, text.at[end + p]);
    end += more;
    return line_is_alnum(line_byte(text, end)) ? 0 : end;
}

/* "4.2", "13", "409A", "3.1.2", "IV". */
static size_t section_number(struct slice text, const struct reference_manner *m, size_t i,
                             struct reference_number *n)
{
    unsigned value;
    size_t len = 0;
    size_t end = digits_at(text, i, 4, n, &len);
    if (end == 0) {
        end = m->capital ? reference_number_roman(text, i, &value) : 0;
        if (end == 0 && m->capital && m->article)
            end = reference_number_counted(text, i, &value);
        if (end > 0)
            reference_number_set(n, value);
        return end;
    }
    n->plain = true;
    while (line_byte(text, end) == '.' && byte_is_digit(line_byte(text, end + 1))) {
        n->plain = false;
        key_add(n, &len, '.');
        end = digits_at(text, end + 1, 4, n, &len);
        if (end == 0)
            return 0;
    }
    end = letter_at(text, end, n, &len);
    /* "240.14a-8" is a rule. */
    bool rule = line_byte(text, end) == '-' && byte_is_digit(line_byte(text, end + 1)) &&
                byte_is_letter(text.at[end - 1]);
    return rule || line_is_alnum(line_byte(text, end)) ? 0 : end;
}

/* "29", "F-3", "A-12", "iv". */
static size_t page_number(struct slice text, size_t i, struct reference_number *n)
{
    size_t len = 0;
    size_t end = digits_at(text, i, 4, n, &len);
    if (end == 0) {
        end = i;
        while (end - i < 6 && line_byte(text, end) != 0 && strchr("ivx", text.at[end]) != NULL)
            key_add(n, &len, text.at[end++]);
        if (end > i)
            return line_is_alnum(line_byte(text, end)) ? 0 : end;
        for (size_t k = 0; k < 3 && byte_is_upper(line_byte(text, end)); k++)
            key_add(n, &len, text.at[end++]);
        size_t dash = end > i ? reference_number_dash(text, end) : 0;
        if (dash == 0)
            return 0;
        key_add(n, &len, '-');
        end = digits_at(text, end + dash, 4, n, &len);
    }
    char c = line_byte(text, end);
    return end == 0 || line_is_alnum(c) || c == '%' ||
                   ((c == '.' || c == ',') && byte_is_digit(line_byte(text, end + 1)))
               ? 0
               : end;
}

size_t reference_number_read(struct slice text, const struct reference_manner *m, size_t i,
                             struct reference_number *n)
{
    size_t end = 0;
    memset(n, 0, sizeof *n);
    if (m->kind == REFERENCE_ITEM)
        end = item_number(text, m, i, n);
    else if (m->kind == REFERENCE_NOTE)
        end = note_number(text, m, i, n);
    else if (m->kind == REFERENCE_EXHIBIT)
        end = exhibit_number(text, m, i, n);
    else if (m->kind == REFERENCE_SECTION)
        end = section_number(text, m, i, n);
    else if (m->kind == REFERENCE_PAGE)
        end = page_number(text, i, n);
    if (end == 0)
        return 0;
    bool whole = m->kind == REFERENCE_PAGE || m->kind == REFERENCE_EXHIBIT;
    size_t more = whole ? 0 : paragraphs(text, end);
    if (more > 0 && slice_starts_nocase(rest_of(text, end), SLICE("(T)"))) {
        size_t len = strlen(n->key);
        for (const char *c = "(T)"; *c != 0; c++)
            key_add(n, &len, *c);
    }
    n->from = i;
    n->to = end + more;
    return n->to;
}
