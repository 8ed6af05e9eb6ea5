/* SPDX-License-Identifier: MIT */
/*
 * fuzz_markup: any bytes as XML and as HTML, token by token and in one go.
 *
 * What is told must stand where it is said to stand, in order; every start has its end; and a
 * step of one byte gives what one of many gives.
 */
#include "formats/markup.h"

#include "base/utf8.h"
#include "base/width.h"

#include "must.h"

#include <stdint.h>
#include <string.h>

enum { BASE = 1000 };

struct listener {
    struct slice text;
    size_t last, depth;
    uint64_t events; /* a hash of all that was told */
};

static void stir(struct listener *l, uint64_t value)
{
    l->events = (l->events ^ value) * 0x100000001B3U;
}

static void stir_slice(struct listener *l, struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        stir(l, (unsigned char)s.at[i]);
    stir(l, s.len);
}

/* The place is in the document, behind what was told before. */
static void check_place(struct listener *l, size_t offset, size_t length)
{
    must(offset >= BASE && offset - BASE <= l->text.len);
    must(length <= l->text.len - (offset - BASE) && offset - BASE >= l->last);
    l->last = offset - BASE + length;
    stir(l, offset);
    stir(l, length);
}

static void check_tag(struct listener *l, const struct markup_tag *tag)
{
    check_place(l, tag->offset, tag->length);
    must(tag->name.len > 0 || tag->prefix.len > 0 || tag->length > 0);
    must(tag->length == 0 || l->text.at[tag->offset - BASE] == '<');
    stir_slice(l, tag->prefix);
    stir_slice(l, tag->name);
}

static void on_start(void *self, const struct markup_tag *tag)
{
    struct listener *l = self;
    check_tag(l, tag);
    must(++l->depth <= MARKUP_DEPTH);
    for (size_t i = 0; i < tag->count; i++) {
        stir_slice(l, tag->attributes[i].name);
        stir_slice(l, tag->attributes[i].value);
        must(utf8_valid(tag->attributes[i].value));
    }
}

static void on_end(void *self, const struct markup_tag *tag)
{
    struct listener *l = self;
    check_tag(l, tag);
    must(l->depth-- > 0 && tag->count == 0);
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct listener *l = self;
    check_place(l, offset, text.len);
    must(text.at == l->text.at + (offset - BASE) && text.len > 0 && utf8_valid(text));
    for (size_t i = 0; i < text.len; i++)
        must((unsigned char)text.at[i] >= ' ' || byte_is_blank(text.at[i]));
    must(!memchr(text.at, '\f', text.len) && !memchr(text.at, '\v', text.len));
}

static void on_code(void *self, uint32_t code, size_t offset, size_t length)
{
    struct listener *l = self;
    check_place(l, offset, length);
    must(length > 0 && code <= 0x10FFFF);
    must(!width_is_control(code) || code == '\n' || code == '\r' || code == '\t' ||
         code == 0x2028 || code == 0x2029);
    stir(l, code);
}

static void on_comment(void *self, struct slice text, size_t offset)
{
    struct listener *l = self;
    check_place(l, offset, text.len);
    must(text.at == l->text.at + (offset - BASE));
}

static enum markup_state read_all(enum markup_kind kind, struct slice text, size_t step,
                                  struct listener *l)
{
    *l = (struct listener){.text = text};
    struct markup_calls calls = {l, on_start, on_end, on_text, on_code, on_comment, NULL};
    struct markup *m = markup_new(kind, text, BASE, &calls);
    enum markup_state state;
    size_t before = markup_offset(m);
    while ((state = markup_read(m, step)) == MARKUP_MORE) {
        must(markup_offset(m) >= before);
        before = markup_offset(m);
    }
    must(state != MARKUP_END || (l->depth == 0 && markup_offset(m) == BASE + text.len));
    must(state != MARKUP_BROKEN || kind == MARKUP_XML);
    markup_free(m);
    return state;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = {(const char *)data, size};
    struct listener xml, steps, html;
    enum markup_state state = read_all(MARKUP_XML, text, (size_t)-1, &xml);
    must(read_all(MARKUP_XML, text, 1, &steps) == state);
    must(state == MARKUP_BROKEN || xml.events == steps.events);
    read_all(MARKUP_HTML, text, (size_t)-1, &html);
    read_all(MARKUP_HTML, text, 1, &steps);
    must(html.events == steps.events);
    return 0;
}
