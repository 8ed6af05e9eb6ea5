/* SPDX-License-Identifier: MIT */
/* Lines on two descriptors, never half of one. */
#include "batch/lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* 0, or what went wrong. */
static int write_all(int fd, struct slice bytes)
{
    while (bytes.len > 0) {
        ssize_t written = write(fd, bytes.at, bytes.len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return errno;
        bytes = slice_cut(bytes, (size_t)written, bytes.len);
    }
    return 0;
}

static void print(struct lines *l, struct slice bytes)
{
    if (!l->problem)
        l->problem = write_all(STDOUT_FILENO, bytes);
}

void lines_add(struct lines *l, bool error, struct slice bytes)
{
    if (error) {
        (void)write_all(STDERR_FILENO, bytes);
        return;
    }
    const char *last = bytes.len > 0 ? memrchr(bytes.at, '\n', bytes.len) : NULL;
    if (last) {
        size_t whole = (size_t)(last + 1 - bytes.at);
        print(l, buffer_slice(&l->out));
        buffer_clear(&l->out);
        print(l, slice_cut(bytes, 0, whole));
        bytes = slice_cut(bytes, whole, bytes.len);
    }
    buffer_add(&l->out, bytes);
}

void lines_end(struct lines *l)
{
    print(l, buffer_slice(&l->out));
    buffer_clear(&l->out);
}

void lines_drop(struct lines *l)
{
    buffer_clear(&l->out);
}

void lines_deinit(struct lines *l)
{
    buffer_deinit(&l->out);
}
