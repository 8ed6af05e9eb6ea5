/* SPDX-License-Identifier: MIT */
/* Folding the text of a passage, and finding the passage of a place. */
#include "ui/keeping/quoting.h"

#include "base/utf8.h"
#include "base/width.h"
#include "search/translate.h"

#include <stdint.h>

enum { PARAGRAPH_LINES = 200 };

enum { LEFT_OUT = SINK_RULE | SINK_MADE };

void quote_deinit(struct quote *q)
{
    buffer_deinit(&q->text);
    array_deinit(&q->sources);
}

static bool is_blank(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Adds a character that stands at `source`. */
static void add_code(struct quote *q, uint32_t code, size_t source)
{
    buffer_add_utf8(&q->text, code);
    while (q->sources.count < q->text.len)
        array_push(&q->sources, source);
}

/* Adds the bytes [at, end) of a block's text, which have one style; false when `most` is reached.
 */
static bool add_run(struct quote *q, const struct block *block, size_t at, size_t end, size_t most)
{
    struct slice rest = slice_cut(block->text, at, end);
    while (rest.len > 0) {
        size_t source = block_source(block, end - rest.len);
        uint32_t code = utf8_next(&rest);
        if (is_blank(code)) {
            q->gap = true;
            continue;
        }
        if (translate_is_invisible(code))
            continue;
        if (q->text.len + UTF8_MAX + 1 > most)
            return false;
        if (q->gap && q->text.len > 0)
            add_code(q, ' ', source);
        q->gap = false;
        add_code(q, width_is_control(code) ? UTF8_REPLACEMENT : code, source);
    }
    return true;
}

/* Whether the text ends with a word that is parted at its hyphen. */
static bool ends_in_hyphen(const struct quote *q)
{
    return q->text.len > 1 && q->text.at[q->text.len - 1] == '-' &&
           byte_is_letter(q->text.at[q->text.len - 2]);
}

bool quote_add(struct quote *q, const struct block *block, size_t from, size_t to, size_t most)
{
    if (block->flags & LEFT_OUT || (!q->furniture && block->flags & SINK_FURNITURE))
        return true;
    size_t at = block_text_at(block, from), end = block_text_at(block, to);
    /* A word that a printed line parts goes on without a blank. */
    struct slice text = slice_trim(slice_cut(block->text, at, end));
    if (ends_in_hyphen(q) && text.len > 0 && byte_is_lower(text.at[0])) {
        at = (size_t)(text.at - block->text.at);
        q->gap = false;
    }
    for (size_t until; at < end; at = until) {
        until = end;
        bool added = block->run_count > 0 && block_style(block, at, &until) & STYLE_ADDED;
        until = until < end ? until : end;
        if (!added && !add_run(q, block, at, until, most))
            return false;
    }
    q->gap = true;
    return true;
}

/* Calls `each` for the blocks from the one that `from` is in to the last before `to`, until it says
 * that it has enough. */
static void walk(struct content *c, size_t from, size_t to,
                 bool (*each)(void *self, const struct block *block), void *self)
{
    struct segment segment;
    bool more = true;
    content_hold(c);
    for (size_t i = content_segment_at(c, from); more && content_walk(c, i, &segment); i++) {
        for (size_t b = 0; more && b < segment.count; b++) {
            const struct block *block = &segment.blocks[b];
            if (block->offset >= to)
                more = false;
            else if (block->end > from)
                more = each(self, block);
        }
        more = more && !segment.last && segment.end < to;
        segment_deinit(&segment);
    }
    content_release(c);
}

struct passage_quote {
    struct quote quote;
    size_t from, to, most;
    bool whole;
};

static bool add_block(void *self, const struct block *block)
{
    struct passage_quote *p = self;
    p->whole = quote_add(&p->quote, block, p->from, p->to, p->most);
    return p->whole;
}

bool quoting_add(struct content *c, size_t from, size_t to, size_t most, struct buffer *out)
{
    struct passage_quote p = {.from = from, .to = to, .most = most, .whole = true};
    walk(c, from, to, add_block, &p);
    if (p.quote.text.len == 0 && p.whole) {
        p.quote.furniture = true;
        walk(c, from, to, add_block, &p);
    }
    buffer_add(out, buffer_slice(&p.quote.text));
    quote_deinit(&p.quote);
    return p.whole;
}

static bool is_text(const struct block *block)
{
    return !(block->flags & (LEFT_OUT | SINK_FURNITURE));
}

static bool is_alone(const struct content *c, const struct block *block)
{
    return !content_is_printed(c) || block->flags & (SINK_COLUMNS | SINK_TABLE);
}

/* Whether the printed line goes on with the paragraph of the line above it. */
static bool goes_on(const struct content *c, const struct block *above, const struct block *block)
{
    return block->blank == 0 && block->page == above->page && is_text(block) &&
           !is_alone(c, block) && !is_alone(c, above);
}

struct paragraph {
    struct content *content;
    size_t offset;
    size_t from, to; /* of the paragraph so far */
    size_t lines;
    bool found; /* it holds the offset, or stands behind it */
    struct block above;
};

static bool look(void *self, const struct block *block)
{
    struct paragraph *p = self;
    bool more = p->lines > 0 && goes_on(p->content, &p->above, block);
    if (p->found && (!more || p->lines >= PARAGRAPH_LINES))
        return false;
    if (!is_text(block))
        return true;
    if (!more || (!p->found && p->lines >= PARAGRAPH_LINES)) {
        struct slice text = slice_trim(block->text);
        p->from =
            text.len > 0 ? block_source(block, (size_t)(text.at - block->text.at)) : block->offset;
        p->lines = 0;
    }
    p->lines++;
    p->to = block->end;
    p->found = p->found || block->end > p->offset;
    p->above = *block;
    return !(p->found && is_alone(p->content, block));
}

bool quoting_paragraph(struct content *c, size_t offset, size_t *from, size_t *to)
{
    struct paragraph p = {.content = c, .offset = offset};
    size_t segment = content_segment_at(c, offset);
    size_t begin = offset;
    struct segment s;
    /* A paragraph may have begun in the segment before. */
    content_hold(c);
    if (content_walk(c, segment > 0 ? segment - 1 : 0, &s)) {
        begin = s.offset < offset ? s.offset : offset;
        segment_deinit(&s);
    }
    walk(c, begin, SIZE_MAX, look, &p);
    content_release(c);
    *from = p.from;
    *to = p.to;
    return p.found;
}

static bool look_for_columns(void *self, const struct block *block)
{
    bool *found = self;
    *found = is_text(block) && (block->row || block->flags & (SINK_COLUMNS | SINK_TABLE));
    return !*found;
}

bool quoting_has_columns(struct content *c, size_t from, size_t to)
{
    bool found = false;
    walk(c, from, to, look_for_columns, &found);
    return found;
}
