/* SPDX-License-Identifier: MIT */
/* The places at which filings were left: read, changed and written back. */
#include "session/session.h"

#include "base/array.h"
#include "base/memory.h"
#include "config/files.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    MOST_ENTRIES = 1000,
    LONGEST_KEY = 200,
    LARGEST_FILE = 1024 * 1024,
    HASHED = 64 * 1024, /* bytes of each end of a filing */
    PRIVATE_FOLDER = 0700
};

struct entry {
    struct slice key; /* from malloc */
    struct session_place place;
    long long time;
    bool changed; /* by this run */
};

struct entries {
    struct entry *at;
    size_t count, room;
};

struct session {
    struct buffer folder; /* empty: nowhere to write */
    struct entries entries;
};

static bool is_key(struct slice key)
{
    for (size_t i = 0; i < key.len; i++)
        if ((unsigned char)key.at[i] < ' ' || key.at[i] == 0x7F)
            return false;
    return key.len > 0 && key.len <= LONGEST_KEY;
}

/* The newest entry of a key, or entries->count. */
static size_t find(const struct entries *entries, struct slice key)
{
    for (size_t i = entries->count; i-- > 0;)
        if (slice_equal(entries->at[i].key, key))
            return i;
    return entries->count;
}

static void remove_at(struct entries *entries, size_t index)
{
    free((char *)entries->at[index].key.at);
    entries->count--;
    memmove(&entries->at[index], &entries->at[index + 1],
            (entries->count - index) * sizeof *entries->at);
}

/* Puts an entry last, in place of an older one of the same key. */
static void put(struct entries *entries, struct entry entry)
{
    size_t old = find(entries, entry.key);
    if (old < entries->count)
        remove_at(entries, old);
    entry.key.at = slice_copy(entry.key);
    array_push(entries, entry);
}

static void entries_deinit(struct entries *entries)
{
    for (size_t i = 0; i < entries->count; i++)
        free((char *)entries->at[i].key.at);
    array_deinit(entries);
}

/* Takes a field off the front of a line. */
static struct slice next_field(struct slice *line)
{
    size_t end = slice_find(*line, SLICE("\t"));
    struct slice field = slice_cut(*line, 0, end);
    *line = slice_cut(*line, end + 1, line->len);
    return field;
}

/* A line that is not one of ours is passed over. */
static void read_line(struct entries *entries, struct slice line)
{
    struct slice key = next_field(&line);
    long long document = slice_number(next_field(&line));
    long long offset = slice_number(next_field(&line));
    long long when = slice_number(next_field(&line));
    if (!is_key(key) || document < 0 || offset < 0 || when < 0)
        return;
    struct session_place place = {(size_t)document, (size_t)offset};
    /* An older line of the same key does no harm: find() begins with the newest. */
    key.at = slice_copy(key);
    array_push(entries, ((struct entry){.key = key, .place = place, .time = when}));
}

/* Reads a file that is a plain one; no more of it than could be ours. */
static void read_text(const char *path, struct buffer *text)
{
    char block[16384];
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return;
    ssize_t got = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) ? 1 : 0;
    while (got > 0 && text->len < LARGEST_FILE) {
        got = read(fd, block, sizeof block);
        if (got > 0)
            buffer_add(text, (struct slice){block, (size_t)got});
    }
    close(fd);
}

static void add_path(const struct session *session, const char *name, struct buffer *out)
{
    buffer_addf(out, "%s/%s", buffer_text(&session->folder), name);
}

static void read_entries(const struct session *session, struct entries *entries)
{
    struct buffer path, text;
    struct slice line;
    buffer_init(&path);
    buffer_init(&text);
    add_path(session, "positions", &path);
    read_text(buffer_text(&path), &text);
    struct slice rest = buffer_slice(&text);
    while (entries->count < 2 * (size_t)MOST_ENTRIES && slice_next_line(&rest, &line))
        read_line(entries, line);
    buffer_deinit(&text);
    buffer_deinit(&path);
}

struct session *session_open(const char *folder)
{
    struct session *session = memory_alloc(sizeof *session);
    buffer_init(&session->folder);
    if (folder)
        buffer_add_text(&session->folder, folder);
    else
        files_path("XDG_STATE_HOME", ".local/state", "", &session->folder);
    while (session->folder.len > 1 && session->folder.at[session->folder.len - 1] == '/')
        session->folder.at[--session->folder.len] = '\0';
    if (session->folder.len > 0)
        read_entries(session, &session->entries);
    return session;
}

void session_free(struct session *session)
{
    if (!session)
        return;
    entries_deinit(&session->entries);
    buffer_deinit(&session->folder);
    free(session);
}

bool session_get(const struct session *session, struct slice key, struct session_place *place)
{
    size_t index = find(&session->entries, key);
    if (index == session->entries.count)
        return false;
    *place = session->entries.at[index].place;
    return true;
}

void session_set(struct session *session, struct slice key, struct session_place place)
{
    long long now = (long long)time(NULL);
    if (is_key(key))
        put(&session->entries,
            (struct entry){.key = key, .place = place, .time = now > 0 ? now : 0, .changed = true});
}

