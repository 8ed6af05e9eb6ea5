/* SPDX-License-Identifier: MIT */
/* Nodes of what a document sets as headings. */
#include "outline/headings.h"

#include "outline/items/line.h"
#include "outline/sections/section.h"

enum { TITLE_BYTES = 240 };

void headings_add(struct nodes *n, const struct block *blocks, size_t count)
{
    for (size_t i = 0; i < count && n->list.count < NODES_MOST; i++) {
        const struct block *b = &blocks[i];
        int rank = b->shape.heading;
        if (rank == 0 || rank > HEADING_RANKS || b->row)
            continue;
        struct buffer title = {0};
        line_fold_blanks(&title, slice_cut(b->text, 0, TITLE_BYTES));
        n->ranks[rank] = true;
        for (int r = rank + 1; r <= HEADING_RANKS; r++)
            n->ranks[r] = false;
        struct node *node = array_add(&n->list);
        *node = (struct node){
            .kind = NODE_HEADING,
            .offset = b->offset,
            .title = arena_copy(&n->arena, buffer_slice(&title)),
            .level = 1,
            .confidence = 0.95,
            .target_document = (size_t)-1,
        };
        for (int r = 1; r < rank; r++)
            node->level += n->ranks[r];
        node->id = section_slug(&n->arena, node->title);
        buffer_deinit(&title);
    }
}
