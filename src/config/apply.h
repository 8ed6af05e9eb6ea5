/* SPDX-License-Identifier: MIT */
/*
 * YAML put into force: colours, keys and options of one mapping.
 *
 * What is wrong becomes a problem of the configuration, and its line has no effect; all other lines
 * have. `file` is the name of the file in problems, and must live as long as the configuration.
 */
#ifndef FOLIO_CONFIG_APPLY_H
#define FOLIO_CONFIG_APPLY_H

#include "config/in_force.h"
#include "config/yaml.h"

/* Role: style. A key "inherit" is the caller's matter. */
void apply_colors(struct config *config, const char *file, const struct yaml_node *node);

/* The same of the user's own file: these lines stay when the theme changes. */
void apply_own_colors(struct config *config, const char *file, const struct yaml_node *node);

/* Context: {sequence: command}. A key "inherit" is the caller's matter. */
void apply_keys(struct config *config, const char *file, const struct yaml_node *node);

/* Option: value. */
void apply_options(struct config *config, const char *file, const struct yaml_node *node);

/* Notes a problem at the place of a node (NULL: at no place). */
void apply_problem(struct config *config, const char *file, const struct yaml_node *node,
                   const struct error *error);

/* True when the pair at `index` (of its key) can be used: the key is a scalar that did not come
 * before. Else that is noted. */
bool apply_check_key(struct config *config, const char *file, const struct yaml_node *mapping,
                     size_t index);

#endif
