/* SPDX-License-Identifier: MIT */
/*
 * The lines of the document that match a pattern, with their sections, and nothing between them.
 *
 * The pattern is asked for in the prompt and is read as that of a search; it has a search of its
 * own, so that the hits of the window stay what they are.
 */
#include "ui/lists/matching.h"

#include "base/memory.h"
#include "ui/lists/hit_rows.h"
#include "ui/modes.h"
#include "ui/search_scope.h"
#include "ui/search_words.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

enum { SLICE_OF_WORK = 512 * 1024 /* bytes searched between two looks at the keys */ };

struct matching {
    struct buffer text; /* of the pattern that was entered last */
    struct pattern *pattern;
    struct search *search;
    const struct submission *submission; /* that is searched */
    struct hit_rows rows;
};

/* What is not of use without the list goes; the text stays, to be offered. */
static void stop(struct matching *m)
{
    hit_rows_end(&m->rows);
    search_free(m->search);
    pattern_free(m->pattern);
    m->search = NULL;
    m->pattern = NULL;
}

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    struct hit hit = v->modes.match->rows.hits.at[tag];
    stop(v->modes.match);
    text_pane_show(v->at->text, (struct place){hit.document, hit.offset}, hit.length);
    v->focus_tree = false;
    viewer_arrange(v);
}

static void closed(void *self)
{
    struct viewer *v = self;
    stop(v->modes.match);
}

static const struct chooser_ops ops = {.choose = choose, .closed = closed};

static bool is_open(const struct viewer *v)
{
    return v->modes.match && chooser_shows(v->chooser, &ops);
}

static bool step(struct viewer *v)
{
    struct matching *m = v->modes.match;
    bool searching = !search_done(m->search);
    if (searching)
        search_step(m->search, SLICE_OF_WORK);
    return hit_rows_work(&m->rows) || searching;
}

static bool work(struct viewer *v)
{
    return is_open(v) && step(v);
}

static void follow(struct viewer *v)
{
    if (is_open(v) && v->modes.match->submission != v->at->filing->submission)
        chooser_close(v->chooser);
}

/* Opens the list for a pattern that was compiled. */
static void open_list(struct viewer *v, struct slice text, struct pattern *pattern)
{
    struct matching *m = v->modes.match;
    struct place place = text_pane_place(v->at->text);
    struct scope scope = search_scope_of(v, HUNT_DOCUMENT, place);
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the matching lines",
                                                     .empty = "no line of this document matches",
                                                     .ops = &ops,
                                                     .self = v});
    struct buffer about = {0};
    buffer_addf(&about, "“%.*s”", (int)text.len, text.at);
    chooser_about(v->chooser, buffer_slice(&about));
    buffer_deinit(&about);
    m->pattern = pattern;
    m->submission = v->at->filing->submission;
    m->search = search_new(v->at->filing->submission, pattern, scope, scope.from);
    m->rows.lines = true;
    hit_rows_begin(&m->rows, v->at->filing->shelf, m->search, v->chooser, place, v->columns);
    step(v);
    viewer_arrange(v);
}

/* The pattern was entered; an empty one leaves the list. */
static void entered(struct viewer *v, const struct order *order)
{
    struct matching *m = v->modes.match;
    struct slice text = order->argument;
    struct error e;
    if (text.len == 0) {
        if (is_open(v))
            chooser_close(v->chooser);
        buffer_clear(&m->text);
        return;
    }
    struct pattern_options options = {.literal = !settings_is(&v->settings, OPTION_REGEX),
                                      .number = search_words_mode(v, text) == SEARCH_NUMBER,
                                      .smart_case = settings_is(&v->settings, OPTION_SMART_CASE)};
    struct pattern *pattern = pattern_new(text, options, &e);
    if (!pattern) {
        viewer_say(v, ROLE_ERROR, "%s", e.message);
        return;
    }
    if (is_open(v))
        chooser_close(v->chooser);
    struct buffer copy = {0};
    buffer_add(&copy, text);
    buffer_deinit(&m->text);
    m->text = copy;
    open_list(v, buffer_slice(&m->text), pattern);
}

void matching_lines(struct viewer *v, const struct order *order)
{
    if (!v->modes.match)
        v->modes.match = memory_alloc(sizeof *v->modes.match);
    if (order->argument.len > 0)
        entered(v, order);
    else
        viewer_ask_line(v, "lines with", buffer_slice(&v->modes.match->text),
                        &(struct viewer_line){.entered = entered, .order = *order});
}

static void forget(struct viewer *v)
{
    if (v->modes.match) {
        stop(v->modes.match);
        buffer_deinit(&v->modes.match->text);
    }
    free(v->modes.match);
    v->modes.match = NULL;
}

const struct mode *matching_mode(void)
{
    static const struct mode mode = {
        .context = CONTEXT_LIST, .follow = follow, .work = work, .free = forget};
    return &mode;
}
