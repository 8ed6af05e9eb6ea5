/* SPDX-License-Identifier: MIT */
/*
 * Where configuration is found: the built-in files, and the user's own folder
 * ($XDG_CONFIG_HOME/folio, else ~/.config/folio).
 */
#ifndef FOLIO_CONFIG_FILES_H
#define FOLIO_CONFIG_FILES_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

/* Adds the path of a folder of folio's own: of the environment variable when that is an absolute
 * path, else of `below_home` in the home folder; "/folio" and "/NAME" are added. False, and
 * nothing is added, when the environment names no home. */
bool files_path(const char *variable, const char *below_home, const char *name, struct buffer *out);

/* Adds the path of a file in the user's folder of configuration; false as files_path. */
bool files_config_path(const char *name, struct buffer *out);

/* Adds what the file holds. Fails with ERROR_CONFIG; *missing (may be NULL) says that there is no
 * such file. More than a configuration may have is not read. */
bool files_read(const char *path, struct buffer *out, bool *missing, struct error *e);

/* The text of the built-in file "PREFIXNAME"; false when there is none. */
bool files_builtin(const char *prefix, struct slice name, struct slice *text);

/* True for what can be the name of a theme or a key map: letters, digits, '-' and '_'. */
bool files_is_name(struct slice name);

#endif
