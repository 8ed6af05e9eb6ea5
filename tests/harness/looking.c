/* SPDX-License-Identifier: MIT */
/* The harness: what the screen holds, and checks of it. */
#include "base/utf8.h"
#include "harness/harness.h"
#include "harness/inner.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* ---- cells and text */

/* Adds the cell's characters; nothing for the second half of a wide one. */
static void add_cell_text(const VTermScreenCell *cell, struct buffer *out)
{
    if (cell->chars[0] == (uint32_t)-1)
        return;
    if (cell->chars[0] == 0)
        buffer_add_byte(out, ' ');
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
        buffer_add_utf8(out, cell->chars[i]);
}

static VTermScreenCell cell_at(struct harness *h, int row, int column)
{
    VTermScreenCell cell;
    memset(&cell, 0, sizeof cell);
    vterm_screen_get_cell(h->screen, (VTermPos){.row = row, .col = column}, &cell);
    return cell;
}

/* Adds a row; *columns, when not NULL, gets the column of each byte. */
static void add_row(struct harness *h, int row, struct buffer *out, int *columns)
{
    size_t start = out->len;
    for (int column = 0; column < h->columns; column++) {
        VTermScreenCell cell = cell_at(h, row, column);
        size_t before = out->len;
        add_cell_text(&cell, out);
        for (size_t i = before; columns && i < out->len; i++)
            columns[i - start] = column;
    }
    while (out->len > start && out->at[out->len - 1] == ' ')
        out->at[--out->len] = '\0';
}

const char *harness_row_text(struct harness *h, int row)
{
    buffer_clear(&h->row_text);
    if (row >= 0 && row < h->rows)
        add_row(h, row, &h->row_text, NULL);
    return buffer_text(&h->row_text);
}

const char *harness_screen_text(struct harness *h)
{
    buffer_clear(&h->screen_text);
    for (int row = 0; row < h->rows; row++) {
        add_row(h, row, &h->screen_text, NULL);
        buffer_add_byte(&h->screen_text, '\n');
    }
    return buffer_text(&h->screen_text);
}

bool harness_find_text(struct harness *h, const char *text, int *row, int *column)
{
    size_t most = (size_t)h->columns * VTERM_MAX_CHARS_PER_CELL * UTF8_MAX;
    int *columns = calloc(most + 1, sizeof *columns);
    bool found = false;
    for (int r = 0; columns && !found && r < h->rows; r++) {
        struct buffer b;
        buffer_init(&b);
        add_row(h, r, &b, columns);
        struct slice line = buffer_slice(&b);
        size_t at = slice_find(line, slice_of(text));
        found = at < line.len;
        if (found && row)
            *row = r;
        if (found && column)
            *column = columns[at];
        buffer_deinit(&b);
    }
    free(columns);
    return found;
}

static int color_of(VTermColor c, bool is_default)
{
    if (is_default)
        return -1;
    if (VTERM_COLOR_IS_INDEXED(&c))
        return c.indexed.idx;
    return 0x1000000 | c.rgb.red << 16 | c.rgb.green << 8 | c.rgb.blue;
}

struct harness_cell harness_cell(struct harness *h, int row, int column)
{
    VTermScreenCell cell = cell_at(h, row, column);
    struct harness_cell out = {
        .foreground = color_of(cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)),
        .background = color_of(cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)),
        .bold = cell.attrs.bold,
        .italic = cell.attrs.italic,
        .underline = cell.attrs.underline != VTERM_UNDERLINE_OFF,
        .reverse = cell.attrs.reverse,
    };
    struct buffer b;
    buffer_init(&b);
    add_cell_text(&cell, &b);
    (void)snprintf(out.text, sizeof out.text, "%s", buffer_text(&b));
    buffer_deinit(&b);
    return out;
}

struct harness_cursor harness_cursor(struct harness *h)
{
    VTermPos place;
    vterm_state_get_cursorpos(vterm_obtain_state(h->vterm), &place);
    return (struct harness_cursor){place.row, place.col, h->cursor_visible};
}

int harness_mode(struct harness *h, int mode)
{
    return raw_log_mode(&h->log, mode);
}

struct slice harness_sent(struct harness *h)
{
    return buffer_slice(&h->log.bytes);
}

const char *harness_dim_text(struct harness *h)
{
    return buffer_text(&h->log.dim_text);
}

const char *harness_copied(struct harness *h)
{
    return buffer_text(&h->log.copied);
}

/* ---- waiting for what can be seen */

struct wanted {
    const char *text;
    int row, column;
    bool set;
};

static bool shows_text(struct harness *h, void *argument)
{
    const struct wanted *w = argument;
    return harness_find_text(h, w->text, NULL, NULL) == w->set;
}

static bool shows_row(struct harness *h, void *argument)
{
    const struct wanted *w = argument;
    return strcmp(harness_row_text(h, w->row), w->text) == 0;
}

static bool cursor_is_at(struct harness *h, void *argument)
{
    const struct wanted *w = argument;
    struct harness_cursor c = harness_cursor(h);
    return c.row == w->row && c.column == w->column;
}

static bool mode_is(struct harness *h, void *argument)
{
    const struct wanted *w = argument;
    return harness_mode(h, w->row) == w->set;
}

static bool has_sent(struct harness *h, void *argument)
{
    const struct wanted *w = argument;
    struct slice sent = harness_sent(h);
    return slice_find(sent, slice_of(w->text)) < sent.len;
}

bool harness_wait_text(struct harness *h, const char *text)
{
    return harness_wait(h, shows_text, &(struct wanted){.text = text, .set = true});
}

bool harness_wait_gone(struct harness *h, const char *text)
{
    return harness_wait(h, shows_text, &(struct wanted){.text = text});
}

bool harness_wait_row(struct harness *h, int row, const char *text)
{
    return harness_wait(h, shows_row, &(struct wanted){.text = text, .row = row});
}

bool harness_wait_cursor(struct harness *h, int row, int column)
{
    return harness_wait(h, cursor_is_at, &(struct wanted){.row = row, .column = column});
}

bool harness_wait_mode(struct harness *h, int mode, bool set)
{
    return harness_wait(h, mode_is, &(struct wanted){.row = mode, .set = set});
}

bool harness_wait_sent(struct harness *h, const char *bytes)
{
    return harness_wait(h, has_sent, &(struct wanted){.text = bytes});
}

/* ---- checks */

void harness_print(struct harness *h)
{
    struct harness_cursor c = harness_cursor(h);
    (void)fprintf(stderr, "---- screen of %d x %d, cursor %s at %d, %d; %zu bytes were sent\n",
                  h->rows, h->columns, c.visible ? "shown" : "hidden", c.row, c.column,
                  h->log.bytes.len);
    for (int row = 0; row < h->rows; row++)
        (void)fprintf(stderr, "%3d|%s\n", row, harness_row_text(h, row));
    if (h->ended)
        (void)fprintf(stderr, "---- the program has ended, %s %d\n",
                      WIFSIGNALED(h->status) ? "signal" : "status",
                      WIFSIGNALED(h->status) ? WTERMSIG(h->status) : WEXITSTATUS(h->status));
    else
        (void)fprintf(stderr, "---- the program %s\n", h->stopped ? "is stopped" : "runs");
}

void harness_assert_at(struct harness *h, bool holds, const char *what, const char *file, int line)
{
    if (holds)
        return;
    (void)fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
    harness_print(h);
    _fail(file, line);
}
