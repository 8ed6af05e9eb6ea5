/* SPDX-License-Identifier: MIT */
/* libfolio: the outline of a document, and what is missing in it. */
#include "lib/lib_filing.h"

struct outline *lib_outline(struct folio_document *d)
{
    (void)submission_scan(d->filing->submission, (size_t)-1);
    (void)lib_content(d);
    return outlines_get(d->filing->outlines, d->document);
}

/* The pages of ranges are found here, while the content is read. */
static const struct lib_range *copy_ranges(struct folio_document *d, struct content *c,
                                           const struct node *node)
{
    struct lib_range *ranges = arena_array(&d->arena, node->range_count, sizeof *ranges);
    for (size_t i = 0; i < node->range_count; i++) {
        const struct node_range *from = &node->ranges[i];
        bool known = from->offset != (size_t)-1 && content_has_pages(c);
        ranges[i] = (struct lib_range){
            .from = lib_text(&d->arena, from->from),
            .to = lib_text(&d->arena, from->to.len > 0 ? from->to : from->from),
            .page = known ? content_page_at(c, from->offset) + 1 : 0,
        };
    }
    return ranges;
}

/* What is the same for many nodes is made once. */
struct making {
    struct folio_document *document;
    struct content *content;
    size_t page; /* the last that was asked for, from 1 */
    const char *label;
};

static void make_node(struct making *m, struct folio_node *n, const struct node *node,
                      struct lib_node_texts *texts)
{
    *n = (struct folio_node){
        .document = m->document, .node = node, .texts = texts, .page_label = ""};
    if (node->range_count > 0)
        n->ranges = copy_ranges(m->document, m->content, node);
    if (!content_has_pages(m->content))
        return;
    n->page = content_page_at(m->content, node->offset) + 1;
    if (n->page != m->page)
        m->label = lib_text(&m->document->arena, content_page_label(m->content, n->page - 1));
    m->page = n->page;
    n->page_label = m->label;
}

void lib_node_init(struct folio_node *n, struct folio_document *d, const struct node *node)
{
    struct making m = {.document = d, .content = lib_content(d)};
    make_node(&m, n, node, arena_array(&d->arena, 1, sizeof *n->texts));
}

/* All pages are counted first, so that they are looked for once. */
size_t folio_nodes(struct folio_document *d)
{
    const struct node *nodes;
    if (!d || d->outlined)
        return d ? d->node_count : 0;
    d->node_count = outline_nodes(lib_outline(d), &nodes);
    (void)folio_pages(d);
    struct making m = {.document = d, .content = lib_content(d)};
    struct lib_node_texts *texts = arena_array(&d->arena, d->node_count, sizeof *texts);
    d->nodes = arena_array(&d->arena, d->node_count, sizeof *d->nodes);
    for (size_t i = 0; i < d->node_count; i++)
        make_node(&m, &d->nodes[i], &nodes[i], &texts[i]);
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
        if (slice_equal_nocase(slice_of(folio_node_id(&d->nodes[i])), slice_of(id)))
            return i;
    return FOLIO_NOWHERE;
}

bool lib_bounds(struct folio_document *d, size_t node, size_t *from, size_t *to)
{
    const struct node *nodes;
    if (!d)
        return false;
    *from = d->document->text_offset;
    *to = d->document->text_end;
    if (node == FOLIO_WHOLE)
        return true;
    if (node >= outline_nodes(lib_outline(d), &nodes))
        return false;
    *from = nodes[node].offset;
    *to = nodes[node].offset + nodes[node].length;
    return true;
}

size_t folio_missing(struct folio_document *d)
{
    const struct missing *from;
    if (!d || d->missed)
        return d ? d->missing_count : 0;
    d->missing_count = outline_missing(lib_outline(d), &from);
    struct lib_missing *missing = arena_array(&d->arena, d->missing_count, sizeof *missing);
    for (size_t i = 0; i < d->missing_count; i++)
        missing[i] =
            (struct lib_missing){lib_text(&d->arena, from[i].id), lib_text(&d->arena, from[i].why)};
    d->missing = missing;
    d->missed = true;
    return d->missing_count;
}

const char *folio_missing_id(struct folio_document *d, size_t missing)
{
    return missing < folio_missing(d) ? d->missing[missing].id : "";
}

const char *folio_missing_why(struct folio_document *d, size_t missing)
{
    return missing < folio_missing(d) ? d->missing[missing].why : "";
}
