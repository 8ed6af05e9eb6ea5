/* SPDX-License-Identifier: MIT */
/* Reads the numbers of exhibits. */
#include "outline/exhibits/exhibit_number.h"

#include "outline/catalog.h"
#include "outline/items/line.h"

enum {
    NUMBER_BYTES = 24, /* no number is longer */
    GROUP_BYTES = 5,   /* what stands between two brackets, or dots */
    GROUP_MOST = 6     /* with its brackets */
};

/* The sign at byte `i`: its length in bytes, 0 when there is none. */
static size_t sign_at(struct slice s, size_t i)
{
    static const struct slice signs[] = {
        SLICE_ROW("*"),
        SLICE_ROW("+"),
        SLICE_ROW("#"),
        SLICE_ROW("^"),
        SLICE_ROW("~"),
        SLICE_ROW("@"),
        SLICE_ROW("\xE2\x80\xA0"), /* dagger */
        SLICE_ROW("\xE2\x80\xA1"), /* double dagger */
        SLICE_ROW("\xC2\xA7"),     /* section sign */
        SLICE_ROW("\xC2\xB6"),     /* pilcrow */
        SLICE_ROW("\xE2\x88\x97"), /* another asterisk */
        SLICE_ROW("\xE2\x97\x8A"), /* lozenge */
    };
    struct slice rest = slice_cut(s, i, s.len);
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
        if (slice_starts(rest, signs[k]))
            return signs[k].len;
    return 0;
}

/* Behind a raised mark at `i`, which has a caret in front: "^(1)", "^a"; `i`: there is none. */
static size_t raised_end(struct slice s, size_t i)
{
    size_t to = i + 1;
    if (line_byte(s, i) != '^')
        return i;
    while (line_is_alnum(line_byte(s, to)) || line_byte(s, to) == '(' || line_byte(s, to) == ')')
        to++;
    return to > i + 1 && to - i <= GROUP_MOST ? to : i;
}

bool exhibit_number_next_mark(struct slice *rest, struct slice *mark)
{
    size_t i = 0;
    while (byte_is_blank(line_byte(*rest, i)) || line_byte(*rest, i) == ',')
        i++;
    size_t from = i;
    size_t raised = raised_end(*rest, i);
    if (raised > i) {
        *mark = slice_cut(*rest, i + 1, raised);
        *rest = slice_cut(*rest, raised, rest->len);
        return true;
    }
    size_t len = sign_at(*rest, i);
    struct slice sign = slice_cut(*rest, i, i + len);
    while (len > 0 && slice_starts(slice_cut(*rest, i, rest->len), sign))
        i += len;
    if (len == 0 && line_byte(*rest, i) == '(' && line_is_alnum(line_byte(*rest, i + 1))) {
        size_t to = i + 2;
        to += byte_is_digit(line_byte(*rest, to));
        i = line_byte(*rest, to) == ')' ? to + 1 : i;
    }
    if (i == from)
        return false;
    *mark = slice_cut(*rest, from, i);
    *rest = slice_cut(*rest, i, rest->len);
    return true;
}

/* Where the sign that ends at `end` begins, or `end`. */
static size_t sign_before(struct slice s, size_t end)
{
    for (size_t len = 1; len <= 3 && len <= end; len++)
        if (sign_at(s, end - len) == len)
            return end - len;
    return end;
}

struct slice exhibit_number_tail(struct slice text)
{
    size_t end = text.len;
    size_t from = end;
    for (;;) {
        size_t i = from;
        while (i > 0 && (byte_is_blank(text.at[i - 1]) || text.at[i - 1] == ','))
            i--;
        size_t sign = sign_before(text, i);
        if (sign == i && i >= 3 && text.at[i - 1] == ')') {
            size_t open = i - 2;
            if (line_is_alnum(text.at[open]) && byte_is_digit(text.at[open - 1]))
                open--;
            if (open > 0 && line_is_alnum(text.at[open]) && text.at[open - 1] == '(')
                sign = open - 1;
        }
        if (sign == i)
            break;
        from = sign;
    }
    return slice_cut(text, from, end);
}

/* Behind signs at byte `i`, and blanks between them. */
static size_t skip_signs(struct slice s, size_t i)
{
    size_t end = i;
    size_t len;
    while ((len = sign_at(s, i)) > 0) {
        size_t raised = raised_end(s, i);
        i = raised > i ? raised : i + len;
        end = i;
        while (line_byte(s, i) == ' ')
            i++;
    }
    return end;
}

