/* SPDX-License-Identifier: MIT */
/*
 * Passages: parts of a text that look otherwise: the selection, a highlight, the selected link.
 *
 * Places are bytes of the input. What is added later is drawn over what was added before.
 */
#ifndef FOLIO_UI_PASSAGES_H
#define FOLIO_UI_PASSAGES_H

#include "base/array.h"
#include "config/theme.h"

#include <stddef.h>

struct passage_drawn {
    size_t from, to; /* bytes of the input */
    enum role role;
    bool lines;   /* whole lines, to the right edge of the text, else the letters only */
    char sign[8]; /* UTF-8, one column: stands at the right edge of the row of `from`; may be empty,
                   * and the passage then as well (from == to) */
};

struct passages {
    ARRAY(struct passage_drawn) list;
    size_t cursor; /* where the terminal's cursor is parked; SIZE_MAX: elsewhere */
};

#endif
