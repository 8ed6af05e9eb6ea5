/* SPDX-License-Identifier: MIT */
/* What the viewer does to search. */
#include "ui/searching.h"

#include "ui/search_scope.h"
#include "ui/search_words.h"
#include "ui/viewer_state.h"

enum {
    SLICE_OF_WORK = 512 * 1024, /* bytes searched between two looks at the keys */
    AT_ONCE = 128 * 1024        /* bytes searched within a key */
};

static enum hunt_kind kind_of(const struct viewer *v)
{
    return (enum hunt_kind)settings_get(&v->settings, OPTION_SCOPE);
}

bool searching_offers(const struct viewer *v)
{
    return search_words_prompting(v) && v->entered;
}

bool searching_seeks(const struct viewer *v)
{
    return searching_offers(v) && hunt_busy(&v->at->hunt);
}

/* A pattern that was entered closes the prompt as soon as its hit is gone to, or none can be. */
static void close_when_over(struct viewer *v)
{
    bool there = v->at->hunt.state == HUNT_IDLE && v->at->current.offset != VIEWER_NOWHERE;
    if (!searching_offers(v) || (!there && !search_words_nowhere(v)))
        return;
    prompt_close(&v->prompt, true);
    if (there) { /* in the text, which has the keys from now on */
        v->focus_tree = false;
        viewer_arrange(v);
    }
}

/* ---- what is said */

static void tell(struct viewer *v)
{
    struct buffer text;
    buffer_init(&text);
    bool none = v->at->hunt.state == HUNT_NONE;
    if (none)
        search_words_none(v, &text);
    else if (search_words_prompting(v))
        search_words_scope(v, &text);
    if (search_words_prompting(v))
        prompt_note(&v->prompt, none ? ROLE_WARNING : ROLE_MESSAGE, buffer_slice(&text));
    else if (none)
        viewer_say(v, ROLE_WARNING, "%s", buffer_text(&text));
    buffer_deinit(&text);
}

/* ---- what comes of the work */

static void go_back(struct viewer *v)
{
    v->at->current.offset = VIEWER_NOWHERE;
    text_pane_go(v->at->text, v->before);
    text_pane_set_left(v->at->text, v->before_left);
}

/* Says that the hit lies beyond the end, or the beginning, of what is searched. */
static void tell_turn(struct viewer *v)
{
    struct buffer text;
    buffer_init(&text);
    hunt_count(&v->at->hunt, v->at->current, &text);
    buffer_addf(&text, ", went on at the %s of this %s", v->at->hunt.back ? "end" : "beginning",
                hunt_kind_name(v->at->hunt.kind));
    viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&text));
    buffer_deinit(&text);
}

static void found(struct viewer *v)
{
    struct hit hit = v->at->hunt.hit;
    bool wrapped = v->at->hunt.wrapped;
    v->at->hunt.state = HUNT_IDLE;
    v->at->hits_hidden = false;
    v->at->current = (struct place){hit.document, hit.offset};
    text_pane_show(v->at->text, v->at->current, hit.length);
    close_when_over(v);
    if (wrapped && !v->prompt.open)
        tell_turn(v);
}

/* Counts the next wider scope when the one at hand, or the one just counted, holds nothing. */
static void widen_on(struct viewer *v)
{
    struct hunt *h = &v->at->hunt;
    size_t hits;
    bool capped;
    if (h->kind == HUNT_FILING || hunt_widened(h, &hits, &capped))
        return;
    if (h->wider && hunt_busy(h))
        return;
    enum hunt_kind kind = h->wider ? h->wider_kind : h->kind;
    hunt_widen(h, (enum hunt_kind)(kind + 1),
               search_scope_of(v, (enum hunt_kind)(kind + 1), v->origin));
}

static void look(struct viewer *v)
{
    switch (v->at->hunt.state) {
    case HUNT_FOUND:
        found(v);
        break;
    case HUNT_NO_MORE:
        v->at->hunt.state = HUNT_IDLE;
        viewer_say(v, ROLE_WARNING, "no further hit %s", hunt_kind_where(v->at->hunt.kind));
        break;
    case HUNT_NONE:
        widen_on(v);
        if (search_words_prompting(v) && v->at->current.offset != VIEWER_NOWHERE)
            go_back(v);
        if (searching_offers(v) && v->insisted && hunt_offers(&v->at->hunt)) {
            searching_widen(v);
            return;
        }
        close_when_over(v);
        break;
    default:
        break;
    }
    tell(v);
    viewer_follow(v);
}

