/* SPDX-License-Identifier: MIT */
/* Writing beside the file, and giving it the name. */
#include "ui/taking/save_file.h"

#include "base/memory.h"
#include "ui/path_names.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MODE = 0666 /* of a new file, before the umask */ };

struct save_file {
    char *path;        /* the name that it gets: of a link what that leads to */
    struct buffer own; /* and has meanwhile */
    bool over;
    mode_t mode;
    FILE *stream;
    size_t size;
    int problem; /* errno of the first write that failed */
};

/* Adds the home folder of the user, or of another; false when there is none. */
static bool add_home(struct slice user, struct buffer *path)
{
    char *name = slice_copy(user);
    const char *home = user.len == 0 ? getenv("HOME") : NULL;
    if (!home || !*home) {
        const struct passwd *entry = user.len == 0 ? getpwuid(getuid()) : getpwnam(name);
        home = entry ? entry->pw_dir : NULL;
    }
    if (home)
        buffer_add_text(path, home);
    free(name);
    return home != NULL;
}

void save_file_path(struct slice typed, struct buffer *path)
{
    typed = slice_trim(typed);
    size_t end = 0;
    if (typed.len > 0 && *typed.at == '~') {
        end = 1;
        while (end < typed.len && typed.at[end] != '/')
            end++;
        if (!add_home(slice_cut(typed, 1, end), path))
            end = 0;
    }
    buffer_add(path, slice_cut(typed, end, typed.len));
}

bool save_file_exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

static bool fail(const char *path, int problem, struct error *e)
{
    struct buffer shown = {0};
    path_shown(slice_of(path), &shown);
    error_set(e, ERROR_INPUT, "%s: %s", buffer_text(&shown), strerror(problem));
    buffer_deinit(&shown);
    return false;
}

/* Looks at what has the name; false when it is nothing to be overwritten. */
static bool look(struct save_file *f, const char *path, struct error *e)
{
    struct stat status;
    mode_t mask = umask(0);
    (void)umask(mask);
    f->mode = MODE & ~mask;
    if (!*path)
        return error_set(e, ERROR_INPUT, "a file name is needed");
    if (stat(path, &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return fail(path, EISDIR, e);
        if (!S_ISREG(status.st_mode))
            return error_set(e, ERROR_INPUT, "%s: not a plain file", path);
        if (!f->over)
            return fail(path, EEXIST, e);
        if (access(path, W_OK) != 0)
            return fail(path, errno, e);
        f->mode = status.st_mode & 07777;
    }
    f->path = f->over ? realpath(path, NULL) : NULL;
    if (!f->path)
        f->path = slice_copy(slice_of(path));
    return true;
}

/* Makes the file that is written, in the same folder. */
static bool make(struct save_file *f, struct error *e)
{
    const char *slash = strrchr(f->path, '/');
    size_t folder = slash ? (size_t)(slash + 1 - f->path) : 0;
    buffer_add(&f->own, slice_cut(slice_of(f->path), 0, folder));
    buffer_add_text(&f->own, ".folio-XXXXXX");
    int fd = mkostemp(f->own.at, O_CLOEXEC);
    f->stream = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (f->stream)
        return true;
    int problem = errno;
    if (fd >= 0) {
        close(fd);
        unlink(f->own.at);
    }
    return fail(f->path, problem, e);
}

static void release(struct save_file *f)
{
    free(f->path);
    buffer_deinit(&f->own);
    free(f);
}

struct save_file *save_file_open(const char *path, bool over, struct error *e)
{
    struct save_file *f = memory_alloc(sizeof *f);
    f->over = over;
    if (look(f, path, e) && make(f, e))
        return f;
    release(f);
    return NULL;
}

void save_file_add(struct save_file *f, struct slice bytes)
{
    if (f->problem || bytes.len == 0)
        return;
    errno = EIO;
    if (fwrite(bytes.at, 1, bytes.len, f->stream) != bytes.len)
        f->problem = errno;
    f->size += bytes.len;
}

/* Gives the file its name; 0, or what went wrong. A link fails where the name is taken; some file
 * systems have none. */
static int give_name(const struct save_file *f)
{
    if (f->over)
        return rename(f->own.at, f->path) == 0 ? 0 : errno;
    if (link(f->own.at, f->path) == 0) {
        unlink(f->own.at);
        return 0;
    }
    if (errno == EEXIST || save_file_exists(f->path))
        return EEXIST;
    return rename(f->own.at, f->path) == 0 ? 0 : errno;
}

bool save_file_close(struct save_file *f, size_t *size, struct error *e)
{
    int problem = f->problem;
    errno = EIO;
    if (!problem && (fflush(f->stream) != 0 || fchmod(fileno(f->stream), f->mode) != 0 ||
                     fdatasync(fileno(f->stream)) != 0))
        problem = errno;
    errno = EIO;
    if (fclose(f->stream) != 0 && !problem)
        problem = errno;
    if (!problem)
        problem = give_name(f);
    if (problem) {
        unlink(f->own.at);
        fail(f->path, problem, e);
    }
    if (size)
        *size = f->size;
    release(f);
    return problem == 0;
}

void save_file_drop(struct save_file *f)
{
    if (!f)
        return;
    (void)fclose(f->stream);
    unlink(f->own.at);
    release(f);
}

bool save_file_write(const char *path, struct slice bytes, bool over, struct error *e)
{
    struct save_file *f = save_file_open(path, over, e);
    if (!f)
        return false;
    save_file_add(f, bytes);
    return save_file_close(f, NULL, e);
}
