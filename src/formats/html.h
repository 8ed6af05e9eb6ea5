/* SPDX-License-Identifier: MIT */
/*
 * HTML and inline XBRL: from tags to blocks of styled runs, tables, pages, links, anchors.
 *
 * What a filing shows is said to the sink, in its order; what it hides (display:none, ix:header,
 * scripts, comments) is not. Blanks are folded as HTML folds them. Read in pieces, without a
 * tree. A document is read as XML as long as it is well-formed; where it is not, it is read again
 * as HTML from its beginning, and what the sink knows already is not said twice.
 *
 * Sources: HTML 4.01; CSS 2.1 (inline styles only); Inline XBRL 1.1 (ix:header, ix:exclude).
 */
#ifndef FOLIO_FORMATS_HTML_H
#define FOLIO_FORMATS_HTML_H

#include "base/slice.h"
#include "formats/sink.h"

#include <stdbool.h>
#include <stddef.h>

struct html;

/* `text` is the whole document and stays while it is read; `base` is its place in the input. The
 * caller frees it. */
struct html *html_new(struct slice text, size_t base, const struct sink *sink);
void html_free(struct html *h);

/* Reads about `bytes` bytes on, and tells the sink. False when the document is at its end and
 * all was told: no table, row, cell or block is left open. */
bool html_read(struct html *h, size_t bytes);

/* Tells the reader that what was said before `offset` is kept for good: after a change from XML to
 * HTML, blocks and tables at the top that begin before it are not said again. */
void html_kept(struct html *h, size_t offset);

/* Called when all that was said behind the offset of html_kept is void and will be said again:
 * the sink's owner drops it. May be NULL. */
void html_on_restart(struct html *h, void (*restart)(void *self), void *self);

/* What was odd so far: ODDITY_... (oddity.h); all of it at the end. */
unsigned html_oddities(const struct html *h);

/* Where the document is a plain text in one <pre> (or <div>): the bounds of that text, within
 * `text`. False when it is not. */
bool html_is_plain(struct slice text, size_t *from, size_t *to);

#endif
