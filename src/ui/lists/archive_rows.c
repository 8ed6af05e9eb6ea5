/* SPDX-License-Identifier: MIT */
/* What an archive holds, as rows. */
#include "ui/lists/archive_rows.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/clean.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/width.h"
#include "model/submission.h"

#include <stdlib.h>
#include <string.h>

enum {
    STEPS = 16,      /* of the roll, in a slice: most are small members */
    NAME_SHARE = 3,  /* of the columns: one in so many is for the name */
    LEAST_NAME = 12, /* columns */
    NARROW = 60,     /* below it there is no room for names */
    KILOBYTE = 1024
};

struct member {
    struct slice name;  /* as the archive has it */
    struct slice title; /* of the filing, as far as it says */
    bool known;         /* the title says whose it is */
    struct slice wrong; /* why it cannot be read; empty: it can */
    size_t size;
};

struct archive_rows {
    struct roll *roll;
    struct arena texts;
    ARRAY(struct member) members;
    bool over;
};

struct archive_rows *archive_rows_new(struct roll *archive)
{
    struct archive_rows *rows = memory_alloc(sizeof *rows);
    rows->roll = archive;
    arena_init(&rows->texts);
    return rows;
}

void archive_rows_free(struct archive_rows *rows)
{
    if (!rows)
        return;
    roll_free(rows->roll);
    array_deinit(&rows->members);
    arena_deinit(&rows->texts);
    free(rows);
}

struct roll *archive_rows_roll(const struct archive_rows *rows)
{
    return rows->roll;
}

size_t archive_rows_count(const struct archive_rows *rows)
{
    return rows->members.count;
}

/* ---- what it is */

static void add_part(struct buffer *out, struct slice text)
{
    if (text.len == 0)
        return;
    if (out->len > 0)
        buffer_add_text(out, " · ");
    clean_text(out, text);
}

/* What its first bytes tell, when they are a header's. */
static bool add_title(struct slice head, struct buffer *out)
{
    struct error e = {0};
    struct input *input = input_from_bytes("", head);
    struct submission *s = submission_open(input, &e);
    if (!s) {
        input_close(input);
        return false;
    }
    const struct party *parties;
    bool known = submission_parties(s, &parties) > 0;
    if (known)
        add_part(out, parties[0].name);
    add_part(out, submission_form(s));
    add_part(out, submission_filed(s));
    submission_free(s);
    return known;
}

static void add(struct archive_rows *rows, const struct roll_member *found)
{
    struct buffer title = {0};
    struct member *m = array_add(&rows->members);
    bool known = !found->wrong && add_title(found->head, &title);
    *m = (struct member){.name = arena_copy(&rows->texts, found->name),
                         .title = arena_copy(&rows->texts, buffer_slice(&title)),
                         .known = known,
                         .size = found->size};
    if (found->wrong)
        m->wrong = arena_copy(&rows->texts, slice_of(found->wrong));
    buffer_deinit(&title);
}

bool archive_rows_work(struct archive_rows *rows)
{
    struct roll_member member;
    for (int i = 0; i < STEPS && !rows->over; i++) {
        switch (roll_list(rows->roll, &member)) {
        case ROLL_FOUND:
            add(rows, &member);
            rows->over = rows->members.count == ARCHIVE_ROWS_MOST;
            break;
        case ROLL_MORE:
            return true;
        default:
            rows->over = true;
        }
    }
    return !rows->over;
}

/* ---- as rows */

static void add_size(size_t size, struct buffer *out)
{
    if (size < KILOBYTE)
        buffer_addf(out, "%zu B", size);
    else if (size < 10 * KILOBYTE * KILOBYTE)
        buffer_addf(out, "%zu KB", (size + KILOBYTE / 2) / KILOBYTE);
    else
        buffer_addf(out, "%zu MB", (size + KILOBYTE * KILOBYTE / 2) / (KILOBYTE * KILOBYTE));
}

/* The name, its front left out when it is long: names of one day begin alike. */
static void add_name(struct slice name, int columns, struct buffer *out)
{
    struct buffer clean = {0};
    clean_text(&clean, slice_cut(name, name.len > KILOBYTE ? name.len - KILOBYTE : 0, name.len));
    struct slice shown = buffer_slice(&clean);
    size_t room = (size_t)columns / NAME_SHARE;
    if (room < LEAST_NAME)
        room = LEAST_NAME;
    bool cut = width_of_text(shown) > room;
    while (width_of_text(shown) >= room && cut && shown.len > 0)
        shown = slice_cut(shown, utf8_length(shown), shown.len);
    buffer_add_text(out, cut ? "…" : "");
    buffer_add(out, shown);
    buffer_deinit(&clean);
}

bool archive_rows_get(const struct archive_rows *rows, size_t index, int columns,
                      struct archive_row *row)
{
    if (index >= rows->members.count)
        return false;
    const struct member *m = &rows->members.at[index];
    *row = (struct archive_row){.text = {0}};
    clean_text(&row->name, m->name);
    if (!m->known)
        add_part(&row->text, slice_cut(m->name, 0, KILOBYTE));
    add_part(&row->text, m->title);
    if (m->known && columns >= NARROW) {
        add_name(m->name, columns, &row->detail);
        buffer_add_text(&row->detail, " · ");
    }
    if (m->wrong.len > 0)
        buffer_add(&row->detail, m->wrong);
    else
        add_size(m->size, &row->detail);
    return true;
}

void archive_rows_tell(const struct archive_rows *rows, struct buffer *out)
{
    const char *wrong = rows->over ? roll_wrong(rows->roll) : NULL;
    size_t count = rows->members.count;
    buffer_addf(out, "%zu filing%s%s", count, count == 1 ? "" : "s", rows->over ? "" : " so far");
    if (wrong)
        buffer_addf(out, "; then it %s", wrong);
}
