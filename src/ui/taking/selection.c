/* SPDX-License-Identifier: MIT */
/* What lies between two characters, and how one of them moves. */
#include "ui/taking/selection.h"

#include "ui/taking/cursor.h"

bool selection_begin(struct selection *s, struct flow *flow, size_t document, size_t offset,
                     bool lines)
{
    struct cursor c;
    if (!cursor_find(&c, flow, offset))
        return false;
    *s = (struct selection){.on = true, .lines = lines, .document = document};
    s->fixed = s->moving = cursor_offset(&c);
    s->column = cursor_column(&c);
    return true;
}

void selection_end(struct selection *s)
{
    s->on = false;
}

void selection_swap(struct selection *s)
{
    size_t fixed = s->fixed;
    s->fixed = s->moving;
    s->moving = fixed;
}

void selection_to(struct selection *s, struct flow *flow, size_t offset)
{
    struct cursor c;
    if (!cursor_find(&c, flow, offset))
        return;
    s->moving = cursor_offset(&c);
    s->column = cursor_column(&c);
}

/* ---- motions */

/* Whether nothing stands between the characters: no blanks that were made for a table. */
static bool is_next(const struct cursor *a, const struct cursor *b)
{
    return a->at < b->at ? cursor_behind(a) == b->at : cursor_behind(b) == a->at;
}

/* A character on; `*apart`: over a gap, or to the next line. */
static bool forward(struct cursor *c, bool *apart)
{
    struct cursor before = *c;
    *apart = !cursor_right(c) || !is_next(&before, c);
    return c->at != before.at || cursor_down(c);
}

static bool backward(struct cursor *c, bool *apart)
{
    struct cursor before = *c;
    *apart = !cursor_left(c) || !is_next(&before, c);
    if (c->at != before.at)
        return true;
    if (!cursor_up(c))
        return false;
    cursor_last(c);
    return true;
}

static bool next_word(struct cursor *c)
{
    enum cursor_class in = cursor_class(c);
    bool apart;
    while (forward(c, &apart)) {
        enum cursor_class now = cursor_class(c);
        if (now != CURSOR_BLANK && (apart || now != in))
            return true;
        in = apart || now == CURSOR_BLANK ? CURSOR_BLANK : in;
    }
    return false;
}

/* To the last character of the run that the cursor is in, by cursor_right or cursor_left. */
static void end_of_run(struct cursor *c, bool (*step)(struct cursor *))
{
    enum cursor_class in = cursor_class(c);
    struct cursor next = *c;
    while (step(&next) && cursor_class(&next) == in && is_next(c, &next))
        *c = next;
}

static bool to_run(struct cursor *c, bool (*step)(struct cursor *, bool *))
{
    bool apart;
    do {
        if (!step(c, &apart))
            return false;
    } while (cursor_class(c) == CURSOR_BLANK);
    return true;
}

static bool word_end(struct cursor *c)
{
    if (!to_run(c, forward))
        return false;
    end_of_run(c, cursor_right);
    return true;
}

static bool previous_word(struct cursor *c)
{
    if (!to_run(c, backward))
        return false;
    end_of_run(c, cursor_left);
    return true;
}

static bool vertical(struct cursor *c, bool down, size_t column)
{
    if (!(down ? cursor_down(c) : cursor_up(c)))
        return false;
    if (column == SELECTION_END)
        cursor_last(c);
    else
        cursor_to_column(c, column);
    return true;
}

/* Whether one paragraph goes on from a line to the next one of the flow. */
static bool is_joined(const struct cursor *a, const struct cursor *b)
{
    struct spot next = a->spot;
    if (!flow_next(a->flow, &next) || next.segment != b->spot.segment || next.line != b->spot.line)
        return false;
    const struct block *above = a->line->block, *below = b->line->block;
    if (above->row || below->row)
        return above->row && below->row && above->row->table == below->row->table;
    return above == below || content_is_printed(flow_content(a->flow));
}

/* To the last character of the paragraph, or of the next one when it is there; over as many lines
 * as are left at most. */
static bool paragraph_end(struct cursor *c, size_t *left)
{
    struct cursor next = *c;
    cursor_last(&next);
    bool there = next.at == c->at;
    *c = next;
    for (; *left > 0 && cursor_down(&next); --*left) {
        if (!is_joined(c, &next) && !there)
            break;
        there = false;
        *c = next;
        cursor_last(c);
    }
    return !there;
}

/* To the first character of the paragraph, or of the one before when it is there. */
static bool paragraph_start(struct cursor *c, size_t *left)
{
    struct cursor before = *c;
    cursor_first(&before);
    bool there = before.at == c->at, moved = !there;
    *c = before;
    for (; *left > 0 && cursor_up(&before); --*left) {
        if (!is_joined(&before, c) && moved)
            break;
        moved = true;
        *c = before;
    }
    return moved;
}

