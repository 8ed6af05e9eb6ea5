/* SPDX-License-Identifier: MIT */
/* A part of the filing that is taken away: the selection, a node, a table, a document. */
#ifndef FOLIO_UI_TAKING_PART_H
#define FOLIO_UI_TAKING_PART_H

#include "base/buffer.h"
#include "ui/pane.h"
#include "ui/taking/gather.h"
#include "ui/viewer.h"

#include <stdbool.h>
#include <stddef.h>

enum part_kind {
    PART_SELECTION,
    PART_NODE,    /* that is read; with the keys in the tree, that the cursor is on */
    PART_TABLE,   /* that is entered, else the first on the screen */
    PART_EXHIBIT, /* the exhibit that is read, printed in another document or one of its own */
    PART_DOCUMENT,
    PART_KINDS
};

struct part {
    enum part_kind kind;
    size_t document;
    size_t from, to;    /* bytes of the input */
    bool open;          /* the end of the document is not found yet: `to` is what there is so far */
    struct buffer name; /* for the reader: "Item 7A", "the selection" */
};

/* Finds the part; false, and said, when there is none. A node that nothing is known of yet is its
 * document. The caller ends it with part_deinit in any case. */
bool part_find(struct viewer *v, enum part_kind kind, struct part *part);
void part_deinit(struct part *part);

/* What is meant when nothing is said: the selection, the table that is entered, else the node. */
enum part_kind part_default(const struct viewer *v);

/* The kind of that name: "node", "table"; false when there is none. */
bool part_kind_of(struct slice name, enum part_kind *kind);

/* Has the order carried out when the end of an open part is known. */
void part_wait(struct viewer *v, const struct part *part,
               void (*run)(struct viewer *v, const struct order *order), const struct order *order);

/* What gathers the text of the part. */
struct gather *part_gather(struct viewer *v, const struct part *part);

#endif
