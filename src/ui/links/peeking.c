/* SPDX-License-Identifier: MIT */
/* A look at where a link leads, or at the definition of a term. */
#include "ui/links/peeking.h"

#include "base/clean.h"
#include "base/memory.h"
#include "outline/definitions/definitions.h"
#include "ui/going.h"
#include "ui/keeping/quoting.h"
#include "ui/links/defined.h"
#include "ui/links/linking_state.h"
#include "ui/links/peek.h"
#include "ui/modes.h"
#include "ui/taking/selecting.h"
#include "ui/text_view.h"
#include "ui/tree_pane.h"
#include "ui/windows.h"

#include <stdlib.h>

enum {
    SLICE_BYTES = 512 * 1024, /* of a document that are searched in one go */
    TEXT_BYTES = 20000
};

struct peeking {
    struct peek *peek;
    struct submission *submission; /* that is searched or looked at */
    size_t document;
    struct definitions *definitions; /* NULL: a place is looked at */
    bool searching;
    size_t which; /* of the definitions found */
    size_t below; /* what should stay in sight: the place of the link, or VIEWER_NOWHERE */
};

static struct peeking *state(struct viewer *v)
{
    if (!v->modes.peek) {
        v->modes.peek = memory_alloc(sizeof *v->modes.peek);
        v->modes.peek->peek = peek_new();
    }
    return v->modes.peek;
}

static void let_go(struct viewer *v)
{
    struct peeking *k = state(v);
    definitions_free(k->definitions);
    k->definitions = NULL;
    k->searching = false;
    peek_close(k->peek);
}

/* Whether the link stands where the peek would hide it. */
static bool hides(struct viewer *v)
{
    const struct peeking *k = state(v);
    struct text_view *view = text_pane_view(v->at->text);
    struct spot spot;
    size_t first = SIZE_MAX;
    for (int i = 0; i <= v->at->rows - peek_rows(k->peek); i++) {
        const struct line *line = text_view_line(view, i, &spot);
        first = line ? line->offset : SIZE_MAX;
    }
    return k->below != VIEWER_NOWHERE && k->below >= first;
}

static void open_at(struct viewer *v, struct place place, struct slice title)
{
    struct peeking *k = state(v);
    peek_resize(k->peek, v->at->rows, v->at->columns);
    peek_put(k->peek, hides(v));
    peek_open(k->peek, v->at->filing->submission, &v->settings, place, title);
}

/* ---- where a link leads */

void peeking_peek(struct viewer *v, const struct order *order)
{
    struct peeking *k = state(v);
    if (peek_is_open(k->peek)) {
        let_go(v);
        return;
    }
    struct linkage *l = linking_ready(v, peeking_peek, order);
    const struct lead *lead = l ? linking_meant(v, l) : NULL;
    if (!lead || !linking_leads(v, l, lead, order, peeking_peek))
        return;
    struct buffer title = {0};
    let_go(v);
    k->submission = v->at->filing->submission;
    k->document = lead->document;
    k->below = lead->offset;
    linkage_tell(l, lead, LINKING_TITLE, &title);
    open_at(v, (struct place){lead->document, lead->place}, buffer_slice(&title));
    buffer_deinit(&title);
}

bool peeking_go(struct viewer *v)
{
    struct peeking *k = state(v);
    if (!peek_is_open(k->peek))
        return false;
    struct place place = peek_place(k->peek);
    let_go(v);
    v->scrolled = false;
    v->focus_tree = false;
    going_to_place(v, place);
    viewer_arrange(v);
    return true;
}

/* ---- definitions */

static const char *manner_words(enum definition_manner manner)
{
    return manner == DEFINITION_REFERRED ? ", by reference" : "";
}

static void show(struct viewer *v)
{
    struct peeking *k = state(v);
    const struct definition *found;
    size_t count = definitions_found(k->definitions, &found);
    const struct definition *d = &found[k->which];
    const struct definition_terms *terms = definitions_terms(k->definitions);
    struct buffer title = {0};
    struct content *c = content_of(k->submission, submission_document(k->submission, k->document));
    bool all;
    buffer_add_byte(&title, '"');
    clean_text(&title, terms->printed[d->term]);
    buffer_addf(&title, "\" defined%s", manner_words(d->manner));
    if (content_pages(c, &all) > 0 && all && content_has_pages(c))
        buffer_addf(&title, " · page %zu", content_page_at(c, d->offset) + 1);
    if (count > 1)
        buffer_addf(&title, " · %zu of %zu", k->which + 1, count);
    open_at(v, (struct place){k->document, d->offset}, buffer_slice(&title));
    peek_mark(k->peek, d->term_offset, d->term_length);
    buffer_deinit(&title);
}