static bool step(const struct selection *s, struct cursor *c, enum selection_motion motion,
                 size_t *left)
{
    switch (motion) {
    case SELECTION_LEFT:
        return cursor_left(c);
    case SELECTION_RIGHT:
        return cursor_right(c);
    case SELECTION_DOWN:
    case SELECTION_UP:
        return vertical(c, motion == SELECTION_DOWN, s->column);
    case SELECTION_LINE_START:
        cursor_first(c);
        return true;
    case SELECTION_LINE_END:
        cursor_last(c);
        return true;
    case SELECTION_NEXT_WORD:
        return next_word(c);
    case SELECTION_PREVIOUS_WORD:
        return previous_word(c);
    case SELECTION_WORD_END:
        return word_end(c);
    case SELECTION_PARAGRAPH_END:
        return paragraph_end(c, left);
    case SELECTION_PARAGRAPH_START:
        return paragraph_start(c, left);
    }
    return false;
}

static bool is_by_paragraph(enum selection_motion motion)
{
    return motion == SELECTION_PARAGRAPH_END || motion == SELECTION_PARAGRAPH_START;
}

bool selection_move(struct selection *s, struct flow *flow, enum selection_motion motion,
                    size_t steps)
{
    struct cursor c;
    bool moved = false;
    size_t left = SELECTION_MOST;
    s->cut = false;
    if (!cursor_find(&c, flow, s->moving))
        return false;
    for (; steps > 0 && left > 0; steps--) {
        struct cursor next = c;
        left--;
        if (!step(s, &next, motion, &left))
            break;
        c = next;
        moved = true;
    }
    s->cut = left == 0 && (steps > 0 || is_by_paragraph(motion));
    s->moving = cursor_offset(&c);
    if (motion == SELECTION_LINE_END)
        s->column = SELECTION_END;
    else if (motion != SELECTION_DOWN && motion != SELECTION_UP)
        s->column = cursor_column(&c);
    return moved;
}

/* ---- what is selected */

static bool is_before(const struct cursor *a, const struct cursor *b)
{
    if (a->spot.segment != b->spot.segment)
        return a->spot.segment < b->spot.segment;
    return a->spot.line != b->spot.line ? a->spot.line < b->spot.line : a->at < b->at;
}

bool selection_span(const struct selection *s, struct flow *flow, struct selection_span *span)
{
    struct cursor a, b;
    if (!s->on || !cursor_find(&a, flow, s->fixed) || !cursor_find(&b, flow, s->moving))
        return false;
    /* Finding the second may have laid out anew what the first points to. */
    a.line = flow_line(flow, a.spot);
    const struct cursor *first = is_before(&b, &a) ? &b : &a, *last = first == &a ? &b : &a;
    span->first = (struct gather_place){first->spot, first->at};
    span->behind = (struct gather_place){last->spot, cursor_behind(last)};
    if (s->lines) {
        span->first.byte = cursor_line_start(first->line);
        span->behind.byte = cursor_line_end(last->line);
    }
    return true;
}

static int compare(struct spot a, struct spot b)
{
    if (a.segment != b.segment)
        return a.segment < b.segment ? -1 : 1;
    return a.line < b.line ? -1 : a.line > b.line;
}

bool selection_bytes(const struct selection_span *span, struct spot spot, const struct line *line,
                     size_t *first, size_t *behind)
{
    int above = compare(spot, span->first.spot), below = compare(spot, span->behind.spot);
    if (above < 0 || below > 0 || line->kind != LINE_TEXT)
        return false;
    /* What is not taken is not shown as if it were. */
    bool alone = compare(span->first.spot, span->behind.spot) == 0;
    if (line->block->flags & (SINK_MADE | SINK_RULE) ||
        (line->block->flags & SINK_FURNITURE && !alone))
        return false;
    size_t start = cursor_line_start(line), end = cursor_line_end(line);
    *first = above == 0 && span->first.byte > start ? span->first.byte : start;
    *behind = below == 0 && span->behind.byte < end ? span->behind.byte : end;
    return *first < *behind;
}

bool selection_cursor(const struct selection *s, struct flow *flow, struct spot *spot,
                      size_t *column)
{
    struct cursor c;
    if (!s->on || !cursor_find(&c, flow, s->moving))
        return false;
    *spot = c.spot;
    *column = cursor_column(&c);
    return true;
}

bool selection_offset_at(const struct line *line, size_t column, size_t *offset)
{
    struct cursor c = {.line = line};
    if (line->kind != LINE_TEXT || line->block->flags & (SINK_MADE | SINK_RULE) ||
        slice_trim(line->text).len == 0)
        return false;
    cursor_to_column(&c, column);
    *offset = cursor_offset(&c);
    return true;
}

bool selection_range(const struct selection *s, struct flow *flow, size_t *from, size_t *to)
{
    struct selection_span span;
    if (!selection_span(s, flow, &span))
        return false;
    *from = gather_offset(flow, span.first);
    *to = gather_offset(flow, span.behind);
    if (*to <= *from)
        *to = *from + 1;
    return true;
}

struct gather *selection_gather(const struct selection *s, struct flow *flow,
                                struct flow_options options)
{
    struct selection_span span;
    if (!selection_span(s, flow, &span))
        return NULL;
    return gather_lines(flow_content(flow), options, span.first, span.behind);
}
