/* SPDX-License-Identifier: MIT */
/* The top and the bottom line. */
#include "ui/status_bar.h"

#include "base/width.h"

#include <string.h>

#define STEP " › " /* between the parts of a path */

enum {
    GAP = 2,        /* columns between the parts */
    PATH_LEAST = 12 /* columns below which the path is no use */
};

static void part(struct buffer *out, const char *before, struct slice text)
{
    if (text.len == 0)
        return;
    if (out->len)
        buffer_add_text(out, " · ");
    buffer_add_text(out, before);
    buffer_add(out, text);
}

void status_bar_title(struct region r, const struct theme *theme, const struct submission *s,
                      struct slice form)
{
    struct style style = theme_find(theme, ROLE_TITLE_BAR);
    region_clear(r, style);
    if (r.rows < 1 || r.columns < 1)
        return;
    const struct party *parties;
    size_t count = submission_parties(s, &parties);
    const char *name = submission_name(s);
    const char *slash = strrchr(name, '/');
    struct buffer text;
    buffer_init(&text);
    part(&text, "", count ? parties[0].name : slice_of(slash ? slash + 1 : name));
    if (count > 1)
        buffer_addf(&text, " and %zu more", count - 1);
    part(&text, "", form);
    part(&text, "period ", submission_period(s));
    part(&text, "filed ", submission_filed(s));
    /* Our own name gives way to what the filing is. */
    int room = r.columns - 1;
    if (room - 8 >= (int)width_of_text(buffer_slice(&text))) {
        region_print(r, 0, r.columns - 6, style, "folio");
        room -= 8;
    }
    region_write_cut(r, 0, 1, room > 0 ? room : 0, style, buffer_slice(&text));
    buffer_deinit(&text);
}

static int columns_of(struct slice text)
{
    return text.len ? (int)width_of_text(text) + GAP : 0;
}

/* Writes a part at the right end of what is left; returns what is left then. */
static int from_right(struct region r, int end, struct style style, struct slice text)
{
    if (text.len == 0)
        return end;
    int columns = (int)width_of_text(text);
    region_write(r, 0, end - columns, style, text);
    return end - columns - GAP;
}

/* Of a path that is too long the document and the innermost parts stay, as many as there is room
 * for: "10-K › … › Note 12". */
static void draw_path(struct region r, int room, struct style style, struct slice path)
{
    struct buffer text = {0};
    struct slice step = SLICE(STEP);
    size_t first = slice_find(path, step);
    size_t at = first;
    while (at < path.len && (int)width_of_text(path) > room) {
        size_t next = at + step.len + slice_find(slice_cut(path, at + step.len, path.len), step);
        if (next >= path.len)
            break;
        at = next;
        buffer_clear(&text);
        buffer_add(&text, slice_cut(path, 0, first));
        buffer_add_text(&text, STEP "…");
        buffer_add(&text, slice_cut(path, at, path.len));
        if ((int)width_of_text(buffer_slice(&text)) <= room)
            break;
    }
    region_write_cut(r, 0, 1, room, style, text.len ? buffer_slice(&text) : path);
    buffer_deinit(&text);
}

void status_bar_draw(struct region r, const struct theme *theme, const struct status *status)
{
    struct style style = theme_find(theme, ROLE_STATUS_BAR);
    region_clear(r, style);
    if (r.rows < 1 || r.columns < 1)
        return;
    int end = r.columns - 1;
    if (columns_of(status->keys) <= r.columns)
        end = from_right(r, end, theme_find(theme, ROLE_STATUS_KEY), status->keys);
    if (status->message.len) {
        region_write_cut(r, 0, 1, end > 1 ? end - 1 : 0, theme_find(theme, status->message_role),
                         status->message);
        return;
    }
    if (columns_of(status->search) <= end)
        end = from_right(r, end, style, status->search);
    struct slice page = status->page;
    if (columns_of(page) + columns_of(status->place) + PATH_LEAST > end)
        page = status->brief;
    if (columns_of(status->place) <= end)
        end = from_right(r, end, style, status->place);
    if (columns_of(page) <= end)
        end = from_right(r, end, style, page);
    if (end > 2)
        draw_path(r, end - 1, style, status->path);
}
