/* SPDX-License-Identifier: MIT */
/*
 * PEM armour: the signed-message wrapping that EDGAR put around filings until about 2001.
 *
 * A first line, some lines about the signature, an empty line, the filing, a last line.
 * Inside, a line that began with "-" has "- " put before it.
 */
#ifndef FOLIO_FORMATS_PEM_H
#define FOLIO_FORMATS_PEM_H

#include "base/slice.h"

/* True when `bytes` begin with the first line of the armour. */
bool pem_begins(struct slice bytes);

/* True when `line` is the last line of the armour. */
bool pem_ends(struct slice line);

/* Where the filing begins in `bytes`, which begin with the armour: behind the empty line, or at
 * the first tag when there is no empty line. */
size_t pem_body(struct slice bytes);

/* The line as it was before the armour came around it: "- -----" is "-----". */
struct slice pem_unescape(struct slice line);

#endif
