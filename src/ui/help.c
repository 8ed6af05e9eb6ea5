/* SPDX-License-Identifier: MIT */
/* The help: the keys in force, from the key map and the table of actions. */
#include "ui/help.h"

/* Keys that do the action with an argument: "gi  command-line item". */
static void add_with_argument(struct sheet *s, const struct keymap *map,
                              const struct action *action)
{
    const struct binding *b;
    for (size_t i = 0; (b = keymap_get(map, i)); i++) {
        if (b->action != action->id || !b->argument)
            continue;
        struct buffer keys;
        struct buffer text;
        buffer_init(&keys);
        buffer_init(&text);
        key_write_sequence(b->keys, b->count, &keys);
        if (b->context != CONTEXT_ALL)
            buffer_addf(&keys, " (%s)", keymap_context_name(b->context));
        buffer_addf(&text, "%s %s", action->name, b->argument);
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
        struct buffer keys;
        buffer_init(&keys);
        if (keymap_keys_of(map, CONTEXT_ALL, action->id, 0, &keys) == 0)
            buffer_addf(&keys, ":%s", action->name);
        sheet_add(s, &keys, slice_of(action->help));
        buffer_deinit(&keys);
        add_with_argument(s, map, action);
    }
}

void help_compose(struct sheet *s, const void *map)
{
    for (int group = 0; group < GROUP_COUNT; group++)
        add_group(s, map, (enum action_group)group);
}
