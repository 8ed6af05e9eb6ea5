/* SPDX-License-Identifier: MIT */
/* Text from anywhere, made fit to be shown: valid UTF-8, and nothing that commands a terminal. */
#ifndef FOLIO_BASE_CLEAN_H
#define FOLIO_BASE_CLEAN_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>

/* Adds `text` to `out`: UTF-8 as it is, other bytes as Windows-1252. Control characters, line ends
 * and tabs among them, and those that turn the direction of text become U+FFFD. */
void clean_text(struct buffer *out, struct slice text);

/* True for printable ASCII, which clean_text adds as it is. */
bool clean_is_plain(struct slice text);

#endif
