/* SPDX-License-Identifier: MIT */
/* The viewer: its making, its keys, and the work between keys. */
#include "ui/viewer.h"

#include "base/memory.h"
#include "model/content.h"
#include "ui/commands.h"
#include "ui/going.h"
#include "ui/perform.h"
#include "ui/searching.h"
#include "ui/viewer_state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    SCAN_SLICE = 16 * 1024 * 1024, /* bytes of work between two looks at the keys */
    OUTLINE_SLICE = 512 * 1024,
    PAGES_SLICE = 4 * 1024 * 1024,
    WHEEL_LINES = 3,
    MOST_COUNT = 100000000
};

/* ---- what the other files need */

void viewer_say(struct viewer *v, enum role role, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    buffer_clear(&v->message);
    if (length > 0)
        buffer_add_text(&v->message, text);
    v->message_role = role;
}

void viewer_wait(struct viewer *v, enum viewer_need need, size_t document, viewer_run *run,
                 const struct order *order)
{
    v->waiting.need = need;
    v->waiting.document = document;
    v->waiting.run = run;
    v->waiting.order = *order;
    buffer_clear(&v->waiting.argument);
    buffer_add(&v->waiting.argument, order->argument);
    viewer_say(v, ROLE_MESSAGE, "looking for it… Esc stops");
}

void viewer_arrange(struct viewer *v)
{
    int wish = settings_columns(&v->settings, OPTION_TREE_WIDTH, v->columns);
    /* A share of the screen gives way to the text; columns that the reader chose do not. */
    if (settings_get(&v->settings, OPTION_TREE_WIDTH) < 0)
        wish = screen_plan_fair(v->columns, wish);
    v->plan = screen_plan_make(v->rows, v->columns, settings_is(&v->settings, OPTION_TREE), wish,
                               v->focus_tree);
    const struct screen_plan *p = &v->plan;
    struct pane text = text_pane_pane(v->text);
    struct pane tree = tree_pane_pane(v->tree);
    struct pane help = help_pane(v->help);
    /* A pane that is out of sight keeps the lines it would have alone. */
    text.ops->resize(text.self, p->rows, p->text_columns ? p->text_columns : v->columns);
    tree.ops->resize(tree.self, p->rows, p->tree_columns ? p->tree_columns : v->columns);
    help.ops->resize(help.self, p->rows, v->columns);
}

size_t viewer_node(const struct viewer *v)
{
    struct place place = text_pane_place(v->text);
    struct outline *o = shelf_outline(v->shelf, place.document);
    const struct node *nodes;
    size_t count = shelf_nodes(v->shelf, place.document, &nodes);
    size_t node = o ? outline_at(o, place.offset) : SHELF_NONE;
    size_t from;
    size_t to;
    if (node < count || count == 0)
        return node;
    text_pane_visible(v->text, &from, &to);
    return nodes[0].offset >= from && nodes[0].offset < to ? 0 : SHELF_NONE;
}

void viewer_follow(struct viewer *v)
{
    struct place place = text_pane_place(v->text);
    shelf_want(v->shelf, place.document);
    tree_pane_follow(v->tree, place.document, viewer_node(v));
    const struct search *search = v->hits_hidden ? NULL : v->hunt.search;
    text_pane_mark(v->text, search, v->current);
    tree_pane_mark(v->tree, search);
}

/* ---- making */

static void open_place(struct viewer *v, const struct viewer_setup *setup)
{
    struct session_place left;
    struct place place = setup->place;
    if (place.offset == VIEWER_NOWHERE && v->session &&
        session_get(v->session, setup->session_key, &left))
        place = (struct place){left.document, left.offset};
    const struct document *first = submission_document(v->submission, 0);
    if (place.offset == VIEWER_NOWHERE)
        place = (struct place){0, first ? first->text_offset : 0};
    if (place.document >= submission_documents(v->submission))
        submission_scan(v->submission, place.offset);
    text_pane_go(v->text, place);
}

struct viewer *viewer_new(const struct viewer_setup *setup)
{
    struct viewer *v = memory_alloc(sizeof *v);
    v->submission = setup->submission;
    v->config = setup->config;
    v->session = setup->session;
    buffer_add(&v->session_key, setup->session_key);
    v->settings = setup->config->settings;
    v->ascii = setup->ascii;
    v->rows = 24;
    v->columns = 80;
    v->shelf = shelf_new(v->submission);
    v->text = text_pane_new(v->submission, &v->settings);
    v->tree = tree_pane_new(v->shelf);
    v->help = help_new();
    prompt_init(&v->prompt);
    hunt_init(&v->hunt, v->submission);
    v->current.offset = VIEWER_NOWHERE;
    viewer_arrange(v);
    open_place(v, setup);
    viewer_follow(v);
    if (setup->node) {
        struct order order = {.action = ACTION_NONE, .argument = slice_of(setup->node)};
        going_to_node(v, &order);
    }
    if (setup->search)
        searching_at_start(v, slice_of(setup->search));
    if (setup->message)
        viewer_say(v, ROLE_WARNING, "%s", setup->message);
    viewer_follow(v);
    return v;
}

