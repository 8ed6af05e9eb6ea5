/* SPDX-License-Identifier: MIT */
/*
 * From document to document: on and back, exhibit by exhibit, and to a file by its name.
 *
 * Leafing passes over the files that are not for reading (model/other.h). But for leafing_open,
 * each is a viewer_run, as in going.h.
 */
#ifndef FOLIO_UI_LEAFING_H
#define FOLIO_UI_LEAFING_H

#include "ui/pane.h"
#include "ui/viewer.h"

#include <stddef.h>

/* To the beginning of a document, which is there. */
void leafing_open(struct viewer *v, size_t document);

/* The text is at the end, or the beginning, of its document: go on in the next. Where one of the
 * other files is read, that may be another of them. */
void leafing_on(struct viewer *v, const struct order *order);
void leafing_back(struct viewer *v, const struct order *order);

/* To the next or previous document, or exhibit printed in one, by the action of the order. */
void leafing_exhibit(struct viewer *v, const struct order *order);

/* To the document whose file has the name that is the argument; without one the names are listed.
 */
void leafing_to_file(struct viewer *v, const struct order *order);

#endif
