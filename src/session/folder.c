/* SPDX-License-Identifier: MIT */
/* A folder of the reader's own: files read, replaced, set aside, listed; and its lock. */
#include "session/folder.h"

#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum {
    PRIVATE_FOLDER = 0700,
    PRIVATE_FILE = 0600,
    LOCK_PAUSE = 2,  /* milliseconds between two tries */
    MOST_ASIDE = 99, /* files set aside of one name */
    MOST_LISTED = 20000,
    STALE = 3600 /* seconds after which a half-written file is nobody's */
};

/* What the names of files that are being written begin with. */
static const char half_written[] = ".new-";

void folder_init(struct folder *f, const char *path)
{
    buffer_init(&f->path);
    if (path)
        buffer_add_text(&f->path, path);
    while (f->path.len > 1 && f->path.at[f->path.len - 1] == '/')
        f->path.at[--f->path.len] = '\0';
}

void folder_deinit(struct folder *f)
{
    buffer_deinit(&f->path);
}

static char *path_of(const struct folder *f, const char *name)
{
    struct buffer path;
    buffer_init(&path);
    buffer_addf(&path, "%s/%s", buffer_text(&f->path), name);
    return path.at;
}

/* ---- reading */

static bool read_all(int fd, size_t most, struct buffer *out)
{
    char block[16384];
    size_t before = out->len;
    for (;;) {
        ssize_t got = read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        buffer_add(out, (struct slice){block, (size_t)got});
        if (out->len - before > most)
            return false;
    }
}

/* What is in the place of a file that could not be opened. */
static enum folder_found found_without(int why)
{
    if (why == ENOENT || why == ENOTDIR)
        return FOLDER_NOTHING;
    if (why == ELOOP || why == EMLINK)
        return FOLDER_LINK;
    return why == ENXIO ? FOLDER_ODD : FOLDER_CLOSED;
}

enum folder_found folder_read(const struct folder *f, const char *name, size_t most,
                              struct buffer *out, struct stat *as)
{
    struct stat status = {0};
    if (f->path.len == 0)
        return FOLDER_NOTHING;
    char *path = path_of(f, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    int why = errno;
    free(path);
    if (fd < 0)
        return found_without(why);
    enum folder_found found = FOLDER_CLOSED;
    bool known = fstat(fd, &status) == 0;
    if (known && (!S_ISREG(status.st_mode) || status.st_size > (off_t)most))
        found = FOLDER_ODD;
    else if (known && read_all(fd, most, out))
        found = FOLDER_FILE;
    if (as)
        *as = status;
    close(fd);
    return found;
}

void folder_look(const struct folder *f, const char *name, struct stat *as)
{
    *as = (struct stat){0};
    if (f->path.len == 0)
        return;
    char *path = path_of(f, name);
    if (lstat(path, as) != 0)
        *as = (struct stat){0};
    free(path);
}

bool folder_same(const struct folder *f, const char *name, const struct stat *as)
{
    struct stat now;
    folder_look(f, name, &now);
    return now.st_dev == as->st_dev && now.st_ino == as->st_ino && now.st_size == as->st_size &&
           now.st_mtim.tv_sec == as->st_mtim.tv_sec && now.st_mtim.tv_nsec == as->st_mtim.tv_nsec;
}

/* ---- the folder itself */

/* Makes the folder of a path and those above it. */
static bool make_folders(const char *path, size_t len, struct error *e)
{
    struct buffer part;
    bool good = true;
    int why = 0;
    buffer_init(&part);
    for (size_t end = 1; good && end <= len; end++) {
        if (end < len && path[end] != '/')
            continue;
        buffer_clear(&part);
        buffer_add(&part, (struct slice){path, end});
        good = mkdir(buffer_text(&part), PRIVATE_FOLDER) == 0;
        why = errno;
        good = good || why == EEXIST || access(buffer_text(&part), F_OK) == 0;
    }
    if (!good)
        error_set(e, ERROR_INPUT, "%s cannot be made: %s", buffer_text(&part), strerror(why));
    buffer_deinit(&part);
    return good;
}

/* Writes only where nobody else has laid the path: not through a link or into a folder of another.
 */
static bool check_folder(const char *path, struct error *e)
{
    struct stat link, target;
    if (lstat(path, &link) != 0 || stat(path, &target) != 0)
        return error_set(e, ERROR_INPUT, "%s: %s", path, strerror(errno));
    if (!S_ISDIR(target.st_mode))
        return error_set(e, ERROR_INPUT, "%s is not a folder", path);
    if (link.st_uid != geteuid() || target.st_uid != geteuid())
        return error_set(e, ERROR_INPUT, "%s belongs to another user", path);
    return true;
}

bool folder_make(const struct folder *f, struct error *e)
{
    if (f->path.len == 0)
        return error_set(e, ERROR_INPUT, "no home folder to remember anything in");
    const char *folder = buffer_text(&f->path);
    return make_folders(folder, f->path.len, e) && check_folder(folder, e);
}

/* Makes the folder, and the one below it that the name has in front, fit to be written to. */
static bool prepare(const struct folder *f, const char *name, struct error *e)
{
    if (!folder_make(f, e))
        return false;
    const char *slash = strrchr(name, '/');
    if (!slash)
        return true;
    char *below = path_of(f, name);
    below[f->path.len + 1 + (size_t)(slash - name)] = '\0';
    bool good = make_folders(below, strlen(below), e) && check_folder(below, e);
    free(below);
    return good;
}

/* ---- writing */

static bool write_all(int fd, struct slice text)
{
    while (text.len > 0) {
        ssize_t put = write(fd, text.at, text.len);
        if (put < 0 && errno != EINTR)
            return false;
        if (put > 0)
            text = slice_cut(text, (size_t)put, text.len);
    }
    return true;
}

/* Has the system keep the new name; where folders cannot be synced there is nothing to do. */
static void sync_folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slice_copy((struct slice){path, slash ? (size_t)(slash - path) : 0});
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    free(folder);
}

