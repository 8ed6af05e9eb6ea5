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
    enum role role; /* of the left */
    size_t entry;
};

/* What was added at once: a text that takes several lines can be found across their ends. */
struct sheet_entry {
    char *text; /* the left and the text, the sheet's own */
    size_t line;
    bool found;
};

struct sheet {
    bool open;
    const char *name;
    sheet_compose *compose;
    const void *subject;
    ARRAY(struct sheet_line) lines;
    ARRAY(struct sheet_entry) entries;
    struct buffer wanted; /* what is looked for */
    size_t at;            /* the entry gone to; SIZE_MAX: none */
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
    for (size_t i = 0; i < s->entries.count; i++)
        free(s->entries.at[i].text);
    s->entries.count = 0;
}

void sheet_free(struct sheet *s)
{
    if (!s)
        return;
    forget(s);
    array_deinit(&s->lines);
    array_deinit(&s->entries);
    buffer_deinit(&s->wanted);
    free(s);
}

static void add_line(struct sheet *s, enum role role, const char *left, struct slice text)
{
    struct sheet_line line = {left ? slice_copy(slice_of(left)) : NULL, slice_copy(text), role,
                              s->entries.count - 1};
    array_push(&s->lines, line);
}

static void begin_entry(struct sheet *s, struct slice left, struct slice text)
{
    struct buffer whole = {0};
    buffer_add(&whole, left);
    buffer_add_text(&whole, "  ");
    buffer_add(&whole, text);
    struct sheet_entry entry = {slice_copy(buffer_slice(&whole)), s->lines.count, false};
    array_push(&s->entries, entry);
    buffer_deinit(&whole);
}

/* Columns at the left, and the column where text begins. */
static int left_columns(const struct sheet *s)
{
    int share = s->columns * 2 / 5;
    return share < LEFT_COLUMNS ? share : LEFT_COLUMNS;
}

static int text_column(const struct sheet *s)
{
    return INDENT + left_columns(s) + 2;
}

/* Takes off as much of a text as fits, where it can at a blank. */
static struct slice take_line(struct slice *rest, size_t room)
{
    size_t fits = width_fit(*rest, room);
    size_t at = fits;
    while (at < rest->len && at > 0 && rest->at[at] != ' ')
        at--;
    at = at > 0 ? at : fits;
    struct slice line = slice_cut(*rest, 0, at);
    *rest = slice_trim(slice_cut(*rest, at > 0 ? at : rest->len, rest->len));
    return line;
}

static void add_long_left(struct sheet *s, enum role role, struct slice rest)
{
    size_t room = s->columns > 2 * INDENT + 8 ? (size_t)(s->columns - 2 * INDENT) : 8;
    while (rest.len > 0) {
        struct slice line = take_line(&rest, room);
        char *left = slice_copy(line);
        add_line(s, role, left, (struct slice){NULL, 0});
        free(left);
    }
}

/* Text that is longer than its column goes on below; what is at the left has a line of its own
 * when it is longer. */
void sheet_add_as(struct sheet *s, enum role role, const struct buffer *label, struct slice text)
{
    begin_entry(s, buffer_slice(label), text);
    int room = s->columns - text_column(s) > 8 ? s->columns - text_column(s) : 8;
    struct slice rest = text;
    const char *left = buffer_text(label);
    if (width_of_text(slice_of(left)) > (size_t)left_columns(s)) {
        add_long_left(s, role, slice_of(left));
        left = "";
    }
    do {
        add_line(s, role, left, take_line(&rest, (size_t)room));
        left = "";
    } while (rest.len > 0);
}

void sheet_add(struct sheet *s, const struct buffer *label, struct slice text)
{
    sheet_add_as(s, ROLE_HELP_KEY, label, text);
}

void sheet_add_title(struct sheet *s, struct slice title)
{
    if (s->lines.count)
        add_line(s, ROLE_HELP_GROUP, NULL, (struct slice){NULL, 0});
    begin_entry(s, (struct slice){NULL, 0}, title);
    add_line(s, ROLE_HELP_GROUP, NULL, title);
}

/* Notes which entries have what is looked for; returns how many. */
static size_t look(struct sheet *s)
{
    struct slice wanted = buffer_slice(&s->wanted);
    size_t count = 0;
    for (size_t i = 0; i < s->entries.count; i++) {
        struct slice text = slice_of(s->entries.at[i].text);
        s->entries.at[i].found = wanted.len && slice_find_nocase(text, wanted) < text.len;
        count += s->entries.at[i].found;
    }
    return count;
}

