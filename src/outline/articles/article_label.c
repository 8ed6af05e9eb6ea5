/* SPDX-License-Identifier: MIT */
/* Reads the labels of articles and sections. */
#include "outline/articles/article_label.h"

#include "outline/items/label.h"
#include "outline/items/line.h"

static const char *const CARDINALS[] = {"ONE",     "TWO",       "THREE",    "FOUR",     "FIVE",
                                        "SIX",     "SEVEN",     "EIGHT",    "NINE",     "TEN",
                                        "ELEVEN",  "TWELVE",    "THIRTEEN", "FOURTEEN", "FIFTEEN",
                                        "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN", "TWENTY"};
static const char *const ORDINALS[] = {
    "FIRST",     "SECOND",    "THIRD",       "FOURTH",     "FIFTH",      "SIXTH",      "SEVENTH",
    "EIGHTH",    "NINTH",     "TENTH",       "ELEVENTH",   "TWELFTH",    "THIRTEENTH", "FOURTEENTH",
    "FIFTEENTH", "SIXTEENTH", "SEVENTEENTH", "EIGHTEENTH", "NINETEENTH", "TWENTIETH"};

enum {
    WORDS = sizeof CARDINALS / sizeof CARDINALS[0],
    DIGITS = 3,
    ANNEX_BYTES = 8,
    ROMAN_BYTES = 8
};

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

/* The bytes of a dash at `i`, "--" included; 0 when there is none. */
static size_t dash_at(struct slice s, size_t i)
{
    struct slice rest = slice_cut(s, i, s.len);
    if (line_byte(s, i) == '-')
        return line_byte(s, i + 1) == '-' ? 2 : 1;
    if (slice_starts(rest, SLICE("\xE2\x80\x93")) || slice_starts(rest, SLICE("\xE2\x80\x94")))
        return 3;
    return 0;
}

static unsigned roman_digit(char c)
{
    switch (c) {
    case 'I':
        return 1;
    case 'V':
        return 5;
    case 'X':
        return 10;
    case 'L':
        return 50;
    default:
        return 0;
    }
}

/* The value of the roman number at `i`, in capitals, and where it ends; 0 when there is none. */
static unsigned roman_at(struct slice s, size_t i, size_t *end)
{
    unsigned sum = 0;
    size_t at = i;
    for (; roman_digit(line_byte(s, at)) > 0; at++) {
        unsigned here = roman_digit(s.at[at]);
        unsigned next = roman_digit(line_byte(s, at + 1));
        if (next > here && next > 10 * here)
            return 0;
        sum = next > here ? sum - here : sum + here;
    }
    *end = at;
    bool fits = at > i && at - i <= ROMAN_BYTES && !line_is_alnum(line_byte(s, at));
    return fits && sum < 100 ? sum : 0;
}

static unsigned word_in(struct slice s, size_t i, const char *const *words, size_t *end)
{
    for (unsigned w = WORDS; w-- > 0;)
        if (label_words(s, i, slice_of(words[w]), end))
            return w + 1;
    return 0;
}

/* A number of some digits at `i`; `*end` is behind it. False when there is none, or a long one. */
static bool digits_at(struct slice s, size_t i, unsigned *value, size_t *end)
{
    size_t at = i;
    *value = 0;
    for (; byte_is_digit(line_byte(s, at)); at++) {
        if (at - i == DIGITS)
            return false;
        *value = *value * 10 + (unsigned)(s.at[at] - '0');
    }
    *end = at;
    return at > i;
}

/* "4", "4.02", "4.2.1" at `i`. */
static bool dotted_at(struct slice s, size_t i, struct article_label *label, size_t *end)
{
    label->depth = 0;
    if (!digits_at(s, i, &label->numbers[0], end))
        return false;
    label->depth = 1;
    size_t next;
    while (line_byte(s, *end) == '.' && byte_is_digit(line_byte(s, *end + 1))) {
        if (label->depth == ARTICLE_DEPTH ||
            !digits_at(s, *end + 1, &label->numbers[label->depth], &next))
            return false;
        label->depth++;
        *end = next;
    }
    if (byte_is_upper(line_byte(s, *end)) && !line_is_alnum(line_byte(s, *end + 1)))
        ++*end; /* "4.2A" */
    return !line_is_alnum(line_byte(s, *end));
}

