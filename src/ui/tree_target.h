/* SPDX-License-Identifier: MIT */
/* Where a node of the tree leads when it is opened. */
#ifndef FOLIO_UI_TREE_TARGET_H
#define FOLIO_UI_TREE_TARGET_H

#include "base/buffer.h"
#include "search/hits.h"
#include "ui/shelf.h"

#include <stddef.h>

/* Where the text goes for a node, or for the document (node (size_t)-1). What cannot be opened is
 * shown where it is named, and `say` gets why. */
struct place tree_target(struct shelf *shelf, size_t document, size_t node, struct buffer *say);

#endif
