/* SPDX-License-Identifier: MIT */
/* Files of a folder, in memory. */
#include "input/parts.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 1 << 18, MEGABYTE = 1 << 20 };

struct slot {
    uint64_t hash; /* of the name in small letters; 0: free */
    size_t part;
};

struct parts {
    struct arena names;
    ARRAY(struct parts_file) list;
    ARRAY(struct slice) notes;
    size_t size;        /* bytes, of all */
    struct slot *slots; /* by their names; NULL: not in order yet */
    size_t room;        /* slots; a power of two */
};

struct parts *parts_new(void)
{
    struct parts *p = memory_alloc(sizeof *p);
    arena_init(&p->names);
    return p;
}

static void forget(struct parts_file *part)
{
    free((void *)part->bytes.at);
    part->bytes = (struct slice){NULL, 0};
}

void parts_free(struct parts *p)
{
    if (!p)
        return;
    for (size_t i = 0; i < p->list.count; i++)
        forget(&p->list.at[i]);
    array_deinit(&p->list);
    array_deinit(&p->notes);
    free(p->slots);
    arena_deinit(&p->names);
    free(p);
}

/* The name of a file, without the folders that it is in. */
static struct slice base_of(struct slice path)
{
    const char *slash = path.len > 0 ? memrchr(path.at, '/', path.len) : NULL;
    return slash ? slice_cut(path, (size_t)(slash - path.at) + 1, path.len) : path;
}

bool parts_too_many(struct error *e)
{
    return error_set(e, ERROR_INPUT, "holds more than %d files: not read as one filing",
                     PARTS_MOST);
}

static bool is_too_much(struct error *e)
{
    return error_set(e, ERROR_INPUT, "holds more than %d MB: not read as one filing",
                     PARTS_MEGABYTES);
}

/* Reads to the end, or until it is too much. What a file says of its size saves room only. *wrong
 * is why it cannot be read, an errno. */
static bool read_bytes(struct parts *p, int fd, struct buffer *out, int *wrong, struct error *e)
{
    const size_t most = (size_t)PARTS_MEGABYTES * MEGABYTE;
    struct stat st;
    size_t size = fstat(fd, &st) == 0 && st.st_size > 0 ? (size_t)st.st_size : 0;
    for (ssize_t got = 1; got > 0;) {
        if (p->size + (size > out->len ? size : out->len) > most)
            return is_too_much(e);
        size_t want = size > out->len ? size - out->len : PIECE;
        buffer_reserve(out, want);
        do
            got = pread(fd, out->at + out->len, want, (off_t)out->len);
        while (got < 0 && errno == EINTR);
        if (got < 0)
            *wrong = errno;
        out->len += got > 0 ? (size_t)got : 0;
        if (out->len == size)
            got = 0;
    }
    return true;
}

static void note_unread(struct parts *p, struct slice name, int wrong)
{
    struct buffer why = {0};
    buffer_addf(&why, "cannot be read: %s", strerror(wrong));
    parts_note(p, name, buffer_text(&why));
    buffer_deinit(&why);
}

bool parts_add(struct parts *p, struct slice path, int fd, struct error *e)
{
    struct buffer bytes = {0};
    int wrong = 0;
    if (p->list.count >= PARTS_MOST)
        return parts_too_many(e);
    bool good = read_bytes(p, fd, &bytes, &wrong, e);
    if (wrong)
        note_unread(p, path, wrong);
    if (!good || wrong) {
        buffer_deinit(&bytes);
        return good;
    }
    p->size += bytes.len;
    array_push(&p->list, ((struct parts_file){.name = arena_copy(&p->names, base_of(path)),
                                              .bytes = buffer_slice(&bytes)}));
    return true;
}

static int by_name(const void *left, const void *right)
{
    const struct parts_file *a = left, *b = right;
    size_t len = a->name.len < b->name.len ? a->name.len : b->name.len;
    int order = len > 0 ? memcmp(a->name.at, b->name.at, len) : 0;
    return order ? order : (a->name.len > b->name.len) - (a->name.len < b->name.len);
}

