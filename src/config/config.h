/* SPDX-License-Identifier: MIT */
/*
 * The configuration: keys, colours and options in force, from the built-in defaults and the
 * user's own file ($XDG_CONFIG_HOME/folio/config.yaml, else ~/.config/folio/config.yaml).
 *
 * A mistake in a file is never fatal: it becomes a problem with its place, what stood before
 * stands, and all else of the file takes effect. The configuration owns everything in it.
 */
#ifndef FOLIO_CONFIG_CONFIG_H
#define FOLIO_CONFIG_CONFIG_H

#include "base/buffer.h"
#include "config/in_force.h"

#include <stdbool.h>

/* What the command line asks for; NULL and false where it says nothing. */
struct config_request {
    const char *theme; /* --theme: in place of the one the file names */
    const char *keys;  /* --keys: the same */
    const char *file;  /* --config: in place of the user's own file; it must be there */
    bool no_config;    /* --no-config: only the built-in defaults */
    bool light;        /* the terminal's background, as far as it is known: for the theme "auto" */
};

/* Never NULL: at worst the built-in defaults, with problems. The caller frees it. A wrong NAME of
 * --theme or --keys, and a --config that cannot be read, are problems of kind ERROR_USAGE. */
struct config *config_load(const struct config_request *request);
void config_free(struct config *config);

/* The same for one file: what check-config asks. NULL: the user's own file; when there is none
 * that is no problem. Whether the file was found is in *found (may be NULL). */
struct config *config_check(const char *file, bool *found);

/* Adds "FILE:LINE:COLUMN: message", or "FILE: message" when there is no place. */
void config_write_problem(const struct problem *problem, struct buffer *out);

#endif
