/* SPDX-License-Identifier: MIT */
/* The list of filings that are open, or could be. */
#include "ui/lists/filing_list.h"

#include "base/memory.h"
#include "ui/keeping/recall.h"
#include "ui/keeping/recent.h"
#include "ui/lists/archive_rows.h"
#include "ui/modes.h"
#include "ui/path_names.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

#include <stdlib.h>
#include <string.h>

/* Tags: below it, open filings; from it on, rows of archives, through all of them. */
enum {
    MEMBERS = 1 << 20,
    ROWS_OF_WORK = 500 /* put into the list between two looks at the keys */
};

struct listed {
    struct archive_rows *archive;
    size_t title; /* of the rows in the chooser; SIZE_MAX: not there yet */
    size_t shown; /* rows that are in the chooser */
};

struct filing_listing {
    ARRAY(struct listed) archives;
    size_t chosen;        /* tag of the row that was chosen last; SIZE_MAX: none was */
    struct roll *reading; /* the archive that it is unpacked from; NULL: nothing is */
    size_t open;          /* rows of open filings in the list */
    bool expects;         /* the list says that more rows come */
};

/* ---- rows */

static void add_title(struct viewer *v, struct slice text, struct slice detail)
{
    chooser_add(v->chooser, &(struct chooser_row){.text = text, .detail = detail, .title = true});
}

static size_t add_open(struct viewer *v, bool titled)
{
    size_t count = 0;
    for (size_t i = 0; i < v->filings.count; i++) {
        struct buffer title = {0}, name = {0};
        struct filing *f = v->filings.at[i];
        if (titled && recent_is_nothing(f))
            continue;
        if (titled && count == 0)
            add_title(v, SLICE("open"), SLICE(""));
        filing_title(f, &title);
        path_shown(slice_of(submission_name(f->submission)), &name);
        chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&title),
                                                      .detail = buffer_slice(&name),
                                                      .level = titled,
                                                      .tag = i});
        buffer_deinit(&title);
        buffer_deinit(&name);
        count++;
    }
    return count;
}

/* "5,000 filings"; "120 filings so far". */
static void tell_count(struct viewer *v, const struct listed *l)
{
    struct buffer detail = {0};
    archive_rows_tell(l->archive, &detail);
    chooser_retell(v->chooser, l->title, buffer_slice(&detail));
    buffer_deinit(&detail);
}

/* The rows that the list lacks, some at a time. True when there were any. */
static bool show_rows(struct viewer *v, struct listed *l, size_t tag)
{
    struct buffer name = {0};
    size_t before = l->shown;
    if (l->title == SIZE_MAX) {
        l->title = chooser_added(v->chooser);
        path_shown(slice_of(roll_name(archive_rows_roll(l->archive))), &name);
        add_title(v, buffer_slice(&name), SLICE(""));
        buffer_deinit(&name);
    }
    for (struct archive_row row; l->shown < before + ROWS_OF_WORK &&
                                 archive_rows_get(l->archive, l->shown, v->columns, &row);
         l->shown++) {
        chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&row.text),
                                                      .detail = buffer_slice(&row.detail),
                                                      .also = buffer_slice(&row.name),
                                                      .level = 1,
                                                      .tag = tag + l->shown});
        buffer_deinit(&row.text);
        buffer_deinit(&row.detail);
        buffer_deinit(&row.name);
        if (tag + l->shown == v->modes.filings->chosen)
            chooser_select(v->chooser, tag + l->shown);
    }
    tell_count(v, l);
    return l->shown > before;
}

/* ---- choosing */

/* The archive of a tag, and which of its members it is. */
static struct archive_rows *member_of(const struct filing_listing *l, size_t tag, size_t *member)
{
    size_t first = MEMBERS;
    for (size_t i = 0; i < l->archives.count; i++) {
        size_t count = archive_rows_count(l->archives.at[i].archive);
        *member = tag - first;
        if (*member < count)
            return l->archives.at[i].archive;
        first += ARCHIVE_ROWS_MOST;
    }
    return NULL;
}

/* The filing of a row that is open already; SIZE_MAX: it is not. Names do not tell: an archive may
 * have several members of one. */
static size_t find_open(const struct viewer *v, size_t tag)
{
    for (size_t i = 0; i < v->filings.count; i++)
        if (v->filings.at[i]->row == tag)
            return i;
    return SIZE_MAX;
}

static void say_reading(struct viewer *v)
{
    viewer_say(v, ROLE_MESSAGE, "opening it… %d %%, Esc stops",
               roll_percent(v->modes.filings->reading));
}

static void choose_member(struct viewer *v, size_t tag)
{
    struct filing_listing *l = v->modes.filings;
    size_t member;
    struct archive_rows *archive = l ? member_of(l, tag, &member) : NULL;
    if (!archive)
        return;
    l->chosen = tag;
    size_t filing = find_open(v, tag);
    if (filing != SIZE_MAX) {
        windows_show(v, filing);
        return;
    }
    if (l->reading)
        roll_drop(l->reading); /* another was chosen before this one was there */
    l->reading = archive_rows_roll(archive);
    roll_take(l->reading, member);
    viewer_wait(v, NEED_MEMBER, 0, filing_list_open, &(struct order){.action = ACTION_FILES});
    say_reading(v);
}

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    if (tag >= MEMBERS) {
        choose_member(v, tag);
        return;
    }
    if (v->modes.filings)
        v->modes.filings->chosen = SIZE_MAX;
    windows_show(v, tag);
}