bool searching_work(struct viewer *v)
{
    if (!hunt_work(&v->at->hunt, SLICE_OF_WORK))
        return false;
    look(v);
    return true;
}

bool searching_cancel(struct viewer *v)
{
    if (!hunt_busy(&v->at->hunt))
        return false;
    hunt_cancel(&v->at->hunt);
    viewer_say(v, ROLE_MESSAGE, "the search was stopped");
    return true;
}

/* ---- beginning */

static bool compile(struct viewer *v, struct slice text, struct error *e)
{
    struct pattern_options options = {.literal = !settings_is(&v->settings, OPTION_REGEX),
                                      .number = search_words_mode(v, text) == SEARCH_NUMBER,
                                      .smart_case = settings_is(&v->settings, OPTION_SMART_CASE)};
    return hunt_pattern(&v->at->hunt, text, options, e);
}

static void seek_from(struct viewer *v, enum hunt_kind kind, struct place from, bool at)
{
    hunt_scope(&v->at->hunt, kind, search_scope_of(v, kind, from), from);
    hunt_seek(&v->at->hunt, from, at, v->at->hunt.backward, 1,
              settings_is(&v->settings, OPTION_WRAP_SEARCH));
    hunt_work(&v->at->hunt, AT_ONCE);
    look(v);
}

/* The search begins behind the hit that one is at, else at the top of the screen. */
static void set_origin(struct viewer *v)
{
    v->before = text_pane_place(v->at->text);
    v->before_left = text_pane_left(v->at->text);
    v->origin = text_pane_focus(v->at->text);
    v->origin_at =
        v->origin.document != v->at->current.document || v->origin.offset != v->at->current.offset;
}

static void search_for(struct viewer *v, bool backward, struct slice pattern, enum hunt_kind kind)
{
    struct error e;
    set_origin(v);
    v->at->hunt.backward = backward;
    if (!compile(v, pattern, &e)) {
        viewer_say(v, ROLE_ERROR, "%s", e.message);
        return;
    }
    buffer_clear(&v->pattern);
    buffer_add(&v->pattern, pattern);
    seek_from(v, kind, v->origin, v->origin_at);
}

void searching_begin(struct viewer *v, bool backward, struct slice pattern)
{
    if (pattern.len) {
        search_for(v, backward, pattern, kind_of(v));
        return;
    }
    set_origin(v);
    v->entered = v->insisted = false;
    v->at->hunt.backward = backward;
    prompt_open(&v->prompt, backward ? PROMPT_BACKWARD : PROMPT_FORWARD, pattern);
    v->at->hunt.state = HUNT_IDLE;
    tell(v);
}

void searching_at_start(struct viewer *v, struct slice pattern)
{
    search_for(v, false, pattern, HUNT_FILING);
}

void searching_typed(struct viewer *v)
{
    struct error e;
    struct slice text = buffer_slice(&v->prompt.text);
    v->entered = v->insisted = false;
    if (v->at->current.offset != VIEWER_NOWHERE || text.len == 0)
        go_back(v);
    if (text.len == 0) {
        hunt_clear(&v->at->hunt);
        tell(v);
        return;
    }
    if (compile(v, text, &e))
        seek_from(v, kind_of(v), v->origin, v->origin_at);
    else
        prompt_note(&v->prompt, ROLE_ERROR, slice_of(e.message));
}

/* Takes the pattern that was entered last up again, without going anywhere. */
static void renew(struct viewer *v)
{
    struct error e;
    struct place place = text_pane_focus(v->at->text);
    if (v->pattern.len == 0 || !compile(v, buffer_slice(&v->pattern), &e))
        hunt_clear(&v->at->hunt);
    else
        hunt_scope(&v->at->hunt, kind_of(v), search_scope_of(v, kind_of(v), place), place);
}

