/* SPDX-License-Identifier: MIT */
/* Highlighting passages, writing notes on them, and telling them when they come into sight. */
#include "ui/keeping/noting.h"

#include "base/memory.h"
#include "base/width.h"
#include "model/content.h"
#include "ui/keeping/marking.h"
#include "ui/keeping/note_list.h"
#include "ui/keeping/noting_state.h"
#include "ui/keeping/quoting.h"
#include "ui/modes.h"
#include "ui/passages.h"
#include "ui/taking/selecting.h"
#include "ui/viewer_state.h"

#include <stdlib.h>
#include <string.h>

enum { NOTE_COLUMNS = 200 /* of a note that is told */ };

#define NONE ((size_t)-1)

struct noting *noting_state(struct viewer *v)
{
    if (!v->modes.note)
        v->modes.note = memory_alloc(sizeof *v->modes.note);
    return v->modes.note;
}

/* ---- what is meant */

static bool is_passage(const struct keepsake *k, const struct kept_place *at, size_t document)
{
    return k->kind == KEEPSAKE_PASSAGE && at->state != KEPT_GONE && at->document == document;
}

/* The passage that covers the place, the shortest of several; NONE when there is none. */
static size_t covering(struct kept *k, const struct kept_place *place)
{
    const struct keepsake *list;
    size_t count = kept_list(k, &list), best = NONE, shortest = 0;
    for (size_t i = 0; i < count; i++) {
        struct kept_place at = kept_place(k, i);
        if (!is_passage(&list[i], &at, place->document) || at.from > place->from ||
            at.to < place->to)
            continue;
        if (best == NONE || at.to - at.from < shortest) {
            best = i;
            shortest = at.to - at.from;
        }
    }
    return best;
}

/* The first passage that has to do with the place and does not end above `top`; the same. */
static size_t touching(struct kept *k, const struct kept_place *place, size_t top)
{
    const struct keepsake *list;
    size_t count = kept_list(k, &list);
    for (size_t i = 0; i < count; i++) {
        struct kept_place at = kept_place(k, i);
        if (is_passage(&list[i], &at, place->document) && at.from < place->to &&
            at.to > place->from && at.to > top)
            return i;
    }
    return NONE;
}

/* What is selected, else the passage or the paragraph that is read; *there is a passage that was
 * kept of it, or NONE. False, and said, when that is nothing or too much. */
static bool meant(struct viewer *v, struct kept_place *place, size_t *there)
{
    struct kept *k = marking_kept(v, v->at->filing);
    struct kept_place p = {.state = KEPT_FOUND};
    if (selecting_range(v, &p.document, &p.from, &p.to)) {
        *there = covering(k, &p);
    } else {
        struct place focus = text_pane_focus(v->at->text);
        struct document *d = submission_document(v->at->filing->submission, focus.document);
        p.document = focus.document;
        if (!d || !quoting_paragraph(content_of(v->at->filing->submission, d), focus.offset,
                                     &p.from, &p.to)) {
            viewer_say(v, ROLE_MESSAGE, "there is no text here");
            return false;
        }
        *there = touching(k, &p, focus.offset);
    }
    if (p.to - p.from > KEPT_LONGEST) {
        viewer_say(v, ROLE_WARNING, "this is too long to be one passage: select less");
        return false;
    }
    *place = *there == NONE ? p : kept_place(k, *there);
    return true;
}

/* "Item 7A, p. 31", and when it is not kept, that. */
static void say_done(struct viewer *v, struct slice what, const struct kept_place *place,
                     const struct error *problem)
{
    struct buffer where = {0};
    size_t index = covering(marking_kept(v, v->at->filing), place);
    if (index != NONE)
        marking_where(v, index, &where);
    viewer_say(v, problem ? ROLE_WARNING : ROLE_MESSAGE, "%.*s%s%s%s%s", (int)what.len, what.at,
               where.len > 0 ? ": " : "", buffer_text(&where),
               problem      ? ", for this run only: "
               : v->session ? ""
                            : ", for this run only",
               problem ? problem->message : "");
    buffer_deinit(&where);
}

