/* SPDX-License-Identifier: MIT */
/* The title behind the label of a clause: the rest of its line, its front up to a stop or to the
 * end of the bold, or the line below. */
#ifndef FOLIO_OUTLINE_ARTICLES_CLAUSE_TITLE_H
#define FOLIO_OUTLINE_ARTICLES_CLAUSE_TITLE_H

#include "base/buffer.h"
#include "outline/articles/article_label.h"
#include "outline/items/follow.h"

enum {
    CLAUSE_TITLED = 1,   /* there is a title */
    CLAUSE_TEXT = 2,     /* text follows it, or the label when there is no title */
    CLAUSE_NUMBERED = 4, /* a page number ends it */
    CLAUSE_BELOW = 8     /* it is the line below */
};

/* Appends the title of the clause that the block begins, blanks folded, without its stop and page
 * number. `printed`: blocks are lines of plain text. Returns bits of the above. */
unsigned clause_title(const struct block *b, const struct article_label *label,
                      const struct follow *after, bool printed, struct buffer *title);

#endif
