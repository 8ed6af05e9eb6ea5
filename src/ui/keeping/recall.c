/* SPDX-License-Identifier: MIT */
/* What is remembered of a filing, taken up again; and when it is written. */
#include "ui/keeping/recall.h"

#include "base/memory.h"
#include "layout/flow.h"
#include "ui/keeping/folds.h"
#include "ui/keeping/recall_state.h"
#include "ui/keeping/recent.h"
#include "ui/modes.h"
#include "ui/text_view.h"
#include "ui/tree_draw.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

#include <stdlib.h>
#include <time.h>

enum {
    PAUSE = 1000,          /* milliseconds without a key after which is written */
    AFTER_FAILURE = 60000, /* and after that failed */
    RETRACE_SLICE = 256 * 1024,
    LINES_BEYOND = 40 /* behind the screen that are looked at for where the text goes on */
};

static long long now(void)
{
    struct timespec time;
    return clock_gettime(CLOCK_MONOTONIC, &time) == 0
               ? (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000
               : 0;
}

struct recalling *recall_of(struct viewer *v)
{
    struct recalling *r = v->modes.recall;
    if (r)
        return r;
    r = v->modes.recall = memory_alloc(sizeof *r);
    r->own = v->session ? NULL : session_open("");
    r->session = v->session ? v->session : r->own;
    return r;
}

struct recalled *recall_filing(const struct recalling *r, struct slice key)
{
    for (size_t i = 0; r && i < r->filings.count; i++)
        if (slice_equal(buffer_slice(&r->filings.at[i]->key), key))
            return r->filings.at[i];
    return NULL;
}

/* ---- taking up */

static void say_notice(struct viewer *v, struct recalling *r)
{
    struct buffer notice = {0};
    if (session_notice(r->session, &notice))
        viewer_say(v, ROLE_WARNING, "%s", buffer_text(&notice));
    buffer_deinit(&notice);
}

/* Another copy of the filing may have the place elsewhere: it is looked for by its words. */
static void begin_search(struct recalling *r, struct window *w, struct slice key)
{
    struct submission *s = w->filing->submission;
    struct slice words = session_words(r->session, key);
    size_t bytes = session_bytes(r->session, key);
    struct session_place left;
    if (bytes == 0 || bytes == submission_bytes(s).len || words.len == 0 || r->searching ||
        !session_get(r->session, key, &left))
        return;
    struct document *d = submission_document(s, left.document);
    struct place at = text_pane_place(w->text);
    if (!d || d->kind == DOCUMENT_BINARY || at.document != left.document)
        return;
    retrace_init(&r->search, content_of(s, d), left.offset, words);
    r->searching = true;
    buffer_clear(&r->searched);
    buffer_add(&r->searched, key);
    r->at = (struct session_place){at.document, at.offset};
}

static void recall_shape(struct viewer *v, const struct recalling *r, struct slice key)
{
    struct session_tree tree;
    if (!session_tree(r->session, key, &tree))
        return;
    if (tree.width > 0)
        settings_put(&v->settings, OPTION_TREE_WIDTH, tree.width);
    if (tree.shown != SESSION_AS_CONFIGURED)
        settings_put(&v->settings, OPTION_TREE, tree.shown == SESSION_SHOWN);
    viewer_arrange(v);
}

static void recall_split(struct viewer *v, const struct recalling *r, struct slice key)
{
    struct session_split split;
    if (v->shown[1] || !session_split(r->session, key, &split) ||
        split.second.document >= submission_documents(v->at->filing->submission))
        return;
    windows_split(v, split.kind == SESSION_BESIDE ? ACTION_SPLIT_BESIDE : ACTION_SPLIT_BELOW);
    text_pane_go(v->at->text, (struct place){split.second.document, split.second.offset});
    if (!split.in_second)
        windows_focus(v, 0);
}

static void recall_scope(struct viewer *v, const struct recalling *r)
{
    struct slice scope = session_scope(r->session);
    struct error ignored;
    if (scope.len > 0)
        (void)settings_set(&v->settings, slice_of(option_get(OPTION_SCOPE)->name), scope, &ignored);
}

/* What holds for the whole screen is that of the filing that the viewer began with. */
static void begin(struct viewer *v, struct recalling *r)
{
    struct slice key = buffer_slice(&v->at->filing->key);
    r->begun = true;
    recall_scope(v, r);
    recall_shape(v, r, key);
    recall_split(v, r, key);
}

static struct recalled *take_up(struct recalling *r, struct window *w)
{
    struct slice key = buffer_slice(&w->filing->key);
    struct recalled *filing = recall_filing(r, key);
    if (filing || key.len == 0)
        return filing;
    filing = memory_alloc(sizeof *filing);
    buffer_add(&filing->key, key);
    filing->marks = read_marks_new(r->session, key);
    array_push(&r->filings, filing);
    begin_search(r, w, key);
    return filing;
}

/* ---- what is read */

/* Where the text goes on behind the last line at the spot; running heads and feet are not of it. */
static size_t goes_on(const struct window *w, struct flow *flow, struct spot spot, size_t seen)
{
    const struct document *d =
        submission_document(w->filing->submission, text_pane_place(w->text).document);
    for (int i = 0; i < LINES_BEYOND; i++) {
        if (!flow_next(flow, &spot))
            return d && d->complete ? d->text_end : seen;
        const struct line *line = flow_line(flow, spot);
        if (line && line->kind == LINE_TEXT && !(line->block->flags & SINK_FURNITURE) &&
            slice_trim(line->text).len > 0)
            return line->block->row ? line->order : line_letter(line);
    }
    return seen;
}

static void see(struct window *w, struct recalled *filing)
{
    struct text_view *view = text_pane_view(w->text);
    struct spot spot, last;
    size_t from, to;
    int row = 0;
    if (w->rows <= 0 || w->columns <= 0 || !view->flow)
        return;
    for (; row < w->rows && text_view_line(view, row, &spot); row++)
        last = spot;
    if (row == 0)
        return;
    text_pane_visible(w->text, &from, &to);
    to = goes_on(w, view->flow, last, to);
    read_marks_see(filing->marks, w->filing->shelf, view->document, from, to);
}

/* Whether something stands over the text. */
static bool is_covered(const struct viewer *v)
{
    const struct mode *top = modes_top(v);
    return v->plan.text_columns == 0 || (top && top->draw);
}

static bool is_read(const void *self, size_t document, size_t node)
{
    const struct recalled *filing = self;
    return read_marks_is(filing->marks, document, node);
}

bool recall_is_read(const struct viewer *v, size_t document, size_t node)
{
    const struct recalled *filing =
        recall_filing(v->modes.recall, buffer_slice(&v->at->filing->key));
    return filing && read_marks_is(filing->marks, document, node);
}

void recall_toggle_read(struct viewer *v, const struct order *order)
{
    struct recalled *filing = take_up(recall_of(v), v->at);
    const struct node *nodes;
    size_t document = text_pane_place(v->at->text).document, node = viewer_node(v);
    (void)order;
    if (v->focus_tree)
        tree_pane_selected(v->at->tree, &document, &node);
    if (!filing || document >= submission_documents(v->at->filing->submission)) {
        viewer_say(v, ROLE_MESSAGE, "nothing here can be called read");
        return;
    }
    bool read = !read_marks_is(filing->marks, document, node);
    size_t count = shelf_nodes(v->at->filing->shelf, document, &nodes);
    struct slice name = node < count ? tree_draw_name(&nodes[node])
                                     : tree_draw_document_name(v->at->filing->shelf, document);
    read_marks_set(filing->marks, v->at->filing->shelf, document, node, read);
    viewer_say(v, ROLE_MESSAGE, "%.*s is called %s", (int)name.len, name.at,
               read ? "read" : "unread");
}

/* ---- the mode, which never has the keys */

static void follow(struct viewer *v)
{
    struct recalling *r = recall_of(v);
    bool begins = !r->begun;
    recent_tidy(v);
    if (begins)
        begin(v, r);
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++) {
        struct window *w = v->shown[i];
        struct recalled *filing = take_up(r, w);
        if (!filing)
            continue;
        folds_recall(tree_pane_rows(w->tree), r->session, buffer_slice(&filing->key));
        /* Before the first, the size of the screen is not known. */
        if (!begins && !v->prompt.open && !is_covered(v))
            see(w, filing);
        read_marks_update(filing->marks, w->filing->shelf);
        tree_pane_mark_read(w->tree, is_read, filing);
    }
    r->due = true;
    say_notice(v, r);
}

