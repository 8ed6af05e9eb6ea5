/* SPDX-License-Identifier: MIT */
/* Reads page cells. */
#include "outline/crossindex/page_ranges.h"

#include "outline/items/line.h"

enum {
    CELL_BYTES = 400,  /* a longer cell is text */
    LINE_BYTES = 2000, /* the end of a longer line is not looked for */
    YEARS = 1900,      /* a larger number is a year */
    PREFIX = 2,        /* letters before a page's number: "FS-3" */
    ROMANS = 7,        /* the longest roman number of a page: "xxxviii" */
    GAP = 2            /* blanks that part a page cell from the words before it */
};

void page_ranges_deinit(struct page_ranges *r)
{
    array_deinit(&r->list);
    array_deinit(&r->marks);
    r->said = 0;
}

void page_ranges_clear(struct page_ranges *r)
{
    r->list.count = 0;
    r->marks.count = 0;
    r->said = 0;
}

static struct slice behind(struct slice s, size_t i)
{
    return slice_cut(s, i, s.len);
}

/* ---- words */

/* What a cell may say, in small letters; what `ends` takes all that follows with it. */
struct phrase {
    struct slice words;
    unsigned said;
    bool ends;
};

static const struct phrase PHRASES[] = {
    {SLICE_ROW("not applicable"), PAGES_NONE, false},
    {SLICE_ROW("not required"), PAGES_NONE, false},
    {SLICE_ROW("n/a"), PAGES_NONE, false},
    {SLICE_ROW("na"), PAGES_NONE, false},
    {SLICE_ROW("none"), PAGES_NONE, false},
    {SLICE_ROW("omitted"), PAGES_OMITTED, true},
    {SLICE_ROW("[reserved]"), PAGES_RESERVED, false},
    {SLICE_ROW("(reserved)"), PAGES_RESERVED, false},
    {SLICE_ROW("reserved"), PAGES_RESERVED, false},
    {SLICE_ROW("incorporated"), PAGES_INCORPORATED, true},
    {SLICE_ROW("proxy statement"), PAGES_INCORPORATED, true},
    {SLICE_ROW("pages"), 0, false},
    {SLICE_ROW("page(s)"), 0, false},
    {SLICE_ROW("page"), 0, false},
    {SLICE_ROW("pgs."), 0, false},
    {SLICE_ROW("pp."), 0, false},
    {SLICE_ROW("p."), 0, false},
    {SLICE_ROW("and"), 0, false},
};

/* The bytes of the phrase at the front, 0 when there is none; what it says is added to *said. */
static size_t phrase(struct slice s, unsigned *said)
{
    for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++) {
        const struct phrase *p = &PHRASES[i];
        char last = p->words.at[p->words.len - 1];
        if (!slice_starts_nocase(s, p->words) ||
            (byte_is_letter(last) && line_is_alnum(line_byte(s, p->words.len))))
            continue;
        *said |= p->said;
        return p->ends ? s.len : p->words.len;
    }
    return 0;
}

/* ---- marks */

