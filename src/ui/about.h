/* SPDX-License-Identifier: MIT */
/* What the header of a submission says: form, dates, Items, parties, former names. */
#ifndef FOLIO_UI_ABOUT_H
#define FOLIO_UI_ABOUT_H

#include "model/submission.h"
#include "ui/sheet.h"

/* Composes the sheet from a `struct submission`. */
void about_compose(struct sheet *sheet, const void *submission);

#endif
