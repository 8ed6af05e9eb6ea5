/* SPDX-License-Identifier: MIT */
/* Which pane has the keys, how wide the tree is, and how the text is shown. */
#include "ui/panes.h"

#include "ui/viewer_state.h"
#include "ui/windows.h"

enum {
    SPLIT_STEP = 4 /* columns by which the split moves */
};

static void set_focus(struct viewer *v, bool tree)
{
    v->focus_tree = tree;
    viewer_arrange(v);
}

void panes_focus_other(struct viewer *v, const struct order *order)
{
    (void)order;
    /* From the tree to its text, on to the other window, and from the last to the tree. */
    size_t next = v->at == v->shown[0] && !v->focus_tree && v->shown[1] ? 1 : 0;
    bool tree = !v->focus_tree && next == 0;
    if (next == 1 || tree)
        windows_focus(v, next);
    set_focus(v, tree);
}

void panes_focus_tree(struct viewer *v, const struct order *order)
{
    (void)order;
    set_focus(v, true);
}

void panes_focus_text(struct viewer *v, const struct order *order)
{
    (void)order;
    set_focus(v, false);
}

void panes_move_split(struct viewer *v, const struct order *order)
{
    if (v->plan.border < 0) {
        viewer_say(v, ROLE_MESSAGE, "there is one pane only");
        return;
    }
    int steps = order->count > 0 && order->count < 200 ? (int)order->count : 1;
    int by = SPLIT_STEP * steps * (order->action == ACTION_GROW_TREE ? 1 : -1);
    int most = v->columns - 1 - SCREEN_TEXT_LEAST;
    int wish = v->plan.tree_columns + by;
    settings_put(&v->settings, OPTION_TREE_WIDTH, wish > most ? most : wish);
    viewer_arrange(v);
}

static void toggle(struct viewer *v, enum option_id option, const char *on, const char *off)
{
    settings_put(&v->settings, option, !settings_is(&v->settings, option));
    viewer_arrange(v);
    viewer_say(v, ROLE_MESSAGE, "%s", settings_is(&v->settings, option) ? on : off);
}

void panes_toggle_tree(struct viewer *v, const struct order *order)
{
    (void)order;
    v->focus_tree = false;
    toggle(v, OPTION_TREE, "the tree is shown where there is room", "the tree is hidden");
}

void panes_toggle_wrap(struct viewer *v, const struct order *order)
{
    (void)order;
    toggle(v, OPTION_WRAP, "wide lines wrap", "wide lines are scrolled sideways");
}

void panes_toggle_flow(struct viewer *v, const struct order *order)
{
    (void)order;
    toggle(v, OPTION_FLOW, "pages in one flow", "a page at a time");
}

void panes_toggle_mouse(struct viewer *v, const struct order *order)
{
    (void)order;
    toggle(v, OPTION_MOUSE, "the mouse is folio's",
           "the mouse is the terminal's: it selects text; the same key takes it back");
    v->wish = viewer_mouse(v) ? VIEWER_MOUSE_ON : VIEWER_MOUSE_OFF;
}
