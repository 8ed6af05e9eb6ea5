/* SPDX-License-Identifier: MIT */
/* Reads the labels by which sentences name parts of a filing. */
#include "outline/references/reference_label.h"

#include "outline/items/line.h"

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

static struct slice rest_of(struct slice text, size_t at)
{
    return slice_cut(text, at, text.len);
}

/* What a label is read with. */
struct reading {
    struct slice text;
    struct reference_manner manner;
    bool plural;
};

/* What joins two numbers at `i`: behind it, else 0. */
static size_t join_at(struct slice text, size_t i, bool plural, bool *range)
{
    static const char *const through[] = {"through", "thru", "to"};
    *range = false;
    size_t at = reference_number_blank(text, i);
    for (size_t w = 0; w < sizeof through / sizeof *through; w++) {
        size_t behind = reference_number_word(text, at, slice_of(through[w]));
        *range = behind > 0;
        if (behind > 0)
            return behind;
    }
    size_t dash = reference_number_dash(text, at);
    if (dash > 0 && (plural || at == i)) {
        *range = true;
        return reference_number_blank(text, at + dash);
    }
    char c = line_byte(text, at);
    bool sign = c == ',' || c == '&' || (c == '/' && plural);
    size_t behind = sign ? reference_number_blank(text, at + 1) : at;
    size_t word = reference_number_word(text, behind, SLICE("and"));
    word = word > 0 && line_byte(text, word) == '/' ? word + 1 : word;
    size_t or = reference_number_word(text, word > 0 ? word : behind, SLICE("or"));
    word = or > 0 ? or : word;
    return word > 0 ? word : sign ? behind : 0;
}