/* The window that a filing with this key is shown in, the one with the keys first; or NULL. */
static struct window *window_of(const struct viewer *v, struct slice key)
{
    if (slice_equal(buffer_slice(&v->at->filing->key), key))
        return v->at;
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++)
        if (slice_equal(buffer_slice(&v->shown[i]->filing->key), key))
            return v->shown[i];
    return NULL;
}

/* Goes on looking for the place in a changed copy; a reader who has moved on is left alone. */
static bool work(struct viewer *v)
{
    struct recalling *r = recall_of(v);
    struct window *w = window_of(v, buffer_slice(&r->searched));
    if (!r->searching)
        return false;
    struct place at = w ? text_pane_place(w->text) : (struct place){0, SIZE_MAX};
    struct content *c = w ? text_pane_content(w->text) : NULL;
    bool stays = c && at.document == r->at.document && at.offset == r->at.offset;
    enum retrace_outcome outcome =
        stays ? retrace_step(&r->search, c, RETRACE_SLICE) : RETRACE_GONE;
    if (outcome == RETRACE_MORE)
        return true;
    if (outcome == RETRACE_FOUND) {
        text_pane_go(w->text, (struct place){at.document, r->search.from});
        v->scrolled = true; /* no jump of the reader's */
    }
    retrace_deinit(&r->search);
    r->searching = false;
    return true;
}

