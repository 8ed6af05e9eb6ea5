/* SPDX-License-Identifier: MIT */
#include "formats/html_comment.h"

enum html_comment html_comment(struct slice text)
{
    struct slice words = slice_trim(text);
    if (slice_equal_nocase(words, SLICE("pagebreak")) ||
        slice_equal_nocase(words, SLICE("page break")))
        return HTML_COMMENT_PAGE;
    if (slice_equal_nocase(words, SLICE("field: /page")))
        return HTML_COMMENT_FIELD_END;
    /* Behind the last page, nothing follows. */
    if (slice_starts_nocase(words, SLICE("field: page;")) &&
        slice_find_nocase(words, SLICE("options: last")) == words.len)
        return HTML_COMMENT_FIELD;
    return HTML_COMMENT_OTHER;
}
