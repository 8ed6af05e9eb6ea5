/* SPDX-License-Identifier: MIT */
/* Searching in the table that was entered. */
#include "ui/grid/tabling.h"

#include "base/clean.h"
#include "ui/grid/tabling_state.h"

enum { AT_ONCE = 20000 /* cells that are looked at in a key, or a slice of work */ };

static const char *where(const struct tabling *t)
{
    return t->seek.wide ? "in any column" : "in this column or the labels";
}

/* While it is typed, what is said stands beside it. */
static void tell(struct viewer *v, enum role role, const struct buffer *text)
{
    if (v->prompt.open)
        prompt_note(&v->prompt, role, buffer_slice(text));
    else
        viewer_say(v, role, "%s", buffer_text(text));
}

/* The key for the other scope. */
static void add_scope_key(const struct viewer *v, enum keymap_context context, struct buffer *out)
{
    keymap_keys_of(v->config->keymap, context, ACTION_SEARCH_SCOPE, 1, out);
}

/* Says what came of a search that is over, and goes there. */
static void arrive(struct viewer *v)
{
    struct tabling *t = v->modes.table;
    struct buffer say = {0};
    if (t->seek.found)
        grid_view_go(&t->view, t->seek.row, t->seek.column);
    if (!t->seek.found) {
        buffer_addf(&say, "not %s", v->prompt.open ? "there" : where(t));
        if (!t->seek.wide) {
            buffer_add_text(&say, "; ");
            add_scope_key(v, v->prompt.open ? CONTEXT_PROMPT : CONTEXT_TABLE, &say);
            buffer_add_text(&say, " searches all");
        }
    } else if (t->seek.turned) {
        buffer_addf(&say, "went on at the %s row", t->seek.backward ? "last" : "first");
    }
    if (say.len > 0 && !v->prompt.open)
        buffer_addf(&say, ": %s", buffer_text(&t->seek.text));
    tell(v, t->seek.found ? ROLE_MESSAGE : ROLE_WARNING, &say);
    buffer_deinit(&say);
}

static void step(struct viewer *v)
{
    struct tabling *t = v->modes.table;
    if (grid_seek_step(&t->seek, &t->view, AT_ONCE))
        arrive(v);
    else
        viewer_say(v, ROLE_MESSAGE, "searching the table…");
}

bool tabling_seek_work(struct viewer *v)
{
    struct tabling *t = tabling_entered(v);
    if (!t || !t->seek.busy)
        return false;
    step(v);
    return true;
}

/* ---- the prompt */

static void go_back(struct viewer *v)
{
    struct tabling *t = v->modes.table;
    t->seek.busy = false;
    grid_view_go(&t->view, t->origin, t->origin_column);
}

static bool compile(struct viewer *v, struct slice text)
{
    struct error e;
    struct pattern_options options = {.literal = !settings_is(&v->settings, OPTION_REGEX),
                                      .smart_case = settings_is(&v->settings, OPTION_SMART_CASE)};
    if (grid_seek_pattern(&v->modes.table->seek, text, options, &e))
        return true;
    struct buffer say = {0};
    buffer_add_text(&say, e.message);
    tell(v, ROLE_ERROR, &say);
    buffer_deinit(&say);
    return false;
}

static void typed(struct viewer *v, const struct order *order)
{
    struct tabling *t = tabling_entered(v);
    if (!t)
        return;
    go_back(v);
    prompt_note(&v->prompt, ROLE_MESSAGE, (struct slice){NULL, 0});
    if (order->argument.len == 0 || !compile(v, order->argument))
        return;
    grid_seek_begin(&t->seek, &t->view, t->origin, t->origin_column, t->backward, true, 1);
    step(v);
}

static void entered_line(struct viewer *v, const struct order *order)
{
    if (!tabling_entered(v))
        return;
    if (order->argument.len == 0)
        tabling_next(v, &(struct order){.action = ACTION_NEXT_HIT, .count = order->count});
    else
        typed(v, order);
}

static void left(struct viewer *v, const struct order *order)
{
    (void)order;
    if (tabling_entered(v))
        go_back(v);
}

static void ask(struct viewer *v, struct slice text)
{
    struct buffer label = {0};
    bool wide = v->modes.table->seek.wide;
    buffer_addf(&label, "in %s (", wide ? "all columns" : "labels, column");
    add_scope_key(v, CONTEXT_PROMPT, &label);
    buffer_addf(&label, ": %s)", wide ? "one" : "all");
    viewer_ask_line(v, buffer_text(&label), text,
                    &(struct viewer_line){.typed = typed, .entered = entered_line, .left = left});
    v->prompt.fresh = false; /* it was typed, before the scope was changed */
    buffer_deinit(&label);
}

bool tabling_search(struct viewer *v, const struct order *order)
{
    struct tabling *t = tabling_entered(v);
    if (!t)
        return false;
    t->backward = order->action == ACTION_SEARCH_BACKWARD;
    t->origin = t->view.row;
    t->origin_column = t->view.column;
    if (order->argument.len > 0)
        typed(v, order);
    else
        ask(v, order->argument);
    return true;
}

/* The hits of the filing's search, in this table. */
static bool next_of_filing(struct viewer *v, bool back)
{
    struct tabling *t = v->modes.table;
    const struct search *search = v->at->hunt.search;
    const struct tabular *table = &t->view.table;
    size_t from, to;
    if (!search || !v->at->hunt.pattern)
        return false;
    grid_view_range(&t->view, &from, &to);
    size_t index = back ? search_previous(search, (struct place){t->document, from})
                        : search_next(search, (struct place){t->document, to}, true);
    struct hit hit = {.document = SIZE_MAX};
    if (index != SIZE_MAX)
        hit = search_hit(search, index);
    if (hit.document != t->document || hit.offset < table->offset || hit.offset >= table->end)
        viewer_say(v, ROLE_MESSAGE, "no %s hit in this table", back ? "earlier" : "further");
    else
        grid_view_go_to(&t->view, hit.offset);
    return true;
}

bool tabling_next(struct viewer *v, const struct order *order)
{
    struct tabling *t = tabling_entered(v);
    bool other = order->action == ACTION_PREVIOUS_HIT;
    if (!t)
        return false;
    if (!t->seek.pattern) {
        if (!next_of_filing(v, other != v->at->hunt.backward))
            viewer_say(v, ROLE_MESSAGE, "nothing was searched for yet");
        return true;
    }
    grid_seek_begin(&t->seek, &t->view, t->view.row, t->view.column, other != t->backward, false,
                    order_steps(order));
    step(v);
    return true;
}

bool tabling_scope(struct viewer *v, const struct order *order)
{
    struct tabling *t = tabling_entered(v);
    if (!t)
        return false;
    t->seek.wide = !t->seek.wide;
    if (v->prompt.open) {
        struct buffer text = {0};
        buffer_add(&text, buffer_slice(&v->prompt.text));
        ask(v, buffer_slice(&text));
        typed(v, &(struct order){.action = order->action, .argument = buffer_slice(&text)});
        buffer_deinit(&text);
    } else {
        viewer_say(v, ROLE_MESSAGE, "searches go through %s",
                   t->seek.wide ? "all columns" : "labels and column");
    }
    return true;
}
