/* SPDX-License-Identifier: MIT */
/* Reading templates, checking them, and filling them in. */
#include "config/template.h"

#include "base/utf8.h"
#include "config/suggest.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_NAME = 40 };

enum piece_kind { PIECE_TEXT, PIECE_NAME, PIECE_OPEN, PIECE_CLOSE, PIECE_UNCLOSED };

struct piece {
    enum piece_kind kind;
    struct slice text; /* of a name, without its braces */
    size_t at;         /* byte of the template where it begins */
};

static bool is_sign(char c)
{
    return c == '{' || c == '}' || c == '[' || c == ']' || c == '\\';
}

/* A brace that opens, and all up to the one that closes. */
static struct piece read_name(struct slice text, size_t *at)
{
    struct piece piece = {PIECE_NAME, {NULL, 0}, *at};
    struct slice rest = slice_cut(text, *at + 1, text.len);
    size_t end = slice_find(rest, SLICE("}"));
    if (end == rest.len)
        piece.kind = PIECE_UNCLOSED;
    piece.text = slice_trim(slice_cut(rest, 0, end));
    *at += end + 2;
    return piece;
}

/* The piece at *at, which must not be the end; *at is moved behind it. */
static struct piece next_piece(struct slice text, size_t *at)
{
    size_t from = *at, end = from;
    char c = text.at[from];
    if (c == '{')
        return read_name(text, at);
    if (c == '[' || c == ']') {
        ++*at;
        return (struct piece){c == '[' ? PIECE_OPEN : PIECE_CLOSE, {NULL, 0}, from};
    }
    if (c == '\\' && from + 1 < text.len) {
        *at += 2;
        return (struct piece){PIECE_TEXT, slice_cut(text, from + 1, from + 2), from};
    }
    do
        end++;
    while (end < text.len && !is_sign(text.at[end]));
    *at = end;
    return (struct piece){PIECE_TEXT, slice_cut(text, from, end), from};
}

/* Bytes as characters, from 1, as a reader counts them. */
static size_t character(struct slice text, size_t at)
{
    struct slice rest = slice_cut(text, 0, at);
    size_t count = 1;
    for (; rest.len > 0; count++)
        utf8_next(&rest);
    return count;
}

static bool is_one_of(struct slice name, struct slice names)
{
    while (names.len > 0) {
        size_t end = slice_find(names, SLICE(" "));
        if (slice_equal(slice_cut(names, 0, end), name))
            return true;
        names = slice_cut(names, end + 1, names.len);
    }
    return false;
}

static bool fail_name(struct slice name, const char *what, const char *names, size_t place,
                      struct error *e)
{
    struct suggest s;
    char *words = slice_copy(slice_of(names));
    char *rest = words;
    suggest_init(&s, name);
    for (char *word; (word = strsep(&rest, " "));)
        suggest_offer(&s, word);
    size_t shown = name.len < LONGEST_NAME ? name.len : LONGEST_NAME;
    error_set(e, ERROR_CONFIG, "%s: nothing is called {%.*s} (character %zu)%s%s", what, (int)shown,
              name.at, place, suggest_words(&s), suggest_name(&s));
    free(words);
    return false;
}

bool template_check(struct slice text, const char *what, const char *names, struct error *e)
{
    size_t open = text.len; /* where the bracket is that is open */
    for (size_t at = 0; at < text.len;) {
        struct piece piece = next_piece(text, &at);
        size_t place = character(text, piece.at);
        bool stray =
            piece.kind == PIECE_TEXT && piece.text.at[0] == '}' && text.at[piece.at] != '\\';
        if (piece.kind == PIECE_NAME && !is_one_of(piece.text, slice_of(names)))
            return fail_name(piece.text, what, names, place, e);
        if (piece.kind == PIECE_UNCLOSED)
            return error_set(e, ERROR_CONFIG, "%s: the '{' is not closed (character %zu)", what,
                             place);
        if (piece.kind == PIECE_OPEN && open < text.len)
            return error_set(e, ERROR_CONFIG, "%s: a '[' within brackets (character %zu)", what,
                             place);
        if ((piece.kind == PIECE_CLOSE && open == text.len) || stray)
            return error_set(e, ERROR_CONFIG, "%s: a '%c' that closes nothing (character %zu)",
                             what, stray ? '}' : ']', place);
        if (piece.kind == PIECE_OPEN || piece.kind == PIECE_CLOSE)
            open = piece.kind == PIECE_OPEN ? piece.at : text.len;
    }
    if (open < text.len)
        return error_set(e, ERROR_CONFIG, "%s: the '[' is not closed (character %zu)", what,
                         character(text, open));
    return true;
}

void template_fill(struct slice text, template_value *value, const void *self, struct buffer *out)
{
    struct buffer part = {0}; /* what stands in the brackets */
    struct buffer *to = out;
    bool missing = false;
    for (size_t at = 0; at < text.len;) {
        struct piece piece = next_piece(text, &at);
        size_t before = to->len;
        if (piece.kind == PIECE_TEXT)
            buffer_add(to, piece.text);
        if (piece.kind == PIECE_NAME) {
            value(self, piece.text, to);
            missing = missing || to->len == before;
        }
        if (piece.kind == PIECE_OPEN || piece.kind == PIECE_CLOSE) {
            if (to == &part && !missing)
                buffer_add(out, buffer_slice(&part));
            buffer_clear(&part);
            to = piece.kind == PIECE_OPEN ? &part : out;
            missing = false;
        }
    }
    if (to == &part && !missing)
        buffer_add(out, buffer_slice(&part));
    buffer_deinit(&part);
}
