/* SPDX-License-Identifier: MIT */
/* libfolio: the tables of a node, copied. */
#include "lib/lib_filing.h"

#include "base/array.h"
#include "base/clean.h"
#include "base/memory.h"
#include "lib/table_walk.h"

#include <stdlib.h>

struct value {
    const char *text;
    size_t offset;
};

struct lib_table {
    const char *caption;
    size_t offset, length, columns, rows, heads;
    size_t first; /* of its values, row by row */
};

struct folio_tables {
    ARRAY(struct lib_table) list;
    ARRAY(struct value) values;
    struct arena arena;
};

static void open_table(void *self, const struct table *t, const struct block *first)
{
    struct folio_tables *all = self;
    (void)first;
    array_push(&all->list, ((struct lib_table){.caption = lib_text(&all->arena, t->caption),
                                               .offset = t->offset,
                                               .columns = t->columns,
                                               .first = all->values.count}));
}

/* Puts the text behind what the cell has. */
static void add_text(struct folio_tables *all, struct value *v, struct slice text, size_t offset)
{
    if (*v->text == '\0') {
        *v = (struct value){lib_text(&all->arena, text), offset};
        return;
    }
    struct buffer joined = {0};
    buffer_add_text(&joined, v->text);
    buffer_add_byte(&joined, ' ');
    clean_text(&joined, text);
    v->text = arena_copy(&all->arena, buffer_slice(&joined)).at;
    buffer_deinit(&joined);
}

static void add_row(void *self, const struct block *b)
{
    struct folio_tables *all = self;
    struct lib_table *t = &all->list.at[all->list.count - 1];
    const struct row *row = b->row;
    bool head = row->index < row->table->header_rows;
    size_t first = all->values.count;
    for (size_t i = 0; i < t->columns; i++)
        array_push(&all->values, ((struct value){"", FOLIO_NOWHERE}));
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *c = &row->cells[i];
        size_t end = c->column + (head ? c->span : (size_t)1);
        struct slice text = slice_cut(b->text, c->from, c->to);
        for (size_t k = c->column; text.len > 0 && k < end && k < t->columns; k++)
            add_text(all, &all->values.at[first + k], text, block_source(b, c->from));
    }
    t->rows++;
    t->heads += head && t->heads + 1 == t->rows;
}

static void close_table(void *self, size_t end)
{
    struct folio_tables *all = self;
    struct lib_table *t = &all->list.at[all->list.count - 1];
    t->length = end - t->offset;
}

struct folio_tables *folio_tables(struct folio_document *d, size_t node)
{
    size_t from, to;
    if (!lib_bounds(d, node, &from, &to))
        return NULL;
    struct folio_tables *all = memory_alloc(sizeof *all);
    struct table_hearer hearer = {open_table, add_row, close_table, all};
    arena_init(&all->arena);
    (void)lib_content(d);
    (void)folio_nodes(d); /* the whole document is read before its segments are looked at */
    table_walk(d->filing->submission, d->document, from, to, &hearer);
    return all;
}

void folio_tables_free(struct folio_tables *t)
{
    if (!t)
        return;
    array_deinit(&t->list);
    array_deinit(&t->values);
    arena_deinit(&t->arena);
    free(t);
}

size_t folio_tables_count(const struct folio_tables *t)
{
    return t ? t->list.count : 0;
}

static const struct lib_table *table_of(const struct folio_tables *t, size_t table)
{
    static const struct lib_table none = {.caption = ""};
    return table < folio_tables_count(t) ? &t->list.at[table] : &none;
}

const char *folio_table_caption(const struct folio_tables *t, size_t table)
{
    return table_of(t, table)->caption;
}

size_t folio_table_offset(const struct folio_tables *t, size_t table)
{
    return table_of(t, table)->offset;
}

size_t folio_table_length(const struct folio_tables *t, size_t table)
{
    return table_of(t, table)->length;
}

size_t folio_table_columns(const struct folio_tables *t, size_t table)
{
    return table_of(t, table)->columns;
}

size_t folio_table_rows(const struct folio_tables *t, size_t table)
{
    return table_of(t, table)->rows;
}

size_t folio_table_heads(const struct folio_tables *t, size_t table)
{
    return table_of(t, table)->heads;
}

static struct value value_of(const struct folio_tables *t, size_t table, size_t row, size_t column)
{
    const struct lib_table *l = table_of(t, table);
    if (row >= l->rows || column >= l->columns)
        return (struct value){"", FOLIO_NOWHERE};
    return t->values.at[l->first + row * l->columns + column];
}

const char *folio_cell(const struct folio_tables *t, size_t table, size_t row, size_t column)
{
    return value_of(t, table, row, column).text;
}

size_t folio_cell_offset(const struct folio_tables *t, size_t table, size_t row, size_t column)
{
    return value_of(t, table, row, column).offset;
}
