/* SPDX-License-Identifier: MIT */
/* Tells the title of a clause from its text. */
#include "outline/articles/clause_title.h"

#include "outline/items/line.h"

#include <string.h>

enum {
    TITLE_BYTES = 170, /* a longer one is text */
    FRONT_BYTES = 600, /* of a paragraph: a title ends in them */
    TITLE_WORDS = 24,
    PLAIN_WORDS = 9, /* of one without capitals on its words */
    JOINED_LINES = 3,
    BELOW_LINES = 3,
    OWN_LINE = 60, /* a title with text right below it is not longer, in plain text */
    SET_APART = STYLE_BOLD | STYLE_UNDERLINE | STYLE_ITALIC
};

/* The block `index` behind the line, or NULL. */
static const struct block *block_at(const struct follow *f, size_t index)
{
    if (index < f->count)
        return &f->blocks[index];
    index -= f->count;
    return index < f->next_count ? &f->next[index] : NULL;
}

static bool begins_label(struct slice text)
{
    struct article_label label;
    size_t start = 0;
    while (start < text.len && byte_is_blank(text.at[start]))
        start++;
    return start < text.len && article_label_may(text.at + start, text.len - start) &&
           article_label(text, start, &label) && !article_label_is_bare(&label);
}

/* Takes stops, dashes and blanks off the end. */
static struct slice without_stop(struct slice s)
{
    for (;;) {
        size_t len = s.len;
        s = slice_trim(s);
        if (s.len > 0 && strchr(".:;,-", s.at[s.len - 1]) != NULL)
            s.len--;
        if (s.len >= 3 && s.at[s.len - 3] == '\xE2' && s.at[s.len - 2] == '\x80' &&
            (s.at[s.len - 1] == '\x93' || s.at[s.len - 1] == '\x94'))
            s.len -= 3;
        if (s.len == len)
            return s;
    }
}

static bool is_in(struct slice word, const char *const *list)
{
    for (; *list != NULL; list++)
        if (slice_equal(word, slice_of(*list)))
            return true;
    return false;
}

/* "June 28, 1996", "Dated as of May 1, 2001": words of a date, and no others. */
static bool is_date(struct slice s)
{
    static const char *const words[] = {
        "DATED",     "AS",      "OF",       "JAN",      "FEB",  "MARCH",    "MAR",   "APR",
        "MAY",       "JUNE",    "JULY",     "AUG",      "SEPT", "SEP",      "OCT",   "NOV",
        "DEC",       "JANUARY", "JUN",      "JUL",      "THE",  "FEBRUARY", "APRIL", "AUGUST",
        "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", NULL};
    bool digits = false;
    for (size_t i = 0; i < s.len;) {
        size_t end = i;
        while (end < s.len && byte_is_letter(s.at[end]))
            end++;
        digits = digits || byte_is_digit(s.at[i]);
        if (end == i) {
            i++;
            continue;
        }
        bool known = false;
        for (const char *const *w = words; *w != NULL && !known; w++)
            known = slice_equal_nocase(slice_cut(s, i, end), slice_of(*w));
        if (!known)
            return false;
        i = end;
    }
    return digits;
}

/* True when the words are those of a title: not too many, no verb of a sentence among them. */
static bool is_title(struct slice s)
{
    static const char *const verbs[] = {"shall",  "will",  "is",     "are",  "was",  "were",
                                        "has",    "have",  "hereby", "must", "may",  "agrees",
                                        "agree",  "means", "does",   "had",  "owns", "hereof",
                                        "herein", "if",    "then",   NULL};
    size_t words = 0;
    s = slice_trim(s);
    if (s.len < 2 || s.len > TITLE_BYTES || line_letters(s) < 3 || byte_is_lower(s.at[0]) ||
        s.at[0] == '(' || s.at[0] == '$' || s.at[0] == '<')
        return false;
    for (size_t i = 0; i < s.len;) {
        size_t end = i;
        while (end < s.len && line_is_alnum(s.at[end]))
            end++;
        if (end > i) {
            words++;
            if (is_in(slice_cut(s, i, end), verbs))
                return false;
        }
        i = end + 1;
    }
    return words > 0 && words <= TITLE_WORDS && (words <= PLAIN_WORDS || line_is_heading_case(s)) &&
           !is_date(s);
}

