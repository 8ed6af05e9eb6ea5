/* SPDX-License-Identifier: MIT */
/* Files of records in a folder: loaded, set aside, merged, saved. */
#include "session/store.h"

#include "base/clean.h"

void store_init(struct store *store, const char *folder)
{
    folder_init(&store->folder, folder);
    buffer_init(&store->notice);
}

void store_deinit(struct store *store)
{
    folder_deinit(&store->folder);
    buffer_deinit(&store->notice);
}

void stored_init(struct stored *stored, struct slice name, const char *what, size_t largest)
{
    *stored = (struct stored){.what = what, .largest = largest};
    buffer_add(&stored->name, name);
    records_init(&stored->records);
}

void stored_deinit(struct stored *stored)
{
    records_deinit(&stored->records);
    buffer_deinit(&stored->name);
}

/* A line for the reader: what, and with `aside` where it is now. */
static void notice(struct store *store, const struct stored *stored, const char *what,
                   struct slice aside)
{
    if (store->notice.len > 0)
        buffer_add_text(&store->notice, "; ");
    buffer_addf(&store->notice, "%s %s", buffer_text(&stored->name), what);
    clean_text(&store->notice, aside);
}

/* What is in a file's place. */
enum sight { SIGHT_GOOD, SIGHT_BAD, SIGHT_NEWER, SIGHT_LINK, SIGHT_CLOSED };

/* What is said of a file that is left as it is. */
static const char *words_of(enum sight sight)
{
    return sight == SIGHT_NEWER  ? "is of a later folio"
           : sight == SIGHT_LINK ? "is a link"
                                 : "cannot be read";
}

/* Reads the file into empty records: all of it that can be. */
static enum sight look(const struct store *store, const struct stored *stored,
                       struct records *records, struct stat *as)
{
    struct buffer text;
    enum sight sight = SIGHT_GOOD;
    buffer_init(&text);
    *as = (struct stat){0};
    enum folder_found found =
        folder_read(&store->folder, buffer_text(&stored->name), stored->largest, &text, as);
    if (found == FOLDER_FILE) {
        enum records_verdict verdict = records_read(records, stored->what, buffer_slice(&text));
        sight = verdict == RECORDS_NEWER     ? SIGHT_NEWER
                : verdict == RECORDS_DAMAGED ? SIGHT_BAD
                                             : SIGHT_GOOD;
    } else if (found != FOLDER_NOTHING) {
        sight = found == FOLDER_ODD ? SIGHT_BAD : found == FOLDER_LINK ? SIGHT_LINK : SIGHT_CLOSED;
    }
    buffer_deinit(&text);
    return sight;
}

/* The same by who holds the lock: what is bad is set aside, and what was read of it is to be
 * written. */
static enum sight look_and_mend(struct store *store, const struct stored *stored,
                                struct records *records, struct stat *as, struct error *e)
{
    enum sight sight = look(store, stored, records, as);
    struct buffer aside;
    if (sight != SIGHT_BAD)
        return sight;
    buffer_init(&aside);
    if (folder_set_aside(&store->folder, buffer_text(&stored->name), &aside, e)) {
        notice(store, stored, "is damaged: kept as ", buffer_slice(&aside));
        *as = (struct stat){0};
        records_change_all(records);
        sight = SIGHT_GOOD;
    }
    buffer_deinit(&aside);
    return sight;
}

void store_load(struct store *store, struct stored *stored)
{
    struct error e = {0};
    int lock;
    if (stored->state != STORED_UNREAD)
        return;
    enum sight sight = look(store, stored, &stored->records, &stored->as);
    if (sight == SIGHT_BAD && folder_lock(&store->folder, FOLDER_IN_A_KEY, &lock, &e)) {
        records_deinit(&stored->records);
        sight = look_and_mend(store, stored, &stored->records, &stored->as, &e);
        folder_unlock(lock);
    }
    if (sight == SIGHT_BAD)
        notice(store, stored, "is damaged and cannot be set aside", SLICE(""));
    else if (sight != SIGHT_GOOD)
        notice(store, stored, words_of(sight), SLICE(": left as it is, nothing is remembered"));
    stored->state = sight == SIGHT_BAD || sight == SIGHT_GOOD ? STORED_READ : STORED_CLOSED;
}

void store_peek(const struct store *store, struct stored *stored)
{
    if (stored->state == STORED_UNREAD)
        (void)look(store, stored, &stored->records, &stored->as);
}

/* Takes over the records of a file, with the changes of this run put in. */
static void take_over(struct stored *stored, struct records *fresh)
{
    records_merge(fresh, &stored->records);
    records_deinit(&stored->records);
    stored->records = *fresh;
}

bool store_refresh(struct store *store, struct stored *stored)
{
    struct records fresh;
    struct stat as;
    if (stored->state == STORED_UNREAD) {
        store_load(store, stored);
        return true;
    }
    if (stored->state == STORED_CLOSED ||
        folder_same(&store->folder, buffer_text(&stored->name), &stored->as))
        return false;
    records_init(&fresh);
    if (look(store, stored, &fresh, &as) != SIGHT_GOOD) {
        records_deinit(&fresh); /* saving will see to it */
        return false;
    }
    take_over(stored, &fresh);
    stored->as = as;
    return true;
}

static bool write_records(struct store *store, struct stored *stored, const struct records *records,
                          struct error *e)
{
    struct buffer text;
    const char *name = buffer_text(&stored->name);
    buffer_init(&text);
    records_write(records, stored->what, &text);
    bool good = text.len <= stored->largest ||
                error_set(e, ERROR_INPUT, "%s is full: over %zu bytes", name, stored->largest);
    good = good && folder_replace(&store->folder, name, buffer_slice(&text), e);
    buffer_deinit(&text);
    return good;
}

/* The part of saving that is done under the lock. */
static bool save_locked(struct store *store, struct stored *stored, store_trim *trim,
                        struct error *e)
{
    struct records fresh;
    struct stat as;
    records_init(&fresh);
    enum sight sight = look_and_mend(store, stored, &fresh, &as, e);
    if (sight != SIGHT_GOOD) {
        records_deinit(&fresh);
        if (sight != SIGHT_BAD) /* else the error says why it cannot be set aside */
            error_set(e, ERROR_INPUT, "%s %s", buffer_text(&stored->name), words_of(sight));
        return false;
    }
    take_over(stored, &fresh);
    stored->as = as;
    if (trim)
        trim(&stored->records);
    if (!write_records(store, stored, &stored->records, e))
        return false;
    records_settle(&stored->records);
    folder_look(&store->folder, buffer_text(&stored->name), &stored->as);
    return true;
}

bool store_save(struct store *store, struct stored *stored, store_trim *trim, int patience,
                struct error *e)
{
    int lock;
    if (!records_changed(&stored->records))
        return true;
    if (!folder_lock(&store->folder, patience, &lock, e))
        return false;
    bool good = save_locked(store, stored, trim, e);
    folder_unlock(lock);
    return good;
}
