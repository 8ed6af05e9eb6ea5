/* SPDX-License-Identifier: MIT */
/* The named characters of HTML: "nbsp", "amp", "rsquo". */
#ifndef FOLIO_FORMATS_MARKUP_ENTITY_H
#define FOLIO_FORMATS_MARKUP_ENTITY_H

#include "base/slice.h"

#include <stdint.h>

/* The code point that the name stands for; 0: it is no name. Case counts. */
uint32_t markup_entity(struct slice name);

#endif
