/* SPDX-License-Identifier: MIT */
/* The help from the live key map. */
#include "ui/help.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/width.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_KEYS = 28 /* columns for keys beside the help lines */
};

/* A line: a title, or the keys of an action and what it does. Both are the help's own. */
struct help_line {
    char *keys; /* NULL for a title or an empty line */
    char *text;
};

struct help {
    bool open;
    ARRAY(struct help_line) lines;
    int rows;
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

static void add(struct help *h, const struct buffer *keys, const char *text)
{
    struct help_line line = {keys ? slice_copy(buffer_slice(keys)) : NULL,
                             slice_copy(slice_of(text))};
    array_push(&h->lines, line);
}

/* Keys that do the action with an argument: "gi  command-line item". */
static void add_with_argument(struct help *h, const struct keymap *map,
                              const struct action *action)
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
        add(h, NULL, "");
    add(h, NULL, action_group_title(group));
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

void help_open(struct help *h, const struct keymap *map)
{
    forget(h);
    for (int group = 0; group < GROUP_COUNT; group++)
        add_group(h, map, (enum action_group)group);
    h->top = 0;
    h->open = true;
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

static int key_columns(const struct help *h, int columns)
{
    int most = 0;
    for (size_t i = 0; i < h->lines.count; i++) {
        if (!h->lines.at[i].keys)
            continue;
        int width = (int)width_of_text(slice_of(h->lines.at[i].keys));
        most = width > most ? width : most;
    }
    most = most < MOST_KEYS ? most : MOST_KEYS;
    return most < columns / 2 ? most : columns / 2;
}

static void draw(void *self, struct region r, const struct look *look)
{
    struct help *h = self;
    struct style text = theme_find(look->theme, ROLE_TEXT);
    region_clear(r, text);
    int keys = key_columns(h, r.columns);
    for (int row = 0; row < r.rows && h->top + (size_t)row < h->lines.count; row++) {
        const struct help_line *line = &h->lines.at[h->top + (size_t)row];
        if (!line->keys) {
            region_print(r, row, 1, theme_find(look->theme, ROLE_HELP_GROUP), line->text);
            continue;
        }
        region_write_cut(r, row, 2, keys, theme_find(look->theme, ROLE_HELP_KEY),
                         slice_of(line->keys));
        region_write_cut(r, row, keys + 4, r.columns - keys - 4, text, slice_of(line->text));
    }
    region_cursor(r, 0, 0);
}

static void resize(void *self, int rows, int columns)
{
    struct help *h = self;
    (void)columns;
    h->rows = rows > 0 ? rows : 0;
    scroll_to(h, h->top);
}

struct pane help_pane(struct help *h)
{
    static const struct pane_ops ops = {"help", draw, handle, resize};
    return (struct pane){&ops, h};
}