/* The slot of a name, which may be free. */
static struct slot *slot_of(const struct parts *p, struct slice name, uint64_t hash)
{
    size_t at = (size_t)(hash ^ hash >> 32) & (p->room - 1);
    while (p->slots[at].hash != 0 &&
           (p->slots[at].hash != hash ||
            !slice_equal_nocase(p->list.at[p->slots[at].part].name, name)))
        at = (at + 1) & (p->room - 1);
    return &p->slots[at];
}

static uint64_t hash_of(struct slice name)
{
    struct buffer low = {0};
    for (size_t i = 0; i < name.len; i++)
        buffer_add_byte(&low, byte_lower(name.at[i]));
    uint64_t hash = slice_hash(buffer_slice(&low));
    buffer_deinit(&low);
    return hash;
}

/* Of several files of one name the first is found. */
void parts_sort(struct parts *p)
{
    if (p->list.count > 1)
        qsort(p->list.at, p->list.count, sizeof *p->list.at, by_name);
    for (p->room = 16; p->room < p->list.count * 2;)
        p->room *= 2;
    free(p->slots);
    p->slots = memory_alloc(p->room * sizeof *p->slots);
    for (size_t i = 0; i < p->list.count; i++) {
        uint64_t hash = hash_of(p->list.at[i].name);
        struct slot *slot = slot_of(p, p->list.at[i].name, hash);
        if (slot->hash == 0)
            *slot = (struct slot){hash, i};
    }
}

/* ---- is it one filing? */

void parts_tell(struct parts_told *told, struct slice path)
{
    struct slice name = base_of(path);
    told->summaries += slice_equal_nocase(name, SLICE("FilingSummary.xml"));
    told->pages += slice_ends_nocase(name, SLICE("-index-headers.html")) ||
                   slice_ends_nocase(name, SLICE("-index-headers.htm"));
}

bool parts_whole(struct slice head)
{
    static const char *const starts[] = {"<SEC-DOCUMENT>", "<SEC-HEADER>", "<IMS-DOCUMENT>",
                                         "<IMS-HEADER>",   "<SUBMISSION>", "-----BEGIN PRIVACY"};
    struct slice text = slice_trim(head);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts(text, slice_of(starts[i])))
            return true;
    return false;
}

enum parts_ending parts_ending(struct slice path)
{
    static const char *const texts[] = {".htm", ".html", ".txt", ".xml", ".nc", ".sgml", ".paper"};
    static const char *const others[] = {".xsd",  ".xsl", ".css", ".js",  ".json", ".jpg",
                                         ".jpeg", ".gif", ".png", ".bmp", ".pdf",  ".xls",
                                         ".xlsx", ".zip", ".fil", ".tif"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (slice_ends_nocase(path, slice_of(texts[i])))
            return PARTS_TEXT;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_ends_nocase(path, slice_of(others[i])))
            return PARTS_OTHER;
    return PARTS_FOREIGN;
}

/* Of a filing that is in the folder twice, whole and in parts, the page of the header is there,
 * too.
 */
static bool is_one_filing(const struct parts *p)
{
    enum { HEAD = 1024 };
    struct parts_told told = {0};
    size_t whole = 0;
    for (size_t i = 0; i < p->list.count; i++) {
        parts_tell(&told, p->list.at[i].name);
        whole += parts_whole(slice_cut(p->list.at[i].bytes, 0, HEAD));
    }
    if (told.pages + told.summaries > 0)
        return told.pages <= 1 && told.summaries <= 1;
    return whole == 0 || p->list.count == 1;
}

/* ---- a folder */

/* The next entry of a folder; NULL at its end, and when it cannot be read: then *e is filled in. */
static const struct dirent *next_entry(DIR *folder, struct error *e)
{
    errno = 0;
    const struct dirent *entry = readdir(folder);
    if (!entry && errno != 0)
        error_set(e, ERROR_INPUT, "cannot be read: %s", strerror(errno));
    return entry;
}