/* Makes the lines for the width of the screen. */
static void compose(struct sheet *s)
{
    forget(s);
    s->compose(s, s->subject);
    look(s);
}

void sheet_open(struct sheet *s, const char *name, sheet_compose *how, const void *subject)
{
    s->name = name;
    s->compose = how;
    s->subject = subject;
    s->top = 0;
    s->at = SIZE_MAX;
    buffer_clear(&s->wanted);
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

struct slice sheet_wanted(const struct sheet *s)
{
    return buffer_slice(&s->wanted);
}

size_t sheet_top(const struct sheet *s)
{
    return s->top;
}

void sheet_go(struct sheet *s, size_t top)
{
    scroll_to(s, top);
}

/* Brings the entry on the screen, if it is not, with a line above it. */
static void show_entry(struct sheet *s, size_t entry)
{
    size_t line = s->entries.at[entry].line;
    size_t rows = s->rows > 0 ? (size_t)s->rows : 1;
    s->at = entry;
    if (line < s->top || line >= s->top + rows)
        scroll_to(s, line > 0 && rows > 2 ? line - 1 : line);
}

size_t sheet_find(struct sheet *s, struct slice text)
{
    buffer_clear(&s->wanted);
    buffer_add(&s->wanted, text);
    s->at = SIZE_MAX;
    size_t count = look(s);
    size_t first = 0;
    while (first < s->entries.count && s->entries.at[first].line < s->top)
        first++;
    for (size_t i = 0; count > 0 && i < s->entries.count; i++) {
        size_t entry = (first + i) % s->entries.count;
        if (s->entries.at[entry].found) {
            show_entry(s, entry);
            break;
        }
    }
    return count;
}

size_t sheet_find_next(struct sheet *s, bool backward, size_t *count)
{
    size_t all = s->entries.count;
    *count = look(s);
    if (*count == 0)
        return 0;
    size_t entry = s->at < all ? s->at : backward ? 0 : all - 1;
    do
        entry = backward ? (entry + all - 1) % all : (entry + 1) % all;
    while (!s->entries.at[entry].found);
    show_entry(s, entry);
    size_t number = 0;
    for (size_t i = 0; i <= entry; i++)
        number += s->entries.at[i].found;
    return number;
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

/* Marks what is looked for in a text that stands at a column. */
static void mark(const struct sheet *s, struct region r, int row, int column, const char *text,
                 struct style style)
{
    struct slice rest = slice_of(text), wanted = buffer_slice(&s->wanted);
    while (wanted.len > 0) {
        size_t at = slice_find_nocase(rest, wanted);
        if (at >= rest.len)
            return;
        column += (int)width_of_text(slice_cut(rest, 0, at));
        int columns = (int)width_of_text(slice_cut(rest, at, at + wanted.len));
        region_restyle(r, row, column, columns, style);
        column += columns;
        rest = slice_cut(rest, at + wanted.len, rest.len);
    }
}

static void draw_line(const struct sheet *s, struct region r, int row,
                      const struct sheet_line *line, const struct look *look)
{
    struct style text = theme_find(look->theme, ROLE_TEXT);
    bool found = s->entries.at[line->entry].found;
    bool current = found && line->entry == s->at;
    struct style hit = theme_find(look->theme, current ? ROLE_HIT_CURRENT : ROLE_HIT);
    if (current && s->top + (size_t)row == s->entries.at[line->entry].line) {
        region_print(r, row, 0, theme_find(look->theme, ROLE_TREE_MARK), "›");
        region_cursor(r, row, 0);
    }
    if (!line->left) {
        region_print(r, row, 1, theme_find(look->theme, ROLE_HELP_GROUP), line->text);
        if (found)
            mark(s, r, row, 1, line->text, hit);
        return;
    }
    int room = *line->text ? left_columns(s) : r.columns - INDENT;
    region_write_cut(r, row, INDENT, room, theme_find(look->theme, line->role),
                     slice_of(line->left));
    region_write_cut(r, row, text_column(s), r.columns - text_column(s), text,
                     slice_of(line->text));
    if (found) {
        mark(s, region_part(r, row, INDENT, 1, room), 0, 0, line->left, hit);
        mark(s, r, row, text_column(s), line->text, hit);
    }
}

static void draw(void *self, struct region r, const struct look *look)
{
    struct sheet *s = self;
    region_clear(r, theme_find(look->theme, ROLE_TEXT));
    region_cursor(r, 0, 0);
    for (int row = 0; row < r.rows && s->top + (size_t)row < s->lines.count; row++)
        draw_line(s, r, row, &s->lines.at[s->top + (size_t)row], look);
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
