/* SPDX-License-Identifier: MIT */
/* The visible rows of the tree as a flat list. */
#include "ui/tree_rows.h"

#include "base/memory.h"
#include "model/other.h"

#include <stdlib.h>

enum fold_state {
    FOLD_UNSAID, /* as is usual for such a node */
    FOLD_OPEN,
    FOLD_SHUT
};

void tree_rows_init(struct tree_rows *t, struct shelf *shelf)
{
    *t = (struct tree_rows){.shelf = shelf, .changed = true, .node = TREE_DOCUMENT};
}

void tree_rows_deinit(struct tree_rows *t)
{
    for (size_t i = 0; i < t->folds.count; i++)
        free(t->folds.at[i].states);
    array_deinit(&t->folds);
    array_deinit(&t->list);
}

static unsigned char state_of(const struct tree_rows *t, size_t document, size_t node)
{
    size_t slot = node + 1; /* the document itself is slot 0 */
    if (document >= t->folds.count || slot >= t->folds.at[document].count)
        return FOLD_UNSAID;
    return t->folds.at[document].states[slot];
}

static void set_state(struct tree_rows *t, size_t document, size_t node, enum fold_state state)
{
    while (t->folds.count <= document)
        *array_add(&t->folds) = (struct tree_folds){NULL, 0};
    struct tree_folds *f = &t->folds.at[document];
    size_t slot = node + 1;
    if (slot >= f->count) {
        const struct node *nodes;
        size_t count = shelf_nodes(t->shelf, document, &nodes) + 1;
        count = count > slot ? count : slot + 1;
        f->states = memory_resize(f->states, count, 1);
        for (size_t i = f->count; i < count; i++)
            f->states[i] = FOLD_UNSAID;
        f->count = count;
    }
    f->states[slot] = (unsigned char)state;
    t->changed = true;
}

/* The nodes under a node: those that follow it with a higher level. */
static size_t held_by(const struct node *nodes, size_t count, size_t node)
{
    size_t at = node + 1;
    while (at < count && nodes[at].level > nodes[node].level)
        at++;
    return at - node - 1;
}

static bool is_folded(const struct tree_rows *t, size_t document, size_t node,
                      const struct node *what)
{
    if (document == TREE_OTHERS)
        return t->others_fold != FOLD_OPEN;
    unsigned char state = state_of(t, document, node);
    if (state != FOLD_UNSAID)
        return state == FOLD_SHUT;
    if (!what)
        return true;
    /* A contents list that holds anything is an index, and has the Items; a cover, the chapters. */
    return what->kind != NODE_PART && what->kind != NODE_EXHIBIT_INDEX &&
           what->kind != NODE_CONTENTS && what->kind != NODE_COVER;
}

/* Whether a node that nobody folded or unfolded is shown unfolded all the same: the one being read
 * is in it, or it is a title that would hide nearly all there is. */
static bool opens(const struct tree_rows *t, const struct tree_row *row, const struct node *what,
                  size_t count)
{
    if (state_of(t, row->document, row->node) != FOLD_UNSAID)
        return false;
    if (t->document == row->document && t->node != TREE_DOCUMENT && t->node > row->node &&
        t->node <= row->node + row->held)
        return true;
    return row->held + 1 == count ||
           (what->kind == NODE_HEADING && row->level == 1 && row->held > count / 2);
}

static void add_nodes(struct tree_rows *t, size_t document)
{
    const struct node *nodes;
    size_t count = shelf_nodes(t->shelf, document, &nodes);
    for (size_t i = 0; i < count;) {
        struct tree_row row = {.document = document, .node = i, .level = nodes[i].level};
        row.held = held_by(nodes, count, i);
        row.holds = row.held > 0;
        row.folded =
            row.holds && is_folded(t, document, i, &nodes[i]) && !opens(t, &row, &nodes[i], count);
        array_push(&t->list, row);
        i += row.folded ? row.held + 1 : 1;
    }
}

static void add_document(struct tree_rows *t, const struct document *d)
{
    struct tree_row row = {.document = d->index, .node = TREE_DOCUMENT};
    const struct node *nodes;
    row.held = shelf_nodes(t->shelf, d->index, &nodes);
    row.holds = shelf_outline(t->shelf, d->index) ? row.held > 0 : d->kind != DOCUMENT_BINARY;
    row.folded = is_folded(t, d->index, TREE_DOCUMENT, NULL);
    array_push(&t->list, row);
    if (!row.folded)
        add_nodes(t, d->index);
}

