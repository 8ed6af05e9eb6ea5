/* SPDX-License-Identifier: MIT */
/* The help: the keys in force, from the key map and the table of actions. */
#ifndef FOLIO_UI_HELP_H
#define FOLIO_UI_HELP_H

#include "config/keymap.h"
#include "ui/sheet.h"

/* Composes the sheet from a `struct keymap`. */
void help_compose(struct sheet *sheet, const void *map);

#endif
