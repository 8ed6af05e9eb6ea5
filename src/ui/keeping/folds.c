/* SPDX-License-Identifier: MIT */
/* Folds of a tree between runs. */
#include "ui/keeping/folds.h"

static void recall_document(struct tree_rows *rows, size_t document, enum session_fold fold)
{
    if (fold != SESSION_FOLD_UNSAID)
        tree_rows_fold(rows, document, TREE_DOCUMENT, fold == SESSION_FOLDED);
}

static void recall_nodes(struct tree_rows *rows, size_t document, struct session *session,
                         struct slice key)
{
    const struct node *nodes;
    size_t count = shelf_nodes(rows->shelf, document, &nodes);
    for (size_t i = 0; i < count; i++) {
        enum session_fold fold = session_fold(session, key, document, nodes[i].id);
        if (fold != SESSION_FOLD_UNSAID && nodes[i].id.len > 0 &&
            tree_rows_said(rows, document, i) == TREE_FOLD_UNSAID)
            tree_rows_fold(rows, document, i, fold == SESSION_FOLDED);
    }
}

void folds_recall(struct tree_rows *rows, struct session *session, struct slice key)
{
    size_t documents = submission_documents(shelf_submission(rows->shelf));
    size_t completed = shelf_completed(rows->shelf);
    for (; rows->told_documents < documents; rows->told_documents++)
        recall_document(rows, rows->told_documents,
                        session_fold(session, key, rows->told_documents, SLICE("")));
    for (size_t i = 0; rows->told_completed != completed && i < documents; i++) {
        struct tree_folds *folds = tree_rows_folds(rows, i);
        if (folds->told || !shelf_outline(rows->shelf, i))
            continue;
        folds->told = true;
        recall_nodes(rows, i, session, key);
    }
    rows->told_completed = completed;
}

/* Nobody can take back that he folded or unfolded: what is unsaid was never said. */
static void keep(const struct tree_rows *rows, size_t document, size_t node, struct slice id,
                 struct session *session, struct slice key)
{
    enum tree_fold said = tree_rows_said(rows, document, node);
    if (said != TREE_FOLD_UNSAID)
        session_set_fold(session, key, document, id,
                         said == TREE_FOLD_SHUT ? SESSION_FOLDED : SESSION_UNFOLDED);
}

void folds_keep(const struct tree_rows *rows, struct session *session, struct slice key)
{
    for (size_t i = 0; i < rows->told_documents && i < rows->folds.count; i++) {
        const struct node *nodes;
        size_t count = rows->folds.at[i].told ? shelf_nodes(rows->shelf, i, &nodes) : 0;
        keep(rows, i, TREE_DOCUMENT, SLICE(""), session, key);
        for (size_t j = 0; j < count; j++)
            if (nodes[j].id.len > 0)
                keep(rows, i, j, nodes[j].id, session, key);
    }
}
