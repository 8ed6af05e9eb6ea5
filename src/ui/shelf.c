/* SPDX-License-Identifier: MIT */
/* The outlines of the documents, made in slices. */
#include "ui/shelf.h"

#include "base/array.h"
#include "base/memory.h"
#include "model/content.h"
#include "outline/exhibits/exhibit_directory.h"

#include <stdlib.h>

struct shelf {
    struct submission *submission;
    ARRAY(struct outline *) outlines;   /* by document; NULL: not asked for */
    struct exhibit_directory *exhibits; /* that they share */
    size_t completed;
    size_t asked;
    size_t waiting; /* no document before it waits: there may be a hundred thousand */
};

struct shelf *shelf_new(struct submission *s)
{
    struct shelf *shelf = memory_alloc(sizeof *shelf);
    shelf->submission = s;
    shelf->exhibits = exhibit_directory_new(s);
    return shelf;
}

void shelf_free(struct shelf *shelf)
{
    if (!shelf)
        return;
    for (size_t i = 0; i < shelf->outlines.count; i++) {
        if (!shelf->outlines.at[i])
            continue;
        outline_free(shelf->outlines.at[i]);
        content_release(content_of(shelf->submission, submission_document(shelf->submission, i)));
    }
    array_deinit(&shelf->outlines);
    exhibit_directory_free(shelf->exhibits);
    free(shelf);
}

struct submission *shelf_submission(const struct shelf *shelf)
{
    return shelf->submission;
}

void shelf_want(struct shelf *shelf, size_t document)
{
    if (document >= submission_documents(shelf->submission))
        return;
    while (shelf->outlines.count <= document)
        array_push(&shelf->outlines, NULL);
    if (shelf->outlines.at[document])
        return;
    struct document *d = submission_document(shelf->submission, document);
    /* The tree says the pages of its nodes: the content that knows them stays. */
    content_hold(content_of(shelf->submission, d));
    shelf->outlines.at[document] = outline_new(shelf->submission, d);
    outline_share(shelf->outlines.at[document], shelf->exhibits);
    shelf->asked++;
    if (document < shelf->waiting)
        shelf->waiting = document;
}

struct outline *shelf_outline(const struct shelf *shelf, size_t document)
{
    if (document >= shelf->outlines.count)
        return NULL;
    struct outline *o = shelf->outlines.at[document];
    return o && outline_done(o) ? o : NULL;
}

size_t shelf_nodes(const struct shelf *shelf, size_t document, const struct node **nodes)
{
    struct outline *o = shelf_outline(shelf, document);
    *nodes = NULL;
    return o ? outline_nodes(o, nodes) : 0;
}

static bool waits(const struct shelf *shelf, size_t document)
{
    return document < shelf->outlines.count && shelf->outlines.at[document] &&
           !outline_done(shelf->outlines.at[document]);
}

bool shelf_work(struct shelf *shelf, size_t first, size_t bytes, size_t *completed)
{
    *completed = SHELF_NONE;
    if (shelf->completed == shelf->asked)
        return false;
    size_t document = first;
    if (!waits(shelf, document)) {
        while (shelf->waiting < shelf->outlines.count && !waits(shelf, shelf->waiting))
            shelf->waiting++;
        document = shelf->waiting;
    }
    if (document >= shelf->outlines.count)
        return false;
    if (outline_step(shelf->outlines.at[document], bytes)) {
        shelf->completed++;
        *completed = document;
    }
    return true;
}

size_t shelf_completed(const struct shelf *shelf)
{
    return shelf->completed;
}
