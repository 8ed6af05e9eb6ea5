/* SPDX-License-Identifier: MIT */
/* libfolio: the tables of a node, one at a time. */
#include "lib/lib_filing.h"

#include "base/clean.h"
#include "layout/table_out.h"
#include "lib/table_walk.h"

#include <string.h>

/* What fills columns [column, column + span) of a row. Its text stands behind that of what was in
 * the first of them; they are joined when they are asked for. */
struct filled {
    size_t column, span, offset;
    const char *text, *whole; /* `whole`: with what is before it; NULL: not yet asked for */
    size_t before;            /* its number, from 1; 0: nothing is */
};

struct folio_table {
    struct folio_document *document;
    folio_table_fn *tell;
    void *self;
    int result;
    struct arena arena; /* of the texts of this table */
    const char *caption;
    size_t offset, length, page, columns, heads;
    bool *numeric;               /* of each column */
    ARRAY(size_t) rows;          /* where the cells of each begin in: */
    ARRAY(struct filled) filled; /* a row may have very many columns, and few cells */
    size_t *row;   /* of the row that was looked at last, the number, from 1, of what */
    size_t spread; /* fills each column, or 0; which row it is */
};

static void open_table(void *self, const struct table *from, const struct block *first)
{
    struct folio_table *t = self;
    arena_init(&t->arena);
    t->caption = lib_text(&t->arena, from->caption);
    t->offset = from->offset;
    t->page = first->page + 1;
    t->columns = from->columns;
    t->heads = t->rows.count = t->filled.count = 0;
    t->numeric = arena_array(&t->arena, t->columns, sizeof *t->numeric);
    t->row = arena_array(&t->arena, t->columns, sizeof *t->row);
    for (size_t i = 0; i < t->columns; i++)
        t->numeric[i] = from->column[i].numeric;
}

static void empty_row(struct folio_table *t)
{
    if (t->columns > 0)
        memset(t->row, 0, t->columns * sizeof *t->row);
}

static void fill(struct folio_table *t, size_t filled)
{
    const struct filled *f = &t->filled.at[filled];
    for (size_t i = f->column; i < t->columns && i < f->column + f->span; i++)
        t->row[i] = filled + 1;
}

/* Puts the text into columns [column, column + span) of the row. */
static void add_cell(struct folio_table *t, size_t column, size_t span, struct slice text,
                     size_t offset)
{
    if (column >= t->columns || text.len == 0)
        return;
    struct filled f = {.column = column,
                       .span = span,
                       .offset = offset,
                       .text = lib_text(&t->arena, text),
                       .before = t->row[column]};
    array_push(&t->filled, f);
    fill(t, t->filled.count - 1);
}

static void add_row(void *self, const struct block *b)
{
    struct folio_table *t = self;
    const struct row *row = b->row;
    bool head = row->index < row->table->header_rows;
    if (t->result != 0)
        return;
    t->heads += head && t->heads == t->rows.count;
    t->spread = t->rows.count;
    array_push(&t->rows, t->filled.count);
    empty_row(t);
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *c = &row->cells[i];
        add_cell(t, c->column, head ? c->span : 1, slice_cut(b->text, c->from, c->to),
                 block_source(b, c->from));
    }
}

static void close_table(void *self, size_t end)
{
    struct folio_table *t = self;
    t->length = end - t->offset;
    if (t->result == 0)
        t->result = t->tell(t->self, t);
    arena_deinit(&t->arena);
}

int folio_tables(struct folio_document *d, size_t node, folio_table_fn *table, void *self)
{
    struct folio_table t = {.document = d, .tell = table, .self = self};
    struct table_hearer hearer = {open_table, add_row, close_table, &t};
    size_t from, to;
    if (!table || !lib_bounds(d, node, &from, &to))
        return 0;
    (void)lib_outline(d); /* reads all, before segments are looked at one by one */
    table_walk(d->filing->submission, d->document, from, to, &hearer);
    array_deinit(&t.rows);
    array_deinit(&t.filled);
    return t.result;
}

const char *folio_table_caption(const struct folio_table *t)
{
    return t ? t->caption : "";
}

size_t folio_table_offset(const struct folio_table *t)
{
    return t ? t->offset : FOLIO_NOWHERE;
}

size_t folio_table_length(const struct folio_table *t)
{
    return t ? t->length : 0;
}

size_t folio_table_page(const struct folio_table *t)
{
    return t && content_has_pages(lib_content(t->document)) ? t->page : 0;
}

