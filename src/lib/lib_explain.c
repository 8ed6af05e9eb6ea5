/* SPDX-License-Identifier: MIT */
/* libfolio: the lines that an outline looked at, what spoke for and against each, and what came of
 * it. */
#include "lib/lib_filing.h"

#include "base/clean.h"
#include "base/width.h"
#include "outline/node_words.h"

enum {
    STEP = 1024 * 1024, /* bytes of work at a time */
    TITLE_COLUMNS = 60  /* of a title that are shown */
};

/* Adds the lines, made fit to be shown, under their document. */
static void add_lines(struct buffer *out, struct slice lines)
{
    struct slice line;
    while (slice_next_line(&lines, &line)) {
        buffer_add_text(out, "  ");
        clean_text(out, line);
        buffer_add_byte(out, '\n');
    }
}

/* What was made of the lines: each node with how sure it is, and why. */
static void add_nodes(struct buffer *out, struct outline *outline)
{
    const struct node *nodes;
    size_t count = outline_nodes(outline, &nodes);
    struct buffer why = {0};
    buffer_addf(out, "  nodes: %zu\n", count);
    for (size_t i = 0; i < count; i++) {
        const struct node *n = &nodes[i];
        buffer_clear(&why);
        node_why(n, &why);
        buffer_addf(out, "    %9zu %3d%%%s ", n->offset, (int)(n->confidence * 100.0 + 0.5),
                    node_words_sure(n) ? " " : "?");
        buffer_add_fill(out, ' ', 2 * (size_t)(n->level > 0 ? n->level - 1 : 0));
        clean_text(out, n->id);
        buffer_addf(out, "  %s", node_kind_name(n->kind));
        if (n->title.len > 0) {
            buffer_add_text(out, "  \"");
            clean_text(out, slice_cut(n->title, 0, width_fit(n->title, TITLE_COLUMNS)));
            buffer_add_byte(out, '"');
        }
        if (why.len > 0)
            buffer_addf(out, "  (%s)", buffer_text(&why));
        buffer_add_byte(out, '\n');
    }
    buffer_deinit(&why);
}

/* The outline is made again, as it says what it does only while it is made. */
int folio_explain(struct folio_document *d, folio_piece *piece, void *self)
{
    if (!d || !piece || folio_documents(d->filing) == 0)
        return 0;
    struct buffer lines = {0}, out = {0};
    struct outline *outline = outline_new(d->filing->submission, d->document);
    (void)lib_content(d);
    outline_explain(outline, &lines);
    while (!outline_step(outline, STEP))
        ;
    struct slice form = outline_form(outline), type = d->document->type;
    buffer_addf(&out, "document %lld", d->document->sequence);
    if (type.len > 0 || form.len > 0) {
        buffer_add_text(&out, ": ");
        clean_text(&out, type.len > 0 ? type : form);
    }
    buffer_add_byte(&out, '\n');
    add_lines(&out, buffer_slice(&lines));
    add_nodes(&out, outline);
    int result = piece(self, buffer_text(&out), out.len);
    outline_free(outline);
    buffer_deinit(&lines);
    buffer_deinit(&out);
    return result;
}