/* A filing that a window shows stays. */
static bool remove_filing(void *self, size_t tag)
{
    struct viewer *v = self;
    if (tag >= MEMBERS) {
        viewer_say(v, ROLE_MESSAGE, "this is in the archive: it stays in the list");
        return false;
    }
    if (tag >= v->filings.count || windows_show_filing(v, v->filings.at[tag])) {
        viewer_say(v, ROLE_MESSAGE, "this filing is being read: it stays open");
        return false;
    }
    recall_keep(v);
    recall_drop(v, v->filings.at[tag]);
    filing_free(v->filings.at[tag]);
    v->filings.count--;
    memmove(&v->filings.at[tag], &v->filings.at[tag + 1],
            (v->filings.count - tag) * sizeof(*v->filings.at));
    filing_list_open(v, &(struct order){.action = ACTION_FILES});
    return false; /* the rows are new already */
}

/* ---- the list */

static const struct chooser_ops ops = {.choose = choose, .remove = remove_filing};

static bool is_shown(const struct viewer *v)
{
    return chooser_shows(v->chooser, &ops);
}

void filing_list_open(struct viewer *v, const struct order *order)
{
    struct filing_listing *l = v->modes.filings;
    bool titled = l && l->archives.count > 0;
    (void)order;
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the filings",
                                                     .empty = titled ? "no filing is there"
                                                                     : "no filing is open",
                                                     .ops = &ops,
                                                     .self = v});
    size_t open = add_open(v, titled);
    if (titled)
        l->open = open;
    for (size_t i = 0; titled && i < l->archives.count; i++) {
        l->archives.at[i].title = SIZE_MAX;
        l->archives.at[i].shown = 0;
    }
    if (!titled || l->chosen == SIZE_MAX)
        chooser_select(v->chooser, windows_filing(v, v->at->filing));
    (void)filing_list_wait(v);
    viewer_arrange(v);
}

void filing_list_add(struct viewer *v, struct roll *archive)
{
    if (!v->modes.filings) {
        v->modes.filings = memory_alloc(sizeof *v->modes.filings);
        v->modes.filings->chosen = SIZE_MAX;
    }
    array_push(&v->modes.filings->archives,
               ((struct listed){.archive = archive_rows_new(archive), .title = SIZE_MAX}));
    filing_list_open(v, &(struct order){.action = ACTION_FILES});
}

/* An archive of one filing is that filing. */
static void open_only(struct viewer *v)
{
    struct filing_listing *l = v->modes.filings;
    if (l->archives.count == 1 && l->open == 0 && l->chosen == SIZE_MAX &&
        archive_rows_count(l->archives.at[0].archive) == 1) {
        chooser_close(v->chooser);
        choose_member(v, MEMBERS);
    }
}

/* The next rows of the list; false when all are there. */
static bool list_on(struct viewer *v)
{
    struct filing_listing *l = v->modes.filings;
    for (size_t i = 0; i < l->archives.count; i++) {
        struct listed *at = &l->archives.at[i];
        bool more = archive_rows_work(at->archive);
        if (show_rows(v, at, MEMBERS + i * ARCHIVE_ROWS_MOST) || more) {
            chooser_expect(v->chooser, true);
            l->expects = true;
            return true;
        }
    }
    chooser_expect(v->chooser, false);
    open_only(v);
    bool ended = l->expects;
    l->expects = false;
    return ended;
}

/* ---- reading one */

/* The list comes back, with the row that was chosen. */
static void say_unread(struct viewer *v, const struct error *e)
{
    v->waiting.need = NEED_NOTHING;
    filing_list_open(v, &(struct order){.action = ACTION_FILES});
    viewer_say(v, ROLE_ERROR, "this one %s", e->message);
}

static void show_read(struct viewer *v, struct input *input)
{
    struct error e = {0};
    struct filing *f = filing_of(input, &e);
    bool first = recent_is_nothing(v->at->filing);
    if (f) {
        f->row = v->modes.filings->chosen;
        windows_show(v, windows_add(v, f));
        if (first) /* of those that are open */
            buffer_clear(&v->message);
        v->waiting.need = NEED_NOTHING;
        return;
    }
    say_unread(v, &e);
}

/* A slice of unpacking what was chosen. */
static bool read_on(struct viewer *v)
{
    struct filing_listing *l = v->modes.filings;
    struct error e = {0};
    struct input *input;
    if (v->waiting.need != NEED_MEMBER) { /* Esc, or something else was asked for */
        roll_drop(l->reading);
        l->reading = NULL;
        if (!modes_top(v) && recent_is_nothing(v->at->filing))
            filing_list_open(v, &(struct order){.action = ACTION_FILES});
        return true;
    }
    switch (roll_read(l->reading, &input, &e)) {
    case ROLL_MORE:
        say_reading(v);
        return true;
    case ROLL_FOUND:
        l->reading = NULL;
        show_read(v, input);
        return true;
    default:
        l->reading = NULL;
        say_unread(v, &e);
        return true;
    }
}

bool filing_list_wait(struct viewer *v)
{
    struct filing_listing *l = v->modes.filings;
    if (l && l->reading)
        return read_on(v);
    return l && is_shown(v) && list_on(v);
}

/* What is not looked at is gone through when nothing else is to be done. */
static bool work(struct viewer *v)
{
    struct filing_listing *l = v->modes.filings;
    for (size_t i = 0; l && i < l->archives.count; i++)
        if (archive_rows_work(l->archives.at[i].archive))
            return true;
    return false;
}

static void forget(struct viewer *v)
{
    struct filing_listing *l = v->modes.filings;
    for (size_t i = 0; l && i < l->archives.count; i++)
        archive_rows_free(l->archives.at[i].archive);
    if (l)
        array_deinit(&l->archives);
    free(l);
    v->modes.filings = NULL;
}

const struct mode *filing_list_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_LIST, .work = work, .free = forget};
    return &mode;
}
