/* SPDX-License-Identifier: MIT */
/* Drawing the viewer: bars, panes, prompt and message, each in its place. */
#include "ui/viewer.h"

#include "base/width.h"
#include "ui/gutter.h"
#include "ui/modes.h"
#include "ui/search_words.h"
#include "ui/status_bar.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

enum {
    MESSAGE_ROWS = 3 /* rows that a long message may take above the keys */
};

/* A mark on the text counts the columns of a table; this, the letters of the lines. */
static void write_place(const struct viewer *v, struct buffer *out)
{
    const struct mode *top = modes_top(v);
    buffer_addf(out, "%d%%", text_pane_percent(v->at->text));
    if (top && top->context == CONTEXT_TABLE)
        return; /* the table stands over the lines, and tells its own columns */
    if (text_pane_hidden(v->at->text))
        buffer_addf(out, " +%zu chars", text_pane_hidden(v->at->text));
    else if (text_pane_left(v->at->text))
        buffer_addf(out, " from char %zu", text_pane_left(v->at->text) + 1);
}

static void write_key(const struct viewer *v, enum action_id action, const char *what,
                      struct buffer *out)
{
    struct buffer key;
    buffer_init(&key);
    if (keymap_keys_of(v->config->keymap, viewer_context(v), action, 1, &key)) {
        if (out->len)
            buffer_add_text(out, "  ");
        buffer_addf(out, "%s %s", buffer_text(&key), what);
    }
    buffer_deinit(&key);
}

/* What was typed of a sequence so far, then the way to help and out. */
static void write_keys(const struct viewer *v, struct buffer *out)
{
    const struct mode *mode = modes_top(v);
    if (v->count > 0)
        buffer_addf(out, "%ld", v->count);
    key_write_sequence(v->pressed, v->pressed_count, out);
    if (v->asking.run) {
        /* The next key is the answer, whatever it does else. */
        buffer_add_text(out, "Esc leaves");
        return;
    }
    if (!mode || mode->context != CONTEXT_HELP)
        write_key(v, ACTION_HELP, "help", out);
    else
        write_key(v, ACTION_SEARCH_FORWARD, "finds", out);
    size_t before = out->len;
    struct buffer closes = {0};
    if (mode)
        buffer_addf(&closes, "closes %s", mode->name(v));
    /* What is typed into a list is no command. */
    bool typing = viewer_context(v) == CONTEXT_LIST && chooser_typing(v->chooser);
    write_key(v, typing ? ACTION_CANCEL : ACTION_CLOSE,
              mode          ? buffer_text(&closes)
              : v->shown[1] ? "closes"
                            : "quit",
              out);
    buffer_deinit(&closes);
    if (out->len == before)
        write_key(v, ACTION_QUIT, "quit", out);
    if (out->len == before)
        write_key(v, ACTION_COMMAND_LINE, "quit", out);
}

/* Takes off as much of a text as fits on a row, where it can at a blank. */
static struct slice take_row(struct slice *rest, int columns)
{
    size_t fits = width_fit(*rest, (size_t)columns);
    size_t at = fits;
    while (at > 0 && at < rest->len && rest->at[at - 1] != ' ')
        at--;
    at = at > fits / 2 ? at : fits;
    struct slice row = slice_cut(*rest, 0, at);
    *rest = slice_cut(*rest, at, rest->len);
    return row;
}

/* A message that does not fit beside the keys takes rows of its own above them; returns what is
 * left of it for the row of the keys. */
static struct slice draw_long_message(const struct viewer *v, struct region screen, int beside)
{
    struct slice rows[MESSAGE_ROWS];
    struct slice rest = buffer_slice(&v->message);
    int count = 0;
    while (screen.columns > 2 && count < MESSAGE_ROWS && count + 1 < screen.rows &&
           (int)width_of_text(rest) > beside)
        rows[count++] = take_row(&rest, screen.columns - 2);
    struct style style = theme_find(&v->theme, v->message_role);
    for (int i = 0; i < count; i++) {
        struct region line = region_part(screen, screen.rows - 1 - count + i, 0, 1, screen.columns);
        region_clear(line, style);
        region_write(line, 0, 1, style, rows[i]);
    }
    return rest;
}

static void draw_status(const struct viewer *v, struct region screen)
{
    struct buffer parts[6] = {{0}};
    struct region line = region_part(screen, screen.rows - 1, 0, 1, screen.columns);
    window_path(v->at, &parts[0]);
    window_page(v->at, &parts[1], &parts[2]);
    write_place(v, &parts[3]);
    search_words_status(v, &parts[4]);
    write_keys(v, &parts[5]);
    struct status status = {.message_role = v->message_role,
                            .path = buffer_slice(&parts[0]),
                            .page = buffer_slice(&parts[1]),
                            .brief = buffer_slice(&parts[2]),
                            .place = buffer_slice(&parts[3]),
                            .search = buffer_slice(&parts[4]),
                            .keys = buffer_slice(&parts[5])};
    int keys = (int)width_of_text(status.keys);
    status.message =
        draw_long_message(v, screen, screen.columns - (keys + 2 <= screen.columns ? keys + 4 : 2));
    status_bar_draw(line, &v->theme, &status);
    for (size_t i = 0; i < 6; i++)
        buffer_deinit(&parts[i]);
}

