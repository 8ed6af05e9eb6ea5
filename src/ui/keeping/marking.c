/* SPDX-License-Identifier: MIT */
/* Marks, and the keepsakes of the filings that are open. */
#include "ui/keeping/marking.h"

#include "base/memory.h"
#include "base/width.h"
#include "ui/going.h"
#include "ui/keeping/mark_list.h"
#include "ui/modes.h"
#include "ui/passages.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

enum {
    NAMES_SHOWN = 12,
    NAME_COLUMNS = 30,
    RETRY = 5000 /* milliseconds without a key after which is written what could not be */
};

struct marking {
    ARRAY(struct kept *) kept;
    /* A keepsake that is looked for, to be gone to. */
    struct buffer wanted, what;
    enum keepsake_kind kind;
    struct place asked_at;
    struct buffer names; /* of the rows of the list, each with a line end behind it */
};

static struct marking *state(struct viewer *v)
{
    if (!v->modes.mark)
        v->modes.mark = memory_alloc(sizeof *v->modes.mark);
    return v->modes.mark;
}

struct kept *marking_kept(struct viewer *v, const struct filing *f)
{
    struct marking *m = state(v);
    for (size_t i = 0; i < m->kept.count; i++)
        if (kept_is_of(m->kept.at[i], f))
            return m->kept.at[i];
    struct kept *k = kept_new(v->session, f);
    array_push(&m->kept, k);
    return k;
}

void marking_where(struct viewer *v, size_t index, struct buffer *out)
{
    const struct keepsake *list;
    struct kept *k = marking_kept(v, v->at->filing);
    struct kept_place place = kept_place(k, index);
    struct buffer section = {0};
    kept_list(k, &list);
    kept_section(v->at->filing, &list[index], &place, &section);
    buffer_add(out, buffer_slice(&section));
    if (list[index].page.len > 0) {
        buffer_add_text(out, section.len > 0 ? ", p. " : "p. ");
        buffer_add(out, list[index].page);
    }
    buffer_deinit(&section);
}

struct buffer *marking_names(struct viewer *v)
{
    return &state(v)->names;
}

/* ---- setting */

static bool is_name(struct slice name)
{
    return name.len > 0 && (byte_is_letter(name.at[0]) || byte_is_digit(name.at[0]) ||
                            (unsigned char)name.at[0] >= 0x80);
}

/* What is said of a mark that was set. */
static void say_set(struct viewer *v, const struct kept *k, struct slice name, bool moved,
                    const char *problem)
{
    struct buffer where = {0};
    size_t index = kept_find(k, KEEPSAKE_MARK, name);
    if (index != (size_t)-1)
        marking_where(v, index, &where);
    const char *kept = problem ? ", for this run only: " : v->session ? "" : ", for this run only";
    viewer_say(v, problem ? ROLE_WARNING : ROLE_MESSAGE, "mark '%.*s' %s%s%s%s%s", (int)name.len,
               name.at, moved ? "moved here" : "set", where.len > 0 ? ": " : "",
               buffer_text(&where), kept, problem ? problem : "");
    buffer_deinit(&where);
}

void marking_set(struct viewer *v, const struct order *order)
{
    struct slice name = slice_trim(order->argument);
    if (name.len == 0) {
        viewer_ask_key(v, "mark this place: a letter or a digit", marking_set, order);
        return;
    }
    if (!is_name(name)) {
        viewer_say(v, ROLE_WARNING, "a mark is called by a letter, a digit or a name, not '%.*s'",
                   (int)name.len, name.at);
        return;
    }
    if (mark_list_rename(v, name))
        return;
    struct kept *k = marking_kept(v, v->at->filing);
    struct place at = text_pane_focus(v->at->text);
    struct kept_place place = {KEPT_UNSURE, at.document, at.offset, at.offset};
    bool moved = kept_find(k, KEEPSAKE_MARK, name) != (size_t)-1;
    struct error e = {0};
    bool good = kept_add(k, v->at->filing, KEEPSAKE_MARK, name, &place, (struct slice){NULL, 0},
                         settings_text(&v->settings, OPTION_CITATION), &e);
    if (!good && e.kind == ERROR_USAGE)
        viewer_say(v, ROLE_WARNING, "%s", e.message);
    else
        say_set(v, k, name, moved, good ? NULL : e.message);
}