/* The full stop at `i` belongs to its word: "Inc.", "U.S.", "No.". */
static bool is_abbreviation(struct slice s, size_t i)
{
    static const char *const known[] = {"Inc", "Corp", "Co",  "Ltd", "No", "Nos", "Sec",
                                        "St",  "Mr",   "Mrs", "Dr",  "Jr", "Sr",  "vs",
                                        "INC", "CORP", "CO",  "LTD", "NO", NULL};
    size_t start = i;
    while (start > 0 && line_is_alnum(s.at[start - 1]))
        start--;
    struct slice word = slice_cut(s, start, i);
    return (word.len == 1 && byte_is_letter(word.at[0])) || is_in(word, known);
}

/* Where the title at the front of the text ends: at a full stop or a colon behind a word, or a
 * dash between blanks; the text's length when there is none. */
static size_t stop_at(struct slice s)
{
    for (size_t i = 1; i < s.len && i <= FRONT_BYTES; i++) {
        char next = line_byte(s, i + 1);
        bool apart =
            next == 0 || byte_is_blank(next) || next == '"' || next == '\xE2' || next == '\xC2';
        if (s.at[i] == '.' && apart && !is_abbreviation(s, i))
            return i;
        if (s.at[i] == ':' && apart)
            return i;
        bool dash = (s.at[i] == '-' && next == '-') ||
                    slice_starts(slice_cut(s, i, s.len), SLICE("\xE2\x80\x94"));
        if (dash && line_is_heading_case(slice_cut(s, 0, i)))
            return i;
    }
    return s.len;
}

/* What the title is looked for in. */
struct gathered {
    struct buffer text;
    size_t first; /* bytes of the label's own line */
    bool whole;   /* all of the paragraph */
    bool paged;
};

/* Adds a line, or what is before its page number; true when it had one. */
static bool add_line(struct buffer *text, struct slice line)
{
    size_t cut = line_page_number(line);
    line_fold_blanks(text, slice_cut(line, 0, cut));
    return cut < line.len;
}

/* Gathers the rest of the line and, of plain text, the lines of its paragraph that follow. */
static void gather(struct gathered *g, const struct block *b, size_t from,
                   const struct follow *after, bool printed)
{
    g->paged = add_line(&g->text, slice_cut(b->text, from, b->text.len));
    g->first = g->text.len;
    g->whole = true;
    for (size_t i = 0; printed && !g->paged && g->text.len > 0; i++) {
        const struct block *next = block_at(after, i);
        if (next == NULL || next->blank > 0 || next->page != b->page || line_is_rule(next->text) ||
            begins_label(next->text))
            return;
        if (i == JOINED_LINES) {
            g->whole = false;
            return;
        }
        if (next->flags & SINK_FURNITURE)
            continue;
        buffer_add_byte(&g->text, ' ');
        g->paged = add_line(&g->text, next->text);
    }
}

/* Where the bold, underlined or slanted text that begins at `from` ends; `from` when it is not. */
static size_t styled_end(const struct block *b, size_t from)
{
    size_t until;
    unsigned style = block_style(b, from, &until) & SET_APART;
    if (style == 0)
        return from;
    while (until < b->text.len) {
        size_t next;
        if ((block_style(b, until, &next) & style) == 0)
            break;
        until = next;
    }
    return until < b->text.len ? until : b->text.len;
}

static unsigned add_title(struct buffer *title, struct slice s, unsigned bits)
{
    line_fold_blanks(title, without_stop(s));
    return bits | CLAUSE_TITLED;
}

/* The title in gathered text. */
static unsigned title_in(const struct gathered *g, struct buffer *title)
{
    struct slice s = buffer_slice(&g->text);
    unsigned paged = g->paged ? CLAUSE_NUMBERED : 0;
    struct slice first = slice_cut(s, 0, g->first);
    if (g->paged)
        return is_title(s) ? add_title(title, s, paged) : paged | CLAUSE_TEXT;
    size_t stop = stop_at(s);
    bool rest = line_letters(slice_cut(s, stop, s.len)) > 0 || !g->whole;
    if (stop < s.len && is_title(slice_cut(s, 0, stop)))
        return add_title(title, slice_cut(s, 0, stop), rest ? CLAUSE_TEXT : 0);
    if (stop == s.len && g->whole && is_title(s))
        return add_title(title, s, 0);
    if (g->first < s.len && g->first <= OWN_LINE && line_is_heading_case(first) &&
        is_title(first) && byte_is_upper(line_byte(s, g->first + 1)))
        return add_title(title, first, CLAUSE_TEXT);
    return CLAUSE_TEXT;
}

