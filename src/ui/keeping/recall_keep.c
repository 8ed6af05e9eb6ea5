/* SPDX-License-Identifier: MIT */
/* Telling the session where the filings are and how they are shown. */
#include "ui/keeping/citation.h"
#include "ui/keeping/folds.h"
#include "ui/keeping/quoting.h"
#include "ui/keeping/recall.h"
#include "ui/keeping/recall_state.h"
#include "ui/tree_draw.h"
#include "ui/viewer_state.h"

enum { WORDS = 200 /* bytes of text by which a place is found again */ };

/* "Item 7A, p. 31, 37%", the document before it when it is not the first. */
static void add_where(const struct window *w, struct buffer *out)
{
    struct place place = text_pane_place(w->text);
    struct content *c = text_pane_content(w->text);
    const struct shelf *shelf = w->filing->shelf;
    const struct node *nodes;
    size_t count = shelf_nodes(shelf, place.document, &nodes);
    size_t node = window_node(w);
    if (place.document > 0 || node >= count)
        buffer_add(out, tree_draw_document_name(shelf, place.document));
    if (node < count) {
        buffer_add_text(out, out->len > 0 ? ", " : "");
        buffer_add(out, tree_draw_name(&nodes[node]));
    }
    if (c && content_has_pages(c)) {
        size_t page = text_pane_page(w->text);
        struct slice label = content_page_label(c, page);
        buffer_add_text(out, ", p. ");
        if (label.len > 0)
            buffer_add(out, label);
        else
            buffer_addf(out, "%zu", page + 1);
    }
    buffer_addf(out, ", %d%%", text_pane_percent(w->text));
}

static void keep_place(struct session *session, struct slice key, const struct window *w)
{
    struct place place = text_pane_place(w->text);
    struct content *c = text_pane_content(w->text);
    struct buffer words = {0}, where = {0};
    session_set(session, key, (struct session_place){place.document, place.offset});
    if (c)
        quoting_add(c, place.offset, SIZE_MAX, WORDS, &words);
    add_where(w, &where);
    session_set_words(session, key, buffer_slice(&words), buffer_slice(&where));
    buffer_deinit(&words);
    buffer_deinit(&where);
}

/* Once when it was opened, and when its outline can say what the header did not. */
static void describe(struct session *session, struct recalled *filing, const struct filing *f)
{
    bool whole = shelf_outline(f->shelf, 0) != NULL;
    struct slice path = slice_of(submission_name(f->submission));
    bool piped = slice_equal(path, SLICE("-")) || slice_starts(path, SLICE("-//"));
    struct buffer title = {0};
    if (filing->described && (filing->described_whole || !whole))
        return;
    citation_add(SLICE("{company}[, {form}][, {period}]"), f->shelf, &(struct citation_of){0},
                 &title);
    session_describe(session, buffer_slice(&filing->key), buffer_slice(&title),
                     piped ? SLICE("") : path, submission_bytes(f->submission).len);
    buffer_deinit(&title);
    filing->described = true;
    filing->described_whole = whole;
}

/* Two windows on one filing. */
static bool is_split(const struct viewer *v, const struct filing *f)
{
    return v->shown[1] && v->shown[0]->filing == f && v->shown[1]->filing == f;
}

static void keep_split(struct viewer *v, struct session *session, struct slice key,
                       const struct filing *f)
{
    struct session_split split = {.kind = SESSION_WHOLE};
    if (is_split(v, f)) {
        struct place second = text_pane_place(v->shown[1]->text);
        split.kind = v->beside ? SESSION_BESIDE : SESSION_BELOW;
        split.second = (struct session_place){second.document, second.offset};
        split.in_second = v->at == v->shown[1];
    }
    session_set_split(session, key, split);
}

/* Only what differs from the configuration: a change of that is to be seen. */
static void keep_shape(const struct viewer *v, struct session *session, struct slice key)
{
    struct session_tree tree = {0};
    int width = settings_get(&v->settings, OPTION_TREE_WIDTH);
    bool shown = settings_is(&v->settings, OPTION_TREE);
    if (width > 0 && width != settings_get(&v->config->settings, OPTION_TREE_WIDTH))
        tree.width = width;
    if (shown != settings_is(&v->config->settings, OPTION_TREE))
        tree.shown = shown ? SESSION_SHOWN : SESSION_HIDDEN;
    session_set_tree(session, key, tree);
}

static void keep_filing(struct viewer *v, struct recalling *r, struct recalled *filing,
                        const struct window *w)
{
    struct slice key = buffer_slice(&filing->key);
    /* Until its place is found in this copy, the old one stands. */
    if (r->searching && slice_equal(buffer_slice(&r->searched), key))
        return;
    bool here = v->at->filing == w->filing;
    describe(r->session, filing, w->filing);
    keep_place(r->session, key, is_split(v, w->filing) ? v->shown[0] : w);
    folds_keep(tree_pane_rows(w->tree), r->session, key);
    if (here) {
        keep_split(v, r->session, key, w->filing);
        keep_shape(v, r->session, key);
    }
}

/* The window that says where a filing is: the one with the keys, one that is shown, the one aside;
 * NULL when it was never shown. */
static const struct window *window_of(const struct viewer *v, const struct filing *f)
{
    if (v->at->filing == f)
        return v->at;
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++)
        if (v->shown[i]->filing == f)
            return v->shown[i];
    return f->aside;
}

static void keep_scope(const struct viewer *v, struct session *session)
{
    struct buffer scope = {0};
    if (settings_get(&v->settings, OPTION_SCOPE) !=
            settings_get(&v->config->settings, OPTION_SCOPE) ||
        session_scope(session).len > 0) {
        settings_write(&v->settings, OPTION_SCOPE, &scope);
        session_set_scope(session, buffer_slice(&scope));
    }
    buffer_deinit(&scope);
}

void recall_keep(struct viewer *v)
{
    struct recalling *r = recall_of(v);
    for (size_t i = 0; i < v->filings.count; i++) {
        const struct window *w = window_of(v, v->filings.at[i]);
        struct recalled *filing = recall_filing(r, buffer_slice(&v->filings.at[i]->key));
        if (w && filing)
            keep_filing(v, r, filing, w);
    }
    keep_scope(v, r->session);
}
