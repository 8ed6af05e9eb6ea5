/* SPDX-License-Identifier: MIT */
/* What the header of a submission says: form, dates, Items, parties, former names; and which Items
 * are missing in its documents. */
#ifndef FOLIO_UI_ABOUT_H
#define FOLIO_UI_ABOUT_H

#include "ui/shelf.h"
#include "ui/sheet.h"

/* Composes the sheet from a `struct shelf`: its submission, and the outlines that are complete. */
void about_compose(struct sheet *sheet, const void *shelf);

#endif
