/* SPDX-License-Identifier: MIT */
/* Comments in which the programs that make filings mark pages. */
#ifndef FOLIO_FORMATS_HTML_COMMENT_H
#define FOLIO_FORMATS_HTML_COMMENT_H

#include "base/slice.h"

enum html_comment {
    HTML_COMMENT_OTHER,
    HTML_COMMENT_PAGE, /* a page breaks */
    /* The foot of a page and the head of the next stand between these two, and mostly a break that
     * CSS knows; where there is none, the page breaks at the second. */
    HTML_COMMENT_FIELD,
    HTML_COMMENT_FIELD_END
};

enum html_comment html_comment(struct slice text);

#endif
