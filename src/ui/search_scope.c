/* SPDX-License-Identifier: MIT */
/* From the kind of a scope and a place to the bytes that are searched. */
#include "ui/search_scope.h"

#include "ui/viewer_state.h"

static struct scope page_scope(struct viewer *v, struct place place)
{
    struct document *d = submission_document(v->at->filing->submission, place.document);
    struct content *c = content_of(v->at->filing->submission, d);
    struct scope scope = {place, place};
    if (content_has_pages(c)) {
        size_t page = content_page_at(c, place.offset);
        scope.from.offset = page ? content_page_offset(c, page) : d->text_offset;
        scope.to.offset = content_page_offset(c, page + 1);
    } else if (text_pane_place(v->at->text).document == place.document) {
        /* Such a document is paged by the screen. */
        text_pane_visible(v->at->text, &scope.from.offset, &scope.to.offset);
    }
    return scope;
}

static struct scope document_scope(const struct viewer *v, struct place place)
{
    const struct document *d = submission_document(v->at->filing->submission, place.document);
    return (struct scope){{place.document, d->text_offset},
                          {place.document, d->complete ? d->text_end : VIEWER_NOWHERE}};
}

/* The node that the place is in, small headings apart; before the first node, what is there. */
static struct scope section_scope(const struct viewer *v, struct place place)
{
    struct scope scope = document_scope(v, place);
    struct outline *o = shelf_outline(v->at->filing->shelf, place.document);
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, place.document, &nodes);
    if (!o || count == 0)
        return scope;
    size_t node = outline_at(o, place.offset);
    while (node != SHELF_NONE &&
           (nodes[node].kind == NODE_HEADING || nodes[node].kind == NODE_EXHIBIT_ROW) &&
           outline_parent(o, node) != SHELF_NONE)
        node = outline_parent(o, node);
    if (node == SHELF_NONE) {
        scope.to.offset = nodes[0].offset;
    } else {
        scope.from.offset = nodes[node].offset;
        scope.to.offset = nodes[node].offset + nodes[node].length;
    }
    return scope;
}

struct scope search_scope_of(struct viewer *v, enum hunt_kind kind, struct place place)
{
    switch (kind) {
    case HUNT_PAGE:
        return page_scope(v, place);
    case HUNT_SECTION:
        return section_scope(v, place);
    case HUNT_DOCUMENT:
        return document_scope(v, place);
    default:
        return (struct scope){{0, 0}, {VIEWER_NOWHERE, VIEWER_NOWHERE}};
    }
}

bool search_scope_holds(struct scope scope, struct place place)
{
    bool behind_from = place.document > scope.from.document ||
                       (place.document == scope.from.document && place.offset >= scope.from.offset);
    bool before_to = place.document < scope.to.document ||
                     (place.document == scope.to.document && place.offset < scope.to.offset);
    return behind_from && before_to;
}
