/* SPDX-License-Identifier: MIT */
/* The window on a flow and its moves. */
#include "ui/text_view.h"

#include "model/table.h"

enum {
    FAR_ENOUGH = 5000 /* lines looked through for a paragraph */
};

void text_view_init(struct text_view *v, struct submission *s, const struct settings *settings)
{
    *v = (struct text_view){.submission = s, .settings = settings};
}

void text_view_deinit(struct text_view *v)
{
    if (v->flow)
        flow_free(v->flow);
    v->flow = NULL;
}

static struct document *document_of(const struct text_view *v)
{
    return submission_document(v->submission, v->document);
}

bool text_view_paged(const struct text_view *v)
{
    return v->flow && !settings_is(v->settings, OPTION_FLOW) &&
           content_has_pages(flow_content(v->flow));
}

/* Where the first letter of a line stands: what is indented is at its letters, not its blanks. */
static size_t letter_of(const struct line *line)
{
    return line->kind == LINE_TEXT ? line_letter(line) : line->offset;
}

/* The top has moved: what it shows is what will stay there. */
static void set_top(struct text_view *v, struct spot top)
{
    v->top = top;
    v->above = 0;
    const struct line *line = flow_line(v->flow, top);
    while (line && line->kind != LINE_TEXT && v->above < FAR_ENOUGH && flow_next(v->flow, &top)) {
        v->above++;
        line = flow_line(v->flow, top);
    }
    if (line)
        v->anchor = letter_of(line);
}

static const struct line *line_before(const struct text_view *v, struct spot *spot)
{
    return flow_previous(v->flow, spot) ? flow_line(v->flow, *spot) : NULL;
}

/* Moves the spot back while it stays on its page (in pages) or in the document. */
static size_t back(const struct text_view *v, struct spot *spot, size_t lines)
{
    bool paged = text_view_paged(v);
    size_t moved = 0;
    while (moved < lines) {
        struct spot next = *spot;
        const struct line *line = line_before(v, &next);
        if (!line || (paged && line->kind == LINE_RULE))
            break;
        *spot = next;
        moved++;
    }
    return moved;
}

static size_t pane_width(const struct text_view *v)
{
    return v->columns > 0 ? (size_t)v->columns : 1;
}

/* The lines of a printed text have their width; paragraphs are set as wide as is easy to read. */
static size_t flow_width(const struct text_view *v, const struct content *c)
{
    size_t width = pane_width(v);
    size_t most = (size_t)settings_get(v->settings, OPTION_TEXT_WIDTH);
    return width > most && !content_is_printed(c) ? most : width;
}

static void make_flow(struct text_view *v)
{
    struct document *d = document_of(v);
    struct flow *before = v->flow;
    v->flow = NULL;
    v->table.known = false;
    if (d) {
        struct content *c = content_of(v->submission, d);
        v->width = flow_width(v, c);
        v->most = pane_width(v);
        v->wrap = settings_is(v->settings, OPTION_WRAP);
        v->flow =
            flow_new(c, (struct flow_options){.width = v->width, .most = v->most, .wrap = v->wrap});
    }
    /* Now, so that content which both are of is not let go between. */
    flow_free(before);
}

/* Finds the anchor in the flow and shows it at the top as it was. */
static void find_anchor(struct text_view *v)
{
    v->has_lines = v->flow && flow_find(v->flow, v->anchor, &v->top);
    if (v->has_lines)
        v->above = back(v, &v->top, v->above);
}

/* True when the offset is on the line at the top: going there was going to it. */
static bool holds(const struct text_view *v, size_t offset)
{
    size_t from;
    size_t to;
    const struct line *line = flow_line(v->flow, v->top);
    return line && offset > v->anchor && line_columns(line, offset, 1, &from, &to);
}

void text_view_open(struct text_view *v, size_t document, size_t offset)
{
    size_t count = submission_documents(v->submission);
    if (document >= count)
        document = count ? count - 1 : 0;
    if (!v->flow || document != v->document) {
        v->document = document;
        v->left = 0;
        make_flow(v);
    }
    v->has_lines = v->flow && flow_find(v->flow, offset, &v->top);
    if (v->has_lines)
        set_top(v, v->top);
    if (!v->has_lines || holds(v, offset))
        v->anchor = offset;
}

