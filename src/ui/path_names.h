/* SPDX-License-Identifier: MIT */
/*
 * Names of files: to complete a path with, and as they are shown.
 *
 * A folder is read when it is asked for, and not all of one that is very large.
 */
#ifndef FOLIO_UI_PATH_NAMES_H
#define FOLIO_UI_PATH_NAMES_H

#include "ui/names.h"

/* Passes on the paths that begin as `typed`, in the order of their letters, each as it would be
 * typed on ("~/filings/" for a folder, "~" kept); names that begin with a full stop when that is
 * typed. What is passed on is good during the call only. */
void path_names_each(struct slice typed, names_take *take, void *self);

/* Adds the path as it is shown: "~" for the home folder, and nothing that is no text. */
void path_shown(struct slice path, struct buffer *out);

#endif
