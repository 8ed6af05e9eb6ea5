/* SPDX-License-Identifier: MIT */
/* Keys and the mouse: from what was pressed to what is done. */
#include "ui/viewer.h"

#include "base/utf8.h"
#include "base/width.h"
#include "ui/commands.h"
#include "ui/completing.h"
#include "ui/links/linking.h"
#include "ui/helping/mapping.h"
#include "ui/modes.h"
#include "ui/perform.h"
#include "ui/searching.h"
#include "ui/taking/selecting.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

#include <string.h>

enum { WHEEL_LINES = 3, MOST_COUNT = 100000000 };

static void run_binding(struct viewer *v, const struct binding *binding)
{
    struct order order = {.action = binding->action, .count = v->count};
    if (binding->argument)
        order.argument = slice_of(binding->argument);
    v->count = 0;
    perform_run(v, &order);
}

/* What was asked for in the prompt is told to who asked; `run` may close the prompt itself. */
static void tell_line(struct viewer *v, viewer_run *run)
{
    struct buffer text = {0};
    struct order order = v->line.order;
    buffer_add(&text, buffer_slice(&v->prompt.text));
    order.argument = buffer_slice(&text);
    if (run)
        run(v, &order);
    buffer_deinit(&text);
}

void viewer_leave_line(struct viewer *v)
{
    prompt_close(&v->prompt, false);
    tell_line(v, v->line.left);
}

