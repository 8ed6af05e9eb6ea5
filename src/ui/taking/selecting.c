/* SPDX-License-Identifier: MIT */
/* The selection on the screen: its mode, motions, mouse, and what is drawn of it. */
#include "ui/taking/selecting.h"

#include "base/memory.h"
#include "ui/modes.h"
#include "ui/taking/selected.h"
#include "ui/taking/selection.h"
#include "ui/text_view.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

#include <stdlib.h>

struct selecting {
    struct selection selection;
    struct place top,
        hit;      /* where the text and the hit that was gone to were when last looked at */
    bool pressed; /* a button went down at `press`, and did not move yet */
    bool dragged; /* the selection is the mouse's */
    size_t press; /* offset */
};

static struct selecting *state_of(struct viewer *v)
{
    if (!v->modes.select)
        v->modes.select = memory_alloc(sizeof *v->modes.select);
    return v->modes.select;
}

bool selecting_on(const struct viewer *v)
{
    return v->modes.select && v->modes.select->selection.on;
}

static struct text_view *view_of(const struct viewer *v)
{
    return text_pane_view(v->at->text);
}

static struct flow *flow_of(const struct viewer *v)
{
    return view_of(v)->flow;
}

bool selecting_range(const struct viewer *v, size_t *document, size_t *from, size_t *to)
{
    if (!selecting_on(v) || !flow_of(v))
        return false;
    *document = v->modes.select->selection.document;
    return selection_range(&v->modes.select->selection, flow_of(v), from, to);
}

struct gather *selecting_gather(struct viewer *v)
{
    const struct text_view *view = view_of(v);
    if (!selecting_on(v) || !view->flow)
        return NULL;
    struct flow_options options = {.width = view->width, .most = view->most, .wrap = view->wrap};
    return selection_gather(&v->modes.select->selection, view->flow, options);
}

void selecting_taken(struct viewer *v, size_t document, size_t from, size_t to)
{
    size_t now, first, behind;
    if (selecting_range(v, &now, &first, &behind) && now == document && first == from &&
        behind == to)
        selecting_forget(v);
}

void selecting_forget(struct viewer *v)
{
    if (v->modes.select)
        selection_end(&v->modes.select->selection);
}

/* ---- the cursor and the screen */

static void look(struct viewer *v)
{
    struct selecting *s = v->modes.select;
    s->top = text_pane_place(v->at->text);
    s->hit = v->at->current;
}

/* Whether the spot is on the screen: below 0 above it, above 0 below it. */
static int side_of(const struct text_view *view, struct spot wanted)
{
    struct spot spot = view->top;
    for (int row = 0; row < view->rows; row++) {
        if (!text_view_line(view, row, &spot))
            break;
        if (spot.segment == wanted.segment && spot.line == wanted.line)
            return 0;
    }
    bool above = wanted.segment != view->top.segment ? wanted.segment < view->top.segment
                                                     : wanted.line < view->top.line;
    return above ? -1 : 1;
}

static void scroll(struct viewer *v, bool down)
{
    struct buffer say = {0};
    struct order order = {.action = down ? ACTION_LINE_DOWN : ACTION_LINE_UP, .count = 1};
    struct answer answer = {.say = &say};
    struct pane pane = text_pane_pane(v->at->text);
    pane.ops->handle(pane.self, &order, &answer);
    buffer_deinit(&say);
}

/* Brings the cursor onto the screen: what is near by lines, so that the eye keeps its place. */
static void show_cursor(struct viewer *v)
{
    struct selecting *s = v->modes.select;
    struct text_view *view = view_of(v);
    struct spot spot;
    size_t column;
    if (!view->flow || !selection_cursor(&s->selection, view->flow, &spot, &column))
        return;
    for (int i = 0; i < view->rows && side_of(view, spot) != 0; i++)
        scroll(v, side_of(view, spot) > 0);
    struct place place = {s->selection.document, s->selection.moving};
    text_pane_show(v->at->text, place, 1);
    look(v);
}

/* Says what goes on, and the keys for what can be done with it. */
static void tell(struct viewer *v)
{
    static const struct {
        enum action_id action;
        const char *does;
    } ways[] = {{ACTION_COPY, "copies"}, {ACTION_SAVE, "saves"}, {ACTION_PIPE, "pipes"}};
    struct buffer text = {0}, key = {0};
    buffer_add_text(&text, v->modes.select->selection.lines ? "selecting lines" : "selecting");
    for (size_t i = 0, said = 0; i < sizeof ways / sizeof *ways; i++) {
        buffer_clear(&key);
        if (!keymap_keys_of(v->config->keymap, CONTEXT_SELECT, ways[i].action, 1, &key))
            continue;
        buffer_addf(&text, "%s %s %s", said++ ? "," : ":", buffer_text(&key), ways[i].does);
    }
    viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&text));
    buffer_deinit(&key);
    buffer_deinit(&text);
}

