/* SPDX-License-Identifier: MIT */
/* One or two windows beside the tree, and the filings that they show. */
#include "ui/windows.h"

#include "base/width.h"
#include "ui/links/linking.h"
#include "ui/lists/filing_list.h"
#include "ui/modes.h"
#include "ui/text_pane.h"
#include "ui/viewer_state.h"

#include <stdlib.h>
#include <string.h>

enum {
    LEAST_ROWS = 2, /* of a window: its name and a line of text */
    LEAST_COLUMNS = 20,
    MOST_MODES = 16 /* that can stand over one another, and more */
};

/* ---- which windows there are */

static size_t shown_count(const struct viewer *v)
{
    return v->shown[1] ? 2 : 1;
}

size_t windows_filing(const struct viewer *v, const struct filing *f)
{
    size_t i = 0;
    while (i < v->filings.count && v->filings.at[i] != f)
        i++;
    return i;
}

bool windows_show_filing(const struct viewer *v, const struct filing *f)
{
    for (size_t i = 0; i < shown_count(v); i++)
        if (v->shown[i]->filing == f)
            return true;
    return false;
}

/* A window that is no longer shown: kept when it is the last of its filing. */
static void put_aside(struct viewer *v, struct window *w)
{
    if (windows_show_filing(v, w->filing) || w->filing->aside)
        window_free(w);
    else
        w->filing->aside = w;
}

static struct place beginning_of(const struct filing *f)
{
    const struct document *first = submission_document(f->submission, 0);
    return (struct place){0, first ? first->text_offset : 0};
}

/* The window that the filing was left in, else one at its place of old, else at its beginning. */
static struct window *take_window(struct viewer *v, struct filing *f)
{
    struct session_place left;
    struct window *w = f->aside;
    f->aside = NULL;
    if (w)
        return w;
    struct place place = beginning_of(f);
    if (v->session && f->key.len && session_get(v->session, buffer_slice(&f->key), &left))
        place = (struct place){left.document, left.offset};
    if (place.document >= submission_documents(f->submission))
        submission_scan(f->submission, place.offset);
    w = window_new(f, &v->settings);
    text_pane_go(w->text, place);
    return w;
}

/* What was begun in a window does not go on in another: no mode, list, link or question is kept. */
static void let_go(struct viewer *v)
{
    v->waiting.need = NEED_NOTHING;
    v->asking.run = NULL;
    prompt_close(&v->prompt, false);
    chooser_close(v->chooser);
    for (int i = 0; i < MOST_MODES && modes_top(v); i++)
        modes_top(v)->leave(v);
    linking_forget(v);
}

void windows_show(struct viewer *v, size_t filing)
{
    if (filing >= v->filings.count || v->at->filing == v->filings.at[filing])
        return;
    size_t slot = v->at == v->shown[0] ? 0 : 1;
    struct window *old = v->at;
    let_go(v);
    v->shown[slot] = v->at = take_window(v, v->filings.at[filing]);
    put_aside(v, old);
    viewer_arrange(v);
    struct buffer title = {0};
    filing_title(v->at->filing, &title);
    viewer_say(v, ROLE_MESSAGE, "filing %zu of %zu: %s", filing + 1, v->filings.count,
               buffer_text(&title));
    buffer_deinit(&title);
}

/* A filing that is open already is not opened twice. */
size_t windows_add(struct viewer *v, struct filing *f)
{
    for (size_t i = 0; i < v->filings.count; i++)
        if (slice_equal(buffer_slice(&v->filings.at[i]->key), buffer_slice(&f->key))) {
            filing_free(f);
            return i;
        }
    array_push(&v->filings, f);
    return v->filings.count - 1;
}

/* The index of the filing of that path, opened if it is not open yet; SIZE_MAX when it cannot be,
 * which is said, or when there are several to choose from. */
static size_t open_filing(struct viewer *v, const char *path)
{
    struct error e = {0};
    struct roll *archive = NULL;
    struct filing *f = filing_open(path, &archive, &e);
    if (f)
        return windows_add(v, f);
    if (archive)
        filing_list_add(v, archive);
    else
        viewer_say(v, ROLE_ERROR, "%s: %s", path, e.message);
    return SIZE_MAX;
}

