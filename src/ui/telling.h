/* SPDX-License-Identifier: MIT */
/* What the status line says when it is asked: where the reader is, and why a node is one. */
#ifndef FOLIO_UI_TELLING_H
#define FOLIO_UI_TELLING_H

#include "ui/viewer_state.h"

/* File, section, page, line, percent. */
viewer_run telling_position;

/* Why the node is taken for one, how sure that is, and what makes it doubtful: in the tree the node
 * of the cursor, in the text the one that is read. */
viewer_run telling_why;

#endif
