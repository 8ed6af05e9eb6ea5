/* SPDX-License-Identifier: MIT */
/* The declarations that say how boxes are set: margins, borders, page breaks. */
#ifndef FOLIO_FORMATS_CSS_BOX_H
#define FOLIO_FORMATS_CSS_BOX_H

#include "formats/css.h"
#include "formats/css_property.h"

/* False when the property is not one of boxes. */
bool css_declare_box(struct css *css, enum css_property property, struct slice value);

/* Sets *to, a member of `css`, and its bit, when the value is a length. */
void css_set_length(struct css *css, uint32_t bit, struct css_length *to, struct slice value);

#endif
