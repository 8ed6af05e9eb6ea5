/* SPDX-License-Identifier: MIT */
/* The work between keys, in slices, and orders that wait for it. */
#include "ui/viewer.h"

#include "model/content.h"
#include "ui/searching.h"
#include "ui/viewer_state.h"

enum {
    SCAN_SLICE = 4 * 1024 * 1024, /* bytes of work between two looks at the keys */
    OUTLINE_SLICE = 256 * 1024,
    PAGES_SLICE = 4 * 1024 * 1024, /* of printed text, whose pages are only counted */
    PARSE_SLICE = 256 * 1024       /* of markup, which must be read for them */
};

void viewer_wait(struct viewer *v, enum viewer_need need, size_t document, viewer_run *run,
                 const struct order *order)
{
    v->waiting.need = need;
    v->waiting.document = document;
    v->waiting.run = run;
    v->waiting.order = *order;
    buffer_clear(&v->waiting.argument);
    buffer_add(&v->waiting.argument, order->argument);
    viewer_say(v, ROLE_MESSAGE, "looking for it… Esc stops");
}

static bool scanned(const struct viewer *v)
{
    return submission_scanned(v->submission) >= submission_bytes(v->submission).len;
}

static bool scan(struct viewer *v)
{
    if (scanned(v))
        return false;
    size_t before = submission_scanned(v->submission);
    submission_scan(v->submission, before + SCAN_SLICE);
    return submission_scanned(v->submission) > before;
}

static bool pages_counted(const struct viewer *v, size_t document)
{
    struct document *d = submission_document(v->submission, document);
    bool all = true;
    if (d)
        content_pages(content_of(v->submission, d), &all);
    return all;
}

static bool count_pages(struct viewer *v, size_t document)
{
    if (pages_counted(v, document))
        return false;
    struct document *d = submission_document(v->submission, document);
    struct content *content = content_of(v->submission, d);
    content_count_pages(content, content_is_printed(content) ? PAGES_SLICE : PARSE_SLICE);
    return true;
}

static bool work(struct viewer *v)
{
    size_t document = text_pane_place(v->text).document;
    size_t completed;
    if (searching_work(v))
        return true;
    v->scan_next = !v->scan_next;
    if (v->scan_next && scan(v))
        return true;
    if (shelf_work(v->shelf, document, OUTLINE_SLICE, &completed))
        return true;
    if (count_pages(v, document))
        return true;
    return scan(v);
}

static bool waiting_over(const struct viewer *v)
{
    const struct viewer_waiting *w = &v->waiting;
    switch (w->need) {
    case NEED_OUTLINE:
        return shelf_outline(v->shelf, w->document) != NULL;
    case NEED_PAGES:
        return pages_counted(v, w->document);
    case NEED_DOCUMENTS:
        return scanned(v) || w->document < submission_documents(v->submission);
    case NEED_FILE:
        return scanned(v);
    default:
        return false;
    }
}

/* Carries out what was put off; it may be put off again, for something else. */
static void end_waiting(struct viewer *v)
{
    struct buffer argument = v->waiting.argument;
    struct order order = v->waiting.order;
    order.argument = buffer_slice(&argument);
    buffer_init(&v->waiting.argument);
    v->waiting.need = NEED_NOTHING;
    buffer_clear(&v->message);
    v->waiting.run(v, &order);
    buffer_deinit(&argument);
}

bool viewer_work(struct viewer *v)
{
    bool did = work(v);
    if (v->waiting.need != NEED_NOTHING && waiting_over(v)) {
        end_waiting(v);
        did = true;
    }
    if (did)
        viewer_follow(v);
    return did;
}