/* ---- going */

static void forget_wanted(struct marking *m)
{
    buffer_clear(&m->wanted);
    buffer_clear(&m->what);
}

/* What is said of a keepsake that was gone to: "mark 'a': Item 7A, p. 31"; of a note its words. */
static void say_arrived(struct viewer *v, const struct kept *kept, size_t index, const char *what)
{
    const struct keepsake *list;
    struct buffer where = {0}, note = {0};
    kept_list(kept, &list);
    const struct keepsake *k = &list[index];
    marking_where(v, index, &where);
    kept_add_line(k->note, &note);
    if (note.len > 0)
        viewer_say(v, ROLE_MESSAGE, "note: %s", buffer_text(&note));
    else
        viewer_say(v, ROLE_MESSAGE, "%s%s%s", what, where.len > 0 ? ": " : "", buffer_text(&where));
    buffer_deinit(&where);
    buffer_deinit(&note);
}

/* Goes to it when it is found, says so when it is gone; true when it is neither. */
static bool settle(struct viewer *v, struct kept *kept, size_t index, const char *what)
{
    struct kept_place place = kept_place(kept, index);
    if (place.state == KEPT_FOUND) {
        v->focus_tree = false;
        going_to_place(v, (struct place){place.document, place.from});
        say_arrived(v, kept, index, what);
    } else if (place.state == KEPT_GONE)
        viewer_say(v, ROLE_WARNING, "%s: its words are not in this copy of the filing", what);
    return place.state == KEPT_UNSURE;
}

void marking_go_to(struct viewer *v, enum keepsake_kind kind, struct slice name, const char *what)
{
    struct marking *m = state(v);
    struct kept *kept = marking_kept(v, v->at->filing);
    size_t index = kept_find(kept, kind, name);
    if (index == (size_t)-1)
        return;
    kept_look(kept, v->at->filing, index);
    if (!settle(v, kept, index, what))
        return;
    forget_wanted(m);
    buffer_add(&m->wanted, name);
    buffer_add_text(&m->what, what);
    m->kind = kind;
    m->asked_at = text_pane_place(v->at->text);
    viewer_say(v, ROLE_MESSAGE, "%s: its words have moved, looking for them…", what);
}

/* "no mark x; there are a, b, covenants". */
static void say_unknown(struct viewer *v, const struct kept *kept, struct slice name)
{
    struct buffer names = {0};
    const struct keepsake *list;
    size_t count = kept_list(kept, &list), shown = 0;
    for (size_t i = 0; i < count && shown <= NAMES_SHOWN; i++) {
        if (list[i].kind != KEEPSAKE_MARK)
            continue;
        buffer_add_text(&names, shown == 0 ? "; there are " : ", ");
        if (shown++ == NAMES_SHOWN)
            buffer_add_text(&names, "…");
        else
            buffer_add(&names, slice_cut(list[i].name, 0, width_fit(list[i].name, NAME_COLUMNS)));
    }
    viewer_say(v, ROLE_MESSAGE, "no mark '%.*s'%s", (int)name.len, name.at,
               shown > 0 ? buffer_text(&names) : ": none is set in this filing");
    buffer_deinit(&names);
}

/* Back to where one was before the last jump. */
static void go_before(struct viewer *v)
{
    struct place place;
    if (!journey_before(&v->at->journey, &place)) {
        viewer_say(v, ROLE_MESSAGE, "there was no jump yet");
        return;
    }
    v->focus_tree = false;
    going_to_place(v, place);
}

