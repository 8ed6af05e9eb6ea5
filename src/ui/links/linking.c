/* SPDX-License-Identifier: MIT */
/* Links in the text: selecting and following them. */
#include "ui/links/linking.h"

#include "base/clean.h"
#include "base/memory.h"
#include "base/width.h"
#include "ui/going.h"
#include "ui/links/linking_state.h"
#include "ui/links/peeking.h"
#include "ui/modes.h"
#include "ui/passages.h"
#include "ui/taking/selecting.h"
#include "ui/taking/taking.h"

#include <stdlib.h>

enum {
    WORDS = 30,        /* columns of a link that leads nowhere */
    KEYS_COLUMNS = 44, /* of the page and the keys beside a message */
    TITLE_LEAST = 16
};

static struct linking *state(struct viewer *v)
{
    if (!v->modes.link) {
        v->modes.link = memory_alloc(sizeof *v->modes.link);
        v->modes.link->selected.offset = VIEWER_NOWHERE;
    }
    return v->modes.link;
}

/* ---- the leads of the documents on the screen */

struct linkage *linking_linkage(struct viewer *v, const struct window *w)
{
    struct linking *k = state(v);
    size_t document = text_pane_place(w->text).document;
    if (document >= submission_documents(w->filing->submission))
        return NULL;
    for (size_t i = 0; i < k->read.count; i++)
        if (linkage_is_of(k->read.at[i], w->filing->shelf, document))
            return k->read.at[i];
    array_push(&k->read, linkage_new(w->filing->shelf, document));
    return k->read.at[k->read.count - 1];
}

static bool is_shown(const struct viewer *v, const struct linkage *l)
{
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++)
        if (linkage_is_of(l, v->shown[i]->filing->shelf,
                          text_pane_place(v->shown[i]->text).document))
            return true;
    return false;
}

static void let_go(struct viewer *v)
{
    struct linking *k = state(v);
    size_t kept = 0;
    for (size_t i = 0; i < k->read.count; i++) {
        if (is_shown(v, k->read.at[i]))
            k->read.at[kept++] = k->read.at[i];
        else
            linkage_free(k->read.at[i]);
    }
    k->read.count = kept;
}

struct linkage *linking_ready(struct viewer *v, viewer_run *run, const struct order *order)
{
    struct linkage *l = linking_linkage(v, v->at);
    if (l && !linkage_ready(l))
        linkage_renew(l);
    if (l && linkage_ready(l))
        return l;
    if (l && !shelf_outline(v->at->filing->shelf, linkage_document(l)))
        viewer_wait(v, NEED_OUTLINE, linkage_document(l), run, order);
    else
        viewer_say(v, ROLE_MESSAGE, "this document has no links");
    return NULL;
}

/* ---- the selected one */

static bool is_visible(const struct viewer *v, struct place place)
{
    size_t from;
    size_t to;
    text_pane_visible(v->at->text, &from, &to);
    return place.document == text_pane_place(v->at->text).document && place.offset >= from &&
           place.offset < to;
}

bool linking_hit_shown(const struct viewer *v)
{
    return v->at->current.offset != VIEWER_NOWHERE && !v->at->hits_hidden &&
           is_visible(v, v->at->current);
}

const struct lead *linking_selected(struct viewer *v)
{
    struct linking *k = state(v);
    struct linkage *l = linking_linkage(v, v->at);
    if (!l || k->selected.offset == VIEWER_NOWHERE || !is_visible(v, k->selected) ||
        (linking_hit_shown(v) &&
         (v->at->current.document != k->hit.document || v->at->current.offset != k->hit.offset)))
        return NULL;
    return linkage_at(l, k->selected.offset);
}

/* A title is cut so that the message stands beside the keys where it can. */
static void say_lead(struct viewer *v, const struct linkage *l, const struct lead *lead)
{
    struct buffer text = {0};
    int columns = v->columns - KEYS_COLUMNS;
    columns = columns < TITLE_LEAST ? TITLE_LEAST : columns;
    columns = columns > LINKING_TITLE ? LINKING_TITLE : columns;
    linkage_tell(l, lead, (size_t)columns, &text);
    viewer_say(v, lead->document == LEAD_NOWHERE ? ROLE_WARNING : ROLE_MESSAGE, "› %s",
               buffer_text(&text));
    buffer_deinit(&text);
}

