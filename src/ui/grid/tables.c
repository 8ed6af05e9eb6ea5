/* SPDX-License-Identifier: MIT */
/* Looking for tables in slices: the next one, the one before. */
#include "ui/grid/tables.h"

#include "ui/going.h"
#include "ui/grid/tabling_state.h"
#include "ui/modes.h"

enum {
    AT_ONCE = 12, /* segments that are looked at in a key, some 32 KB each */
    SLICE = 4     /* and in a slice of work */
};

/* ---- the next table, or the one before */

struct found_here {
    ARRAY(struct tables_row) rows;
};

static void keep(void *self, const struct tabular_found *found)
{
    struct found_here *h = self;
    array_push(&h->rows, ((struct tables_row){found->lead, found->offset, found->end}));
}

void tables_arrive(struct viewer *v, struct tables_row row)
{
    struct tabling *t = tabling_of(v);
    bool enter = t->seeking.enter || t->open;
    t->seeking.on = false;
    buffer_clear(&v->message); /* that it was looked for */
    going_to_place(v, (struct place){t->seeking.document, row.lead});
    t->went = row;
    t->at = text_pane_place(v->at->text);
    if (enter)
        tabling_open(v, row.offset);
}

/* Looks at one segment; true when the search is over. */
static bool look_at_segment(struct viewer *v, struct tables_seeking *s)
{
    struct found_here here = {0};
    struct tables_row row = {0};
    bool there = tabular_segment(tabling_content(v), s->segment, keep, &here);
    bool found = false;
    for (size_t i = 0; i < here.rows.count && !found; i++) {
        row = here.rows.at[s->forward ? i : here.rows.count - 1 - i];
        if (s->forward ? row.lead <= s->from : row.lead >= s->from)
            continue;
        s->from = row.lead;
        found = --s->steps == 0;
    }
    array_deinit(&here.rows);
    bool end = !there || (!s->forward && s->segment == 0);
    if (found) {
        tables_arrive(v, row);
    } else if (end) {
        s->on = false;
        viewer_say(v, ROLE_MESSAGE, "no %s table in this document",
                   s->forward ? "further" : "earlier");
    } else {
        s->segment = s->forward ? s->segment + 1 : s->segment - 1;
    }
    return found || end;
}

static void seek(struct viewer *v, bool forward, bool enter, size_t from, size_t steps)
{
    struct tables_seeking *s = &tabling_of(v)->seeking;
    *s = (struct tables_seeking){.on = true,
                                 .forward = forward,
                                 .enter = enter,
                                 .content = tabling_content(v),
                                 .document = text_pane_place(v->at->text).document,
                                 .from = from,
                                 .steps = steps};
    s->segment = content_segment_at(tabling_content(v), from);
    for (size_t i = 0; i < AT_ONCE; i++)
        if (look_at_segment(v, s))
            return;
    viewer_say(v, ROLE_MESSAGE, "looking for a table… Esc stops");
}

void tables_move(struct viewer *v, const struct order *order)
{
    struct tabling *t = tabling_of(v);
    struct place at = text_pane_place(v->at->text);
    size_t from = text_pane_focus(v->at->text).offset;
    if (t->open)
        from = t->view.table.lead;
    else if (t->at.document == at.document && t->at.offset == at.offset)
        from = t->went.lead; /* the text may not stand at it: near the end */
    seek(v, order->action == ACTION_NEXT_TABLE, false, from, order_steps(order));
}

void tables_enter_next(struct viewer *v)
{
    size_t from, to;
    text_pane_visible(v->at->text, &from, &to);
    seek(v, true, true, to > from ? to - 1 : from, 1);
}

/* ---- as a mode: while a table is looked for, any key stops that */

static bool on(const struct viewer *v)
{
    return v->modes.table && v->modes.table->seeking.on;
}

static bool handle(struct viewer *v, const struct order *order)
{
    (void)v;
    (void)order;
    return false;
}

static void leave(struct viewer *v)
{
    tabling_of(v)->seeking.on = false;
}

static const char *name(const struct viewer *v)
{
    (void)v;
    return "the search";
}

static bool key(struct viewer *v, struct key pressed)
{
    leave(v);
    if (pressed.code != KEYS_ESCAPE)
        return false;
    viewer_say(v, ROLE_MESSAGE, "stopped looking for a table");
    return true;
}

static bool work(struct viewer *v)
{
    struct tabling *t = v->modes.table;
    if (!t)
        return false;
    /* The mouse may have gone to another document meanwhile. */
    if (t->seeking.content != tabling_content(v))
        t->seeking.on = false;
    if (t->seeking.on) {
        for (size_t i = 0; i < SLICE && t->seeking.on; i++)
            look_at_segment(v, &t->seeking);
        return true;
    }
    return tables_list_work(v);
}

const struct mode *tables_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT,
                                     .on = on,
                                     .handle = handle,
                                     .leave = leave,
                                     .name = name,
                                     .work = work,
                                     .key = key};
    return &mode;
}
