/* SPDX-License-Identifier: MIT */
/* Folds the blanks of a paragraph and keeps track of where its bytes stand. */
#include "outline/references/reference_text.h"

void reference_text_deinit(struct reference_text *t)
{
    buffer_deinit(&t->text);
    array_deinit(&t->pieces);
}

/* The bytes at `i` that are shown as a blank, or as nothing; 0: none. */
static size_t blank_at(struct slice s, size_t i, bool *shown)
{
    unsigned char c = (unsigned char)s.at[i];
    *shown = true;
    if (c < 0x80)
        return c == ' ' ? 1 : 0;
    unsigned char second = i + 1 < s.len ? (unsigned char)s.at[i + 1] : 0;
    unsigned char third = i + 2 < s.len ? (unsigned char)s.at[i + 2] : 0;
    *shown = !(c == 0xC2 && second == 0xAD) && !(c == 0xE2 && second == 0x80 && third >= 0x8B);
    if (c == 0xC2 && (second == 0xA0 || second == 0xAD))
        return 2;
    bool space = c == 0xE2 && second == 0x80 &&
                 ((third >= 0x80 && third <= 0x8B) || third == 0xAF); /* U+2000 to 200B, 202F */
    if (space)
        *shown = third != 0x8B;
    return space ? 3 : 0;
}

static void note_piece(struct reference_text *t, const struct block *b, size_t at)
{
    array_push(&t->pieces, ((struct reference_piece){t->text.len, at, b}));
}

static void add_block(struct reference_text *t, const struct block *b)
{
    struct slice s = b->text;
    bool apart = true; /* what comes next does not go on with the last piece */
    size_t i = 0;
    while (i < s.len) {
        size_t from = i;
        bool shown;
        size_t blank = 0;
        while (i < s.len && (blank = blank_at(s, i, &shown)) == 0)
            i++;
        if (i > from) {
            if (apart)
                note_piece(t, b, from);
            buffer_add(&t->text, slice_cut(s, from, i));
            apart = false;
        }
        size_t last = t->text.len;
        if (i < s.len && shown && last > 0 && t->text.at[last - 1] != ' ') {
            if (apart)
                note_piece(t, b, i);
            buffer_add_byte(&t->text, ' ');
            apart = blank > 1;
        } else if (i < s.len) {
            apart = true;
        }
        i += blank;
    }
}

void reference_text_read(struct reference_text *t, const struct block *blocks, size_t count)
{
    buffer_clear(&t->text);
    t->pieces.count = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && t->text.len > 0 && t->text.at[t->text.len - 1] != ' ') {
            note_piece(t, &blocks[i - 1], blocks[i - 1].text.len);
            buffer_add_byte(&t->text, ' ');
        }
        add_block(t, &blocks[i]);
    }
}

const struct block *reference_text_block(const struct reference_text *t, size_t at, size_t *byte)
{
    size_t low = 0;
    size_t high = t->pieces.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (t->pieces.at[middle].folded <= at)
            low = middle;
        else
            high = middle;
    }
    const struct reference_piece *p = &t->pieces.at[low];
    *byte = p->at + (at - p->folded);
    return p->block;
}

void reference_text_source(const struct reference_text *t, size_t from, size_t to, size_t *offset,
                           size_t *end)
{
    size_t byte;
    const struct block *b = reference_text_block(t, from, &byte);
    *offset = block_source(b, byte);
    b = reference_text_block(t, to - 1, &byte);
    *end = block_is_made(b, byte) ? block_source(b, byte + 1) : block_source(b, byte) + 1;
}

size_t reference_text_at(const struct reference_text *t, const struct block *b, size_t at)
{
    size_t low = 0;
    size_t high = t->pieces.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct reference_piece *p = &t->pieces.at[middle];
        if (p->block < b || (p->block == b && p->at <= at))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return t->text.len;
    const struct reference_piece *p = &t->pieces.at[low - 1];
    size_t next = low < t->pieces.count ? t->pieces.at[low].folded : t->text.len;
    size_t folded = p->folded + (at - p->at);
    return p->block != b ? t->text.len : folded < next ? folded : next;
}