void linking_select(struct viewer *v, struct linkage *l, const struct lead *lead)
{
    struct linking *k = state(v);
    k->selected = (struct place){linkage_document(l), lead->offset};
    k->length = lead->length;
    k->hit = v->at->current;
    v->scrolled = true;
    text_pane_show(v->at->text, k->selected, lead->length);
    say_lead(v, l, lead);
}

void linking_forget(struct viewer *v)
{
    state(v)->selected.offset = VIEWER_NOWHERE;
    state(v)->seeking = false;
    peeking_forget(v);
}

/* ---- the next */

/* Goes through the next leads as far as one slice allows. Where a count leads too far, the last is
 * gone to. */
static void seek(struct viewer *v)
{
    struct linking *k = state(v);
    struct linkage *l = linking_linkage(v, v->at);
    const struct lead *lead = NULL;
    enum linkage_found found = LINKAGE_NONE;
    while (l && k->steps > 0) {
        found = linkage_next(l, k->back, &k->from, &lead);
        if (found != LINKAGE_FOUND)
            break;
        k->steps--;
        k->from = k->back ? lead->offset : lead->offset + lead->length;
        k->met = lead->offset;
    }
    k->seeking = found == LINKAGE_MORE;
    if (k->seeking) {
        viewer_say(v, ROLE_MESSAGE, "looking for the next link…");
        return;
    }
    lead = l && k->met != VIEWER_NOWHERE ? linkage_at(l, k->met) : NULL;
    if (lead)
        linking_select(v, l, lead);
    else
        viewer_say(v, ROLE_MESSAGE, k->back ? "no link before" : "no further link");
}

/* Where the way from link to link begins: at the selected one; at the text that is selected, or
 * the hit that was gone to, so that a link there is the first; else at the edge of the screen. */
static size_t begin_at(struct viewer *v, struct linkage *l, bool back)
{
    size_t document;
    size_t from;
    size_t to;
    const struct lead *lead = linking_selected(v);
    if (lead)
        return back ? lead->offset : lead->offset + lead->length;
    bool chosen =
        selecting_range(v, &document, &from, &to) && is_visible(v, (struct place){document, from});
    if (!chosen && !linking_hit_shown(v)) {
        text_pane_visible(v->at->text, &from, &to);
        return back ? to : from;
    }
    from = chosen ? from : v->at->current.offset;
    lead = linkage_at(l, from);
    return lead ? lead->offset : from;
}

void linking_next(struct viewer *v, const struct order *order)
{
    if (peeking_next(v, order))
        return;
    struct linking *k = state(v);
    struct linkage *l = linking_ready(v, linking_next, order);
    if (!l)
        return;
    k->back = order->action == ACTION_PREVIOUS_LINK;
    k->steps = order_steps(order);
    k->from = begin_at(v, l, k->back);
    k->met = VIEWER_NOWHERE;
    v->focus_tree = false;
    seek(v);
}

/* ---- following */

/* The leads on the screen: how many, and the first, from the hit on where there is one. */
struct seen {
    size_t count, from;
    const struct lead *first;
};

static void see(void *self, const struct lead *lead)
{
    struct seen *s = self;
    if (!linkage_stops_at(lead))
        return;
    if (s->count++ == 0 || (s->first->offset < s->from && lead->offset >= s->from))
        s->first = lead;
}

const struct lead *linking_meant(struct viewer *v, struct linkage *l)
{
    const struct lead *lead = linking_selected(v);
    struct seen seen = {.from = linking_hit_shown(v) ? v->at->current.offset : 0};
    if (!lead && linking_hit_shown(v))
        lead = linkage_at(l, seen.from);
    if (lead)
        return lead;
    size_t from;
    size_t to;
    text_pane_visible(v->at->text, &from, &to);
    linkage_range(l, from, to, see, &seen);
    if (seen.count == 0)
        viewer_say(v, ROLE_MESSAGE, "no link on the screen");
    else if (seen.count > 1)
        linking_select(v, l, seen.first);
    return seen.count == 1 ? seen.first : NULL;
}

