/* SPDX-License-Identifier: MIT */
/* The help: the keys in force, from the key map and the table of actions. */
#include "ui/help.h"

#include "config/bound.h"

/* A topic, and the context whose own keys belong to it (CONTEXT_ALL: none). */
static const struct topic {
    const char *name;
    enum keymap_context context;
    const char *title; /* of the keys of the context */
} topics[HELP_TOPICS] = {
    [GROUP_MOVING] = {"moving", CONTEXT_TEXT, "Keys in the text"},
    [GROUP_LINKS] = {"links", CONTEXT_PEEK, "Keys in a look at another place"},
    [GROUP_TREE] = {"tree", CONTEXT_TREE, "Keys in the tree"},
    [GROUP_SEARCHING] = {"searching", CONTEXT_PROMPT, "Keys in the prompt"},
    [GROUP_TABLES] = {"tables", CONTEXT_TABLE, "Keys in a table that was entered"},
    [GROUP_TAKING] = {"taking", CONTEXT_SELECT, "Keys while selecting"},
    [GROUP_MARKS] = {"marks", CONTEXT_LIST, "Keys in a list"},
    [GROUP_PANES] = {"panes", CONTEXT_ALL, NULL},
    [GROUP_PROGRAM] = {"program", CONTEXT_HELP, "Keys in the help"},
    [HELP_OPTIONS] = {"options", CONTEXT_ALL, NULL},
    [HELP_COLORS] = {"colours", CONTEXT_ALL, NULL},
};

const char *help_topic_name(int topic)
{
    return topic >= 0 && topic < HELP_TOPICS ? topics[topic].name : "";
}

int help_topic_find(struct slice word)
{
    int topic = 0;
    if (slice_starts_nocase(word, SLICE("color")))
        return HELP_COLORS;
    while (topic < HELP_TOPICS &&
           (word.len == 0 || !slice_starts_nocase(slice_of(topics[topic].name), word)))
        topic++;
    /* Titles that are longer: "panes and files". */
    for (int group = 0; topic == HELP_TOPICS && group < GROUP_COUNT; group++)
        if (word.len &&
            slice_equal_nocase(slice_of(action_group_title((enum action_group)group)), word))
            topic = group;
    return topic;
}

/* "command-line item" */
static void add_command(const struct binding *b, struct buffer *out)
{
    buffer_add_text(out, action_get(b->action)->name);
    if (b->argument)
        buffer_addf(out, " %s", b->argument);
}

static bool names_action(const struct binding *b)
{
    return b->action == ACTION_COMMAND_LINE && action_find(slice_trim(slice_of(b->argument)));
}

/* Keys that do the action with an argument: "Ctrl-R  set regex!". */
static void add_with_argument(struct sheet *s, const struct keymap *map,
                              const struct action *action)
{
    const struct binding *b;
    for (size_t i = 0; (b = keymap_get(map, i)); i++) {
        if (b->action != action->id || !b->argument || names_action(b))
            continue;
        struct buffer keys = {0}, text = {0};
        key_write_sequence(b->keys, b->count, &keys);
        if (b->context != CONTEXT_ALL)
            buffer_addf(&keys, " (%s)", keymap_context_name(b->context));
        add_command(b, &text);
        sheet_add(s, &keys, buffer_slice(&text));
        buffer_deinit(&keys);
        buffer_deinit(&text);
    }
}

static void add_group(struct sheet *s, const struct keymap *map, enum action_group group)
{
    sheet_add_title(s, slice_of(action_group_title(group)));
    for (int id = 0; id < ACTION_COUNT; id++) {
        const struct action *action = action_get((enum action_id)id);
        if (action->group != group)
            continue;
        struct buffer keys = {0};
        if (!bound_keys(map, action, &keys))
            buffer_addf(&keys, ":%s", action->name);
        sheet_add(s, &keys, slice_of(action->help));
        buffer_deinit(&keys);
        add_with_argument(s, map, action);
    }
}

/* The keys of one context alone, but for those of the topic's own actions, which are told already.
 */
