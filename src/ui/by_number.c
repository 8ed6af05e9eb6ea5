/* SPDX-License-Identifier: MIT */
/* From numbers to Items and exhibits. */
#include "ui/by_number.h"

#include "outline/exhibits/exhibit_order.h"

static bool has_number(const struct node *node, struct slice number)
{
    if (node->kind != NODE_ITEM)
        return false;
    for (size_t i = 0; i < node->item_count; i++) {
        if (slice_equal_nocase(node->items[i], number))
            return true;
    }
    return false;
}

size_t by_number_item(const struct node *nodes, size_t count, struct slice number,
                      struct slice part)
{
    size_t first = (size_t)-1;
    for (size_t i = 0; i < count; i++) {
        if (!has_number(&nodes[i], number))
            continue;
        if (part.len && slice_equal(nodes[i].part, part))
            return i;
        first = first == (size_t)-1 ? i : first;
    }
    return first;
}

void by_number_others(const struct node *nodes, size_t count, size_t node, struct slice number,
                      struct buffer *out)
{
    struct buffer others;
    buffer_init(&others);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == node || !has_number(&nodes[i], number) ||
            slice_equal(nodes[i].part, nodes[node].part))
            continue;
        if (found++)
            buffer_add_text(&others, ", ");
        buffer_add(&others, nodes[i].id);
    }
    if (found) {
        buffer_add_text(out, "Item ");
        buffer_add(out, number);
        if (nodes[node].part.len) {
            buffer_add_text(out, " of Part ");
            buffer_add(out, nodes[node].part);
        }
        buffer_add_text(out, "; ");
        buffer_add(out, buffer_slice(&others));
        buffer_add_text(out, found == 1 ? " is the other" : " are others");
    }
    buffer_deinit(&others);
}

size_t by_number_document(const struct submission *s, struct slice number)
{
    size_t near = (size_t)-1;
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct slice type = submission_document(s, i)->type;
        if (!slice_starts_nocase(type, SLICE("EX-")))
            continue;
        struct slice own = slice_cut(type, 3, type.len);
        if (exhibit_order_compare(number, own) == 0)
            return i;
        struct slice class = slice_cut(own, 0, slice_find(own, SLICE(".")));
        if (near == (size_t)-1 && exhibit_order_compare(number, class) == 0)
            near = i;
    }
    return near;
}

bool by_number_exhibit(const struct node *node, struct slice number)
{
    /* A row's label is the number alone; an exhibit's id is as a document's type. */
    if (node->kind == NODE_EXHIBIT_ROW)
        return exhibit_order_compare(number, node->label) == 0;
    return node->kind == NODE_EXHIBIT && slice_starts_nocase(node->id, SLICE("EX-")) &&
           exhibit_order_compare(number, slice_cut(node->id, 3, node->id.len)) == 0;
}
