/* SPDX-License-Identifier: MIT */
/* A node of an outline as a JSON object. */
#include "print/node_json.h"

#include "print/json.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* What the bits of `why` are called, for and against. */
static const struct reason {
    unsigned bit;
    const char *name;
} reasons[] =
    {
        {WHY_LABEL, "label"},   {WHY_TITLE, "title"},   {WHY_LOOKS, "looks"},
        {WHY_LINKED, "linked"}, {WHY_LISTED, "listed"}, {WHY_DECLARED, "declared"},
        {WHY_TAGGED, "tagged"}, {WHY_ORDER, "order"},   {WHY_TABLE, "table"},
        {WHY_SIGNED, "signed"}, {WHY_CLASS, "class"},
},
  doubts[] = {
      {DOUBT_TITLE, "title"}, {DOUBT_ORDER, "order"}, {DOUBT_RIVAL, "rival"},
      {DOUBT_LOOKS, "looks"}, {DOUBT_INDEX, "index"}, {DOUBT_ALONE, "alone"},
      {DOUBT_LABEL, "label"}, {DOUBT_FEW, "few"},
};

static json_t *reason_list(const struct reason *rows, size_t count, unsigned why)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        if (why & rows[i].bit)
            json_array_append_new(list, json_string(rows[i].name));
    return list;
}

/* Offsets and sizes fit: no file is larger than 2^62 bytes. */
static json_t *size_value(size_t n)
{
    return json_integer((json_int_t)n);
}

static json_t *text_list(const struct slice *items, size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, json_text(items[i]));
    return list;
}

static json_t *range_list(struct content *c, const struct node *n)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n->range_count; i++) {
        const struct node_range *range = &n->ranges[i];
        bool known = range->offset != (size_t)-1;
        bool pages = known && content_has_pages(c);
        json_t *object = json_object();
        json_object_set_new(object, "from", json_text(range->from));
        json_object_set_new(object, "to", json_text(range->to.len > 0 ? range->to : range->from));
        json_object_set_new(object, "page",
                            pages ? size_value(content_page_at(c, range->offset) + 1)
                                  : json_null());
        json_object_set_new(object, "offset", known ? size_value(range->offset) : json_null());
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *source_object(const struct node_source *source)
{
    json_t *object = json_object();
    json_object_set_new(object, "form", json_text_or_null(source->form));
    json_object_set_new(object, "date", json_text_or_null(source->date));
    json_object_set_new(object, "exhibit", json_text_or_null(source->exhibit));
    json_object_set_new(object, "file", json_text_or_null(source->file));
    json_object_set_new(object, "url", json_text_or_null(source->url));
    return object;
}

static void set_exhibit(json_t *object, const struct node *n)
{
    json_object_set_new(object, "exhibit", json_text(n->label));
    json_object_set_new(object, "target", json_text_or_null(n->target_type));
    json_object_set_new(object, "status", json_string(node_target_name(n->target)));
    json_object_set_new(object, "source", n->source ? source_object(n->source) : json_null());
}

static void set_page(json_t *object, struct content *c, const struct node *n)
{
    if (content_has_pages(c)) {
        size_t page = content_page_at(c, n->offset);
        json_object_set_new(object, "page", size_value(page + 1));
        json_object_set_new(object, "page_label", json_text_or_null(content_page_label(c, page)));
    } else {
        json_object_set_new(object, "page", json_null());
        json_object_set_new(object, "page_label", json_null());
    }
}

json_t *node_json(struct content *c, const struct node *n, size_t line)
{
    json_t *object = json_object();
    json_object_set_new(object, "id", json_text(n->id));
    json_object_set_new(object, "kind", json_string(node_kind_name(n->kind)));
    json_object_set_new(object, "part", json_text_or_null(n->part));
    json_object_set_new(object, "items", text_list(n->items, n->item_count));
    json_object_set_new(object, "title", json_text(n->title));
    json_object_set_new(object, "level", json_integer(n->level));
    json_object_set_new(object, "offset", size_value(n->offset));
    json_object_set_new(object, "length", size_value(n->length));
    set_page(object, c, n);
    json_object_set_new(object, "line", size_value(line));
    json_object_set_new(object, "confidence", json_real(n->confidence));
    json_object_set_new(object, "found_by", json_string(node_found_by_name(n->found_by)));
    json_object_set_new(object, "why", reason_list(reasons, COUNT(reasons), n->why));
    json_object_set_new(object, "doubts", reason_list(doubts, COUNT(doubts), node_doubts(n)));
    if (n->kind == NODE_ITEM)
        json_object_set_new(object, "status", json_string(node_status_name(n->status)));
    if (n->range_count > 0)
        json_object_set_new(object, "ranges", range_list(c, n));
    if (n->kind == NODE_EXHIBIT_ROW)
        set_exhibit(object, n);
    return object;
}
