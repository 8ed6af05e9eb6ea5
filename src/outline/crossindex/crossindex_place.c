/* SPDX-License-Identifier: MIT */
/* Makes nodes of the rows of a cross-reference index. */
#include "outline/crossindex/crossindex_place.h"

#include "base/buffer.h"
#include "outline/crossindex/crossindex_aim.h"
#include "outline/crossindex/crossindex_chapters.h"
#include "outline/items/label.h"
#include "outline/items/line.h"
#include "outline/crossindex/page_ranges.h"
#include "outline/sections/section.h"

#include <stdlib.h>
#include <string.h>

#define NOWHERE ((size_t)-1)

enum { AFTER_INDEX = 8000 }; /* bytes of input behind a place that may go without a chapter */

struct place {
    struct nodes *nodes;
    const struct index_rows *rows;
    const struct scan *scan;
    struct crossindex_aim aim;
    const struct head *exhibits; /* the heading of the Item that lists these, or NULL */
    bool by_part;
    ARRAY(struct node) more;
};

static bool inside(const struct place *p, size_t offset)
{
    return offset >= p->rows->start && offset < p->rows->end;
}

const struct index_row *crossindex_place_row(const struct index_rows *rows, const struct node *item)
{
    bool by_part = rows->form->family->order == PART_ORDER;
    for (size_t i = 0; i < rows->list.count && item->item_count > 0; i++) {
        const struct index_row *row = &rows->list.at[i];
        if (by_part && !slice_equal(item->part, slice_of(label_roman(row->part))))
            continue;
        for (size_t k = 0; k < row->count; k++)
            if (slice_equal_nocase(row->numbers[k], item->items[0]))
                return row;
    }
    return NULL;
}

/* ---- nodes */

static struct node *add(struct place *p, enum node_kind kind, size_t offset, struct slice title,
                        int level)
{
    struct node *node = array_add(&p->more);
    memset(node, 0, sizeof *node);
    node->kind = kind;
    node->offset = offset;
    node->title = title;
    node->level = level;
    node->confidence = 0.97;
    node->found_by = FOUND_CROSS_REFERENCE;
    node->target_document = NOWHERE;
    return node;
}

static enum node_status status_of(const struct place *p, const struct index_row *row)
{
    unsigned said = row->said;
    for (size_t i = 0; i < row->mark_count; i++)
        said |= crossindex_rows_note(p->rows, p->rows->marks.at[row->marks + i]);
    if (row->range_count == 0 && ((said & PAGES_RESERVED) || line_is_reserved(row->title)))
        return NODE_RESERVED;
    if (row->range_count > 0 || said == 0)
        return NODE_PRESENT;
    return said & PAGES_INCORPORATED ? NODE_INCORPORATED : NODE_OMITTED;
}

