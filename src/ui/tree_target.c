/* SPDX-License-Identifier: MIT */
/* Where a node of the tree leads. */
#include "ui/tree_target.h"

#include "outline/crossindex/crossindex.h"
#include "outline/node_words.h"

/* What cannot be opened says why. */
static void say_target(const struct node *node, struct buffer *say)
{
    struct slice label = node->label;
    if (node->kind != NODE_EXHIBIT_ROW || node->target == TARGET_HERE)
        return;
    buffer_add_text(say, "exhibit ");
    buffer_add(say, label);
    buffer_add_text(
        say, node->target == TARGET_INCORPORATED ? " is incorporated by reference to another filing"
             : node->target == TARGET_UNKNOWN    ? " was not met yet: the file is still read"
                                                 : " is not in this file");
    if (node->target == TARGET_INCORPORATED)
        node_words_elsewhere(node, say);
}

/* An Item of a cross-reference index is read where its first pages are. */
static size_t opened_at(const struct node *node)
{
    size_t target = crossindex_target(node);
    return target != (size_t)-1 ? target : node->offset;
}

struct place tree_target(struct shelf *shelf, size_t document, size_t node, struct buffer *say)
{
    struct submission *s = shelf_submission(shelf);
    const struct node *nodes;
    const struct node *it = node < shelf_nodes(shelf, document, &nodes) ? &nodes[node] : NULL;
    struct place place = {document, it ? opened_at(it) : 0};
    if (it && it->target == TARGET_HERE && it->target_document < submission_documents(s))
        place = (struct place){it->target_document, it->target_offset};
    else if (it)
        say_target(it, say);
    if (place.offset == 0 && place.document < submission_documents(s))
        place.offset = submission_document(s, place.document)->text_offset;
    return place;
}
