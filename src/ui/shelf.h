/* SPDX-License-Identifier: MIT */
/*
 * The shelf: the outlines of a submission's documents, made in slices when somebody asks.
 *
 * The shelf owns the outlines and holds the contents they are of; the submission must outlive it.
 * Documents are named by index.
 */
#ifndef FOLIO_UI_SHELF_H
#define FOLIO_UI_SHELF_H

#include "model/submission.h"
#include "outline/outline.h"

#include <stdbool.h>
#include <stddef.h>

#define SHELF_NONE ((size_t)-1)

struct shelf;

struct shelf *shelf_new(struct submission *s);
void shelf_free(struct shelf *shelf);

struct submission *shelf_submission(const struct shelf *shelf);

/* Asks for the outline of a document; it will be worked at. */
void shelf_want(struct shelf *shelf, size_t document);

/* The complete outline of the document, or NULL when it is not there (yet). */
struct outline *shelf_outline(const struct shelf *shelf, size_t document);

/* Its nodes; 0 while it is not complete. */
size_t shelf_nodes(const struct shelf *shelf, size_t document, const struct node **nodes);

/* Works for about `bytes` bytes at the outline of `first`, or when that is not asked for or
 * done, at another that was asked for. True when something was left to do. *completed, when an
 * outline was completed, is its document, else SHELF_NONE. */
bool shelf_work(struct shelf *shelf, size_t first, size_t bytes, size_t *completed);

/* Outlines completed so far: the tree looks at this to know that it must change. */
size_t shelf_completed(const struct shelf *shelf);

#endif
