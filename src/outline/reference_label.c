/* SPDX-License-Identifier: MIT */
/* Reads the labels by which sentences name parts of a filing. */
#include "outline/reference_label.h"

#include "outline/line.h"

#include <stdlib.h>
#include <string.h>

/* The words that begin a label. An 's' may follow those that have one. */
static const struct word {
    struct slice name;
    enum reference_kind kind;
    bool article;
} WORDS[] = {
    {SLICE_ROW("item"), REFERENCE_ITEM, false},
    {SLICE_ROW("part"), REFERENCE_PART, false},
    {SLICE_ROW("note"), REFERENCE_NOTE, false},
    {SLICE_ROW("exhibit"), REFERENCE_EXHIBIT, false},
    {SLICE_ROW("ex-"), REFERENCE_EXHIBIT, false},
    {SLICE_ROW("section"), REFERENCE_SECTION, false},
    {SLICE_ROW("article"), REFERENCE_SECTION, true},
    {SLICE_ROW("page"), REFERENCE_PAGE, false},
};
enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

static const char *const COUNTED[] = {"ONE", "TWO",   "THREE", "FOUR", "FIVE",   "SIX",
                                      "SEVEN", "EIGHT", "NINE",  "TEN",  "ELEVEN", "TWELVE"};
enum { COUNTED_COUNT = sizeof COUNTED / sizeof *COUNTED };

/* What a label is read with. */
struct reading {
    struct slice text;
    const struct word *word;
    bool capital; /* the word begins with one */
    bool plural;
};

static struct slice rest_of(struct slice text, size_t at)
{
    return slice_cut(text, at, text.len);
}

static size_t skip_blank(struct slice text, size_t i)
{
    return line_byte(text, i) == ' ' ? i + 1 : i;
}

/* The bytes of a dash at `i`; 0 when there is none. */
static size_t dash_at(struct slice text, size_t i)
{
    if (line_byte(text, i) == '-')
        return 1;
    struct slice rest = rest_of(text, i);
    return slice_starts(rest, SLICE("\xE2\x80\x93")) || slice_starts(rest, SLICE("\xE2\x80\x94"))
               ? 3
               : 0;
}

/* Behind the word at `i` and the blank that follows, else 0. */
static size_t word_at(struct slice text, size_t i, struct slice word)
{
    if (!slice_starts_nocase(rest_of(text, i), word) || line_is_alnum(line_byte(text, i + word.len)))
        return 0;
    return skip_blank(text, i + word.len);
}

static bool key_add(struct reference_number *n, size_t *len, char c)
{
    if (*len + 1 >= REFERENCE_NUMBER_ROOM)
        return false;
    n->key[(*len)++] = byte_upper(c);
    n->key[*len] = 0;
    return true;
}

static void key_set(struct reference_number *n, unsigned value)
{
    size_t len = 0;
    if (value >= 10)
        key_add(n, &len, (char)('0' + value / 10 % 10));
    key_add(n, &len, (char)('0' + value % 10));
}

