/* SPDX-License-Identifier: MIT */
/* Cuts a document into parts. */
#include "outline/subheads/subhead_parts.h"

#include "outline/subheads/subhead_edges.h"

#include <stdlib.h>
#include <string.h>

enum {
    GROUP_NOTES, /* all notes, */
    GROUP_REPORTS,
    GROUP_DOCUMENT,
    GROUP_FIRST_ITEM,
    GROUPS_MOST = 120,  /* the last Items of a document that has more share one */
    COVER_TEXT = 15000, /* bytes of text */
    PAGE_TEXT = 2000,   /* printed behind a signature page, the same */
    ARTICLES = 3 /* of so many sections on a document is an agreement, which has its own reader */
};

static bool has_word(struct slice title, struct slice word)
{
    return slice_find_nocase(title, word) < title.len;
}

static size_t next_group(struct subhead_parts *p)
{
    return p->groups < GROUPS_MOST ? p->groups++ : p->groups - 1;
}

/* True when there are more than `least` bytes of text between the places. */
static bool has_text(const struct scan *scan, size_t offset, size_t end, size_t least)
{
    const struct heads *h = &scan->heads;
    size_t from = heads_at(h, offset), to = heads_at(h, end);
    size_t text = to < h->list.count ? h->list.at[to].text : h->text;
    return from < h->list.count && text > h->list.at[from].text + least;
}

/* A cover, or a contents list, that is far longer than these are holds text. */
static bool is_long(const struct scan *scan, const struct node *node)
{
    return has_text(scan, node->offset, node->offset + node->length, COVER_TEXT);
}

/* A contents list, and behind its last row what stands in front of the first Item, or Part. */
static bool add_contents(struct subhead_parts *p, const struct scan *scan, const struct node *node,
                         size_t end)
{
    struct subhead_part part = {.offset = node->offset, .kind = PART_CLOSED, .title = node->title};
    size_t behind = subhead_edges_listed(scan, node, end);
    if (behind >= end)
        return false;
    array_push(&p->list, part);
    part = (struct subhead_part){.offset = behind - 1, .kind = PART_DOCUMENT, .beside = true};
    part.group = next_group(p);
    array_push(&p->list, part);
    return true;
}

static void add_node(struct subhead_parts *p, const struct scan *scan, const struct node *node,
                     bool items)
{
    struct subhead_part part = {.offset = node->offset, .kind = PART_CLOSED, .title = node->title};
    switch (node->kind) {
    case NODE_ITEM:
        part.kind = has_word(node->title, SLICE("exhibit")) ? PART_CLOSED : PART_ITEM;
        part.risks = has_word(node->title, SLICE("risk factor"));
        part.group = next_group(p);
        break;
    case NODE_PART:
    case NODE_HEADING:
    case NODE_EXHIBIT:
        part.kind = PART_ITEM;
        part.group = next_group(p);
        break;
    case NODE_COVER:
    case NODE_CONTENTS:
        part.kind = items && !is_long(scan, node) ? PART_CLOSED : PART_DOCUMENT;
        part.group = GROUP_DOCUMENT;
        break;
    case NODE_SIGNATURES: /* what is printed on the pages behind it has headings of its own */
        array_push(&p->list, part);
        part.offset = subhead_edges_signed(scan, node);
        part.kind =
            !scan->exhibit && has_text(scan, part.offset, node->offset + node->length, PAGE_TEXT)
                ? PART_DOCUMENT
                : PART_CLOSED;
        part.group = GROUP_DOCUMENT;
        break;
    case NODE_EXHIBIT_ROW:
        if (p->list.count > 0 && p->list.at[p->list.count - 1].kind == PART_CLOSED)
            return;
        break;
    default:
        break;
    }
    array_push(&p->list, part);
}

static void add_section(struct subhead_parts *p, const struct section *section, bool agreement,
                        bool printed)
{
    struct subhead_part part = {.offset = section->offset, .kind = PART_CLOSED};
    if (section->kind == NODE_NOTE) {
        part.kind = PART_NOTE;
        part.group = GROUP_NOTES;
    } else if (section->kind == NODE_STATEMENT) {
        bool text = has_word(section->title, SLICE("report")) ||
                    has_word(section->title, SLICE("notes to"));
        part.kind = printed && !text ? PART_CLOSED : PART_REPORT;
        part.group = GROUP_REPORTS;
    } else if (!agreement) {
        part.kind = PART_DOCUMENT;
        part.group = GROUP_DOCUMENT;
    }
    array_push(&p->list, part);
}

static int by_place(const void *a, const void *b)
{
    const struct subhead_part *x = a;
    const struct subhead_part *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* Exhibits with nothing to look for: consents, certifications, powers, lists. */
static bool is_bare_exhibit(const struct scan *scan)
{
    static const struct slice bare[] = {
        SLICE_ROW("21"), SLICE_ROW("22"), SLICE_ROW("23"),  SLICE_ROW("24"),  SLICE_ROW("27"),
        SLICE_ROW("31"), SLICE_ROW("32"), SLICE_ROW("101"), SLICE_ROW("104"), SLICE_ROW("107"),
        SLICE_ROW("12"), SLICE_ROW("5"),  SLICE_ROW("8")};
    struct slice n = scan->exhibit_number;
    size_t digits = 0;
    while (digits < n.len && byte_is_digit(n.at[digits]))
        digits++;
    for (size_t i = 0; i < sizeof bare / sizeof *bare; i++)
        if (slice_equal(slice_cut(n, 0, digits), bare[i]))
            return true;
    return false;
}

void subhead_parts_init(struct subhead_parts *p, const struct sections *found,
                        const struct scan *scan, const struct nodes *nodes)
{
    bool items = false;
    size_t articles = 0;
    memset(p, 0, sizeof *p);
    p->groups = GROUP_FIRST_ITEM;
    for (size_t i = 0; i < nodes->list.count; i++)
        items = items || nodes->list.at[i].kind == NODE_ITEM || nodes->list.at[i].kind == NODE_PART;
    for (size_t i = 0; i < found->list.count; i++)
        articles += found->list.at[i].kind == NODE_HEADING &&
                    found->list.at[i].found_by != FOUND_TITLE; /* these are among statements */
    bool agreement = articles >= ARTICLES;
    struct subhead_part all = {.kind = PART_DOCUMENT, .group = GROUP_DOCUMENT};
    if (items || (scan->exhibit && (agreement || is_bare_exhibit(scan))))
        all.kind = PART_CLOSED;
    array_push(&p->list, all);
    for (size_t i = 0; i < nodes->list.count; i++) {
        const struct node *node = &nodes->list.at[i];
        bool list = items && node->kind == NODE_CONTENTS && i + 1 < nodes->list.count;
        if (!list || !add_contents(p, scan, node, node[1].offset))
            add_node(p, scan, node, items);
    }
    for (size_t i = 0; i < found->list.count; i++)
        add_section(p, &found->list.at[i], agreement, scan->printed);
    qsort(p->list.at, p->list.count, sizeof *p->list.at, by_place);
    size_t around = SUBHEAD_NO_PART;
    for (size_t i = 0; i < p->list.count; i++) {
        struct subhead_part *part = &p->list.at[i];
        if (part->kind == PART_ITEM || part->kind == PART_DOCUMENT)
            around = i;
        part->around = part->kind == PART_NOTE ? around : SUBHEAD_NO_PART;
    }
}

void subhead_parts_deinit(struct subhead_parts *p)
{
    array_deinit(&p->list);
}