void marking_go(struct viewer *v, const struct order *order)
{
    struct slice name = slice_trim(order->argument);
    if (name.len == 0) {
        viewer_ask_key(v, "to which mark? ' is the place before the last jump", marking_go, order);
        return;
    }
    if (slice_equal(name, SLICE("'")) || slice_equal(name, SLICE("`"))) {
        go_before(v);
        return;
    }
    struct kept *kept = marking_kept(v, v->at->filing);
    kept_refresh(kept);
    size_t index = kept_find(kept, KEEPSAKE_MARK, name);
    if (index == (size_t)-1) {
        say_unknown(v, kept, name);
        return;
    }
    size_t document = kept_place(kept, index).document;
    if (document >= submission_documents(v->at->filing->submission) &&
        !filing_scanned(v->at->filing)) {
        viewer_wait(v, NEED_DOCUMENTS, document, marking_go, order);
        return;
    }
    struct buffer what = {0};
    buffer_addf(&what, "mark '%.*s'", (int)name.len, name.at);
    marking_go_to(v, KEEPSAKE_MARK, name, buffer_text(&what));
    buffer_deinit(&what);
}

/* ---- as a mode */

/* Looks on for what is to be gone to; true when there was something to do. */
static bool trace_wanted(struct viewer *v, struct marking *m)
{
    if (m->wanted.len == 0)
        return false;
    struct kept *kept = marking_kept(v, v->at->filing);
    size_t index = kept_find(kept, m->kind, buffer_slice(&m->wanted));
    struct place now = text_pane_place(v->at->text);
    bool moved = now.document != m->asked_at.document || now.offset != m->asked_at.offset;
    if (index == (size_t)-1 || moved) {
        forget_wanted(m);
        return false;
    }
    shelf_want(v->at->filing->shelf, kept_place(kept, index).document);
    if (kept_trace(kept, v->at->filing, index))
        return true;
    settle(v, kept, index, buffer_text(&m->what));
    forget_wanted(m);
    return true;
}

/* Where the words of keepsakes are, in documents that are read: so they are drawn in their places.
 */
static bool trace_shown(struct viewer *v, const struct window *w)
{
    const struct keepsake *list;
    struct kept *kept = marking_kept(v, w->filing);
    size_t count = kept_list(kept, &list);
    for (size_t i = 0; i < count; i++) {
        struct kept_place place = kept_place(kept, i);
        if (place.state != KEPT_UNSURE || !shelf_outline(w->filing->shelf, place.document))
            continue;
        if (kept_look(kept, w->filing, i).state == KEPT_UNSURE)
            kept_trace(kept, w->filing, i);
        return true;
    }
    return false;
}

static bool work(struct viewer *v)
{
    if (trace_wanted(v, state(v)))
        return true;
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++)
        if (trace_shown(v, v->shown[i]))
            return true;
    return false;
}

static int delay(const struct viewer *v)
{
    const struct marking *m = v->modes.mark;
    for (size_t i = 0; m && i < m->kept.count; i++)
        if (kept_is_kept_back(m->kept.at[i]))
            return RETRY;
    return -1;
}

/* Writes what could not be written in its key. */
static void idle(struct viewer *v)
{
    struct marking *m = state(v);
    bool written = false;
    for (size_t i = 0; i < m->kept.count; i++)
        if (kept_retry(m->kept.at[i]))
            written = true;
    if (written)
        viewer_say(v, ROLE_MESSAGE, "marks and notes are written now");
}

static void free_state(struct viewer *v)
{
    struct marking *m = v->modes.mark;
    if (!m)
        return;
    for (size_t i = 0; i < m->kept.count; i++)
        kept_free(m->kept.at[i]);
    array_deinit(&m->kept);
    buffer_deinit(&m->wanted);
    buffer_deinit(&m->what);
    buffer_deinit(&m->names);
    free(m);
    v->modes.mark = NULL;
}

const struct mode *marking_mode(void)
{
    static const struct mode mode = {
        .context = CONTEXT_TEXT, .work = work, .delay = delay, .idle = idle, .free = free_state};
    return &mode;
}
