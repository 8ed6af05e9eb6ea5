/* SPDX-License-Identifier: MIT */
/* The attributes of a tag that matter for reading. */
#ifndef FOLIO_FORMATS_HTML_ATTRIBUTES_H
#define FOLIO_FORMATS_HTML_ATTRIBUTES_H

#include "formats/markup.h"

/* The values, good as long as the tag; empty when not there. */
struct html_attributes {
    struct slice style, id, name, class, align, width, height, colspan, rowspan, href, src, alt;
    struct slice face, size, type, value, start;
    bool hidden, checked;
};

void html_attributes_read(struct html_attributes *a, const struct markup_tag *tag);

/* A number of columns or rows, 1 to `most`; 1 when it is none. Sets *cut when it is more. */
unsigned html_attributes_span(struct slice value, unsigned most, bool *cut);

#endif
