/* SPDX-License-Identifier: MIT */
/* From node to node in the tree by what they are. */
#include "ui/tree_steps.h"

#include "model/other.h"

static bool is_item(const struct node *node)
{
    return node && node->kind == NODE_ITEM;
}

static bool is_note(const struct node *node)
{
    return node && node->kind == NODE_NOTE;
}

static bool is_heading(const struct node *node)
{
    return node && node->kind != NODE_EXHIBIT_ROW;
}

/* A document, or an exhibit that is printed in one. */
static bool is_exhibit(const struct node *node)
{
    return !node || node->kind == NODE_EXHIBIT;
}

static const struct step {
    enum action_id next, previous;
    const char *what;
    bool (*is)(const struct node *node);
} kinds[] = {
    {ACTION_NEXT_ITEM, ACTION_PREVIOUS_ITEM, "Item", is_item},
    {ACTION_NEXT_NOTE, ACTION_PREVIOUS_NOTE, "note", is_note},
    {ACTION_NEXT_HEADING, ACTION_PREVIOUS_HEADING, "heading", is_heading},
    {ACTION_NEXT_EXHIBIT, ACTION_PREVIOUS_EXHIBIT, "exhibit", is_exhibit},
};

static const struct step *find_kind(enum action_id action)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].next == action || kinds[i].previous == action)
            return &kinds[i];
    return NULL;
}

const char *tree_steps_what(enum action_id action, bool *forward)
{
    const struct step *kind = find_kind(action);
    *forward = kind && kind->next == action;
    return kind ? kind->what : NULL;
}

/* Where one is among all nodes: slot 0 of a document is the document, then come its nodes. */
struct walk {
    const struct tree_rows *rows;
    size_t document, slot;
};

static size_t slots_of(const struct tree_rows *t, size_t document)
{
    const struct node *nodes;
    const struct document *d = submission_document(shelf_submission(t->shelf), document);
    if (t->others < t->list.count && other_is(d))
        return 0; /* it stands apart */
    return shelf_nodes(t->shelf, document, &nodes) + 1;
}

static bool walk_on(struct walk *w, bool forward)
{
    size_t documents = submission_documents(shelf_submission(w->rows->shelf));
    if (forward && w->document < documents && w->slot + 1 < slots_of(w->rows, w->document)) {
        w->slot++;
        return true;
    }
    if (!forward && w->slot > 0) {
        w->slot--;
        return true;
    }
    size_t document = w->document < documents ? w->document : documents;
    while (forward ? document + 1 < documents : document > 0) {
        document = forward ? document + 1 : document - 1;
        size_t slots = slots_of(w->rows, document);
        if (slots == 0)
            continue;
        w->document = document;
        w->slot = forward ? 0 : slots - 1;
        return true;
    }
    return false;
}

static const struct node *node_at(const struct tree_rows *t, size_t document, size_t node)
{
    const struct node *nodes;
    return node < shelf_nodes(t->shelf, document, &nodes) ? &nodes[node] : NULL;
}

static bool find_row(const struct tree_rows *t, const struct step *kind, bool forward, size_t steps,
                     size_t *document, size_t *node)
{
    size_t at = tree_rows_find(t, *document, *node);
    bool found = false;
    while (steps > 0 && (forward ? at + 1 < t->list.count : at > 0)) {
        at = forward ? at + 1 : at - 1;
        const struct tree_row *row = &t->list.at[at];
        if (row->document == TREE_OTHERS || !kind->is(tree_rows_node(t, row)))
            continue;
        *document = row->document;
        *node = row->node;
        found = true;
        steps--;
    }
    return found;
}

bool tree_steps_find(const struct tree_rows *t, enum action_id action, size_t steps,
                     size_t *document, size_t *node)
{
    const struct step *kind = find_kind(action);
    bool forward = kind->next == action;
    if (tree_rows_filtered(t))
        return find_row(t, kind, forward, steps, document, node);
    struct walk walk = {t, *document, *node + 1};
    bool found = false;
    while (steps > 0 && walk_on(&walk, forward)) {
        if (!kind->is(node_at(t, walk.document, walk.slot - 1)))
            continue;
        *document = walk.document;
        *node = walk.slot - 1;
        found = true;
        steps--;
    }
    return found;
}

size_t tree_steps_parent(const struct tree_rows *t, size_t row)
{
    int level = t->list.at[row].level;
    size_t at = row;
    while (at > 0 && t->list.at[at].level >= level && level > 0)
        at--;
    return level > 0 ? at : row;
}

size_t tree_steps_beside(const struct tree_rows *t, size_t row, bool forward, size_t steps)
{
    size_t found = row;
    size_t at = row;
    int level = row < t->list.count ? t->list.at[row].level : 0;
    while (steps > 0 && (forward ? at + 1 < t->list.count : at > 0)) {
        at = forward ? at + 1 : at - 1;
        if (t->list.at[at].level > level)
            continue;
        level = t->list.at[at].level;
        found = at;
        steps--;
    }
    return found;
}
