/* SPDX-License-Identifier: MIT */
/* From document to document. */
#include "ui/leafing.h"

#include "model/content.h"
#include "model/other.h"
#include "ui/viewer_state.h"

enum { MOST_LISTED = 60 /* bytes of names that are listed */ };

void leafing_open(struct viewer *v, size_t document)
{
    const struct document *d = submission_document(v->at->filing->submission, document);
    text_pane_go(v->at->text, (struct place){document, d->text_offset});
}

static bool is_passed_over(const struct viewer *v, size_t document)
{
    return other_apart(v->at->filing->submission) &&
           other_is(submission_document(v->at->filing->submission, document));
}

/* The next document; the number of those found when none is found yet. */
static size_t next_of(const struct viewer *v, size_t document, bool files_too)
{
    size_t next = document + 1;
    while (!files_too && next < submission_documents(v->at->filing->submission) &&
           is_passed_over(v, next))
        next++;
    return next;
}

/* The document before; SHELF_NONE when there is none. */
static size_t before_of(const struct viewer *v, size_t document, bool files_too)
{
    size_t before = document;
    while (before-- > 0)
        if (files_too || !is_passed_over(v, before))
            return before;
    return SHELF_NONE;
}

/* True when the document is there; else the order waits, or it is said that there is none. */
static bool document_or_wait(struct viewer *v, size_t index, viewer_run *run,
                             const struct order *order)
{
    if (index < submission_documents(v->at->filing->submission))
        return true;
    if (submission_scanned(v->at->filing->submission) <
        submission_bytes(v->at->filing->submission).len)
        viewer_wait(v, NEED_DOCUMENTS, index, run, order);
    else
        viewer_say(v, ROLE_MESSAGE, "this is the end of the filing");
    return false;
}

void leafing_on(struct viewer *v, const struct order *order)
{
    size_t document = text_pane_place(v->at->text).document;
    size_t next = next_of(v, document, is_passed_over(v, document));
    if (document_or_wait(v, next, leafing_on, order))
        leafing_open(v, next);
}

void leafing_back(struct viewer *v, const struct order *order)
{
    size_t document = text_pane_place(v->at->text).document;
    size_t before = before_of(v, document, is_passed_over(v, document));
    if (before == SHELF_NONE) {
        viewer_say(v, ROLE_MESSAGE, "this is the beginning of the filing");
        return;
    }
    text_pane_go_end(v->at->text, before);
    /* Going back by pages leads to the top of each, by screens to the end of it. */
    if (order->action == ACTION_PREVIOUS_PAGE && content_has_pages(text_pane_content(v->at->text)))
        text_pane_go_page(v->at->text, text_pane_page(v->at->text));
}

/* ---- exhibits */

/* The exhibit printed in the same document that begins next behind the place, or last before it. */
static const struct node *printed_exhibit(const struct viewer *v, struct place place, bool forward)
{
    const struct node *nodes;
    const struct node *found = NULL;
    size_t count = shelf_nodes(v->at->filing->shelf, place.document, &nodes);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].kind != NODE_EXHIBIT)
            continue;
        if (!forward && nodes[i].offset < place.offset)
            found = &nodes[i];
        else if (forward && nodes[i].offset > place.offset)
            return &nodes[i];
    }
    return found;
}

static bool next_exhibit(struct viewer *v, const struct order *order)
{
    struct place place = text_pane_place(v->at->text);
    const struct node *node = printed_exhibit(v, place, true);
    size_t next = next_of(v, place.document, false);
    if (node)
        text_pane_go(v->at->text, (struct place){place.document, node->offset});
    else if (document_or_wait(v, next, leafing_exhibit, order))
        leafing_open(v, next);
    else
        return false;
    return true;
}

static bool previous_exhibit(struct viewer *v)
{
    struct place place = text_pane_place(v->at->text);
    const struct node *node = printed_exhibit(v, place, false);
    if (node) {
        text_pane_go(v->at->text, (struct place){place.document, node->offset});
        return true;
    }
    leafing_open(v, place.document);
    if (text_pane_place(v->at->text).offset < place.offset)
        return true;
    size_t before = before_of(v, place.document, false);
    if (before == SHELF_NONE) {
        viewer_say(v, ROLE_MESSAGE, "this is the beginning of the filing");
        return false;
    }
    leafing_open(v, before);
    return true;
}

void leafing_exhibit(struct viewer *v, const struct order *order)
{
    struct order one = *order;
    one.count = 0;
    for (size_t steps = order_steps(order); steps > 0; steps--) {
        bool moved =
            order->action == ACTION_NEXT_EXHIBIT ? next_exhibit(v, &one) : previous_exhibit(v);
        if (!moved)
            return;
    }
}

/* ---- files */

/* "which file? a.htm, b.htm and 12 more; Tab completes a name", as many names as a line has room
 * for. */
static void list_files(struct viewer *v)
{
    struct buffer text;
    buffer_init(&text);
    size_t count = submission_documents(v->at->filing->submission), named = 0, told = 0;
    for (size_t i = 0; i < count; i++) {
        struct slice name = submission_document(v->at->filing->submission, i)->filename;
        if (name.len == 0)
            continue;
        named++;
        if (text.len + name.len > MOST_LISTED)
            continue;
        buffer_add_text(&text, told++ ? ", " : "");
        buffer_add(&text, name);
    }
    if (named > told)
        buffer_addf(&text, "%s%zu%s; Tab completes a name", told ? " and " : "", named - told,
                    told ? " more" : " files with long names");
    if (named)
        viewer_say(v, ROLE_MESSAGE, "which file? %s", buffer_text(&text));
    else
        viewer_say(v, ROLE_MESSAGE, "no file of this filing has a name");
    buffer_deinit(&text);
}

void leafing_to_file(struct viewer *v, const struct order *order)
{
    struct slice name = slice_trim(order->argument);
    if (name.len == 0) {
        list_files(v);
        return;
    }
    for (size_t i = 0; i < submission_documents(v->at->filing->submission); i++) {
        if (slice_equal_nocase(submission_document(v->at->filing->submission, i)->filename, name)) {
            leafing_open(v, i);
            return;
        }
    }
    if (submission_scanned(v->at->filing->submission) <
        submission_bytes(v->at->filing->submission).len)
        viewer_wait(v, NEED_FILE, 0, leafing_to_file, order);
    else
        viewer_say(v, ROLE_ERROR, "there is no file %.*s in this filing",
                   (int)(name.len < 60 ? name.len : 60), name.at);
}