/* Sets what stands behind the number: its stop, and where the text begins. */
static bool finish(struct slice s, size_t number, size_t end, struct article_label *label)
{
    label->printed = slice_cut(s, number, end);
    label->paragraph = line_byte(s, end) == '(';
    char c = line_byte(s, end);
    if (c == ')' || c == ',' || c == ';' || c == '/' || c == '%' || c == '\'')
        return false;
    if (c == '.' || c == ':') {
        label->separator = true;
        end++;
    }
    size_t text = skip_blanks(s, end);
    size_t dash = dash_at(s, text);
    if (dash > 0 && (text > end || dash > 1 || label->word == ARTICLE_WORD)) {
        label->separator = true;
        text = skip_blanks(s, text + dash);
    }
    label->end = text;
    return true;
}

static bool read_article(struct slice s, size_t at, size_t end, struct article_label *label)
{
    size_t number = skip_blanks(s, end);
    if (number == end)
        return false;
    label->word = ARTICLE_WORD;
    label->name = slice_cut(s, at, end);
    label->depth = 1;
    unsigned value = roman_at(s, number, &end);
    if (value == 0)
        value = word_in(s, number, CARDINALS, &end);
    if (value == 0)
        value = word_in(s, number, ORDINALS, &end);
    if (value == 0 && (!dotted_at(s, number, label, &end) || label->depth > 1))
        return false;
    if (value > 0)
        label->numbers[0] = value;
    label->depth = 1;
    return finish(s, number, end, label);
}

/* "FOURTH:", as charters number their articles: in capitals, with a stop. */
static bool read_ordinal(struct slice s, size_t at, struct article_label *label)
{
    size_t end = at;
    while (byte_is_upper(line_byte(s, end)))
        end++;
    char stop = line_byte(s, end);
    if (end - at < 5 || (stop != ':' && stop != '.'))
        return false;
    size_t unused;
    label->numbers[0] = word_in(s, at, ORDINALS, &unused);
    label->word = ARTICLE_WORD;
    label->depth = 1;
    return label->numbers[0] > 0 && finish(s, at, end, label);
}

static bool read_section(struct slice s, size_t at, size_t end, struct article_label *label)
{
    size_t number = skip_blanks(s, end);
    if (number == end && s.at[at] != '\xC2')
        return false;
    label->word = SECTION_WORD;
    label->name = slice_cut(s, at, end);
    if (dotted_at(s, number, label, &end))
        return finish(s, number, end, label);
    label->depth = 1;
    label->numbers[0] = roman_at(s, number, &end);
    return label->numbers[0] > 0 && finish(s, number, end, label);
}

/* "1   Introduction": a small number without a stop, and a capital behind blanks. */
static bool is_bare(struct slice s, size_t at, size_t end)
{
    size_t text = skip_blanks(s, end);
    return end - at <= 2 && text > end && byte_is_upper(line_byte(s, text)) &&
           byte_is_letter(line_byte(s, text + 1));
}

static bool read_number(struct slice s, size_t at, struct article_label *label)
{
    size_t end;
    label->word = NUMBER_ONLY;
    if (!dotted_at(s, at, label, &end) ||
        (label->depth == 1 && line_byte(s, end) != '.' && !is_bare(s, at, end)))
        return false;
    char behind = line_byte(s, end);
    if (behind == '.')
        behind = line_byte(s, end + 1);
    if (behind != 0 && behind != '\xC2' && !byte_is_blank(behind))
        return false;
    return finish(s, at, end, label);
}

/* "A", "A-1", "1.1(a)", "II": what the name of an annex is. */
static size_t annex_name_end(struct slice s, size_t at)
{
    size_t end = at;
    size_t letters = 0;
    for (; end < s.len && end - at <= ANNEX_BYTES; end++) {
        char c = s.at[end];
        bool joins = end > at && (c == '-' || c == '.' || c == '(' || c == ')') &&
                     (c == ')' || line_is_alnum(line_byte(s, end + 1)));
        letters += byte_is_letter(c);
        if (!byte_is_upper(c) && !byte_is_digit(c) && !joins &&
            !(byte_is_lower(c) && s.at[end - (end > at)] == '('))
            break;
    }
    size_t unused;
    bool twice = letters == 2 && line_byte(s, at) == line_byte(s, at + 1);
    bool word = letters >= 2 && end - at == letters && !twice && roman_at(s, at, &unused) == 0;
    return word || end - at > ANNEX_BYTES || line_is_alnum(line_byte(s, end)) ? at : end;
}