static struct slice written(struct place *p, const char *format, struct slice a, struct slice b)
{
    struct buffer text = {0};
    buffer_addf(&text, format, (int)a.len, a.at, (int)b.len, b.at);
    struct slice copy = arena_copy(&p->nodes->arena, buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}

/* "Item 7A", "Items 1, 2 and 3". */
static struct slice label_of(struct place *p, const struct index_row *row)
{
    struct buffer text = {0};
    buffer_add_text(&text, row->count > 1 ? "Items " : "Item ");
    for (size_t i = 0; i < row->count; i++) {
        if (i > 0)
            buffer_add_text(&text, i + 1 == row->count ? " and " : ", ");
        buffer_add(&text, row->numbers[i]);
    }
    struct slice copy = arena_copy(&p->nodes->arena, buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}

static void add_item(struct place *p, const struct index_row *row, int level)
{
    struct node *node = add(p, NODE_ITEM, row->offset, row->title, level);
    bool known =
        crossindex_aim_match(&p->aim, row, row->title) >= 0.6 || line_is_reserved(row->title);
    node->part = slice_of(row->part > 0 ? label_roman(row->part) : "");
    node->items = row->numbers;
    node->item_count = row->count;
    node->id = p->by_part && node->part.len > 0
                   ? written(p, "%.*s.%.*s", node->part, row->numbers[0])
                   : row->numbers[0];
    node->label = label_of(p, row);
    node->status = status_of(p, row);
    node->why = WHY_LABEL | WHY_LISTED | (known ? WHY_TITLE : DOUBT_TITLE);
    if (!known)
        node->confidence = 0.85;
    if (!row->answered) {
        node->why |= DOUBT_INDEX;
        node->confidence = 0.75;
    }
    crossindex_aim_resolve(&p->aim, row, node);
    crossindex_aim_at(&p->aim, row, node);
    if (slice_find_nocase(row->title, SLICE("exhibits")) < row->title.len)
        p->exhibits = crossindex_aim_exhibits(&p->aim, row);
}

/* The Items of the index that have no heading in the text, below its parts. */
static void add_rows(struct place *p, const bool *placed)
{
    const struct index_rows *rows = p->rows;
    struct slice title = rows->title.len > 0 ? rows->title : SLICE("Cross-Reference Index");
    struct node *index = add(p, NODE_CONTENTS, rows->start, title, 1);
    index->id = SLICE("cross-reference-index");
    index->found_by = rows->title.len > 0 ? FOUND_HEADING : FOUND_CROSS_REFERENCE;
    index->why = WHY_LISTED;
    size_t part = 0;
    for (size_t i = 0; i < rows->list.count; i++) {
        for (; part < rows->parts.count && rows->parts.at[part].offset < rows->list.at[i].offset;
             part++) {
            const struct index_part *x = &rows->parts.at[part];
            struct node *node = add(p, NODE_PART, x->offset, x->title, 2);
            node->part = slice_of(label_roman(x->part));
            node->id = node->part;
            node->label = written(p, "%.*s %.*s", SLICE("Part"), node->part);
            node->why = WHY_LABEL;
        }
        if (!placed[i])
            add_item(p, &rows->list.at[i], part > 0 ? 3 : 2);
    }
}

static void add_chapter(struct place *p, const struct head *h, enum node_found_by by)
{
    struct node *node = add(p, NODE_HEADING, h->offset, arena_copy(&p->nodes->arena, h->title), 1);
    node->id = section_slug(&p->nodes->arena, h->title);
    node->found_by = by;
    node->confidence = 0.95;
    node->why = by == FOUND_CONTENTS ? WHY_LINKED | WHY_LISTED : WHY_LOOKS;
}

static void add_chapters(struct place *p)
{
    struct chapters chapters = {0};
    crossindex_chapters_find(&chapters, p->scan, p->rows, p->aim.body);
    for (size_t i = 0; i < chapters.list.count; i++)
        add_chapter(p, chapters.list.at[i].head, chapters.list.at[i].found_by);
    array_deinit(&chapters.list);
}

/* True when one of the nodes stands at the place, or not far behind it. */
static bool stands(const struct node *nodes, size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++)
        if (nodes[i].offset >= at && nodes[i].offset - at < AFTER_INDEX)
            return true;
    return false;
}

/* A heading at the place or behind it, so that what follows does not stand below what is before. */
static void add_first(struct place *p, size_t from, size_t to)
{
    const struct heads *heads = &p->scan->heads;
    if (stands(p->nodes->list.at, p->nodes->list.count, from) ||
        stands(p->more.at, p->more.count, from))
        return;
    for (size_t k = heads_at(heads, from); k < heads->list.count; k++) {
        const struct head *h = &heads->list.at[k];
        if (h->offset >= to)
            return;
        if (crossindex_chapters_is_title(h)) {
            add_chapter(p, h, FOUND_TITLE);
            return;
        }
    }
}

/* The list of exhibits, whose rows are to be read there and not below the row of its Item. */
static void add_exhibit_index(struct place *p)
{
    const struct head *h = p->exhibits;
    for (size_t i = 0; i < p->nodes->list.count; i++)
        if (p->nodes->list.at[i].kind == NODE_EXHIBIT_INDEX)
            return;
    if (h == NULL)
        return;
    struct node *node =
        add(p, NODE_EXHIBIT_INDEX, h->offset, arena_copy(&p->nodes->arena, h->title), 1);
    node->id = SLICE("exhibit-index");
    node->found_by = FOUND_TITLE;
    node->confidence = 0.95;
    node->why = WHY_TITLE | WHY_LISTED;
}

/* ---- what was there before */

/* The signature page, where a row of the index was taken for it: the last that has a heading. */
static const struct candidate *find_signatures(const struct place *p)
{
    const struct candidates *c = &p->scan->candidates;
    const struct candidate *found = NULL;
    for (size_t i = c->list.count; i-- > 0;) {
        const struct candidate *x = &c->list.at[i];
        if (x->kind != CANDIDATE_SIGNATURES || !(x->features & FEATURE_SIGNED) ||
            (x->features & FEATURE_PAGE_NUMBER) || inside(p, x->offset))
            continue;
        if (!(x->features & FEATURE_BOILERPLATE))
            return x;
        if (found == NULL)
            found = x;
    }
    return found;
}

static void add_signatures(struct place *p)
{
    for (size_t i = 0; i < p->nodes->list.count; i++)
        if (p->nodes->list.at[i].kind == NODE_SIGNATURES)
            return;
    const struct candidate *c = find_signatures(p);
    if (c == NULL)
        return;
    bool headed = !(c->features & FEATURE_BOILERPLATE);
    struct slice title = headed ? arena_copy(&p->nodes->arena, c->title) : SLICE("Signatures");
    struct node *node = add(p, NODE_SIGNATURES, c->offset, title, 1);
    node->id = SLICE("signatures");
    node->found_by = headed ? FOUND_HEADING : FOUND_BOILERPLATE;
    node->why = (headed ? WHY_LABEL : DOUBT_ALONE) | WHY_SIGNED;
    if (!headed)
        node->confidence = 0.85;
}

/* True when most Items of the index have their title in the text: these are the Items then. One or
 * two alone are chapters as the others are. */
static bool titles_count(const struct place *p)
{
    const struct nodes *n = p->nodes;
    size_t titled = 0;
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *node = &n->list.at[i];
        titled += node->kind == NODE_ITEM && node->found_by != FOUND_HEADING &&
                  !inside(p, node->offset) && node->confidence * 100 >= NODE_SURE &&
                  crossindex_place_row(p->rows, node) != NULL;
    }
    return titled * 2 >= p->rows->list.count;
}

