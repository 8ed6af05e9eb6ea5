/* SPDX-License-Identifier: MIT */
/* Paragraphs: wrapping, indents, centring, and rules across the page. */
#include "layout/prose.h"

#include "base/width.h"
#include "layout/wrap.h"

enum {
    RULE = 0x2500,
    SHORT_RULE = 3, /* columns, where lines have no width */
    NARROW = 24     /* columns that text must have before it gives some up for its indent */
};

static size_t blanks_of(struct slice text)
{
    size_t blanks = 0;
    while (blanks < text.len && text.at[blanks] == ' ')
        blanks++;
    return blanks;
}

/* The indent that a width has room for. */
static size_t fitting_indent(size_t indent, size_t width)
{
    size_t most = width > NARROW ? width - NARROW : 0;
    if (most > width / 2)
        most = width / 2;
    return indent < most ? indent : most;
}

static void add_rule(struct stretch *s, const struct block *b, size_t width, struct splice *splice)
{
    size_t indent = width > 0 ? fitting_indent(b->shape.indent, width) : 0;
    size_t columns = width > 0 ? width - indent : SHORT_RULE;
    splice_made(splice, RULE, columns, b->offset);
    struct block *rule = splice_block(splice, &s->arena, b);
    rule->end = b->end;
    array_push(&s->lines, ((struct line){.kind = LINE_TEXT,
                                         .block = rule,
                                         .text = rule->text,
                                         .offset = b->offset,
                                         .order = b->offset,
                                         .indent = (unsigned)indent,
                                         .columns = columns,
                                         .page = b->page}));
}

static void add_whole(struct stretch *s, const struct block *b, size_t width)
{
    size_t indent = width > 0 ? fitting_indent(b->shape.indent, width) : 0;
    array_push(&s->lines, ((struct line){.kind = LINE_TEXT,
                                         .block = b,
                                         .text = b->text,
                                         .offset = b->offset,
                                         .order = b->offset,
                                         .indent = (unsigned)indent,
                                         .columns = width_of_text(b->text),
                                         .page = b->page}));
}

static void add_wrapped(struct stretch *s, const struct block *b, size_t width)
{
    size_t hang = fitting_indent(b->shape.indent, width);
    long first = (long)b->shape.indent + b->shape.first;
    size_t indent = first > 0 ? fitting_indent((size_t)first, width) : 0;
    size_t begin = b->shape.align == ALIGN_LEFT ? 0 : blanks_of(b->text);
    struct line line = {.kind = LINE_TEXT, .block = b, .page = b->page};
    for (size_t at = begin; at < b->text.len;) {
        size_t next, room = width - indent;
        struct slice rest = slice_cut(b->text, at, b->text.len);
        line.text = slice_cut(rest, 0, wrap_line(rest, room, &next));
        line.columns = width_of_text(line.text);
        line.offset = line.order = block_source(b, at);
        line.indent = (unsigned)indent;
        size_t free_columns = line.columns < room ? room - line.columns : 0;
        if (b->shape.align == ALIGN_CENTER)
            line.indent += (unsigned)free_columns / 2;
        else if (b->shape.align == ALIGN_RIGHT)
            line.indent += (unsigned)free_columns;
        array_push(&s->lines, line);
        at += next;
        indent = hang;
    }
}

void prose_add(struct stretch *s, const struct block *b, size_t width, struct splice *splice)
{
    if (b->flags & SINK_RULE)
        add_rule(s, b, width, splice);
    else if (width == 0 || b->shape.preformatted || b->flags & SINK_COLUMNS)
        add_whole(s, b, width);
    else
        add_wrapped(s, b, width);
}
