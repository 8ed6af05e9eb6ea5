/* SPDX-License-Identifier: MIT */
/* Lines around places. */
#include "ui/lists/snippet.h"

#include "base/utf8.h"
#include "base/width.h"

enum { BEFORE = 3 /* what is found stands behind a third of the columns, at most */ };

void snippets_begin(struct snippets *s, struct content *c)
{
    if (s->content == c)
        return;
    snippets_end(s);
    s->content = c;
    content_hold(c);
}

void snippets_end(struct snippets *s)
{
    if (s->read)
        segment_deinit(&s->segment);
    if (s->content)
        content_release(s->content);
    *s = (struct snippets){.content = NULL};
}

/* The segment of the place, read unless it is at hand. */
static bool read_segment(struct snippets *s, size_t offset)
{
    size_t index = content_segment_at(s->content, offset);
    if (s->read && s->segment.index == index)
        return true;
    if (s->read)
        segment_deinit(&s->segment);
    s->reads++;
    s->read = content_walk(s->content, index, &s->segment);
    return s->read;
}

/* The last block that begins at or before the place. */
static const struct block *block_at(const struct segment *s, size_t offset)
{
    size_t low = 0;
    size_t high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->blocks[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (s->count == 0)
        return NULL;
    return &s->blocks[low > 0 ? low - 1 : 0];
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == '\t' || code == 0xA0;
}

/* Columns of text bytes [from, to), runs of blanks counted as one. */
static size_t columns_of(struct slice text, size_t from, size_t to, size_t most)
{
    size_t columns = 0;
    bool blank = true;
    for (struct slice rest = slice_cut(text, from, to); rest.len > 0 && columns <= most;) {
        uint32_t code = utf8_next(&rest);
        bool now = is_blank(code);
        columns += now ? !blank : (size_t)width_of(code);
        blank = now;
    }
    return columns;
}

/* Where to begin so that `to` ends within `most` columns: at a word, if one begins soon. */
static size_t begin_for(struct slice text, size_t at, size_t most)
{
    /* No letter has more than four bytes; what is further to the front is not looked at. */
    size_t near = at > most * 8 ? at - most * 8 : 0;
    if (near == 0 && columns_of(text, 0, at, most) <= most)
        return 0;
    size_t from = near;
    while (from < at && ((unsigned char)text.at[from] & 0xC0) == 0x80)
        from++;
    while (from < at && columns_of(text, from, at, most) > most)
        from += utf8_length(slice_cut(text, from, text.len));
    size_t word = from;
    while (word < at && !byte_is_blank(text.at[word]))
        word++;
    while (word < at && byte_is_blank(text.at[word]))
        word++;
    return word < at ? word : from;
}

/* Adds the text from `begin` on, as far as it fits; notes where [from, to) gets. Returns the byte
 * behind what was added. */
static size_t add_folded(struct slice text, size_t begin, size_t from, size_t to, size_t columns,
                         struct buffer *out, struct snippet *snippet)
{
    size_t used = 0;
    bool blank = true;
    size_t at = begin;
    snippet->from = snippet->to = out->len;
    for (struct slice rest = slice_cut(text, begin, text.len); rest.len > 0;) {
        at = text.len - rest.len;
        if (at <= from)
            snippet->from = out->len;
        uint32_t code = utf8_next(&rest);
        bool now = is_blank(code);
        /* Cells of a row are parted by a tab. */
        size_t blanks = !now || blank ? 0 : code == '\t' ? 2 : 1;
        size_t width = now ? blanks : (size_t)width_of(code);
        if (used + width > columns)
            return at;
        used += width;
        buffer_add_fill(out, ' ', blanks);
        if (!now)
            buffer_add_utf8(out, code);
        blank = now;
        if (at < to)
            snippet->to = out->len;
        at = text.len - rest.len;
    }
    return at;
}

bool snippets_add(struct snippets *s, size_t offset, size_t length, size_t columns,
                  struct buffer *out, struct snippet *snippet)
{
    const struct block *b = read_segment(s, offset) ? block_at(&s->segment, offset) : NULL;
    if (!b)
        return false;
    size_t from = block_text_at(b, offset);
    size_t to = block_text_at(b, offset + length);
    size_t begin = begin_for(b->text, from, columns / BEFORE);
    if (begin > 0)
        buffer_add_text(out, "…");
    /* A column is left for each mark of what is cut. */
    size_t room = columns > 2 ? columns - 1 - (begin > 0) : 1;
    size_t end = add_folded(b->text, begin, from, to, room, out, snippet);
    snippet->offset = b->offset;
    snippet->shown_to = block_source(b, end);
    if (end < b->text.len && slice_trim(slice_cut(b->text, end, b->text.len)).len > 0)
        buffer_add_text(out, "…");
    return true;
}
