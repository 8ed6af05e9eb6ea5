/* SPDX-License-Identifier: MIT */
/* A walk through the rendered lines of a filing. */
#include "lib/walk.h"

#include "model/table.h"

enum { STEP = 1024 * 1024 };

void walk_init(struct walk *w, struct submission *s, size_t width)
{
    *w = (struct walk){.submission = s, .options = {.width = width, .wrap = true}};
}

void walk_deinit(struct walk *w)
{
    flow_free(w->flow);
    w->flow = NULL;
}

/* The document that is walked, found when it must be; NULL behind the last. */
static struct document *current(struct walk *w)
{
    struct submission *s = w->submission;
    while (w->document >= submission_documents(s))
        if (submission_scan(s, submission_scanned(s) + STEP) &&
            w->document >= submission_documents(s))
            return NULL;
    return submission_document(s, w->document);
}

bool walk_next(struct walk *w, struct walk_line *line)
{
    for (;;) {
        struct document *d = current(w);
        if (!d)
            return false;
        *line = (struct walk_line){.document = d};
        if (!w->in_document) {
            w->in_document = true;
            w->flow = NULL;
            if (d->start != d->text_offset) {
                line->number = ++w->number;
                return true;
            }
        }
        size_t segment = w->spot.segment;
        bool more = true;
        if (w->flow) {
            more = flow_next(w->flow, &w->spot);
            if (more && w->spot.segment != segment)
                flow_forget(w->flow, segment);
        } else {
            w->flow = flow_new(content_of(w->submission, d), w->options);
            more = flow_first(w->flow, &w->spot);
        }
        if (more) {
            line->line = flow_line(w->flow, w->spot);
            line->number = ++w->number;
            return true;
        }
        flow_forget(w->flow, segment);
        flow_free(w->flow);
        w->flow = NULL;
        w->in_document = false;
        w->document++;
    }
}

bool walk_row_line(struct walk *w, const struct walk_line *line, size_t offset, size_t *number)
{
    const struct line *l = line->line;
    const struct row *row = l && l->kind == LINE_TEXT ? l->block->row : NULL;
    struct spot spot;
    if (!row || offset < l->order || offset >= row->table->end ||
        !flow_find(w->flow, offset, &spot) || spot.segment != w->spot.segment)
        return false;
    const struct line *found = flow_line(w->flow, spot);
    if (!found->block || found->block->row != row)
        return false;
    *number = line->number + spot.line - w->spot.line;
    return true;
}
