/* SPDX-License-Identifier: MIT */
/* A sheet over the panes. */
#include "ui/reading_sheet.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

static bool on(const struct viewer *v)
{
    return sheet_is_open(v->sheet);
}

static bool handle(struct viewer *v, const struct order *order)
{
    struct pane pane = sheet_pane(v->sheet);
    struct answer answer = {.outcome = PANE_DONE};
    pane.ops->handle(pane.self, order, &answer);
    return answer.outcome != PANE_IGNORED;
}

static void leave(struct viewer *v)
{
    sheet_close(v->sheet);
}

static const char *name(const struct viewer *v)
{
    return sheet_name(v->sheet);
}

static void draw(struct viewer *v, struct region panes)
{
    struct pane pane = sheet_pane(v->sheet);
    pane.ops->draw(pane.self, panes, &(struct look){&v->theme, true});
}

static void resize(struct viewer *v, int rows, int columns)
{
    struct pane pane = sheet_pane(v->sheet);
    pane.ops->resize(pane.self, rows, columns);
}

static bool click(struct viewer *v, struct key key, int row, int column)
{
    (void)row;
    (void)column;
    if (key.code != KEYS_WHEEL_DOWN && key.code != KEYS_WHEEL_UP)
        return true;
    struct order order = {
        key.code == KEYS_WHEEL_DOWN ? ACTION_LINE_DOWN : ACTION_LINE_UP, 3, {NULL, 0}};
    return handle(v, &order);
}

const struct mode *reading_sheet_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_HELP,
                                     .on = on,
                                     .handle = handle,
                                     .leave = leave,
                                     .name = name,
                                     .draw = draw,
                                     .resize = resize,
                                     .click = click};
    return &mode;
}
