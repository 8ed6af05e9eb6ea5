/* SPDX-License-Identifier: MIT */
/*
 * The help: the keys in force, made from the key map and the table of actions, over the panes.
 *
 * It owns its lines, which are made for the width of the screen when it is opened.
 */
#ifndef FOLIO_UI_HELP_H
#define FOLIO_UI_HELP_H

#include "config/keymap.h"
#include "ui/pane.h"

#include <stdbool.h>

struct help;

struct help *help_new(void);
void help_free(struct help *h);

/* Makes the lines from the map, which must outlive the help, and shows them from the top. */
void help_open(struct help *h, const struct keymap *map);
void help_close(struct help *h);
bool help_is_open(const struct help *h);

/* The help as a pane: scrolls with the motions. */
struct pane help_pane(struct help *h);

#endif