static int delay(const struct viewer *v)
{
    const struct recalling *r = v->modes.recall;
    if (!r || !r->due || !v->session)
        return -1;
    return r->failed ? AFTER_FAILURE : PAUSE;
}

/* Somebody else's pause may have ended, too: what is kept is not written more often for that. */
static void idle(struct viewer *v)
{
    struct recalling *r = recall_of(v);
    struct error e = {0};
    long long pause = r->failed ? AFTER_FAILURE : PAUSE;
    if (!r->due || !v->session || now() - r->saved_at < pause)
        return;
    recall_keep(v);
    r->due = false;
    if (session_save(v->session, &e)) {
        r->failed = false;
    } else {
        if (!r->failed)
            viewer_say(v, ROLE_WARNING, "nothing is remembered: %s", e.message);
        r->failed = true;
    }
    r->saved_at = now();
    say_notice(v, r);
}

void recall_clear_rows(struct recalling *r)
{
    for (size_t i = 0; i < r->rows.count; i++) {
        free(r->rows.at[i].key);
        free(r->rows.at[i].path);
    }
    r->rows.count = 0;
}

static void free_filing(struct recalled *filing)
{
    read_marks_free(filing->marks);
    buffer_deinit(&filing->key);
    free(filing);
}

void recall_drop(struct viewer *v, const struct filing *f)
{
    struct recalling *r = recall_of(v);
    struct slice key = buffer_slice(&f->key);
    if (r->searching && slice_equal(buffer_slice(&r->searched), key)) {
        retrace_deinit(&r->search);
        r->searching = false;
    }
    for (size_t i = 0; i < r->filings.count; i++)
        if (slice_equal(buffer_slice(&r->filings.at[i]->key), key)) {
            free_filing(r->filings.at[i]);
            r->filings.at[i] = r->filings.at[--r->filings.count];
            return;
        }
}

static void free_mode(struct viewer *v)
{
    struct recalling *r = v->modes.recall;
    if (!r)
        return;
    for (size_t i = 0; i < r->filings.count; i++)
        free_filing(r->filings.at[i]);
    array_deinit(&r->filings);
    recall_clear_rows(r);
    array_deinit(&r->rows);
    retrace_deinit(&r->search);
    buffer_deinit(&r->searched);
    session_free(r->own);
    free(r);
    v->modes.recall = NULL;
}

const struct mode *recall_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT,
                                     .follow = follow,
                                     .work = work,
                                     .delay = delay,
                                     .idle = idle,
                                     .free = free_mode};
    return &mode;
}