/* The pattern that was entered last, in this run or one before; false when there is none. */
static bool has_pattern(struct viewer *v)
{
    if (v->pattern.len == 0)
        buffer_add(&v->pattern, prompt_newest(&v->prompt, PROMPT_FORWARD));
    return v->pattern.len > 0;
}

void searching_enter(struct viewer *v)
{
    if (v->prompt.text.len == 0) {
        if (!has_pattern(v)) {
            searching_leave(v);
            return;
        }
        prompt_replace(&v->prompt, 0, buffer_slice(&v->pattern));
        searching_typed(v);
    }
    if (!v->at->hunt.pattern)
        return; /* the note says what is wrong with it */
    buffer_clear(&v->pattern);
    buffer_add(&v->pattern, buffer_slice(&v->prompt.text));
    v->insisted = v->entered;
    v->entered = true;
    /* With an offer the prompt stays; a second Enter takes it. */
    close_when_over(v);
    if (!v->prompt.open && v->at->current.offset != VIEWER_NOWHERE && v->at->hunt.wrapped)
        tell_turn(v);
    bool insists = v->prompt.open && v->insisted;
    if (insists && hunt_offers(&v->at->hunt))
        searching_widen(v);
    else if (insists && !hunt_busy(&v->at->hunt))
        prompt_close(&v->prompt, true);
    tell(v);
}

void searching_leave(struct viewer *v)
{
    bool stopped = v->entered && hunt_busy(&v->at->hunt);
    prompt_close(&v->prompt, true);
    hunt_cancel(&v->at->hunt);
    go_back(v);
    if (stopped)
        viewer_say(v, ROLE_MESSAGE, "the search was stopped");
    else
        renew(v);
}

void searching_widen(struct viewer *v)
{
    bool entered = v->entered;
    enum hunt_kind kind = (enum hunt_kind)((kind_of(v) + 1) % HUNT_KINDS);
    if (hunt_offers(&v->at->hunt))
        kind = v->at->hunt.wider_kind;
    settings_put(&v->settings, OPTION_SCOPE, (int)kind);
    searching_typed(v);
    v->entered = entered && v->prompt.text.len > 0;
    close_when_over(v);
    if (!v->prompt.open)
        tell(v);
}

void searching_next(struct viewer *v, bool other, size_t steps)
{
    struct hunt *h = &v->at->hunt;
    if (!has_pattern(v)) {
        viewer_say(v, ROLE_WARNING, "nothing was searched for yet");
        return;
    }
    set_origin(v);
    struct error e;
    if (!h->pattern && !compile(v, buffer_slice(&v->pattern), &e)) {
        viewer_say(v, ROLE_ERROR, "%s", e.message);
        return;
    }
    bool same = h->search && search_scope_holds(h->scope, v->origin);
    if (!same)
        hunt_scope(h, kind_of(v), search_scope_of(v, kind_of(v), v->origin), v->origin);
    hunt_seek(h, v->origin, v->origin_at, h->backward != other, steps,
              settings_is(&v->settings, OPTION_WRAP_SEARCH));
    hunt_work(h, AT_ONCE);
    /* A search that is done has no work left, but the seeking has. */
    look(v);
}

void searching_scope(struct viewer *v, struct slice name)
{
    enum hunt_kind kind = (enum hunt_kind)((kind_of(v) + 1) % HUNT_KINDS);
    bool none = v->at->hunt.state == HUNT_NONE;
    if (hunt_offers(&v->at->hunt))
        kind = v->at->hunt.wider_kind;
    if (name.len) {
        kind = HUNT_PAGE;
        while (kind < HUNT_KINDS && !slice_equal_nocase(name, slice_of(hunt_kind_name(kind))))
            kind++;
    }
    if (kind == HUNT_KINDS) {
        viewer_say(v, ROLE_ERROR, "a scope is page, section, document or filing");
        return;
    }
    settings_put(&v->settings, OPTION_SCOPE, (int)kind);
    viewer_say(v, ROLE_MESSAGE, "searches look %s", hunt_kind_where(kind));
    if (!v->at->hunt.pattern)
        return;
    set_origin(v);
    if (none)
        seek_from(v, kind, v->origin, v->origin_at);
    else
        hunt_scope(&v->at->hunt, kind, search_scope_of(v, kind, v->origin), v->origin);
}
