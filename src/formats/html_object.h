/* SPDX-License-Identifier: MIT */
/* What stands for things that are no text: images, the fields of forms, markers of lists. */
#ifndef FOLIO_FORMATS_HTML_OBJECT_H
#define FOLIO_FORMATS_HTML_OBJECT_H

#include "base/buffer.h"
#include "formats/css.h"
#include "formats/html_attributes.h"

/* "[image: NAME, ALT]"; nothing for one that only makes room. */
void html_object_image(struct buffer *out, const struct html_attributes *a);

/* A box, ticked or not; nothing for other fields. */
void html_object_input(struct buffer *out, const struct html_attributes *a);

/* The marker of a list's item, with a blank behind it; nothing where it has none. */
void html_object_marker(struct buffer *out, enum css_list list, unsigned number);

#endif
