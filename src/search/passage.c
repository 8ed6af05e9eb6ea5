/* SPDX-License-Identifier: MIT */
/* The text of a page, as it is searched. */
#include "search/passage.h"

#include "base/utf8.h"
#include "search/translate.h"

enum { APART = 0x2063 };

void passage_clear(struct passage *p)
{
    buffer_clear(&p->text);
    p->marks.count = 0;
}

void passage_deinit(struct passage *p)
{
    buffer_deinit(&p->text);
    array_deinit(&p->marks);
}

static void mark(struct passage *p, const struct block *block, size_t text)
{
    array_push(&p->marks, ((struct passage_mark){p->text.len, block, text}));
}

/* The bytes [from, to) of the text. What is not UTF-8 is replaced, so that the passage always is.
 */
static void add_odd(struct passage *p, const struct block *block, size_t from, size_t to)
{
    struct slice rest = slice_cut(block->text, from, to);
    size_t done = from;
    while (rest.len > 0) {
        size_t at = to - rest.len;
        uint32_t code = utf8_next(&rest);
        size_t next = to - rest.len;
        bool replaced = code == UTF8_REPLACEMENT;
        if (!replaced && !translate_is_invisible(code))
            continue;
        buffer_add(&p->text, slice_cut(block->text, done, at));
        if (replaced) {
            mark(p, block, at);
            buffer_add_utf8(&p->text, code);
        }
        mark(p, block, next);
        done = next;
    }
    buffer_add(&p->text, slice_cut(block->text, done, to));
}

static bool is_behind_currency(const struct block *block, size_t at)
{
    size_t from = at;
    while (from > 0 && at - from < UTF8_MAX) {
        from--;
        if (((unsigned char)block->text.at[from] & 0xC0) != 0x80)
            break;
    }
    struct slice s = slice_cut(block->text, from, at);
    return s.len > 0 && translate_is_currency(utf8_next(&s));
}

/* The bytes [from, to) of the text, odd or not. */
static void add_part(struct passage *p, const struct block *block, size_t from, size_t to,
                     bool ascii)
{
    if (ascii)
        buffer_add(&p->text, slice_cut(block->text, from, to));
    else
        add_odd(p, block, from, to);
}

/* The same of a row: the blank between a sign and its number, when it is made, is one that a
 * pattern need not have. */
static void add_cells(struct passage *p, const struct block *block, size_t from, size_t to,
                      bool ascii)
{
    size_t done = from;
    for (size_t at = from; at < to; at++) {
        if (block->text.at[at] != ' ' || !is_behind_currency(block, at) ||
            !block_is_made(block, at))
            continue;
        add_part(p, block, done, at, ascii);
        mark(p, block, at);
        buffer_add_utf8(&p->text, TRANSLATE_MADE_BLANK);
        done = at + 1;
        mark(p, block, done);
    }
    add_part(p, block, done, to, ascii);
}

/* What parts two texts that the filing prints apart, though no blank stands between. */
static void add_apart(struct passage *p, const struct block *block, size_t at)
{
    mark(p, block, at);
    buffer_add_utf8(&p->text, APART);
}

void passage_add(struct passage *p, const struct block *block)
{
    if (block->flags & (SINK_FURNITURE | SINK_RULE))
        return;
    bool ascii = utf8_is_ascii(block->text);
    size_t known = 0; /* the last mark says where the text from here on stands */
    mark(p, block, 0);
    for (size_t at = 0, until; at < block->text.len; at = until) {
        until = block->text.len;
        if (block->run_count > 0 && block_style(block, at, &until) & STYLE_ADDED) {
            if (p->apart)
                add_apart(p, block, at);
            continue;
        }
        if (at != known)
            mark(p, block, at);
        known = until;
        if (block->row)
            add_cells(p, block, at, until, ascii);
        else
            add_part(p, block, at, until, ascii);
    }
    buffer_add_byte(&p->text, '\n');
}

static const struct passage_mark *mark_at(const struct passage *p, size_t at)
{
    size_t low = 0, high = p->marks.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (p->marks.at[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &p->marks.at[low];
}

/* What stands for a byte of the text may be longer than it. */
static size_t text_at(const struct passage *p, const struct passage_mark *m, size_t at)
{
    size_t text = m->text + (at - m->at);
    const struct passage_mark *next = m + 1;
    if (next < p->marks.at + p->marks.count && next->block == m->block && next->text > m->text &&
        text >= next->text)
        text = next->text - 1;
    return text < m->block->text.len ? text : m->block->text.len;
}

size_t passage_source(const struct passage *p, size_t at)
{
    const struct passage_mark *m = mark_at(p, at);
    return block_source(m->block, text_at(p, m, at));
}

size_t passage_source_end(const struct passage *p, size_t at)
{
    const struct passage_mark *m = mark_at(p, at);
    size_t text = text_at(p, m, at), source = block_source(m->block, text);
    if (text == m->block->text.len)
        return source;
    if (!block_is_made(m->block, text))
        return source + 1;
    /* Several bytes of text may stand for one place of the input. */
    while (text < m->block->text.len && block_source(m->block, text) <= source)
        text++;
    return block_source(m->block, text);
}
