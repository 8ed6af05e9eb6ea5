/* SPDX-License-Identifier: MIT */
/* Looks up the names that links lead to. */
#include "outline/references/reference_place.h"

#include "outline/items/line.h"

#include <stdlib.h>

void reference_places_deinit(struct reference_places *p)
{
    array_deinit(&p->list);
    array_deinit(&p->files);
}

static int compare(struct slice a, struct slice b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len > 0 ? memcmp(a.at, b.at, len) : 0;
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* Of two places of one name the first in the text is the one. */
static int by_name(const void *a, const void *b)
{
    const struct reference_place *x = a;
    const struct reference_place *y = b;
    int order = compare(x->name, y->name);
    return order != 0 ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

static int by_file(const void *a, const void *b)
{
    const struct reference_file *x = a;
    const struct reference_file *y = b;
    int order = slice_compare_nocase(x->name, y->name);
    return order != 0 ? order : (x->document > y->document) - (x->document < y->document);
}

/* The first letter or digit of the block at or behind the place; its end when there is none. */
static size_t first_letter(const struct block *b, size_t offset)
{
    size_t at = block_text_at(b, offset);
    while (at < b->text.len && !line_is_alnum(b->text.at[at]) &&
           (unsigned char)b->text.at[at] < 0x80)
        at++;
    return block_source(b, at);
}

/* Places behind the last text of a segment land in the next one. */
static void add_segment(struct reference_places *p, const struct segment *seg, size_t *waiting)
{
    size_t block = 0;
    for (size_t a = 0; a < seg->anchor_count; a++)
        array_push(&p->list, ((struct reference_place){seg->anchors[a].name, seg->anchors[a].offset,
                                                       (size_t)-1}));
    for (; *waiting < p->list.count; (*waiting)++) {
        struct reference_place *place = &p->list.at[*waiting];
        while (block < seg->count && (seg->blocks[block].end <= place->offset ||
                                      seg->blocks[block].flags & (SINK_FURNITURE | SINK_RULE)))
            block++;
        if (block == seg->count)
            return;
        place->landing = first_letter(&seg->blocks[block], place->offset);
    }
}

static void make_places(struct reference_places *p, struct content *c)
{
    struct segment seg;
    size_t waiting = 0;
    for (size_t i = 0; content_walk(c, i, &seg); i++) {
        add_segment(p, &seg, &waiting);
        bool last = seg.last;
        segment_deinit(&seg);
        if (last)
            break;
    }
    for (; waiting < p->list.count; waiting++)
        p->list.at[waiting].landing = p->list.at[waiting].offset;
    if (p->list.count > 1)
        qsort(p->list.at, p->list.count, sizeof *p->list.at, by_name);
    p->made = true;
}

const struct reference_place *reference_places_find(struct reference_places *p, struct content *c,
                                                    struct slice name)
{
    if (content_is_printed(c)) /* its text does not stay, and has no names */
        return NULL;
    if (!p->made)
        make_places(p, c);
    size_t low = 0;
    size_t high = p->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(p->list.at[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < p->list.count && slice_equal(p->list.at[low].name, name);
    return found ? &p->list.at[low] : NULL;
}

bool reference_place_is_address(struct slice href)
{
    size_t i = 0;
    while (i < href.len && byte_is_letter(href.at[i]))
        i++;
    return (i > 1 && line_byte(href, i) == ':') || slice_starts_nocase(href, SLICE("www."));
}

static void make_files(struct reference_places *p, struct submission *s)
{
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct slice name = submission_document(s, i)->filename;
        if (name.len > 0)
            array_push(&p->files, ((struct reference_file){name, i}));
    }
    if (p->files.count > 1)
        qsort(p->files.at, p->files.count, sizeof *p->files.at, by_file);
    p->files_made = true;
}

/* The address holds the accession number of the submission, which is without its dashes there. */
static bool is_of_submission(struct slice href, struct slice accession)
{
    struct buffer digits = {0};
    for (size_t i = 0; i < accession.len; i++)
        if (byte_is_digit(accession.at[i]))
            buffer_add_byte(&digits, accession.at[i]);
    bool found = digits.len > 8 && slice_find(href, buffer_slice(&digits)) < href.len;
    buffer_deinit(&digits);
    return found;
}

struct document *reference_places_document(struct reference_places *p, struct submission *s,
                                           struct slice href)
{
    if (!p->files_made)
        make_files(p, s);
    if (reference_place_is_address(href) && !is_of_submission(href, submission_accession(s)))
        return NULL;
    href = slice_cut(href, 0, slice_find(href, SLICE("#")));
    href = slice_cut(href, 0, slice_find(href, SLICE("?")));
    size_t from = href.len;
    while (from > 0 && href.at[from - 1] != '/')
        from--;
    struct slice name = slice_cut(href, from, href.len);
    size_t low = 0;
    size_t high = p->files.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare_nocase(p->files.at[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found =
        name.len > 0 && low < p->files.count && slice_equal_nocase(p->files.at[low].name, name);
    return found ? submission_document(s, p->files.at[low].document) : NULL;
}
