/* SPDX-License-Identifier: MIT */
/* The help from the live key map. */
#include "ui/help.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/width.h"

#include <stdlib.h>
#include <string.h>

enum {
    HELP_KEYS = 28, /* of keys beside what they do */
    HELP_INDENT = 2 /* column where they begin */
};

/* A line of the screen: a title, or the keys of an action and what it does, or more of that. Both
 * are the help's own. */
struct help_line {
    char *keys; /* NULL for a title or an empty line */
    char *text;
};

struct help {
    bool open;
    const struct keymap *map;
    ARRAY(struct help_line) lines;
    int rows, columns;
    size_t top;
};

struct help *help_new(void)
{
    return memory_alloc(sizeof(struct help));
}

static void forget(struct help *h)
{
    for (size_t i = 0; i < h->lines.count; i++) {
        free(h->lines.at[i].keys);
        free(h->lines.at[i].text);
    }
    h->lines.count = 0;
}

void help_free(struct help *h)
{
    if (!h)
        return;
    forget(h);
    array_deinit(&h->lines);
    free(h);
}

static void add_line(struct help *h, const char *keys, struct slice text)
{
    struct help_line line = {keys ? slice_copy(slice_of(keys)) : NULL, slice_copy(text)};
    array_push(&h->lines, line);
}

/* Columns for keys, and the column where text begins. */
static int key_columns(const struct help *h)
{
    return h->columns / 2 < HELP_KEYS ? h->columns / 2 : HELP_KEYS;
}

static int text_column(const struct help *h)
{
    return HELP_INDENT + key_columns(h) + 2;
}

/* Text that is longer than its column goes on below; keys that are have a line of their own. */
static void add(struct help *h, const struct buffer *keys, const char *text)
{
    int room = h->columns - text_column(h) > 8 ? h->columns - text_column(h) : 8;
    struct slice rest = slice_of(text);
    const char *left = buffer_text(keys);
    if (width_of_text(slice_of(left)) > (size_t)key_columns(h)) {
        add_line(h, left, (struct slice){NULL, 0});
        left = "";
    }
    do {
        size_t fits = width_fit(rest, (size_t)room);
        size_t at = fits;
        while (fits < rest.len && at > 0 && rest.at[at] != ' ')
            at--;
        at = at > 0 ? at : fits;
        add_line(h, left, slice_cut(rest, 0, at));
        rest = slice_trim(slice_cut(rest, at, rest.len));
        left = "";
    } while (rest.len > 0);
}

/* Keys that do the action with an argument: "gi  command-line item". */
static void add_with_argument(struct help *h, const struct keymap *map, const struct action *action)
{
    const struct binding *b;
    for (size_t i = 0; (b = keymap_get(map, i)); i++) {
        if (b->action != action->id || !b->argument)
            continue;
        struct buffer keys;
        struct buffer text;
        buffer_init(&keys);
        buffer_init(&text);
        key_write_sequence(b->keys, b->count, &keys);
        if (b->context != CONTEXT_ALL)
            buffer_addf(&keys, " (%s)", keymap_context_name(b->context));
        buffer_addf(&text, "%s %s", action->name, b->argument);
        add(h, &keys, buffer_text(&text));
        buffer_deinit(&keys);
        buffer_deinit(&text);
    }
}

static void add_group(struct help *h, const struct keymap *map, enum action_group group)
{
    if (h->lines.count)
        add_line(h, NULL, (struct slice){NULL, 0});
    add_line(h, NULL, slice_of(action_group_title(group)));
    for (int id = 0; id < ACTION_COUNT; id++) {
        const struct action *action = action_get((enum action_id)id);
        if (action->group != group)
            continue;
        struct buffer keys;
        buffer_init(&keys);
        if (keymap_keys_of(map, CONTEXT_ALL, action->id, 0, &keys) == 0)
            buffer_addf(&keys, ":%s", action->name);
        add(h, &keys, action->help);
        buffer_deinit(&keys);
        add_with_argument(h, map, action);
    }
}

/* Makes the lines for the width of the screen. */
static void compose(struct help *h)
{
    forget(h);
    for (int group = 0; group < GROUP_COUNT; group++)
        add_group(h, h->map, (enum action_group)group);
}

void help_open(struct help *h, const struct keymap *map)
{
    h->map = map;
    h->top = 0;
    h->open = true;
    compose(h);
}

void help_close(struct help *h)
{
    h->open = false;
}

bool help_is_open(const struct help *h)
{
    return h->open;
}

static void scroll_to(struct help *h, size_t top)
{
    size_t rows = h->rows > 0 ? (size_t)h->rows : 1;
    size_t most = h->lines.count > rows ? h->lines.count - rows : 0;
    h->top = top < most ? top : most;
}

static void handle(void *self, const struct order *order, struct answer *answer)
{
    struct help *h = self;
    size_t rows = h->rows > 1 ? (size_t)h->rows : 1;
    size_t by = order_steps(order);
    bool up = false;
    answer->outcome = PANE_DONE;
    switch (order->action) {
    case ACTION_LINE_UP:
        up = true;
        break;
    case ACTION_LINE_DOWN:
        break;
    case ACTION_HALF_SCREEN_UP:
    case ACTION_HALF_SCREEN_DOWN:
        up = order->action == ACTION_HALF_SCREEN_UP;
        by *= rows > 1 ? rows / 2 : 1;
        break;
    case ACTION_SCREEN_UP:
    case ACTION_SCREEN_DOWN:
        up = order->action == ACTION_SCREEN_UP;
        by *= rows;
        break;
    case ACTION_TOP:
    case ACTION_BOTTOM:
        scroll_to(h, order->action == ACTION_TOP ? 0 : h->lines.count);
        return;
    default:
        answer->outcome = PANE_IGNORED;
        return;
    }
    scroll_to(h, up ? (h->top > by ? h->top - by : 0) : h->top + by);
}

static void draw(void *self, struct region r, const struct look *look)
{
    struct help *h = self;
    struct style text = theme_find(look->theme, ROLE_TEXT);
    region_clear(r, text);
    struct style key = theme_find(look->theme, ROLE_HELP_KEY);
    for (int row = 0; row < r.rows && h->top + (size_t)row < h->lines.count; row++) {
        const struct help_line *line = &h->lines.at[h->top + (size_t)row];
        if (!line->keys) {
            region_print(r, row, 1, theme_find(look->theme, ROLE_HELP_GROUP), line->text);
            continue;
        }
        int room = *line->text ? key_columns(h) : r.columns - HELP_INDENT;
        region_write_cut(r, row, HELP_INDENT, room, key, slice_of(line->keys));
        region_write_cut(r, row, text_column(h), r.columns - text_column(h), text,
                         slice_of(line->text));
    }
    region_cursor(r, 0, 0);
}

static void resize(void *self, int rows, int columns)
{
    struct help *h = self;
    h->rows = rows > 0 ? rows : 0;
    if (columns != h->columns) {
        h->columns = columns > 0 ? columns : 0;
        if (h->open)
            compose(h);
    }
    scroll_to(h, h->top);
}

struct pane help_pane(struct help *h)
{
    static const struct pane_ops ops = {"help", draw, handle, resize};
    return (struct pane){&ops, h};
}
