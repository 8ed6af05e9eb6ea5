/* SPDX-License-Identifier: MIT */
/* The list of the links of a document, read in slices, under the sections that they stand in. */
#include "ui/links/linking.h"
#include "ui/links/linking_state.h"

#include "base/clean.h"
#include "outline/address.h"
#include "ui/tree_pane.h"

enum { TITLE_LEAST = 12 /* columns of a title in a row */ };

/* The lead that a row stands for is the one at its offset. */
static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    struct order order = {.action = ACTION_FOLLOW};
    chooser_close(v->chooser);
    struct linkage *l = linking_linkage(v, v->at);
    const struct lead *lead = l ? linkage_at(l, tag) : NULL;
    if (!lead)
        return;
    if (lead->document != LEAD_NOWHERE)
        linking_go(v, l, lead, &order, linking_follow);
    else
        linking_select(v, l, lead);
}

static const struct chooser_ops list_ops = {.choose = choose};

static void begin(struct viewer *v)
{
    v->modes.link->listing = true;
    v->modes.link->listed = 0;
    v->modes.link->section_end = 0;
    buffer_clear(&v->modes.link->section);
}

void linking_list(struct viewer *v, const struct order *order)
{
    struct linkage *l = linking_ready(v, linking_list, order);
    if (!l)
        return;
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the links",
                                                     .empty = "this document has no links",
                                                     .ops = &list_ops,
                                                     .self = v});
    begin(v);
    linking_list_work(v);
    chooser_select(v->chooser, text_pane_place(v->at->text).offset);
    viewer_arrange(v);
}

/* No other node that a place is told by stands in it. */
static bool is_innermost(const struct node *node)
{
    return node->kind == NODE_ITEM || node->kind == NODE_COVER || node->kind == NODE_CONTENTS ||
           node->kind == NODE_SIGNATURES;
}

/* A title where another section begins. */
static void add_section(struct viewer *v, const struct linkage *l, size_t offset)
{
    struct linking *k = v->modes.link;
    struct shelf *shelf = v->at->filing->shelf;
    struct outline *o = shelf_outline(shelf, linkage_document(l));
    const struct node *nodes;
    if (offset < k->section_end)
        return;
    size_t count = shelf_nodes(shelf, linkage_document(l), &nodes);
    size_t node = o ? address_node(o, nodes, offset) : SHELF_NONE;
    struct slice name = node < count ? tree_pane_name(&nodes[node]) : SLICE("Front");
    size_t end = node < count ? nodes[node].offset + nodes[node].length : 0;
    bool again = k->section.len > 0 && slice_equal(buffer_slice(&k->section), name);
    size_t next = node + 1 < count ? nodes[node + 1].offset : end;
    k->section_end = node < count && is_innermost(&nodes[node]) ? end : next < end ? next : end;
    if (again)
        return;
    buffer_clear(&k->section);
    buffer_add(&k->section, name);
    struct buffer clean = {0};
    clean_text(&clean, name);
    chooser_add(v->chooser,
                &(struct chooser_row){.text = buffer_slice(&clean), .title = true, .tag = offset});
    buffer_deinit(&clean);
}

static void add_lead(struct viewer *v, const struct linkage *l, const struct lead *lead)
{
    struct buffer text = {0}, detail = {0};
    clean_text(&text, lead->text);
    linkage_tell(l, lead, v->columns > 3 * TITLE_LEAST ? (size_t)v->columns / 3 : TITLE_LEAST,
                 &detail);
    chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&text),
                                                  .detail = buffer_slice(&detail),
                                                  .level = 1,
                                                  .tag = lead->offset});
    buffer_deinit(&text);
    buffer_deinit(&detail);
}

bool linking_list_work(struct viewer *v)
{
    struct linking *k = v->modes.link;
    if (!k || !k->listing)
        return false;
    struct linkage *l = linking_linkage(v, v->at);
    if (!l || !chooser_shows(v->chooser, &list_ops)) {
        k->listing = false;
        return false;
    }
    bool all;
    k->listing = linkage_read(l);
    size_t segments = linkage_segments(l, &all);
    for (; k->listed < segments; k->listed++) {
        const struct lead *leads;
        size_t count = linkage_segment(l, k->listed, &leads);
        for (size_t i = 0; i < count; i++) {
            if (leads[i].kind == LEAD_BACK)
                continue;
            add_section(v, l, leads[i].offset);
            add_lead(v, l, &leads[i]);
        }
    }
    chooser_expect(v->chooser, k->listing);
    return true;
}

void linking_list_renew(struct viewer *v)
{
    if (!v->modes.link || !chooser_shows(v->chooser, &list_ops))
        return;
    chooser_clear(v->chooser);
    begin(v);
}
