/* SPDX-License-Identifier: MIT */
/* Knowing headings by how they are set. */
#include "outline/heads/head_set.h"

#include "outline/heads/heads.h"
#include "outline/items/line.h"

#include <string.h>

enum {
    SHORT = 120,     /* bytes: an unstyled heading is not longer, */
    LONG = 700,      /* nor a sentence that is a heading */
    COMPARISON = 40, /* bytes of a title that names two years */
    PAGE_COLUMNS = 80,
    CENTER_LEAST = 8, /* columns of blanks in front of a centred line */
    CENTER_OFF = 12   /* how far the middle of a centred line may be off, in half columns */
};

static size_t first_seen(struct slice s)
{
    size_t i = 0;
    while (i < s.len && s.at[i] == ' ')
        i++;
    return i;
}

static bool is_number_label(struct slice s)
{
    bool open = s.len > 0 && s.at[0] == '(';
    size_t at = open, digits = 0, letters = 0;
    while (at < s.len && at < 4 && byte_is_digit(s.at[at]))
        at++, digits++;
    if (digits == 0)
        while (at < s.len && at < 4 && byte_is_upper(s.at[at]))
            at++, letters++;
    char behind = line_byte(s, at);
    if (digits + letters == 0 || digits > 2 || letters > 1)
        return false;
    return open ? behind == ')' : behind == '.' || behind == ')' || behind == ':';
}

bool head_set_labelled(struct slice text)
{
    static const struct slice words[] = {
        SLICE_ROW("note"),    SLICE_ROW("article"),  SLICE_ROW("section"),  SLICE_ROW("item"),
        SLICE_ROW("exhibit"), SLICE_ROW("schedule"), SLICE_ROW("appendix"), SLICE_ROW("annex")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(text, words[i]) && line_byte(text, words[i].len) == ' ')
            return true;
    return is_number_label(text);
}

/* Letters of the text, and of these the ones that are set in each style, up to the first byte that
 * is not set as the first letter is: `*same`. */
struct styled {
    size_t letters, bold, italic, under;
    size_t same;
    unsigned first; /* the first letter's style */
};

enum { STYLES = STYLE_BOLD | STYLE_ITALIC | STYLE_UNDERLINE };

static struct styled look(const struct block *b, size_t from)
{
    struct styled s = {0};
    bool broken = false;
    for (size_t at = from; at < b->text.len;) {
        size_t until = b->text.len;
        unsigned style = block_style(b, at, &until);
        size_t end = until > at && until < b->text.len ? until : b->text.len;
        size_t letters = line_letters(slice_cut(b->text, at, end));
        s.letters += letters;
        s.bold += style & STYLE_BOLD ? letters : 0;
        s.italic += style & STYLE_ITALIC ? letters : 0;
        s.under += style & STYLE_UNDERLINE ? letters : 0;
        if (letters > 0 && s.letters == letters)
            s.first = style & STYLES;
        if (letters > 0 && (style & STYLES) != s.first)
            broken = true;
        if (!broken)
            s.same = end;
        at = end;
    }
    return s;
}

static unsigned set_of_styles(unsigned styles)
{
    return (styles & STYLE_BOLD ? SET_BOLD : 0) | (styles & STYLE_ITALIC ? SET_ITALIC : 0) |
           (styles & STYLE_UNDERLINE ? SET_UNDERLINE : 0);
}

/* The front of a paragraph that is set apart and ended: "Revenue.", "Inventories -". */
static bool read_front(const struct block *b, const struct styled *s, struct head_set *out)
{
    if (s->first == 0 || s->same - out->from > HEAD_BYTES)
        return false;
    struct slice front = slice_trim(slice_cut(b->text, out->from, s->same));
    struct slice rest = slice_trim(slice_cut(b->text, s->same, b->text.len));
    if (line_letters(front) < 3 || rest.len < 2)
        return false;
    char last = front.at[front.len - 1];
    bool ended = last == '.' || last == ':' || last == '-' || (unsigned char)last >= 0x80 ||
                 rest.at[0] == '.' || rest.at[0] == ':' || rest.at[0] == '-' ||
                 (unsigned char)rest.at[0] >= 0x80;
    if (!ended && !head_set_labelled(front))
        return false;
    out->set |= set_of_styles(s->first) | SET_RUN_IN;
    out->end = s->same;
    return true;
}

/* A sentence that is set apart as a whole, as the heading of a risk is: its front. */
static bool read_long(const struct block *b, const struct styled *s, struct head_set *out)
{
    if (s->first == 0 || s->same < b->text.len || b->text.len - out->from > LONG)
        return false;
    out->set |= set_of_styles(s->first);
    out->end = out->from + HEAD_BYTES;
    while (out->end > out->from && b->text.at[out->end] != ' ')
        out->end--;
    return out->end > out->from;
}

