/* SPDX-License-Identifier: MIT */
/* A list over the panes. */
#include "ui/lists/listing.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

static bool on(const struct viewer *v)
{
    return chooser_is_open(v->chooser);
}

static bool handle(struct viewer *v, const struct order *order)
{
    struct pane pane = chooser_pane(v->chooser);
    struct buffer say = {0};
    struct answer answer = {.outcome = PANE_DONE, .say = &say};
    pane.ops->handle(pane.self, order, &answer);
    if (say.len)
        viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&say));
    else if (answer.outcome == PANE_IGNORED)
        viewer_say(v, ROLE_MESSAGE, "not in a list: leave %s first", chooser_name(v->chooser));
    buffer_deinit(&say);
    return true; /* what is under the list does not move unseen */
}

bool listing_search(struct viewer *v, const struct order *order)
{
    struct order begin = {.action = ACTION_SEARCH_FORWARD};
    return on(v) && order->argument.len == 0 && handle(v, &begin);
}

static void leave(struct viewer *v)
{
    if (!chooser_cancel(v->chooser))
        chooser_close(v->chooser);
}

static const char *name(const struct viewer *v)
{
    return chooser_name(v->chooser);
}

static void draw(struct viewer *v, struct region panes)
{
    struct pane pane = chooser_pane(v->chooser);
    pane.ops->draw(pane.self, panes, &(struct look){&v->theme, true});
}

static void resize(struct viewer *v, int rows, int columns)
{
    struct pane pane = chooser_pane(v->chooser);
    pane.ops->resize(pane.self, rows, columns);
}

static bool key(struct viewer *v, struct key key)
{
    return chooser_key(v->chooser, key);
}

static bool click(struct viewer *v, struct key key, int row, int column)
{
    (void)column;
    return chooser_click(v->chooser, key, row);
}

const struct mode *listing_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_LIST,
                                     .on = on,
                                     .handle = handle,
                                     .leave = leave,
                                     .name = name,
                                     .draw = draw,
                                     .resize = resize,
                                     .key = key,
                                     .click = click};
    return &mode;
}