static void search(struct viewer *v)
{
    struct peeking *k = state(v);
    const struct definition *found;
    struct buffer text = {0};
    k->searching = !definitions_step(k->definitions, SLICE_BYTES);
    clean_text(&text, definitions_terms(k->definitions)->printed[0]);
    if (k->searching) {
        viewer_say(v, ROLE_MESSAGE, "looking for the definition of \"%s\"…", buffer_text(&text));
    } else if (definitions_found(k->definitions, &found) > 0) {
        buffer_clear(&v->message);
        show(v);
        viewer_arrange(v);
    } else {
        struct slice name = tree_pane_document_name(v->at->filing->shelf, k->document);
        viewer_say(v, ROLE_MESSAGE, "no definition of \"%s\" in %.*s", buffer_text(&text),
                   (int)(name.len < 60 ? name.len : 60), name.at);
        definitions_free(k->definitions);
        k->definitions = NULL;
    }
    buffer_deinit(&text);
}

/* The bytes of the hit that was gone to. */
static size_t hit_length(const struct viewer *v, struct place place)
{
    const struct search *search = v->at->hunt.search;
    size_t at = search ? search_next(search, place, true) : (size_t)-1;
    struct hit hit = {0};
    if (at != (size_t)-1)
        hit = search_hit(search, at);
    return hit.document == place.document && hit.offset == place.offset ? hit.length : 0;
}

/* The words that are meant: what is selected, the hit that was gone to, the selected link; false:
 * none. */
static bool meant(struct viewer *v, size_t *offset, size_t *length)
{
    size_t document;
    size_t from;
    size_t to;
    struct place hit = v->at->current;
    struct place top = text_pane_place(v->at->text);
    if (selecting_range(v, &document, &from, &to) && document == top.document) {
        *offset = from;
        *length = to - from < DEFINITION_TERM_BYTES ? to - from : DEFINITION_TERM_BYTES;
        return true;
    }
    if (linking_hit_shown(v)) {
        *offset = hit.offset;
        *length = hit_length(v, hit);
        return true;
    }
    const struct lead *lead = linking_selected(v);
    *offset = lead ? lead->offset : VIEWER_NOWHERE;
    *length = lead ? lead->length : 0;
    return lead != NULL;
}

static void ask(struct viewer *v, const struct order *order)
{
    viewer_ask_line(v, "the definition of", (struct slice){NULL, 0},
                    &(struct viewer_line){.entered = peeking_definition, .order = *order});
}

/* Looks for the terms that were typed, or with none typed for those at the offset. */
static void define(struct viewer *v, struct slice typed, size_t offset, size_t length)
{
    struct peeking *k = state(v);
    struct definition_terms terms;
    struct content *c = text_pane_content(v->at->text);
    if (!c)
        return;
    definition_terms_init(&terms);
    if (typed.len > 0)
        definition_terms_typed(&terms, typed);
    else
        defined_terms_at(&terms, c, offset, length);
    let_go(v);
    k->below = offset;
    if (terms.count > 0) {
        k->submission = v->at->filing->submission;
        k->document = text_pane_place(v->at->text).document;
        k->which = 0;
        k->definitions = definitions_new(c, &terms);
        search(v);
    } else {
        viewer_say(v, ROLE_MESSAGE, "no word to look for");
    }
    definition_terms_deinit(&terms);
}

void peeking_definition(struct viewer *v, const struct order *order)
{
    size_t offset = VIEWER_NOWHERE;
    size_t length = 0;
    struct slice typed = slice_trim(order->argument);
    if (typed.len > 0 || meant(v, &offset, &length))
        define(v, typed, offset, length);
    else if (order->action == ACTION_DEFINITION && !v->prompt.open)
        ask(v, order);
}

void peeking_define(struct viewer *v, size_t offset)
{
    define(v, (struct slice){NULL, 0}, offset, 0);
}

