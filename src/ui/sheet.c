/* SPDX-License-Identifier: MIT */
/* Lines to read over the panes. */
#include "ui/sheet.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/width.h"

#include <stdlib.h>
#include <string.h>

enum {
    LEFT_COLUMNS = 28, /* of what stands at the left */
    INDENT = 2         /* column where it begins */
};

/* A line of the screen: a title, or what stands at the left and its text, or more of that. Both
 * are the sheet's own. */
struct sheet_line {
    char *left; /* NULL for a title or an empty line */
    char *text;
};

struct sheet {
    bool open;
    const char *name;
    sheet_compose *compose;
    const void *subject;
    ARRAY(struct sheet_line) lines;
    int rows, columns;
    size_t top;
};

struct sheet *sheet_new(void)
{
    return memory_alloc(sizeof(struct sheet));
}

static void forget(struct sheet *s)
{
    for (size_t i = 0; i < s->lines.count; i++) {
        free(s->lines.at[i].left);
        free(s->lines.at[i].text);
    }
    s->lines.count = 0;
}

void sheet_free(struct sheet *s)
{
    if (!s)
        return;
    forget(s);
    array_deinit(&s->lines);
    free(s);
}

static void add_line(struct sheet *s, const char *left, struct slice text)
{
    struct sheet_line line = {left ? slice_copy(slice_of(left)) : NULL, slice_copy(text)};
    array_push(&s->lines, line);
}

/* Columns at the left, and the column where text begins. */
static int left_columns(const struct sheet *s)
{
    return s->columns / 2 < LEFT_COLUMNS ? s->columns / 2 : LEFT_COLUMNS;
}

static int text_column(const struct sheet *s)
{
    return INDENT + left_columns(s) + 2;
}

/* Text that is longer than its column goes on below; what is at the left has a line of its own
 * when it is longer. */
void sheet_add(struct sheet *s, const struct buffer *label, struct slice text)
{
    int room = s->columns - text_column(s) > 8 ? s->columns - text_column(s) : 8;
    struct slice rest = text;
    const char *left = buffer_text(label);
    if (width_of_text(slice_of(left)) > (size_t)left_columns(s)) {
        add_line(s, left, (struct slice){NULL, 0});
        left = "";
    }
    do {
        size_t fits = width_fit(rest, (size_t)room);
        size_t at = fits;
        while (fits < rest.len && at > 0 && rest.at[at] != ' ')
            at--;
        at = at > 0 ? at : fits;
        add_line(s, left, slice_cut(rest, 0, at));
        rest = slice_trim(slice_cut(rest, at, rest.len));
        left = "";
    } while (rest.len > 0);
}

void sheet_add_title(struct sheet *s, struct slice title)
{
    if (s->lines.count)
        add_line(s, NULL, (struct slice){NULL, 0});
    add_line(s, NULL, title);
}

/* Makes the lines for the width of the screen. */
static void compose(struct sheet *s)
{
    forget(s);
    s->compose(s, s->subject);
}

void sheet_open(struct sheet *s, const char *name, sheet_compose *how, const void *subject)
{
    s->name = name;
    s->compose = how;
    s->subject = subject;
    s->top = 0;
    s->open = true;
    compose(s);
}

bool sheet_shows(const struct sheet *s, sheet_compose *how)
{
    return s->open && s->compose == how;
}

const char *sheet_name(const struct sheet *s)
{
    return s->name;
}

void sheet_close(struct sheet *s)
{
    s->open = false;
}

bool sheet_is_open(const struct sheet *s)
{
    return s->open;
}

static void scroll_to(struct sheet *s, size_t top)
{
    size_t rows = s->rows > 0 ? (size_t)s->rows : 1;
    size_t most = s->lines.count > rows ? s->lines.count - rows : 0;
    s->top = top < most ? top : most;
}

static void handle(void *self, const struct order *order, struct answer *answer)
{
    struct sheet *s = self;
    size_t rows = s->rows > 1 ? (size_t)s->rows : 1;
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
        scroll_to(s, order->action == ACTION_TOP ? 0 : s->lines.count);
        return;
    default:
        answer->outcome = PANE_IGNORED;
        return;
    }
    scroll_to(s, up ? (s->top > by ? s->top - by : 0) : s->top + by);
}

static void draw(void *self, struct region r, const struct look *look)
{
    struct sheet *s = self;
    struct style text = theme_find(look->theme, ROLE_TEXT);
    region_clear(r, text);
    struct style key = theme_find(look->theme, ROLE_HELP_KEY);
    for (int row = 0; row < r.rows && s->top + (size_t)row < s->lines.count; row++) {
        const struct sheet_line *line = &s->lines.at[s->top + (size_t)row];
        if (!line->left) {
            region_print(r, row, 1, theme_find(look->theme, ROLE_HELP_GROUP), line->text);
            continue;
        }
        int room = *line->text ? left_columns(s) : r.columns - INDENT;
        region_write_cut(r, row, INDENT, room, key, slice_of(line->left));
        region_write_cut(r, row, text_column(s), r.columns - text_column(s), text,
                         slice_of(line->text));
    }
    region_cursor(r, 0, 0);
}

static void resize(void *self, int rows, int columns)
{
    struct sheet *s = self;
    s->rows = rows > 0 ? rows : 0;
    if (columns != s->columns) {
        s->columns = columns > 0 ? columns : 0;
        if (s->open)
            compose(s);
    }
    scroll_to(s, s->top);
}

struct pane sheet_pane(struct sheet *s)
{
    static const struct pane_ops ops = {draw, handle, resize};
    return (struct pane){&ops, s};
}
