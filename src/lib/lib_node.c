/* SPDX-License-Identifier: MIT */
/* libfolio: what is told of a node. */
#include "lib/lib_filing.h"

#include "outline/node_words.h"

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

/* Counts those whose bit is set, up to `most`; *name is that of the last counted. */
static size_t count_reasons(const struct reason *rows, size_t count, unsigned why, size_t most,
                            const char **name)
{
    size_t counted = 0;
    for (size_t i = 0; i < count && counted < most; i++)
        if (why & rows[i].bit) {
            *name = rows[i].name;
            counted++;
        }
    return counted;
}

/* The text, copied when it is asked for first. */
static const char *kept(const struct folio_node *n, const char **text, struct slice value)
{
    if (!*text)
        *text = lib_text(&n->document->arena, value);
    return *text;
}

size_t folio_node_kinds(void)
{
    return NODE_EXHIBIT + 1;
}

const char *folio_node_kind_name(size_t kind)
{
    return kind < folio_node_kinds() ? node_kind_name((enum node_kind)kind) : "";
}

const char *folio_node_id(const struct folio_node *n)
{
    return n ? kept(n, &n->texts->id, n->node->id) : "";
}

const char *folio_node_kind(const struct folio_node *n)
{
    return n ? node_kind_name(n->node->kind) : "";
}

const char *folio_node_part(const struct folio_node *n)
{
    return n ? kept(n, &n->texts->part, n->node->part) : "";
}

size_t folio_node_items(const struct folio_node *n)
{
    return n ? n->node->item_count : 0;
}

const char *folio_node_item(const struct folio_node *n, size_t item)
{
    if (item >= folio_node_items(n))
        return "";
    if (!n->texts->items)
        n->texts->items =
            arena_array(&n->document->arena, n->node->item_count, sizeof *n->texts->items);
    return kept(n, &n->texts->items[item], n->node->items[item]);
}

const char *folio_node_label(const struct folio_node *n)
{
    return n ? kept(n, &n->texts->label, n->node->label) : "";
}

const char *folio_node_title(const struct folio_node *n)
{
    return n ? kept(n, &n->texts->title, n->node->title) : "";
}

int folio_node_level(const struct folio_node *n)
{
    return n ? n->node->level : 0;
}

size_t folio_node_offset(const struct folio_node *n)
{
    return n ? n->node->offset : 0;
}

size_t folio_node_length(const struct folio_node *n)
{
    return n ? n->node->length : 0;
}

double folio_node_confidence(const struct folio_node *n)
{
    return n ? n->node->confidence : 0;
}

int folio_node_sure(const struct folio_node *n)
{
    return n && node_words_sure(n->node);
}

const char *folio_node_status(const struct folio_node *n)
{
    if (n && n->node->kind == NODE_ITEM)
        return node_status_name(n->node->status);
    return n && n->node->kind == NODE_EXHIBIT_ROW ? node_target_name(n->node->target) : "";
}

const char *folio_node_found_by(const struct folio_node *n)
{
    return n ? node_found_by_name(n->node->found_by) : "";
}

size_t folio_node_reasons(const struct folio_node *n)
{
    const char *name;
    return n ? count_reasons(reasons, COUNT(reasons), n->node->why, COUNT(reasons), &name) : 0;
}

const char *folio_node_reason(const struct folio_node *n, size_t reason)
{
    const char *name = "";
    if (reason < folio_node_reasons(n))
        (void)count_reasons(reasons, COUNT(reasons), n->node->why, reason + 1, &name);
    return name;
}

size_t folio_node_doubts(const struct folio_node *n)
{
    const char *name;
    return n ? count_reasons(doubts, COUNT(doubts), node_doubts(n->node), COUNT(doubts), &name) : 0;
}

const char *folio_node_doubt(const struct folio_node *n, size_t doubt)
{
    const char *name = "";
    if (doubt < folio_node_doubts(n))
        (void)count_reasons(doubts, COUNT(doubts), node_doubts(n->node), doubt + 1, &name);
    return name;
}

size_t folio_node_page(const struct folio_node *n)
{
    return n ? n->page : 0;
}

const char *folio_node_page_label(const struct folio_node *n)
{
    return n ? n->page_label : "";
}
