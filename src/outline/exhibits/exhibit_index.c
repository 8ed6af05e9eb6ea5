/* SPDX-License-Identifier: MIT */
/* Finds the exhibit index of a document and reads its rows. */
#include "outline/exhibits/exhibit_index.h"

#include "outline/exhibits/exhibit_number.h"
#include "outline/exhibits/exhibit_reader.h"

#include <string.h>

enum {
    INDEX_BYTES = 1 << 18, /* a longer index is not read to its end */
    SMALL_FILE = 16 << 20, /* all documents of a smaller file are looked at */
    PARENTS_MOST = 4       /* lists that are compared */
};

struct slice exhibit_index_number(struct slice text, size_t *end)
{
    static const struct slice none = {0};
    struct exhibit_number n;
    if (!exhibit_number_read(text, &n) || n.major == 0)
        return none;
    *end = n.end;
    return n.text;
}

/* The place of its first letter. */
static size_t first_letter(const struct block *b)
{
    size_t at = 0;
    while (at + 1 < b->text.len && byte_is_blank(b->text.at[at]))
        at++;
    return block_source(b, at);
}

static void read_rows(struct exhibit_reader *r, struct content *content, size_t from, size_t to)
{
    struct segment seg;
    for (size_t i = content_segment_at(content, from); !r->done && content_walk(content, i, &seg);
         i++) {
        for (size_t k = 0; k < seg.count && !r->done; k++) {
            const struct block *b = &seg.blocks[k];
            if (first_letter(b) >= to || b->offset > from + INDEX_BYTES)
                r->done = true;
            else if (b->end > from && b->offset > from && !(b->flags & SINK_FURNITURE))
                exhibit_reader_line(r, b);
        }
        r->done = r->done || seg.last;
        segment_deinit(&seg);
    }
}

/* Reads the rows below the node, up to the next one. */
static void read_list(struct exhibit_reader *r, const struct nodes *n, size_t parent,
                      struct submission *s, struct document *d)
{
    const struct node *node = &n->list.at[parent];
    size_t to = node->offset + node->length;
    if (parent + 1 < n->list.count && node[1].offset < to)
        to = node[1].offset;
    memset(r, 0, sizeof *r);
    r->item = node->kind == NODE_ITEM;
    r->ready = !r->item || (slice_starts_nocase(node->title, SLICE("exhibits")) &&
                            slice_find_nocase(node->title, SLICE("financial")) >= node->title.len);
    r->letters = catalog_letters_exhibits(d->type.len > 0 ? d->type : submission_form(s),
                                          submission_filed(s));
    read_rows(r, content_of(s, d), node->offset, to);
    exhibit_reader_finish(r);
}

/* Where rows may be: the indexes, and the Items whose titles say exhibits; the last of them. */
static size_t find_parents(const struct nodes *n, size_t parents[PARENTS_MOST])
{
    size_t count = 0;
    for (size_t i = n->list.count; i-- > 0 && count < PARENTS_MOST;) {
        const struct node *node = &n->list.at[i];
        bool item = node->kind == NODE_ITEM &&
                    slice_find_nocase(node->title, SLICE("exhibit")) < node->title.len;
        if (item || node->kind == NODE_EXHIBIT_INDEX)
            parents[count++] = i;
    }
    return count;
}

void exhibit_index_read(struct nodes *n, struct submission *s, struct document *d)
{
    size_t parents[PARENTS_MOST];
    size_t count = find_parents(n, parents);
    struct exhibit_reader best = {0};
    size_t rows = 0;
    size_t parent = 0;
    if (count == 0)
        return;
    if (submission_bytes(s).len < SMALL_FILE)
        submission_scan(s, (size_t)-1);
    for (size_t i = 0; i < count; i++) {
        struct exhibit_reader r;
        read_list(&r, n, parents[i], s, d);
        size_t more = exhibit_rows_count(&r.rows);
        bool index = n->list.at[parents[i]].kind == NODE_EXHIBIT_INDEX;
        bool better = more > rows || (more == rows && more > 0 && index);
        exhibit_reader_deinit(better ? &best : &r);
        if (!better)
            continue;
        best = r;
        rows = more;
        parent = parents[i];
    }
    if (rows > 0)
        exhibit_rows_place(&best.rows, n, parent, s);
    exhibit_reader_deinit(&best);
}
