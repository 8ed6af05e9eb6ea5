/* SPDX-License-Identifier: MIT */
/* The table of actions, as data. */
#include "config/actions.h"

#include "config/suggest.h"

static const struct action actions[ACTION_COUNT] = {
#define ACTION(id, name, group, argument, help)                                                    \
    {ACTION_##id, name, GROUP_##group, ARGUMENT_##argument, help},
#include "config/actions.def"
};

const struct action *action_get(enum action_id id)
{
    return (unsigned)id < ACTION_COUNT ? &actions[id] : NULL;
}

const struct action *action_find(struct slice name)
{
    for (size_t i = 0; i < ACTION_COUNT; i++)
        if (slice_equal(slice_of(actions[i].name), name))
            return &actions[i];
    return NULL;
}

const struct action *action_suggest(struct slice name)
{
    struct suggest s;
    suggest_init(&s, name);
    for (size_t i = 0; i < ACTION_COUNT; i++)
        suggest_offer(&s, actions[i].name);
    return s.best ? action_find(slice_of(s.best)) : NULL;
}

const char *action_group_title(enum action_group group)
{
    static const char *const titles[GROUP_COUNT] = {
        [GROUP_MOVING] = "Moving",   [GROUP_LINKS] = "Links",
        [GROUP_TREE] = "Tree",       [GROUP_SEARCHING] = "Searching",
        [GROUP_TABLES] = "Tables",   [GROUP_TAKING] = "Taking away",
        [GROUP_MARKS] = "Marks",     [GROUP_PANES] = "Panes and files",
        [GROUP_PROGRAM] = "Program",
    };
    return (unsigned)group < GROUP_COUNT ? titles[group] : "";
}