bool head_set_markup(const struct block *b, size_t body_size, struct head_set *out)
{
    size_t from = first_seen(b->text);
    *out = (struct head_set){0, from, b->text.len};
    bool center = b->shape.align == ALIGN_CENTER && !b->row;
    bool plain = b->run_count == 0 || (b->run_count == 1 && (b->runs[0].style & STYLES) == 0);
    bool large = b->shape.size > 0 && body_size > 0 && b->shape.size > body_size + 1;
    if (plain && b->text.len - from > SHORT && !b->shape.heading)
        return false;
    if (b->text.len - from > HEAD_BYTES &&
        (b->run_count == 0 || (block_style(b, from, &(size_t){0}) & STYLES) == 0))
        return false;
    struct styled s = look(b, from);
    if (s.letters < 2)
        return false;
    out->set = b->row ? SET_IN_ROW : 0;
    if (b->text.len - from > HEAD_BYTES)
        return !b->row && (read_front(b, &s, out) || read_long(b, &s, out));
    struct slice text = slice_cut(b->text, from, b->text.len);
    bool most_bold = s.bold * 10 >= s.letters * 9, most_italic = s.italic * 10 >= s.letters * 9;
    bool most_under = s.under * 10 >= s.letters * 8;
    if (!most_bold && !most_italic && !most_under && !b->row && read_front(b, &s, out))
        return true;
    out->set |= (most_bold ? SET_BOLD : 0) | (most_italic ? SET_ITALIC : 0) |
                (most_under ? SET_UNDERLINE : 0) | (center ? SET_CENTER : 0) |
                (b->shape.heading ? SET_HEADING : 0);
    if (line_letters_lower(text) == 0)
        out->set |= SET_CAPS;
    if (line_is_heading_case(text))
        out->set |= SET_TITLE_CASE;
    unsigned loud = out->set & ~(unsigned)(SET_IN_ROW | SET_TITLE_CASE);
    return loud || large || ((out->set & SET_TITLE_CASE) && text.len <= SHORT) ||
           head_set_labelled(text);
}

static bool has_letters(struct slice text)
{
    size_t letters = 0;
    for (size_t i = 0; i < text.len && letters < 2; i++)
        letters += byte_is_letter(text.at[i]);
    return letters >= 2;
}

static bool has_lower(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (byte_is_lower(text.at[i]))
            return true;
    return false;
}

/* "1996 Compared with 1995", "1994 vs. 1993". */
static bool is_comparison(struct slice text)
{
    static const struct slice words[] = {SLICE_ROW("compared "), SLICE_ROW("versus "),
                                         SLICE_ROW("vs")};
    struct slice front = slice_cut(text, 0, 5);
    struct slice rest = slice_cut(text, 5, text.len);
    if (text.len > COMPARISON || text.len < 12 || !byte_is_digit(text.at[text.len - 1]) ||
        line_byte(front, 4) != ' ')
        return false;
    for (size_t i = 0; i < 4; i++)
        if (!byte_is_digit(front.at[i]))
            return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(rest, words[i]))
            return true;
    return false;
}

/* True when a gap is behind the line. */
static bool is_alone(const struct block *b, const struct block *below, size_t count)
{
    return count == 0 || below->blank > 0 || below->page != b->page;
}

bool head_set_printed(const struct block *b, const struct block *below, size_t count,
                      struct head_set *out)
{
    size_t from = first_seen(b->text);
    struct slice text = slice_trim(slice_cut(b->text, from, b->text.len));
    *out = (struct head_set){0, from, from + text.len};
    if (text.len < 2 || text.len > SHORT || byte_is_lower(text.at[0]) ||
        text.at[text.len - 1] == ',' || !has_letters(text))
        return false;
    bool alone = is_alone(b, below, count);
    bool labelled = head_set_labelled(text);
    bool rule = !alone && line_is_rule(below->text);
    bool caps = !has_lower(text);
    if (!caps && !alone && !rule && !labelled && b->blank == 0)
        return false;
    bool titled = caps || line_is_heading_case(text) || is_comparison(text);
    if (!alone && titled && b->blank > 0 && is_alone(below, below + 1, count - 1))
        alone = line_is_heading_case(slice_trim(below->text)); /* a title of two lines */
    size_t middle = 2 * from + text.len;                       /* in half columns */
    bool center = from >= CENTER_LEAST && middle + CENTER_OFF >= PAGE_COLUMNS - 8 &&
                  middle <= PAGE_COLUMNS + CENTER_OFF;
    if (!caps && !rule && !labelled && !(titled && alone))
        return false;
    out->set = (caps ? SET_CAPS : 0) | (titled ? SET_TITLE_CASE : 0) | (rule ? SET_UNDERLINE : 0) |
               (center ? SET_CENTER : 0);
    if (labelled && !alone && !rule && !caps)
        out->set |= SET_RUN_IN;
    return true;
}
