/* SPDX-License-Identifier: MIT */
/*
 * fuzz_html: the reader of HTML, on any bytes, in pieces of any size.
 *
 * What it says must follow the grammar of formats/sink.h, lie in the input and stay in reading
 * order, also where it changes from XML to HTML and only what was kept stays said.
 */
#include "formats/html.h"

#include "must.h"

#include <stdint.h>

enum { DEEPEST = SINK_DEPTH * 3, LONGEST = 255 };

enum place { IN_TABLE, IN_ROW, IN_CELL };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct listener {
    struct html *html;
    struct slice text;
    size_t last;
    size_t item; /* where what is at the top began last */
    size_t kept;
    enum place places[DEEPEST];
    size_t depth;
    bool open, keeps;
};

static void move_on(struct listener *l, size_t offset)
{
    must(offset >= l->last && offset <= l->text.len);
    l->last = offset;
}

static bool at_top(const struct listener *l)
{
    return !l->open && l->depth == 0;
}

/* A block or a table may begin here. */
static bool may_begin(const struct listener *l)
{
    return !l->open && (l->depth == 0 || l->places[l->depth - 1] == IN_CELL);
}

static void begin_item(struct listener *l, size_t offset)
{
    if (!at_top(l))
        return;
    must(offset >= l->kept);
    if (l->keeps && offset > l->item)
        html_kept(l->html, l->kept = offset);
    l->item = offset;
}

static void on_page(void *self, size_t offset)
{
    struct listener *l = self;
    must(at_top(l) && offset >= l->kept);
    move_on(l, offset);
}

static void on_blank(void *self, size_t lines)
{
    must(at_top(self) && lines > 0);
}

static void on_columns(void *self, const unsigned *edges, size_t count)
{
    (void)self, (void)edges, (void)count;
    abort();
}

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct listener *l = self;
    (void)flags;
    must(may_begin(l));
    begin_item(l, offset);
    move_on(l, offset);
    l->open = true;
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct listener *l = self;
    must(l->open && text.len > 0 && text.at == l->text.at + offset);
    move_on(l, offset);
    move_on(l, offset + text.len);
    for (size_t i = 0; i < text.len; i++)
        must((unsigned char)text.at[i] >= ' ' && text.at[i] != 0x7F);
}

static void on_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    struct listener *l = self;
    must(l->open && code >= ' ' && code <= 0x10FFFF && count > 0 && count <= LONGEST);
    move_on(l, offset);
    move_on(l, offset + length);
}

static void on_end(void *self, size_t offset)
{
    struct listener *l = self;
    must(l->open);
    move_on(l, offset);
    l->open = false;
}

static void on_shape(void *self, const struct sink_shape *shape)
{
    must(may_begin(self) && shape->indent + shape->first >= 0 && shape->heading <= 6);
}

static void on_style(void *self, unsigned style)
{
    must(((struct listener *)self)->open && style < 256);
}

static void on_link(void *self, struct slice href, size_t offset)
{
    struct listener *l = self;
    (void)href;
    must(l->open);
    move_on(l, offset);
}

static void on_anchor(void *self, struct slice name, size_t offset)
{
    struct listener *l = self;
    must(name.len > 0 && (l->open || may_begin(l)));
    move_on(l, offset);
}

static void push(struct listener *l, enum place place, size_t offset)
{
    must(!l->open && l->depth < DEEPEST);
    move_on(l, offset);
    l->places[l->depth++] = place;
}

static void pop(struct listener *l, enum place place, size_t offset)
{
    must(!l->open && l->depth > 0 && l->places[l->depth - 1] == place);
    move_on(l, offset);
    l->depth--;
}

static void on_table(void *self, size_t offset)
{
    must(may_begin(self));
    begin_item(self, offset);
    push(self, IN_TABLE, offset);
}

static void on_row(void *self, size_t offset)
{
    struct listener *l = self;
    must(l->depth > 0 && l->places[l->depth - 1] == IN_TABLE);
    push(l, IN_ROW, offset);
}

static void on_cell(void *self, const struct sink_cell *cell, size_t offset)
{
    struct listener *l = self;
    must(l->depth > 0 && l->places[l->depth - 1] == IN_ROW);
    must(cell->columns >= 1 && cell->columns <= 1000 && cell->rows >= 1 && cell->rows <= 1000);
    must(cell->above <= 2 && cell->below <= 2 && cell->width <= 1000);
    push(l, IN_CELL, offset);
}

static void on_cell_end(void *self, size_t offset)
{
    pop(self, IN_CELL, offset);
}

static void on_row_end(void *self, size_t offset)
{
    pop(self, IN_ROW, offset);
}

static void on_table_end(void *self, size_t offset)
{
    pop(self, IN_TABLE, offset);
}

static void on_restart(void *self)
{
    struct listener *l = self;
    l->last = l->item = l->kept;
    l->depth = 0;
    l->open = false;
}

static void read_all(struct slice text, size_t piece, bool keeps)
{
    struct listener l = {.text = text, .keeps = keeps};
    struct sink sink = {&l,       on_page, on_blank, on_columns,  on_begin,   on_text,
                        on_code,  on_end,  on_shape, on_style,    on_link,    on_anchor,
                        on_table, on_row,  on_cell,  on_cell_end, on_row_end, on_table_end};
    l.html = html_new(text, 0, &sink);
    html_on_restart(l.html, on_restart, &l);
    while (html_read(l.html, piece))
        ;
    must(at_top(&l));
    html_free(l.html);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t from, to;
    if (size < 1)
        return 0;
    struct slice text = {(const char *)data + 1, size - 1};
    read_all(text, 1U << (data[0] & 15), data[0] & 16);
    if (html_is_plain(text, &from, &to))
        must(from <= to && to <= text.len);
    return 0;
}
