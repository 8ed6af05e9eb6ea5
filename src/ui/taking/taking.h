/* SPDX-License-Identifier: MIT */
/*
 * Taking away: what all of it shares, for the viewer and for whoever has a text to be copied.
 *
 * A text that is copied is cleaned: line ends and tabs stay, other control characters become
 * U+FFFD, so that what is pasted commands no terminal.
 */
#ifndef FOLIO_UI_TAKING_TAKING_H
#define FOLIO_UI_TAKING_TAKING_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct viewer;

/* Copies the text to the clipboard, and says so: "copied the row: 1 line (48 bytes)"; `what` NULL:
 * "copied 3 lines (212 bytes)". A text without a letter is not copied: "nothing to copy". */
void taking_copy(struct viewer *v, struct slice text, const char *what);

/* The same with the citation behind it, of the bytes [from, to) of the document that is read. */
void taking_copy_cited(struct viewer *v, struct slice text, const char *what, size_t from,
                       size_t to);

/* Where a copy goes, by the options: "auto", "osc52", "none" or a command; and how much base64 the
 * terminal takes. */
void taking_clipboard(const struct viewer *v, struct buffer *way, size_t *limit);

/* The same of another document of the filing. */
void taking_copy_cited_in(struct viewer *v, struct slice text, const char *what, size_t document,
                          size_t from, size_t to);

/* The same in two: adds the citation, and copies the text with one that was made before. */
void taking_cite(struct viewer *v, size_t document, size_t from, size_t to, struct buffer *out);
void taking_copy_with(struct viewer *v, struct slice text, const char *what, struct slice citation);

/* False when a text of so many bytes is more than the terminal takes. */
bool taking_fits(const struct viewer *v, size_t bytes);

/* True when --restrict forbids it; says so then: `what` ("saving") "is off: folio --restrict". */
bool taking_restricted(struct viewer *v, const char *what);

/* Adds "3 lines (212 bytes)". A last line need not end with a line end. */
void taking_count(struct slice text, struct buffer *out);

/* Adds the text cleaned as above; CR and CRLF become LF. */
void taking_clean(struct slice text, struct buffer *out);

#endif
