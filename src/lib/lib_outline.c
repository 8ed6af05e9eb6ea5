/* SPDX-License-Identifier: MIT */
/* libfolio: the outline of a document. */
#include "lib/lib_filing.h"

#include "model/content.h"

static const char *status_of(const struct node *n)
{
    if (n->kind == NODE_ITEM)
        return node_status_name(n->status);
    return n->kind == NODE_EXHIBIT_ROW ? node_target_name(n->target) : "";
}

static void copy_node(struct folio_document *d, struct content *c, const struct node *from,
                      struct folio_node *n)
{
    struct arena *arena = &d->filing->arena;
    *n = (struct folio_node){
        .document = d,
        .id = lib_text(arena, from->id),
        .kind = node_kind_name(from->kind),
        .part = lib_text(arena, from->part),
        .title = lib_text(arena, from->title),
        .status = status_of(from),
        .page_label = "",
        .items = arena_array(arena, from->item_count, sizeof *n->items),
        .item_count = from->item_count,
        .offset = from->offset,
        .length = from->length,
        .level = from->level,
        .confidence = from->confidence,
    };
    for (size_t i = 0; i < from->item_count; i++)
        n->items[i] = lib_text(arena, from->items[i]);
    if (content_has_pages(c)) {
        size_t page = content_page_at(c, from->offset);
        n->page = page + 1;
        n->page_label = lib_text(arena, content_page_label(c, page));
    }
}

size_t folio_nodes(struct folio_document *d)
{
    const struct node *nodes;
    if (!d)
        return 0;
    if (d->outlined)
        return d->node_count;
    struct content *c = lib_content(d);
    d->node_count = outline_nodes(outlines_get(d->filing->outlines, d->document), &nodes);
    d->nodes = arena_array(&d->filing->arena, d->node_count, sizeof *d->nodes);
    for (size_t i = 0; i < d->node_count; i++)
        copy_node(d, c, &nodes[i], &d->nodes[i]);
    d->outlined = true;
    return d->node_count;
}

const struct folio_node *folio_node(struct folio_document *d, size_t node)
{
    return node < folio_nodes(d) ? &d->nodes[node] : NULL;
}

size_t folio_node_find(struct folio_document *d, const char *id)
{
    for (size_t i = 0; id && i < folio_nodes(d); i++)
        if (slice_equal_nocase(slice_of(d->nodes[i].id), slice_of(id)))
            return i;
    return FOLIO_NOWHERE;
}

bool lib_bounds(struct folio_document *d, size_t node, size_t *from, size_t *to)
{
    if (!d)
        return false;
    *from = d->document->text_offset;
    *to = d->document->text_end;
    if (node == FOLIO_WHOLE)
        return true;
    const struct folio_node *n = folio_node(d, node);
    if (!n)
        return false;
    *from = n->offset;
    *to = n->offset + n->length;
    return true;
}

const char *folio_node_id(const struct folio_node *n)
{
    return n ? n->id : "";
}

const char *folio_node_kind(const struct folio_node *n)
{
    return n ? n->kind : "";
}

const char *folio_node_part(const struct folio_node *n)
{
    return n ? n->part : "";
}

size_t folio_node_items(const struct folio_node *n)
{
    return n ? n->item_count : 0;
}

const char *folio_node_item(const struct folio_node *n, size_t item)
{
    return n && item < n->item_count ? n->items[item] : "";
}

const char *folio_node_title(const struct folio_node *n)
{
    return n ? n->title : "";
}

int folio_node_level(const struct folio_node *n)
{
    return n ? n->level : 0;
}

size_t folio_node_offset(const struct folio_node *n)
{
    return n ? n->offset : 0;
}

size_t folio_node_length(const struct folio_node *n)
{
    return n ? n->length : 0;
}

double folio_node_confidence(const struct folio_node *n)
{
    return n ? n->confidence : 0;
}

const char *folio_node_status(const struct folio_node *n)
{
    return n ? n->status : "";
}

size_t folio_node_page(const struct folio_node *n)
{
    return n ? n->page : 0;
}

const char *folio_node_page_label(const struct folio_node *n)
{
    return n ? n->page_label : "";
}
