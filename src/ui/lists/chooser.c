/* SPDX-License-Identifier: MIT */
/* A list from which a row is chosen: its rows, what is typed, and choosing. */
#include "ui/lists/chooser.h"

#include "base/memory.h"
#include "base/width.h"
#include "ui/lists/chooser_state.h"

#include <stdlib.h>

struct chooser *chooser_new(void)
{
    struct chooser *c = memory_alloc(sizeof *c);
    chooser_rows_init(&c->rows);
    return c;
}

void chooser_free(struct chooser *c)
{
    if (!c)
        return;
    chooser_rows_deinit(&c->rows);
    buffer_deinit(&c->about);
    free(c);
}

/* ---- opening and closing */

static void shut(struct chooser *c)
{
    c->open = false;
    c->typing = false;
    c->expects = false;
    c->selected = 0;
    c->top = 0;
    buffer_clear(&c->about);
    chooser_rows_clear(&c->rows);
    chooser_rows_narrow(&c->rows, (struct slice){NULL, 0});
}

void chooser_close(struct chooser *c)
{
    if (!c->open)
        return;
    shut(c);
    if (c->setup.ops && c->setup.ops->closed)
        c->setup.ops->closed(c->setup.self);
}

void chooser_open(struct chooser *c, const struct chooser_setup *setup)
{
    chooser_close(c);
    c->setup = *setup;
    c->rows.ranked = setup->ranked;
    c->open = true;
}

bool chooser_is_open(const struct chooser *c)
{
    return c->open;
}

bool chooser_shows(const struct chooser *c, const struct chooser_ops *ops)
{
    return c->open && c->setup.ops == ops;
}

const char *chooser_name(const struct chooser *c)
{
    return c->setup.name ? c->setup.name : "the list";
}

bool chooser_typing(const struct chooser *c)
{
    return c->open && (c->setup.typing || c->typing);
}

/* The list is closed first, so that what is chosen may open another. False when no row is there. */
static bool choose(struct chooser *c)
{
    size_t tag;
    if (!chooser_selected(c, &tag))
        return false;
    shut(c);
    c->setup.ops->choose(c->setup.self, tag);
    return true;
}

static void remove_row(struct chooser *c, struct answer *answer)
{
    size_t tag;
    if (!c->setup.ops->remove) {
        buffer_addf(answer->say, "nothing can be removed from %s", chooser_name(c));
        return;
    }
    if (!chooser_selected(c, &tag)) {
        buffer_addf(answer->say, "nothing to remove in %s", chooser_name(c));
        return;
    }
    size_t shown = chooser_rows_pick(&c->rows, c->selected);
    if (c->setup.ops->remove(c->setup.self, tag) && shown < c->rows.shown.count)
        chooser_rows_remove(&c->rows, shown);
}

/* ---- rows */

void chooser_add(struct chooser *c, const struct chooser_row *row)
{
    chooser_rows_add(&c->rows, row);
}

void chooser_about(struct chooser *c, struct slice text)
{
    buffer_clear(&c->about);
    buffer_add(&c->about, text);
}

void chooser_retell(struct chooser *c, size_t index, struct slice detail)
{
    if (index < c->rows.items.count)
        chooser_rows_retell(&c->rows, index, detail);
}

size_t chooser_added(const struct chooser *c)
{
    return c->rows.items.count;
}

void chooser_clear(struct chooser *c)
{
    chooser_rows_clear(&c->rows);
}

void chooser_expect(struct chooser *c, bool more)
{
    c->expects = more;
}

