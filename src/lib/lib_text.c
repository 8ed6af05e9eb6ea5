/* SPDX-License-Identifier: MIT */
/* libfolio: the text of a filing, a node or a document, as `folio text` prints it. */
#include "lib/lib_filing.h"

#include "lib/text_out.h"

#include <stdlib.h>
#include <string.h>

enum {
    PIECE = 64 * 1024, /* bytes that a piece has at least, but the last */
    WIDEST = 100000    /* columns: rules and centred lines are as wide */
};

/* Who takes pieces, and what he returned. */
struct taking {
    folio_piece *piece;
    void *self;
    int result;
};

static struct text_out_options options_of(size_t width, unsigned flags)
{
    return (struct text_out_options){
        .width = width < WIDEST ? width : WIDEST,
        .marks = flags & FOLIO_MARKS,
        .ascii = flags & FOLIO_ASCII,
        .color = flags & FOLIO_COLOR,
    };
}

static bool take_pieces(void *self, struct buffer *text, bool all)
{
    struct taking *t = self;
    if (text->len == 0 || (text->len < PIECE && !all))
        return true;
    t->result = t->piece(t->self, buffer_text(text), text->len);
    buffer_clear(text);
    return t->result == 0;
}

int folio_write(struct folio *f, size_t width, unsigned flags, folio_piece *piece, void *self)
{
    struct taking t = {piece, self, 0};
    struct text_out_options o = options_of(width, flags);
    struct walk w;
    struct walk_line line;
    struct buffer out = {0};
    if (!f || !piece)
        return 0;
    walk_init(&w, f->submission, o.width);
    bool more = true;
    while (more && walk_next(&w, &line)) {
        text_out_line(&o, &line, line.line ? flow_content(w.flow) : NULL, &out);
        more = take_pieces(&t, &out, false);
    }
    if (more)
        (void)take_pieces(&t, &out, true);
    walk_deinit(&w);
    buffer_deinit(&out);
    return t.result;
}

/* Reads the node; false when there is none. */
static bool read_part(struct folio_document *d, size_t node, const struct text_out_options *o,
                      text_out_take *take, void *self)
{
    size_t from, to;
    if (!lib_bounds(d, node, &from, &to))
        return false;
    (void)lib_content(d);
    (void)text_out_part(d->filing->submission, o, d->document, from, to, take, self);
    return true;
}

int folio_write_node(struct folio_document *d, size_t node, size_t width, unsigned flags,
                     folio_piece *piece, void *self)
{
    struct taking t = {piece, self, 0};
    struct text_out_options o = options_of(width, flags);
    if (piece)
        (void)read_part(d, node, &o, take_pieces, &t);
    return t.result;
}

/* The same for who takes lines. */
struct taking_lines {
    folio_line *line;
    void *self;
    int result;
};

static bool take_lines(void *self, struct buffer *text, bool all)
{
    struct taking_lines *t = self;
    (void)all;
    for (size_t at = 0; at < text->len && t->result == 0;) {
        char *line = text->at + at, *end = memchr(line, '\n', text->len - at);
        size_t len = end ? (size_t)(end - line) : text->len - at;
        line[len] = '\0';
        t->result = t->line(t->self, line, len);
        at += len + 1;
    }
    buffer_clear(text);
    return t->result == 0;
}

int folio_lines(struct folio_document *d, size_t node, size_t width, folio_line *line, void *self)
{
    struct taking_lines t = {line, self, 0};
    struct text_out_options o = options_of(width, 0);
    if (line)
        (void)read_part(d, node, &o, take_lines, &t);
    return t.result;
}

static bool keep_text(void *self, struct buffer *text, bool all)
{
    (void)all;
    buffer_add(self, buffer_slice(text));
    buffer_clear(text);
    return true;
}

char *folio_text(struct folio_document *d, size_t node, size_t width, size_t *length)
{
    struct buffer text = {0};
    struct text_out_options o = options_of(width, 0);
    bool known = read_part(d, node, &o, keep_text, &text);
    if (length)
        *length = text.len;
    char *copy = known ? slice_copy(buffer_slice(&text)) : NULL;
    buffer_deinit(&text);
    return copy;
}

void folio_free(char *text)
{
    free(text);
}
