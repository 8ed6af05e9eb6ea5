/* SPDX-License-Identifier: MIT */
/* What single characters are to running text. */
#ifndef FOLIO_FORMATS_HTML_SIGN_H
#define FOLIO_FORMATS_HTML_SIGN_H

#include "base/slice.h"

#include <stddef.h>
#include <stdint.h>

enum html_sign {
    HTML_SIGN,     /* it is seen */
    HTML_SOFT,     /* a blank that folds with others */
    HTML_HARD,     /* a blank that does not */
    HTML_NO_WIDTH, /* a joiner, a soft hyphen: not shown */
    HTML_LINE      /* a line ends */
};

/* For HTML_HARD, *columns is its width. */
enum html_sign html_sign_of(uint32_t code, size_t *columns);

/* The capital of a small letter, of ASCII and the first 256 code points; others as they are. */
uint32_t html_sign_upper(uint32_t code);

/* Whether what stands in a superscript that begins with `text` is the mark of a footnote or an
 * exponent, which needs a caret to be told from the word before it: "1", "a", "1,2", but not
 * "(1)", "*", "th", "TM". */
bool html_sign_is_mark(struct slice text);

#endif
