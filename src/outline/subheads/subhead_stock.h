/* SPDX-License-Identifier: MIT */
/* Stock lines: heads of columns, units, labels of letters and signatures, furniture. */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEAD_STOCK_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEAD_STOCK_H

#include "base/slice.h"

#include <stdbool.h>

/* True when the line is, or begins as, one of them; `bare` is it without the stop at its end. */
bool subhead_stock_has(struct slice line, struct slice bare);

#endif