/* The line goes on in the next: its last word cannot end a title. */
static bool is_unfinished(struct slice s)
{
    static const char *const words[] = {"OF", "AND", "THE", "TO",    "WITH", "BY",
                                        "OR", "IN",  "FOR", "OTHER", NULL};
    size_t start = s.len;
    while (start > 0 && !byte_is_blank(s.at[start - 1]))
        start--;
    struct slice word = slice_cut(s, start, s.len);
    for (const char *const *w = words; *w != NULL; w++)
        if (slice_equal_nocase(word, slice_of(*w)))
            return true;
    return s.len > 0 && (s.at[s.len - 1] == ',' || s.at[s.len - 1] == ';');
}

/* True when the line can be the title of a label that stands alone above it. */
static bool may_be_title(const struct block *b, const struct block *label, bool printed)
{
    struct slice text = slice_trim(b->text);
    if (b->flags & SINK_FURNITURE || b->page != label->page || (printed && b->blank > 3) ||
        line_is_rule(text) || begins_label(b->text))
        return false;
    return is_title(without_stop(text)) && line_is_heading_case(text) &&
           (text.at[text.len - 1] != '.' || line_is_caps(text) || text.len < OWN_LINE);
}

/* True when the line goes on with the title so far. */
static bool goes_on(struct slice so_far, const struct block *b, const struct block *before,
                    bool printed)
{
    struct slice text = slice_trim(b->text);
    if (b->page != before->page || line_is_rule(text) || begins_label(b->text) ||
        (b->flags & ~before->flags & SINK_TABLE) || so_far.len + text.len > TITLE_BYTES ||
        !line_is_heading_case(text) || !is_title(text))
        return false;
    if (printed)
        return b->blank == 0 && line_is_caps(text) == line_is_caps(so_far);
    return is_unfinished(so_far);
}

/* "OF REORGANIZATION": the second line of "EXHIBIT B TO AGREEMENT AND PLAN". */
static bool goes_on_label(struct slice text)
{
    text = slice_trim(text);
    return slice_starts(text, SLICE("OF ")) || slice_starts(text, SLICE("AND ")) ||
           slice_starts(text, SLICE("BY "));
}

static unsigned title_below(const struct block *label, const struct follow *after, bool printed,
                            struct buffer *title)
{
    size_t i = 0;
    const struct block *b = block_at(after, i);
    bool label_caps = line_is_caps(label->text);
    while (b != NULL && i < 3 &&
           (b->flags & SINK_FURNITURE || line_is_rule(b->text) ||
            (label_caps && goes_on_label(b->text))))
        b = block_at(after, ++i);
    if (b == NULL || !may_be_title(b, label, printed))
        return 0;
    struct buffer text;
    buffer_init(&text);
    bool paged = add_line(&text, b->text);
    for (size_t lines = 0; !paged && lines < BELOW_LINES; lines++) {
        const struct block *next = block_at(after, ++i);
        if (next == NULL || !goes_on(buffer_slice(&text), next, b, printed))
            break;
        buffer_add_byte(&text, ' ');
        paged = add_line(&text, next->text);
        b = next;
    }
    unsigned bits = add_title(title, buffer_slice(&text), CLAUSE_BELOW);
    buffer_deinit(&text);
    return bits | (paged ? CLAUSE_NUMBERED : 0);
}

unsigned clause_title(const struct block *b, const struct article_label *label,
                      const struct follow *after, bool printed, struct buffer *title)
{
    struct slice rest = slice_trim(slice_cut(b->text, label->end, b->text.len));
    if (rest.len == 0)
        return title_below(b, after, printed, title);
    if (line_is_rule(rest))
        return 0;
    size_t styled = styled_end(b, label->end);
    struct slice front = without_stop(slice_cut(b->text, label->end, styled));
    if (styled < b->text.len && is_title(front))
        return add_title(title, front,
                         line_letters(slice_cut(b->text, styled, b->text.len)) > 0 ? CLAUSE_TEXT
                                                                                   : 0);
    struct gathered g;
    memset(&g, 0, sizeof g);
    gather(&g, b, label->end, after, printed);
    unsigned bits = title_in(&g, title);
    if (bits & CLAUSE_TITLED && !(bits & (CLAUSE_TEXT | CLAUSE_NUMBERED)) &&
        label->word == ARTICLE_WORD && is_unfinished(buffer_slice(title))) {
        const struct block *next = block_at(after, 0);
        if (next != NULL && goes_on(buffer_slice(title), next, b, printed)) {
            buffer_add_byte(title, ' ');
            add_title(title, next->text, 0);
        }
    }
    buffer_deinit(&g.text);
    return bits;
}
