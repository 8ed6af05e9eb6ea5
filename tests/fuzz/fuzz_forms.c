/* SPDX-License-Identifier: MIT */
/*
 * fuzz_forms: the reader of XML forms, on any bytes.
 *
 * What it says must lie in the input, stay in order and keep the grammar of a sink.
 */
#include "formats/forms/forms.h"

#include "must.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { BASE = 64 };

struct listener {
    struct slice text;
    size_t last;
    bool block, table, row, cell;
};

static struct listener *pass(void *self, size_t offset)
{
    struct listener *l = self;
    must(offset >= l->last && offset >= BASE && offset <= BASE + l->text.len);
    l->last = offset;
    return l;
}

static void on_blank(void *self, size_t lines)
{
    struct listener *l = self;
    must(!l->block && !l->table && lines > 0);
}

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct listener *l = pass(self, offset);
    (void)flags;
    must(!l->block && l->table == l->cell);
    l->block = true;
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct listener *l = pass(self, offset);
    must(l->block && text.len <= l->text.len - (offset - BASE));
    must(text.at == l->text.at + (offset - BASE));
    for (size_t i = 0; i < text.len; i++)
        must((unsigned char)text.at[i] >= ' ' && text.at[i] != 0x7F);
    l->last = offset + text.len;
}

static void on_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    struct listener *l = pass(self, offset);
    must(l->block && count > 0 && code >= ' ' && code <= 0x10ffff);
    must(length <= l->text.len - (offset - BASE));
    l->last = offset + length;
}

static void on_end(void *self, size_t offset)
{
    struct listener *l = pass(self, offset);
    must(l->block);
    l->block = false;
}

static void on_shape(void *self, const struct sink_shape *shape)
{
    must(!((struct listener *)self)->block && shape->indent + shape->first >= 0);
}

static void on_style(void *self, unsigned style)
{
    (void)style;
    must(((struct listener *)self)->block);
}

static void on_name(void *self, struct slice name, size_t offset)
{
    (void)name;
    pass(self, offset);
}

static void on_table(void *self, size_t offset)
{
    struct listener *l = pass(self, offset);
    must(!l->block && !l->table);
    l->table = true;
}

static void on_row(void *self, size_t offset)
{
    struct listener *l = pass(self, offset);
    must(l->table && !l->row);
    l->row = true;
}

static void on_cell(void *self, const struct sink_cell *cell, size_t offset)
{
    struct listener *l = pass(self, offset);
    must(l->row && !l->cell && cell->columns > 0 && cell->rows > 0);
    l->cell = true;
}

static void on_cell_end(void *self, size_t offset)
{
    struct listener *l = pass(self, offset);
    must(l->cell && !l->block);
    l->cell = false;
}

static void on_row_end(void *self, size_t offset)
{
    struct listener *l = pass(self, offset);
    must(l->row && !l->cell);
    l->row = false;
}

static void on_table_end(void *self, size_t offset)
{
    struct listener *l = pass(self, offset);
    must(l->table && !l->row);
    l->table = false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct listener l = {.text = {(const char *)data, size}, .last = BASE};
    struct sink sink = {
        .self = &l,
        .blank = on_blank,
        .begin = on_begin,
        .text = on_text,
        .code = on_code,
        .end = on_end,
        .shape = on_shape,
        .style = on_style,
        .link = on_name,
        .anchor = on_name,
        .table = on_table,
        .row = on_row,
        .cell = on_cell,
        .cell_end = on_cell_end,
        .row_end = on_row_end,
        .table_end = on_table_end,
    };
    forms_read(l.text, BASE, &sink);
    must(!l.block && !l.table);
    return 0;
}
