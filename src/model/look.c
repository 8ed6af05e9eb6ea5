/* SPDX-License-Identifier: MIT */
/* Telling numbers, years, signs and marks by their characters. */
#include "model/look.h"

#include "base/utf8.h"
#include "base/width.h"
#include "model/wording.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* A blank to a reader: a space of any width, or a character without any. */
static bool is_blank(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || code == 0xAD || (code >= 0x2000 && code <= 0x200F) ||
           code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x2060 ||
           code == 0x3000 || code == 0xFEFF;
}

/* Where the blanks at the end of the text begin. */
static size_t seen_end(struct slice text)
{
    while (text.len > 0 && (unsigned char)text.at[text.len - 1] <= ' ')
        text.len--;
    /* A byte of ASCII is always a character of its own; other ones are read from the front. */
    if (text.len > 0 && (unsigned char)text.at[text.len - 1] < 0x80)
        return text.len;
    size_t end = 0;
    for (struct slice rest = text; rest.len > 0;)
        if (!is_blank(utf8_next(&rest)))
            end = text.len - rest.len;
    return end;
}

struct slice look_trim(struct slice text, size_t *columns)
{
    size_t before = 0;
    while (text.len > 0) {
        struct slice rest = text;
        uint32_t code = utf8_next(&rest);
        if (!is_blank(code))
            break;
        before += (size_t)width_of(code);
        text = rest;
    }
    if (columns)
        *columns = before;
    return slice_cut(text, 0, seen_end(text));
}

/* Reading on in a text. */

static uint32_t peek(struct slice s)
{
    return s.len > 0 ? utf8_next(&s) : 0;
}

