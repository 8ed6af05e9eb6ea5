/* SPDX-License-Identifier: MIT */
/* Names: of companies, persons and places, and addresses, as they stand alone on a line. */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEAD_NAMES_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEAD_NAMES_H

#include "base/slice.h"

#include <stdbool.h>

/* True when the line is a name or an address; `bare` is it without the stop at its end. */
bool subhead_names_is_one(struct slice line, struct slice bare);

#endif
