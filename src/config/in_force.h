/* SPDX-License-Identifier: MIT */
/*
 * The configuration that is in force: keys, colours, options, and what was wrong with the files
 * they came from. Made and freed by config.h; it owns everything in it.
 */
#ifndef FOLIO_CONFIG_IN_FORCE_H
#define FOLIO_CONFIG_IN_FORCE_H

#include "base/array.h"
#include "base/error.h"
#include "config/keymap.h"
#include "config/settings.h"
#include "config/theme.h"

struct problem {
    const char *file; /* a path, "--theme", "--keys", or "built-in NAME" */
    struct error error;
};

/* A style that the user's own file gives to a role, over whatever theme. */
struct own_color {
    enum role role;
    struct style style;
};

struct config {
    struct keymap *keymap;
    struct theme theme;
    const char *theme_name; /* one of `names` */
    struct settings settings;
    ARRAY(struct own_color) own_colors;
    bool light;                     /* the terminal's background, as far as it was known at first */
    bool builtin_only;              /* nothing of the user's is read */
    bool colorless;                 /* the terminal shows no colours: only attributes count */
    ARRAY(struct problem) problems; /* ordered as they were met; no more than 100 */
    ARRAY(char *) names;            /* what problems[].file and theme_name point to */
};

#endif
