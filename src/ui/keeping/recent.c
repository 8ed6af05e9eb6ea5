/* SPDX-License-Identifier: MIT */
/* The list of filings read of late. */
#include "ui/keeping/recent.h"

#include "base/clean.h"
#include "base/utf8.h"
#include "base/width.h"
#include "ui/keeping/recall_state.h"
#include "ui/path_names.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    WIDE = 100,     /* columns from which there is room for when */
    PATH_SHARE = 4, /* of the columns: one in so many is for the path */
    LEAST_PATH = 16
};

/* Today the time, else the day. */
static void add_when(long long when, struct buffer *out)
{
    char text[32];
    struct tm then, today;
    time_t seconds = (time_t)(when / 1000), now = time(NULL);
    if (!localtime_r(&seconds, &then) || !localtime_r(&now, &today))
        return;
    bool same = then.tm_year == today.tm_year && then.tm_yday == today.tm_yday;
    if (strftime(text, sizeof text, same ? "today %H:%M" : "%Y-%m-%d", &then) > 0)
        buffer_add_text(out, text);
}

/* The path with "~" for the home folder, its front left out when it is long. */
static void add_path(struct slice path, size_t columns, struct buffer *out)
{
    struct buffer clean = {0};
    path_shown(path, &clean);
    struct slice shown = buffer_slice(&clean);
    size_t room = columns / PATH_SHARE > LEAST_PATH ? columns / PATH_SHARE : LEAST_PATH;
    bool cut = width_of_text(shown) > room;
    while (width_of_text(shown) > room)
        shown = slice_cut(shown, utf8_length(shown), shown.len);
    buffer_add_text(out, cut ? "…" : "");
    buffer_add(out, shown);
    buffer_deinit(&clean);
}

static bool is_there(struct slice path)
{
    char *text = slice_copy(path);
    bool there = access(text, R_OK) == 0;
    /* "ARCHIVE//MEMBER": the archive is there. */
    for (char *at = text; !there && (at = strstr(at, "//")); at++) {
        *at = '\0';
        there = *text && access(text, R_OK) == 0;
        *at = '/';
    }
    free(text);
    return there;
}

static void add_row(struct viewer *v, const struct session_recent *recent, size_t tag)
{
    struct buffer text = {0}, detail = {0};
    if (recent->title.len > 0)
        buffer_add(&text, recent->title);
    else
        clean_text(&text, recent->key);
    if (recent->where.len > 0) {
        buffer_add_text(&text, " · ");
        buffer_add(&text, recent->where);
    }
    if (v->columns >= WIDE) {
        add_when(recent->when, &detail);
        buffer_add_text(&detail, " · ");
    }
    if (recent->path.len == 0)
        buffer_add_text(&detail, "from a pipe");
    else if (!is_there(recent->path))
        buffer_add_text(&detail, "gone: ");
    add_path(recent->path, (size_t)v->columns, &detail);
    chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&text),
                                                  .detail = buffer_slice(&detail),
                                                  .tag = tag});
    buffer_deinit(&text);
    buffer_deinit(&detail);
}

/* ---- choosing */

bool recent_is_nothing(const struct filing *f)
{
    return f->key.len == 0 && strcmp(submission_name(f->submission), RECENT_NOTHING) == 0;
}

void recent_tidy(struct viewer *v)
{
    if (v->filings.count < 2 || !recent_is_nothing(v->filings.at[0]))
        return;
    for (size_t i = 0; i < VIEWER_WINDOWS && v->shown[i]; i++)
        if (v->shown[i]->filing == v->filings.at[0])
            return;
    filing_free(v->filings.at[0]);
    v->filings.count--;
    memmove(&v->filings.at[0], &v->filings.at[1], v->filings.count * sizeof(*v->filings.at));
}

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    const struct recalling *r = recall_of(v);
    bool nothing = recent_is_nothing(v->at->filing);
    if (tag >= r->rows.count)
        return;
    if (*r->rows.at[tag].path == '\0')
        viewer_say(v, ROLE_MESSAGE, "this one came from a pipe: there is no path to it");
    else if (windows_open(v, r->rows.at[tag].path) && nothing)
        buffer_clear(&v->message);
    /* Where there is nothing else to read the list stays. */
    if (recent_is_nothing(v->at->filing))
        recent_list(v, &(struct order){.action = ACTION_RECENT});
}

static bool forget(void *self, size_t tag)
{
    struct viewer *v = self;
    const struct recalling *r = recall_of(v);
    struct error e = {0};
    if (tag >= r->rows.count)
        return false;
    if (session_forget(v->session, slice_of(r->rows.at[tag].key), &e)) {
        viewer_say(v, ROLE_MESSAGE, "forgotten: its place and what was read; notes stay");
        return true;
    }
    viewer_say(v, ROLE_ERROR, "%s", e.message);
    return false;
}

void recent_list(struct viewer *v, const struct order *order)
{
    static const struct chooser_ops ops = {.choose = choose, .remove = forget};
    struct recalling *r = recall_of(v);
    const struct session_recent *list;
    size_t count = session_recents(v->session, &list);
    (void)order;
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the filings read of late",
                                                     .empty = v->session ? "no filing was read yet"
                                                                         : "nothing is remembered: "
                                                                           "--no-state",
                                                     .ops = &ops,
                                                     .self = v});
    recall_clear_rows(r);
    for (size_t i = 0; i < count; i++) {
        add_row(v, &list[i], i);
        array_push(&r->rows,
                   ((struct recent_row){slice_copy(list[i].key), slice_copy(list[i].path)}));
    }
    viewer_arrange(v);
}