void text_view_fit(struct text_view *v)
{
    if (!v->flow)
        return;
    bool wrap = v->wrap;
    if (flow_width(v, flow_content(v->flow)) != v->width || pane_width(v) != v->most ||
        settings_is(v->settings, OPTION_WRAP) != wrap)
        make_flow(v);
    if (v->wrap && !wrap)
        v->left = 0; /* what wraps begins at the left */
    find_anchor(v);
}

/* Lines from the top to the end of the page or document, no more than `limit`. */
static size_t extent(const struct text_view *v, size_t limit)
{
    bool paged = text_view_paged(v);
    struct spot spot = v->top;
    size_t lines = 0;
    while (lines < limit) {
        const struct line *line = flow_line(v->flow, spot);
        if (!line)
            break;
        lines++;
        if ((paged && line->kind == LINE_RULE) || !flow_next(v->flow, &spot))
            break;
    }
    return lines;
}

size_t text_view_down(struct text_view *v, size_t lines)
{
    if (!v->has_lines || lines == 0)
        return 0;
    size_t rows = v->rows > 0 ? (size_t)v->rows : 1;
    size_t most = extent(v, rows + lines);
    size_t moved = 0;
    struct spot spot = v->top;
    while (moved < lines && moved + rows < most && flow_next(v->flow, &spot))
        moved++;
    if (moved)
        set_top(v, spot);
    return moved;
}

size_t text_view_up(struct text_view *v, size_t lines)
{
    if (!v->has_lines)
        return 0;
    struct spot spot = v->top;
    size_t moved = back(v, &spot, lines);
    if (moved)
        set_top(v, spot);
    return moved;
}

bool text_view_turn_on(struct text_view *v)
{
    if (!v->has_lines || !text_view_paged(v))
        return false;
    struct spot spot = v->top;
    size_t rows = v->rows > 0 ? (size_t)v->rows : 1;
    for (size_t i = 0; i <= rows; i++) {
        const struct line *line = flow_line(v->flow, spot);
        if (!flow_next(v->flow, &spot))
            return false;
        if (line && line->kind == LINE_RULE) {
            set_top(v, spot);
            return true;
        }
    }
    return false;
}

bool text_view_turn_back(struct text_view *v)
{
    if (!v->has_lines || !text_view_paged(v))
        return false;
    struct spot spot = v->top;
    const struct line *line = line_before(v, &spot);
    if (!line || line->kind != LINE_RULE)
        return false;
    back(v, &spot, v->rows > 1 ? (size_t)v->rows - 1 : 1);
    set_top(v, spot);
    return true;
}

bool text_view_page(struct text_view *v, size_t page)
{
    struct spot spot;
    if (!v->flow || !flow_page(v->flow, page, &spot))
        return false;
    v->has_lines = true;
    set_top(v, spot);
    return true;
}

void text_view_first(struct text_view *v)
{
    struct spot spot;
    if (v->flow && flow_first(v->flow, &spot)) {
        v->has_lines = true;
        set_top(v, spot);
    }
}

void text_view_last(struct text_view *v)
{
    struct spot spot;
    if (!v->flow || !flow_last(v->flow, &spot))
        return;
    v->has_lines = true;
    back(v, &spot, v->rows > 1 ? (size_t)v->rows - 1 : 0);
    set_top(v, spot);
}

void text_view_go(struct text_view *v, size_t offset, size_t context)
{
    struct spot spot;
    if (!v->flow || !flow_find(v->flow, offset, &spot))
        return;
    v->has_lines = true;
    back(v, &spot, context);
    set_top(v, spot);
    /* What is left of the page may not fill the screen: then more above it is of more use. */
    size_t rows = v->rows > 0 ? (size_t)v->rows : 1;
    size_t below = context ? extent(v, rows) : rows;
    if (below < rows)
        text_view_up(v, rows - below);
    if (context == 0 && holds(v, offset))
        v->anchor = offset;
}

