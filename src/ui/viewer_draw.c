/* SPDX-License-Identifier: MIT */
/* Drawing the viewer: bars, panes, prompt and message, each in its place. */
#include "ui/viewer.h"

#include "base/width.h"
#include "model/content.h"
#include "ui/searching.h"
#include "ui/status_bar.h"
#include "ui/viewer_state.h"

enum {
    MESSAGE_ROWS = 3 /* rows that a long message may take above the keys */
};

/* "10-K › Part II › Item 7A". */
static void write_path(const struct viewer *v, struct buffer *out)
{
    struct place place = text_pane_place(v->text);
    struct outline *o = shelf_outline(v->shelf, place.document);
    const struct node *nodes;
    size_t count = shelf_nodes(v->shelf, place.document, &nodes);
    size_t chain[16];
    size_t length = 0;
    if (submission_documents(v->submission) == 0)
        return;
    buffer_add(out, tree_pane_document_name(v->shelf, place.document));
    for (size_t node = viewer_node(v); o && node < count && length < 16;
         node = outline_parent(o, node))
        chain[length++] = node;
    while (length-- > 0) {
        buffer_add_text(out, " › ");
        buffer_add(out, tree_pane_name(&nodes[chain[length]]));
    }
}

static void write_page(const struct viewer *v, struct buffer *full, struct buffer *brief)
{
    struct content *c = text_pane_content(v->text);
    bool all = false;
    size_t pages = c ? content_pages(c, &all) : 0;
    if (pages == 0)
        return;
    size_t page = text_pane_page(v->text);
    struct slice label = content_page_other_label(c, page);
    buffer_addf(full, "page %zu", page + 1);
    if (label.len)
        buffer_addf(full, " (%.*s)", (int)(label.len < 12 ? label.len : 12), label.at);
    buffer_addf(brief, "%zu/", page + 1);
    if (all) {
        buffer_addf(full, " of %zu", pages);
        buffer_addf(brief, "%zu", pages);
    } else {
        buffer_add_text(full, " of …");
        buffer_add_text(brief, "…");
    }
}

/* A mark on the text counts the columns of a table; this, the letters of the lines. */
static void write_place(const struct viewer *v, struct buffer *out)
{
    buffer_addf(out, "%d%%", text_pane_percent(v->text));
    if (text_pane_hidden(v->text))
        buffer_addf(out, " +%zu chars", text_pane_hidden(v->text));
    else if (text_pane_left(v->text))
        buffer_addf(out, " from char %zu", text_pane_left(v->text) + 1);
}

static void write_key(const struct viewer *v, enum action_id action, const char *what,
                      struct buffer *out)
{
    struct buffer key;
    buffer_init(&key);
    if (keymap_keys_of(v->config->keymap, CONTEXT_TEXT, action, 1, &key)) {
        if (out->len)
            buffer_add_text(out, "  ");
        buffer_addf(out, "%s %s", buffer_text(&key), what);
    }
    buffer_deinit(&key);
}

/* What was typed of a sequence so far, then the way to help and out. */
static void write_keys(const struct viewer *v, struct buffer *out)
{
    bool sheet = sheet_is_open(v->sheet);
    if (v->count > 0)
        buffer_addf(out, "%ld", v->count);
    key_write_sequence(v->pressed, v->pressed_count, out);
    if (!sheet)
        write_key(v, ACTION_HELP, "help", out);
    size_t before = out->len;
    struct buffer closes = {0};
    if (sheet)
        buffer_addf(&closes, "closes %s", sheet_name(v->sheet));
    write_key(v, ACTION_CLOSE, sheet ? buffer_text(&closes) : "quit", out);
    buffer_deinit(&closes);
    if (out->len == before)
        write_key(v, ACTION_QUIT, "quit", out);
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
    struct style style = theme_find(&v->config->theme, v->message_role);
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
    write_path(v, &parts[0]);
    write_page(v, &parts[1], &parts[2]);
    write_place(v, &parts[3]);
    searching_status(v, &parts[4]);
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
    status_bar_draw(line, &v->config->theme, &status);
    for (size_t i = 0; i < 6; i++)
        buffer_deinit(&parts[i]);
}

static void draw_pane(const struct viewer *v, struct pane pane, struct region r, bool focused)
{
    struct look look = {&v->config->theme, focused};
    if (r.rows > 0 && r.columns > 0)
        pane.ops->draw(pane.self, r, &look);
}

static void draw_panes(struct viewer *v, struct region screen)
{
    const struct screen_plan *p = &v->plan;
    if (sheet_is_open(v->sheet)) {
        draw_pane(v, sheet_pane(v->sheet), region_part(screen, p->top, 0, p->rows, screen.columns),
                  true);
        return;
    }
    draw_pane(v, text_pane_pane(v->text),
              region_part(screen, p->top, p->text_column, p->rows, p->text_columns),
              !v->focus_tree);
    draw_pane(v, tree_pane_pane(v->tree), region_part(screen, p->top, 0, p->rows, p->tree_columns),
              v->focus_tree);
    for (int row = 0; p->border >= 0 && row < p->rows; row++)
        region_print(screen, p->top + row, p->border, theme_find(&v->config->theme, ROLE_BORDER),
                     "│");
}

/* The form that the header says; without a header, what the first document turned out to be. */
static struct slice form_of(const struct viewer *v)
{
    struct outline *o = shelf_outline(v->shelf, 0);
    struct slice form = submission_form(v->submission);
    return !form.len && o ? outline_form(o) : form;
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
        status_bar_title(region_part(screen, 0, 0, 1, v->columns), &v->config->theme, v->submission,
                         form_of(v));
    draw_panes(v, screen);
    if (v->prompt.open)
        prompt_draw(&v->prompt, region_part(screen, v->rows - 1, 0, 1, v->columns),
                    &v->config->theme);
    else if (v->plan.status || v->message.len)
        draw_status(v, screen);
}
