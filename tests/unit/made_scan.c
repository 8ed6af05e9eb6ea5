/* SPDX-License-Identifier: MIT */
/* Makes scans by hand. */
#include "made_scan.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES = 10 };

static uint32_t class_of(struct heads *h, unsigned set)
{
    for (size_t i = 0; i < h->classes.count; i++)
        if (h->classes.at[i].set == set)
            return (uint32_t)i;
    struct head_class made = {.set = (uint16_t)set};
    array_push(&h->classes, made);
    return (uint32_t)(h->classes.count - 1);
}

static void add_node(struct nodes *nodes, const struct made_line *line)
{
    struct node node = {.title = slice_of(line->title),
                        .level = 1,
                        .offset = line->text * PLACES,
                        .target_document = (size_t)-1};
    if (strcmp(line->node, "item") == 0)
        node.kind = NODE_ITEM;
    else
        node.kind = NODE_SIGNATURES;
    array_push(&nodes->list, node);
}

static void add_head(struct heads *heads, const struct made_line *line, size_t index)
{
    struct head head = {.offset = line->text * PLACES,
                        .end = line->text * PLACES + strlen(line->title),
                        .text = line->text,
                        .block = line->text / 80 + index,
                        .set = (uint16_t)line->set,
                        .figures = (uint16_t)line->figures,
                        .features = line->features,
                        .title = slice_of(line->title)};
    head.class = class_of(heads, line->set);
    array_push(&heads->list, head);
}

void made_scan_init(struct scan *scan, struct nodes *nodes, const struct made_line *lines,
                    size_t count)
{
    memset(scan, 0, sizeof *scan);
    heads_init(&scan->heads, true);
    nodes_init(nodes);
    scan->printed = true;
    for (size_t i = 0; i < count; i++) {
        if (lines[i].node)
            add_node(nodes, &lines[i]);
        else
            add_head(&scan->heads, &lines[i], i);
        scan->heads.text = lines[i].text + 4000;
    }
    scan->end = scan->heads.text * PLACES;
}

void made_scan_deinit(struct scan *scan, struct nodes *nodes)
{
    heads_deinit(&scan->heads);
    nodes_deinit(nodes);
}

static int by_place(const void *a, const void *b)
{
    const struct section *x = a;
    const struct section *y = b;
    return x->offset != y->offset ? (x->offset < y->offset ? -1 : 1) : x->grade - y->grade;
}

void made_scan_write(struct buffer *out, struct sections *found)
{
    if (found->list.count > 1)
        qsort(found->list.at, found->list.count, sizeof *found->list.at, by_place);
    for (size_t i = 0; i < found->list.count; i++) {
        const struct section *s = &found->list.at[i];
        buffer_add_text(out, node_kind_name(s->kind));
        buffer_addf(out, "%d|", s->grade);
        if (s->id.len > 0) {
            buffer_add(out, s->id);
            buffer_add_byte(out, '|');
        }
        buffer_add(out, s->title);
        buffer_add_byte(out, ';');
    }
}
