/* SPDX-License-Identifier: MIT */
/* Finds marks of footnotes and what they mark, and printed addresses. */
#include "ui/links/mark_leads.h"

#include "outline/items/line.h"

enum {
    FOOTNOTE_REACH = 40000, /* bytes from a mark to its footnote, at most */
    FOOTNOTES = 200,        /* the same, that are looked at */
    MARK_BYTES = 4
};

/* A footnote, by its mark without brackets. */
struct footnote {
    struct slice key;
    size_t offset;
};

typedef ARRAY(struct footnote) footnote_list;

/* A mark at byte `i`: "(1)", "(a)", "*", "^1"; its bytes, 0 when there is none, and its key. */
static size_t mark_at(struct slice text, size_t i, struct slice *key)
{
    size_t at = i;
    char open = line_byte(text, i);
    if (open == '*') {
        while (line_byte(text, at) == '*')
            at++;
        *key = slice_cut(text, i, at);
        return at - i <= MARK_BYTES ? at - i : 0;
    }
    if (open != '(' && open != '[')
        return 0;
    at++;
    size_t from = at;
    while (byte_is_digit(line_byte(text, at)) && at - from < 2)
        at++;
    if (at == from && byte_is_lower(line_byte(text, at)))
        at++;
    *key = slice_cut(text, from, at);
    return at > from && line_byte(text, at) == (open == '(' ? ')' : ']') ? at + 1 - i : 0;
}

/* The mark that the letters set high at byte `i` are: "1", "^(1)". */
static size_t high_mark_at(const struct block *b, size_t i, struct slice *key)
{
    size_t until = i;
    if (b->run_count == 0 || !(block_style(b, i, &until) & STYLE_SUPER) ||
        (i > 0 && block_style(b, i - 1, &(size_t){0}) & STYLE_SUPER))
        return 0;
    while (until < b->text.len && block_style(b, until, &(size_t){0}) & STYLE_SUPER)
        block_style(b, until, &until);
    struct slice mark = slice_cut(b->text, i, until);
    *key = slice_trim(mark);
    while (key->len > 0 && (key->at[0] == '^' || key->at[0] == '(' || key->at[0] == '['))
        *key = slice_cut(*key, 1, key->len);
    size_t n = 0;
    while (n < key->len && (line_is_alnum(key->at[n]) || key->at[n] == '*'))
        n++;
    *key = slice_cut(*key, 0, n);
    return n > 0 && n <= 2 ? mark.len : 0;
}

static size_t any_mark_at(const struct block *b, size_t i, struct slice *key)
{
    size_t high = high_mark_at(b, i, key);
    return high > 0 ? high : mark_at(b->text, i, key);
}

static size_t first_byte(const struct block *b)
{
    size_t i = 0;
    while (i < b->text.len && byte_is_blank(b->text.at[i]))
        i++;
    return i;
}

static void add_footnotes(const struct segment *seg, footnote_list *list)
{
    for (size_t i = 0; i < seg->count; i++) {
        const struct block *b = &seg->blocks[i];
        struct slice key;
        size_t from = first_byte(b);
        size_t len = from < b->text.len ? any_mark_at(b, from, &key) : 0;
        bool text = len > 0 && line_letters(slice_cut(b->text, from + len, b->text.len)) > 3;
        if (text && !(b->flags & SINK_FURNITURE))
            array_push(list, ((struct footnote){key, block_source(b, from)}));
    }
}

/* The mark stands right behind a word or a number, as one does, and does not stand for one. */
static bool is_behind_word(const struct block *b, size_t i)
{
    char before = i > 0 ? b->text.at[i - 1] : 0;
    char second = i > 1 ? b->text.at[i - 2] : 0;
    if (line_is_alnum(before) || before == ')' || before == '.' || before == '%' || before == ':')
        return true;
    return before == ' ' && (byte_is_letter(second) || second == ')' || second == '.' ||
                             second == ':' || second == ',');
}

/* A word of a row, or of lines that are set as a table is. */
static bool may_be_marked(const struct block *b)
{
    return b->row != NULL || b->flags & (SINK_TABLE | SINK_COLUMNS | SINK_CAPTION);
}

