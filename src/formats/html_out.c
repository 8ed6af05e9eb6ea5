/* SPDX-License-Identifier: MIT */
#include "formats/html_out.h"

#include <string.h>

enum {
    NAMES_MOST = 1024 * 1024, /* bytes of names that wait, at most */
    WIDE_GAP = 4,             /* so many empty lines are shown as two, fewer as one */
    LINE = 0x2500
};

void html_out_init(struct html_out *out, const struct sink *sink, size_t from)
{
    *out = (struct html_out){.sink = sink, .from = from};
    buffer_init(&out->names);
}

void html_out_deinit(struct html_out *out)
{
    array_deinit(&out->anchors);
    buffer_deinit(&out->names);
}

/* Offsets that are said never go back. */
static size_t forward(struct html_out *out, size_t offset)
{
    if (offset > out->last)
        out->last = offset;
    return out->last;
}

/* The same for something of a length; gives how much of it is not behind. */
static size_t move(struct html_out *out, size_t *offset, size_t length)
{
    size_t end = *offset + length;
    *offset = forward(out, *offset);
    return forward(out, end) - *offset;
}

void html_out_margin(struct html_out *out)
{
    out->margin = true;
}

void html_out_line(struct html_out *out, bool exact)
{
    out->lines++;
    out->exact = exact;
}

void html_out_anchor(struct html_out *out, struct slice name, size_t offset)
{
    if (name.len > NAMES_MOST - (out->names.len < NAMES_MOST ? out->names.len : NAMES_MOST))
        return;
    array_push(&out->anchors, ((struct html_waiting){out->names.len, name.len, offset}));
    buffer_add(&out->names, name);
}

void html_out_anchors(struct html_out *out, size_t until)
{
    size_t said = 0;
    for (; said < out->anchors.count && out->anchors.at[said].offset <= until; said++) {
        const struct html_waiting *a = &out->anchors.at[said];
        size_t offset = forward(out, a->offset);
        struct slice name = slice_cut(buffer_slice(&out->names), a->name, a->name + a->length);
        if (out->depth == 0 && !out->open ? offset >= out->from : !out->mute)
            out->sink->anchor(out->sink->self, name, offset);
    }
    out->anchors.count -= said;
    if (out->anchors.count)
        memmove(out->anchors.at, out->anchors.at + said,
                out->anchors.count * sizeof *out->anchors.at);
    else
        buffer_clear(&out->names);
}

static void clear_gap(struct html_out *out)
{
    out->margin = false;
    out->exact = false;
    out->lines = 0;
}

static size_t gap(const struct html_out *out)
{
    if (out->exact)
        return out->lines;
    return out->lines >= WIDE_GAP ? 2 : out->lines || out->margin;
}

void html_out_page(struct html_out *out, size_t offset)
{
    clear_gap(out);
    out->rules = false;
    if (!out->said || out->breaks)
        return;
    out->breaks = true;
    out->page_offset = offset;
}

void html_out_rule(struct html_out *out, size_t offset, size_t length)
{
    /* At the edge of a page it would draw that. */
    if (out->rules || out->breaks)
        return;
    out->rules = true;
    out->rule_offset = offset;
    out->rule_length = length;
    out->rule_blank = gap(out);
    clear_gap(out);
}

static void say_shape(struct html_out *out, const struct sink_shape *shape)
{
    const struct sink_shape *said = &out->shape;
    if (out->shaped && said->align == shape->align && said->indent == shape->indent &&
        said->first == shape->first && said->heading == shape->heading &&
        said->size == shape->size && said->preformatted == shape->preformatted)
        return;
    out->shape = *shape;
    out->shaped = true;
    out->sink->shape(out->sink->self, shape);
}

static void say_blank(struct html_out *out, size_t lines)
{
    if (!out->mute && lines && out->said)
        out->sink->blank(out->sink->self, lines);
}

