/* SPDX-License-Identifier: MIT */
/* Where the exhibits are that the rows of an index name: documents of the file, or printed in the
 * same document. */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_TARGET_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_TARGET_H

#include "model/submission.h"
#include "outline/exhibits/exhibit_directory.h"
#include "outline/nodes.h"

/* Sets the targets of the rows among the nodes of document `d`. While the file is not scanned to
 * its end only those are found that no later document can change; the others stay as they are.
 * False then: it must be called again. True when all is known, and no row is TARGET_UNKNOWN.
 * `shared` is the
 * directory of the submission, or NULL: then one is made for this call. */
bool exhibit_target_resolve(struct nodes *n, struct submission *s, const struct document *d,
                            struct exhibit_directory *shared);

#endif
