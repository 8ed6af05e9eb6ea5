/* SPDX-License-Identifier: MIT */
/*
 * What start tags say: their element, attributes and style.
 *
 * Filings write the same tag, attributes and all, thousands of times: the text of one is read once,
 * as long as it is remembered.
 */
#ifndef FOLIO_FORMATS_HTML_KNOWN_H
#define FOLIO_FORMATS_HTML_KNOWN_H

#include "formats/html_attributes.h"
#include "formats/html_element.h"
#include "formats/html_sheet.h"

/* What a start tag says. */
struct html_tag {
    const struct html_element *element;
    struct html_attributes attributes;
    bool styled; /* `css` counts */
    struct css css;
};

struct html_known;

/* `text` is the document, which stands at `base` of the input; both it and `sheet` stay. */
struct html_known *html_known_new(struct slice text, size_t base, struct html_sheet *sheet);
void html_known_free(struct html_known *known);

/* Whether the tag was met before: its attributes are not needed then. */
bool html_known_has(struct html_known *known, const struct markup_tag *tag);

/* What the tag says, that html_known_has was last asked for; good until the next. */
const struct html_tag *html_known_read(struct html_known *known, const struct markup_tag *tag);

/* Forgets all, as the sheet has changed. */
void html_known_clear(struct html_known *known);

#endif