/* The path of a new file in the same folder; mkostemp sets its end. */
static char *fresh_path(const char *path)
{
    struct buffer fresh;
    const char *slash = strrchr(path, '/');
    buffer_init(&fresh);
    buffer_add(&fresh, (struct slice){path, slash ? (size_t)(slash + 1 - path) : 0});
    buffer_addf(&fresh, "%sXXXXXX", half_written);
    return fresh.at;
}

/* Writes the file, whole and on the disk; errno says why not. */
static bool write_file(int fd, struct slice text)
{
    bool good = fd >= 0 && write_all(fd, text) && fsync(fd) == 0;
    int why = errno;
    if (fd >= 0 && close(fd) != 0 && good) {
        good = false;
        why = errno;
    }
    errno = why;
    return good;
}

bool folder_replace(const struct folder *f, const char *name, struct slice text, struct error *e)
{
    if (!prepare(f, name, e))
        return false;
    char *path = path_of(f, name), *fresh = fresh_path(path);
    int fd = mkostemp(fresh, O_CLOEXEC); /* mode 0600 */
    bool good = write_file(fd, text) && rename(fresh, path) == 0;
    int why = errno;
    if (good)
        sync_folder_of(path);
    else if (fd >= 0)
        unlink(fresh);
    if (!good)
        error_set(e, ERROR_INPUT, "%s cannot be written: %s", path, strerror(why));
    free(fresh);
    free(path);
    return good;
}

bool folder_remove(const struct folder *f, const char *name, struct error *e)
{
    if (f->path.len == 0)
        return true;
    if (!check_folder(buffer_text(&f->path), e))
        return false;
    char *path = path_of(f, name);
    bool good = unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR;
    if (good)
        sync_folder_of(path);
    else
        error_set(e, ERROR_INPUT, "%s cannot be removed: %s", path, strerror(errno));
    free(path);
    return good;
}

