/* SPDX-License-Identifier: MIT */
/*
 * The tree narrowed to nodes with a text or a property, live while that is typed.
 *
 * While the narrowed tree has the keys, what leaves a mode takes the filter away.
 */
#include "ui/lists/filtering.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

static bool is_filtered(const struct viewer *v)
{
    return tree_pane_filtered(v->at->tree).len > 0;
}

static void typed(struct viewer *v, const struct order *order)
{
    tree_pane_filter(v->at->tree, order->argument);
    struct buffer note = {0};
    if (is_filtered(v))
        buffer_addf(&note, "%zu fit", tree_pane_fitting(v->at->tree));
    prompt_note(&v->prompt, ROLE_MESSAGE, buffer_slice(&note));
    buffer_deinit(&note);
}

/* The keys go to what was narrowed. */
static void entered(struct viewer *v, const struct order *order)
{
    tree_pane_filter(v->at->tree, order->argument);
    v->focus_tree = is_filtered(v);
    viewer_arrange(v);
    if (!is_filtered(v) || tree_pane_fitting(v->at->tree) > 0)
        return;
    struct slice text = slice_trim(tree_pane_filtered(v->at->tree));
    if (text.len == 6 && slice_starts_nocase(text, SLICE("pages")) && !byte_is_digit(text.at[5]))
        viewer_say(v, ROLE_WARNING, "how many pages? pages>5, pages<2, pages=1");
    else if (slice_equal_nocase(text, SLICE("hits")) && !v->at->hunt.search)
        viewer_say(v, ROLE_WARNING, "no node has hits: nothing was searched for yet");
    else if (tree_pane_knows(v->at->tree)) /* else the tree says that documents are read */
        viewer_say(v, ROLE_WARNING, "no node fits that");
}

static void take_away(struct viewer *v)
{
    tree_pane_filter(v->at->tree, (struct slice){NULL, 0});
    viewer_arrange(v);
}

/* The count of the order that is asked for says whether the tree had the keys. */
static void left(struct viewer *v, const struct order *order)
{
    v->focus_tree = order->count > 0;
    take_away(v);
}

void filtering_tree(struct viewer *v, const struct order *order)
{
    chooser_close(v->chooser); /* what is narrowed must be seen */
    if (order->argument.len > 0) {
        entered(v, order);
        return;
    }
    struct buffer text = {0};
    struct order asked = {.action = order->action, .count = v->focus_tree};
    buffer_add(&text, tree_pane_filtered(v->at->tree));
    v->focus_tree = true;
    viewer_arrange(v);
    viewer_ask_line(
        v, "filter", buffer_slice(&text),
        &(struct viewer_line){.typed = typed, .entered = entered, .left = left, .order = asked});
    buffer_deinit(&text);
}

/* ---- as a mode */

static bool on(const struct viewer *v)
{
    return v->focus_tree && is_filtered(v);
}

/* The tree's own pane does what there is to do. */
static bool handle(struct viewer *v, const struct order *order)
{
    (void)v;
    (void)order;
    return false;
}

static void leave(struct viewer *v)
{
    take_away(v);
}

static const char *name(const struct viewer *v)
{
    (void)v;
    return "the filter";
}

static bool work(struct viewer *v)
{
    return tree_pane_work(v->at->tree);
}

const struct mode *filtering_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TREE,
                                     .on = on,
                                     .handle = handle,
                                     .leave = leave,
                                     .name = name,
                                     .work = work};
    return &mode;
}
