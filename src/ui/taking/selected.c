/* SPDX-License-Identifier: MIT */
/* From a selection to what is drawn of it. */
#include "ui/taking/selected.h"

static void add_passage(struct passages *out, size_t from, size_t to, bool lines)
{
    struct passage_drawn *p = array_add(&out->list);
    *p = (struct passage_drawn){.from = from, .to = to, .role = ROLE_SELECTION, .lines = lines};
}

/* Of a row of a table whose cells are wrapped, each line holds pieces from many places: what lies
 * between them stands on another line. */
static void add_pieces(struct passages *out, const struct block *b, size_t first, size_t behind,
                       bool lines)
{
    size_t from = first;
    for (size_t at = first; at < behind; at++) {
        bool last = at + 1 == behind;
        if (block_is_made(b, at)) {
            if (at > from)
                add_passage(out, block_source(b, from), block_source(b, at - 1) + 1, lines);
            from = at + 1;
        } else if (last || block_source(b, at + 1) != block_source(b, at) + 1) {
            add_passage(out, block_source(b, from), block_source(b, at) + 1, lines);
            from = at + 1;
        }
    }
}

void selected_add(const struct selection *s, const struct text_view *view, struct passages *out)
{
    struct selection_span span;
    struct spot spot;
    if (!view->flow || !selection_span(s, view->flow, &span))
        return;
    for (int row = 0; row < view->rows; row++) {
        const struct line *line = text_view_line(view, row, &spot);
        size_t first, behind;
        if (!line)
            break;
        if (!selection_bytes(&span, spot, line, &first, &behind))
            continue;
        if (line->block->row)
            add_pieces(out, line->block, first, behind, s->lines);
        else
            add_passage(out, block_source(line->block, first),
                        block_source(line->block, behind - 1) + 1, s->lines);
    }
    out->cursor = s->moving;
}