/* What is no plain file is not looked at: a link that leads nowhere, a socket, a folder. */
static bool is_wanted(int folder, const char *name)
{
    struct stat st;
    return name[0] != '.' && fstatat(folder, name, &st, 0) == 0 && S_ISREG(st.st_mode);
}

/* One file of the folder, unless it is something else. */
static bool add_file(struct parts *p, int folder, const char *name, struct error *e)
{
    struct stat st;
    if (!is_wanted(folder, name))
        return true;
    int fd = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) {
        note_unread(p, slice_of(name), errno);
        return true;
    }
    bool good = true;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        good = parts_add(p, slice_of(name), fd, e);
    close(fd);
    return good;
}

/* Whether the names are those of a filing: EDGAR's own pages are among them, or all are such as it
 * takes and one at least is a text. Any other folder is not looked into. */
static bool has_names(DIR *folder, struct error *e)
{
    const struct dirent *entry;
    struct parts_told told = {0};
    size_t texts = 0, others = 0;
    while ((entry = next_entry(folder, e))) {
        if (!is_wanted(dirfd(folder), entry->d_name))
            continue;
        parts_tell(&told, slice_of(entry->d_name));
        enum parts_ending ending = parts_ending(slice_of(entry->d_name));
        texts += ending == PARTS_TEXT;
        others += ending == PARTS_FOREIGN;
    }
    rewinddir(folder);
    return told.pages + told.summaries > 0 || (texts > 0 && others == 0);
}

static bool add_files(struct parts *p, DIR *folder, struct error *e)
{
    const struct dirent *entry;
    bool good = has_names(folder, e);
    if (!good && e->kind == ERROR_NONE)
        return error_set(e, ERROR_INPUT, "is a directory");
    while (good && (entry = next_entry(folder, e)))
        good = add_file(p, dirfd(folder), entry->d_name, e);
    if (e->kind != ERROR_NONE)
        return false;
    if (p->list.count == 0 && p->notes.count > 0)
        return error_set(e, ERROR_INPUT, "%.*s", (int)p->notes.at[0].len, p->notes.at[0].at);
    if (!is_one_filing(p))
        return error_set(e, ERROR_INPUT, "is a directory of several filings; name its files");
    return true;
}

struct parts *parts_of_folder(const char *path, struct error *e)
{
    DIR *folder = opendir(path);
    if (!folder) {
        error_set(e, ERROR_INPUT, "cannot be read: %s", strerror(errno));
        return NULL;
    }
    struct parts *p = parts_new();
    bool good = add_files(p, folder, e);
    (void)closedir(folder);
    parts_sort(p);
    if (good)
        return p;
    parts_free(p);
    return NULL;
}

size_t parts_count(const struct parts *p)
{
    return p->list.count;
}

const struct parts_file *parts_at(const struct parts *p, size_t index)
{
    return &p->list.at[index];
}

size_t parts_find(const struct parts *p, struct slice name)
{
    const struct slot *slot = p->slots ? slot_of(p, name, hash_of(name)) : NULL;
    return slot && slot->hash != 0 ? slot->part : p->list.count;
}

void parts_join(struct parts *p, const size_t *order, size_t count, struct buffer *out)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += p->list.at[order[i]].bytes.len;
    buffer_reserve(out, size);
    for (size_t i = 0; i < count; i++) {
        struct parts_file *part = &p->list.at[order[i]];
        part->start = out->len;
        buffer_add(out, part->bytes);
        part->end = out->len;
        forget(part);
    }
    for (size_t i = 0; i < p->list.count; i++)
        forget(&p->list.at[i]);
}

void parts_note(struct parts *p, struct slice name, const char *wrong)
{
    struct buffer text = {0};
    buffer_add(&text, name);
    buffer_addf(&text, "%s%s", name.len > 0 ? ": " : "", wrong);
    array_push(&p->notes, arena_copy(&p->names, buffer_slice(&text)));
    buffer_deinit(&text);
}

size_t parts_notes(const struct parts *p, const struct slice **notes)
{
    *notes = p->notes.at;
    return p->notes.count;
}
