/* SPDX-License-Identifier: MIT */
/*
 * From one Item, heading or note of a document to the next, or to the one before.
 *
 * Each is a viewer_run: it goes as its action says, says that there is none further, or puts the
 * order off until the outline is known.
 */
#ifndef FOLIO_UI_STEPPING_H
#define FOLIO_UI_STEPPING_H

#include "ui/pane.h"
#include "ui/viewer.h"

/* In a document without Items, of the Articles; without those the Sections, or the headings at the
 * top. */
void stepping_item(struct viewer *v, const struct order *order);
void stepping_heading(struct viewer *v, const struct order *order);
void stepping_note(struct viewer *v, const struct order *order);

#endif
