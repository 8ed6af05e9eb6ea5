/* SPDX-License-Identifier: MIT */
/* The filings that are remembered: listed, forgotten, and the oldest taken away. */
#include "session/state.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_FILINGS = 500,
    MORE_FILINGS = 50 /* as many may be there too, so that not each save takes one away */
};

/* Whether the file is a filing's state, and not one that was set aside. */
static bool is_state(const char *name)
{
    return !strstr(name, ".bad-");
}

/* Adds a text to those of the list; where it begins is kept until all are there. */
static struct slice keep(struct session *session, struct slice text)
{
    struct slice kept = {NULL, text.len};
    buffer_add(&session->recent_text, text);
    return kept;
}

/* Fills in what the file of a filing says; false when it does not say which one it is. */
static bool add_recent(struct session *session, const struct records *records)
{
    const struct record *filing = NULL;
    const struct record *place = records_find(records, "place", SLICE(""));
    for (size_t i = 0; i < records->list.count && !filing; i++)
        if (!records->list.at[i].gone && slice_equal(records->list.at[i].kind, SLICE("filing")) &&
            session_is_key(records->list.at[i].name))
            filing = &records->list.at[i];
    if (!filing)
        return false;
    struct session_recent recent = {.when = filing->when};
    struct slice at = record_get(place, "at");
    if (!record_number(&at, &recent.place.document) || !record_number(&at, &recent.place.offset))
        recent.place = (struct session_place){0, 0};
    if (place && place->when > recent.when)
        recent.when = place->when;
    recent.key = keep(session, filing->name);
    recent.title = keep(session, record_get(filing, "title"));
    struct buffer path = {0};
    record_read_path(record_get(filing, "path"), &path);
    recent.path = keep(session, buffer_slice(&path));
    buffer_deinit(&path);
    recent.where = keep(session, record_get(place, "where"));
    array_push(&session->recents, recent);
    return true;
}

/* Now that the texts stay where they are. */
static void set_texts(struct session *session)
{
    const char *at = buffer_text(&session->recent_text);
    for (size_t i = 0; i < session->recents.count; i++) {
        struct session_recent *recent = &session->recents.at[i];
        struct slice *texts[] = {&recent->key, &recent->title, &recent->path, &recent->where};
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++) {
            texts[j]->at = at;
            at += texts[j]->len;
        }
    }
}

static int newest_first(const void *a, const void *b)
{
    const struct session_recent *x = a, *y = b;
    return (x->when < y->when) - (x->when > y->when);
}

/* The state of this file among those in memory, or NULL. */
static struct filing_state *in_memory(const struct session *session, struct slice file)
{
    for (size_t i = 0; i < session->filings.count; i++)
        if (slice_equal(buffer_slice(&session->filings.at[i]->stored.name), file))
            return session->filings.at[i];
    return NULL;
}

static void add_file(struct session *session, const char *name)
{
    struct buffer file = {0};
    buffer_addf(&file, "filings/%s", name);
    if (!in_memory(session, buffer_slice(&file))) {
        struct filing_state *state = filing_state_new(SLICE(""), buffer_slice(&file));
        /* Whoever opens that filing sets aside what is damaged, and says so. */
        store_peek(&session->store, &state->stored);
        add_recent(session, &state->stored.records);
        filing_state_free(state);
    }
    buffer_deinit(&file);
}

bool session_has_recents(const struct session *session)
{
    struct folder_list files;
    bool any = false;
    if (!session)
        return false;
    folder_list(&session->store.folder, "filings", &files);
    for (size_t i = 0; i < files.list.count && !any; i++)
        any = is_state(files.list.at[i].name);
    folder_list_deinit(&files);
    return any;
}

size_t session_recents(struct session *session, const struct session_recent **list)
{
    struct folder_list files;
    *list = NULL;
    if (!session)
        return 0;
    session->recents.count = 0;
    buffer_clear(&session->recent_text);
    for (size_t i = 0; i < session->filings.count; i++)
        add_recent(session, &session->filings.at[i]->stored.records);
    folder_list(&session->store.folder, "filings", &files);
    for (size_t i = 0; i < files.list.count && i < MOST_FILINGS + MORE_FILINGS; i++)
        if (is_state(files.list.at[i].name))
            add_file(session, files.list.at[i].name);
    folder_list_deinit(&files);
    set_texts(session);
    if (session->recents.count > 1)
        qsort(session->recents.at, session->recents.count, sizeof *session->recents.at,
              newest_first);
    *list = session->recents.at;
    return session->recents.count;
}

bool session_forget(struct session *session, struct slice key, struct error *e)
{
    struct buffer file = {0};
    int lock;
    if (!session || !session_is_key(key))
        return true;
    session_file_name("filings", key, &file);
    bool written = session->store.folder.path.len > 0;
    bool good = !written || folder_lock(&session->store.folder, FOLDER_IN_A_KEY, &lock, e);
    if (good && written) {
        good = folder_remove(&session->store.folder, buffer_text(&file), e);
        folder_unlock(lock);
    }
    if (good)
        session_drop(session, key);
    buffer_deinit(&file);
    return good;
}

void session_prune(struct session *session)
{
    struct folder_list files;
    struct error ignored;
    int lock;
    if (session->pruned || !folder_lock(&session->store.folder, FOLDER_IN_A_KEY, &lock, &ignored))
        return;
    session->pruned = true;
    folder_list(&session->store.folder, "filings", &files);
    size_t kept = 0;
    for (size_t i = 0; files.list.count > MOST_FILINGS + MORE_FILINGS && i < files.list.count;
         i++) {
        struct buffer file = {0};
        buffer_addf(&file, "filings/%s", files.list.at[i].name);
        if (is_state(files.list.at[i].name) && ++kept > MOST_FILINGS &&
            !in_memory(session, buffer_slice(&file)))
            (void)folder_remove(&session->store.folder, buffer_text(&file), &ignored);
        buffer_deinit(&file);
    }
    folder_list_deinit(&files);
    folder_unlock(lock);
}