const char *folio_table_node(struct folio_table *t)
{
    if (!t)
        return "";
    const struct node *nodes;
    struct outline *outline = lib_outline(t->document);
    (void)outline_nodes(outline, &nodes);
    size_t node = address_node(outline, nodes, t->offset);
    return node == (size_t)-1 ? "" : lib_text(&t->arena, nodes[node].id);
}

const char *folio_table_address(struct folio_table *t)
{
    if (!t)
        return "";
    struct buffer address = {0};
    address_write(t->document->filing->outlines, t->document->document, t->offset, &address);
    const char *text = lib_text(&t->arena, buffer_slice(&address));
    buffer_deinit(&address);
    return text;
}

size_t folio_table_columns(const struct folio_table *t)
{
    return t ? t->columns : 0;
}

size_t folio_table_rows(const struct folio_table *t)
{
    return t ? t->rows.count : 0;
}

size_t folio_table_heads(const struct folio_table *t)
{
    return t ? t->heads : 0;
}

int folio_table_numeric(const struct folio_table *t, size_t column)
{
    return column < folio_table_columns(t) && t->numeric[column];
}

static size_t row_end(const struct folio_table *t, size_t row)
{
    return row + 1 < t->rows.count ? t->rows.at[row + 1] : t->filled.count;
}

/* What fills the column of a row, or NULL. */
static struct filled *filled_at(struct folio_table *t, size_t row, size_t column)
{
    if (row >= folio_table_rows(t) || column >= folio_table_columns(t))
        return NULL;
    if (t->spread != row) {
        size_t end = row_end(t, row);
        empty_row(t);
        for (size_t i = t->rows.at[row]; i < end; i++)
            fill(t, i);
        t->spread = row;
    }
    return t->row[column] > 0 ? &t->filled.at[t->row[column] - 1] : NULL;
}

static struct filled *before(struct folio_table *t, const struct filled *f)
{
    return f->before > 0 ? &t->filled.at[f->before - 1] : NULL;
}

/* Joins the texts, the last of which is that of `f`. */
static const char *join(struct folio_table *t, struct filled *f)
{
    size_t length = 0;
    for (const struct filled *at = f; at; at = before(t, at))
        length += strlen(at->text) + 1;
    char *whole = arena_alloc(&t->arena, length), *end = whole + length;
    for (const struct filled *at = f; at; at = before(t, at)) {
        size_t one = strlen(at->text);
        *--end = at == f ? '\0' : ' ';
        end -= one;
        memcpy(end, at->text, one);
    }
    return whole;
}

const char *folio_cell(struct folio_table *t, size_t row, size_t column)
{
    struct filled *f = filled_at(t, row, column);
    if (f && !f->whole)
        f->whole = f->before > 0 ? join(t, f) : f->text;
    return f ? f->whole : "";
}

size_t folio_cell_offset(struct folio_table *t, size_t row, size_t column)
{
    const struct filled *f = filled_at(t, row, column);
    while (f && f->before > 0)
        f = before(t, f);
    return f ? f->offset : FOLIO_NOWHERE;
}

int folio_table_format(const char *format)
{
    enum table_format f;
    return format && table_format_of(format, &f);
}

/* Gives what was written so far, once it is worth it or `all` is said; what `piece` returned. */
static int pass_on(struct buffer *text, bool all, folio_piece *piece, void *self)
{
    enum { PIECE = 64 * 1024 };
    if (text->len == 0 || (text->len < PIECE && !all))
        return 0;
    int result = piece(self, buffer_text(text), text->len);
    buffer_clear(text);
    return result;
}

int folio_table_write(struct folio_table *t, const char *format, folio_piece *piece, void *self)
{
    enum table_format as;
    struct table_out out = {0};
    struct buffer text = {0};
    int result = 0;
    if (!t || !piece || !format || !table_format_of(format, &as))
        return 0;
    table_out_begin(&out, as, &text, t->columns);
    for (size_t i = 0; i < t->columns; i++)
        if (t->numeric[i])
            table_out_numeric(&out, i);
    for (size_t row = 0; row < t->rows.count && result == 0; row++) {
        size_t end = row_end(t, row);
        for (size_t i = t->rows.at[row]; i < end; i++) {
            const struct filled *f = &t->filled.at[i];
            table_out_cell(&out, f->column, f->span, slice_of(f->text), f->offset);
        }
        table_out_row(&out, row < t->heads);
        result = pass_on(&text, false, piece, self);
    }
    table_out_end(&out, (struct slice){NULL, 0});
    if (result == 0)
        result = pass_on(&text, true, piece, self);
    buffer_deinit(&text);
    return result;
}