static void enter_prompt(struct viewer *v)
{
    if (v->prompt.kind == PROMPT_LINE) {
        prompt_close(&v->prompt, false);
        tell_line(v, v->line.entered);
        return;
    }
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

static bool searches(enum action_id action)
{
    return action == ACTION_SEARCH_FORWARD || action == ACTION_SEARCH_BACKWARD ||
           action == ACTION_NEXT_HIT || action == ACTION_PREVIOUS_HIT;
}

/* Behind Enter the prompt only offers a wider scope: a key that searches begins anew. */
static bool began_anew(struct viewer *v, struct key key)
{
    const struct binding *found;
    if (!searching_offers(v) ||
        keymap_find(v->config->keymap, CONTEXT_TEXT, &key, 1, &found) != KEYMAP_FOUND ||
        !searches(found->action))
        return false;
    prompt_close(&v->prompt, true);
    run_binding(v, found);
    return true;
}

static void prompt_pressed(struct viewer *v, struct key key)
{
    bool command = v->prompt.kind == PROMPT_COMMAND;
    bool line = v->prompt.kind == PROMPT_LINE;
    if (began_anew(v, key))
        return;
    enum prompt_outcome outcome = prompt_key(&v->prompt, key);
    if (outcome == PROMPT_COMPLETE) {
        if (command)
            completing_tab(v);
        return;
    }
    if (outcome != PROMPT_IGNORED)
        v->completion = 0;
    if (outcome == PROMPT_ENTERED)
        enter_prompt(v);
    else if (outcome == PROMPT_LEFT && command)
        prompt_close(&v->prompt, false);
    else if (outcome == PROMPT_LEFT && line)
        viewer_leave_line(v);
    else if (outcome == PROMPT_CHANGED && line)
        tell_line(v, v->line.typed);
    else if (outcome == PROMPT_LEFT)
        searching_leave(v);
    else if (outcome == PROMPT_CHANGED && command)
        prompt_note(&v->prompt, ROLE_MESSAGE, (struct slice){NULL, 0});
    else if (outcome == PROMPT_CHANGED)
        searching_typed(v);
}

/* Adds the shortest keys that lead from the tree to the text; false when there are none. */
static bool write_way_to_text(const struct keymap *map, struct buffer *out)
{
    const struct binding *b, *found;
    const struct binding *best = NULL;
    for (size_t i = 0; (b = keymap_get(map, i)); i++)
        if ((b->action == ACTION_FOCUS_OTHER || b->action == ACTION_FOCUS_TEXT) &&
            keymap_find(map, CONTEXT_TREE, b->keys, b->count, &found) == KEYMAP_FOUND &&
            found->action == b->action && (!best || b->count < best->count))
            best = b;
    if (best)
        key_write_sequence(best->keys, best->count, out);
    return best;
}

/* A key that means something in the text only was pressed in the tree: the way to the text. False
 * when it is no such key. */
static bool said_way_to_text(struct viewer *v, size_t keys)
{
    const struct keymap *map = v->config->keymap;
    const struct binding *found;
    struct buffer text = {0};
    struct buffer way = {0};
    if (viewer_context(v) != CONTEXT_TREE ||
        keymap_find(map, CONTEXT_TEXT, v->pressed, keys, &found) != KEYMAP_FOUND)
        return false;
    bool known = write_way_to_text(map, &way);
    key_write_sequence(v->pressed, keys, &text);
    if (known)
        viewer_say(v, ROLE_MESSAGE, "%s is %s in the text; %s goes there", buffer_text(&text),
                   action_get(found->action)->name, buffer_text(&way));
    buffer_deinit(&text);
    buffer_deinit(&way);
    return known;
}

static void say_unbound(struct viewer *v, size_t keys)
{
    if (said_way_to_text(v, keys))
        return;
    struct buffer text;
    buffer_init(&text);
    key_write_sequence(v->pressed, keys, &text);
    struct buffer help;
    buffer_init(&help);
    keymap_keys_of(v->config->keymap, CONTEXT_TEXT, ACTION_HELP, 1, &help);
    struct buffer near = {0};
    mapping_nearest(v, v->pressed, keys, &near);
    viewer_say(v, ROLE_MESSAGE, "%s does nothing here%s%s%s%s%s", buffer_text(&text),
               near.len ? ": " : "", buffer_text(&near), help.len ? "; " : "", buffer_text(&help),
               help.len ? " shows the keys" : "");
    buffer_deinit(&near);
    buffer_deinit(&help);
    buffer_deinit(&text);
}

enum keymap_context viewer_context(const struct viewer *v)
{
    if (v->prompt.open)
        return CONTEXT_PROMPT;
    const struct mode *mode = modes_top(v);
    if (mode)
        return mode->context;
    return v->focus_tree ? CONTEXT_TREE : CONTEXT_TEXT;
}

/* A digit that no sequence begins with is part of a count, and any digit when one has begun. */
static bool took_digit(struct viewer *v, struct key key)
{
    const struct binding *found;
    if (v->prompt.open || v->pressed_count || key.modifiers || key.code < '0' || key.code > '9')
        return false;
    if (v->count == 0 && (key.code == '0' || keymap_find(v->config->keymap, viewer_context(v), &key,
                                                         1, &found) != KEYMAP_NONE))
        return false;
    if (v->count < MOST_COUNT)
        v->count = v->count * 10 + (long)(key.code - '0');
    return true;
}

/* A question is answered by any key that is a letter; by others it is left, and those with Ctrl or
 * Alt do what they do. */
static bool answered(struct viewer *v, struct key key)
{
    char bytes[UTF8_MAX];
    viewer_run *run = v->asking.run;
    struct order order = v->asking.order;
    if (!run)
        return false;
    v->asking.run = NULL;
    if (key.modifiers || key.code >= KEYS_ENTER || width_is_control(key.code)) {
        viewer_say(v, ROLE_MESSAGE, "left: a letter was asked for");
        return !(key.modifiers & (KEY_CTRL | KEY_ALT));
    }
    order.argument = (struct slice){bytes, utf8_encode(key.code, bytes)};
    run(v, &order);
    return true;
}

/* What is typed into a list or another mode is no command. */
static bool took_text(struct viewer *v, struct key key)
{
    const struct mode *mode = v->prompt.open ? NULL : modes_top(v);
    return mode && mode->key && v->pressed_count == 0 && mode->key(v, key);
}

static void key_pressed(struct viewer *v, struct key key)
{
    const struct binding *found = NULL;
    if (answered(v, key) || took_text(v, key) || took_digit(v, key))
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
        keymap_find(v->config->keymap, viewer_context(v), v->pressed, keys, &found);
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

/* The wheel scrolls what is under the pointer; the keys stay where they are. */
static void wheel(struct viewer *v, struct key key, bool tree)
{
    bool down = key.code == KEYS_WHEEL_DOWN;
    size_t window = windows_at(v, key.row, key.column);
    if (tree) {
        tree_pane_scroll(v->at->tree, down ? WHEEL_LINES : -WHEEL_LINES);
        return;
    }
    bool focus = v->focus_tree;
    struct order order = {.action = down ? ACTION_LINE_DOWN : ACTION_LINE_UP, .count = WHEEL_LINES};
    if (window != SIZE_MAX && v->shown[window] != v->at) {
        struct pane text = text_pane_pane(v->shown[window]->text);
        struct buffer say = {0};
        text.ops->handle(text.self, &order, &(struct answer){.say = &say});
        buffer_deinit(&say);
        return;
    }
    v->focus_tree = false;
    perform_run(v, &order);
    v->focus_tree = focus;
}

static void click(struct viewer *v, struct key key, bool tree)
{
    bool two = v->plan.border >= 0;
    if (two && key.column == v->plan.border) {
        v->dragging = true;
        return;
    }
    size_t window = windows_at(v, key.row, key.column);
    if (!tree && window != SIZE_MAX)
        windows_focus(v, window);
    v->focus_tree = tree;
    viewer_arrange(v);
    if (!tree) {
        selecting_press(v, key.row, key.column);
        linking_press(v, key);
    }
    if (!tree || !tree_pane_point(v->at->tree, key.row - v->plan.top))
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
    const struct mode *mode = modes_top(v);
    if (inside && !v->dragging && mode && mode->click &&
        mode->click(v, key, key.row - v->plan.top, key.column))
        return;
    if (key.code == KEYS_RELEASE) {
        v->dragging = false;
        selecting_release(v);
        linking_release(v, key);
    } else if (key.code == KEYS_DRAG) {
        if (!v->dragging && selecting_drag(v, key.row, key.column))
            return;
        if (v->dragging && v->plan.border >= 0) {
            settings_put(&v->settings, OPTION_TREE_WIDTH, key.column);
            viewer_arrange(v);
        }
    } else if (inside && (key.code == KEYS_WHEEL_DOWN || key.code == KEYS_WHEEL_UP)) {
        wheel(v, key, tree);
    } else if (inside) {
        click(v, key, tree);
    }
}

/* Who types "/word", Enter and the next command at once means the command for what is found, not
 * for the prompt. Esc and Ctrl-C do not wait, nor does what changes the pattern or insists on it.
 */
static bool held(struct viewer *v, struct key key)
{
    bool at_once = key.code == KEYS_ESCAPE || key.code == KEYS_ENTER ||
                   key.code == KEYS_BACKSPACE || key.code >= KEYS_WHEEL_UP ||
                   (key.modifiers & KEY_CTRL);
    if (v->ahead_count == 0 && (at_once || !searching_seeks(v)))
        return false;
    if (key.code == KEYS_ESCAPE || (key.code == 'c' && key.modifiers == KEY_CTRL)) {
        v->ahead_count = 0;
        return false;
    }
    if (v->ahead_count < VIEWER_AHEAD)
        v->ahead[v->ahead_count++] = key;
    return true;
}

static void press(struct viewer *v, struct key key)
{
    buffer_clear(&v->message);
    v->scrolled = true;
    if (key.code >= KEYS_WHEEL_UP && key.code <= KEYS_RELEASE) {
        if (!v->prompt.open)
            mouse_pressed(v, key);
    } else {
        key_pressed(v, key);
    }
    viewer_follow(v);
}

void viewer_key(struct viewer *v, struct key key)
{
    if (!held(v, key))
        press(v, key);
}

bool viewer_press_ahead(struct viewer *v)
{
    if (v->ahead_count == 0 || searching_seeks(v))
        return false;
    struct key key = v->ahead[0];
    v->ahead_count--;
    memmove(v->ahead, v->ahead + 1, v->ahead_count * sizeof *v->ahead);
    press(v, key);
    return true;
}
