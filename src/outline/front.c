/* SPDX-License-Identifier: MIT */
/* Finds what stands in front of the text. */
#include "outline/front.h"

#include "outline/items/line.h"

enum {
    ROWS = 5,            /* a contents list has so many rows at least */
    CLOSE = 400,         /* bytes of text between two of them */
    HEADING_ABOVE = 600, /* and between the list and its heading */
    COVER_LEAST = 400    /* bytes of a cover */
};

#define NOWHERE ((size_t)-1)

static bool has(const struct nodes *n, enum node_kind kind)
{
    for (size_t i = 0; i < n->list.count; i++)
        if (n->list.at[i].kind == kind)
            return true;
    return false;
}

/* The first run of rows that are close to each other. */
struct rows {
    size_t count, text; /* rows so far, the place of the last */
    size_t offset;      /* of the first, */
    size_t from;        /* and its place in the text */
};

/* Takes a row; true when it makes the run long enough. */
static bool take(struct rows *r, size_t offset, size_t text)
{
    if (r->count == 0 || text - r->text > CLOSE)
        *r = (struct rows){0, text, offset, text};
    r->text = text;
    return ++r->count >= ROWS;
}

/* The contents list by its links, or by its page numbers; its first row. */
static bool find_rows(const struct scan *scan, struct rows *out)
{
    struct rows rows = {0};
    size_t led = NOWHERE;
    for (size_t i = 0; i < scan->links.list.count; i++) {
        const struct jump *j = &scan->links.list.at[i];
        if (j->target == LINKS_NONE || j->target <= j->offset || j->target == led)
            continue;
        led = j->target;
        if (take(&rows, j->offset, j->text))
            return *out = rows, true;
    }
    rows = (struct rows){0};
    for (size_t i = 0; i < scan->heads.list.count; i++) {
        const struct head *h = &scan->heads.list.at[i];
        if ((h->features & HEAD_PAGE_NUMBER) && take(&rows, h->offset, h->text))
            return *out = rows, true;
    }
    return false;
}

/* The heading of the list, or NULL. */
static const struct head *heading_of(const struct scan *scan, const struct rows *rows)
{
    size_t at = heads_at(&scan->heads, rows->offset);
    while (at-- > 0 && rows->from - scan->heads.list.at[at].text < HEADING_ABOVE) {
        const struct head *h = &scan->heads.list.at[at];
        size_t end = slice_find_nocase(h->title, SLICE("contents"));
        if (!(h->features & HEAD_FURNITURE) && end < h->title.len && end <= 10)
            return h;
    }
    return NULL;
}

/* Puts a node of level 1 where its place is; nothing when another has that place. */
static void insert(struct nodes *n, struct node node)
{
    size_t at = n->list.count;
    while (at > 0 && n->list.at[at - 1].offset > node.offset)
        at--;
    if (at > 0 && n->list.at[at - 1].offset == node.offset)
        return;
    (void)array_add(&n->list);
    for (size_t i = n->list.count - 1; i > at; i--)
        n->list.at[i] = n->list.at[i - 1];
    node.level = 1;
    node.target_document = (size_t)-1;
    n->list.at[at] = node;
}

/* Takes out the headings of the first page, which is a cover: the contents list is behind it. What
 * stood in them moves up. */
static void clear_cover(struct nodes *n, const struct scan *scan, size_t contents)
{
    size_t kept = 0, gone = 0;
    uint32_t cover = scan->heads.list.count > 0 ? scan->heads.list.at[0].page : 0;
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *node = &n->list.at[i];
        size_t at = heads_at(&scan->heads, node->offset);
        bool here = node->kind == NODE_HEADING && node->offset < contents &&
                    at < scan->heads.list.count && scan->heads.list.at[at].page == cover;
        if (here)
            gone++;
        else
            n->list.at[kept++] = *node;
    }
    n->list.count = kept;
    int shift = gone > 0 && kept > 0 ? n->list.at[0].level - 1 : 0;
    for (size_t i = 0; shift > 0 && i < kept && n->list.at[i].level > 1; i++)
        n->list.at[i].level -= shift < n->list.at[i].level ? shift : n->list.at[i].level - 1;
}

static uint32_t page_at(const struct scan *scan, size_t offset)
{
    size_t at = heads_at(&scan->heads, offset);
    return at < scan->heads.list.count ? scan->heads.list.at[at].page : 0;
}

void front_add(struct nodes *n, const struct scan *scan, size_t first)
{
    struct rows rows;
    bool items = has(n, NODE_ITEM) || has(n, NODE_PART);
    if (items || n->list.count == 0)
        return;
    if (!has(n, NODE_CONTENTS) && find_rows(scan, &rows)) {
        const struct head *head = heading_of(scan, &rows);
        if (!scan->exhibit && page_at(scan, rows.offset) > page_at(scan, first))
            clear_cover(n, scan, rows.offset);
        insert(n,
               (struct node){.kind = NODE_CONTENTS,
                             .id = SLICE("contents"),
                             .title = head ? arena_copy(&n->arena, head->title) : SLICE("Contents"),
                             .offset = head ? head->offset : rows.offset,
                             .confidence = head ? 0.97 : 0.85,
                             .found_by = head ? FOUND_HEADING : FOUND_CONTENTS,
                             .why = head ? WHY_LOOKS : 0});
    }
    if (!scan->exhibit && !has(n, NODE_COVER) && n->list.count > 0 &&
        n->list.at[0].offset > first + COVER_LEAST)
        insert(n, (struct node){.kind = NODE_COVER,
                                .id = SLICE("cover"),
                                .title = SLICE("Cover"),
                                .offset = first,
                                .confidence = 0.95,
                                .found_by = FOUND_BOILERPLATE});
}
