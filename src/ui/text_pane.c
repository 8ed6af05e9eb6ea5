/* SPDX-License-Identifier: MIT */
/* The text pane: what each action does to the view, and drawing it. */
#include "ui/text_pane.h"

#include "base/memory.h"
#include "ui/text_count.h"
#include "ui/text_draw.h"
#include "ui/text_view.h"

#include <stdlib.h>

enum {
    SIDE_STEP = 8 /* columns of one step sideways */
};

struct text_pane {
    struct text_view view;
    const struct search *search;
    struct place current; /* the hit that was gone to */
    const struct passages *passages;
};

struct text_pane *text_pane_new(struct submission *s, const struct settings *settings)
{
    struct text_pane *p = memory_alloc(sizeof *p);
    text_view_init(&p->view, s, settings);
    p->current.offset = SIZE_MAX;
    return p;
}

void text_pane_free(struct text_pane *p)
{
    if (!p)
        return;
    text_view_deinit(&p->view);
    free(p);
}

/* ---- where it is */

struct text_view *text_pane_view(struct text_pane *p)
{
    return &p->view;
}

struct content *text_pane_content(const struct text_pane *p)
{
    return p->view.flow ? flow_content(p->view.flow) : NULL;
}

struct place text_pane_place(const struct text_pane *p)
{
    return (struct place){p->view.document, p->view.anchor};
}

void text_pane_visible(const struct text_pane *p, size_t *from, size_t *to)
{
    text_view_visible(&p->view, from, to);
}

size_t text_pane_reading(const struct text_pane *p)
{
    return text_view_reading(&p->view);
}

static bool current_visible(const struct text_pane *p)
{
    if (p->current.offset == SIZE_MAX || p->current.document != p->view.document)
        return false;
    size_t from;
    size_t to;
    text_view_visible(&p->view, &from, &to);
    return p->current.offset >= from && p->current.offset < to;
}

struct place text_pane_focus(const struct text_pane *p)
{
    return current_visible(p) ? p->current : text_pane_place(p);
}

size_t text_pane_page(const struct text_pane *p)
{
    if (!p->view.has_lines)
        return 0;
    const struct line *line = flow_line(p->view.flow, p->view.top);
    return line ? line->page : 0;
}

size_t text_pane_number(const struct text_pane *p)
{
    return text_count_line(&p->view);
}

int text_pane_percent(const struct text_pane *p)
{
    return text_count_percent(&p->view);
}

/* Columns of the widest line on the screen. */
static size_t widest(const struct text_pane *p)
{
    struct spot spot;
    size_t most = 0;
    for (int row = 0; row < p->view.rows; row++) {
        const struct line *line = text_view_line(&p->view, row, &spot);
        if (!line)
            break;
        if (line->kind == LINE_TEXT && line->indent + line->columns > most)
            most = line->indent + line->columns;
    }
    return most;
}

size_t text_pane_hidden(const struct text_pane *p)
{
    size_t seen = p->view.left + (size_t)p->view.columns;
    size_t wanted = widest(p);
    return wanted > seen ? wanted - seen : 0;
}

size_t text_pane_left(const struct text_pane *p)
{
    return p->view.left;
}

void text_pane_set_left(struct text_pane *p, size_t left)
{
    p->view.left = left;
}

void text_pane_mark(struct text_pane *p, const struct search *search, struct place current)
{
    p->search = search;
    p->current = current;
}

void text_pane_passages(struct text_pane *p, const struct passages *passages)
{
    p->passages = passages;
}

/* ---- going */

void text_pane_go(struct text_pane *p, struct place place)
{
    text_view_open(&p->view, place.document, place.offset);
}

void text_pane_go_end(struct text_pane *p, size_t document)
{
    struct document *d = submission_document(p->view.submission, document);
    if (!d)
        return;
    text_view_open(&p->view, document, d->text_offset);
    text_view_last(&p->view);
}

bool text_pane_go_page(struct text_pane *p, size_t page)
{
    return text_view_page(&p->view, page);
}

/* Moves sideways so that the columns [from, to) of a line are in sight, no further than needed
 * but for some columns behind them. */