bool linking_leads(struct viewer *v, struct linkage *l, const struct lead *lead,
                   const struct order *order, viewer_run *run)
{
    static const enum viewer_need needs[] = {
        [LACK_OUTLINE] = NEED_OUTLINE, [LACK_PAGES] = NEED_LABELS, [LACK_DOCUMENTS] = NEED_FILE};
    size_t document;
    if (lead->document != LEAD_NOWHERE)
        return true;
    enum linkage_lack lack = linkage_lack(l, lead, &document);
    if (lack != LACK_NOTHING) {
        viewer_wait(v, needs[lack], document, run, order);
        return false;
    }
    struct buffer text = {0};
    linkage_tell(l, lead, LINKING_TITLE, &text);
    struct buffer words = {0};
    size_t fits = width_fit(lead->text, WORDS);
    clean_text(&words, slice_cut(lead->text, 0, fits));
    viewer_say(v, ROLE_WARNING, "%s%s: %s", buffer_text(&words), fits < lead->text.len ? "…" : "",
               buffer_text(&text));
    buffer_deinit(&words);
    buffer_deinit(&text);
    return false;
}

void linking_go(struct viewer *v, struct linkage *l, const struct lead *lead,
                const struct order *order, viewer_run *run)
{
    struct linking *k = state(v);
    k->selected = (struct place){linkage_document(l), lead->offset};
    k->length = lead->length;
    k->hit = v->at->current;
    if (!linking_leads(v, l, lead, order, run))
        return;
    v->scrolled = false;
    v->focus_tree = false;
    going_to_place(v, (struct place){lead->document, lead->place});
    viewer_arrange(v);
}

void linking_follow(struct viewer *v, const struct order *order)
{
    if (peeking_go(v))
        return;
    struct linkage *l = linking_ready(v, linking_follow, order);
    const struct lead *lead = l ? linking_meant(v, l) : NULL;
    if (lead)
        linking_go(v, l, lead, order, linking_follow);
}

void linking_copy_target(struct viewer *v, const struct order *order)
{
    struct linkage *l = linking_ready(v, linking_copy_target, order);
    const struct lead *lead = l ? linking_meant(v, l) : NULL;
    struct buffer text = {0};
    if (!lead)
        return;
    if (lead->address.len > 0)
        buffer_add(&text, lead->address);
    else
        linkage_tell(l, lead, LINKING_TITLE, &text);
    taking_copy(v, buffer_slice(&text), lead->address.len > 0 ? "the address" : "the target");
    buffer_deinit(&text);
}

/* ---- the mode, which never has the keys */

static void follow(struct viewer *v)
{
    struct linking *k = state(v);
    bool renewed = false;
    let_go(v);
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++)
        linking_linkage(v, v->shown[i]);
    for (size_t i = 0; i < k->read.count; i++)
        renewed = linkage_renew(k->read.at[i]) || renewed;
    if (renewed)
        linking_list_renew(v);
}

/* A key that moved the text away ends the search for the next link. */
static bool work(struct viewer *v)
{
    struct linking *k = state(v);
    if (k->seeking) {
        seek(v);
        return true;
    }
    for (size_t i = 0; i < k->read.count; i++)
        if (linkage_work(k->read.at[i]))
            return true;
    return linking_list_work(v);
}

static void draw_lead(void *self, const struct lead *lead)
{
    struct passages *out = self;
    bool quiet = lead->kind == LEAD_REFERENCE || lead->kind == LEAD_FOOTNOTE ||
                 lead->document == LEAD_NOWHERE;
    if (!linkage_stops_at(lead) && lead->kind != LEAD_BACK)
        return;
    array_push(&out->list, ((struct passage_drawn){.from = lead->offset,
                                                   .to = lead->offset + lead->length,
                                                   .role = quiet ? ROLE_REFERENCE : ROLE_LINK}));
}

static void passages(struct viewer *v, struct window *w, struct passages *out)
{
    struct linking *k = state(v);
    struct linkage *l = linking_linkage(v, w);
    size_t from;
    size_t to;
    text_pane_visible(w->text, &from, &to);
    if (l)
        linkage_range(l, from, to, draw_lead, out);
    if (w != v->at || !linking_selected(v))
        return;
    array_push(&out->list, ((struct passage_drawn){.from = k->selected.offset,
                                                   .to = k->selected.offset + k->length,
                                                   .role = ROLE_LINK_SELECTED}));
    out->cursor = k->selected.offset;
}

static void free_state(struct viewer *v)
{
    struct linking *k = v->modes.link;
    if (!k)
        return;
    for (size_t i = 0; i < k->read.count; i++)
        linkage_free(k->read.at[i]);
    array_deinit(&k->read);
    buffer_deinit(&k->section);
    free(k);
    v->modes.link = NULL;
}

const struct mode *linking_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT,
                                     .follow = follow,
                                     .work = work,
                                     .passages = passages,
                                     .free = free_state};
    return &mode;
}
