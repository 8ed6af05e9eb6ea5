/* SPDX-License-Identifier: MIT */
/*
 * The lines of the document that match a pattern, with their sections, and nothing between them.
 *
 * The pattern is asked for in the prompt and is read as that of a search; it has a search of its
 * own, so that the hits of the window stay what they are as long as no line is chosen. Then it is
 * what the window searches for: the line's match is the hit one is at, and the next are near.
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
    struct pattern *tried; /* what is being typed, to be counted; NULL: nothing */
    struct search *trial;
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

static void stop_trial(struct matching *m)
{
    search_free(m->trial);
    pattern_free(m->tried);
    m->trial = NULL;
    m->tried = NULL;
}

static struct pattern_options options_of(const struct viewer *v, struct slice text)
{
    return (struct pattern_options){.literal = !settings_is(&v->settings, OPTION_REGEX),
                                    .number = search_words_mode(v, text) == SEARCH_NUMBER,
                                    .smart_case = settings_is(&v->settings, OPTION_SMART_CASE)};
}

/* The window searches for the pattern of the list from now on. */
static void search_on(struct viewer *v, struct place place)
{
    struct hunt *h = &v->at->hunt;
    struct slice text = buffer_slice(&v->modes.match->text);
    struct error e;
    /* The panes must not look at a search that goes. */
    tree_pane_mark(v->at->tree, NULL);
    text_pane_mark(v->at->text, NULL, place);
    if (!hunt_pattern(h, text, options_of(v, text), &e))
        return;
    h->backward = false;
    hunt_scope(h, HUNT_DOCUMENT, search_scope_of(v, HUNT_DOCUMENT, place), place);
    buffer_clear(&v->pattern);
    buffer_add(&v->pattern, text);
    v->at->hits_hidden = false;
}

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    struct hit hit = v->modes.match->rows.hits.at[tag];
    stop(v->modes.match);
    v->at->current = (struct place){hit.document, hit.offset};
    search_on(v, v->at->current);
    text_pane_show(v->at->text, v->at->current, hit.length);
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

/* ---- counting what is typed */

/* "17 matches in this document" */
static void tell_count(struct viewer *v)
{
    const struct matching *m = v->modes.match;
    bool capped;
    size_t hits = search_hits(m->trial, &capped);
    bool done = search_done(m->trial);
    struct buffer note = {0};
    buffer_addf(&note, "%zu%s match%s %s", hits,
                !done    ? "…"
                : capped ? "+"
                         : "",
                hits == 1 ? "" : "es", hunt_kind_where(HUNT_DOCUMENT));
    prompt_note(&v->prompt, ROLE_MESSAGE, buffer_slice(&note));
    buffer_deinit(&note);
}

static void count_typed(struct viewer *v, const struct order *order)
{
    struct matching *m = v->modes.match;
    struct slice text = order->argument;
    struct error e = {0};
    stop_trial(m);
    prompt_note(&v->prompt, ROLE_MESSAGE, (struct slice){NULL, 0});
    if (text.len > 0)
        m->tried = pattern_new(text, options_of(v, text), &e);
    if (text.len > 0 && !m->tried)
        prompt_note(&v->prompt, ROLE_ERROR, slice_of(e.message));
    if (!m->tried)
        return;
    struct scope scope = search_scope_of(v, HUNT_DOCUMENT, text_pane_place(v->at->text));
    m->trial = search_new(v->at->filing->submission, m->tried, scope, scope.from);
    search_step(m->trial, SLICE_OF_WORK);
    tell_count(v);
}

static bool counts(const struct viewer *v)
{
    return v->modes.match && v->modes.match->trial && v->prompt.open &&
           v->line.typed == count_typed;
}

static bool work_at_count(struct viewer *v)
{
    struct matching *m = v->modes.match;
    if (!counts(v) || search_done(m->trial))
        return false;
    search_step(m->trial, SLICE_OF_WORK);
    tell_count(v);
    return true;
}

static bool work(struct viewer *v)
{
    return work_at_count(v) || (is_open(v) && step(v));
}

static void follow(struct viewer *v)
{
    if (v->modes.match && !counts(v))
        stop_trial(v->modes.match);
    if (is_open(v) && v->modes.match->submission != v->at->filing->submission)
        chooser_close(v->chooser);
}

/* Opens the list for a pattern that was compiled. */
static void open_list(struct viewer *v, struct slice text, struct pattern *pattern)
{
    struct matching *m = v->modes.match;
    struct place place = text_pane_place(v->at->text);
    struct scope scope = search_scope_of(v, HUNT_DOCUMENT, place);
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the lines",
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
        return;
    }
    struct pattern *pattern = pattern_new(text, options_of(v, text), &e);
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
    prompt_learn(&v->prompt, PROMPT_FORWARD, buffer_slice(&m->text));
    open_list(v, buffer_slice(&m->text), pattern);
}

void matching_lines(struct viewer *v, const struct order *order)
{
    if (!v->modes.match)
        v->modes.match = memory_alloc(sizeof *v->modes.match);
    if (order->argument.len > 0) {
        entered(v, order);
        return;
    }
    viewer_ask_line(
        v, "lines with", (struct slice){NULL, 0},
        &(struct viewer_line){.typed = count_typed, .entered = entered, .order = *order});
    v->prompt.recalls = true;
}

static void forget(struct viewer *v)
{
    if (v->modes.match) {
        stop(v->modes.match);
        stop_trial(v->modes.match);
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