static void add_context(struct sheet *s, const struct keymap *map, int group)
{
    const struct topic *topic = &topics[group];
    const struct binding *b;
    bool titled = false;
    for (int id = 0; id < ACTION_COUNT; id++) {
        const struct action *action = action_get((enum action_id)id);
        struct buffer keys = {0};
        for (size_t i = 0; (b = keymap_get(map, i)); i++) {
            if (b->context != topic->context || b->action != action->id)
                continue;
            buffer_add_text(&keys, keys.len > 0 ? ", " : "");
            key_write_sequence(b->keys, b->count, &keys);
            if (b->argument)
                buffer_addf(&keys, " (%s)", b->argument);
        }
        if (keys.len > 0 && (int)action->group != group) {
            if (!titled)
                sheet_add_title(s, slice_of(topic->title));
            titled = true;
            sheet_add(s, &keys, slice_of(action->help));
        }
        buffer_deinit(&keys);
    }
}

static void add_options(struct sheet *s, const struct settings *settings)
{
    sheet_add_title(s, SLICE("Options, for :set"));
    for (unsigned i = 0; i < OPTION_COUNT; i++) {
        const struct option *option = option_get((enum option_id)i);
        struct buffer left = {0}, text = {0};
        buffer_addf(&left, "%s=", option->name);
        settings_write(settings, option->id, &left);
        buffer_add_text(&text, option->help);
        if (option->type == OPTION_IS_CHOICE)
            buffer_addf(&text, ": %s", option->choices);
        sheet_add(s, &left, buffer_slice(&text));
        buffer_deinit(&left);
        buffer_deinit(&text);
    }
}

static void add_colors(struct sheet *s)
{
    sheet_add_title(s, SLICE("Colours, as the theme has them"));
    for (unsigned i = 0; i < ROLE_COUNT; i++) {
        struct buffer left = {0};
        buffer_add_text(&left, theme_role_name((enum role)i));
        sheet_add_as(s, (enum role)i, &left, slice_of(theme_role_help((enum role)i)));
        buffer_deinit(&left);
    }
}

/* A row that names keys or a command, and what they are for. */
static void add_row(struct sheet *s, const struct keymap *map, enum action_id first,
                    enum action_id second, const char *text)
{
    struct buffer left = {0};
    keymap_keys_of(map, CONTEXT_HELP, first, 1, &left);
    if (left.len > 0)
        buffer_add_text(&left, " ");
    keymap_keys_of(map, CONTEXT_HELP, second, 1, &left);
    if (left.len > 0)
        sheet_add(s, &left, slice_of(text));
    buffer_deinit(&left);
}

static void add_topics(struct sheet *s, const struct keymap *map)
{
    struct buffer left = {0}, text = {0};
    sheet_add_title(s, SLICE("Help"));
    for (int i = 0; i < HELP_TOPICS; i++)
        buffer_addf(&text, "%s%s", i > 0 ? ", " : "", topics[i].name);
    buffer_add_text(&left, ":help TOPIC");
    sheet_add(s, &left, buffer_slice(&text));
    buffer_clear(&left);
    buffer_add_text(&left, ":map KEYS");
    sheet_add(s, &left, SLICE("what keys do, and where; :map alone, all of them"));
    add_row(s, map, ACTION_SEARCH_FORWARD, ACTION_NONE, "find words in this help");
    add_row(s, map, ACTION_NEXT_HIT, ACTION_PREVIOUS_HIT, "to the next place with them, and back");
    buffer_deinit(&left);
    buffer_deinit(&text);
}

void help_compose(struct sheet *s, const void *subject)
{
    const struct help *help = subject;
    add_topics(s, help->map);
    for (int group = 0; group < GROUP_COUNT; group++)
        if (help->topic == group || help->topic == HELP_ALL)
            add_group(s, help->map, (enum action_group)group);
    if (help->topic < HELP_TOPICS && topics[help->topic].context != CONTEXT_ALL)
        add_context(s, help->map, help->topic);
    if (help->topic == HELP_OPTIONS)
        add_options(s, help->settings);
    if (help->topic == HELP_COLORS)
        add_colors(s);
}
