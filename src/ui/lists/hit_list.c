/* SPDX-License-Identifier: MIT */
/*
 * The list of hits of the search of the window with the keys.
 *
 * It goes with the search: as that finds more, rows come; when the pattern or the scope changes,
 * the list is made anew.
 */
#include "ui/lists/hit_list.h"

#include "base/memory.h"
#include "ui/lists/hit_rows.h"
#include "ui/modes.h"
#include "ui/searching.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

struct hit_listing {
    struct hit_rows rows;
    struct buffer pattern; /* what the rows are of */
    struct scope scope;
    enum hunt_kind kind;
    struct place current; /* the hit that the text is at */
};

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    struct hit hit = v->modes.hits->rows.hits.at[tag];
    hit_rows_end(&v->modes.hits->rows);
    v->at->hits_hidden = false;
    v->at->current = (struct place){hit.document, hit.offset};
    text_pane_show(v->at->text, v->at->current, hit.length);
    v->focus_tree = false;
    viewer_arrange(v);
}

static void closed(void *self)
{
    struct viewer *v = self;
    hit_rows_end(&v->modes.hits->rows);
}

static const struct chooser_ops ops = {.choose = choose, .closed = closed};

static bool is_open(const struct viewer *v)
{
    return v->modes.hits && chooser_shows(v->chooser, &ops);
}

static bool same_place(struct place a, struct place b)
{
    return a.document == b.document && a.offset == b.offset;
}

/* Whether the list is of the search as it is. */
static bool is_of(const struct hit_listing *l, const struct viewer *v)
{
    const struct hunt *h = &v->at->hunt;
    /* A search that was begun anew may lie where the old one lay. */
    return l->rows.search == h->search && l->kind == h->kind &&
           l->rows.shelf == v->at->filing->shelf && same_place(l->scope.from, h->scope.from) &&
           same_place(l->scope.to, h->scope.to) &&
           slice_equal(buffer_slice(&l->pattern), buffer_slice(&h->text));
}

static void begin(struct viewer *v)
{
    struct hit_listing *l = v->modes.hits;
    const struct hunt *h = &v->at->hunt;
    struct buffer about = {0};
    struct place want = v->at->current;
    if (want.offset == VIEWER_NOWHERE)
        want = text_pane_place(v->at->text);
    buffer_clear(&l->pattern);
    buffer_add(&l->pattern, buffer_slice(&h->text));
    l->scope = h->scope;
    l->kind = h->kind;
    l->current = v->at->current;
    buffer_addf(&about, "“%s” %s", buffer_text(&h->text), hunt_kind_where(h->kind));
    struct buffer key = {0};
    if (h->kind != HUNT_FILING &&
        keymap_keys_of(v->config->keymap, CONTEXT_LIST, ACTION_HIT_LIST, 1, &key))
        buffer_addf(&about, ", %s looks further", buffer_text(&key));
    buffer_deinit(&key);
    chooser_clear(v->chooser);
    chooser_about(v->chooser, buffer_slice(&about));
    hit_rows_begin(&l->rows, v->at->filing->shelf, h->search, v->chooser, want, v->columns);
    buffer_deinit(&about);
}

static bool work(struct viewer *v)
{
    if (!is_open(v))
        return false;
    if (!v->at->hunt.search) {
        chooser_close(v->chooser);
        return false;
    }
    if (!is_of(v->modes.hits, v))
        begin(v);
    /* The text went to another hit under the list. */
    if (!same_place(v->modes.hits->current, v->at->current) &&
        v->at->current.offset != VIEWER_NOWHERE)
        hit_rows_want(&v->modes.hits->rows, v->at->current);
    v->modes.hits->current = v->at->current;
    return hit_rows_work(&v->modes.hits->rows);
}

static void follow(struct viewer *v)
{
    (void)work(v);
}

/* The key that lists hits, once more: those of the next wider scope. */
static void widen(struct viewer *v)
{
    if (v->at->hunt.kind == HUNT_FILING)
        viewer_say(v, ROLE_MESSAGE, "the whole filing is listed");
    else
        searching_scope(v, slice_of(hunt_kind_name((enum hunt_kind)(v->at->hunt.kind + 1))));
}

void hit_list_open(struct viewer *v, const struct order *order)
{
    (void)order;
    if (is_open(v)) {
        widen(v);
        return;
    }
    if (!v->at->hunt.search) {
        viewer_say(v, ROLE_WARNING, "nothing was searched for yet");
        return;
    }
    if (!v->modes.hits)
        v->modes.hits = memory_alloc(sizeof *v->modes.hits);
    chooser_open(v->chooser,
                 &(struct chooser_setup){
                     .name = "the hits", .empty = "no hit there", .ops = &ops, .self = v});
    begin(v);
    viewer_arrange(v);
}

static void forget(struct viewer *v)
{
    if (v->modes.hits) {
        hit_rows_end(&v->modes.hits->rows);
        buffer_deinit(&v->modes.hits->pattern);
    }
    free(v->modes.hits);
    v->modes.hits = NULL;
}

const struct mode *hit_list_mode(void)
{
    static const struct mode mode = {
        .context = CONTEXT_LIST, .follow = follow, .work = work, .free = forget};
    return &mode;
}
