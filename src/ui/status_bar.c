/* SPDX-License-Identifier: MIT */
/* The top and the bottom line. */
#include "ui/status_bar.h"

#include "base/width.h"

#include <string.h>

#define STEP " › " /* between the parts of a path */

enum {
    GAP = 2,         /* columns between the parts */
    PATH_LEAST = 12, /* columns below which the path is no use */
    LAST_LEAST = 10, /* and its last part */
    PATH_HEAD = 3,   /* parts: the document, the Part, the Item */
    PATH_PARTS = 17
};

void status_bar_title(struct region r, const struct theme *theme, struct slice title)
{
    struct style style = theme_find(theme, ROLE_TITLE_BAR);
    region_clear(r, style);
    if (r.rows < 1 || r.columns < 1)
        return;
    /* Our own name gives way to what the filing is. */
    int room = r.columns - 1;
    if (room - 8 >= (int)width_of_text(title)) {
        region_print(r, 0, r.columns - 6, style, "folio");
        room -= 8;
    }
    region_write_cut(r, 0, 1, room > 0 ? room : 0, style, title);
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

/* Takes a path apart; what is too deep stays in the last part. */
static size_t take_apart(struct slice path, struct slice parts[PATH_PARTS])
{
    size_t count = 0;
    while (path.len > 0) {
        size_t end = slice_find(path, SLICE(STEP));
        if (count + 1 == PATH_PARTS)
            end = path.len;
        parts[count++] = slice_cut(path, 0, end);
        path = slice_cut(path, end + sizeof STEP - 1, path.len);
    }
    return count;
}

/* The first and the last parts of a path, as many as are asked for; its columns. */
static int join(const struct slice *parts, size_t count, size_t first, size_t last,
                struct buffer *out)
{
    buffer_clear(out);
    for (size_t i = 0; i < count; i++) {
        if (i >= first && i + last < count) {
            buffer_add_text(out, i == first ? STEP "…" : "");
            continue;
        }
        buffer_add_text(out, i > 0 ? STEP : "");
        buffer_add(out, parts[i]);
    }
    return (int)width_of_text(buffer_slice(out));
}

/* Whether so little of the last part would be seen that it is no use. */
static bool is_cut(int columns, int room, const struct slice *parts, size_t count)
{
    int last = count > 0 ? (int)width_of_text(parts[count - 1]) : 0;
    return columns > room && count > 1 && columns - last + LAST_LEAST > room;
}

/* A path that is too long loses what is between the Item and its last part, then what is before the
 * Item, at last all but the last part: "10-K › Part II › Item 8 › … › Note 5", "Note 5". */
static void draw_path(struct region r, int room, struct style style, struct slice path)
{
    struct slice parts[PATH_PARTS];
    struct buffer text = {0};
    size_t count = take_apart(path, parts);
    size_t first = count > PATH_HEAD ? PATH_HEAD : count > 1 ? count - 1 : 1;
    size_t last = count > first ? count - first : 0;
    int columns = join(parts, count, first, last, &text);
    while (columns > room && last > 1)
        columns = join(parts, count, first, --last, &text);
    if (is_cut(columns, room, parts, count))
        for (last = count - 1; columns > room && last > 0; last--)
            columns = join(parts, count, 1, last, &text);
    if (is_cut(columns, room, parts, count))
        join(&parts[count - 1], 1, 1, 0, &text);
    region_write_cut(r, 0, 1, room, style, buffer_slice(&text));
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
        struct style message = theme_find(theme, status->message_role);
        region_fill(r, 0, 0, end > 0 ? end : 0, message, ' ');
        region_write_cut(r, 0, 1, end > 1 ? end - 1 : 0, message, status->message);
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