bool folder_set_aside(const struct folder *f, const char *name, struct buffer *now, struct error *e)
{
    struct stat status;
    struct buffer aside;
    bool good = false;
    if (f->path.len == 0 || !check_folder(buffer_text(&f->path), e))
        return false;
    char *path = path_of(f, name);
    buffer_init(&aside);
    int why = EEXIST;
    for (int i = 1; !good && why == EEXIST && i <= MOST_ASIDE; i++) {
        buffer_clear(&aside);
        buffer_addf(&aside, "%s.bad-%d", path, i);
        if (lstat(aside.at, &status) == 0)
            continue;
        good = rename(path, aside.at) == 0;
        why = errno;
    }
    if (good)
        buffer_add(now, slice_cut(buffer_slice(&aside), f->path.len + 1, aside.len));
    else
        error_set(e, ERROR_INPUT, "%s cannot be set aside: %s", path, strerror(why));
    buffer_deinit(&aside);
    free(path);
    return good;
}

/* ---- the lock */

bool folder_lock(const struct folder *f, int patience, int *lock, struct error *e)
{
    const struct timespec pause = {0, LOCK_PAUSE * 1000000L};
    *lock = -1;
    if (!prepare(f, "lock", e))
        return false;
    char *path = path_of(f, "lock");
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, PRIVATE_FILE);
    int got = fd >= 0 ? flock(fd, LOCK_EX | LOCK_NB) : -1;
    for (int waited = 0; waited < patience && fd >= 0 && got != 0; waited += LOCK_PAUSE) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            break;
        nanosleep(&pause, NULL);
        got = flock(fd, LOCK_EX | LOCK_NB);
    }
    int why = errno;
    if (got == 0)
        *lock = fd;
    else if (fd >= 0)
        close(fd);
    /* Some file systems have no locks: then what two runs write at the same moment may be lost. */
    bool good = got == 0 || (fd >= 0 && why != EWOULDBLOCK && why != EINTR);
    if (!good && fd >= 0)
        error_set(e, ERROR_INPUT, "%s is held by another folio", path);
    else if (!good)
        error_set(e, ERROR_INPUT, "%s cannot be written: %s", path, strerror(why));
    free(path);
    return good;
}

void folder_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}

/* ---- what is there */

static int newest_first(const void *a, const void *b)
{
    const struct folder_entry *x = a, *y = b;
    int by_time = (x->changed < y->changed) - (x->changed > y->changed);
    return by_time ? by_time : strcmp(x->name, y->name);
}

static void list_entry(int fd, const char *name, struct folder_list *list)
{
    struct stat status;
    if (fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode))
        return;
    if (name[0] != '.')
        array_push(&list->list, ((struct folder_entry){.name = slice_copy(slice_of(name)),
                                                       .changed = (long long)status.st_mtime}));
    else if (slice_starts(slice_of(name), slice_of(half_written)) && status.st_uid == geteuid() &&
             status.st_mtime < time(NULL) - STALE)
        unlinkat(fd, name, 0);
}

void folder_list(const struct folder *f, const char *below, struct folder_list *list)
{
    const struct dirent *entry;
    *list = (struct folder_list){0};
    if (f->path.len == 0)
        return;
    char *path = path_of(f, below);
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = fd >= 0 ? fdopendir(fd) : NULL;
    if (fd >= 0 && !folder && errno == ENOMEM)
        memory_exhausted();
    if (fd >= 0 && !folder)
        close(fd);
    while (folder && list->list.count < MOST_LISTED && (entry = readdir(folder)))
        list_entry(fd, entry->d_name, list);
    if (list->list.count > 1)
        qsort(list->list.at, list->list.count, sizeof *list->list.at, newest_first);
    if (folder)
        closedir(folder);
    free(path);
}

void folder_list_deinit(struct folder_list *list)
{
    for (size_t i = 0; i < list->list.count; i++)
        free(list->list.at[i].name);
    array_deinit(&list->list);
}
