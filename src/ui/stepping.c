/* SPDX-License-Identifier: MIT */
/* The next and the one before, by the outline of the document that is read. */
#include "ui/stepping.h"

#include "ui/going.h"
#include "ui/viewer_state.h"

typedef bool node_test(const struct node *node);

static bool is_item(const struct node *node)
{
    return node->kind == NODE_ITEM;
}

static bool is_heading(const struct node *node)
{
    return node->kind != NODE_EXHIBIT_ROW;
}

/* The steps-th node behind (or before) the place that passes the test; as far as there is one. */
static const struct node *find_node(const struct viewer *v, struct place place, bool forward,
                                    node_test *test, size_t steps)
{
    const struct node *nodes;
    const struct node *found = NULL;
    size_t count = shelf_nodes(v->at->filing->shelf, place.document, &nodes);
    for (size_t i = 0; i < count && steps > 0; i++) {
        const struct node *node = &nodes[forward ? i : count - 1 - i];
        bool further = forward ? node->offset > place.offset : node->offset < place.offset;
        if (further && test(node) && (!found || node->offset != found->offset)) {
            found = node;
            steps--;
        }
    }
    return found;
}

static void by_test(struct viewer *v, const struct order *order, viewer_run *run, node_test *test,
                    bool forward, const char *what)
{
    struct place place = text_pane_place(v->at->text);
    if (!going_outline(v, place.document, run, order))
        return;
    const struct node *node = find_node(v, place, forward, test, order_steps(order));
    if (node)
        text_pane_go(v->at->text, (struct place){place.document, node->offset});
    else
        viewer_say(v, ROLE_MESSAGE,
                   forward ? "no further %s in this document"
                           : "no %s before this in this document",
                   what);
}

static bool is_article(const struct node *node)
{
    return slice_starts(node->id, SLICE("article-"));
}

static bool is_section(const struct node *node)
{
    return slice_starts(node->id, SLICE("section-"));
}

static bool is_top(const struct node *node)
{
    return node->level == 1 && is_heading(node);
}

void stepping_item(struct viewer *v, const struct order *order)
{
    static const struct {
        node_test *test;
        const char *what;
    } kinds[] = {{is_item, "Item"}, {is_article, "Article"}, {is_section, "Section"}};
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, text_pane_place(v->at->text).document, &nodes);
    bool forward = order->action == ACTION_NEXT_ITEM;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        for (size_t i = 0; i < count; i++) {
            if (kinds[k].test(&nodes[i])) {
                by_test(v, order, stepping_item, kinds[k].test, forward, kinds[k].what);
                return;
            }
        }
    }
    by_test(v, order, stepping_item, is_top, forward, "heading");
}

void stepping_heading(struct viewer *v, const struct order *order)
{
    by_test(v, order, stepping_heading, is_heading, order->action == ACTION_NEXT_HEADING,
            "heading");
}

static bool is_note(const struct node *node)
{
    return node->kind == NODE_NOTE;
}

void stepping_note(struct viewer *v, const struct order *order)
{
    by_test(v, order, stepping_note, is_note, order->action == ACTION_NEXT_NOTE, "note");
}
