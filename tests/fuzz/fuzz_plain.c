/* SPDX-License-Identifier: MIT */
/*
 * fuzz_plain: the reader of plain text, on any bytes, whole and from any place on.
 *
 * What it says must lie in the input and stay in reading order, and blocks must not nest.
 */
#include "formats/plain.h"

#include "must.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct listener {
    struct slice text;
    size_t last;
    bool open;
};

static void on_page(void *self, size_t offset)
{
    struct listener *l = self;
    must(!l->open && offset <= l->text.len);
}

static void on_blank(void *self, size_t lines)
{
    (void)lines;
    must(!((struct listener *)self)->open);
}

static void on_columns(void *self, const unsigned *edges, size_t count)
{
    must(!((struct listener *)self)->open);
    for (size_t i = 1; i < count; i++)
        must(edges[i - 1] <= edges[i]);
}

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct listener *l = self;
    (void)flags;
    must(!l->open && offset >= l->last && offset <= l->text.len);
    l->open = true;
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct listener *l = self;
    must(l->open && offset >= l->last && text.len <= l->text.len - offset);
    must(text.at == l->text.at + offset);
    l->last = offset + text.len;
}

static void on_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    struct listener *l = self;
    (void)count;
    must(l->open && code >= ' ' && code <= 0x10ffff);
    must(offset >= l->last && offset <= l->text.len && length <= l->text.len - offset);
    l->last = offset + length;
}

static void on_end(void *self, size_t offset)
{
    struct listener *l = self;
    must(l->open && offset <= l->text.len);
    l->open = false;
}

static void read_from(struct plain *p, size_t from, size_t to)
{
    struct listener listener = {.text = p->text};
    struct sink sink = {.self = &listener,
                        .page = on_page,
                        .blank = on_blank,
                        .columns = on_columns,
                        .begin = on_begin,
                        .text = on_text,
                        .code = on_code,
                        .end = on_end};
    plain_read(p, from, to, &sink);
    must(!listener.open);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    unsigned mode = data[0];
    struct plain p = {
        .text = {(const char *)data + 1, size - 1},
        .ends = true,
        .dash_escaped = mode & 1,
        .form_feeds = mode & 2,
        .pairs = mode & 4,
    };
    read_from(&p, 0, p.text.len);
    size_t half = p.text.len * (mode >> 3) / 32;
    read_from(&p, half, p.text.len);
    must(plain_page_mark(&p, half, p.text.len) <= p.text.len);
    size_t next = plain_line_next(&p, half, p.text.len);
    must(next >= half && next <= p.text.len);
    size_t shown = plain_skip_blank(&p, 0, half);
    must(shown <= half && plain_is_blank(&p, 0, shown));
    must(plain_is_blank(&p, 0, half) == (shown == half));
    return 0;
}