static void show_columns(struct text_pane *p, size_t from, size_t to, size_t width)
{
    size_t columns = p->view.columns > 0 ? (size_t)p->view.columns : 1;
    size_t end = to + columns / 4 < width ? to + columns / 4 : width;
    end = end < from + columns ? end : from + columns;
    if (to < columns)
        p->view.left = 0;
    else if (from <= p->view.left || to >= p->view.left + columns)
        p->view.left = end > columns ? end - columns : 0;
}

void text_pane_show(struct text_pane *p, struct place place, size_t length)
{
    struct text_view *v = &p->view;
    size_t from;
    size_t to;
    text_view_visible(v, &from, &to);
    size_t context = v->rows > 3 ? (size_t)v->rows / 3 : 0;
    if (place.document != v->document || !v->flow)
        text_view_open(v, place.document, place.offset);
    else if (place.offset >= from && place.offset < to)
        context = 0;
    if (context)
        text_view_go(v, place.offset, context);
    else if (place.offset < from || place.offset >= to)
        text_view_go(v, place.offset, 0);
    struct spot spot;
    for (int row = 0; row < v->rows; row++) {
        const struct line *line = text_view_line(v, row, &spot);
        size_t left;
        size_t right;
        if (!line)
            break;
        if (line->kind == LINE_TEXT && line_columns(line, place.offset, length, &left, &right)) {
            show_columns(p, left, right, line->indent + line->columns);
            break;
        }
    }
}

/* ---- actions */

static size_t screen_rows(const struct text_pane *p)
{
    return p->view.rows > 0 ? (size_t)p->view.rows : 1;
}

static void move_down(struct text_pane *p, size_t lines, bool on, struct answer *answer)
{
    if (text_view_down(&p->view, lines) || text_view_turn_on(&p->view))
        return;
    if (on)
        answer->outcome = PANE_NEXT;
    else
        buffer_add_text(answer->say, "this is the end of the document");
}

static void move_up(struct text_pane *p, size_t lines, bool on, struct answer *answer)
{
    if (text_view_up(&p->view, lines) || text_view_turn_back(&p->view))
        return;
    if (on)
        answer->outcome = PANE_BEFORE;
    else
        buffer_add_text(answer->say, "this is the beginning of the document");
}

static void next_page(struct text_pane *p, size_t steps, struct answer *answer)
{
    struct content *c = text_pane_content(p);
    if (!c || !content_has_pages(c)) {
        move_down(p, steps * screen_rows(p), true, answer);
        return;
    }
    size_t page = text_pane_page(p);
    bool all = false;
    if (steps < SIZE_MAX - page && text_view_page(&p->view, page + steps))
        return;
    /* A count that leads too far leads to the last page; all are counted now. */
    size_t pages = content_pages(c, &all);
    if (page + 1 >= pages || !text_view_page(&p->view, pages - 1))
        answer->outcome = PANE_NEXT;
}

static void previous_page(struct text_pane *p, size_t steps, struct answer *answer)
{
    struct content *c = text_pane_content(p);
    if (!c || !content_has_pages(c)) {
        move_up(p, steps * screen_rows(p), true, answer);
        return;
    }
    size_t page = text_pane_page(p);
    if (page == 0 && text_view_up(&p->view, SIZE_MAX / 2) == 0)
        answer->outcome = PANE_BEFORE;
    else
        text_view_page(&p->view, page > steps ? page - steps : 0);
}

static void sideways(struct text_pane *p, bool right, size_t steps, struct answer *answer)
{
    size_t step = SIDE_STEP * steps;
    size_t columns = p->view.columns > 0 ? (size_t)p->view.columns : 1;
    size_t wanted = widest(p);
    size_t most = wanted > columns ? wanted - columns : 0;
    if (!right) {
        /* What was wider may be on another page. */
        size_t left = p->view.left < most ? p->view.left : most;
        p->view.left = left > step ? left - step : 0;
        return;
    }
    if (most <= p->view.left) {
        buffer_add_text(answer->say, "no line here is wider than this");
        return;
    }
    p->view.left = p->view.left + step < most ? p->view.left + step : most;
}