/* The way to help and out of the prompt, left of its note, as far as nothing is typed there. */
static void draw_way_out(const struct viewer *v, struct region line)
{
    const struct prompt *p = &v->prompt;
    struct buffer out = {0};
    int note = (int)width_of_text(buffer_slice(&p->note));
    int end = line.columns - (note ? note + 2 : 0);
    int label = p->kind == PROMPT_LINE ? (int)width_of_text(buffer_slice(&p->label)) : 1;
    int typed = label + (int)width_of_text(buffer_slice(&p->text)) + 2;
    write_key(v, ACTION_HELP, "help", &out);
    write_key(v, ACTION_CANCEL, "leaves", &out);
    if (typed + (int)width_of_text(buffer_slice(&out)) > end) {
        buffer_clear(&out);
        write_key(v, ACTION_CANCEL, "leaves", &out);
    }
    int column = end - (int)width_of_text(buffer_slice(&out));
    if (out.len && typed <= column)
        region_write(line, 0, column, theme_find(&v->theme, ROLE_PROMPT), buffer_slice(&out));
    buffer_deinit(&out);
}

/* Each window's gutter is on the line at its left, or over the blanks at its right. */
static void draw_gutters(const struct viewer *v, struct region screen)
{
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++) {
        const struct window *w = v->shown[i];
        int row, column;
        windows_corner(v, i, &row, &column);
        bool line = column > 0;
        column = line ? column - 1 : w->columns - 1;
        if (w->rows > 0 && column >= 0 && settings_is(&v->settings, OPTION_GUTTER))
            gutter_draw(w, &v->theme, region_part(screen, row, column, w->rows, 1), line);
    }
}

static void draw_panes(struct viewer *v, struct region screen)
{
    const struct screen_plan *p = &v->plan;
    struct pane tree = tree_pane_pane(v->at->tree);
    struct region left = region_part(screen, p->top, 0, p->rows, p->tree_columns);
    windows_draw(v, screen);
    if (left.rows > 0 && left.columns > 0)
        tree.ops->draw(tree.self, left, &(struct look){&v->theme, v->focus_tree});
    for (int row = 0; p->border >= 0 && row < p->rows; row++)
        region_print(screen, p->top + row, p->border, theme_find(&v->theme, ROLE_BORDER), "│");
    draw_gutters(v, screen);
    struct region panes = region_part(screen, p->top, 0, p->rows, screen.columns);
    if (panes.rows > 0 && panes.columns > 0)
        modes_draw(v, panes);
}

static void draw_title(const struct viewer *v, struct region screen)
{
    struct buffer title = {0};
    size_t index = 0;
    while (index < v->filings.count && v->filings.at[index] != v->at->filing)
        index++;
    if (v->filings.count > 1)
        buffer_addf(&title, "%zu/%zu  ", index + 1, v->filings.count);
    struct buffer name = {0};
    filing_title(v->at->filing, &name);
    if (submission_is_cut(v->at->filing->submission))
        buffer_add_text(&title, "CUT SHORT · ");
    buffer_add(&title, buffer_slice(&name));
    status_bar_title(region_part(screen, 0, 0, 1, v->columns), &v->theme, buffer_slice(&title));
    buffer_deinit(&name);
    buffer_deinit(&title);
}

void viewer_draw(struct viewer *v, struct canvas *canvas)
{
    if (canvas->rows != v->rows || canvas->columns != v->columns)
        canvas_resize(canvas, v->rows, v->columns);
    else
        canvas_clear(canvas);
    canvas->ascii = v->ascii || settings_is(&v->settings, OPTION_ASCII);
    /* What reads the screen aloud or in braille follows the cursor: it is always in sight, where
     * something is typed, selected or found, else at the beginning of the text. */
    canvas->cursor_visible = true;
    struct region screen = canvas_region(canvas, 0, 0, v->rows, v->columns);
    if (v->rows < 1 || v->columns < 1)
        return;
    if (v->plan.title)
        draw_title(v, screen);
    draw_panes(v, screen);
    if (v->prompt.open) {
        struct region line = region_part(screen, v->rows - 1, 0, 1, v->columns);
        prompt_draw(&v->prompt, line, &v->theme);
        draw_way_out(v, line);
    } else if (v->plan.status || v->message.len) {
        draw_status(v, screen);
    }
    canvas_ground(canvas, theme_find(&v->theme, ROLE_TEXT));
}
