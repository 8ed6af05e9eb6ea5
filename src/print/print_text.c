/* SPDX-License-Identifier: MIT */
/* `folio text`: the rendered text of a filing or of one node. */
#include "outline/address.h"
#include "print/marks.h"
#include "print/print.h"
#include "print/walk.h"

static void write_line(const struct print_options *o, const struct walk_line *w,
                       struct content *content, struct buffer *out)
{
    const struct line *line = w->line;
    buffer_clear(out);
    if (!line) {
        if (!o->marks)
            return;
        marks_document(out, w->document, o->width, o->ascii);
    } else if (line->kind == LINE_RULE) {
        if (!o->marks)
            return;
        marks_page(out, content, line->page, o->width, o->ascii);
    } else if (line->kind == LINE_TEXT) {
        bool dim = o->color && line->block->flags & SINK_FURNITURE;
        if (!o->marks && line->block->flags & SINK_MADE)
            return;
        buffer_add_text(out, dim ? "\033[2m" : "");
        buffer_add_fill(out, ' ', line->indent);
        buffer_add(out, line->text);
        buffer_add_text(out, dim ? "\033[0m" : "");
    }
    buffer_add_byte(out, '\n');
    (void)fwrite(out->at, 1, out->len, o->out);
}

/* The lines of a document that begin in [from, to). */
static void print_part(struct submission *s, const struct print_options *o, struct document *d,
                       size_t from, size_t to)
{
    struct content *content = content_of(s, d);
    struct flow *flow = flow_new(content, (struct flow_options){o->width, true});
    struct buffer out = {0};
    struct spot spot;
    size_t blanks = 0; /* empty lines that are printed once a line of the part follows */
    for (bool more = flow_find(flow, from, &spot); more; more = flow_next(flow, &spot)) {
        struct walk_line line = {.document = d, .line = flow_line(flow, spot)};
        if (line.line->kind == LINE_TEXT && line_letter(line.line) >= to)
            break;
        if (line.line->kind == LINE_BLANK) {
            blanks++;
            continue;
        }
        for (; blanks > 0; blanks--)
            (void)putc('\n', o->out);
        write_line(o, &line, content, &out);
    }
    buffer_deinit(&out);
    flow_free(flow);
}

bool print_text(struct submission *s, const struct print_options *o, struct error *e)
{
    if (o->node) {
        submission_scan(s, (size_t)-1);
        struct address found;
        struct outlines *outlines = outlines_new(s);
        bool known = address_find(s, outlines, slice_of(o->node), &found);
        if (known) {
            const struct node *nodes;
            outline_nodes(found.outline, &nodes);
            struct document *d = found.document;
            size_t from = d->text_offset, to = d->text_end;
            if (found.node != (size_t)-1) {
                from = nodes[found.node].offset;
                to = from + nodes[found.node].length;
            }
            print_part(s, o, d, from, to);
        }
        outlines_free(outlines);
        return known || error_set(e, ERROR_USAGE, "there is no node '%s' in it", o->node);
    }
    struct walk w;
    struct walk_line line;
    struct buffer out = {0};
    walk_init(&w, s, o->width);
    while (walk_next(&w, &line))
        write_line(o, &line, line.line ? flow_content(w.flow) : NULL, &out);
    walk_deinit(&w);
    buffer_deinit(&out);
    return true;
}
