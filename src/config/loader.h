/* SPDX-License-Identifier: MIT */
/*
 * Loading by name: themes and key maps, the user's own or built-in, and what they inherit.
 *
 * They are found, inherited and overridden in the same way. All mistakes are noted as problems of
 * the configuration. Only config.c uses this.
 */
#ifndef FOLIO_CONFIG_LOADER_H
#define FOLIO_CONFIG_LOADER_H

#include "config/in_force.h"
#include "config/yaml.h"

enum loader_kind { LOADER_THEME, LOADER_KEYS, LOADER_KINDS };

struct loader {
    struct config *config;
    struct arena arena; /* the nodes of all files */
    bool checking;      /* what is odd is noted too */
    bool light;         /* the terminal's background: what the theme "auto" stands for */
    struct slice standard[LOADER_KINDS]; /* the names that the built-in defaults give */
};

/* One file that was read. */
struct source {
    const char *file;             /* its name in problems; the configuration's */
    const struct yaml_node *root; /* a mapping; NULL when it says nothing or is no good */
    bool own;                     /* the user's */
};

/* "theme", "keys": the name in the user's file; and the command line's argument. */
const char *loader_setting(enum loader_kind kind);
const char *loader_argument(enum loader_kind kind);

/* Keeps a file's name as long as the configuration. */
const char *loader_keep_name(struct loader *l, const char *name);

/* Reads a file of the user's. False when it is not there (*missing), or is no good (noted). */
bool loader_read_own(struct loader *l, const char *path, bool *missing, struct source *source);

/* Reads the built-in file "PREFIXNAME"; false when there is none. */
bool loader_read_builtin(struct loader *l, const char *prefix, struct slice name,
                         struct source *source);

/* The theme that follows the terminal's background. */
#define LOADER_AUTO "auto"

/* Puts a theme or key map of a name into force, and nothing over it. Fails when there is none of
 * that name; the message is empty when a file was found that is no good, which is noted. */
bool loader_load_named(struct loader *l, enum loader_kind kind, struct slice name, struct error *e);

/* Puts a theme or key map into force: that of the argument (may be NULL), else the one that the
 * user's file names, else the standard one; then the lines of the user's file over it. */
void loader_load(struct loader *l, enum loader_kind kind, const char *asked,
                 const struct source *source);

/* The standard one. */
void loader_load_standard(struct loader *l, enum loader_kind kind);

/* A file that is a theme or a key map itself, with what it inherits. */
void loader_load_source(struct loader *l, enum loader_kind kind, const struct source *source);

#endif