void peeking_forget(struct viewer *v)
{
    if (v->modes.peek && v->modes.peek->searching)
        let_go(v);
}

bool peeking_next(struct viewer *v, const struct order *order)
{
    struct peeking *k = state(v);
    const struct definition *found;
    if (!peek_is_open(k->peek))
        return false;
    size_t count = k->definitions ? definitions_found(k->definitions, &found) : 0;
    if (count < 2) {
        viewer_say(v, ROLE_MESSAGE,
                   k->definitions ? "this is the only definition" : "one place is shown only");
        return true;
    }
    size_t steps = order_steps(order) % count;
    bool back = order->action == ACTION_PREVIOUS_LINK;
    k->which = (k->which + (back ? count - steps : steps)) % count;
    show(v);
    return true;
}

bool peeking_text(const struct viewer *v, struct buffer *out, size_t *document, size_t *from,
                  size_t *to)
{
    const struct peeking *k = v->modes.peek;
    const struct definition *found;
    if (!k || !peek_is_open(k->peek))
        return false;
    *document = k->document;
    if (k->definitions && definitions_found(k->definitions, &found) > k->which) {
        *from = found[k->which].offset;
        *to = *from + found[k->which].length;
    } else {
        peek_visible(k->peek, from, to);
    }
    quoting_add(content_of(k->submission, submission_document(k->submission, *document)), *from,
                *to, TEXT_BYTES, out);
    return true;
}

/* ---- the mode */

static bool on(const struct viewer *v)
{
    return v->modes.peek && peek_is_open(v->modes.peek->peek);
}

static bool handle(struct viewer *v, const struct order *order)
{
    struct buffer say = {0};
    if (order->action == ACTION_OPEN)
        return peeking_go(v);
    bool done = peek_handle(state(v)->peek, order, &say);
    if (say.len > 0)
        viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&say));
    buffer_deinit(&say);
    return done;
}

static const char *name(const struct viewer *v)
{
    return v->modes.peek->definitions ? "the definition" : "the look";
}

/* The part of the screen that shows the text of the window with the keys; its first row counts
 * from the first of the panes. */
static struct region text_of(const struct viewer *v, struct region panes)
{
    int row;
    int column;
    windows_corner(v, v->at == v->shown[0] ? 0 : 1, &row, &column);
    return region_part(panes, row - v->plan.top, column, v->at->rows, v->at->columns);
}

static void draw(struct viewer *v, struct region panes)
{
    peek_draw(state(v)->peek, text_of(v, panes), &v->theme);
}

static void resize(struct viewer *v, int rows, int columns)
{
    (void)rows;
    (void)columns;
    if (!on(v))
        return;
    peek_resize(v->modes.peek->peek, v->at->rows, v->at->columns);
    peek_put(v->modes.peek->peek, hides(v));
}

/* What belongs to a filing that is not read any longer goes. */
static void follow(struct viewer *v)
{
    struct peeking *k = v->modes.peek;
    bool busy = k && (k->definitions || peek_is_open(k->peek));
    if (busy && k->submission != v->at->filing->submission)
        let_go(v);
    else if (on(v))
        peek_put(k->peek, hides(v));
}

static bool work(struct viewer *v)
{
    struct peeking *k = v->modes.peek;
    if (!k || !k->searching)
        return false;
    search(v);
    return true;
}

static bool click(struct viewer *v, struct key key, int row, int column)
{
    (void)row;
    (void)column;
    if (key.code == KEYS_WHEEL_DOWN || key.code == KEYS_WHEEL_UP)
        return handle(v, &(struct order){.action = key.code == KEYS_WHEEL_DOWN ? ACTION_LINE_DOWN
                                                                               : ACTION_LINE_UP,
                                         .count = 3});
    if (key.code == KEYS_CLICK)
        let_go(v);
    return true;
}

static void free_state(struct viewer *v)
{
    if (!v->modes.peek)
        return;
    let_go(v);
    peek_free(v->modes.peek->peek);
    free(v->modes.peek);
    v->modes.peek = NULL;
}

const struct mode *peeking_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_PEEK,
                                     .on = on,
                                     .handle = handle,
                                     .leave = let_go,
                                     .name = name,
                                     .draw = draw,
                                     .resize = resize,
                                     .follow = follow,
                                     .work = work,
                                     .click = click,
                                     .free = free_state};
    return &mode;
}
