/* SPDX-License-Identifier: MIT */
/* Writing beside the file, and giving it the name. */
#include "base/new_file.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MODE = 0666 /* of a new file, before the umask */ };

struct new_file {
    char *path;        /* the name that it gets: of a link what that leads to */
    struct buffer own; /* and has meanwhile */
    enum new_file_over over;
    mode_t mode;
    FILE *stream;
    size_t size;
    int problem; /* errno of the first write that failed */
};

/* Looks at what has the name; 0, or why that is nothing to be written over. */
static int look(struct new_file *f, const char *path)
{
    struct stat status;
    mode_t mask = umask(0);
    (void)umask(mask);
    f->mode = MODE & ~mask;
    if (f->over == NEW_FILE_HERE && lstat(path, &status) == 0 && S_ISLNK(status.st_mode))
        return ELOOP;
    if (stat(path, &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return EISDIR;
        if (!S_ISREG(status.st_mode))
            return ENOTSUP;
        if (f->over == NEW_FILE_ONLY)
            return EEXIST;
        if (access(path, W_OK) != 0)
            return errno;
        f->mode = status.st_mode & 0777; /* new contents have no claim to setuid */
    }
    errno = 0;
    f->path = f->over == NEW_FILE_OVER ? realpath(path, NULL) : NULL;
    if (!f->path && errno == ENOMEM)
        memory_exhausted();
    if (!f->path)
        f->path = slice_copy(slice_of(path));
    return 0;
}

/* Makes the file that is written, in the same folder; 0, or what went wrong. */
static int make(struct new_file *f)
{
    const char *slash = strrchr(f->path, '/');
    size_t folder = slash ? (size_t)(slash + 1 - f->path) : 0;
    buffer_add(&f->own, slice_cut(slice_of(f->path), 0, folder));
    buffer_add_text(&f->own, ".folio-XXXXXX");
    int fd = mkostemp(f->own.at, O_CLOEXEC);
    f->stream = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (f->stream)
        return 0;
    int problem = errno;
    if (fd >= 0) {
        close(fd);
        unlink(f->own.at);
    }
    return problem;
}

static void release(struct new_file *f)
{
    free(f->path);
    buffer_deinit(&f->own);
    free(f);
}

struct new_file *new_file_open(const char *path, enum new_file_over over, int *problem)
{
    struct new_file *f = memory_alloc(sizeof *f);
    f->over = over;
    *problem = look(f, path);
    if (!*problem)
        *problem = make(f);
    if (!*problem)
        return f;
    release(f);
    return NULL;
}

void new_file_add(struct new_file *f, struct slice bytes)
{
    if (f->problem || bytes.len == 0)
        return;
    errno = EIO;
    if (fwrite(bytes.at, 1, bytes.len, f->stream) != bytes.len)
        f->problem = errno;
    f->size += bytes.len;
}

size_t new_file_size(const struct new_file *f)
{
    return f->size;
}

/* Gives the file its name; 0, or what went wrong. A link fails where the name is taken; some file
 * systems have none. */
static int give_name(const struct new_file *f)
{
    struct stat there;
    if (f->over != NEW_FILE_ONLY)
        return rename(f->own.at, f->path) == 0 ? 0 : errno;
    if (link(f->own.at, f->path) == 0) {
        unlink(f->own.at);
        return 0;
    }
    if (errno == EEXIST || lstat(f->path, &there) == 0)
        return EEXIST;
    return rename(f->own.at, f->path) == 0 ? 0 : errno;
}

int new_file_close(struct new_file *f, bool sync)
{
    int problem = f->problem;
    errno = EIO;
    if (!problem && (fflush(f->stream) != 0 || fchmod(fileno(f->stream), f->mode) != 0 ||
                     (sync && fdatasync(fileno(f->stream)) != 0)))
        problem = errno;
    errno = EIO;
    if (fclose(f->stream) != 0 && !problem)
        problem = errno;
    if (!problem)
        problem = give_name(f);
    if (problem)
        unlink(f->own.at);
    release(f);
    return problem;
}

void new_file_drop(struct new_file *f)
{
    if (!f)
        return;
    (void)fclose(f->stream);
    unlink(f->own.at);
    release(f);
}