/* Makes the folder and those above it. */
static bool make_folder(const char *path, struct error *e)
{
    struct stat status;
    struct buffer part;
    bool good = true;
    if (stat(path, &status) == 0)
        return S_ISDIR(status.st_mode) || error_set(e, ERROR_INPUT, "%s is not a folder", path);
    buffer_init(&part);
    for (const char *end = path; good && *end; end++) {
        if (end[1] != '/' && end[1] != '\0')
            continue;
        buffer_clear(&part);
        buffer_add(&part, (struct slice){path, (size_t)(end + 1 - path)});
        good = mkdir(buffer_text(&part), PRIVATE_FOLDER) == 0 || errno == EEXIST;
    }
    if (!good)
        error_set(e, ERROR_INPUT, "%s cannot be made: %s", buffer_text(&part), strerror(errno));
    buffer_deinit(&part);
    return good;
}

/* Writes only where nobody else has laid the path: not through a link or a folder of another. */
static bool check_folder(const char *path, struct error *e)
{
    struct stat link, target;
    if (lstat(path, &link) != 0 || stat(path, &target) != 0)
        return error_set(e, ERROR_INPUT, "%s: %s", path, strerror(errno));
    if (link.st_uid != geteuid() || target.st_uid != geteuid())
        return error_set(e, ERROR_INPUT, "%s belongs to another user", path);
    return true;
}

static bool write_all(int fd, struct slice text)
{
    while (text.len > 0) {
        ssize_t put_now = write(fd, text.at, text.len);
        if (put_now < 0 && errno != EINTR)
            return false;
        if (put_now > 0)
            text = slice_cut(text, (size_t)put_now, text.len);
    }
    return true;
}

/* A new file beside the old one, then its name: a reader sees the one or the other, whole. */
static bool replace(const struct session *session, struct slice text, struct error *e)
{
    struct buffer path, fresh;
    buffer_init(&path);
    buffer_init(&fresh);
    add_path(session, "positions", &path);
    add_path(session, "positions.XXXXXX", &fresh);
    int fd = mkostemp(fresh.at, O_CLOEXEC); /* mode 0600 */
    bool good = fd >= 0 && write_all(fd, text);
    int why = errno;
    if (fd >= 0 && close(fd) != 0 && good) {
        good = false;
        why = errno;
    }
    if (good && rename(fresh.at, path.at) != 0) {
        good = false;
        why = errno;
    }
    if (!good && fd >= 0)
        unlink(fresh.at);
    if (!good)
        error_set(e, ERROR_INPUT, "%s cannot be written: %s", path.at, strerror(why));
    buffer_deinit(&path);
    buffer_deinit(&fresh);
    return good;
}

/* The newest entries, a line each. */
static void write_entries(const struct entries *entries, struct buffer *out)
{
    size_t first = entries->count > MOST_ENTRIES ? entries->count - MOST_ENTRIES : 0;
    for (size_t i = first; i < entries->count; i++) {
        const struct entry *entry = &entries->at[i];
        buffer_add(out, entry->key);
        buffer_addf(out, "\t%zu\t%zu\t%lld\n", entry->place.document, entry->place.offset,
                    entry->time);
    }
}

bool session_save(struct session *session, struct error *e)
{
    struct entries merged = {0};
    struct buffer text;
    bool changed = false;
    for (size_t i = 0; i < session->entries.count; i++)
        changed = changed || session->entries.at[i].changed;
    if (!changed)
        return true;
    if (session->folder.len == 0)
        return error_set(e, ERROR_INPUT, "no home folder to remember places in");
    const char *folder = buffer_text(&session->folder);
    if (!make_folder(folder, e) || !check_folder(folder, e))
        return false;
    read_entries(session, &merged);
    for (size_t i = 0; i < session->entries.count; i++)
        if (session->entries.at[i].changed)
            put(&merged, session->entries.at[i]);
    buffer_init(&text);
    write_entries(&merged, &text);
    bool good = replace(session, buffer_slice(&text), e);
    for (size_t i = 0; good && i < session->entries.count; i++)
        session->entries.at[i].changed = false;
    buffer_deinit(&text);
    entries_deinit(&merged);
    return good;
}

/* FNV-1a, 64 bits. */
static uint64_t hash(uint64_t value, struct slice bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        value = (value ^ (unsigned char)bytes.at[i]) * 0x100000001B3U;
    return value;
}

void session_key(struct slice accession, struct slice bytes, struct buffer *out)
{
    char size[32];
    uint64_t value = 0xCBF29CE484222325U;
    accession = slice_trim(accession);
    if (is_key(accession)) {
        buffer_add(out, accession);
        return;
    }
    int len = snprintf(size, sizeof size, "%zu", bytes.len);
    value = hash(value, (struct slice){size, (size_t)len});
    value = hash(value, slice_cut(bytes, 0, HASHED));
    if (bytes.len > HASHED)
        value = hash(value, slice_cut(bytes, bytes.len - HASHED, bytes.len));
    buffer_addf(out, "%016" PRIx64, value);
}
