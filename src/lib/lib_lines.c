/* SPDX-License-Identifier: MIT */
/*
 * libfolio: the lines that nodes begin on, as `folio text` numbers them.
 *
 * Lines are numbered through all documents, so one walk goes through them, in step with who asks
 * for nodes in the order of the filing; it begins anew for a document that it has passed.
 */
#include "lib/lib_filing.h"

#include "base/memory.h"
#include "lib/walk.h"

#include <stdlib.h>

enum { WIDTH = 100 /* columns of the lines that are numbered */ };

struct lib_lines {
    struct walk walk;
    struct walk_line line; /* that the walk has come to */
    bool more;
    size_t next; /* the first document whose lines it has not come to, but for that one */
};

void lib_lines_free(struct folio *f)
{
    if (f->lines)
        walk_deinit(&f->lines->walk);
    free(f->lines);
    f->lines = NULL;
}

static void go_on(struct lib_lines *l)
{
    l->more = walk_next(&l->walk, &l->line);
}

/* The walk, at the first line of the document, or behind it when it has none. */
static struct lib_lines *walk_to(struct folio *f, size_t document)
{
    if (f->lines && f->lines->next > document)
        lib_lines_free(f);
    if (!f->lines) {
        f->lines = memory_alloc(sizeof *f->lines);
        walk_init(&f->lines->walk, f->submission, WIDTH);
        go_on(f->lines);
    }
    struct lib_lines *l = f->lines;
    while (l->more && l->line.document->index < document)
        go_on(l);
    l->next = document + 1;
    return l;
}

/* Goes through the lines of one document and notes that of each node. */
static void number_nodes(struct lib_lines *l, struct folio_document *d)
{
    size_t next = 0, number = 0;
    const struct folio_node *nodes = d->nodes;
    for (; l->more && l->line.document == d->document; go_on(l)) {
        const struct line *line = l->line.line;
        if (!line || line->kind != LINE_TEXT) {
            number = number ? number : l->line.number;
            continue;
        }
        for (; next < d->node_count && nodes[next].node->offset < line->order; next++)
            d->lines[next] = number;
        size_t at; /* all that is in a row is told of with its first line */
        for (; next < d->node_count &&
               walk_row_line(&l->walk, &l->line, nodes[next].node->offset, &at);
             next++)
            d->lines[next] = at;
        number = l->line.number;
    }
    for (; next < d->node_count; next++)
        d->lines[next] = number;
}

size_t folio_node_line(const struct folio_node *n)
{
    if (!n)
        return 0;
    struct folio_document *d = n->document;
    if (!d->lines) {
        d->lines = arena_array(&d->arena, d->node_count, sizeof *d->lines);
        (void)lib_content(d); /* which the walk reads, too */
        number_nodes(walk_to(d->filing, d->document->index), d);
    }
    return d->lines[n - d->nodes];
}
