/* SPDX-License-Identifier: MIT */
/* The visible rows of the tree as a flat list. */
#include "ui/tree_rows.h"

#include "base/memory.h"
#include "model/other.h"

#include <stdlib.h>

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
    array_deinit(&t->apart);
    tree_filter_deinit(&t->filter);
}

enum tree_fold tree_rows_said(const struct tree_rows *t, size_t document, size_t node)
{
    size_t slot = node + 1; /* the document itself is slot 0 */
    if (document >= t->folds.count || slot >= t->folds.at[document].count)
        return TREE_FOLD_UNSAID;
    return (enum tree_fold)t->folds.at[document].states[slot];
}

struct tree_folds *tree_rows_folds(struct tree_rows *t, size_t document)
{
    while (t->folds.count <= document)
        *array_add(&t->folds) = (struct tree_folds){0};
    return &t->folds.at[document];
}

static void set_state(struct tree_rows *t, size_t document, size_t node, enum tree_fold state)
{
    struct tree_folds *f = tree_rows_folds(t, document);
    size_t slot = node + 1;
    if (slot >= f->count) {
        const struct node *nodes;
        size_t count = shelf_nodes(t->shelf, document, &nodes) + 1;
        count = count > slot ? count : slot + 1;
        f->states = memory_resize(f->states, count, 1);
        for (size_t i = f->count; i < count; i++)
            f->states[i] = TREE_FOLD_UNSAID;
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
        return t->others_fold != TREE_FOLD_OPEN;
    enum tree_fold state = tree_rows_said(t, document, node);
    if (state != TREE_FOLD_UNSAID)
        return state == TREE_FOLD_SHUT;
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
    if (tree_rows_said(t, row->document, row->node) != TREE_FOLD_UNSAID)
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

/* ---- filtered */

static bool fits(struct tree_rows *t, size_t document, size_t node)
{
    return tree_filter_fits(&t->filter, &t->facts, t->shelf, document, node);
}

/* Adds the nodes that fit, and those that they are in, from the last to the first: a node is such a
 * one when it is higher than the one that was added before. Then they are turned round. */
static void add_fitting_nodes(struct tree_rows *t, size_t document)
{
    const struct node *nodes;
    size_t first = t->list.count;
    int level = 0;
    for (size_t i = shelf_nodes(t->shelf, document, &nodes); i-- > 0;) {
        bool wanted = fits(t, document, i);
        if (!wanted && nodes[i].level >= level)
            continue;
        struct tree_row row = {.document = document, .node = i, .level = nodes[i].level};
        row.holds = nodes[i].level < level;
        row.wanted = wanted;
        level = nodes[i].level;
        t->fitting += wanted;
        array_push(&t->list, row);
    }
    for (size_t low = first, high = t->list.count; high > low + 1; low++) {
        struct tree_row row = t->list.at[low];
        t->list.at[low] = t->list.at[--high];
        t->list.at[high] = row;
    }
    size_t count = shelf_nodes(t->shelf, document, &nodes);
    for (size_t i = first; i < t->list.count; i++)
        t->list.at[i].held = held_by(nodes, count, t->list.at[i].node);
}

static void add_fitting_document(struct tree_rows *t, const struct document *d, int level)
{
    const struct node *nodes;
    struct tree_row row = {.document = d->index, .node = TREE_DOCUMENT, .level = level};
    size_t at = t->list.count;
    size_t fitting = t->fitting;
    row.held = shelf_nodes(t->shelf, d->index, &nodes);
    array_push(&t->list, row);
    if (level == 0)
        add_fitting_nodes(t, d->index);
    t->list.at[at].holds = t->list.count > at + 1;
    bool wanted = fits(t, d->index, TREE_DOCUMENT);
    if (t->fitting == fitting && !wanted)
        t->list.count = at;
    /* Of what has nodes with the property the nodes are counted. */
    wanted = wanted && (t->filter.kind == TREE_FILTER_TEXT || row.held == 0);
    t->list.at[at].wanted = wanted;
    t->fitting += wanted;
}

/* The other files can only be named. */
static void add_fitting_others(struct tree_rows *t, size_t count)
{
    const struct submission *s = shelf_submission(t->shelf);
    size_t at = t->list.count;
    array_push(&t->list,
               ((struct tree_row){
                   .document = TREE_OTHERS, .node = TREE_DOCUMENT, .holds = true, .held = count}));
    for (size_t i = 0; i < t->documents && t->filter.kind == TREE_FILTER_TEXT; i++)
        if (t->apart.at[i])
            add_fitting_document(t, submission_document(s, i), 1);
    if (t->list.count == at + 1)
        t->list.count = at;
}

void tree_rows_filter(struct tree_rows *t, struct slice text)
{
    tree_filter_set(&t->filter, text);
    t->changed = true;
}

bool tree_rows_filtered(const struct tree_rows *t)
{
    return t->filter.kind != TREE_FILTER_NONE;
}

/* ---- all */

/* The other files have no outline here: what they hold is not for reading. */
static void add_others(struct tree_rows *t, size_t count)
{
    struct tree_row row = {.document = TREE_OTHERS, .node = TREE_DOCUMENT, .holds = true};
    row.held = count;
    row.folded = is_folded(t, TREE_OTHERS, TREE_DOCUMENT, NULL);
    array_push(&t->list, row);
    for (size_t i = 0; i < t->documents && !row.folded; i++)
        if (t->apart.at[i])
            array_push(&t->list,
                       ((struct tree_row){.document = i, .node = TREE_DOCUMENT, .level = 1}));
}

/* Looks at the documents found since. What a document is by its name and kind never changes, and a
 * file may hold a hundred thousand. Returns how many stand apart. */
static size_t look_for_others(struct tree_rows *t, const struct submission *s, size_t documents)
{
    while (t->apart.count < documents) {
        bool apart = other_is(submission_document(s, t->apart.count));
        array_push(&t->apart, apart);
        t->apart_count += apart;
    }
    return t->apart_count > 0 && other_apart(s) ? t->apart_count : 0;
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
    t->fitting = 0;
    size_t others = look_for_others(t, s, documents);
    bool filtered = tree_rows_filtered(t);
    for (size_t i = 0; i < documents; i++) {
        const struct document *d = submission_document(s, i);
        if (others > 0 && t->apart.at[i])
            continue;
        if (filtered)
            add_fitting_document(t, d, 0);
        else
            add_document(t, d);
    }
    t->others = t->list.count;
    if (others > 0 && filtered)
        add_fitting_others(t, others);
    else if (others > 0)
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
        t->others_fold = fold ? TREE_FOLD_SHUT : TREE_FOLD_OPEN;
        t->changed = true;
        return;
    }
    set_state(t, document, node, fold ? TREE_FOLD_SHUT : TREE_FOLD_OPEN);
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
    if (d && other_is(d) && t->others_fold == TREE_FOLD_UNSAID)
        tree_rows_fold(t, TREE_OTHERS, TREE_DOCUMENT, false);
    if (tree_rows_said(t, document, TREE_DOCUMENT) == TREE_FOLD_UNSAID)
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
            set_state(t, i, TREE_DOCUMENT, fold ? TREE_FOLD_SHUT : TREE_FOLD_OPEN);
        for (size_t node = 0; node < count; node++)
            set_state(t, i, node, fold ? TREE_FOLD_SHUT : TREE_FOLD_OPEN);
    }
}

const struct node *tree_rows_node(const struct tree_rows *t, const struct tree_row *row)
{
    const struct node *nodes;
    size_t count = shelf_nodes(t->shelf, row->document, &nodes);
    return row->node < count ? &nodes[row->node] : NULL;
}