/* The other files have no outline here: what they hold is not for reading. */
static void add_others(struct tree_rows *t, size_t count)
{
    const struct submission *s = shelf_submission(t->shelf);
    struct tree_row row = {.document = TREE_OTHERS, .node = TREE_DOCUMENT, .holds = true};
    row.held = count;
    row.folded = is_folded(t, TREE_OTHERS, TREE_DOCUMENT, NULL);
    array_push(&t->list, row);
    for (size_t i = 0; i < t->documents && !row.folded; i++)
        if (other_is(submission_document(s, i)))
            array_push(&t->list,
                       ((struct tree_row){.document = i, .node = TREE_DOCUMENT, .level = 1}));
}

bool tree_rows_update(struct tree_rows *t)
{
    const struct submission *s = shelf_submission(t->shelf);
    size_t documents = submission_documents(s);
    size_t completed = shelf_completed(t->shelf);
    if (!t->changed && documents == t->documents && completed == t->completed)
        return false;
    t->changed = false;
    t->documents = documents;
    t->completed = completed;
    t->list.count = 0;
    size_t others = other_count(s);
    for (size_t i = 0; i < documents; i++) {
        const struct document *d = submission_document(s, i);
        if (others == 0 || !other_is(d))
            add_document(t, d);
    }
    t->others = t->list.count;
    if (others > 0)
        add_others(t, others);
    return true;
}

/* Whether the document is one of the other files, which stand apart. */
static bool is_apart(const struct tree_rows *t, size_t document)
{
    const struct document *d = submission_document(shelf_submission(t->shelf), document);
    return t->others < t->list.count && d && other_is(d);
}

size_t tree_rows_find(const struct tree_rows *t, size_t document, size_t node)
{
    /* Rows are ordered by document and node, those of the other files by themselves behind their
     * own row: the last that is not behind is the one, or holds it. The document's own slot comes
     * first. */
    size_t low = 0;
    size_t high = t->others;
    if (document == TREE_OTHERS)
        return t->others < t->list.count ? t->others : 0;
    if (is_apart(t, document)) {
        low = t->others + 1;
        high = t->list.count;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct tree_row *row = &t->list.at[middle];
        if (row->document < document || (row->document == document && row->node + 1 <= node + 1))
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : 0;
}

void tree_rows_fold(struct tree_rows *t, size_t document, size_t node, bool fold)
{
    if (document == TREE_OTHERS) {
        t->others_fold = fold ? FOLD_SHUT : FOLD_OPEN;
        t->changed = true;
        return;
    }
    set_state(t, document, node, fold ? FOLD_SHUT : FOLD_OPEN);
    if (!fold && node == TREE_DOCUMENT)
        shelf_want(t->shelf, document);
}

void tree_rows_follow(struct tree_rows *t, size_t document, size_t node)
{
    if (document == t->document && node == t->node)
        return;
    t->document = document;
    t->node = node;
    t->changed = true;
}

void tree_rows_read(struct tree_rows *t, size_t document)
{
    const struct document *d = submission_document(shelf_submission(t->shelf), document);
    if (d && other_is(d) && t->others_fold == FOLD_UNSAID)
        tree_rows_fold(t, TREE_OTHERS, TREE_DOCUMENT, false);
    if (state_of(t, document, TREE_DOCUMENT) == FOLD_UNSAID)
        tree_rows_fold(t, document, TREE_DOCUMENT, false);
}

void tree_rows_fold_all(struct tree_rows *t, bool fold)
{
    tree_rows_fold(t, TREE_OTHERS, TREE_DOCUMENT, fold);
    for (size_t i = 0; i < submission_documents(shelf_submission(t->shelf)); i++) {
        const struct node *nodes;
        size_t count = shelf_nodes(t->shelf, i, &nodes);
        /* Unfolding all must not read a filing of thousands of documents: it opens what is known.
         */
        if (count > 0 || fold)
            set_state(t, i, TREE_DOCUMENT, fold ? FOLD_SHUT : FOLD_OPEN);
        for (size_t node = 0; node < count; node++)
            set_state(t, i, node, fold ? FOLD_SHUT : FOLD_OPEN);
    }
}

const struct node *tree_rows_node(const struct tree_rows *t, const struct tree_row *row)
{
    const struct node *nodes;
    size_t count = shelf_nodes(t->shelf, row->document, &nodes);
    return row->node < count ? &nodes[row->node] : NULL;
}
