/* SPDX-License-Identifier: MIT */
/*
 * The styles of a document: style attributes, each text of them read once, and the rules of its
 * <style> elements for elements and classes.
 */
#ifndef FOLIO_FORMATS_HTML_SHEET_H
#define FOLIO_FORMATS_HTML_SHEET_H

#include "base/slice.h"
#include "formats/css.h"

struct html_sheet;

struct html_sheet *html_sheet_new(void);
void html_sheet_free(struct html_sheet *sheet);

/* What a style attribute says; good until the next call. */
const struct css *html_sheet_inline(struct html_sheet *sheet, struct slice text);

/* The text of a <style> element. Only rules for "element", ".class", "element.class" and lists of
 * them are known. */
void html_sheet_add(struct html_sheet *sheet, struct slice text);

/* True when there were more rules than are kept. */
bool html_sheet_is_full(const struct html_sheet *sheet);

bool html_sheet_has_rules(const struct html_sheet *sheet);

/* Adds what the rules say of an element with these classes to `css`. */
void html_sheet_rules(const struct html_sheet *sheet, struct slice element, struct slice classes,
                      struct css *css);

#endif