static bool read_annex(struct slice s, size_t at, size_t end, struct article_label *label)
{
    size_t number = skip_blanks(s, end);
    label->word = ANNEX_WORD;
    label->name = slice_cut(s, at, end);
    label->depth = 0;
    if (line_byte(s, number) == '"' || number == end)
        return false;
    end = annex_name_end(s, number);
    if (end == number || !finish(s, number, end, label) || label->paragraph)
        return false;
    struct slice rest = slice_cut(s, label->end, s.len);
    if (slice_starts_nocase(rest, SLICE("to ")) && !label->separator && line_is_heading_case(rest))
        label->end = s.len; /* "EXHIBIT B TO MERGER AGREEMENT" */
    return true;
}

/* Words that stand alone on their line. */
static bool read_opening(struct slice s, size_t at, struct article_label *label)
{
    static const char *const words[] = {"WITNESSETH",
                                        "RECITALS",
                                        "RECITAL",
                                        "BACKGROUND",
                                        "PREAMBLE",
                                        "PRELIMINARY STATEMENT",
                                        "PRELIMINARY STATEMENTS",
                                        "W I T N E S S E T H",
                                        NULL};
    for (const char *const *w = words; *w != NULL; w++) {
        size_t end;
        if (!label_words(s, at, slice_of(*w), &end))
            continue;
        size_t rest = end;
        while (rest < s.len && (byte_is_blank(s.at[rest]) || s.at[rest] == ':' ||
                                s.at[rest] == '.' || s.at[rest] == ','))
            rest++;
        if (rest < s.len)
            continue;
        label->word = OPENING_WORD;
        label->name = slice_cut(s, at, end);
        label->end = s.len;
        return true;
    }
    return false;
}

static bool read_annexes(struct slice s, size_t at, struct article_label *label)
{
    static const char *const words[] = {"EXHIBIT",  "ANNEX",      "SCHEDULE",
                                        "APPENDIX", "ATTACHMENT", NULL};
    size_t end;
    for (const char *const *w = words; *w != NULL; w++)
        if (label_words(s, at, slice_of(*w), &end))
            return read_annex(s, at, end, label);
    return false;
}

bool article_label(struct slice text, size_t at, struct article_label *label)
{
    size_t end;
    *label = (struct article_label){.end = text.len};
    char c = line_byte(text, at);
    if (byte_is_digit(c))
        return read_number(text, at, label);
    if (c == '\xC2') {
        end = at + 2;
        while (slice_starts(slice_cut(text, end, text.len), SLICE("\xC2\xA7")))
            end += 2;
        return line_byte(text, at + 1) == '\xA7' && read_section(text, at, end, label);
    }
    if (label_words(text, at, SLICE("ARTICLE"), &end))
        return read_article(text, at, end, label);
    if (label_words(text, at, SLICE("SECTION"), &end))
        return read_section(text, at, end, label);
    if (label_words(text, at, SLICE("IN WITNESS WHEREOF"), &end)) {
        label->word = WITNESS_WORD;
        label->name = slice_cut(text, at, end);
        label->end = end;
        return true;
    }
    return read_annexes(text, at, label) || read_ordinal(text, at, label) ||
           read_opening(text, at, label);
}

/* "Article", "Section", "Annex": of the word as printed. */
static void write_name(const struct article_label *label, struct buffer *out)
{
    if (label->word == SECTION_WORD || label->word == NUMBER_ONLY) {
        buffer_add_text(out, "Section");
        return;
    }
    if (label->name.len == 0)
        buffer_add_text(out, "Article");
    bool first = true;
    for (size_t i = 0; i < label->name.len; i++) {
        char c = label->name.at[i];
        if (byte_is_letter(c)) {
            buffer_add_byte(out, first ? byte_upper(c) : byte_lower(c));
            first = false;
        }
    }
}

/* The number is a word: "FOUR". */
static bool is_spelt(const struct article_label *label)
{
    size_t end;
    return label->word == ARTICLE_WORD && byte_is_letter(label->printed.at[0]) &&
           roman_at(label->printed, 0, &end) == 0;
}

void article_label_write(const struct article_label *label, struct buffer *out)
{
    write_name(label, out);
    if (label->printed.len == 0)
        return;
    buffer_add_byte(out, ' ');
    bool spelt = is_spelt(label);
    for (size_t i = 0; i < label->printed.len; i++) {
        char c = label->printed.at[i];
        buffer_add_byte(out, spelt && i > 0 ? byte_lower(c) : c);
    }
}

void article_label_id(const struct article_label *label, struct buffer *out)
{
    struct buffer text;
    buffer_init(&text);
    article_label_write(label, &text);
    for (size_t i = 0; i < text.len; i++)
        buffer_add_byte(out, text.at[i] == ' ' ? '-' : byte_lower(text.at[i]));
    buffer_deinit(&text);
}