static void say_rule(struct html_out *out)
{
    static const struct sink_shape plain = {0};
    size_t offset = out->rule_offset;
    out->rules = false;
    if (out->depth == 0) {
        out->mute = forward(out, offset) < out->from;
        say_blank(out, out->rule_blank);
    }
    size_t length = move(out, &offset, out->rule_length);
    out->said = true;
    if (out->mute)
        return;
    const struct sink *sink = out->sink;
    say_shape(out, &plain);
    sink->begin(sink->self, SINK_RULE | SINK_MADE, offset);
    sink->code(sink->self, LINE, 1, offset, length);
    sink->end(sink->self, out->last);
}

/* Says what waited before something at the top that begins at `offset`. */
static void say_waiting(struct html_out *out, size_t offset)
{
    if (out->breaks) {
        size_t page = forward(out, out->page_offset);
        out->breaks = false;
        out->said = false;
        /* One at the very place stands before what begins there. */
        if (page > out->from)
            out->sink->page(out->sink->self, page);
    }
    if (out->rules)
        say_rule(out);
    html_out_anchors(out, offset);
    out->mute = forward(out, offset) < out->from;
    say_blank(out, gap(out));
    clear_gap(out);
    out->said = true;
}

static void say_waiting_in_cell(struct html_out *out, size_t offset)
{
    if (out->rules)
        say_rule(out);
    html_out_anchors(out, offset);
    clear_gap(out);
}

void html_out_begin(struct html_out *out, unsigned flags, const struct sink_shape *shape,
                    size_t offset)
{
    if (out->depth == 0)
        say_waiting(out, offset);
    else
        say_waiting_in_cell(out, offset);
    offset = forward(out, offset);
    out->open = true;
    if (out->mute)
        return;
    say_shape(out, shape);
    out->sink->begin(out->sink->self, flags, offset);
}

void html_out_text(struct html_out *out, struct slice text, size_t offset)
{
    out->last = offset + text.len;
    if (!out->mute)
        out->sink->text(out->sink->self, text, offset);
}

void html_out_code(struct html_out *out, uint32_t code, size_t count, size_t offset, size_t length)
{
    length = move(out, &offset, length);
    if (!out->mute)
        out->sink->code(out->sink->self, code, count, offset, length);
}

void html_out_style(struct html_out *out, unsigned style)
{
    if (!out->mute)
        out->sink->style(out->sink->self, style);
}

void html_out_link(struct html_out *out, struct slice href, size_t offset)
{
    if (!out->mute)
        out->sink->link(out->sink->self, href, forward(out, offset));
}

void html_out_end(struct html_out *out)
{
    out->open = false;
    if (!out->mute)
        out->sink->end(out->sink->self, out->last);
}

void html_out_table(struct html_out *out, size_t offset)
{
    if (out->depth == 0)
        say_waiting(out, offset);
    else
        say_waiting_in_cell(out, offset);
    out->depth++;
    offset = forward(out, offset);
    if (!out->mute)
        out->sink->table(out->sink->self, offset);
}

void html_out_row(struct html_out *out, size_t offset)
{
    offset = forward(out, offset);
    if (!out->mute)
        out->sink->row(out->sink->self, offset);
}

void html_out_cell(struct html_out *out, const struct sink_cell *cell, size_t offset)
{
    offset = forward(out, offset);
    if (!out->mute)
        out->sink->cell(out->sink->self, cell, offset);
}

/* A rule that waits in a cell belongs to it. */
void html_out_cell_end(struct html_out *out, size_t offset)
{
    if (out->rules)
        say_rule(out);
    offset = forward(out, offset);
    if (!out->mute)
        out->sink->cell_end(out->sink->self, offset);
}

void html_out_row_end(struct html_out *out, size_t offset)
{
    offset = forward(out, offset);
    if (!out->mute)
        out->sink->row_end(out->sink->self, offset);
}

void html_out_table_end(struct html_out *out, size_t offset)
{
    offset = forward(out, offset);
    if (!out->mute)
        out->sink->table_end(out->sink->self, offset);
    out->depth--;
    clear_gap(out);
}

void html_out_finish(struct html_out *out)
{
    html_out_anchors(out, SIZE_MAX);
}
