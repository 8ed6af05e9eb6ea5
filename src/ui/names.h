/* SPDX-License-Identifier: MIT */
/*
 * The names by which a command can be told where to go: Items, notes, exhibits, Parts, nodes,
 * documents, files, with their titles; terms that stand in quotes; and those that come near one
 * that is none.
 *
 * They are those that are known so far: of documents that have an outline. What is passed on is
 * good during the call only.
 */
#ifndef FOLIO_UI_NAMES_H
#define FOLIO_UI_NAMES_H

#include "base/buffer.h"
#include "ui/viewer.h"

typedef void names_take(void *self, struct slice name, struct slice title);

/* Passes on the names that can stand behind a command ("item", "note"), in the order of the filing;
 * none behind other commands. */
void names_each(const struct viewer *v, struct slice command, names_take *take, void *self);

/* Adds "; near it: 7A  Quantitative and ..." or "; they are 1 to 22" for a name that is not among
 * them; nothing when none are known. */
void names_near(const struct viewer *v, struct slice command, struct slice wrong,
                struct buffer *out);

/* Adds "iv" for 4, as Articles are numbered in ids; nothing for a number that none has. */
void names_roman(long long number, struct buffer *out);

#endif
