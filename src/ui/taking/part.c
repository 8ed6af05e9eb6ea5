/* SPDX-License-Identifier: MIT */
/* From what the reader is at to a part of the filing. */
#include "ui/taking/part.h"

#include "model/content.h"
#include "ui/grid/tabling.h"
#include "ui/modes.h"
#include "ui/taking/selecting.h"
#include "ui/viewer_state.h"

static const char *const names[PART_KINDS] = {
    [PART_SELECTION] = "selection", [PART_NODE] = "node",         [PART_TABLE] = "table",
    [PART_EXHIBIT] = "exhibit",     [PART_DOCUMENT] = "document",
};

bool part_kind_of(struct slice name, enum part_kind *kind)
{
    for (size_t i = 0; i < PART_KINDS; i++)
        if (slice_equal(name, slice_of(names[i]))) {
            *kind = (enum part_kind)i;
            return true;
        }
    return false;
}

void part_deinit(struct part *part)
{
    buffer_deinit(&part->name);
}

enum part_kind part_default(const struct viewer *v)
{
    if (selecting_on(v))
        return PART_SELECTION;
    return modes_top(v) == tabling_mode() ? PART_TABLE : PART_NODE;
}

/* The document and node that the keys are about. */
static void where(const struct viewer *v, size_t *document, size_t *node)
{
    *document = text_pane_place(v->at->text).document;
    *node = viewer_node(v);
    if (v->focus_tree && !modes_top(v))
        tree_pane_selected(v->at->tree, document, node);
}

static bool whole_document(struct viewer *v, struct part *part)
{
    const struct filing *f = v->at->filing;
    struct document *d = submission_document(f->submission, part->document);
    if (!d) {
        viewer_say(v, ROLE_MESSAGE, "there is no document here");
        return false;
    }
    part->open = !d->complete;
    part->from = d->text_offset;
    part->to = d->text_end;
    buffer_add(&part->name, tree_pane_document_name(f->shelf, part->document));
    return true;
}

/* The node, else the document. For an exhibit the one around it that is one. */
static bool find_node(struct viewer *v, struct part *part)
{
    const struct node *nodes;
    size_t node;
    where(v, &part->document, &node);
    struct outline *o = shelf_outline(v->at->filing->shelf, part->document);
    size_t count = shelf_nodes(v->at->filing->shelf, part->document, &nodes);
    while (part->kind == PART_EXHIBIT && o && node < count && nodes[node].kind != NODE_EXHIBIT)
        node = outline_parent(o, node);
    if (node >= count)
        return whole_document(v, part);
    part->from = nodes[node].offset;
    part->to = nodes[node].offset + nodes[node].length;
    buffer_add(&part->name, tree_pane_name(&nodes[node]));
    return true;
}

static bool find_table(struct viewer *v, struct part *part)
{
    buffer_add_text(&part->name, "the table");
    if (tabling_range(v, &part->from, &part->to))
        return true;
    viewer_say(v, ROLE_MESSAGE, "no table is on the screen");
    return false;
}

bool part_find(struct viewer *v, enum part_kind kind, struct part *part)
{
    *part = (struct part){.kind = kind};
    part->document = text_pane_place(v->at->text).document;
    switch (kind) {
    case PART_SELECTION:
        buffer_add_text(&part->name, "the selection");
        if (selecting_range(v, &part->document, &part->from, &part->to))
            return true;
        viewer_say(v, ROLE_MESSAGE, "nothing is selected");
        return false;
    case PART_TABLE:
        return find_table(v, part);
    case PART_DOCUMENT:
        if (v->focus_tree && !modes_top(v)) {
            size_t node;
            where(v, &part->document, &node);
        }
        return whole_document(v, part);
    default:
        return find_node(v, part);
    }
}

void part_wait(struct viewer *v, const struct part *part, viewer_run *run,
               const struct order *order)
{
    /* Where another document begins, or the file ends, it ends. */
    viewer_wait(v, NEED_DOCUMENTS, part->document + 1, run, order);
}

struct gather *part_gather(struct viewer *v, const struct part *part)
{
    if (part->kind == PART_SELECTION)
        return selecting_gather(v);
    struct submission *s = v->at->filing->submission;
    struct content *c = content_of(s, submission_document(s, part->document));
    struct gather_set set = {.width = (size_t)settings_get(&v->settings, OPTION_TEXT_WIDTH),
                             .wrap = true};
    return gather_new(c, part->from, part->to, set);
}