/* A roman number below 40 in capitals at `i`; behind it, else 0. */
static size_t roman_at(struct slice text, size_t i, unsigned *value)
{
    static const struct {
        struct slice sign;
        unsigned value;
    } signs[] = {{SLICE_ROW("X"), 10}, {SLICE_ROW("IX"), 9}, {SLICE_ROW("V"), 5},
                 {SLICE_ROW("IV"), 4}, {SLICE_ROW("I"), 1}};
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

static size_t counted_at(struct slice text, size_t i, unsigned *value)
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
        size_t open = at == i ? skip_blank(text, at) : at;
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

/* "7A", "1.01", "3.D", "9A(T)", "II", "One". */
static size_t item_number(const struct reading *r, size_t i, struct reference_number *n)
{
    unsigned value;
    size_t len = 0;
    size_t end = digits_at(r->text, i, 2, n, &len);
    if (end == 0) {
        end = r->capital ? roman_at(r->text, i, &value) : 0;
        if (end == 0)
            end = counted_at(r->text, i, &value);
        if (end > 0)
            key_set(n, value);
        return end;
    }
    bool dotted = line_byte(r->text, end) == '.';
    char c = line_byte(r->text, end + 1);
    if (dotted && byte_is_digit(c)) {
        key_add(n, &len, '.');
        return digits_at(r->text, end + 1, 2, n, &len);
    }
    if (dotted && c >= 'A' && c <= 'K' && !line_is_alnum(line_byte(r->text, end + 2))) {
        key_add(n, &len, '.');
        end++;
    }
    end = letter_at(r->text, end, n, &len);
    return line_is_alnum(line_byte(r->text, end)) ? 0 : end;
}

/* "12", "2A", "(12)", "B". What is money, a rate or a year is none. */
static size_t note_number(const struct reading *r, size_t i, struct reference_number *n)
{
    struct slice text = r->text;
    size_t len = 0;
    bool bracket = line_byte(text, i) == '(';
    size_t end = digits_at(text, i + bracket, 2, n, &len);
    if (end > 0) {
        end = letter_at(text, end, n, &len);
    } else if (r->capital && byte_is_upper(line_byte(text, i + bracket))) {
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
static size_t exhibit_number(const struct reading *r, size_t i, struct reference_number *n)
{
    struct slice text = r->text;
    size_t len = 0;
    size_t end = digits_at(text, i, 3, n, &len);
    if (end == 0) {
        if (!r->capital || !byte_is_upper(line_byte(text, i)))
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
static size_t section_number(const struct reading *r, size_t i, struct reference_number *n)
{
    struct slice text = r->text;
    unsigned value;
    size_t len = 0;
    size_t end = digits_at(text, i, 4, n, &len);
    if (end == 0) {
        if (r->capital && (end = roman_at(text, i, &value)) > 0)
            key_set(n, value);
        else if (r->capital && r->word->article && (end = counted_at(text, i, &value)) > 0)
            key_set(n, value);
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
static size_t page_number(const struct reading *r, size_t i, struct reference_number *n)
{
    struct slice text = r->text;
    size_t len = 0;
    size_t end = digits_at(text, i, 4, n, &len);
    if (end == 0) {
        end = i;
        while (end - i < 6 && line_byte(text, end) != 0 && strchr("ivx", text.at[end]) != NULL)
            key_add(n, &len, text.at[end++]);
        if (end > i)
            return line_is_alnum(line_byte(text, end)) ? 0 : end;
        while (end - i < 3 && byte_is_upper(line_byte(text, end)))
            key_add(n, &len, text.at[end++]);
        size_t dash = end > i ? dash_at(text, end) : 0;
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

/* One number at `i`, its paragraphs with it: behind it, else 0. */
static size_t number_at(const struct reading *r, size_t i, struct reference_number *n)
{
    size_t end = 0;
    memset(n, 0, sizeof *n);
    if (r->word->kind == REFERENCE_ITEM)
        end = item_number(r, i, n);
    else if (r->word->kind == REFERENCE_NOTE)
        end = note_number(r, i, n);
    else if (r->word->kind == REFERENCE_EXHIBIT)
        end = exhibit_number(r, i, n);
    else if (r->word->kind == REFERENCE_SECTION)
        end = section_number(r, i, n);
    else if (r->word->kind == REFERENCE_PAGE)
        end = page_number(r, i, n);
    if (end == 0)
        return 0;
    bool whole = r->word->kind == REFERENCE_PAGE || r->word->kind == REFERENCE_EXHIBIT;
    size_t more = whole ? 0 : paragraphs(r->text, end);
    if (more > 0 && slice_starts_nocase(rest_of(r->text, end), SLICE("(T)"))) {
        size_t len = strlen(n->key);
        for (const char *c = "(T)"; *c != 0; c++)
            key_add(n, &len, *c);
    }
    n->from = i;
    n->to = end + more;
    return n->to;
}

/* What joins two numbers at `i`: behind it, else 0. */
static size_t join_at(struct slice text, size_t i, bool plural, bool *range)
{
    static const char *const through[] = {"through", "thru", "to"};
    *range = false;
    size_t at = skip_blank(text, i);
    for (size_t w = 0; w < sizeof through / sizeof *through; w++) {
        size_t behind = word_at(text, at, slice_of(through[w]));
        *range = behind > 0;
        if (behind > 0)
            return behind;
    }
    size_t dash = dash_at(text, at);
    if (dash > 0 && (plural || at == i)) {
        *range = true;
        return skip_blank(text, at + dash);
    }
    char c = line_byte(text, at);
    bool sign = c == ',' || c == '&' || (c == '/' && plural);
    size_t behind = sign ? skip_blank(text, at + 1) : at;
    size_t word = word_at(text, behind, SLICE("and"));
    word = word > 0 && line_byte(text, word) == '/' ? word + 1 : word;
    size_t or = word_at(text, word > 0 ? word : behind, SLICE("or"));
    word = or > 0 ? or : word;
    return word > 0 ? word : sign ? behind : 0;
}

/* The numbers from `i` on; false when there is none. */
static bool read_numbers(const struct reading *r, size_t i, struct reference_label *label)
{
    struct reference_number n;
    size_t end = number_at(r, i, &n);
    if (end == 0)
        return false;
    bool lettered = !byte_is_digit(n.key[0]) && r->word->kind != REFERENCE_PAGE;
    label->numbers[label->count++] = n;
    while (label->count < REFERENCE_NUMBERS) {
        bool range;
        size_t next = join_at(r->text, end, r->plural, &range);
        size_t behind = next > 0 ? number_at(r, next, &n) : 0;
        /* "Exhibit 10.1 and A" is not a list; what is not plural has no commas. */
        if (behind == 0 || (!byte_is_digit(n.key[0]) && r->word->kind != REFERENCE_PAGE) != lettered)
            break;
        if (!r->plural && line_byte(r->text, end) == ',')
            break;
        if (range)
            label->numbers[label->count - 1].to = n.to;
        else
            label->numbers[label->count++] = n;
        end = behind;
    }
    label->end = end;
    return true;
}

/* "No. ", "Number ", "# " at `i`: behind it. */
static size_t skip_number_word(struct slice text, size_t i)
{
    size_t at = i;
    for (size_t w = 0; w < 2; w++) {
        struct slice word = w == 0 ? SLICE("Nos.") : SLICE("No.");
        if (slice_starts_nocase(rest_of(text, i), word))
            return skip_blank(text, i + word.len);
    }
    at = word_at(text, i, SLICE("number"));
    return at > 0 ? at : line_byte(text, i) == '#' ? skip_blank(text, i + 1) : i;
}

/* Reads the word at `at`; behind it and its blank, else 0. */
static size_t read_word(struct reading *r, size_t at)
{
    for (size_t w = 0; w < WORD_COUNT; w++) {
        const struct word *word = &WORDS[w];
        if (!slice_starts_nocase(rest_of(r->text, at), word->name))
            continue;
        size_t i = at + word->name.len;
        r->word = word;
        r->capital = byte_is_upper(r->text.at[at]);
        if (word->name.at[2] == '-')
            return r->capital ? i : 0;
        r->plural = byte_lower(line_byte(r->text, i)) == 's';
        i += r->plural;
        bool bracket = line_byte(r->text, i) == '(';
        return line_byte(r->text, i) == ' ' ? i + 1 : bracket ? i : 0;
    }
    return 0;
}

unsigned reference_label_part(struct slice text, size_t at, size_t *end)
{
    unsigned value;
    if (!slice_starts(rest_of(text, at), SLICE("Part ")) &&
        !slice_starts(rest_of(text, at), SLICE("PART ")))
        return 0;
    *end = roman_at(text, at + 5, &value);
    if (*end == 0)
        *end = counted_at(text, at + 5, &value);
    return *end > 0 && value <= 8 ? value : 0;
}

/* "Part II", "Part II, Item 7": the part at `at`. */
static bool read_part(struct reading *r, size_t at, struct reference_label *label)
{
    size_t end;
    unsigned part = reference_label_part(r->text, at, &end);
    if (part == 0)
        return false;
    size_t i = end;
    char c = line_byte(r->text, i);
    if (c == ',' || c == '.' || c == ':' || c == ';' || c == '/')
        i++;
    i = skip_blank(r->text, i);
    size_t dash = dash_at(r->text, i);
    i = skip_blank(r->text, i + dash);
    struct reading item = {.text = r->text};
    size_t number = read_word(&item, i);
    if (number > 0 && item.word->kind == REFERENCE_ITEM &&
        read_numbers(&item, skip_number_word(r->text, number), label)) {
        label->kind = REFERENCE_ITEM;
        label->part = part;
        label->numbers[0].from = at;
        return true;
    }
    label->kind = REFERENCE_PART;
    label->count = 1;
    key_set(&label->numbers[0], part);
    label->numbers[0].from = at;
    label->numbers[0].to = label->end = end;
    return true;
}

/* "Item 7 of Part II", "Item 7, Part II": the part behind an Item, unless it is the next one's. */
static void read_part_behind(struct slice text, struct reference_label *label)
{
    size_t i = label->end;
    if (line_byte(text, i) == ',')
        i++;
    i = skip_blank(text, i);
    size_t of = word_at(text, i, SLICE("of"));
    size_t in = word_at(text, i, SLICE("in"));
    i = of > 0 ? of : in > 0 ? in : i;
    size_t end;
    unsigned part = i > label->end ? reference_label_part(text, i, &end) : 0;
    if (part == 0)
        return;
    size_t next = skip_blank(text, end + (line_byte(text, end) == ','));
    if (slice_starts_nocase(rest_of(text, next), SLICE("item")) && of == 0)
        return;
    label->part = part;
    label->end = end;
    label->numbers[label->count - 1].to = end;
}

/* "page 3 of 12" is the foot of a page. */
static bool is_page_foot(struct slice text, size_t end)
{
    return slice_starts_nocase(rest_of(text, end), SLICE(" of ")) &&
           byte_is_digit(line_byte(text, end + 4));
}

/* Words that make a count of it: "notes 30 days". */
static bool is_count(struct slice text, size_t end)
{
    static const char *const units[] = {"days",    "months",  "years",   "year",
                                        "percent", "million", "billion", "basis"};
    size_t i = skip_blank(text, end);
    for (size_t u = 0; i > end && u < sizeof units / sizeof *units; u++)
        if (word_at(text, i, slice_of(units[u])) > 0)
            return true;
    return false;
}

bool reference_label_read(struct slice text, size_t at, struct reference_label *label)
{
    struct reading r = {.text = text};
    label->count = 0;
    label->part = 0;
    size_t i = read_word(&r, at);
    if (i == 0)
        return false;
    label->article = r.word->article;
    label->kind = r.word->kind;
    if (r.word->kind == REFERENCE_PART)
        return read_part(&r, at, label);
    if (!read_numbers(&r, skip_number_word(text, i), label))
        return false;
    label->numbers[0].from = at;
    if (r.word->kind == REFERENCE_ITEM)
        read_part_behind(text, label);
    if (r.word->kind == REFERENCE_PAGE && is_page_foot(text, label->end))
        return false;
    return r.word->kind != REFERENCE_NOTE || !is_count(text, label->end);
}

/* Whether the four bytes at `i`, small letters, begin one of the words; the bytes of it. */
static size_t begins_word(struct slice text, size_t i)
{
    char low[4];
    for (size_t k = 0; k < sizeof low; k++)
        low[k] = (char)(line_byte(text, i + k) | 0x20);
    for (size_t w = 0; w < WORD_COUNT; w++) {
        struct slice name = WORDS[w].name;
        if (memcmp(low, name.at, name.len < sizeof low ? name.len : sizeof low) == 0)
            return slice_starts_nocase(rest_of(text, i), name) ? name.len : 0;
    }
    return 0;
}

/* What stands behind the word at `i` may be a number. */
static bool may_be_number(struct slice text, size_t i)
{
    if (byte_lower(line_byte(text, i)) == 's')
        i++;
    size_t from = i;
    while (i < text.len && (byte_is_blank(text.at[i]) || (unsigned char)text.at[i] >= 0x80))
        i++;
    char c = line_byte(text, i);
    if (i == text.len || c == '(')
        return true;
    if (i == from)
        return i > 0 && text.at[i - 1] == '-';
    return byte_is_digit(c) || byte_is_upper(c) || c == '#' || c == 'n' || c == 'i' || c == 'v' ||
           c == 'x';
}

/* By the fourth byte of a window: how far the window may move on without passing one of item, part,
 * note, exhi, sect, arti, page or "ex-" with a digit. A byte that has no row may be passed by 4: the
 * table holds how many fewer. */
static const unsigned char BACK[256] = {
    ['m'] = 4, ['t'] = 4, ['e'] = 4, ['i'] = 4, ['0'] = 4, ['1'] = 4, ['2'] = 4, ['3'] = 4,
    ['4'] = 4, ['5'] = 4, ['6'] = 4, ['7'] = 4, ['8'] = 4, ['9'] = 4, ['r'] = 3, ['h'] = 3,
    ['c'] = 3, ['g'] = 3, ['-'] = 3, ['a'] = 2, ['o'] = 2, ['x'] = 2, ['p'] = 1, ['n'] = 1,
    ['s'] = 1, ['M'] = 4, ['T'] = 4, ['E'] = 4, ['I'] = 4, ['R'] = 3, ['H'] = 3, ['C'] = 3,
    ['G'] = 3, ['A'] = 2, ['O'] = 2, ['X'] = 2, ['P'] = 1, ['N'] = 1, ['S'] = 1};

size_t reference_label_next(struct slice text, size_t from)
{
    /* The first two letters that a word may begin with. */
    static const char first[256] = {['a'] = 1, ['A'] = 1, ['e'] = 1, ['E'] = 1, ['i'] = 1,
                                    ['I'] = 1, ['n'] = 1, ['N'] = 1, ['p'] = 1, ['P'] = 1,
                                    ['s'] = 1, ['S'] = 1};
    static const char second[256] = {['a'] = 1, ['A'] = 1, ['e'] = 1, ['E'] = 1, ['o'] = 1,
                                     ['O'] = 1, ['r'] = 1, ['R'] = 1, ['t'] = 1, ['T'] = 1,
                                     ['x'] = 1, ['X'] = 1};
    const unsigned char *at = (const unsigned char *)text.at;
    size_t i = from;
    while (i + 3 < text.len) {
        unsigned back = BACK[at[i + 3]];
        if (back < 4) {
            i += 4 - back;
            continue;
        }
        if (first[at[i]] & second[at[i + 1]] && (i == 0 || !line_is_alnum(text.at[i - 1]))) {
            size_t len = begins_word(text, i);
            if (len > 0 && may_be_number(text, i + len))
                return i;
        }
        i++;
    }
    return text.len;
}
