/* SPDX-License-Identifier: MIT */
/* A session: opened, its filings read when they are asked for, saved. */
#include "session/session.h"

#include "base/memory.h"
#include "config/files.h"
#include "session/state.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    LARGEST_FILING = 4 * 1024 * 1024,
    LARGEST_HISTORY = 1024 * 1024,
    LONGEST_NAME = 150, /* of a file, before its ending */
    MOST_FOLDS = 4000,  /* of a filing */
    MOST_READ = 12000,  /* the same */
    HASHED = 64 * 1024  /* bytes of each end of a filing */
};

/* ---- keys */

bool session_is_key(struct slice key)
{
    for (size_t i = 0; i < key.len; i++)
        if ((unsigned char)key.at[i] < ' ' || key.at[i] == 0x7F)
            return false;
    return key.len > 0 && key.len <= SESSION_LONGEST_KEY;
}

/* FNV-1a, 64 bits. */
static uint64_t hash(uint64_t value, struct slice bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        value = (value ^ (unsigned char)bytes.at[i]) * 0x100000001B3U;
    return value;
}

static const uint64_t hash_of_nothing = 0xCBF29CE484222325U;

void session_key(struct slice accession, struct slice bytes, struct buffer *out)
{
    char size[32];
    accession = slice_trim(accession);
    if (session_is_key(accession)) {
        buffer_add(out, accession);
        return;
    }
    int len = snprintf(size, sizeof size, "%zu", bytes.len);
    uint64_t value = hash(hash_of_nothing, (struct slice){size, (size_t)len});
    value = hash(value, slice_cut(bytes, 0, HASHED));
    if (bytes.len > HASHED)
        value = hash(value, slice_cut(bytes, bytes.len - HASHED, bytes.len));
    buffer_addf(out, "%016" PRIx64, value);
}

static bool stands_in_names(char c)
{
    return byte_is_letter(c) || byte_is_digit(c) || c == '-' || c == '_';
}

void session_file_name(const char *folder, struct slice key, struct buffer *out)
{
    struct buffer name;
    buffer_init(&name);
    for (size_t i = 0; i < key.len; i++)
        if (stands_in_names(key.at[i]))
            buffer_add_byte(&name, key.at[i]);
        else
            buffer_addf(&name, "%%%02X", (unsigned char)key.at[i]);
    buffer_addf(out, "%s/", folder);
    buffer_add(out, slice_cut(buffer_slice(&name), 0, LONGEST_NAME));
    if (name.len > LONGEST_NAME)
        buffer_addf(out, "-%016" PRIx64, hash(hash_of_nothing, key));
    buffer_deinit(&name);
}

/* ---- the session */

struct session *session_open(const char *folder)
{
    struct session *session = memory_alloc(sizeof *session);
    struct buffer own;
    buffer_init(&own);
    if (!folder && files_path("XDG_STATE_HOME", ".local/state", "", &own))
        folder = own.at;
    store_init(&session->store, folder);
    stored_init(&session->history, SLICE("history"), "history", LARGEST_HISTORY);
    buffer_deinit(&own);
    return session;
}

const char *session_folder(struct session *session)
{
    struct error e;
    bool there = session && folder_make(&session->store.folder, &e);
    return there ? buffer_text(&session->store.folder.path) : NULL;
}

void session_free(struct session *session)
{
    if (!session)
        return;
    for (size_t i = 0; i < session->filings.count; i++)
        filing_state_free(session->filings.at[i]);
    array_deinit(&session->filings);
    array_deinit(&session->recents);
    array_deinit(&session->lines);
    buffer_deinit(&session->recent_text);
    stored_deinit(&session->history);
    store_deinit(&session->store);
    free(session);
}

bool session_notice(struct session *session, struct buffer *out)
{
    if (!session || session->store.notice.len == 0)
        return false;
    buffer_add(out, buffer_slice(&session->store.notice));
    buffer_clear(&session->store.notice);
    return true;
}

/* ---- filings */

struct filing_state *filing_state_new(struct slice key, struct slice file)
{
    struct filing_state *state = memory_alloc(sizeof *state);
    buffer_add(&state->key, key);
    stored_init(&state->stored, file, "filing", LARGEST_FILING);
    return state;
}

void filing_state_free(struct filing_state *state)
{
    stored_deinit(&state->stored);
    buffer_deinit(&state->key);
    free(state);
}

struct filing_state *session_filing(struct session *session, struct slice key)
{
    struct buffer file;
    if (!session || !session_is_key(key))
        return NULL;
    for (size_t i = 0; i < session->filings.count; i++)
        if (slice_equal(buffer_slice(&session->filings.at[i]->key), key))
            return session->filings.at[i];
    buffer_init(&file);
    session_file_name("filings", key, &file);
    struct filing_state *state = filing_state_new(key, buffer_slice(&file));
    store_load(&session->store, &state->stored);
    array_push(&session->filings, state);
    buffer_deinit(&file);
    return state;
}

void session_drop(struct session *session, struct slice key)
{
    for (size_t i = 0; i < session->filings.count; i++)
        if (slice_equal(buffer_slice(&session->filings.at[i]->key), key)) {
            filing_state_free(session->filings.at[i]);
            session->filings.at[i] = session->filings.at[--session->filings.count];
            return;
        }
}

/* ---- saving */

static void trim_filing(struct records *records)
{
    records_keep_newest(records, "fold", MOST_FOLDS);
    records_keep_newest(records, "read", MOST_READ);
}

bool session_changed(const struct session *session)
{
    if (!session)
        return false;
    for (size_t i = 0; i < session->filings.count; i++)
        if (records_changed(&session->filings.at[i]->stored.records))
            return true;
    return records_changed(&session->history.records);
}

/* What is left as it is was told when it was read. One file that cannot be written does not keep
 * the others from it; but who holds the lock is waited for only once. */
bool session_save(struct session *session, struct error *e)
{
    bool good = true;
    if (!session_changed(session))
        return true;
    for (size_t i = 0; i < session->filings.count; i++)
        if (session->filings.at[i]->stored.state != STORED_CLOSED &&
            !store_save(&session->store, &session->filings.at[i]->stored, trim_filing,
                        good ? FOLDER_PATIENT : FOLDER_IN_A_KEY, e))
            good = false;
    if (session->history.state != STORED_CLOSED &&
        !session_save_history(session, good ? FOLDER_PATIENT : FOLDER_IN_A_KEY, e))
        good = false;
    if (good)
        session_prune(session);
    return good;
}
