/* SPDX-License-Identifier: MIT */
/* Drawing the text of a view: lines, hits, rules between pages, marks of what is out of sight. */
#ifndef FOLIO_UI_TEXT_DRAW_H
#define FOLIO_UI_TEXT_DRAW_H

#include "search/search.h"
#include "ui/pane.h"
#include "ui/passages.h"
#include "ui/text_view.h"

struct text_draw {
    struct text_view *view;
    const struct search *search;     /* NULL: no hits are marked */
    struct place current;            /* the hit that was gone to */
    const struct passages *passages; /* what looks otherwise */
    const struct look *look;
};

void text_draw(const struct text_draw *d, struct region r);

#endif