bool text_view_paragraph(struct text_view *v, bool forward)
{
    if (!v->has_lines)
        return false;
    struct spot spot = v->top;
    for (size_t i = 0; i < FAR_ENOUGH; i++) {
        if (!(forward ? flow_next(v->flow, &spot) : flow_previous(v->flow, &spot)))
            return false;
        const struct line *line = flow_line(v->flow, spot);
        struct spot before = spot;
        const struct line *above = line_before(v, &before);
        if (line && line->kind == LINE_TEXT && (!above || above->kind != LINE_TEXT)) {
            set_top(v, spot);
            return true;
        }
    }
    return false;
}

const struct line *text_view_line(const struct text_view *v, int row, struct spot *spot)
{
    if (!v->has_lines)
        return NULL;
    if (row == 0) {
        *spot = v->top;
        return flow_line(v->flow, *spot);
    }
    const struct line *before = flow_line(v->flow, *spot);
    if (before && before->kind == LINE_RULE && text_view_paged(v))
        return NULL;
    return flow_next(v->flow, spot) ? flow_line(v->flow, *spot) : NULL;
}

const void *text_view_table(const struct line *line)
{
    if (line->kind != LINE_TEXT)
        return NULL;
    return line->block->row ? (const void *)line->block->row->table : line->block->ruler;
}

/* The widest of the lines of a row's table from the spot on, or back; `widest` when none is wider.
 */
static size_t widest_of_table(const struct text_view *v, struct spot spot, bool forward,
                              size_t widest)
{
    size_t segment = spot.segment;
    const void *table = text_view_table(flow_line(v->flow, spot));
    do {
        const struct line *line = flow_line(v->flow, spot);
        if (spot.segment != segment || (line->kind == LINE_TEXT && text_view_table(line) != table))
            break;
        if (line->indent + line->columns > widest)
            widest = line->indent + line->columns;
    } while (forward ? flow_next(v->flow, &spot) : flow_previous(v->flow, &spot));
    return widest;
}

/* The width of a row's table. */
static size_t table_width(struct text_view *v, const struct line *line, struct spot spot)
{
    size_t offset = line->block->row->table->offset;
    struct text_view_table *t = &v->table;
    if (!t->known || t->segment != spot.segment || t->offset != offset)
        *t = (struct text_view_table){
            true, spot.segment, offset,
            widest_of_table(v, spot, false, widest_of_table(v, spot, true, 0))};
    return t->width;
}

size_t text_view_line_left(struct text_view *v, const struct line *line, struct spot spot)
{
    size_t columns = v->columns > 0 ? (size_t)v->columns : 0;
    if (v->left == 0 || line->kind != LINE_TEXT)
        return 0;
    if (line->block->row) {
        size_t width = table_width(v, line, spot);
        size_t most = width > columns ? width - columns : 0;
        return v->left < most ? v->left : most;
    }
    bool in_columns = line->block->flags & (SINK_COLUMNS | SINK_TABLE);
    return line->indent + line->columns <= columns && !in_columns ? 0 : v->left;
}

void text_view_visible(const struct text_view *v, size_t *from, size_t *to)
{
    *from = *to = v->anchor;
    struct spot spot;
    for (int row = 0; row < v->rows; row++) {
        const struct line *line = text_view_line(v, row, &spot);
        if (!line)
            break;
        if (line->kind != LINE_TEXT)
            continue;
        size_t at = (size_t)(line->text.at - line->block->text.at);
        size_t end = block_source(line->block, at + line->text.len);
        *to = end > *to ? end : *to;
    }
}

size_t text_view_reading(const struct text_view *v)
{
    struct spot spot;
    bool below_head = false;
    for (int row = 0; row < v->rows; row++) {
        const struct line *line = text_view_line(v, row, &spot);
        if (!line)
            break;
        if (line->kind != LINE_TEXT)
            continue;
        if (!(line->block->flags & SINK_FURNITURE))
            return below_head ? letter_of(line) : v->anchor;
        below_head = true;
    }
    return v->anchor;
}
