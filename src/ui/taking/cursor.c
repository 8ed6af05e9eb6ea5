/* SPDX-License-Identifier: MIT */
/* A character on lines, and its steps. */
#include "ui/taking/cursor.h"

#include "base/utf8.h"
#include "base/width.h"

#include <string.h>

enum {
    FAR_ENOUGH = 5000 /* lines without text that are looked over for one */
};

/* ---- bytes of a line */

size_t cursor_line_start(const struct line *line)
{
    return (size_t)(line->text.at - line->block->text.at);
}

size_t cursor_line_end(const struct line *line)
{
    return cursor_line_start(line) + line->text.len;
}

static uint32_t code_at(const struct block *b, size_t at)
{
    struct slice rest = slice_cut(b->text, at, b->text.len);
    return rest.len > 0 ? utf8_next(&rest) : ' ';
}

/* Behind the character at `at`, and all that takes no column behind it. */
static size_t behind(const struct line *line, size_t at)
{
    const struct block *b = line->block;
    size_t end = cursor_line_end(line);
    do {
        size_t length = utf8_length(slice_cut(b->text, at, end));
        at += length > 0 ? length : 1;
    } while (at < end && width_of(code_at(b, at)) == 0);
    return at < end ? at : end;
}

/* The last place at or before `at`, within the line, where a character begins. */
static size_t begin_of(const struct line *line, size_t at)
{
    size_t start = cursor_line_start(line), end = cursor_line_end(line);
    at = at < end ? at : end > start ? end - 1 : start;
    while (at > start && (((unsigned char)line->block->text.at[at] & 0xC0) == 0x80 ||
                          width_of(code_at(line->block, at)) == 0))
        at--;
    return at;
}

/* The byte of the line for a place in the input. Where blanks that were made stand for the place of
 * a character, that is meant. */
static size_t byte_of(const struct line *line, size_t offset)
{
    const struct block *b = line->block;
    size_t end = cursor_line_end(line);
    size_t at = begin_of(line, block_text_at(b, offset));
    if (block_source(b, at) > offset && at > cursor_line_start(line))
        at = begin_of(line, at - 1);
    size_t source = block_source(b, at);
    while (block_is_made(b, at)) {
        size_t next = behind(line, at);
        if (next >= end || block_source(b, next) != source)
            break;
        at = next;
    }
    return at;
}

/* Whether going back to the place of the character finds the character. */
static bool has_place(const struct line *line, size_t at)
{
    return byte_of(line, block_source(line->block, at)) == at;
}

/* ---- lines */

static bool is_text(const struct line *line)
{
    return line->kind == LINE_TEXT && !(line->block->flags & (SINK_MADE | SINK_RULE)) &&
           slice_trim(line->text).len > 0;
}

/* To the next line with text, by flow_next or flow_previous. */
static bool to_line(struct cursor *c, bool (*step)(struct flow *, struct spot *))
{
    struct spot spot = c->spot;
    for (size_t i = 0; i < FAR_ENOUGH && step(c->flow, &spot); i++) {
        const struct line *line = flow_line(c->flow, spot);
        if (!is_text(line))
            continue;
        c->spot = spot;
        c->line = line;
        return true;
    }
    return false;
}

bool cursor_find(struct cursor *c, struct flow *flow, size_t offset)
{
    *c = (struct cursor){.flow = flow};
    if (!flow || !flow_find(flow, offset, &c->spot))
        return false;
    c->line = flow_line(flow, c->spot);
    if (is_text(c->line)) {
        c->at = byte_of(c->line, offset);
        if (!has_place(c->line, c->at))
            cursor_first(c);
        return true;
    }
    return cursor_down(c) || cursor_up(c);
}

/* ---- steps */

size_t cursor_offset(const struct cursor *c)
{
    return block_source(c->line->block, c->at);
}

size_t cursor_behind(const struct cursor *c)
{
    return behind(c->line, c->at);
}

size_t cursor_column(const struct cursor *c)
{
    size_t start = cursor_line_start(c->line);
    return c->line->indent + width_of_text(slice_cut(c->line->block->text, start, c->at));
}

bool cursor_right(struct cursor *c)
{
    size_t end = cursor_line_end(c->line);
    for (size_t at = behind(c->line, c->at); at < end; at = behind(c->line, at)) {
        if (has_place(c->line, at)) {
            c->at = at;
            return true;
        }
    }
    return false;
}

bool cursor_left(struct cursor *c)
{
    size_t start = cursor_line_start(c->line);
    for (size_t at = c->at; at > start;) {
        at = begin_of(c->line, at - 1);
        if (has_place(c->line, at)) {
            c->at = at;
            return true;
        }
    }
    return false;
}

void cursor_first(struct cursor *c)
{
    c->at = cursor_line_start(c->line);
    if (!has_place(c->line, c->at))
        (void)cursor_right(c);
}

void cursor_last(struct cursor *c)
{
    c->at = begin_of(c->line, cursor_line_end(c->line));
    if (!has_place(c->line, c->at))
        (void)cursor_left(c);
}

bool cursor_down(struct cursor *c)
{
    if (!to_line(c, flow_next))
        return false;
    cursor_first(c);
    return true;
}

bool cursor_up(struct cursor *c)
{
    if (!to_line(c, flow_previous))
        return false;
    cursor_first(c);
    return true;
}

void cursor_to_column(struct cursor *c, size_t column)
{
    struct slice text = c->line->text;
    size_t left = column > c->line->indent ? column - c->line->indent : 0;
    size_t fits = width_fit(text, left);
    c->at = begin_of(c->line, cursor_line_start(c->line) + fits);
    if (!has_place(c->line, c->at) && !cursor_left(c))
        cursor_first(c);
}

/* ---- words */

static bool is_letter(uint32_t code)
{
    bool ascii = (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
                 (code >= 'a' && code <= 'z') || code == '_';
    /* Signs of Latin-1, general punctuation, arrows and boxes are none. */
    return ascii || (code >= 0xC0 && code < 0x2000) || (code >= 0x2C00 && code != UTF8_REPLACEMENT);
}

enum cursor_class cursor_class(const struct cursor *c)
{
    const struct block *b = c->line->block;
    uint32_t code = code_at(b, c->at);
    if (code == ' ' || code == '\t' || code == 0xA0)
        return CURSOR_BLANK;
    if (is_letter(code))
        return CURSOR_WORD;
    bool joins = code == 0x2019 || (code < 0x80 && strchr(".,'-&/", (int)code));
    size_t next = behind(c->line, c->at), start = cursor_line_start(c->line);
    if (!joins || c->at == start || next >= cursor_line_end(c->line))
        return CURSOR_SIGN;
    bool between =
        is_letter(code_at(b, begin_of(c->line, c->at - 1))) && is_letter(code_at(b, next));
    return between ? CURSOR_WORD : CURSOR_SIGN;
}