size_t exhibit_number_signs(struct slice line)
{
    size_t i = skip_signs(line, 0);
    while (i > 0 && byte_is_blank(line_byte(line, i)))
        i++;
    return i;
}

/* Behind "Exhibit", "Exhibit No.", "EX-" at the front, and blanks; 0 when there is no such word. */
static size_t exhibit_word(struct slice s)
{
    static const char *const words[] = {
        "EXHIBIT NUMBER", "EXHIBIT NO.", "EXHIBIT NO", "EXHIBIT", "EX-", "EX.", NULL};
    for (const char *const *w = words; *w != NULL; w++) {
        struct slice word = slice_of(*w);
        if (!slice_starts_nocase(s, word))
            continue;
        size_t i = word.len;
        while (byte_is_blank(line_byte(s, i)) || line_byte(s, i) == ':')
            i++;
        return i;
    }
    return 0;
}

/* Behind a group in brackets at `i`, "(iii)"; `i` when there is none. */
static size_t bracket_end(struct slice s, size_t i)
{
    size_t to = i + 1;
    if (line_byte(s, i) != '(')
        return i;
    while (line_is_alnum(line_byte(s, to)) && to - i <= GROUP_BYTES)
        to++;
    return to > i + 1 && line_byte(s, to) == ')' ? to + 1 : i;
}

/* Behind letters and digits at `i`. */
static size_t word_end(struct slice s, size_t i)
{
    while (line_is_alnum(line_byte(s, i)))
        i++;
    return i;
}

/* Behind one more piece of a number: ".1", "(a)", "-A", "A"; `i` when there is none. */
static size_t piece_end(struct slice s, size_t i)
{
    char c = line_byte(s, i);
    char next = line_byte(s, i + 1);
    size_t to = i;
    if (c == '(')
        return bracket_end(s, i);
    if (c == '.' && next == '(')
        to = bracket_end(s, i + 1) > i + 1 ? bracket_end(s, i + 1) : i;
    else if (c == '.' && line_is_alnum(next))
        to = word_end(s, i + 1);
    else if (c == '-' && line_is_alnum(next))
        to = word_end(s, i + 1) - i <= 3 ? word_end(s, i + 1) : i; /* longer: a file number */
    else if (byte_is_letter(c))
        to = word_end(s, i) - i <= 2 ? word_end(s, i) : i;
    return to - i <= GROUP_BYTES + 1 ? to : i;
}

/* The end of the number that begins at `i` with digits, a closing bracket behind these included. */
static size_t number_end(struct slice s, size_t i, bool bracket, size_t *digits)
{
    size_t from = i;
    while (byte_is_digit(line_byte(s, i)))
        i++;
    *digits = i;
    if (i == from || i - from > 3)
        return from;
    if (bracket && line_byte(s, i) == ')') {
        i++;
        bracket = false;
    }
    for (size_t to; (to = piece_end(s, i)) > i;) {
        i = to;
        if (bracket && line_byte(s, i) == ')') {
            i++;
            bracket = false;
        }
    }
    return i - from <= NUMBER_BYTES && !bracket ? i : from;
}

/* Behind a second number that makes the first a range: "4.1-4.3", "4.1 through 4.3". */
static size_t range_end(struct slice s, size_t i)
{
    static const struct slice joins[] = {
        SLICE_ROW("\xE2\x80\x93"),   SLICE_ROW("\xE2\x80\x94"), SLICE_ROW("-"),    SLICE_ROW(" - "),
        SLICE_ROW(" \xE2\x80\x93 "), SLICE_ROW(" through "),    SLICE_ROW(" to "),
    };
    size_t digits;
    for (size_t k = 0; k < sizeof joins / sizeof *joins; k++) {
        if (!slice_starts_nocase(slice_cut(s, i, s.len), joins[k]))
            continue;
        size_t from = i + joins[k].len;
        size_t to = number_end(s, from, false, &digits);
        if (to > digits && digits > from && line_byte(s, digits) != '-')
            return to;
    }
    return i;
}

