/* SPDX-License-Identifier: MIT */
/* libfolio: the text of a node or a document, as `folio text` prints it. */
#include "lib/lib_filing.h"

#include "lib/text_out.h"

#include <stdlib.h>
#include <string.h>

struct taking {
    folio_line *line;
    void *self;
    int result;
};

static bool take_lines(void *self, struct buffer *text, bool all)
{
    struct taking *t = self;
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

static bool keep_text(void *self, struct buffer *text, bool all)
{
    (void)all;
    buffer_add(self, buffer_slice(text));
    buffer_clear(text);
    return true;
}

/* Reads the node; false when there is none. */
static bool read_part(struct folio_document *d, size_t node, size_t width, text_out_take *take,
                      void *self)
{
    struct print_options o = {.width = width};
    size_t from, to;
    if (!lib_bounds(d, node, &from, &to))
        return false;
    (void)lib_content(d);
    (void)text_out_part(d->filing->submission, &o, d->document, from, to, take, self);
    return true;
}

int folio_lines(struct folio_document *d, size_t node, size_t width, folio_line *line, void *self)
{
    struct taking t = {line, self, 0};
    if (line)
        (void)read_part(d, node, width, take_lines, &t);
    return t.result;
}

char *folio_text(struct folio_document *d, size_t node, size_t width, size_t *length)
{
    struct buffer text = {0};
    bool known = read_part(d, node, width, keep_text, &text);
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
