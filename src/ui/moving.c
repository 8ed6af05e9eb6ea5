/* SPDX-License-Identifier: MIT */
/* By sentences, far into a document, and placing what one is at on the screen. */
#include "ui/moving.h"

#include "model/content.h"
#include "ui/modes.h"
#include "ui/sentence.h"
#include "ui/text_view.h"
#include "ui/viewer_state.h"

enum { READ_AT_ONCE = 1024 * 1024 }; /* bytes of a document that a key may read */

/* By `steps` sentences, as far as there are some; false when there is none. */
static bool by_sentences(struct text_view *view, bool forward, size_t steps)
{
    size_t offset = view->anchor;
    bool moved = false;
    while (steps-- > 0 && view->flow &&
           (forward ? sentence_next(view->flow, offset, &offset)
                    : sentence_before(view->flow, offset, &offset)))
        moved = true;
    if (moved)
        text_view_open(view, view->document, offset);
    return moved;
}

void moving_sentence(struct viewer *v, const struct order *order)
{
    const struct mode *mode = modes_top(v);
    bool forward = order->action == ACTION_NEXT_SENTENCE;
    if (mode && mode->handle(v, order))
        return;
    if (!by_sentences(text_pane_view(v->at->text), forward, order_steps(order)))
        viewer_say(v, ROLE_MESSAGE,
                   forward ? "no further sentence in this document"
                           : "no sentence before this in this document");
}

static bool is_far(const struct order *order)
{
    return order->action != ACTION_TOP || order->count > 0;
}

bool moving_waits(struct viewer *v, const struct order *order, viewer_run *run)
{
    size_t index = text_pane_place(v->at->text).document;
    const struct document *d = submission_document(v->at->filing->submission, index);
    bool all = true;
    if (!d || modes_top(v) || !is_far(order) || d->text_end - d->text_offset <= READ_AT_ONCE)
        return false;
    content_pages(text_pane_content(v->at->text), &all);
    if (!all)
        viewer_wait(v, NEED_PAGES, index, run, order);
    return !all;
}

/* Scrolls so that the line of the offset has `above` lines above it; false, and as near to that as
 * the page allows, when it cannot. */
static bool put(struct text_view *view, size_t offset, size_t above)
{
    struct spot spot, wanted;
    text_view_go(view, offset, above);
    if (!view->flow || !flow_find(view->flow, offset, &wanted))
        return false;
    for (int row = 0; row < view->rows && text_view_line(view, row, &spot); row++)
        if (spot.segment == wanted.segment && spot.line == wanted.line)
            return (size_t)row == above;
    return false;
}

/* The offset that one is at: what the cursor is parked on, a hit, else the line at the top. */
static size_t at_offset(const struct viewer *v)
{
    size_t from, to, cursor = v->at->passages.cursor;
    text_pane_visible(v->at->text, &from, &to);
    if (cursor != SIZE_MAX && cursor >= from && cursor < to)
        return cursor;
    return text_pane_focus(v->at->text).offset;
}

void moving_place(struct viewer *v, const struct order *order)
{
    static const char *const where[] = {"top", "middle", "bottom"};
    int row = order->action == ACTION_PLACE_TOP ? 0 : order->action == ACTION_PLACE_MIDDLE ? 1 : 2;
    size_t rows = v->at->rows > 0 ? (size_t)v->at->rows : 1;
    size_t above = row == 0 ? 0 : row == 1 ? rows / 2 : rows - 1;
    if (!put(text_pane_view(v->at->text), at_offset(v), above))
        viewer_say(v, ROLE_MESSAGE, "the page ends before it could be at the %s", where[row]);
}