static void skip_blanks(struct slice *s)
{
    while (s->len > 0 && is_blank(peek(*s)))
        utf8_next(s);
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_currency(uint32_t code)
{
    return code == '$' || code == 0xA2 || code == 0xA3 || code == 0xA5 ||
           (code >= 0x20A0 && code <= 0x20CF);
}

static bool is_dash(uint32_t code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x2500;
}

static bool is_fraction(uint32_t code)
{
    return (code >= 0xBC && code <= 0xBE) || (code >= 0x2150 && code <= 0x215E);
}

static bool is_star(uint32_t code)
{
    return code == '*' || code == '#' || code == 0x2020 || code == 0x2021 || code == 0xA7 ||
           code == 0xB9 || code == 0xB2 || code == 0xB3 || (code >= 0x2070 && code <= 0x2079);
}

/* Takes a currency written with letters: "US$", "RMB", "EUR". */
static bool take_currency_name(struct slice *s)
{
    static const struct slice names[] = {SLICE_ROW("RMB"), SLICE_ROW("EUR"), SLICE_ROW("USD"),
                                         SLICE_ROW("CHF"), SLICE_ROW("GBP"), SLICE_ROW("CAD"),
                                         SLICE_ROW("JPY"), SLICE_ROW("Rs.")};
    size_t letters = 0;
    while (letters < s->len && letters < 4 && byte_is_letter(s->at[letters]))
        letters++;
    if (letters > 0 && letters < 4 && letters < s->len && s->at[letters] == '$') {
        *s = slice_cut(*s, letters + 1, s->len);
        return true;
    }
    for (size_t i = 0; i < COUNT(names) && letters > 0; i++)
        if (slice_starts(*s, names[i])) {
            *s = slice_cut(*s, 3, s->len);
            return true;
        }
    return false;
}

/* Where the name of a mark ends that begins at `from`: "1", "a", "iv", "F1", "**"; `from`: none. */
static size_t mark_end(struct slice s, size_t from)
{
    size_t letters = 0, digits = 0, stars = 0;
    while (from + letters < s.len && byte_is_letter(s.at[from + letters]))
        letters++;
    size_t at = from + letters;
    while (at + digits < s.len && byte_is_digit(s.at[at + digits]))
        digits++;
    while (letters + digits == 0 && from + stars < s.len && s.at[from + stars] == '*')
        stars++;
    if (letters > 3 || digits > 2 || stars > 3 || (letters > 1 && digits > 0))
        return from;
    return at + digits + stars;
}

/* Takes one mark of a footnote: "(1)", "[a]", "*", "^2". */
static bool take_mark(struct slice *s)
{
    uint32_t code = peek(*s);
    if (is_star(code)) {
        utf8_next(s);
        return true;
    }
    if (code == '^') {
        size_t end = 1;
        while (end < s->len && (byte_is_letter(s->at[end]) || byte_is_digit(s->at[end]) ||
                                s->at[end] == '(' || s->at[end] == ')' || s->at[end] == ','))
            end++;
        *s = slice_cut(*s, end, s->len);
        return end > 1;
    }
    if (code != '(' && code != '[')
        return false;
    size_t end = 1;
    for (;;) { /* several with a comma between */
        size_t from = end;
        end = mark_end(*s, from);
        if (end == from)
            return false;
        if (end == s->len || s->at[end] != ',')
            break;
        end++;
    }
    if (end == s->len || s->at[end] != (code == '(' ? ')' : ']'))
        return false;
    *s = slice_cut(*s, end + 1, s->len);
    return true;
}

bool look_is_marks(struct slice text)
{
    struct slice rest = text;
    bool any = false;
    for (skip_blanks(&rest); rest.len > 0; skip_blanks(&rest)) {
        if (peek(rest) == ',' && any)
            utf8_next(&rest);
        else if (!take_mark(&rest))
            return false;
        any = true;
    }
    return any;
}

/* What is known of a number while it is read. */
struct reading {
    size_t open; /* "(" that wait for their ")" */
    size_t digits, value;
    bool sign, strong, behind;
    bool plain;    /* digits only */
    bool fraction; /* "3/8" */
};

static void read_before(struct slice *s, struct reading *r)
{
    for (;;) {
        skip_blanks(s);
        uint32_t code = peek(*s);
        if (code == '(') {
            r->open++;
        } else if (is_currency(code)) {
            r->strong = true;
        } else if (take_currency_name(s)) {
            r->strong = r->sign = true;
            continue;
        } else if (!(is_dash(code) || code == '+' || code == '<' || code == '>' || code == '~' ||
                     code == 0x2264 || code == 0x2265 || code == 0x2248)) {
            return;
        }
        r->sign = true;
        utf8_next(s);
    }
}

static void read_digits(struct slice *s, struct reading *r)
{
    r->plain = true;
    while (s->len > 0) {
        uint32_t code = peek(*s), next = s->len > 1 ? (uint32_t)(unsigned char)s->at[1] : 0;
        if (is_digit(code)) {
            r->digits++;
            r->value = r->value < 100000 ? r->value * 10 + (code - '0') : r->value;
        } else if ((code == ',' || code == '.') && is_digit(next)) {
            r->strong = true;
            r->plain = false;
        } else if (is_fraction(code)) {
            r->digits++;
            r->plain = false;
        } else if (code == '/' && r->digits > 0 && !r->fraction && is_digit(next)) {
            r->plain = false;
            r->fraction = true;
        } else {
            return;
        }
        utf8_next(s);
    }
}

/* The fraction behind a whole number: "46 5/8". */
static void read_fraction(struct slice *s, struct reading *r)
{
    struct slice rest = *s;
    struct reading second = {0};
    skip_blanks(&rest);
    if (!r->plain || rest.len == s->len)
        return;
    read_digits(&rest, &second);
    if (!second.fraction || second.strong)
        return;
    r->plain = false;
    r->fraction = true;
    *s = rest;
}

static bool take_word(struct slice *s)
{
    static const struct slice words[] = {
        SLICE_ROW("million"), SLICE_ROW("billion"), SLICE_ROW("thousand"), SLICE_ROW("bps"),
        SLICE_ROW("pts"),     SLICE_ROW("ppt"),     SLICE_ROW("ppts"),     SLICE_ROW("pp"),
        SLICE_ROW("mm"),      SLICE_ROW("years"),   SLICE_ROW("x"),        SLICE_ROW("cents"),
        SLICE_ROW("m"),       SLICE_ROW("bn")};
    if (s->len == 0 || !byte_is_letter(*s->at))
        return false;
    for (size_t i = 0; i < COUNT(words); i++) {
        struct slice word = words[i];
        if (slice_starts_nocase(*s, word) &&
            (s->len == word.len || !byte_is_letter(s->at[word.len]))) {
            *s = slice_cut(*s, word.len, s->len);
            return true;
        }
    }
    return false;
}

static void read_behind(struct slice *s, struct reading *r)
{
    for (;;) {
        skip_blanks(s);
        uint32_t code = peek(*s);
        if (code == ')' && r->open > 0) {
            r->open--;
            r->strong = r->strong || r->digits > 2;
        } else if (code == '%' || is_currency(code)) {
            r->strong = true;
        } else if (take_mark(s) || take_word(s)) {
            r->behind = true;
            continue;
        } else {
            return;
        }
        r->behind = true;
        utf8_next(s);
    }
}

/* Whether the whole text is a number, or a range of such. */
static bool read_number(struct slice text, struct reading *r)
{
    struct slice s = text;
    read_before(&s, r);
    read_digits(&s, r);
    if (r->digits == 0)
        return false;
    read_fraction(&s, r);
    read_behind(&s, r);
    if (s.len == 0)
        return true;
    bool dash = is_dash(peek(s));
    if (!dash && !slice_starts_nocase(s, SLICE("to ")))
        return false;
    struct reading second = {0};
    utf8_next(&s);
    s = dash ? s : slice_cut(s, 1, s.len);
    read_before(&s, &second);
    read_digits(&s, &second);
    read_behind(&s, &second);
    r->plain = false;
    r->strong = r->strong || second.strong;
    return s.len == 0 && second.digits > 0 && (r->strong || second.fraction);
}

static bool is_none(struct slice text)
{
    static const struct slice words[] = {SLICE_ROW("n/a"), SLICE_ROW("na"),  SLICE_ROW("n.a."),
                                         SLICE_ROW("nm"),  SLICE_ROW("n/m"), SLICE_ROW("n.m."),
                                         SLICE_ROW("nmf"), SLICE_ROW("nil"), SLICE_ROW("none"),
                                         SLICE_ROW("n.m"), SLICE_ROW("*nm"), SLICE_ROW("nc")};
    struct slice rest = text;
    for (size_t i = 0; i < COUNT(words); i++)
        if (slice_equal_nocase(text, words[i]))
            return true;
    struct reading r = {0};
    size_t dashes = 0;
    for (skip_blanks(&rest); rest.len > 0 && dashes < 4; skip_blanks(&rest)) {
        uint32_t code = peek(rest);
        if (!is_dash(code) && code != '$' && code != '(' && code != 0x20AC && code != 0xA3)
            break;
        dashes += is_dash(code);
        utf8_next(&rest);
        if (dashes == 1 && rest.len > 1 && rest.at[0] == '0') /* "-0-" */
            utf8_next(&rest);
    }
    r.open = 1;
    read_behind(&rest, &r);
    return dashes > 0 && rest.len == 0;
}

/* "M", "X": a letter by itself is a code, as Form 4 has them, before it is a unit; and so is what
 * begins with a small m, which some use for a mark. */
static bool may_be_code(struct slice text)
{
    bool letter = text.len == 1 || !byte_is_letter(text.at[1]);
    return text.at[0] == 'm' || (letter && byte_is_upper(text.at[0]));
}

/* What stands before or behind a number, alone. */
static enum look_kind sign_kind(struct slice text)
{
    struct reading r = {0};
    struct slice rest = text;
    read_before(&rest, &r);
    if (rest.len == 0 && r.sign && (r.strong || r.open > 0))
        return LOOK_BEFORE;
    rest = text;
    bool any = false;
    for (skip_blanks(&rest); rest.len > 0; skip_blanks(&rest)) {
        uint32_t code = peek(rest);
        if (code == ')' || code == '%' || code == 0xA2)
            utf8_next(&rest);
        else if (!(any && take_mark(&rest)) && (may_be_code(rest) || !take_word(&rest)))
            return LOOK_TEXT;
        any = true;
    }
    return any ? LOOK_BEHIND : LOOK_TEXT;
}

struct look look_of(struct slice text)
{
    struct look look = {.kind = LOOK_EMPTY};
    struct reading r = {0};
    if (text.len == 0)
        return look;
    look.kind = LOOK_TEXT;
    if (look_is_marks(text)) {
        look.kind = LOOK_MARK;
    } else if (text.len <= 64 && read_number(text, &r)) {
        look.kind = LOOK_NUMBER;
        look.strong = r.strong;
        look.open = r.open > 0;
        if (r.plain && !r.sign && !r.strong && r.digits == 4 && r.value >= 1900 && r.value < 2100)
            look.kind = LOOK_YEAR;
        if (r.fraction && !r.sign && !r.strong && wording_names_time(text)) /* "12/2018" */
            look.kind = LOOK_PERIOD;
    } else if (text.len <= 16 && is_none(text)) {
        look.kind = LOOK_NONE;
    } else if (text.len <= 16) {
        look.kind = sign_kind(text);
    }
    if (look.kind == LOOK_TEXT && wording_names_time(text))
        look.kind = LOOK_PERIOD;
    look.period = look.kind == LOOK_PERIOD || look.kind == LOOK_YEAR;
    return look;
}
