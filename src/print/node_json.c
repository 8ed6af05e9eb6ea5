/* SPDX-License-Identifier: MIT */
/* A node of an outline as a JSON object. */
#include "print/node_json.h"

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

static void write_reasons(struct json_out *j, const char *name, const struct reason *rows,
                          size_t count, unsigned why)
{
    json_out_open_list(j, name);
    for (size_t i = 0; i < count; i++)
        if (why & rows[i].bit)
            json_out_text(j, NULL, slice_of(rows[i].name));
    json_out_close_list(j);
}

static void write_size_or_null(struct json_out *j, const char *name, bool known, size_t n)
{
    if (known)
        json_out_size(j, name, n);
    else
        json_out_null(j, name);
}

static void write_ranges(struct json_out *j, struct content *c, const struct node *n)
{
    json_out_open_list(j, "ranges");
    for (size_t i = 0; i < n->range_count; i++) {
        const struct node_range *range = &n->ranges[i];
        bool known = range->offset != (size_t)-1;
        bool pages = known && content_has_pages(c);
        json_out_open_object(j, NULL);
        json_out_text(j, "from", range->from);
        json_out_text(j, "to", range->to.len > 0 ? range->to : range->from);
        write_size_or_null(j, "page", pages, pages ? content_page_at(c, range->offset) + 1 : 0);
        write_size_or_null(j, "offset", known, range->offset);
        json_out_close_object(j);
    }
    json_out_close_list(j);
}

static void write_source(struct json_out *j, const struct node_source *source)
{
    if (source == NULL) {
        json_out_null(j, "source");
        return;
    }
    json_out_open_object(j, "source");
    json_out_text_or_null(j, "form", source->form);
    json_out_text_or_null(j, "date", source->date);
    json_out_text_or_null(j, "exhibit", source->exhibit);
    json_out_text_or_null(j, "file", source->file);
    json_out_text_or_null(j, "url", source->url);
    json_out_close_object(j);
}

static void write_page(struct json_out *j, struct content *c, const struct node *n)
{
    static const struct slice none = {0};
    bool pages = content_has_pages(c);
    size_t page = pages ? content_page_at(c, n->offset) : 0;
    write_size_or_null(j, "page", pages, page + 1);
    json_out_text_or_null(j, "page_label", pages ? content_page_label(c, page) : none);
}

/* What all have. */
static void write_common(struct json_out *j, struct content *c, const struct node *n, size_t line)
{
    json_out_text(j, "id", n->id);
    json_out_text(j, "kind", slice_of(node_kind_name(n->kind)));
    json_out_text_or_null(j, "part", n->part);
    json_out_texts(j, "items", n->items, n->item_count);
    json_out_text(j, "title", n->title);
    json_out_integer(j, "level", n->level);
    json_out_size(j, "offset", n->offset);
    json_out_size(j, "length", n->length);
    write_page(j, c, n);
    json_out_size(j, "line", line);
    json_out_real(j, "confidence", n->confidence);
    json_out_text(j, "found_by", slice_of(node_found_by_name(n->found_by)));
    write_reasons(j, "why", reasons, COUNT(reasons), n->why);
    write_reasons(j, "doubts", doubts, COUNT(doubts), node_doubts(n));
}

void node_json(struct json_out *j, struct content *c, const struct node *n, size_t line)
{
    json_out_open_object(j, NULL);
    write_common(j, c, n, line);
    if (n->kind == NODE_ITEM)
        json_out_text(j, "status", slice_of(node_status_name(n->status)));
    if (n->range_count > 0)
        write_ranges(j, c, n);
    if (n->kind == NODE_EXHIBIT_ROW) {
        json_out_text(j, "exhibit", n->label);
        json_out_text_or_null(j, "target", n->target_type);
        json_out_text(j, "status", slice_of(node_target_name(n->target)));
        write_source(j, n->source);
    }
    json_out_close_object(j);
}
