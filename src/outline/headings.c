/* SPDX-License-Identifier: MIT */
/* Nodes of what a document sets as headings. */
#include "outline/headings.h"

#include "outline/line.h"

enum {
    ID_BYTES = 60,
    TITLE_BYTES = 240,
    MOST = 100000 /* nodes of one document */
};

/* "Table I - Securities" as "table-i-securities". */
static struct slice slug(struct arena *arena, struct slice title)
{
    struct buffer id = {0};
    for (size_t i = 0; i < title.len && id.len < ID_BYTES; i++) {
        if (line_is_alnum(title.at[i]))
            buffer_add_byte(&id, byte_lower(title.at[i]));
        else if (id.len > 0 && id.at[id.len - 1] != '-')
            buffer_add_byte(&id, '-');
    }
    while (id.len > 0 && id.at[id.len - 1] == '-')
        id.len--;
    struct slice copy = id.len > 0 ? arena_copy(arena, buffer_slice(&id)) : SLICE("heading");
    buffer_deinit(&id);
    return copy;
}

void headings_add(struct nodes *n, const struct block *blocks, size_t count)
{
    for (size_t i = 0; i < count && n->list.count < MOST; i++) {
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
        node->id = slug(&n->arena, node->title);
        buffer_deinit(&title);
    }
}
