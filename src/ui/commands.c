/* SPDX-License-Identifier: MIT */
/* What can be typed behind ":". */
#include "ui/commands.h"

#include "config/actions.h"
#include "ui/perform.h"
#include "ui/viewer_state.h"

#include <string.h>

/* Short names of some actions. */
static const struct extra {
    const char *name;
    enum action_id action;
} extras[] = {
    {"e", ACTION_OPEN_FILE},
    {"q", ACTION_QUIT},
    {"h", ACTION_HELP},
};

enum { EXTRAS = sizeof extras / sizeof *extras };

static bool run_number(struct viewer *v, struct slice line)
{
    struct order order = {.action = ACTION_GOTO_LINE, .argument = line};
    if (line.at[line.len - 1] == '%') {
        order.action = ACTION_GOTO_PERCENT;
        order.argument = slice_cut(line, 0, line.len - 1);
    }
    if (slice_number(order.argument) < 0)
        return false;
    perform_run(v, &order);
    return true;
}

void commands_run(struct viewer *v, struct slice line)
{
    line = slice_trim(line);
    while (line.len && line.at[0] == ':')
        line = slice_trim(slice_cut(line, 1, line.len));
    if (line.len == 0 || run_number(v, line))
        return;
    size_t end = 0;
    while (end < line.len && !byte_is_blank(line.at[end]))
        end++;
    struct slice name = slice_cut(line, 0, end);
    struct order order = {.argument = slice_trim(slice_cut(line, end, line.len))};
    for (size_t i = 0; i < EXTRAS; i++) {
        if (!slice_equal_nocase(name, slice_of(extras[i].name)))
            continue;
        order.action = extras[i].action;
        perform_run(v, &order);
        return;
    }
    const struct action *action = action_find(name);
    const struct action *near = action ? NULL : action_suggest(name);
    if (action) {
        order.action = action->id;
        perform_run(v, &order);
    } else if (near) {
        viewer_say(v, ROLE_ERROR, "no command is called %.*s: did you mean %s?",
                   (int)(name.len < 40 ? name.len : 40), name.at, near->name);
    } else {
        viewer_say(v, ROLE_ERROR, "no command is called %.*s", (int)(name.len < 40 ? name.len : 40),
                   name.at);
    }
}

const char *commands_short(size_t index)
{
    return index < EXTRAS ? extras[index].name : NULL;
}

bool commands_takes_argument(struct slice name)
{
    const struct action *action = action_find(name);
    for (size_t i = 0; !action && i < EXTRAS; i++)
        if (slice_equal(name, slice_of(extras[i].name)))
            action = action_get(extras[i].action);
    return action && action->argument != ARGUMENT_NONE;
}