bool windows_open(struct viewer *v, const char *path)
{
    size_t filing = open_filing(v, path);
    if (filing != SIZE_MAX)
        windows_show(v, filing);
    return filing != SIZE_MAX;
}

void windows_focus(struct viewer *v, size_t index)
{
    if (index >= shown_count(v) || v->at == v->shown[index])
        return;
    let_go(v);
    v->at = v->shown[index];
    viewer_arrange(v);
}

void windows_split(struct viewer *v, enum action_id how)
{
    struct window *w = window_new(v->at->filing, &v->settings);
    text_pane_go(w->text, text_pane_place(v->at->text));
    let_go(v);
    v->beside = how == ACTION_SPLIT_BESIDE;
    v->shown[1] = v->at = w;
    v->focus_tree = false;
    viewer_arrange(v);
}

/* ---- where they stand */

/* The place of a shown window in the panes' part, its name included. */
static struct region part_of(const struct viewer *v, size_t index, struct region texts)
{
    if (shown_count(v) == 1)
        return texts;
    if (v->beside) {
        int left = (texts.columns - 1) / 2;
        return index == 0 ? region_part(texts, 0, 0, texts.rows, left)
                          : region_part(texts, 0, left + 1, texts.rows, texts.columns - left - 1);
    }
    int upper = texts.rows / 2;
    return index == 0 ? region_part(texts, 0, 0, upper, texts.columns)
                      : region_part(texts, upper, 0, texts.rows - upper, texts.columns);
}

/* The part for all texts, of a screen that is only measured. */
static struct region texts_of(const struct viewer *v, struct region screen)
{
    const struct screen_plan *p = &v->plan;
    return region_part(screen, p->top, p->text_column, p->rows, p->text_columns);
}

static struct region whole(const struct viewer *v)
{
    return (struct region){NULL, 0, 0, v->rows, v->columns};
}

/* A window that has no room of its own gives way to the other. */
static bool has_room(const struct viewer *v, struct region texts)
{
    return v->beside ? texts.columns > 2 * LEAST_COLUMNS : texts.rows >= 2 * LEAST_ROWS;
}

static struct region region_of(const struct viewer *v, size_t index, struct region screen)
{
    struct region texts = texts_of(v, screen);
    if (shown_count(v) == 1)
        return texts;
    if (!has_room(v, texts)) {
        bool mine = v->shown[index] == v->at;
        return region_part(texts, 0, 0, mine ? texts.rows : 0, mine ? texts.columns : 0);
    }
    struct region part = part_of(v, index, texts);
    return region_part(part, 1, 0, part.rows - 1, part.columns);
}

void windows_arrange(struct viewer *v)
{
    for (size_t i = 0; i < shown_count(v); i++) {
        struct window *w = v->shown[i];
        struct region r = region_of(v, i, whole(v));
        struct pane text = text_pane_pane(w->text);
        w->rows = r.rows;
        w->columns = r.columns;
        /* A pane that is out of sight keeps the lines it would have alone. */
        text.ops->resize(text.self, r.rows > 0 ? r.rows : v->plan.rows,
                         r.columns > 0 ? r.columns : v->columns);
    }
}

size_t windows_at(const struct viewer *v, int row, int column)
{
    for (size_t i = 0; i < shown_count(v); i++) {
        struct region r = region_of(v, i, whole(v));
        if (row >= r.top && row < r.top + r.rows && column >= r.left && column < r.left + r.columns)
            return i;
    }
    return SIZE_MAX;
}

void windows_corner(const struct viewer *v, size_t index, int *row, int *column)
{
    struct region r = region_of(v, index, whole(v));
    *row = r.top;
    *column = r.left;
}

/* "10-K › Item 8 · page 45 of 112", before it the company when two filings are shown. */
static void draw_name(const struct viewer *v, const struct window *w, struct region row)
{
    struct style style = theme_find(&v->theme, w == v->at ? ROLE_STATUS_BAR : ROLE_BORDER);
    struct buffer text = {0}, brief = {0}, page = {0};
    if (v->shown[0]->filing != v->shown[1]->filing) {
        filing_title(w->filing, &text);
        buffer_add_text(&text, " · ");
    }
    window_path(w, &text);
    window_page(w, &page, &brief);
    region_fill(row, 0, 0, row.columns, style, w == v->at ? ' ' : 0x2500);
    int room = row.columns - 2 - (page.len ? (int)width_of_text(buffer_slice(&page)) + 3 : 0);
    region_write_cut(row, 0, 1, room > 8 ? room : row.columns - 2, style, buffer_slice(&text));
    if (room > 8 && page.len)
        region_write(row, 0, row.columns - 1 - (int)width_of_text(buffer_slice(&page)), style,
                     buffer_slice(&page));
    buffer_deinit(&text);
    buffer_deinit(&brief);
    buffer_deinit(&page);
}