/* True when the node `i` stays: outside of the index, and sure; a part with Items. */
static bool stays(const struct place *p, size_t i, bool titled)
{
    const struct nodes *n = p->nodes;
    const struct node *node = &n->list.at[i];
    if (inside(p, node->offset))
        return false;
    if (node->kind == NODE_PART)
        return i + 1 < n->list.count && node[1].kind == NODE_ITEM && stays(p, i + 1, titled);
    return node->kind != NODE_ITEM ||
           (node->confidence * 100 >= NODE_SURE && (titled || node->found_by == FOUND_HEADING));
}

/* Keeps what stands outside of the index and is sure; Items of the text get the pages of their
 * rows, which are `placed` then. */
static void sift(struct place *p, bool *placed)
{
    struct nodes *n = p->nodes;
    bool titled = titles_count(p);
    size_t kept = 0;
    bool part = false;
    for (size_t i = 0; i < n->list.count; i++) {
        if (!stays(p, i, titled))
            continue;
        struct node node = n->list.at[i];
        const struct index_row *row = NULL;
        if (node.kind == NODE_PART)
            part = true;
        if (node.kind == NODE_ITEM) {
            row = crossindex_place_row(p->rows, &node);
            node.level = part ? node.level : 1;
        }
        if (row != NULL && !placed[row - p->rows->list.at]) {
            placed[row - p->rows->list.at] = true;
            crossindex_aim_resolve(&p->aim, row, &node);
        }
        n->list.at[kept++] = node;
    }
    n->list.count = kept;
}

static int by_offset(const void *a, const void *b)
{
    const struct node *x = a;
    const struct node *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    if (x->level != y->level)
        return x->level - y->level;
    return (x->kind == NODE_HEADING) - (y->kind == NODE_HEADING);
}

/* Puts the new nodes among the others; of two headings at one place the first stays. */
static void merge(struct place *p)
{
    struct nodes *n = p->nodes;
    for (size_t i = 0; i < p->more.count; i++)
        array_push(&n->list, p->more.at[i]);
    if (n->list.count > 1)
        qsort(n->list.at, n->list.count, sizeof *n->list.at, by_offset);
    size_t kept = 0;
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *before = kept > 0 ? &n->list.at[kept - 1] : NULL;
        if (before == NULL || before->offset != n->list.at[i].offset ||
            n->list.at[i].kind != NODE_HEADING)
            n->list.at[kept++] = n->list.at[i];
    }
    n->list.count = kept;
}

void crossindex_place(struct nodes *n, const struct index_rows *rows,
                      const struct crossindex_pages *pages, const struct document *d,
                      const struct scan *scan)
{
    struct place p = {.nodes = n, .rows = rows, .scan = scan};
    bool placed[INDEX_ROWS_MOST] = {false};
    p.by_part = scan->form->family->order == PART_ORDER;
    crossindex_aim_init(&p.aim, &n->arena, rows, scan, d, pages);
    sift(&p, placed);
    add_rows(&p, placed);
    add_signatures(&p);
    add_exhibit_index(&p);
    add_chapters(&p);
    if (p.aim.body < rows->start)
        add_first(&p, p.aim.body, rows->start);
    add_first(&p, rows->end, scan->end);
    merge(&p);
    crossindex_aim_deinit(&p.aim);
    array_deinit(&p.more);
}