void selecting_begin(struct viewer *v, const struct order *order)
{
    struct selecting *s = state_of(v);
    bool lines = order->action == ACTION_SELECT_LINES;
    if (selecting_on(v)) {
        /* The same key leaves, the other one changes how. */
        if (s->selection.lines == lines)
            selecting_forget(v);
        else
            s->selection.lines = lines;
        if (selecting_on(v))
            tell(v);
        return;
    }
    struct text_view *view = view_of(v);
    struct place focus = text_pane_focus(v->at->text);
    /* Where the eye is: a hit that was gone to, else the first line below a running head. */
    bool at_hit = focus.offset != text_pane_place(v->at->text).offset;
    size_t offset = at_hit ? focus.offset : text_pane_reading(v->at->text);
    if (!view->flow || !selection_begin(&s->selection, view->flow, view->document, offset, lines)) {
        viewer_say(v, ROLE_MESSAGE, "there is no text to select here");
        return;
    }
    v->focus_tree = false;
    viewer_arrange(v);
    show_cursor(v);
    tell(v);
}

void selecting_swap(struct viewer *v, const struct order *order)
{
    (void)order;
    if (!selecting_on(v)) {
        viewer_say(v, ROLE_MESSAGE, "nothing is selected");
        return;
    }
    selection_swap(&v->modes.select->selection);
    show_cursor(v);
}

static void move(struct viewer *v, enum selection_motion motion, size_t steps)
{
    struct selecting *s = v->modes.select;
    bool moved = flow_of(v) && selection_move(&s->selection, flow_of(v), motion, steps);
    if (moved && s->selection.cut)
        viewer_say(v, ROLE_MESSAGE, "stopped: one key selects %d lines at most", SELECTION_MOST);
    else if (!moved && (motion == SELECTION_DOWN || motion == SELECTION_UP))
        viewer_say(v, ROLE_MESSAGE,
                   motion == SELECTION_DOWN ? "this is the end of the document"
                                            : "this is the beginning of the document");
    show_cursor(v);
}

void selecting_word(struct viewer *v, const struct order *order)
{
    if (!selecting_on(v)) {
        viewer_say(v, ROLE_MESSAGE, "words are moved by while text is selected");
        return;
    }
    move(v,
         order->action == ACTION_NEXT_WORD       ? SELECTION_NEXT_WORD
         : order->action == ACTION_PREVIOUS_WORD ? SELECTION_PREVIOUS_WORD
                                                 : SELECTION_WORD_END,
         order_steps(order));
}

/* ---- the mode */

static void to_end(struct viewer *v, bool end)
{
    struct selecting *s = v->modes.select;
    struct flow *flow = flow_of(v);
    struct spot spot;
    if (!(end ? flow_last(flow, &spot) : flow_first(flow, &spot)))
        return;
    selection_to(&s->selection, flow, flow_line(flow, spot)->offset);
    show_cursor(v);
}

/* By lines and screens; false when the action is something else. */
static bool by_lines(struct viewer *v, const struct order *order)
{
    size_t rows = view_of(v)->rows > 0 ? (size_t)view_of(v)->rows : 1,
           half = rows > 1 ? rows / 2 : 1;
    size_t steps = order_steps(order);
    switch (order->action) {
    case ACTION_LINE_DOWN:
    case ACTION_LINE_UP:
        move(v, order->action == ACTION_LINE_DOWN ? SELECTION_DOWN : SELECTION_UP, steps);
        return true;
    case ACTION_HALF_SCREEN_DOWN:
        move(v, SELECTION_DOWN, half * steps);
        return true;
    case ACTION_HALF_SCREEN_UP:
        move(v, SELECTION_UP, half * steps);
        return true;
    case ACTION_SCREEN_DOWN:
        move(v, SELECTION_DOWN, rows * steps);
        return true;
    case ACTION_SCREEN_UP:
        move(v, SELECTION_UP, rows * steps);
        return true;
    default:
        return false;
    }
}

