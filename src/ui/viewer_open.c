/* SPDX-License-Identifier: MIT */
/* Making a viewer, at the place where it is to open, and its end. */
#include "ui/viewer.h"

#include "base/memory.h"
#include "ui/going.h"
#include "ui/keeping/recent.h"
#include "ui/lists/filing_list.h"
#include "ui/modes.h"
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
    const struct document *first = submission_document(v->at->filing->submission, 0);
    if (place.offset == VIEWER_NOWHERE)
        place = (struct place){0, first ? first->text_offset : 0};
    if (place.document >= submission_documents(v->at->filing->submission))
        submission_scan(v->at->filing->submission, place.offset);
    text_pane_go(v->at->text, place);
}

static enum session_line line_of(enum prompt_kind kind)
{
    return kind == PROMPT_COMMAND ? SESSION_COMMAND : SESSION_PATTERN;
}

static void keep_line(void *keeper, enum prompt_kind kind, struct slice line)
{
    struct viewer *v = keeper;
    session_add_history(v->session, line_of(kind), line);
}

/* Commands and patterns of other runs. */
static void recall_lines(struct viewer *v)
{
    static const enum prompt_kind kinds[] = {PROMPT_COMMAND, PROMPT_FORWARD};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const struct slice *lines;
        size_t count = session_history(v->session, line_of(kinds[k]), &lines);
        for (size_t i = 0; i < count; i++)
            prompt_learn(&v->prompt, kinds[k], lines[i]);
    }
    v->prompt.remember = keep_line;
    v->prompt.keeper = v;
}

/* The other files of the command line: one that cannot be read is told of, and left out. */
static void open_others(struct viewer *v, const struct viewer_setup *setup)
{
    struct buffer wrong = {0};
    for (size_t i = 0; i < setup->file_count; i++) {
        struct error e = {0};
        struct roll *archive = NULL;
        struct filing *f = filing_open(setup->files[i], &archive, &e);
        if (f)
            array_push(&v->filings, f);
        else if (archive)
            filing_list_add(v, archive);
        else
            buffer_addf(&wrong, "%s%s: %s", wrong.len ? "; " : "", setup->files[i], e.message);
    }
    if (wrong.len)
        viewer_say(v, ROLE_ERROR, "%s", buffer_text(&wrong));
    buffer_deinit(&wrong);
}

struct viewer *viewer_new(const struct viewer_setup *setup)
{
    struct viewer *v = memory_alloc(sizeof *v);
    struct filing *f = filing_new(setup->submission);
    buffer_add(&f->key, setup->session_key);
    array_push(&v->filings, f);
    v->config = setup->config;
    v->session = setup->session;
    v->settings = setup->config->settings;
    v->theme = setup->config->theme;
    v->ascii = setup->ascii;
    v->restricted = setup->restricted;
    v->errands = setup->errands;
    v->rows = 24;
    v->columns = 80;
    v->at = v->shown[0] = window_new(f, &v->settings);
    v->sheet = sheet_new();
    v->chooser = chooser_new();
    prompt_init(&v->prompt);
    recall_lines(v);
    viewer_arrange(v);
    open_place(v, setup);
    viewer_follow(v);
    if (setup->archive)
        filing_list_add(v, setup->archive);
    open_others(v, setup);
    if (setup->node) {
        struct order order = {.action = ACTION_NONE, .argument = slice_of(setup->node)};
        going_to_node(v, &order);
    }
    if (setup->search)
        searching_at_start(v, slice_of(setup->search));
    if (setup->message)
        viewer_say(v, ROLE_WARNING, "%s", setup->message);
    if (setup->recent)
        recent_list(v, &(struct order){.action = ACTION_RECENT});
    viewer_follow(v);
    return v;
}

void viewer_free(struct viewer *v)
{
    if (!v)
        return;
    modes_free(v);
    prompt_deinit(&v->prompt);
    chooser_free(v->chooser);
    sheet_free(v->sheet);
    for (size_t i = 0; i < VIEWER_WINDOWS; i++)
        window_free(v->shown[i]);
    for (size_t i = 0; i < v->filings.count; i++)
        filing_free(v->filings.at[i]);
    array_deinit(&v->filings);
    buffer_deinit(&v->wish_text);
    buffer_deinit(&v->message);
    buffer_deinit(&v->pattern);
    buffer_deinit(&v->completing);
    buffer_deinit(&v->waiting.argument);
    free(v);
}