static size_t distance(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

void chooser_select(struct chooser *c, size_t tag)
{
    size_t best = CHOOSER_NONE;
    chooser_moves_settle(c);
    for (size_t i = 0; i < c->rows.shown.count; i++) {
        const struct chooser_item *it = chooser_rows_at(&c->rows, i);
        if (!it->title &&
            (best == CHOOSER_NONE ||
             distance(it->tag, tag) < distance(chooser_rows_at(&c->rows, best)->tag, tag)))
            best = i;
    }
    if (best != CHOOSER_NONE)
        chooser_moves_to(c, best);
}

size_t chooser_rows(const struct chooser *c)
{
    return c->rows.count;
}

size_t chooser_fitting(const struct chooser *c)
{
    return c->rows.fitting;
}

bool chooser_selected(const struct chooser *c, size_t *tag)
{
    size_t shown = chooser_rows_pick(&c->rows, c->selected);
    if (shown == CHOOSER_NONE)
        return false;
    *tag = chooser_rows_at(&c->rows, shown)->tag;
    return true;
}

/* ---- typing */

/* The best row is selected; in a list that keeps its order, the one that was, or the next. */
void chooser_narrow(struct chooser *c, struct slice typed)
{
    if (slice_equal(typed, buffer_slice(&c->rows.typed)))
        return;
    chooser_moves_settle(c);
    size_t shown = chooser_rows_pick(&c->rows, c->selected);
    size_t item = shown != CHOOSER_NONE ? c->rows.shown.at[shown].item : 0;
    chooser_rows_narrow(&c->rows, typed);
    if (chooser_rows_by_rank(&c->rows)) {
        c->selected = 0;
        c->top = 0;
        return;
    }
    size_t near = chooser_rows_near(&c->rows, item);
    if (near != CHOOSER_NONE)
        chooser_moves_to(c, near);
}

struct slice chooser_typed(const struct chooser *c)
{
    return buffer_slice(&c->rows.typed);
}

/* What is left of a text when its last letter goes, with the signs that are set over it; or its
 * last word. */
static size_t rubbed_out(struct slice text, bool word)
{
    size_t at = text.len;
    while (word && at > 0 && byte_is_blank(text.at[at - 1]))
        at--;
    size_t end = at;
    while (at > 0 && (at == end || (word && !byte_is_blank(text.at[at - 1])) ||
                      ((unsigned char)text.at[at] & 0xC0) == 0x80))
        at--;
    return at;
}

bool chooser_key(struct chooser *c, struct key key)
{
    struct slice typed = chooser_typed(c);
    struct buffer text;
    bool letter =
        key.code >= ' ' && key.code < KEYS_ENTER && !key.modifiers && !width_is_control(key.code);
    bool word = key.modifiers == KEY_CTRL && (key.code == 'W' || key.code == 'w');
    bool all = key.modifiers == KEY_CTRL && (key.code == 'U' || key.code == 'u');
    if (!chooser_typing(c) || !(letter || word || all || key.code == KEYS_BACKSPACE))
        return false;
    buffer_init(&text);
    if (letter) {
        buffer_add(&text, typed);
        buffer_add_utf8(&text, key.code);
    } else if (!all) {
        buffer_add(&text, slice_cut(typed, 0, rubbed_out(typed, word)));
    } else {
        text.len = 0;
    }
    chooser_narrow(c, buffer_slice(&text));
    buffer_deinit(&text);
    return true;
}

bool chooser_click(struct chooser *c, struct key key, int row)
{
    if (!c->open)
        return false;
    chooser_moves_settle(c);
    if (chooser_moves_click(c, key, row))
        choose(c);
    return true;
}

bool chooser_cancel(struct chooser *c)
{
    bool undone = !c->setup.typing && (c->typing || chooser_typed(c).len > 0);
    if (undone) {
        c->typing = false;
        chooser_narrow(c, (struct slice){NULL, 0});
    }
    return undone;
}

/* ---- as a pane */

static void handle(void *self, const struct order *order, struct answer *answer)
{
    struct chooser *c = self;
    chooser_moves_settle(c);
    answer->outcome = PANE_DONE;
    switch (order->action) {
    case ACTION_OPEN:
        if (!choose(c))
            buffer_addf(answer->say, "nothing to choose in %s", chooser_name(c));
        break;
    case ACTION_REMOVE:
        remove_row(c, answer);
        break;
    case ACTION_SEARCH_FORWARD:
        c->typing = true;
        break;
    default:
        if (!chooser_moves_handle(c, order))
            answer->outcome = PANE_IGNORED;
    }
    if (c->open)
        chooser_moves_settle(c);
}

static void draw(void *self, struct region r, const struct look *look)
{
    struct chooser *c = self;
    chooser_moves_settle(c);
    chooser_draw(c, r, look);
}

static void resize(void *self, int rows, int columns)
{
    struct chooser *c = self;
    c->height = rows > 0 ? rows : 0;
    c->columns = columns > 0 ? columns : 0;
    chooser_moves_settle(c);
    if (c->open)
        chooser_moves_to(c, c->selected);
}

struct pane chooser_pane(struct chooser *c)
{
    static const struct pane_ops ops = {draw, handle, resize};
    return (struct pane){&ops, c};
}
