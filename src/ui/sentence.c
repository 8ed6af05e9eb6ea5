/* SPDX-License-Identifier: MIT */
/* Finding the beginnings of sentences. */
#include "ui/sentence.h"

#include "base/utf8.h"

enum {
    FAR = 5000,  /* lines looked through */
    SHORTEST = 4 /* bytes of a sentence: "7." begins a heading */
};

/* A walk over the beginnings of sentences, line by line. */
struct walk {
    struct flow *flow;
    struct spot spot;
    const struct line *line; /* NULL: at the end */
    size_t at;               /* byte of the line's text */
    size_t lines;            /* gone through */
    bool ended;              /* a sentence has ended: what comes begins one */
    bool paragraph;          /* a paragraph, or a table, begins */
    bool in_table;
    size_t length; /* of the sentence so far */
};

static bool is_table(const struct line *line)
{
    return line->block->row || line->block->flags & (SINK_TABLE | SINK_COLUMNS);
}

/* Where a line begins its block: of marked-up text that is a paragraph. */
static bool begins_block(const struct walk *w)
{
    return w->line->text.at == w->line->block->text.at &&
           !content_is_printed(flow_content(w->flow));
}

/* Takes up the line at the spot, or the first behind it that can hold a sentence. */
static bool take_line(struct walk *w)
{
    bool gap = w->lines == 0, turned = false;
    for (; w->lines < FAR; w->lines++) {
        w->line = flow_line(w->flow, w->spot);
        if (!w->line)
            return false;
        turned |= w->line->kind == LINE_RULE;
        gap |= w->line->kind == LINE_BLANK;
        if (w->line->kind == LINE_TEXT && w->line->block->flags & SINK_FURNITURE)
            turned = true;
        else if (w->line->kind == LINE_TEXT && !(is_table(w->line) && w->in_table))
            break;
        if (!flow_next(w->flow, &w->spot)) {
            w->line = NULL;
            return false;
        }
    }
    if (w->lines == FAR)
        return false;
    /* At the end of a page a sentence may go on behind the blank lines. */
    bool table = is_table(w->line);
    w->paragraph |= (gap && !turned) || begins_block(w) || table != w->in_table;
    w->in_table = table;
    w->at = 0;
    w->lines++;
    return true;
}

static bool is_one_of(uint32_t code, const uint32_t *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == code)
            return true;
    return false;
}

/* Signs that may stand between a full stop and the blank behind it. */
static bool closes(uint32_t code)
{
    static const uint32_t codes[] = {'"', '\'', ')', ']', 0x2019, 0x201D};
    return is_one_of(code, codes, sizeof codes / sizeof *codes);
}

/* What can begin a sentence: all but a small letter and what closes. */
static bool can_begin(struct slice rest)
{
    static const uint32_t others[] = {')', ']', ',', ';', 0x2019, 0x201D};
    uint32_t code = utf8_next(&rest);
    return !(code < 0x80 && byte_is_lower((char)code)) &&
           !is_one_of(code, others, sizeof others / sizeof *others);
}

/* Whether the word before the full stop at `dot` is a short form or an initial. */
static bool is_short(struct slice text, size_t dot)
{
    static const char *const forms[] = {
        "Mr",  "Mrs", "Ms",  "Dr",  "Messrs", "Jr",  "Sr",  "St",  "No",   "Nos", "vs",  "v",
        "Inc", "Co",  "Cos", "Ltd", "Corp",   "Sec", "Art", "Ex",  "Fig",  "eg",  "ie",  "cf",
        "al",  "pp",  "p",   "Jan", "Feb",    "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec"};
    size_t from = dot;
    while (from > 0 && byte_is_letter(text.at[from - 1]))
        from--;
    struct slice word = slice_cut(text, from, dot);
    if (word.len == 1 || (from > 0 && text.at[from - 1] == '.' && word.len > 0 && word.len < 3))
        return true; /* "J. Smith", "U.S. Bank", "e.g." */
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (slice_equal(word, slice_of(forms[i])))
            return true;
    return false;
}

/* Whether the sentence ends with the sign at `at`; *behind is set behind what closes it. */
static bool ends_at(const struct walk *w, size_t at, size_t *behind)
{
    struct slice text = w->line->text;
    struct slice rest = slice_cut(text, at + 1, text.len);
    char sign = text.at[at];
    if (sign != '?' && sign != '!' && (sign != '.' || w->length < SHORTEST))
        return false;
    while (rest.len > 0) {
        struct slice next = rest;
        if (!closes(utf8_next(&next)))
            break;
        rest = next;
    }
    *behind = text.len - rest.len;
    if (rest.len > 0 && !byte_is_blank(*rest.at))
        return false;
    return sign != '.' || !is_short(text, at);
}

/* The next beginning; false at the end of what is looked through. */
static bool next(struct walk *w, size_t *offset)
{
    while (w->line) {
        struct slice text = w->line->text;
        while (w->at < text.len) {
            struct slice rest = slice_cut(text, w->at, text.len);
            size_t behind = 0;
            bool blank = byte_is_blank(*rest.at);
            bool begins = !blank && (w->paragraph || (w->ended && can_begin(rest)));
            if (begins)
                *offset = block_source(w->line->block, (size_t)(rest.at - w->line->block->text.at));
            if (!blank) {
                w->length = begins ? 1 : w->length + 1;
                w->paragraph = w->ended = false;
            }
            if (w->in_table)
                w->at = text.len;
            else if (ends_at(w, w->at, &behind))
                w->ended = true;
            w->at = w->ended && behind > w->at ? behind : w->at + 1;
            if (begins)
                return true;
        }
        w->length++; /* the end of the line is a blank */
        if (!flow_next(w->flow, &w->spot) || !take_line(w))
            w->line = NULL;
    }
    return false;
}

/* The spot of the line where the paragraph of a line begins, or one some way before it. */
static struct spot paragraph_of(struct flow *flow, struct spot spot)
{
    const struct line *line = flow_line(flow, spot);
    for (size_t i = 0; i < FAR && line; i++) {
        struct spot before = spot;
        if (!flow_previous(flow, &before))
            break;
        const struct line *above = flow_line(flow, before);
        bool first = line->kind == LINE_TEXT && above && above->kind == LINE_BLANK;
        /* The blank lines at the end of a page may part a sentence. */
        if (first && !(line->block->flags & SINK_FURNITURE) && i > 0)
            break;
        spot = before;
        line = above;
    }
    return spot;
}

static struct walk begin(struct flow *flow, struct spot spot)
{
    struct walk w = {.flow = flow, .spot = spot};
    if (!take_line(&w))
        w.line = NULL;
    return w;
}

bool sentence_next(struct flow *flow, size_t offset, size_t *found)
{
    struct spot spot;
    if (!flow_find(flow, offset, &spot))
        return false;
    struct walk w = begin(flow, paragraph_of(flow, spot));
    while (next(&w, found))
        if (*found > offset)
            return true;
    return false;
}

bool sentence_before(struct flow *flow, size_t offset, size_t *found)
{
    struct spot spot;
    size_t place;
    bool any = false;
    if (!flow_find(flow, offset, &spot))
        return false;
    for (size_t i = 0; i < FAR && !any; i++) {
        struct spot from = paragraph_of(flow, spot);
        struct walk w = begin(flow, from);
        while (next(&w, &place) && place < offset) {
            *found = place;
            any = true;
        }
        if (from.segment == spot.segment && from.line == spot.line)
            break;
        spot = from;
    }
    return any;
}
