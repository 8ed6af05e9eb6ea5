/* SPDX-License-Identifier: MIT */
/* Where the bytes of a filing come from: a mapped file, or a pipe read to its end. */
#include "input/input.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "input/lost.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Read from a pipe at a time. */
enum { PIECE = 256 * 1024 };

struct input {
    char *name;
    struct slice bytes;
    void *map; /* NULL when the bytes are not mapped */
    size_t map_size;
    struct buffer read;  /* what came through a pipe */
    int fd;              /* of memory that is mapped; -1: of none */
    struct parts *parts; /* NULL: it is one run of bytes from the beginning */
};

static struct input *new_input(const char *name)
{
    struct input *input = memory_alloc(sizeof *input);
    input->name = slice_copy(slice_of(name));
    buffer_init(&input->read);
    input->fd = -1;
    return input;
}

static bool fail(struct error *e, int code)
{
    if (code == ENOENT || code == ENOTDIR)
        return error_set(e, ERROR_INPUT, "no such file");
    if (code == EACCES || code == EPERM)
        return error_set(e, ERROR_INPUT, "permission denied");
    if (code == EISDIR)
        return error_set(e, ERROR_INPUT, "is a directory");
    if (code == ENOMEM)
        return error_set(e, ERROR_INPUT, "cannot be read: out of memory");
    return error_set(e, ERROR_INPUT, "cannot be read: %s", strerror(code));
}

/* Standard input may be a file that somebody has read a part of: what is left counts. */
static bool map_file(struct input *input, int fd, size_t size, struct error *e)
{
    off_t at = lseek(fd, 0, SEEK_CUR);
    size_t skip = at > 0 ? (size_t)at : 0;
    void *map = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (map == MAP_FAILED)
        return fail(e, errno);
    input->map = map;
    input->map_size = size;
    lost_watch(map, size);
    input->bytes = slice_cut((struct slice){map, size}, skip, size);
    return true;
}

static bool read_all(struct input *input, int fd, struct error *e)
{
    char *piece = memory_alloc(PIECE);
    ssize_t got;
    do {
        got = read(fd, piece, PIECE);
        if (got > 0)
            buffer_add(&input->read, (struct slice){piece, (size_t)got});
    } while (got > 0 || (got < 0 && errno == EINTR));
    int code = errno;
    free(piece);
    if (got < 0)
        return fail(e, code);
    input->bytes = buffer_slice(&input->read);
    return true;
}

/* A device may never end, and a terminal would only wait. A file of size 0 may be one of
 * those that the system makes up while they are read. */
static bool take_bytes(struct input *input, int fd, struct error *e)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return fail(e, errno);
    if (S_ISDIR(st.st_mode))
        return fail(e, EISDIR);
    if (isatty(fd))
        return error_set(e, ERROR_INPUT, "is a terminal, not a filing");
    if (S_ISCHR(st.st_mode) || S_ISBLK(st.st_mode))
        return error_set(e, ERROR_INPUT, "is a device, not a file");
    if (S_ISREG(st.st_mode) && st.st_size > 0)
        return map_file(input, fd, (size_t)st.st_size, e);
    return read_all(input, fd, e);
}

struct input *input_open(const char *path, struct error *e)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        fail(e, errno);
        return NULL;
    }
    struct input *input = new_input(path);
    bool good = take_bytes(input, fd, e);
    if (!standard)
        close(fd);
    if (good)
        return input;
    input_close(input);
    return NULL;
}

struct input *input_from_bytes(const char *name, struct slice bytes)
{
    struct input *input = new_input(name);
    input->bytes = bytes;
    return input;
}

struct input *input_from_descriptor(const char *name, int fd, size_t size, struct error *e)
{
    struct input *input = new_input(name);
    input->fd = fd;
    if (size == 0)
        return input;
    void *map = mmap(NULL, size, PROT_READ, MAP_SHARED, fd, 0);
    if (map == MAP_FAILED) {
        fail(e, errno);
        input_close(input);
        return NULL;
    }
    input->map = map;
    input->map_size = size;
    input->bytes = (struct slice){map, size};
    return input;
}

struct input *input_from_parts(const char *name, struct parts *parts)
{
    struct input *input = new_input(name);
    input->parts = parts;
    return input;
}

const struct parts *input_parts(const struct input *input)
{
    return input->parts;
}

void input_join(struct input *input, const size_t *order, size_t count)
{
    parts_join(input->parts, order, count, &input->read);
    input->bytes = buffer_slice(&input->read);
}

int input_descriptor(const struct input *input)
{
    return input->fd;
}

void input_close(struct input *input)
{
    if (!input)
        return;
    if (input->map) {
        lost_forget(input->map);
        munmap(input->map, input->map_size);
    }
    if (input->fd >= 0)
        close(input->fd);
    buffer_deinit(&input->read);
    parts_free(input->parts);
    free(input->name);
    free(input);
}

struct slice input_bytes(const struct input *input)
{
    return input->bytes;
}

const char *input_name(const struct input *input)
{
    return input->name;
}

bool input_is_cut(const struct input *input)
{
    return input->map && lost_from(input->map);
}

void input_release(const struct input *input, size_t from, size_t to)
{
    if (!input->map || from >= to || to > input->bytes.len)
        return;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t skip = (size_t)(input->bytes.at - (const char *)input->map);
    size_t first = (from + skip + page - 1) / page * page;
    size_t last = (to + skip) / page * page;
    if (first < last)
        madvise((char *)input->map + first, last - first, MADV_DONTNEED);
}

void input_release_behind(const struct input *input, size_t *released, size_t to)
{
    enum { STEP = 1 << 20 };
    if (to >= *released && to - *released < STEP)
        return;
    if (to > *released)
        input_release(input, *released, to);
    *released = to; /* it may have gone back */
}
