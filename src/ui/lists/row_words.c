/* SPDX-License-Identifier: MIT */
/* What rows of places say. */
#include "ui/lists/row_words.h"

#include "model/other.h"
#include "ui/page_work.h"
#include "ui/tree_draw.h"

enum { LABEL_MOST = 12 /* bytes of a printed page number */ };

bool row_words_many(const struct submission *s)
{
    size_t readable = 0;
    for (size_t i = 0; readable < 2 && i < submission_documents(s); i++)
        readable += !other_is(submission_document(s, i));
    return readable > 1;
}

void row_words_document(const struct shelf *shelf, size_t document, struct buffer *out)
{
    const struct document *d = submission_document(shelf_submission(shelf), document);
    buffer_add(out, tree_draw_document_name(shelf, document));
    if (d && d->description.len && !slice_equal_nocase(d->description, d->type)) {
        buffer_add_text(out, "  ");
        buffer_add(out, d->description);
    }
}

static void add_node(const struct node *node, struct buffer *out)
{
    struct slice name = tree_draw_name(node);
    buffer_add(out, name);
    if (node->label.len == 0 || node->title.len == 0 || slice_equal(name, node->title))
        return;
    buffer_add_text(out, "  ");
    buffer_add(out, node->title);
}

void row_words_node(const struct shelf *shelf, size_t document, size_t node, struct buffer *out)
{
    const struct node *nodes;
    if (node < shelf_nodes(shelf, document, &nodes))
        add_node(&nodes[node], out);
}

void row_words_path(const struct shelf *shelf, size_t document, size_t node, bool named,
                    struct buffer *out)
{
    const struct node *nodes;
    struct outline *o = shelf_outline(shelf, document);
    if (node >= shelf_nodes(shelf, document, &nodes))
        return;
    if (named) {
        buffer_add(out, tree_draw_document_name(shelf, document));
        buffer_add_text(out, " › ");
    }
    size_t above = nodes[node].label.len ? SHELF_NONE : outline_parent(o, node);
    while (above != SHELF_NONE && nodes[above].label.len == 0)
        above = outline_parent(o, above);
    if (above != SHELF_NONE) {
        buffer_add(out, nodes[above].label);
        buffer_add_text(out, " › ");
    }
    add_node(&nodes[node], out);
}

void row_words_page(struct content *c, size_t offset, struct buffer *out)
{
    bool all = false;
    if (!c || content_pages(c, &all) == 0 || !all)
        return;
    size_t page = content_page_at(c, offset);
    struct slice label = content_page_other_label(c, page);
    buffer_addf(out, "p. %zu", page + 1);
    if (label.len > 0 && label.len <= LABEL_MOST)
        buffer_addf(out, " (%.*s)", (int)label.len, label.at);
}

bool row_words_counted(struct content *c)
{
    return !page_work_count(c) || page_work_counted(c);
}
