/* SPDX-License-Identifier: MIT */
/*
 * Completing the word before the cursor of the command line.
 *
 * Words that begin with what was typed are offered one after the other; where none does, those
 * whose title has it: ":item risk" is 1A. The note says which of how many it is, and its title.
 */
#ifndef FOLIO_UI_COMPLETING_H
#define FOLIO_UI_COMPLETING_H

#include "ui/viewer.h"

/* Completes; again, with the next that fits. */
void completing_tab(struct viewer *v);

#endif
