/* SPDX-License-Identifier: MIT */
/* A window's parts, kept together. */
#include "ui/window.h"

#include "base/memory.h"
#include "base/width.h"
#include "model/content.h"

#include <stdlib.h>

enum {
    DEEPEST = 16,      /* nodes of a path */
    LABEL_COLUMNS = 12 /* of a page */
};

struct window *window_new(struct filing *filing, const struct settings *settings)
{
    struct window *w = memory_alloc(sizeof *w);
    w->filing = filing;
    w->text = text_pane_new(filing->submission, settings);
    w->tree = tree_pane_new(filing->shelf);
    hunt_init(&w->hunt, filing->submission);
    w->current.offset = SIZE_MAX;
    return w;
}

void window_free(struct window *w)
{
    if (!w)
        return;
    hunt_deinit(&w->hunt);
    tree_pane_free(w->tree);
    text_pane_free(w->text);
    journey_deinit(&w->journey);
    array_deinit(&w->passages.list);
    free(w);
}

size_t window_node(const struct window *w)
{
    struct place place = text_pane_place(w->text);
    struct outline *o = shelf_outline(w->filing->shelf, place.document);
    const struct node *nodes;
    size_t count = shelf_nodes(w->filing->shelf, place.document, &nodes);
    size_t node = o ? outline_at(o, text_pane_reading(w->text)) : SHELF_NONE;
    size_t from;
    size_t to;
    if (node < count || count == 0)
        return node;
    text_pane_visible(w->text, &from, &to);
    return nodes[0].offset >= from && nodes[0].offset < to ? 0 : SHELF_NONE;
}

void window_follow(struct window *w)
{
    struct place place = text_pane_place(w->text);
    shelf_want(w->filing->shelf, place.document);
    /* The tree may show only what has hits: it must know which search there is now. */
    const struct search *search = w->hits_hidden ? NULL : w->hunt.search;
    tree_pane_mark(w->tree, search);
    tree_pane_follow(w->tree, place.document, window_node(w));
    text_pane_mark(w->text, search, w->current);
}

void window_path(const struct window *w, struct buffer *out)
{
    struct place place = text_pane_place(w->text);
    struct outline *o = shelf_outline(w->filing->shelf, place.document);
    const struct node *nodes;
    size_t count = shelf_nodes(w->filing->shelf, place.document, &nodes);
    size_t chain[DEEPEST];
    size_t length = 0;
    if (submission_documents(w->filing->submission) == 0)
        return;
    buffer_add(out, tree_pane_document_name(w->filing->shelf, place.document));
    for (size_t node = window_node(w); o && node < count && length < DEEPEST;
         node = outline_parent(o, node))
        chain[length++] = node;
    while (length-- > 0) {
        buffer_add_text(out, " › ");
        buffer_add(out, tree_pane_name(&nodes[chain[length]]));
    }
}

void window_page(const struct window *w, struct buffer *full, struct buffer *brief)
{
    struct content *c = text_pane_content(w->text);
    bool all = false;
    size_t pages = c ? content_pages(c, &all) : 0;
    if (pages == 0)
        return;
    size_t page = text_pane_page(w->text);
    struct slice label = content_page_other_label(c, page);
    buffer_addf(full, "page %zu", page + 1);
    if (label.len)
        buffer_addf(full, " (%.*s)", (int)width_fit(label, LABEL_COLUMNS), label.at);
    buffer_addf(brief, "%zu/", page + 1);
    if (all) {
        buffer_addf(full, " of %zu", pages);
        buffer_addf(brief, "%zu", pages);
    } else {
        buffer_add_text(full, " of …");
        buffer_add_text(brief, "…");
    }
}
