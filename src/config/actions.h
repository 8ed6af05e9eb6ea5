/* SPDX-License-Identifier: MIT */
/*
 * The actions: all that a key can do and the command line can say.
 *
 * The table is actions.def; here is what is read from it. `ui` attaches a function to each
 * action by including the same table; help, completion and list-actions show these rows.
 * All is constant; nothing is owned.
 */
#ifndef FOLIO_CONFIG_ACTIONS_H
#define FOLIO_CONFIG_ACTIONS_H

#include "base/slice.h"

enum action_id {
#define ACTION(id, name, group, argument, help) ACTION_##id,
#include "config/actions.def"
    ACTION_COUNT,
    ACTION_NONE = ACTION_COUNT /* no action */
};

enum action_group {
    GROUP_MOVING,
    GROUP_LINKS,
    GROUP_TREE,
    GROUP_SEARCHING,
    GROUP_TABLES,
    GROUP_TAKING,
    GROUP_MARKS,
    GROUP_PANES,
    GROUP_PROGRAM,
    GROUP_COUNT
};

enum action_argument {
    ARGUMENT_NONE,
    ARGUMENT_OPTIONAL, /* a text or nothing */
    ARGUMENT_TEXT,     /* a text is needed */
    ARGUMENT_NUMBER    /* a number is needed; a count will do */
};

struct action {
    enum action_id id;
    const char *name; /* as users say it: "next-item" */
    enum action_group group;
    enum action_argument argument;
    const char *help; /* one line, no full stop */
};

/* The row of an action; NULL for ACTION_NONE. */
const struct action *action_get(enum action_id id);

/* The action of that name; NULL when there is none. */
const struct action *action_find(struct slice name);

/* The action whose name looks most like a wrong name; NULL when none comes near. */
const struct action *action_suggest(struct slice name);

/* "Moving", "Tree" ... */
const char *action_group_title(enum action_group group);

#endif