static void paragraph(struct text_pane *p, bool forward, size_t steps, struct answer *answer)
{
    bool moved = false;
    while (steps-- > 0 && text_view_paragraph(&p->view, forward))
        moved = true;
    if (!moved)
        buffer_add_text(answer->say, forward ? "no further paragraph" : "no paragraph before");
}

/* The argument or the count as a number; -1 when there is none. */
static long number_of(const struct order *order)
{
    if (order->argument.len) {
        long long number = slice_number(order->argument);
        return number < 0 || number > 1000000000 ? -1 : (long)number;
    }
    return order->count > 0 ? order->count : -1;
}

static void by_number(struct text_pane *p, const struct order *order, struct answer *answer)
{
    long number = number_of(order);
    if (number < 0)
        buffer_add_text(answer->say, "a number is needed");
    else if (order->action == ACTION_GOTO_PERCENT)
        text_count_go_percent(&p->view, number);
    else
        text_count_go_line(&p->view, (size_t)number);
}

/* Up and down by lines and screens; false when the action is something else. */
static bool scrolled(struct text_pane *p, const struct order *order, struct answer *answer)
{
    size_t steps = order_steps(order);
    size_t rows = screen_rows(p);
    size_t half = rows > 1 ? rows / 2 : 1;
    switch (order->action) {
    case ACTION_LINE_DOWN:
        move_down(p, steps, false, answer);
        return true;
    case ACTION_LINE_UP:
        move_up(p, steps, false, answer);
        return true;
    case ACTION_HALF_SCREEN_DOWN:
        move_down(p, half * steps, true, answer);
        return true;
    case ACTION_HALF_SCREEN_UP:
        move_up(p, half * steps, true, answer);
        return true;
    case ACTION_SCREEN_DOWN:
        move_down(p, rows * steps, true, answer);
        return true;
    case ACTION_SCREEN_UP:
        move_up(p, rows * steps, true, answer);
        return true;
    default:
        return false;
    }
}

static void handle(void *self, const struct order *order, struct answer *answer)
{
    struct text_pane *p = self;
    size_t steps = order_steps(order);
    answer->outcome = PANE_DONE;
    if (scrolled(p, order, answer))
        return;
    switch (order->action) {
    case ACTION_TOP:
    case ACTION_BOTTOM:
        if (order->count > 0)
            text_count_go_line(&p->view, (size_t)order->count);
        else if (order->action == ACTION_TOP)
            text_view_first(&p->view);
        else
            text_view_last(&p->view);
        break;
    case ACTION_GOTO_LINE:
    case ACTION_GOTO_PERCENT:
        by_number(p, order, answer);
        break;
    case ACTION_SCROLL_LEFT:
    case ACTION_SCROLL_RIGHT:
        sideways(p, order->action == ACTION_SCROLL_RIGHT, steps, answer);
        break;
    case ACTION_SCROLL_HOME:
        p->view.left = 0;
        break;
    case ACTION_SCROLL_END:
        p->view.left =
            widest(p) > (size_t)p->view.columns ? widest(p) - (size_t)p->view.columns : 0;
        break;
    case ACTION_NEXT_PAGE:
        next_page(p, steps, answer);
        break;
    case ACTION_PREVIOUS_PAGE:
        previous_page(p, steps, answer);
        break;
    case ACTION_NEXT_PARAGRAPH:
    case ACTION_PREVIOUS_PARAGRAPH:
        paragraph(p, order->action == ACTION_NEXT_PARAGRAPH, steps, answer);
        break;
    default:
        answer->outcome = PANE_IGNORED;
    }
}

/* ---- as a pane */

static void draw(void *self, struct region r, const struct look *look)
{
    struct text_pane *p = self;
    struct text_draw d = {&p->view, p->search, p->current, p->passages, look};
    text_draw(&d, r);
}

static void resize(void *self, int rows, int columns)
{
    struct text_pane *p = self;
    p->view.rows = rows > 0 ? rows : 0;
    p->view.columns = columns > 0 ? columns : 0;
    text_view_fit(&p->view);
}

struct pane text_pane_pane(struct text_pane *p)
{
    static const struct pane_ops ops = {draw, handle, resize};
    return (struct pane){&ops, p};
}
