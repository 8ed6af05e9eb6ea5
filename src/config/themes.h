/* SPDX-License-Identifier: MIT */
/*
 * Other themes than the one the program began with: their names, and a change while it runs.
 *
 * The lines of the user's own file that change single colours stay over every theme. Where the
 * terminal shows no colours all themes look as "mono" does, and only the attributes of the user's
 * lines count.
 */
#ifndef FOLIO_CONFIG_THEMES_H
#define FOLIO_CONFIG_THEMES_H

#include "base/buffer.h"
#include "config/in_force.h"

#include <stdbool.h>

/* Finds the theme of a name: the user's own or a built-in one, or "auto"; `light` is the terminal's
 * background. An empty name is that of the theme that the program began with. Fails, and changes
 * nothing, when there is none of that name. A mistake in its file is not fatal: it is told in *e
 * with its place (else *e is cleared), and all else of the file takes effect. */
bool themes_find(const struct config *config, struct slice name, bool light, struct theme *theme,
                 struct error *e);

/* The terminal shows no colours: the theme in force becomes one for that, and all that are found
 * from now on. */
void themes_without_color(struct config *config);

/* Adds the names that themes_find takes, with a blank between and in order: "auto", the built-in
 * ones, and the user's own. */
void themes_names(const struct config *config, struct buffer *out);

#endif