static void lead_mark(const struct block *b, size_t i, size_t len, struct slice key,
                      const footnote_list *notes, size_t document, struct leads *out)
{
    size_t offset = block_source(b, i);
    size_t low = 0, high = notes->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (notes->at[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t n = 0;
         n < FOOTNOTES && low < notes->count && notes->at[low].offset < offset + FOOTNOTE_REACH;
         n++, low++) {
        if (notes->at[low].offset < b->end || !slice_equal(notes->at[low].key, key))
            continue;
        struct lead *lead = leads_add(out, LEAD_FOOTNOTE, offset, block_source(b, i + len - 1) + 1);
        lead->text = arena_copy(&out->arena, slice_cut(b->text, i, i + len));
        lead->document = document;
        lead->place = notes->at[low].offset;
        return;
    }
}

/* The first byte from `i` on where a mark may begin. */
static size_t next_mark(const struct block *b, size_t i)
{
    bool marked = may_be_marked(b);
    if (!marked && b->run_count == 0)
        return b->text.len;
    for (; i < b->text.len; i++) {
        char c = b->text.at[i];
        if (marked && (c == '(' || c == '*' || c == '['))
            return i;
        size_t until = i;
        if (b->run_count > 0 && block_style(b, i, &until) & STYLE_SUPER)
            return i;
        if (b->run_count > 0 && !marked && until > i)
            i = until - 1;
    }
    return i;
}

void mark_leads_read(struct content *c, const struct segment *seg, struct leads *out)
{
    footnote_list notes = {0};
    struct segment next = {0};
    size_t document = content_document(c)->index;
    add_footnotes(seg, &notes);
    if (!seg->last && content_walk(c, seg->index + 1, &next))
        add_footnotes(&next, &notes);
    for (size_t n = 0; n < seg->count && notes.count > 0; n++) {
        const struct block *b = &seg->blocks[n];
        size_t first = first_byte(b);
        for (size_t i = next_mark(b, 0); i < b->text.len; i = next_mark(b, i)) {
            struct slice key;
            size_t len = high_mark_at(b, i, &key);
            if (len == 0 && is_behind_word(b, i))
                len = mark_at(b->text, i, &key);
            if (len > 0 && i > first)
                lead_mark(b, i, len, key, &notes, document, out);
            i += len > 0 ? len : 1;
        }
    }
    segment_deinit(&next);
    array_deinit(&notes);
}

static size_t address_end(struct slice text, size_t from)
{
    size_t to = from;
    while (to < text.len && !byte_is_blank(text.at[to]) && (unsigned char)text.at[to] < 0x80 &&
           strchr("<>\"'()[]{},;|", text.at[to]) == NULL)
        to++;
    while (to > from && strchr(".:?!", text.at[to - 1]) != NULL)
        to--;
    return to;
}

/* Where an address begins at or behind `at`. */
static size_t next_address(struct slice text, size_t at)
{
    for (; at < text.len; at++) {
        if (text.at[at] != 'w' && text.at[at] != 'h')
            continue;
        struct slice here = slice_cut(text, at, text.len);
        if (slice_starts(here, SLICE("www.")) || slice_starts(here, SLICE("http://")) ||
            slice_starts(here, SLICE("https://")))
            return at;
    }
    return at;
}

void mark_leads_addresses(const struct segment *seg, struct leads *out)
{
    for (size_t n = 0; n < seg->count; n++) {
        const struct block *b = &seg->blocks[n];
        for (size_t i = next_address(b->text, 0); i < b->text.len;) {
            size_t to = address_end(b->text, i);
            if (to > i + 7) {
                struct lead *lead =
                    leads_add(out, LEAD_ADDRESS, block_source(b, i), block_source(b, to - 1) + 1);
                lead->text = arena_copy(&out->arena, slice_cut(b->text, i, to));
                lead->address = lead->text;
                lead->reason = SLICE("outside of this filing");
            }
            i = next_address(b->text, to > i ? to : i + 1);
        }
    }
}
