/* SPDX-License-Identifier: MIT */
/* Where the exhibits are that the rows of an index name: documents of the file, or printed in the
 * same document. */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_TARGET_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_TARGET_H

#include "model/submission.h"
#include "outline/nodes.h"

/* Sets the targets of the rows among the nodes of document `d`. While the file is not scanned to
 * its end only those are found that no later document can change; the others stay as they are.
 * False then: it must be called again. True when all is known, and no row is TARGET_UNKNOWN. */
bool exhibit_target_resolve(struct nodes *n, struct submission *s, const struct document *d);

/* The order of two exhibit numbers, below, equal to or above 0. Runs of letters and of digits
 * count, whatever stands between, in either case and without leading zeros: "10(a)" is "10.A". */
int exhibit_target_compare(struct slice a, struct slice b);

#endif
