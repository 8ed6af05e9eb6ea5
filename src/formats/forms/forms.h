/* SPDX-License-Identifier: MIT */
/*
 * XML documents, said as documents to be read: headings, "label: value" lines, tables.
 *
 * The forms that EDGAR takes as XML (3, 4, 5, 13F, 144, D, Schedules 13D and 13G, N-PORT ...) are
 * laid out as their printed forms are; any other XML as indented labels and values made of its
 * element names; XBRL instances, linkbases and schemas the same way. Values stand in the input
 * and are said with their places; labels and headings are folio's and are said by code.
 *
 * Source: the EDGAR XML technical specifications of each form.
 */
#ifndef FOLIO_FORMATS_FORMS_FORMS_H
#define FOLIO_FORMATS_FORMS_FORMS_H

#include "base/slice.h"
#include "formats/sink.h"

/* Says all of the document; returns what was odd: ODDITY_... (oddity.h). */
unsigned forms_read(struct slice text, size_t base, const struct sink *sink);

#endif
