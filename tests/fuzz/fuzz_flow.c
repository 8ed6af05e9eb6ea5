/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a filing, laid out: the first byte says at which width, the rest is the filing.
 *
 * Blocks and lines are clean text that stands in the document, in order; every line leads to the
 * next and back; and a place is found on a line that is there.
 */
#include "layout/flow.h"

#include "must.h"

#include <stdint.h>

static void check_block(const struct block *b, const struct document *d)
{
    must(b->text.len > 0 && b->offset <= b->end);
    must(b->offset >= d->text_offset && b->end <= d->text_end);
    if (!b->row)
        must_be_text(b->text);
    for (size_t i = 0; b->row && i < b->row->count; i++)
        must_be_text(slice_cut(b->text, b->row->cells[i].from, b->row->cells[i].to));
    for (size_t i = 0; i < b->piece_count; i++) {
        must(b->pieces[i].text <= b->text.len);
        must(i == 0 || b->pieces[i - 1].text <= b->pieces[i].text);
        must(b->pieces[i].source >= d->text_offset && b->pieces[i].source <= d->text_end);
    }
    for (size_t i = 0; i < b->run_count; i++)
        must(b->runs[i].text <= b->text.len && (i == 0 || b->runs[i - 1].text < b->runs[i].text));
    for (size_t i = 0; i < b->link_count; i++) {
        must(b->links[i].from < b->links[i].to && b->links[i].to <= b->text.len);
        must(i == 0 || b->links[i - 1].to <= b->links[i].from);
        must_be_readable(b->links[i].href);
    }
}

static void check_content(struct content *c, const struct document *d)
{
    const struct segment *seg;
    for (size_t i = 0; (seg = content_segment(c, i)); i++)
        for (size_t k = 0; k < seg->count; k++)
            check_block(&seg->blocks[k], d);
}

static void check_line(const struct line *line, const struct document *d, bool tabs)
{
    must(line->offset >= d->text_offset && line->offset <= d->text_end);
    if (line->kind != LINE_TEXT)
        return;
    must_be_in(line->text, line->block->text);
    if (!tabs)
        must_be_text(line->text);
    must(line->columns == width_of_text(line->text));
}

static void check_flow(struct content *c, const struct document *d, struct flow_options options)
{
    struct flow *f = flow_new(c, options);
    struct spot spot, back, last = {0, 0};
    size_t order = 0;
    bool more = flow_first(f, &spot);
    bool any = flow_last(f, &last);
    must(more == any);
    while (more) {
        const struct line *line = flow_line(f, spot);
        must(line != NULL && line->order >= order);
        order = line->order;
        check_line(line, d, options.width == 0);
        must(flow_find(f, line->offset, &back) && flow_line(f, back) != NULL);
        back = spot;
        more = flow_next(f, &spot);
        if (!more) {
            must(spot.segment == last.segment && spot.line == last.line);
            break;
        }
        struct spot there = spot;
        must(flow_previous(f, &there) && there.segment == back.segment && there.line == back.line);
    }
    flow_free(f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const size_t widths[] = {0, 1, 10, 39, 60, 80, 132, 250};
    struct error e = {0};
    if (size < 1)
        return 0;
    struct flow_options options = {
        .width = widths[data[0] & 7], .wrap = data[0] & 8, .most = data[0] & 16 ? 400 : 0};
    struct input *input =
        input_from_bytes("fuzz", (struct slice){(const char *)data + 1, size - 1});
    struct submission *s = submission_open(input, &e);
    if (!s) {
        input_close(input);
        return 0;
    }
    submission_scan(s, size);
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct document *d = submission_document(s, i);
        struct content *c = content_of(s, d);
        content_hold(c);
        check_content(c, d);
        check_flow(c, d, options);
        content_release(c);
    }
    submission_free(s);
    return 0;
}
