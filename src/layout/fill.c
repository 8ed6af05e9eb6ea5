/* SPDX-License-Identifier: MIT */
/* The lines of a printed paragraph made one text again. */
#include "layout/fill.h"

#include "base/width.h"
#include "model/splice.h"

#include <string.h>

enum {
    SLACK = 6,          /* columns by which a full line may be shorter than the longest */
    LEAST_FULL = 45,    /* columns below which no line is full */
    FAR_IN = 22,        /* columns of indent that no paragraph has */
    MOST_INDENT = 24,   /* columns; more is a place on the page, not an indent */
    LEAST_CENTRED = 14, /* columns free on the left of a centred line */
    OFF_CENTRE = 5,     /* columns by which its sides may differ */
    MOST_LINES = 2000   /* of a paragraph */
};

size_t fill_indent_of(struct slice text)
{
    size_t blanks = 0;
    while (blanks < text.len && text.at[blanks] == ' ')
        blanks++;
    return blanks;
}

bool fill_is_centred(struct slice text)
{
    size_t left = fill_indent_of(text), columns = width_of_text(text);
    size_t right = columns < FILL_PAGE_COLUMNS ? FILL_PAGE_COLUMNS - columns : 0;
    return left >= LEAST_CENTRED && left <= right + OFF_CENTRE && right <= left + OFF_CENTRE;
}

bool fill_is_rule(struct slice text)
{
    size_t first = fill_indent_of(text);
    char c = first < text.len ? text.at[first] : ' ';
    if (c != '-' && c != '=' && c != '_' && c != '*')
        return false;
    for (size_t i = first; i < text.len; i++)
        if (text.at[i] != c)
            return false;
    return true;
}

static size_t first_word(struct slice text)
{
    size_t from = fill_indent_of(text), to = from;
    while (to < text.len && text.at[to] != ' ')
        to++;
    return to - from;
}

/* "(a)", "1.", "-", "*", "o": what a point of a list begins with. */
static bool is_point(struct slice text)
{
    size_t from = fill_indent_of(text);
    struct slice word = slice_cut(text, from, from + first_word(text));
    if (word.len == 0 || word.len > 6)
        return false;
    char last = word.at[word.len - 1];
    return *word.at == '(' || *word.at == '-' || *word.at == '*' || last == ')' ||
           (last == '.' && word.len <= 4) || (word.len == 1 && *word.at == 'o');
}

/* Whether the line break between two blocks is there only because the first was full. */
static bool is_soft(const struct block *a, const struct block *b, size_t longest)
{
    if (b->blank > 0 || b->page != a->page || (b->flags & ~(unsigned)SINK_FOOTNOTE) ||
        (a->flags & ~(unsigned)SINK_FOOTNOTE))
        return false;
    size_t columns = width_of_text(a->text);
    size_t in_a = fill_indent_of(a->text), in_b = fill_indent_of(b->text);
    /* Lines that are centred each for itself begin at different places, or far in. */
    if ((in_a != in_b || in_a >= FAR_IN) && fill_is_centred(a->text) && fill_is_centred(b->text))
        return false;
    if (in_a > MOST_INDENT || columns < LEAST_FULL ||
        columns + 1 + first_word(b->text) + SLACK < longest)
        return false;
    return is_point(a->text) || (in_b <= in_a + 1 && !is_point(b->text));
}

size_t fill_next_wide(const struct block *blocks, size_t from, size_t count, size_t width)
{
    while (from < count && blocks[from].text.len <= width)
        from++;
    return from;
}

size_t fill_count(const struct block *blocks, size_t count, size_t width)
{
    /* The longest line of what stands together says what full is. */
    size_t longest = 0, lines = 0;
    bool wide = false;
    for (; lines < count && lines < FILL_SAMPLE_LINES && (lines == 0 || blocks[lines].blank == 0);
         lines++)
        wide = wide || blocks[lines].text.len > width;
    for (size_t i = 0; wide && i < lines; i++) {
        size_t columns = width_of_text(blocks[i].text);
        if (!(blocks[i].flags & SINK_COLUMNS) && columns > longest)
            longest = columns;
    }
    if (longest <= width)
        return 1;
    size_t n = 1;
    while (n < count && n < MOST_LINES && is_soft(&blocks[n - 1], &blocks[n], longest))
        n++;
    return n;
}

unsigned fill_indent(const struct block *blocks, size_t count, size_t width)
{
    size_t indent = fill_indent_of(blocks[count > 1 ? 1 : 0].text);
    return (unsigned)(indent < width / 3 ? indent : width / 3);
}

static void add_line(struct splice *j, const struct block *b, bool first)
{
    struct slice text = b->text;
    size_t at = first ? 0 : fill_indent_of(text);
    while (at < text.len) {
        size_t word = at;
        while (word < text.len && text.at[word] == ' ')
            word++;
        size_t blanks = word - at, end = word;
        while (end < text.len && text.at[end] != ' ')
            end++;
        /* Two blanks stay behind a full stop; an indent stays whole. */
        bool stop = j->text.len > 0 && strchr(".:?!", j->text.at[j->text.len - 1]);
        size_t keep = j->text.len == 0 ? blanks : stop && blanks > 1 ? 2 : blanks > 0;
        splice_part(j, b, word - keep, end);
        at = end;
    }
}

const struct block *fill_join(struct arena *arena, const struct block *blocks, size_t count)
{
    struct splice joint = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && joint.text.len > 0 && joint.text.at[joint.text.len - 1] != '-')
            splice_made(&joint, ' ', 1, blocks[i - 1].end);
        add_line(&joint, &blocks[i], i == 0);
    }
    struct block *joined = splice_block(&joint, arena, &blocks[0]);
    joined->offset = blocks[0].offset;
    joined->end = blocks[count - 1].end;
    splice_deinit(&joint);
    return joined;
}
