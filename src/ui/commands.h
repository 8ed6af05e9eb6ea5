/* SPDX-License-Identifier: MIT */
/*
 * The command line: ":item 7a", ":43", ":37%", ":set wrap", any action by its name.
 */
#ifndef FOLIO_UI_COMMANDS_H
#define FOLIO_UI_COMMANDS_H

#include "base/slice.h"
#include "ui/viewer.h"

#include <stdbool.h>
#include <stddef.h>

/* Does what the line says, or says why not. */
void commands_run(struct viewer *v, struct slice line);

/* The index-th short name of a command; NULL behind the last. */
const char *commands_short(size_t index);
/* True when an argument can stand behind the command. */
bool commands_takes_argument(struct slice name);

#endif