void viewer_free(struct viewer *v)
{
    if (!v)
        return;
    hunt_deinit(&v->hunt);
    prompt_deinit(&v->prompt);
    help_free(v->help);
    tree_pane_free(v->tree);
    text_pane_free(v->text);
    shelf_free(v->shelf);
    buffer_deinit(&v->session_key);
    buffer_deinit(&v->message);
    buffer_deinit(&v->pattern);
    buffer_deinit(&v->completing);
    buffer_deinit(&v->waiting.argument);
    free(v);
}

void viewer_resize(struct viewer *v, int rows, int columns)
{
    v->rows = rows > 0 ? rows : 0;
    v->columns = columns > 0 ? columns : 0;
    viewer_arrange(v);
}

/* ---- keys */

static void run_binding(struct viewer *v, const struct binding *binding)
{
    struct order order = {.action = binding->action, .count = v->count};
    if (binding->argument)
        order.argument = slice_of(binding->argument);
    v->count = 0;
    perform_run(v, &order);
}

static void enter_prompt(struct viewer *v)
{
    if (v->prompt.kind != PROMPT_COMMAND) {
        searching_enter(v);
        return;
    }
    struct buffer line;
    buffer_init(&line);
    buffer_add(&line, buffer_slice(&v->prompt.text));
    prompt_close(&v->prompt, true);
    commands_run(v, buffer_slice(&line));
    buffer_deinit(&line);
}

static void prompt_pressed(struct viewer *v, struct key key)
{
    bool command = v->prompt.kind == PROMPT_COMMAND;
    enum prompt_outcome outcome = prompt_key(&v->prompt, key);
    if (outcome == PROMPT_COMPLETE) {
        if (command)
            commands_complete(v);
        return;
    }
    if (outcome != PROMPT_IGNORED)
        v->completion = 0;
    if (outcome == PROMPT_ENTERED)
        enter_prompt(v);
    else if (outcome == PROMPT_LEFT && command)
        prompt_close(&v->prompt, false);
    else if (outcome == PROMPT_LEFT)
        searching_leave(v);
    else if (outcome == PROMPT_CHANGED && command)
        prompt_note(&v->prompt, ROLE_MESSAGE, (struct slice){NULL, 0});
    else if (outcome == PROMPT_CHANGED)
        searching_typed(v);
}

static void say_unbound(struct viewer *v, size_t keys)
{
    struct buffer text;
    buffer_init(&text);
    key_write_sequence(v->pressed, keys, &text);
    struct buffer help;
    buffer_init(&help);
    keymap_keys_of(v->config->keymap, CONTEXT_TEXT, ACTION_HELP, 1, &help);
    viewer_say(v, ROLE_MESSAGE, help.len ? "%s does nothing here; %s shows the keys"
                                         : "%s does nothing here%s",
               buffer_text(&text), buffer_text(&help));
    buffer_deinit(&help);
    buffer_deinit(&text);
}

static enum keymap_context context_of(const struct viewer *v)
{
    if (v->prompt.open)
        return CONTEXT_PROMPT;
    if (help_is_open(v->help))
        return CONTEXT_HELP;
    return v->focus_tree ? CONTEXT_TREE : CONTEXT_TEXT;
}

/* A digit that no sequence begins with is part of a count. */
static bool took_digit(struct viewer *v, struct key key)
{
    const struct binding *found;
    if (v->prompt.open || v->pressed_count || key.modifiers || key.code < '0' || key.code > '9' ||
        (key.code == '0' && v->count == 0) ||
        keymap_find(v->config->keymap, context_of(v), &key, 1, &found) != KEYMAP_NONE)
        return false;
    if (v->count < MOST_COUNT)
        v->count = v->count * 10 + (long)(key.code - '0');
    return true;
}

static void key_pressed(struct viewer *v, struct key key)
{
    const struct binding *found = NULL;
    if (took_digit(v, key))
        return;
    /* Esc gives up a count or a sequence before it means anything else. */
    if (key.code == KEYS_ESCAPE && (v->pressed_count || v->count)) {
        v->pressed_count = 0;
        v->count = 0;
        return;
    }
    v->pressed[v->pressed_count++] = key;
    size_t keys = v->pressed_count;
    enum keymap_answer answer =
        keymap_find(v->config->keymap, context_of(v), v->pressed, keys, &found);
    if (answer == KEYMAP_PREFIX && keys < KEYMAP_KEYS)
        return;
    v->pressed_count = 0;
    if (answer == KEYMAP_FOUND)
        run_binding(v, found);
    else if (v->prompt.open && keys == 1)
        prompt_pressed(v, key);
    else
        say_unbound(v, keys);
    v->count = 0;
}

/* ---- the mouse */

static void wheel(struct viewer *v, bool down, bool tree)
{
    if (tree && !help_is_open(v->help)) {
        tree_pane_scroll(v->tree, down ? WHEEL_LINES : -WHEEL_LINES);
        return;
    }
    bool focus = v->focus_tree;
    struct order order = {.action = down ? ACTION_LINE_DOWN : ACTION_LINE_UP,
                          .count = WHEEL_LINES};
    v->focus_tree = false;
    perform_run(v, &order);
    v->focus_tree = focus;
}

