/* SPDX-License-Identifier: MIT */
/*
 * The running heads and feet of a document whose pages are made of blocks, and the page numbers
 * that they hold.
 *
 * They are learnt from its first segments, then marked as furniture, segment by segment.
 */
#ifndef FOLIO_MODEL_RUNNING_HEADS_H
#define FOLIO_MODEL_RUNNING_HEADS_H

#include "base/slice.h"
#include "model/block.h"

struct running_heads;

/* The caller frees it; it must not outlive the segments. */
struct running_heads *running_heads_new(void);
void running_heads_free(struct running_heads *h);

/* Takes a segment of the sample, in order; then ends the learning. */
void running_heads_learn(struct running_heads *h, const struct segment *s);
void running_heads_finish(struct running_heads *h);

/* Marks the furniture of a segment, and keeps the numbers that its pages print. Segments come in
 * order, one after the other. */
void running_heads_mark(struct running_heads *h, struct segment *s);

/* The number that page `page` prints; empty when none was seen. */
struct slice running_heads_label(const struct running_heads *h, size_t page);

#endif
