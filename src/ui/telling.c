/* SPDX-License-Identifier: MIT */
/* What the status line says when it is asked. */
#include "ui/telling.h"

#include "base/width.h"
#include "model/content.h"
#include "outline/node_words.h"

enum { NAME_COLUMNS = 40 /* of a title that stands for the node */ };

static void add_node(const struct viewer *v, struct place place, struct buffer *out)
{
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, place.document, &nodes);
    size_t at = viewer_node(v);
    if (at >= count)
        return;
    buffer_add_text(out, " · ");
    buffer_add(out, tree_pane_name(&nodes[at]));
    buffer_addf(out, " (%d %% sure, by %s)", (int)(nodes[at].confidence * 100.0 + 0.5),
                node_found_by_name(nodes[at].found_by));
}

void telling_position(struct viewer *v, const struct order *order)
{
    (void)order;
    struct place place = text_pane_place(v->at->text);
    struct content *c = text_pane_content(v->at->text);
    const struct document *d = submission_document(v->at->filing->submission, place.document);
    if (!d || !c)
        return;
    struct buffer out;
    buffer_init(&out);
    bool all;
    size_t pages = content_pages(c, &all);
    if (pages) {
        size_t page = text_pane_page(v->at->text);
        struct slice label = content_page_other_label(c, page);
        buffer_addf(&out, "page %zu", page + 1);
        if (label.len)
            buffer_addf(&out, " (%.*s)", (int)(label.len < 20 ? label.len : 20), label.at);
        buffer_addf(&out, all ? " of %zu · " : " of %zu… · ", pages);
    }
    buffer_addf(&out, "line %zu · %d%%", text_pane_number(v->at->text),
                text_pane_percent(v->at->text));
    add_node(v, place, &out);
    buffer_addf(&out, " · document %zu of %zu", place.document + 1,
                submission_documents(v->at->filing->submission));
    if (submission_scanned(v->at->filing->submission) <
        submission_bytes(v->at->filing->submission).len)
        buffer_add_text(&out, "…");
    buffer_add_text(&out, " ");
    buffer_add(&out, tree_pane_document_name(v->at->filing->shelf, place.document));
    buffer_addf(&out, " · %s", submission_name(v->at->filing->submission));
    viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&out));
    buffer_deinit(&out);
}

/* The node that is meant: of the tree's cursor, or that is read. False when it is no node, with
 * `*document` all the same. */
static bool meant(const struct viewer *v, size_t *document, size_t *node)
{
    const struct node *nodes;
    if (v->focus_tree) {
        tree_pane_selected(v->at->tree, document, node);
    } else {
        *document = text_pane_place(v->at->text).document;
        *node = viewer_node(v);
    }
    return *node < shelf_nodes(v->at->filing->shelf, *document, &nodes);
}

/* "Item 7 · 98 % sure: label and title of the form; out of order". */
void telling_why(struct viewer *v, const struct order *order)
{
    size_t document;
    size_t node;
    const struct node *nodes;
    if (!meant(v, &document, &node)) {
        bool read = document < submission_documents(v->at->filing->submission) && !v->focus_tree &&
                    !shelf_outline(v->at->filing->shelf, document);
        if (read)
            viewer_wait(v, NEED_OUTLINE, document, telling_why, order);
        else
            viewer_say(v, ROLE_MESSAGE,
                       v->focus_tree ? "this is a document, not a part of one"
                                     : "no heading was found above this");
        return;
    }
    struct buffer out = {0}, why = {0};
    shelf_nodes(v->at->filing->shelf, document, &nodes);
    const struct node *n = &nodes[node];
    node_why(n, &why);
    struct slice name = tree_pane_name(n);
    buffer_add(&out, slice_cut(name, 0, width_fit(name, NAME_COLUMNS)));
    buffer_addf(&out, " · %d %% sure", (int)(n->confidence * 100.0 + 0.5));
    if (why.len > 0)
        buffer_addf(&out, ": %s", buffer_text(&why));
    else
        buffer_addf(&out, ", by %s", node_found_by_name(n->found_by));
    viewer_say(v, node_words_sure(n) ? ROLE_MESSAGE : ROLE_WARNING, "%s", buffer_text(&out));
    buffer_deinit(&out);
    buffer_deinit(&why);
}