/* ---- highlights */

static void remove_answered(struct viewer *v, const struct order *order)
{
    struct error e = {0};
    if (!slice_equal(order->argument, SLICE("y")) && !slice_equal(order->argument, SLICE("Y"))) {
        viewer_say(v, ROLE_MESSAGE, "the note stays");
        return;
    }
    bool good = kept_remove(marking_kept(v, v->at->filing), KEEPSAKE_PASSAGE,
                            buffer_slice(&noting_state(v)->name), &e);
    viewer_say(v, good ? ROLE_MESSAGE : ROLE_WARNING, "%s", good ? "it is removed" : e.message);
    note_list_refill(v);
}

void noting_remove(struct viewer *v, struct slice name)
{
    const struct keepsake *list;
    struct noting *n = noting_state(v);
    struct kept *k = marking_kept(v, v->at->filing);
    struct order yes = {.action = ACTION_REMOVE, .argument = SLICE("y")};
    size_t index = kept_find(k, KEEPSAKE_PASSAGE, name);
    if (index == NONE)
        return;
    kept_list(k, &list);
    buffer_clear(&n->name);
    buffer_add(&n->name, name);
    if (list[index].note.len > 0)
        viewer_ask_key(v, "the note goes with it: y or n", remove_answered, &yes);
    else
        remove_answered(v, &yes);
}

void noting_highlight(struct viewer *v, const struct order *order)
{
    struct kept_place place;
    struct error e = {0};
    size_t there;
    (void)order;
    if (!meant(v, &place, &there))
        return;
    struct kept *k = marking_kept(v, v->at->filing);
    const struct keepsake *list;
    if (there != NONE) {
        kept_list(k, &list);
        struct buffer name = {0};
        buffer_add(&name, list[there].name);
        selecting_forget(v);
        noting_remove(v, buffer_slice(&name));
        buffer_deinit(&name);
        return;
    }
    bool good = kept_add(k, v->at->filing, KEEPSAKE_PASSAGE, (struct slice){NULL, 0}, &place,
                         (struct slice){NULL, 0}, settings_text(&v->settings, OPTION_CITATION), &e);
    selecting_forget(v);
    say_done(v, SLICE("highlighted"), &place, good ? NULL : &e);
}

/* ---- notes */

/* Writes the words on what they are meant for. */
static void write_note(struct viewer *v, const struct order *order)
{
    struct noting *n = noting_state(v);
    struct kept *k = marking_kept(v, v->at->filing);
    struct slice words = slice_trim(order->argument);
    struct error e = {0};
    bool good;
    if (n->name.len > 0) {
        good = kept_set_note(k, buffer_slice(&n->name), words, &e);
    } else if (words.len > 0) {
        good = kept_add(k, v->at->filing, KEEPSAKE_PASSAGE, (struct slice){NULL, 0}, &n->place,
                        words, settings_text(&v->settings, OPTION_CITATION), &e);
    } else {
        viewer_say(v, ROLE_MESSAGE, "no note was written");
        return;
    }
    selecting_forget(v);
    note_list_refill(v);
    say_done(v, words.len > 0 ? SLICE("noted") : SLICE("the note is gone, the highlight stays"),
             &n->place, good ? NULL : &e);
}

void noting_annotate(struct viewer *v, const struct order *order)
{
    struct noting *n = noting_state(v);
    size_t there;
    if (!meant(v, &n->place, &there))
        return;
    struct kept *k = marking_kept(v, v->at->filing);
    const struct keepsake *list;
    struct buffer before = {0};
    kept_list(k, &list);
    buffer_clear(&n->name);
    if (there != NONE) {
        buffer_add(&n->name, list[there].name);
        kept_add_line(list[there].note, &before);
    }
    if (order->argument.len > 0) {
        write_note(v, order);
    } else {
        viewer_ask_line(v, "note", buffer_slice(&before),
                        &(struct viewer_line){.entered = write_note, .order = *order});
        v->prompt.fresh = false; /* a note goes on from what it says */
    }
    buffer_deinit(&before);
}

