/* SPDX-License-Identifier: MIT */
/* The list of notes and highlights, by section: noting_list of noting.h. */
#ifndef FOLIO_UI_KEEPING_NOTE_LIST_H
#define FOLIO_UI_KEEPING_NOTE_LIST_H

#include "ui/viewer.h"

/* Makes the rows anew when the list is open. */
void note_list_refill(struct viewer *v);

#endif