static void click(struct viewer *v, struct key key, bool tree)
{
    bool two = v->plan.border >= 0;
    if (help_is_open(v->help))
        return;
    if (two && key.column == v->plan.border) {
        v->dragging = true;
        return;
    }
    v->focus_tree = tree;
    viewer_arrange(v);
    if (!tree || !tree_pane_point(v->tree, key.row - v->plan.top))
        return;
    struct order order = {.action = ACTION_OPEN};
    perform_run(v, &order);
    /* One click looks at it, two go there. */
    if (two && key.code == KEYS_CLICK) {
        v->focus_tree = true;
        viewer_arrange(v);
    }
}

static void mouse_pressed(struct viewer *v, struct key key)
{
    bool tree = key.column < v->plan.tree_columns;
    bool inside = key.row >= v->plan.top && key.row < v->plan.top + v->plan.rows;
    if (key.code == KEYS_RELEASE) {
        v->dragging = false;
    } else if (key.code == KEYS_DRAG) {
        if (v->dragging && v->plan.border >= 0) {
            settings_put(&v->settings, OPTION_TREE_WIDTH, key.column);
            viewer_arrange(v);
        }
    } else if (inside && (key.code == KEYS_WHEEL_DOWN || key.code == KEYS_WHEEL_UP)) {
        wheel(v, key.code == KEYS_WHEEL_DOWN, tree);
    } else if (inside) {
        click(v, key, tree);
    }
}

void viewer_key(struct viewer *v, struct key key)
{
    buffer_clear(&v->message);
    if (key.code >= KEYS_WHEEL_UP && key.code <= KEYS_RELEASE) {
        if (!v->prompt.open)
            mouse_pressed(v, key);
    } else {
        key_pressed(v, key);
    }
    viewer_follow(v);
}

/* ---- work */

static bool scanned(const struct viewer *v)
{
    return submission_scanned(v->submission) >= submission_bytes(v->submission).len;
}

static bool scan(struct viewer *v)
{
    if (scanned(v))
        return false;
    size_t before = submission_scanned(v->submission);
    submission_scan(v->submission, before + SCAN_SLICE);
    return submission_scanned(v->submission) > before;
}

static bool pages_counted(const struct viewer *v, size_t document)
{
    struct document *d = submission_document(v->submission, document);
    bool all = true;
    if (d)
        content_pages(content_of(v->submission, d), &all);
    return all;
}

static bool count_pages(struct viewer *v, size_t document)
{
    if (pages_counted(v, document))
        return false;
    struct document *d = submission_document(v->submission, document);
    content_count_pages(content_of(v->submission, d), PAGES_SLICE);
    return true;
}

static bool work(struct viewer *v)
{
    size_t document = text_pane_place(v->text).document;
    size_t completed;
    if (searching_work(v))
        return true;
    v->scan_next = !v->scan_next;
    if (v->scan_next && scan(v))
        return true;
    if (shelf_work(v->shelf, document, OUTLINE_SLICE, &completed))
        return true;
    if (count_pages(v, document))
        return true;
    return scan(v);
}

static bool waiting_over(const struct viewer *v)
{
    const struct viewer_waiting *w = &v->waiting;
    switch (w->need) {
    case NEED_OUTLINE:
        return shelf_outline(v->shelf, w->document) != NULL;
    case NEED_PAGES:
        return pages_counted(v, w->document);
    case NEED_DOCUMENTS:
        return scanned(v) || w->document < submission_documents(v->submission);
    case NEED_FILE:
        return scanned(v);
    default:
        return false;
    }
}

/* Carries out what was put off; it may be put off again, for something else. */
static void end_waiting(struct viewer *v)
{
    struct buffer argument = v->waiting.argument;
    struct order order = v->waiting.order;
    order.argument = buffer_slice(&argument);
    buffer_init(&v->waiting.argument);
    v->waiting.need = NEED_NOTHING;
    buffer_clear(&v->message);
    v->waiting.run(v, &order);
    buffer_deinit(&argument);
}

bool viewer_work(struct viewer *v)
{
    bool did = work(v);
    if (v->waiting.need != NEED_NOTHING && waiting_over(v)) {
        end_waiting(v);
        did = true;
    }
    if (did)
        viewer_follow(v);
    return did;
}

/* ---- for the caller */

enum viewer_wish viewer_wish(struct viewer *v)
{
    enum viewer_wish wish = v->wish;
    v->wish = VIEWER_NONE;
    return wish;
}

bool viewer_mouse(const struct viewer *v)
{
    return settings_is(&v->settings, OPTION_MOUSE);
}

struct place viewer_place(const struct viewer *v)
{
    return text_pane_place(v->text);
}

void viewer_save(const struct viewer *v)
{
    struct place place = text_pane_place(v->text);
    if (v->session)
        session_set(v->session, buffer_slice(&v->session_key),
                    (struct session_place){place.document, place.offset});
}
