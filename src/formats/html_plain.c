/* SPDX-License-Identifier: MIT */
/* HTML that is no more than a wrapper around a plain text. */
#include "formats/html.h"

#include <string.h>

enum {
    LINES_LEAST = 20, /* of a text in no <pre>, and so many of them set in columns */
    COLUMNS_LEAST = 5,
    RUN = 4 /* blanks that set words apart */
};

enum part {
    PART_TEXT, /* a "<" that begins no tag */
    PART_ERA,  /* a tag of plain documents */
    PART_OPEN, /* of a wrapper */
    PART_CLOSE,
    PART_LABEL,   /* of the envelope: prints nothing to the end of the line */
    PART_UNSHOWN, /* a title: up to its end tag */
    PART_COMMENT,
    PART_OTHER
};

static const struct {
    const char *name;
    enum part part;
} names[] = {
    {"page", PART_ERA},       {"table", PART_ERA},      {"s", PART_ERA},
    {"c", PART_ERA},          {"caption", PART_ERA},    {"fn", PART_ERA},
    {"r", PART_ERA},          {"html", PART_OPEN},      {"head", PART_OPEN},
    {"body", PART_OPEN},      {"div", PART_OPEN},       {"pre", PART_OPEN},
    {"xmp", PART_OPEN},       {"meta", PART_OPEN},      {"font", PART_OPEN},
    {"document", PART_OPEN},  {"text", PART_OPEN},      {"type", PART_LABEL},
    {"sequence", PART_LABEL}, {"filename", PART_LABEL}, {"description", PART_LABEL},
    {"title", PART_UNSHOWN},  {"style", PART_UNSHOWN},  {"script", PART_UNSHOWN},
};

/* What a walk over the document has met. */
struct walk {
    struct slice text;
    size_t at;
    size_t from, to;
    bool begun, ended, pre, era;
};

static bool is_footnote(struct slice name)
{
    return name.len > 1 && name.len < 4 && byte_lower(name.at[0]) == 'f' &&
           slice_number(slice_cut(name, 1, name.len)) >= 0;
}

/* The tag that begins at text.at; *end is behind it. */
static enum part part_of(struct slice text, struct slice *name, size_t *end)
{
    size_t i = 1;
    bool closes = text.len > 1 && text.at[1] == '/';
    *end = 1;
    if (slice_starts(text, SLICE("<!--"))) {
        *end = slice_find(text, SLICE("-->")) + 3;
        return PART_COMMENT;
    }
    bool tag = text.len > i + closes &&
               (byte_is_letter(text.at[i + closes]) || text.at[i] == '!' || text.at[i] == '?');
    const char *mark = tag ? memchr(text.at, '>', text.len) : NULL;
    if (slice_starts(text, SLICE("<!")) || slice_starts(text, SLICE("<?"))) {
        *end = mark ? (size_t)(mark - text.at) + 1 : text.len;
        return PART_OPEN;
    }
    i += closes;
    size_t begin = i;
    while (i < text.len && (byte_is_letter(text.at[i]) || byte_is_digit(text.at[i])))
        i++;
    *name = slice_cut(text, begin, i);
    if (i == begin || !byte_is_letter(text.at[begin]))
        return PART_TEXT;
    if (!mark)
        return PART_OTHER;
    *end = (size_t)(mark - text.at) + 1;
    bool bare = text.at[i] == '>';
    if (is_footnote(*name) && bare)
        return PART_ERA;
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
        if (!slice_equal_nocase(*name, slice_of(names[n].name)))
            continue;
        if (names[n].part == PART_ERA)
            return bare ? PART_ERA : PART_OTHER;
        return closes ? PART_CLOSE : names[n].part;
    }
    return PART_OTHER;
}

static bool is_blank(struct slice text)
{
    return slice_trim(text).len == 0;
}

/* Takes one tag; false where the document is no plain text. */
static bool take_tag(struct walk *w)
{
    size_t end;
    struct slice name = {0}, rest = slice_cut(w->text, w->at, w->text.len);
    enum part part = part_of(rest, &name, &end);
    switch (part) {
    case PART_TEXT:
        w->begun = true;
        break;
    case PART_ERA:
        w->begun = w->era = true;
        break;
    case PART_CLOSE:
        if (w->begun && !w->ended)
            w->to = w->at;
        w->ended = w->ended || w->begun;
        break;
    case PART_UNSHOWN: {
        struct slice behind = slice_cut(rest, end, rest.len);
        end += slice_find(behind, SLICE("</"));
        break;
    }
    case PART_LABEL:
        end = slice_line_end(rest);
        break;
    default:
        w->pre = w->pre || slice_equal_nocase(name, SLICE("pre"));
        break;
    }
    if (part == PART_OTHER || (w->ended && (part == PART_ERA || part == PART_TEXT)))
        return false;
    bool opens = part == PART_OPEN || part == PART_UNSHOWN || part == PART_LABEL;
    if (w->begun && part != PART_ERA && part != PART_TEXT && (opens || !w->ended))
        return false;
    w->at += end;
    if (!w->begun)
        w->from = w->at;
    return true;
}

/* Lines and blanks mean something in it: it was set for a typewriter. */
static bool is_typed(struct slice text)
{
    size_t lines = 0, columns = 0;
    struct slice line;
    while (slice_next_line(&text, &line) && (lines < LINES_LEAST || columns < COLUMNS_LEAST)) {
        size_t run = 0;
        for (size_t i = 0; i < line.len && run < RUN; i++)
            run = line.at[i] == ' ' ? run + 1 : 0;
        columns += run == RUN && !is_blank(line);
        lines++;
    }
    return lines >= LINES_LEAST && columns >= COLUMNS_LEAST;
}

bool html_is_plain(struct slice text, size_t *from, size_t *to)
{
    struct walk w = {.text = text};
    while (w.at < text.len) {
        const char *mark = memchr(text.at + w.at, '<', text.len - w.at);
        size_t next = mark ? (size_t)(mark - text.at) : text.len;
        if (!is_blank(slice_cut(text, w.at, next))) {
            if (w.ended)
                return false;
            w.begun = true;
        }
        w.at = next;
        if (mark && !take_tag(&w))
            return false;
    }
    if (!w.ended)
        w.to = text.len;
    if (!w.begun || !(w.pre || w.era || is_typed(slice_cut(text, w.from, w.to))))
        return false;
    *from = w.from;
    *to = w.to;
    return true;
}
