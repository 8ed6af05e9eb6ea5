/* SPDX-License-Identifier: MIT */
/* The help, by topic, and looking for words in it. */
#include "ui/helping/helping.h"

#include "base/memory.h"
#include "config/themes.h"
#include "ui/helping/helping_state.h"
#include "ui/perform.h"
#include "ui/viewer_state.h"

#include <stdlib.h>
#include <string.h>

struct helping *helping_of(struct viewer *v)
{
    if (!v->modes.help) {
        v->modes.help = memory_alloc(sizeof *v->modes.help);
        v->modes.help->light = v->config->light;
    }
    return v->modes.help;
}

void helping_free(struct viewer *v)
{
    struct helping *h = v->modes.help;
    if (!h)
        return;
    buffer_deinit(&h->theme);
    buffer_deinit(&h->words);
    buffer_deinit(&h->keys);
    free(h);
    v->modes.help = NULL;
}

static void show(struct viewer *v, int topic)
{
    struct helping *h = helping_of(v);
    h->help = (struct help){v->config->keymap, &v->settings, topic};
    sheet_open(v->sheet, "the help", help_compose, &h->help);
    viewer_arrange(v);
}

/* The topic of an action or an option, with the line about it in sight. */
static bool show_about(struct viewer *v, struct slice word)
{
    const struct action *action = action_find(word);
    const struct option *option = option_find(word);
    if (!action && !option)
        return false;
    show(v, action ? (int)action->group : HELP_OPTIONS);
    if (action)
        sheet_find(v->sheet, slice_of(action->help));
    else
        sheet_find(v->sheet, word);
    return true;
}

/* From the prompt: it is left, and what was begun there is told about. */
static void show_from_prompt(struct viewer *v)
{
    struct buffer typed = {0};
    struct order order = {.action = ACTION_HELP};
    enum prompt_kind kind = v->prompt.kind;
    struct slice text = slice_trim(buffer_slice(&v->prompt.text));
    buffer_add(&typed, slice_cut(text, 0, slice_find(text, SLICE(" "))));
    if (kind == PROMPT_COMMAND)
        prompt_close(&v->prompt, true);
    else
        perform_run(v, &(struct order){.action = ACTION_CANCEL});
    const struct action *action = action_find(buffer_slice(&typed));
    if (kind == PROMPT_COMMAND && action)
        order.argument = slice_of(action->name);
    else if (prompt_searches(kind))
        order.argument = slice_of(help_topic_name(GROUP_SEARCHING));
    helping_show(v, &order);
    buffer_deinit(&typed);
}

void helping_show(struct viewer *v, const struct order *order)
{
    struct slice word = slice_trim(order->argument);
    if (v->prompt.open) {
        show_from_prompt(v);
        return;
    }
    int topic = help_topic_find(word);
    bool named = topic < HELP_TOPICS && slice_equal_nocase(word, slice_of(help_topic_name(topic)));
    if (word.len == 0 && sheet_shows(v->sheet, help_compose)) {
        sheet_close(v->sheet);
    } else if (word.len == 0) {
        show(v, HELP_ALL);
    } else if (named || (!action_find(word) && !option_find(word) && topic < HELP_TOPICS)) {
        show(v, topic);
    } else if (!show_about(v, word)) {
        /* Words that are no topic are looked for. */
        bool open = sheet_shows(v->sheet, help_compose);
        show(v, HELP_ALL);
        if (sheet_find(v->sheet, word) > 0)
            return;
        if (!open)
            sheet_close(v->sheet);
        viewer_say(v, ROLE_WARNING, "the help says nothing of %.*s",
                   (int)(word.len < 60 ? word.len : 60), word.at);
    }
}

/* ---- looking for words */

static void say_count(struct viewer *v, struct slice text, size_t count)
{
    if (count == 0 && text.len > 0)
        viewer_say(v, ROLE_WARNING, "%s does not say %.*s", sheet_name(v->sheet),
                   (int)(text.len < 60 ? text.len : 60), text.at);
    else if (text.len > 0)
        viewer_say(v, ROLE_MESSAGE, "%zu place%s", count, count == 1 ? "" : "s");
}

static void typed(struct viewer *v, const struct order *order)
{
    sheet_go(v->sheet, helping_of(v)->came_from);
    size_t count = sheet_find(v->sheet, order->argument);
    struct buffer note = {0};
    if (order->argument.len > 0)
        buffer_addf(&note, "%zu place%s", count, count == 1 ? "" : "s");
    prompt_note(&v->prompt, count > 0 ? ROLE_MESSAGE : ROLE_WARNING,
                count > 0 || order->argument.len == 0 ? buffer_slice(&note) : SLICE("not found"));
    buffer_deinit(&note);
}

static void entered(struct viewer *v, const struct order *order)
{
    sheet_go(v->sheet, helping_of(v)->came_from);
    say_count(v, order->argument, sheet_find(v->sheet, order->argument));
}

static void left(struct viewer *v, const struct order *order)
{
    (void)order;
    sheet_find(v->sheet, (struct slice){NULL, 0});
    sheet_go(v->sheet, helping_of(v)->came_from);
}

bool helping_search(struct viewer *v, const struct order *order)
{
    if (viewer_context(v) != CONTEXT_HELP)
        return false;
    helping_of(v)->came_from = sheet_top(v->sheet);
    if (order->argument.len > 0)
        entered(v, order);
    else
        viewer_ask_line(v, "find", (struct slice){NULL, 0},
                        &(struct viewer_line){typed, entered, left, *order});
    return true;
}

bool helping_next(struct viewer *v, const struct order *order)
{
    size_t count = 0, number = 0;
    if (viewer_context(v) != CONTEXT_HELP)
        return false;
    bool backward = order->action == ACTION_PREVIOUS_HIT;
    for (size_t i = 0; i < order_steps(order) && i < 1000; i++)
        number = sheet_find_next(v->sheet, backward, &count);
    if (count > 0)
        viewer_say(v, ROLE_MESSAGE, "%zu of %zu", number, count);
    else if (sheet_wanted(v->sheet).len > 0)
        say_count(v, sheet_wanted(v->sheet), 0);
    else
        viewer_say(v, ROLE_MESSAGE, "nothing was looked for here yet");
    return true;
}

/* ---- completion */

static void add_topics(struct buffer *out)
{
    for (int i = 0; i < HELP_TOPICS; i++)
        buffer_addf(out, "%s%s", out->len > 0 ? " " : "", help_topic_name(i));
}

static void add_actions(struct buffer *out)
{
    for (int i = 0; i < ACTION_COUNT; i++)
        buffer_addf(out, "%s%s", out->len > 0 ? " " : "", action_get((enum action_id)i)->name);
}

struct slice helping_words(struct viewer *v, struct slice command)
{
    struct buffer *out = &helping_of(v)->words;
    buffer_clear(out);
    if (slice_equal(command, SLICE("theme"))) {
        themes_names(v->config, out);
    } else if (slice_equal(command, SLICE("help")) || slice_equal(command, SLICE("h"))) {
        add_topics(out);
        add_actions(out);
    } else if (slice_equal(command, SLICE("map"))) {
        for (unsigned i = 0; i < CONTEXT_COUNT; i++)
            buffer_addf(out, "%s%s", i > 0 ? " " : "", keymap_context_name((enum keymap_context)i));
        add_actions(out);
    }
    return buffer_slice(out);
}
