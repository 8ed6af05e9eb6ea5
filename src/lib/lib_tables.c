/* SPDX-License-Identifier: MIT */
/* libfolio: the tables of a node, one at a time. */
#include "lib/lib_filing.h"

#include "base/clean.h"
#include "layout/table_out.h"
#include "lib/table_walk.h"

#include <stdlib.h>

struct value {
    const char *text;
    size_t offset;
};

struct folio_table {
    struct folio_document *document;
    folio_table_fn *tell;
    void *self;
    int result;
    struct arena arena; /* of the texts of this table */
    const char *caption;
    size_t offset, length, page, columns, rows, heads;
    bool *numeric;              /* of each column */
    ARRAY(struct value) values; /* row by row */
};

static void open_table(void *self, const struct table *from, const struct block *first)
{
    struct folio_table *t = self;
    arena_init(&t->arena);
    t->caption = lib_text(&t->arena, from->caption);
    t->offset = from->offset;
    t->page = first->page + 1;
    t->columns = from->columns;
    t->rows = t->heads = t->values.count = 0;
    t->numeric = arena_array(&t->arena, t->columns, sizeof *t->numeric);
    for (size_t i = 0; i < t->columns; i++)
        t->numeric[i] = from->column[i].numeric;
}

/* Puts the text into columns [column, column + span) of the row that begins at `first`, behind what
 * the first of them has. */
static void add_cell(struct folio_table *t, size_t first, size_t column, size_t span,
                     struct value cell)
{
    if (column >= t->columns || *cell.text == '\0')
        return;
    const struct value *there = &t->values.at[first + column];
    if (*there->text != '\0') {
        struct buffer joined = {0};
        buffer_addf(&joined, "%s %s", there->text, cell.text);
        cell = (struct value){arena_copy(&t->arena, buffer_slice(&joined)).at, there->offset};
        buffer_deinit(&joined);
    }
    for (size_t i = column; i < t->columns && i < column + span; i++)
        t->values.at[first + i] = cell;
}

static void add_row(void *self, const struct block *b)
{
    struct folio_table *t = self;
    const struct row *row = b->row;
    bool head = row->index < row->table->header_rows;
    size_t first = t->values.count;
    if (t->result != 0)
        return;
    for (size_t i = 0; i < t->columns; i++)
        array_push(&t->values, ((struct value){"", FOLIO_NOWHERE}));
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *c = &row->cells[i];
        struct slice text = slice_cut(b->text, c->from, c->to);
        add_cell(t, first, c->column, head ? c->span : 1,
                 (struct value){lib_text(&t->arena, text), block_source(b, c->from)});
    }
    t->rows++;
    t->heads += head && t->heads + 1 == t->rows;
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
    array_deinit(&t.values);
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
    return t ? t->rows : 0;
}

size_t folio_table_heads(const struct folio_table *t)
{
    return t ? t->heads : 0;
}

int folio_table_numeric(const struct folio_table *t, size_t column)
{
    return column < folio_table_columns(t) && t->numeric[column];
}

static struct value value_of(const struct folio_table *t, size_t row, size_t column)
{
    if (row >= folio_table_rows(t) || column >= folio_table_columns(t))
        return (struct value){"", FOLIO_NOWHERE};
    return t->values.at[row * t->columns + column];
}

const char *folio_cell(const struct folio_table *t, size_t row, size_t column)
{
    return value_of(t, row, column).text;
}

size_t folio_cell_offset(const struct folio_table *t, size_t row, size_t column)
{
    return value_of(t, row, column).offset;
}

int folio_table_format(const char *format)
{
    enum table_format f;
    return format && table_format_of(format, &f);
}

char *folio_table_text(const struct folio_table *t, const char *format, size_t *length)
{
    enum table_format f;
    struct table_out out = {0};
    struct buffer text = {0};
    if (length)
        *length = 0;
    if (!t || !format || !table_format_of(format, &f))
        return NULL;
    table_out_begin(&out, f, &text, t->columns);
    for (size_t i = 0; i < t->columns; i++)
        if (t->numeric[i])
            table_out_numeric(&out, i);
    for (size_t row = 0; row < t->rows; row++) {
        for (size_t i = 0; i < t->columns; i++) {
            struct value v = value_of(t, row, i);
            table_out_cell(&out, i, 1, slice_of(v.text), v.offset);
        }
        table_out_row(&out, row < t->heads);
    }
    table_out_end(&out, (struct slice){NULL, 0});
    if (length)
        *length = text.len;
    char *copy = slice_copy(buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}
