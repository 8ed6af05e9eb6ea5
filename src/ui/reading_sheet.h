/* SPDX-License-Identifier: MIT */
/* The viewer's sheet as a mode: the help, or what the header says, until it is closed. */
#ifndef FOLIO_UI_READING_SHEET_H
#define FOLIO_UI_READING_SHEET_H

struct mode;

/* The row of the table in modes.c. */
const struct mode *reading_sheet_mode(void);

#endif
