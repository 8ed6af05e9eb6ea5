/* SPDX-License-Identifier: MIT */
/* `folio list-actions` and `folio check-config`. */
#include "print/print_config.h"

#include "config/actions.h"
#include "config/bound.h"

void print_actions(const struct config *config, FILE *out)
{
    struct buffer keys = {0};
    for (int i = 0; i < ACTION_COUNT; i++) {
        const struct action *action = action_get((enum action_id)i);
        buffer_clear(&keys);
        bound_keys(config->keymap, action, &keys);
        (void)fprintf(out, "%-20s %-36s %s\n", action->name,
                      keys.len > 0 ? buffer_text(&keys) : "-", action->help);
    }
    buffer_deinit(&keys);
}

size_t print_problems(const struct config *config, FILE *out)
{
    struct buffer line = {0};
    for (size_t i = 0; i < config->problems.count; i++) {
        buffer_clear(&line);
        config_write_problem(&config->problems.at[i], &line);
        (void)fprintf(out, "folio: %s\n", buffer_text(&line));
    }
    buffer_deinit(&line);
    return config->problems.count;
}
