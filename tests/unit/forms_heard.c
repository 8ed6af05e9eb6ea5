/* SPDX-License-Identifier: MIT */
/* A sink that writes down what a form says. */
#include "forms_heard.h"

#include "base/memory.h"
#include "formats/forms/forms.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* An offset must not go back, nor leave the input. */
static struct forms_heard *pass(void *self, size_t offset)
{
    struct forms_heard *h = self;
    assert_true(offset >= h->last);
    assert_true(offset >= h->base && offset <= h->base + h->input.len);
    h->last = offset;
    return h;
}

static void on_page(void *self, size_t offset)
{
    pass(self, offset);
    fail_msg("a form has no pages");
}

static void on_blank(void *self, size_t lines)
{
    struct forms_heard *h = self;
    assert_true(!h->in_block && !h->in_table && lines == 1);
    buffer_add_byte(&h->text, '\n');
}

static void on_columns(void *self, const unsigned *edges, size_t count)
{
    (void)self;
    (void)edges;
    (void)count;
    fail_msg("a form has no columns of characters");
}

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    (void)flags;
    assert_true(!h->in_block && h->in_table == h->in_cell);
    assert_true(h->shape.indent + h->shape.first >= 0);
    h->in_block = true;
    h->blocks++;
    buffer_clear(&h->block);
}

static void cover(struct forms_heard *h, size_t offset, size_t length)
{
    assert_true(length <= h->base + h->input.len - offset);
    memset(h->covered + (offset - h->base), 1, length);
    h->last = offset + length;
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_block && text.len > 0);
    assert_ptr_equal(text.at, h->input.at + (offset - h->base));
    cover(h, offset, text.len);
    buffer_add(&h->block, text);
}

static void on_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_block && count == 1 && code >= ' ' && code <= 0x10FFFF);
    cover(h, offset, length);
    buffer_add_utf8(&h->block, code);
}

static void on_end(void *self, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_block && !h->linked);
    h->in_block = false;
    if (h->in_cell) {
        if (h->cell_blocks++ > 0)
            buffer_add_text(&h->text, " / ");
        buffer_add(&h->text, buffer_slice(&h->block));
        return;
    }
    if (h->shape.heading > 0) {
        buffer_add_fill(&h->text, '#', h->shape.heading);
        buffer_add_byte(&h->text, ' ');
    }
    buffer_add_fill(&h->text, ' ', (size_t)(h->shape.indent + h->shape.first));
    buffer_add(&h->text, buffer_slice(&h->block));
    buffer_add_byte(&h->text, '\n');
}

static void on_shape(void *self, const struct sink_shape *shape)
{
    struct forms_heard *h = self;
    assert_false(h->in_block);
    h->shape = *shape;
}

static void on_style(void *self, unsigned style)
{
    (void)style;
    assert_true(((struct forms_heard *)self)->in_block);
}

static void on_link(void *self, struct slice href, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_block && h->linked == (href.len == 0));
    h->linked = href.len > 0;
    if (h->linked)
        buffer_addf(&h->block, "<%.*s>", (int)href.len, href.at);
}

static void on_anchor(void *self, struct slice name, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    buffer_addf(&h->text, "@%.*s\n", (int)name.len, name.at);
}

static void on_table(void *self, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(!h->in_block && !h->in_table);
    h->in_table = true;
    h->tables++;
    buffer_add_text(&h->text, "[\n");
}

static void on_row(void *self, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_table && !h->in_row);
    h->in_row = true;
    h->rows++;
    h->cells = 0;
}

static void on_cell(void *self, const struct sink_cell *cell, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_row && !h->in_cell && cell->columns == 1 && cell->rows == 1);
    h->in_cell = true;
    h->cell_blocks = 0;
    if (h->cells++ > 0)
        buffer_add_text(&h->text, " | ");
}

static void on_cell_end(void *self, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_cell && !h->in_block);
    h->in_cell = false;
}

static void on_row_end(void *self, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_row && !h->in_cell && h->cells > 0);
    h->in_row = false;
    buffer_add_byte(&h->text, '\n');
}

static void on_table_end(void *self, size_t offset)
{
    struct forms_heard *h = pass(self, offset);
    assert_true(h->in_table && !h->in_row);
    h->in_table = false;
    buffer_add_text(&h->text, "]\n");
}

void forms_heard_read(struct forms_heard *h, struct slice input, size_t base)
{
    *h = (struct forms_heard){.input = input, .base = base, .last = base};
    h->covered = memory_alloc(input.len + 1);
    struct sink sink = {h,        on_page, on_blank, on_columns,  on_begin,   on_text,
                        on_code,  on_end,  on_shape, on_style,    on_link,    on_anchor,
                        on_table, on_row,  on_cell,  on_cell_end, on_row_end, on_table_end};
    h->oddities = forms_read(input, base, &sink);
    assert_true(!h->in_block && !h->in_table);
}

void forms_heard_deinit(struct forms_heard *h)
{
    buffer_deinit(&h->text);
    buffer_deinit(&h->block);
    free(h->covered);
}

size_t forms_heard_missed(const struct forms_heard *h)
{
    size_t missed = 0;
    for (size_t i = 0; i < h->input.len; i++) {
        struct slice rest = slice_cut(h->input, i, h->input.len);
        if (slice_starts(rest, SLICE("<!--")))
            i += slice_find(rest, SLICE("-->")) + 2;
        else if (*rest.at == '<')
            i += slice_find(rest, SLICE(">"));
        else if ((unsigned char)*rest.at > ' ' && !h->covered[i])
            missed++;
    }
    return missed;
}
