/* SPDX-License-Identifier: MIT */
/* Making a viewer, at the place where it is to open, and its end. */
#include "ui/viewer.h"

#include "base/memory.h"
#include "ui/going.h"
#include "ui/searching.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

static void open_place(struct viewer *v, const struct viewer_setup *setup)
{
    struct session_place left;
    struct place place = setup->place;
    if (place.offset == VIEWER_NOWHERE && v->session &&
        session_get(v->session, setup->session_key, &left))
        place = (struct place){left.document, left.offset};
    const struct document *first = submission_document(v->submission, 0);
    if (place.offset == VIEWER_NOWHERE)
        place = (struct place){0, first ? first->text_offset : 0};
    if (place.document >= submission_documents(v->submission))
        submission_scan(v->submission, place.offset);
    text_pane_go(v->text, place);
}

struct viewer *viewer_new(const struct viewer_setup *setup)
{
    struct viewer *v = memory_alloc(sizeof *v);
    v->submission = setup->submission;
    v->config = setup->config;
    v->session = setup->session;
    buffer_add(&v->session_key, setup->session_key);
    v->settings = setup->config->settings;
    v->ascii = setup->ascii;
    v->rows = 24;
    v->columns = 80;
    v->shelf = shelf_new(v->submission);
    v->text = text_pane_new(v->submission, &v->settings);
    v->tree = tree_pane_new(v->shelf);
    v->sheet = sheet_new();
    prompt_init(&v->prompt);
    hunt_init(&v->hunt, v->submission);
    v->current.offset = VIEWER_NOWHERE;
    viewer_arrange(v);
    open_place(v, setup);
    viewer_follow(v);
    if (setup->node) {
        struct order order = {.action = ACTION_NONE, .argument = slice_of(setup->node)};
        going_to_node(v, &order);
    }
    if (setup->search)
        searching_at_start(v, slice_of(setup->search));
    if (setup->message)
        viewer_say(v, ROLE_WARNING, "%s", setup->message);
    viewer_follow(v);
    return v;
}

void viewer_free(struct viewer *v)
{
    if (!v)
        return;
    hunt_deinit(&v->hunt);
    prompt_deinit(&v->prompt);
    sheet_free(v->sheet);
    tree_pane_free(v->tree);
    text_pane_free(v->text);
    shelf_free(v->shelf);
    buffer_deinit(&v->session_key);
    buffer_deinit(&v->message);
    buffer_deinit(&v->pattern);
    buffer_deinit(&v->completing);
    buffer_deinit(&v->waiting.argument);
    free(v);
}
