/* SPDX-License-Identifier: MIT */
/* What may follow a key that begins a sequence. */
#include "ui/helping/hinting.h"

#include "base/width.h"
#include "ui/helping/helping.h"
#include "ui/helping/helping_state.h"
#include "ui/modes.h"
#include "ui/viewer_state.h"

enum {
    PATIENCE = 500, /* milliseconds in which a sequence that is known is typed on */
    GAP = 3,        /* columns between two entries */
    WIDEST = 40     /* of an entry */
};

/* A key that may follow, and what it does. */
struct hint {
    struct buffer keys, does;
};

typedef ARRAY(struct hint) hints;

static bool continues(const struct viewer *v, const struct binding *b)
{
    if (b->count <= v->pressed_count)
        return false;
    for (size_t i = 0; i < v->pressed_count; i++)
        if (!key_equal(b->keys[i], v->pressed[i]))
            return false;
    return true;
}

static void gather(const struct viewer *v, hints *out)
{
    const struct binding *b, *found;
    for (size_t i = 0; (b = keymap_get(v->config->keymap, i)); i++) {
        if (!continues(v, b) ||
            keymap_find(v->config->keymap, viewer_context(v), b->keys, b->count, &found) !=
                KEYMAP_FOUND ||
            found != b)
            continue;
        struct hint hint = {{0}, {0}};
        key_write_sequence(b->keys + v->pressed_count, b->count - v->pressed_count, &hint.keys);
        /* What the command line begins with is what the key is for. */
        if (b->action == ACTION_COMMAND_LINE && b->argument)
            buffer_addf(&hint.does, ":%s …", b->argument);
        else
            buffer_addf(&hint.does, "%s%s%s", action_get(b->action)->name, b->argument ? " " : "",
                        b->argument ? b->argument : "");
        array_push(out, hint);
    }
}

static void forget(hints *list)
{
    for (size_t i = 0; i < list->count; i++) {
        buffer_deinit(&list->at[i].keys);
        buffer_deinit(&list->at[i].does);
    }
    array_deinit(list);
}

/* The columns that the keys take, and the whole entry. */
static void measure(const hints *list, int *keys, int *entry)
{
    int does = 0;
    *keys = 0;
    for (size_t i = 0; i < list->count; i++) {
        int a = (int)width_of_text(buffer_slice(&list->at[i].keys));
        int b = (int)width_of_text(buffer_slice(&list->at[i].does));
        *keys = a > *keys ? a : *keys;
        does = b > does ? b : does;
    }
    *entry = *keys + 1 + does < WIDEST ? *keys + 1 + does : WIDEST;
}

/* The line above the entries: what was pressed, and how many are out of sight. */
static void draw_head(const struct viewer *v, struct region r, size_t left_out)
{
    struct buffer text = {0};
    struct style border = theme_find(&v->theme, ROLE_BORDER);
    region_fill(r, 0, 0, r.columns, border, 0x2500);
    buffer_add_byte(&text, ' ');
    key_write_sequence(v->pressed, v->pressed_count, &text);
    buffer_add_text(&text, " … ");
    region_write(r, 0, 1, theme_find(&v->theme, ROLE_HELP_KEY), buffer_slice(&text));
    buffer_clear(&text);
    if (left_out > 0)
        buffer_addf(&text, " %zu more ", left_out);
    int columns = (int)width_of_text(buffer_slice(&text));
    if (columns + 12 < r.columns)
        region_write(r, 0, r.columns - columns - 1, border, buffer_slice(&text));
    buffer_deinit(&text);
}

static void draw_hint(const struct viewer *v, struct region r, const struct hint *hint, int keys)
{
    struct style style = theme_find(&v->theme, ROLE_PEEK);
    struct style key = theme_find(&v->theme, ROLE_HELP_KEY);
    key.background = style.background;
    int columns = (int)width_of_text(buffer_slice(&hint->keys));
    region_write(r, 0, keys - columns, key, buffer_slice(&hint->keys));
    region_write_cut(r, 0, keys + 1, r.columns - keys - 1, style, buffer_slice(&hint->does));
}

/* Over the foot of the panes, in columns that are read downwards. */
static void draw(struct viewer *v, struct region panes)
{
    hints list = {0};
    int keys, entry;
    if (!v->hinted || v->pressed_count == 0)
        return;
    gather(v, &list);
    measure(&list, &keys, &entry);
    int across = (panes.columns - 1 + GAP - 1) / (entry + GAP);
    across = across > 1 ? across : 1;
    int rows = ((int)list.count + across - 1) / across;
    int most = panes.rows - 1 > 0 ? panes.rows - 1 : 0;
    rows = rows < most ? rows : most;
    struct region r = region_part(panes, panes.rows - rows - 1, 0, rows + 1, panes.columns);
    if (rows > 0) {
        size_t shown = (size_t)rows * (size_t)across;
        region_clear(r, theme_find(&v->theme, ROLE_PEEK));
        draw_head(v, r, list.count > shown ? list.count - shown : 0);
        for (size_t i = 0; i < list.count && i < shown; i++)
            draw_hint(
                v, region_part(r, 1 + (int)i % rows, 1 + (int)i / rows * (entry + GAP), 1, entry),
                &list.at[i], keys);
    }
    forget(&list);
}

static int delay(const struct viewer *v)
{
    return v->pressed_count > 0 && !v->hinted && !v->prompt.open ? PATIENCE : -1;
}

static void idle(struct viewer *v)
{
    v->hinted = v->pressed_count > 0 && !v->prompt.open;
}

/* A sheet stands over a list in which it was asked for; a list that is opened from a sheet takes
 * its place. */
static void settle_sheet(struct viewer *v)
{
    struct helping *h = helping_of(v);
    bool list = chooser_is_open(v->chooser);
    if (list && !h->had_list && h->had_sheet)
        sheet_close(v->sheet);
    h->had_list = list;
    h->had_sheet = sheet_is_open(v->sheet);
}

/* What is shown stays while the sequence goes on, and no longer. */
static void follow(struct viewer *v)
{
    settle_sheet(v);
    v->hinted = v->hinted && v->pressed_count > 0;
}

const struct mode *hinting_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT,
                                     .draw = draw,
                                     .delay = delay,
                                     .idle = idle,
                                     .follow = follow,
                                     .free = helping_free};
    return &mode;
}