/* What is not told here moves the text; the cursor follows it there (follow). */
static bool handle(struct viewer *v, const struct order *order)
{
    static const struct {
        enum action_id action;
        enum selection_motion motion;
    } motions[] = {{ACTION_SCROLL_LEFT, SELECTION_LEFT},
                   {ACTION_SCROLL_RIGHT, SELECTION_RIGHT},
                   {ACTION_SCROLL_HOME, SELECTION_LINE_START},
                   {ACTION_SCROLL_END, SELECTION_LINE_END},
                   {ACTION_NEXT_PARAGRAPH, SELECTION_PARAGRAPH_END},
                   {ACTION_PREVIOUS_PARAGRAPH, SELECTION_PARAGRAPH_START}};
    if (!flow_of(v))
        return false;
    for (size_t i = 0; i < sizeof motions / sizeof *motions; i++)
        if (order->action == motions[i].action) {
            move(v, motions[i].motion, order_steps(order));
            return true;
        }
    if ((order->action == ACTION_TOP || order->action == ACTION_BOTTOM) && order->count == 0) {
        to_end(v, order->action == ACTION_BOTTOM);
        return true;
    }
    return by_lines(v, order);
}

static void leave(struct viewer *v)
{
    selecting_forget(v);
}

static const char *name(const struct viewer *v)
{
    (void)v;
    return "the selection";
}

static bool same(struct place a, struct place b)
{
    return a.document == b.document && a.offset == b.offset;
}

/* Another motion has moved the text, or gone to a hit: the cursor goes there. */
static void follow(struct viewer *v)
{
    struct selecting *s = v->modes.select;
    /* While a pattern is typed, nothing is gone to yet. */
    if (!selecting_on(v) || v->prompt.open)
        return;
    if (text_pane_place(v->at->text).document != s->selection.document || !flow_of(v)) {
        selecting_forget(v);
        viewer_say(v, ROLE_MESSAGE, "another document: nothing is selected any longer");
        return;
    }
    struct place current = v->at->current;
    bool hit = !same(current, s->hit) && current.offset != VIEWER_NOWHERE &&
               current.document == s->selection.document;
    if (hit)
        selection_to(&s->selection, flow_of(v), current.offset);
    else if (!same(text_pane_place(v->at->text), s->top))
        selection_to(&s->selection, flow_of(v), text_pane_reading(v->at->text));
    look(v);
}

static void passages(struct viewer *v, struct window *w, struct passages *out)
{
    if (w == v->at && selecting_on(v))
        selected_add(&v->modes.select->selection, view_of(v), out);
}

static void free_state(struct viewer *v)
{
    free(v->modes.select);
    v->modes.select = NULL;
}

/* ---- the mouse */

/* The offset of the character on the screen at a place of the text of the window with the keys;
 * a place outside counts as its edge. */
static bool offset_at(struct viewer *v, int row, int column, size_t *offset)
{
    const struct text_view *view = view_of(v);
    int top, left;
    windows_corner(v, v->at == v->shown[0] ? 0 : 1, &top, &left);
    row = row < top ? 0 : row - top;
    column = column < left ? 0 : column - left;
    struct spot spot;
    bool found = false;
    for (int i = 0; i <= row && i < view->rows && view->flow; i++) {
        const struct line *line = text_view_line(view, i, &spot);
        if (!line)
            break;
        size_t scrolled = text_view_line_left(view_of(v), line, spot);
        found = selection_offset_at(line, scrolled + (size_t)column, offset) || found;
    }
    return found;
}

void selecting_press(struct viewer *v, int row, int column)
{
    struct selecting *s = state_of(v);
    selecting_forget(v);
    s->dragged = false;
    s->pressed = offset_at(v, row, column, &s->press);
}

bool selecting_drag(struct viewer *v, int row, int column)
{
    struct selecting *s = v->modes.select;
    struct text_view *view = view_of(v);
    size_t offset;
    int top, left;
    if (!s || !(s->pressed || s->dragged) || !view->flow)
        return false;
    windows_corner(v, v->at == v->shown[0] ? 0 : 1, &top, &left);
    if (s->dragged && (row < top || row >= top + view->rows))
        scroll(v, row >= top);
    if (!offset_at(v, row, column, &offset))
        return true;
    if (!s->dragged) {
        s->pressed = false;
        s->dragged = selection_begin(&s->selection, view->flow, view->document, s->press, false);
    }
    if (s->selection.on)
        selection_to(&s->selection, view->flow, offset);
    look(v);
    return true;
}

void selecting_release(struct viewer *v)
{
    struct selecting *s = v->modes.select;
    if (!s)
        return;
    if (s->dragged && s->selection.on)
        tell(v);
    s->pressed = s->dragged = false;
}

const struct mode *selecting_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_SELECT,
                                     .on = selecting_on,
                                     .handle = handle,
                                     .leave = leave,
                                     .name = name,
                                     .follow = follow,
                                     .passages = passages,
                                     .free = free_state};
    return &mode;
}
