/* SPDX-License-Identifier: MIT */
/* Back and forward. */
#include "ui/travel.h"

#include "layout/flow.h"
#include "model/content.h"
#include "ui/going.h"
#include "ui/viewer_state.h"

static void go(struct viewer *v, struct place place)
{
    text_pane_go(v->at->text, place);
    v->focus_tree = false;
    viewer_arrange(v);
}

void travel_back(struct viewer *v, const struct order *order)
{
    struct place to;
    if (journey_back(&v->at->journey, text_pane_place(v->at->text), order_steps(order), &to))
        go(v, to);
    else
        viewer_say(v, ROLE_MESSAGE, "there is no jump to go back over");
}

void travel_forward(struct viewer *v, const struct order *order)
{
    struct place to;
    if (journey_forward(&v->at->journey, order_steps(order), &to))
        go(v, to);
    else
        viewer_say(v, ROLE_MESSAGE, "nothing was gone back over");
}

/* The first line of text from the place on. */
static void add_line(const struct viewer *v, struct place place, struct buffer *line)
{
    struct submission *s = v->at->filing->submission;
    struct document *d = submission_document(s, place.document);
    struct content *c = d ? content_of(s, d) : NULL;
    if (!c)
        return;
    struct flow *flow = flow_new(c, (struct flow_options){.width = 100, .most = 100, .wrap = true});
    struct spot spot;
    bool more = flow_find(flow, place.offset, &spot);
    for (int tries = 0; more && line->len == 0 && tries < 8; tries++) {
        const struct line *at = flow_line(flow, spot);
        if (at && at->kind == LINE_TEXT)
            buffer_add(line, slice_trim(at->text));
        more = flow_next(flow, &spot);
    }
    flow_free(flow);
}

void travel_describe(struct viewer *v, struct place place, struct buffer *where,
                     struct buffer *line)
{
    struct shelf *shelf = v->at->filing->shelf;
    struct submission *s = v->at->filing->submission;
    struct outline *o = shelf_outline(shelf, place.document);
    const struct node *nodes;
    size_t count = shelf_nodes(shelf, place.document, &nodes);
    size_t node = o ? outline_at(o, place.offset) : SHELF_NONE;
    if (place.document >= submission_documents(s))
        return;
    buffer_add(where, tree_pane_document_name(shelf, place.document));
    if (node < count) {
        buffer_add_text(where, " › ");
        buffer_add(where, tree_pane_name(&nodes[node]));
    }
    struct content *c = content_of(s, submission_document(s, place.document));
    if (content_has_pages(c))
        buffer_addf(where, " · page %zu", content_page_at(c, place.offset) + 1);
    add_line(v, place, line);
}

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    const struct journey *j = &v->at->journey;
    chooser_close(v->chooser);
    if (tag < j->places.count)
        go(v, j->places.at[tag]);
}

void travel_jumps(struct viewer *v, const struct order *order)
{
    static const struct chooser_ops ops = {.choose = choose};
    const struct journey *j = &v->at->journey;
    (void)order;
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the jumps",
                                                     .empty = "nothing was jumped from yet",
                                                     .ops = &ops,
                                                     .self = v});
    for (size_t i = j->places.count; i-- > 0;) {
        struct buffer where = {0}, line = {0};
        travel_describe(v, j->places.at[i], &where, &line);
        chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&line),
                                                      .detail = buffer_slice(&where),
                                                      .tag = i});
        buffer_deinit(&where);
        buffer_deinit(&line);
    }
    viewer_arrange(v);
}
