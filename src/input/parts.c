/* SPDX-License-Identifier: MIT */
/* Files of a folder, in memory. */
#include "input/parts.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 1 << 18, MEGABYTE = 1 << 20 };

struct parts {
    struct arena names;
    ARRAY(struct parts_file) list;
    ARRAY(struct slice) notes;
    size_t size; /* bytes, of all */
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
    arena_deinit(&p->names);
    free(p);
}

/* The name of a file, without the folders that it is in. */
static struct slice base_of(struct slice path)
{
    const char *slash = path.len > 0 ? memrchr(path.at, '/', path.len) : NULL;
    return slash ? slice_cut(path, (size_t)(slash - path.at) + 1, path.len) : path;
}

/* Reads to the end, or until it is too much. What a file says of its size saves room only. */
static bool read_bytes(struct parts *p, int fd, struct buffer *out, struct error *e)
{
    const size_t most = (size_t)PARTS_MEGABYTES * MEGABYTE;
    struct stat st;
    size_t size = fstat(fd, &st) == 0 && st.st_size > 0 ? (size_t)st.st_size : 0;
    for (ssize_t got = 1; got > 0;) {
        if (p->size + (size > out->len ? size : out->len) > most)
            return error_set(e, ERROR_INPUT, "holds more than %d MB: not read as one filing",
                             PARTS_MEGABYTES);
        size_t want = size > out->len ? size - out->len : PIECE;
        buffer_reserve(out, want);
        do
            got = pread(fd, out->at + out->len, want, (off_t)out->len);
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return error_set(e, ERROR_INPUT, "cannot be read: %s", strerror(errno));
        out->len += (size_t)got;
        if (out->len == size)
            got = 0;
    }
    return true;
}

bool parts_add(struct parts *p, struct slice path, int fd, struct error *e)
{
    struct buffer bytes = {0};
    if (p->list.count >= PARTS_MOST)
        return error_set(e, ERROR_INPUT, "holds more than %d files: not read as one filing",
                         PARTS_MOST);
    if (!read_bytes(p, fd, &bytes, e)) {
        buffer_deinit(&bytes);
        return false;
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

void parts_sort(struct parts *p)
{
    if (p->list.count > 1)
        qsort(p->list.at, p->list.count, sizeof *p->list.at, by_name);
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

/* One file of the folder, unless it is something else. */
static bool add_file(struct parts *p, int folder, const char *name, struct error *e)
{
    struct stat st;
    int fd = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return error_set(e, ERROR_INPUT, "%s cannot be read: %s", name, strerror(errno));
    bool good = true;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        good = parts_add(p, slice_of(name), fd, e);
    close(fd);
    return good;
}

/* Whether the names are those of a filing: EDGAR's own pages are among them, or all are such as it
 * takes and one at least is a text. Any other folder is not looked into. */
static bool has_names(DIR *folder)
{
    const struct dirent *entry;
    struct parts_told told = {0};
    struct stat st;
    size_t texts = 0, others = 0;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.' || fstatat(dirfd(folder), entry->d_name, &st, 0) != 0 ||
            !S_ISREG(st.st_mode))
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
    bool good = has_names(folder) || error_set(e, ERROR_INPUT, "is a directory");
    while (good && (entry = readdir(folder)))
        good = entry->d_name[0] == '.' || add_file(p, dirfd(folder), entry->d_name, e);
    if (good && !is_one_filing(p))
        return error_set(e, ERROR_INPUT, "is a directory of several filings; name its files");
    return good;
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
    size_t i = 0;
    while (i < p->list.count && !slice_equal_nocase(p->list.at[i].name, name))
        i++;
    return i;
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

void parts_note(struct parts *p, struct slice text)
{
    array_push(&p->notes, arena_copy(&p->names, text));
}

size_t parts_notes(const struct parts *p, const struct slice **notes)
{
    *notes = p->notes.at;
    return p->notes.count;
}