/* The numbers from `i` on; false when there is none. */
static bool read_numbers(const struct reading *r, size_t i, struct reference_label *label)
{
    struct reference_number n;
    size_t end = reference_number_read(r->text, &r->manner, i, &n);
    if (end == 0)
        return false;
    bool lettered = !byte_is_digit(n.key[0]) && r->manner.kind != REFERENCE_PAGE;
    label->numbers[label->count++] = n;
    while (label->count < REFERENCE_NUMBERS) {
        bool range;
        size_t next = join_at(r->text, end, r->plural, &range);
        size_t behind = next > 0 ? reference_number_read(r->text, &r->manner, next, &n) : 0;
        /* "Exhibit 10.1 and A" is not a list; what is not plural has no commas. */
        if (behind == 0 ||
            (!byte_is_digit(n.key[0]) && r->manner.kind != REFERENCE_PAGE) != lettered)
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
    for (size_t w = 0; w < 2; w++) {
        struct slice word = w == 0 ? SLICE("Nos.") : SLICE("No.");
        if (slice_starts_nocase(rest_of(text, i), word))
            return reference_number_blank(text, i + word.len);
    }
    size_t at = reference_number_word(text, i, SLICE("number"));
    return at > 0 ? at : line_byte(text, i) == '#' ? reference_number_blank(text, i + 1) : i;
}

/* Reads the word at `at`; behind it and its blank, else 0. */
static size_t read_word(struct reading *r, size_t at)
{
    for (size_t w = 0; w < WORD_COUNT; w++) {
        const struct word *word = &WORDS[w];
        if (!slice_starts_nocase(rest_of(r->text, at), word->name))
            continue;
        size_t i = at + word->name.len;
        r->manner =
            (struct reference_manner){word->kind, word->article, byte_is_upper(r->text.at[at])};
        if (word->name.at[2] == '-')
            return r->manner.capital ? i : 0;
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
    *end = reference_number_roman(text, at + 5, &value);
    if (*end == 0)
        *end = reference_number_counted(text, at + 5, &value);
    /* "Part 1" is one only in front of an Item. */
    char c = line_byte(text, at + 5);
    if (*end == 0 && c >= '1' && c <= '4' && slice_starts(rest_of(text, at + 6), SLICE(", Item"))) {
        *end = at + 6;
        value = (unsigned)(c - '0');
    }
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
    i = reference_number_blank(r->text, i);
    size_t dash = reference_number_dash(r->text, i);
    i = reference_number_blank(r->text, i + dash);
    struct reading item = {.text = r->text};
    size_t number = read_word(&item, i);
    if (number > 0 && item.manner.kind == REFERENCE_ITEM &&
        read_numbers(&item, skip_number_word(r->text, number), label)) {
        label->kind = REFERENCE_ITEM;
        label->part = part;
        label->numbers[0].from = at;
        return true;
    }
    label->kind = REFERENCE_PART;
    label->count = 1;
    reference_number_set(&label->numbers[0], part);
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
    i = reference_number_blank(text, i);
    size_t of = reference_number_word(text, i, SLICE("of"));
    size_t in = reference_number_word(text, i, SLICE("in"));
    i = of > 0 ? of : in > 0 ? in : i;
    size_t end;
    unsigned part = i > label->end ? reference_label_part(text, i, &end) : 0;
    if (part == 0)
        return;
    size_t next = reference_number_blank(text, end + (line_byte(text, end) == ','));
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
    size_t i = reference_number_blank(text, end);
    for (size_t u = 0; i > end && u < sizeof units / sizeof *units; u++)
        if (reference_number_word(text, i, slice_of(units[u])) > 0)
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
    label->article = r.manner.article;
    label->kind = r.manner.kind;
    if (r.manner.kind == REFERENCE_PART)
        return read_part(&r, at, label);
    if (!read_numbers(&r, skip_number_word(text, i), label))
        return false;
    label->numbers[0].from = at;
    if (r.manner.kind == REFERENCE_ITEM)
        read_part_behind(text, label);
    if (r.manner.kind == REFERENCE_PAGE && is_page_foot(text, label->end))
        return false;
    /* "Senior Notes 78 356" is a row of figures. */
    bool figures = r.plural && line_byte(text, label->end) == ' ' &&
                   byte_is_digit(line_byte(text, label->end + 1));
    return r.manner.kind != REFERENCE_NOTE || !(figures || is_count(text, label->end));
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
 * note, exhi, sect, arti, page or "ex-" with a digit. A byte that has no row may be passed by 4:
 * the table holds how many fewer. */
static const unsigned char BACK[256] = {
    ['m'] = 4, ['t'] = 4, ['e'] = 4, ['i'] = 4, ['0'] = 4, ['1'] = 4, ['2'] = 4, ['3'] = 4,
    ['4'] = 4, ['5'] = 4, ['6'] = 4, ['7'] = 4, ['8'] = 4, ['9'] = 4, ['r'] = 3, ['h'] = 3,
    ['c'] = 3, ['g'] = 3, ['-'] = 3, ['a'] = 2, ['o'] = 2, ['x'] = 2, ['p'] = 1, ['n'] = 1,
    ['s'] = 1, ['M'] = 4, ['T'] = 4, ['E'] = 4, ['I'] = 4, ['R'] = 3, ['H'] = 3, ['C'] = 3,
    ['G'] = 3, ['A'] = 2, ['O'] = 2, ['X'] = 2, ['P'] = 1, ['N'] = 1, ['S'] = 1};

size_t reference_label_next(struct slice text, size_t from)
{
    /* The first two letters that a word may begin with. */
    static const char first[256] = {
        ['a'] = 1, ['A'] = 1, ['e'] = 1, ['E'] = 1, ['i'] = 1, ['I'] = 1,
        ['n'] = 1, ['N'] = 1, ['p'] = 1, ['P'] = 1, ['s'] = 1, ['S'] = 1};
    static const char second[256] = {
        ['a'] = 1, ['A'] = 1, ['e'] = 1, ['E'] = 1, ['o'] = 1, ['O'] = 1,
        ['r'] = 1, ['R'] = 1, ['t'] = 1, ['T'] = 1, ['x'] = 1, ['X'] = 1};
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