static size_t sign(struct slice s)
{
    static const struct slice signs[] = {SLICE_ROW("*"),
                                         SLICE_ROW("+"),
                                         SLICE_ROW("#"),
                                         SLICE_ROW("\xE2\x80\xA0"),
                                         SLICE_ROW("\xE2\x80\xA1"),
                                         SLICE_ROW("\xC2\xA7")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (slice_starts(s, signs[i]))
            return signs[i].len;
    return 0;
}

/* "(a)", "(12)", and the same in square brackets. */
static size_t bracketed(struct slice s)
{
    char open = line_byte(s, 0);
    char close = open == '(' ? ')' : ']';
    size_t i = 1;
    if (open != '(' && open != '[')
        return 0;
    while (i < 4 && line_is_alnum(line_byte(s, i)))
        i++;
    return i > 1 && line_byte(s, i) == close ? i + 1 : 0;
}

size_t page_ranges_mark(struct slice text)
{
    size_t caret = line_byte(text, 0) == '^'; /* stands for a raised mark */
    struct slice s = behind(text, caret);
    size_t i = 0, one;
    while ((one = sign(behind(s, i))) > 0)
        i += one;
    if (i == 0)
        i = bracketed(s);
    if (i == 0 && caret && line_is_alnum(line_byte(s, 0)) && !line_is_alnum(line_byte(s, 1)))
        i = 1;
    return i > 0 ? caret + i : 0;
}

/* ---- pages */

static bool is_roman(char c)
{
    return c == 'i' || c == 'v' || c == 'x';
}

/* True when a page may end before the byte at `i`. */
static bool ends_page(struct slice s, size_t i)
{
    char c = line_byte(s, i);
    return !line_is_alnum(c) && c != '$' && c != '%' && c != '/' &&
           !(c == '.' && byte_is_digit(line_byte(s, i + 1)));
}

/* The bytes of the page at the front, or 0. */
static size_t page(struct slice s)
{
    size_t i = 0, value = 0;
    while (i < ROMANS && is_roman(line_byte(s, i)))
        i++;
    if (i > 0 && ends_page(s, i))
        return i;
    i = 0;
    while (i < PREFIX && byte_is_upper(line_byte(s, i)))
        i++;
    i += i > 0 && line_byte(s, i) == '-' && byte_is_digit(line_byte(s, i + 1));
    size_t from = i;
    for (; i - from < 4 && byte_is_digit(line_byte(s, i)); i++)
        value = value * 10 + (size_t)(s.at[i] - '0');
    return i > from && value < YEARS && ends_page(s, i) ? i : 0;
}

static size_t blanks(struct slice s)
{
    size_t i = 0;
    while (i < s.len && byte_is_blank(s.at[i]))
        i++;
    return i;
}

/* A dash of any kind, or a word that stands for one. */
static size_t dash(struct slice s)
{
    static const struct slice dashes[] = {SLICE_ROW("-"),
                                          SLICE_ROW("\xE2\x80\x90"),
                                          SLICE_ROW("\xE2\x80\x91"),
                                          SLICE_ROW("\xE2\x80\x92"),
                                          SLICE_ROW("\xE2\x80\x93"),
                                          SLICE_ROW("\xE2\x80\x94"),
                                          SLICE_ROW("\xE2\x80\x95"),
                                          SLICE_ROW("\xE2\x88\x92"),
                                          SLICE_ROW("to "),
                                          SLICE_ROW("through ")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (slice_starts_nocase(s, dashes[i]))
            return dashes[i].len;
    return 0;
}

/* Reads a page, or two with a dash between, at byte `at`; returns the bytes it takes, or 0. */
static size_t range(struct slice text, size_t at, struct page_range *out)
{
    struct slice s = behind(text, at);
    size_t first = page(s);
    if (first == 0)
        return 0;
    *out = (struct page_range){slice_cut(s, 0, first), slice_cut(s, 0, first), at};
    size_t i = first + blanks(behind(s, first));
    size_t width = dash(behind(s, i));
    if (width == 0)
        return first;
    i += width;
    i += blanks(behind(s, i));
    size_t second = page(behind(s, i));
    if (second == 0)
        return 0;
    out->to = slice_cut(s, i, i + second);
    return i + second;
}

/* ---- cells */

/* Takes one thing at byte `at`; the bytes it takes, 0 when it belongs in no page cell. */
static size_t take(struct page_ranges *r, struct slice text, size_t at)
{
    struct slice s = behind(text, at);
    char c = *s.at;
    if (byte_is_blank(c) || c == ',' || c == ';' || c == '&' || c == '.' || c == ':')
        return 1;
    size_t len = phrase(s, &r->said);
    if (len > 0)
        return len;
    len = page_ranges_mark(s);
    if (len > 0) {
        array_push(&r->marks, slice_cut(s, c == '^', len));
        return len;
    }
    struct page_range found;
    len = range(text, at, &found);
    if (len > 0)
        array_push(&r->list, found);
    return len;
}

/* True when all of the text is what page cells are made of. */
static bool read_all(struct page_ranges *r, struct slice text)
{
    page_ranges_clear(r);
    struct slice cell = slice_trim(text);
    size_t lone = dash(cell);
    if (lone > 0 && lone == cell.len) {
        r->said = PAGES_NONE;
        return true;
    }
    bool good = cell.len > 0 && cell.len <= CELL_BYTES;
    for (size_t i = 0, len; good && i < text.len; i += len) {
        len = take(r, text, i);
        good = len > 0;
    }
    if (good && (r->list.count > 0 || r->marks.count > 0 || r->said != 0))
        return true;
    page_ranges_clear(r);
    return false;
}

bool page_ranges_read(struct page_ranges *r, struct slice text)
{
    if (read_all(r, text))
        return true;
    if (text.len > CELL_BYTES || slice_find_nocase(text, SLICE("proxy statement")) == text.len)
        return false;
    r->said = PAGES_INCORPORATED;
    return true;
}

/* Whether a page cell may begin at `i`: the gap before it is wide, or need not be. */
static bool may_begin(struct slice text, size_t i, bool loose)
{
    size_t gap = 0, dots = 0, k = i;
    char c = line_byte(text, k - 1);
    if (!byte_is_blank(c) && c != '.' && c != '_')
        return false;
    for (; k > 0; k--) {
        c = text.at[k - 1];
        if (c == '.' || c == '_')
            dots++;
        else if (byte_is_blank(c))
            gap += c == '\t' ? GAP : 1;
        else
            break;
        if (gap >= GAP || dots > GAP)
            return true;
    }
    return gap > 0 && loose;
}

size_t page_ranges_tail(struct page_ranges *r, struct slice text, bool loose)
{
    size_t from = text.len > CELL_BYTES ? text.len - CELL_BYTES : 1;
    page_ranges_clear(r);
    if (text.len > LINE_BYTES)
        return text.len;
    for (size_t i = from; i < text.len; i++) {
        char c = text.at[i];
        if (byte_is_blank(c) || c == '.' || c == '_' || !may_begin(text, i, loose) ||
            !read_all(r, behind(text, i)))
            continue;
        while (i > 0 &&
               (byte_is_blank(text.at[i - 1]) || text.at[i - 1] == '.' || text.at[i - 1] == '_'))
            i--;
        return i;
    }
    page_ranges_clear(r);
    return text.len;
}