/* "(a)", "(ii)(B)", "B." at `i`. */
static bool read_letters(struct slice line, size_t i, struct exhibit_number *n)
{
    size_t to = i;
    size_t groups = 0;
    if (byte_is_letter(line_byte(line, i + 1))) {
        for (size_t next; (next = bracket_end(line, to)) > to; groups++)
            to = next;
    }
    if (groups > 0) {
        n->shape = groups > 1 ? EXHIBIT_LETTERS : EXHIBIT_SUB;
    } else if (byte_is_upper(line_byte(line, i)) && !line_is_alnum(line_byte(line, i + 1)) &&
               (n->word || line_byte(line, i + 1) == '.')) {
        to = i + 1;
        n->shape = n->word ? EXHIBIT_LETTERS : EXHIBIT_SUB;
    }
    n->text = slice_cut(line, i, to);
    return to > i && to - i <= NUMBER_BYTES;
}

/* The marks and the stop behind the number, and what must follow them. */
static bool read_behind(struct slice line, size_t i, struct exhibit_number *n)
{
    size_t apart = i; /* "10.1 *", in a cell of its own */
    while (line_byte(line, apart) == ' ')
        apart++;
    size_t to = skip_signs(line, apart);
    if (apart > i && (to == apart || (to < line.len && !byte_is_blank(line.at[to]))))
        to = apart = i;
    n->behind = slice_cut(line, apart, to);
    char c = line_byte(line, to);
    if (c == '.' || c == ':' || c == '-')
        c = line_byte(line, ++to);
    size_t late = skip_signs(line, to); /* "10.1.*" */
    if (late > to) {
        n->behind = slice_cut(line, to, late);
        to = late;
        c = line_byte(line, to);
    }
    n->end = to;
    return c == 0 || byte_is_blank(c);
}

bool exhibit_number_read(struct slice line, struct exhibit_number *n)
{
    static const struct slice none = {0};
    *n = (struct exhibit_number){0};
    size_t i = exhibit_number_signs(line);
    n->front = slice_trim(slice_cut(line, 0, i));
    size_t word = exhibit_word(slice_cut(line, i, line.len));
    n->word = word > 0;
    i += word;
    n->bracket = line_byte(line, i) == '(' && byte_is_digit(line_byte(line, i + 1));
    if (!n->bracket && !byte_is_digit(line_byte(line, i)))
        return read_letters(line, i, n) && read_behind(line, i + n->text.len, n);
    i += n->bracket;
    size_t digits;
    size_t to = number_end(line, i, n->bracket, &digits);
    if (to == i)
        return false;
    for (size_t k = i; k < digits; k++)
        n->major = n->major * 10 + (unsigned)(line.at[k] - '0');
    size_t range = range_end(line, to);
    n->text = slice_cut(line, i, range);
    if (n->bracket && line_byte(n->text, n->text.len - 1) == ')' && range == digits + 1)
        n->text.len--; /* "(99)" */
    n->shape = n->word || to > digits + n->bracket ? EXHIBIT_SHAPED : EXHIBIT_PLAIN;
    if (slice_find(n->text, SLICE("-")) < n->text.len && catalog_family(n->text, none) != NULL &&
        !n->word)
        return read_behind(line, range, n) && n->behind.len == 0 && n->end < line.len &&
               (line.at[n->end] == '\t' || line_byte(line, n->end + 1) == ' '); /* "10-K for" */
    return read_behind(line, range, n);
}

struct slice exhibit_number_joined(struct slice text, struct slice before)
{
    static const char *const joins[] = {"through",      "and", "to",       "&",       "-",
                                        "\xE2\x80\x93", ",",   "exhibits", "exhibit", NULL};
    size_t from = (size_t)(before.at - text.at) + before.len;
    bool more = true;
    bool any = false;
    while (more) {
        while (byte_is_blank(line_byte(text, from)))
            from++;
        more = false;
        for (const char *const *j = joins; *j != NULL && !more; j++) {
            more = slice_starts_nocase(slice_cut(text, from, text.len), slice_of(*j));
            from += more ? slice_of(*j).len : 0;
        }
        any = any || more;
    }
    struct exhibit_number n;
    size_t to = from;
    while (line_is_alnum(line_byte(text, to)) || line_byte(text, to) == '(' ||
           (line_byte(text, to) == '.' && line_is_alnum(line_byte(text, to + 1))) ||
           (line_byte(text, to) == ')' && to > from))
        to++;
    struct slice word = slice_cut(text, from, to);
    while (any && word.len > 0 && word.len <= NUMBER_BYTES && byte_is_digit(word.at[0])) {
        if (exhibit_number_read(word, &n) && n.end == word.len)
            return word;
        word.len--; /* the bracket of "(Exhibits 4.1 and 4.2)" */
    }
    return slice_cut(text, 0, 0);
}
