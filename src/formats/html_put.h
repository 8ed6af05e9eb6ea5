/* SPDX-License-Identifier: MIT */
/*
 * Saying the content of a block that is open.
 *
 * Text is held back as long as more of it may follow in the input, so that it does not matter in
 * what pieces it came.
 */
#ifndef FOLIO_FORMATS_HTML_PUT_H
#define FOLIO_FORMATS_HTML_PUT_H

#include "formats/html_flow.h"

void html_put_text(struct html_flow *f, struct slice text, size_t offset);
void html_put_code(struct html_flow *f, uint32_t code, size_t count, size_t offset, size_t length);
/* Text of folio's that stands for `length` bytes. */
void html_put_utf8(struct html_flow *f, struct slice text, size_t offset, size_t length);

/* STYLE_... of what follows. */
void html_put_style(struct html_flow *f, unsigned style);
/* The link that is open, or that none is. */
void html_put_link(struct html_flow *f);

/* Says what is held back. */
void html_put_all(struct html_flow *f);

#endif