void windows_draw(struct viewer *v, struct region screen)
{
    struct region texts = texts_of(v, screen);
    bool two = shown_count(v) == 2 && has_room(v, texts);
    for (size_t i = 0; i < shown_count(v); i++) {
        struct window *w = v->shown[i];
        struct region r = region_of(v, i, screen);
        struct pane text = text_pane_pane(w->text);
        struct look look = {&v->theme, w == v->at && !v->focus_tree};
        if (r.rows > 0 && r.columns > 0)
            text.ops->draw(text.self, r, &look);
        if (two)
            draw_name(v, w, region_part(part_of(v, i, texts), 0, 0, 1, screen.columns));
    }
    if (!two || !v->beside)
        return;
    struct region left = part_of(v, 0, texts);
    for (int row = 0; row < texts.rows; row++)
        region_print(texts, row, left.columns, theme_find(&v->theme, ROLE_BORDER), "│");
}

/* ---- the actions */

/* The filing that the argument names: SIZE_MAX when it cannot be opened, and that of the window
 * with the keys when none is named. */
static size_t named_filing(struct viewer *v, struct slice argument)
{
    char *path = slice_copy(slice_trim(argument));
    size_t filing = *path ? open_filing(v, path) : windows_filing(v, v->at->filing);
    free(path);
    return filing;
}

void windows_run_split(struct viewer *v, const struct order *order)
{
    bool beside = order->action == ACTION_SPLIT_BESIDE;
    struct region texts = texts_of(v, whole(v));
    size_t filing = named_filing(v, order->argument);
    if (filing == SIZE_MAX)
        return;
    if (v->shown[1] && v->beside != beside) {
        v->beside = beside; /* the same two, the other way round */
        viewer_arrange(v);
    } else if (v->shown[1]) {
        viewer_say(v, ROLE_MESSAGE, "there are two windows already");
        return;
    } else if (beside ? texts.columns <= 2 * LEAST_COLUMNS : texts.rows < 2 * LEAST_ROWS) {
        viewer_say(v, ROLE_MESSAGE, "the screen is too small for two windows");
        return;
    } else {
        windows_split(v, order->action);
    }
    windows_show(v, filing);
}

void windows_run_other(struct viewer *v, const struct order *order)
{
    (void)order;
    if (v->shown[1])
        windows_focus(v, v->at == v->shown[0] ? 1 : 0);
    else
        viewer_say(v, ROLE_MESSAGE, "there is one window only");
    v->focus_tree = false;
    viewer_arrange(v);
}

void windows_run_close(struct viewer *v, const struct order *order)
{
    (void)order;
    if (!v->shown[1]) {
        viewer_say(v, ROLE_MESSAGE, "there is one window only");
        return;
    }
    struct window *old = v->at;
    let_go(v);
    v->at = v->shown[old == v->shown[0] ? 1 : 0];
    v->shown[0] = v->at;
    v->shown[1] = NULL;
    put_aside(v, old);
    v->focus_tree = false;
    viewer_arrange(v);
}

void windows_run_open(struct viewer *v, const struct order *order)
{
    if (slice_trim(order->argument).len == 0) {
        viewer_say(v, ROLE_ERROR, "which file? a path is needed");
        return;
    }
    size_t filing = named_filing(v, order->argument);
    if (filing != SIZE_MAX)
        windows_show(v, filing);
}

void windows_run_next(struct viewer *v, const struct order *order)
{
    size_t count = v->filings.count;
    size_t now = windows_filing(v, v->at->filing);
    size_t steps = order_steps(order) % (count ? count : 1);
    if (count < 2) {
        viewer_say(v, ROLE_MESSAGE, "one filing is open; open-file opens another");
        return;
    }
    windows_show(v,
                 (order->action == ACTION_NEXT_FILE ? now + steps : now + count - steps) % count);
}