/* ---- in the text */

/* A sign at the right edge of the row, as colour is not seen everywhere. */
static void add_sign(struct passages *out, size_t at, enum role role, const char *sign)
{
    struct passage_drawn drawn = {.from = at, .to = at, .role = role};
    memcpy(drawn.sign, sign, strlen(sign));
    array_push(&out->list, drawn);
}

static void draw(struct viewer *v, struct window *w, struct passages *out)
{
    const struct keepsake *list;
    struct kept *k = marking_kept(v, w->filing);
    size_t count = kept_list(k, &list), document = text_pane_place(w->text).document, from, to;
    bool ascii = v->ascii || settings_is(&v->settings, OPTION_ASCII);
    text_pane_visible(w->text, &from, &to);
    for (size_t i = 0; i < count; i++) {
        struct kept_place at = kept_place(k, i);
        if (at.document != document || at.from >= to || (at.to <= from && at.from < from))
            continue;
        at = kept_look(k, w->filing, i);
        if (at.state != KEPT_FOUND)
            continue;
        if (list[i].kind == KEEPSAKE_MARK) {
            add_sign(out, at.from, ROLE_MARK, ascii ? "<" : "◂");
            continue;
        }
        array_push(&out->list,
                   ((struct passage_drawn){.from = at.from, .to = at.to, .role = ROLE_HIGHLIGHT}));
        if (list[i].note.len > 0)
            add_sign(out, at.from, ROLE_NOTE, "*");
    }
}

/* The first passage with a note that is in sight, as an index; `others` are how many more are. */
static size_t in_sight(struct viewer *v, struct kept *k, size_t *others)
{
    const struct keepsake *list;
    size_t count = kept_list(k, &list), first = NONE, from, to;
    size_t document = text_pane_place(v->at->text).document;
    text_pane_visible(v->at->text, &from, &to);
    *others = 0;
    for (size_t i = 0; i < count; i++) {
        struct kept_place at = kept_place(k, i);
        if (list[i].note.len == 0 || at.state != KEPT_FOUND || at.document != document ||
            at.from >= to || at.to <= from)
            continue;
        if (first == NONE)
            first = i;
        else
            ++*others;
    }
    return first;
}

/* A note is told once when it comes into sight, where nothing else is said. */
static void follow(struct viewer *v)
{
    const struct keepsake *list;
    struct noting *n = noting_state(v);
    struct kept *k = marking_kept(v, v->at->filing);
    size_t others, index = in_sight(v, k, &others);
    if (index == NONE) {
        buffer_clear(&n->told);
        return;
    }
    kept_list(k, &list);
    if (slice_equal(buffer_slice(&n->told), list[index].name) || v->prompt.open)
        return;
    buffer_clear(&n->told);
    buffer_add(&n->told, list[index].name);
    if (v->message.len > 0 || modes_top(v))
        return;
    struct buffer note = {0};
    kept_add_line(list[index].note, &note);
    struct slice text =
        slice_cut(buffer_slice(&note), 0, width_fit(buffer_slice(&note), NOTE_COLUMNS));
    if (others > 0)
        viewer_say(v, ROLE_MESSAGE, "note: %.*s (and %zu more here)", (int)text.len, text.at,
                   others);
    else
        viewer_say(v, ROLE_MESSAGE, "note: %.*s", (int)text.len, text.at);
    buffer_deinit(&note);
}

static void free_state(struct viewer *v)
{
    struct noting *n = v->modes.note;
    if (!n)
        return;
    buffer_deinit(&n->name);
    buffer_deinit(&n->told);
    buffer_deinit(&n->names);
    buffer_deinit(&n->path);
    free(n);
    v->modes.note = NULL;
}

const struct mode *noting_mode(void)
{
    static const struct mode mode = {
        .context = CONTEXT_TEXT, .follow = follow, .passages = draw, .free = free_state};
    return &mode;
}
