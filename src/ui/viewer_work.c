/* SPDX-License-Identifier: MIT */
/* The work between keys, in slices, and orders that wait for it. */
#include "ui/viewer.h"

#include "model/content.h"
#include "ui/lists/filing_list.h"
#include "ui/modes.h"
#include "ui/page_work.h"
#include "ui/path_names.h"
#include "ui/perform.h"
#include "ui/searching.h"
#include "ui/viewer_state.h"

enum {
    SCAN_SLICE = 4 * 1024 * 1024, /* bytes of work between two looks at the keys */
    OUTLINE_SLICE = 256 * 1024
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

static bool scan(const struct filing *f)
{
    if (filing_scanned(f))
        return false;
    size_t before = submission_scanned(f->submission);
    submission_scan(f->submission, before + SCAN_SLICE);
    return submission_scanned(f->submission) > before;
}

/* The content of a document, or NULL when there is no such document. */
static struct content *content_at(const struct filing *f, size_t document)
{
    struct document *d = submission_document(f->submission, document);
    return d ? content_of(f->submission, d) : NULL;
}

/* What is waited for may be the pages of another document than the one that is shown. */
static bool count_waited(struct viewer *v)
{
    bool labels = v->waiting.need == NEED_LABELS;
    if (v->waiting.need != NEED_PAGES && !labels)
        return false;
    struct content *c = content_at(v->at->filing, v->waiting.document);
    return c && (labels ? page_work_label(c) : page_work_count(c));
}

static bool count_shown(const struct filing *f, size_t document)
{
    struct content *c = content_at(f, document);
    return c && page_work_count(c);
}

/* What a window's tree and page numbers wait for. */
static bool work_for(struct viewer *v, const struct window *w)
{
    size_t document = text_pane_place(w->text).document;
    size_t completed;
    if (w == v->at && count_waited(v))
        return true;
    v->scan_next = !v->scan_next;
    if (v->scan_next && scan(w->filing))
        return true;
    if (shelf_work(w->filing->shelf, document, OUTLINE_SLICE, &completed))
        return true;
    if (count_shown(w->filing, document))
        return true;
    return scan(w->filing);
}

/* The window with the keys comes first. */
static bool work(struct viewer *v)
{
    if (filing_list_wait(v) || searching_work(v) || work_for(v, v->at))
        return true;
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++)
        if (v->shown[i] != v->at && work_for(v, v->shown[i]))
            return true;
    return modes_work(v);
}

static bool waiting_over(const struct viewer *v)
{
    const struct viewer_waiting *w = &v->waiting;
    struct content *c;
    switch (w->need) {
    case NEED_OUTLINE:
        return shelf_outline(v->at->filing->shelf, w->document) != NULL;
    case NEED_PAGES:
        c = content_at(v->at->filing, w->document);
        return !c || page_work_counted(c);
    case NEED_LABELS:
        c = content_at(v->at->filing, w->document);
        return !c || page_work_labelled(c);
    case NEED_DOCUMENTS:
        return filing_scanned(v->at->filing) ||
               w->document < submission_documents(v->at->filing->submission);
    case NEED_FILE:
        return filing_scanned(v->at->filing);
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
    v->scrolled = perform_scrolls(order.action);
    v->waiting.run(v, &order);
    buffer_deinit(&argument);
}

/* Says once that a file that is shown has lost bytes while it was open. */
static bool tell_cut(struct viewer *v)
{
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++) {
        struct filing *f = v->shown[i]->filing;
        if (f->cut_told || !submission_is_cut(f->submission))
            continue;
        struct buffer name = {0};
        f->cut_told = true;
        path_shown(slice_of(submission_name(f->submission)), &name);
        viewer_say(v, ROLE_WARNING, "cut short while it is open, the end is lost: %s",
                   buffer_text(&name));
        buffer_deinit(&name);
        return true;
    }
    return false;
}

bool viewer_work(struct viewer *v)
{
    v->scrolled = false;
    bool did = work(v);
    if (v->waiting.need != NEED_NOTHING && waiting_over(v)) {
        end_waiting(v);
        did = true;
    }
    if (v->waiting.need == NEED_NOTHING && tell_cut(v))
        did = true;
    if (did)
        viewer_follow(v);
    return viewer_press_ahead(v) || did;
}

int viewer_delay(const struct viewer *v)
{
    return modes_delay(v);
}

void viewer_idle(struct viewer *v)
{
    modes_idle(v);
}
