/* SPDX-License-Identifier: MIT */
/*
 * The command line: ":item 7a", ":43", ":37%", ":set wrap", any action by its name.
 */
#ifndef FOLIO_UI_COMMANDS_H
#define FOLIO_UI_COMMANDS_H

#include "base/slice.h"
#include "ui/viewer.h"

/* Does what the line says, or says why not. */
void commands_run(struct viewer *v, struct slice line);

/* Completes the word before the cursor of the prompt; again, with the next that fits. */
void commands_complete(struct viewer *v);

#endif
