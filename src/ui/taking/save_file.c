/* SPDX-License-Identifier: MIT */
/* Where the reader wants a file, and what is said when it cannot be written there. */
#include "ui/taking/save_file.h"

#include "base/memory.h"
#include "ui/path_names.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct save_file {
    char *path; /* as it was asked for */
    struct errand_file *file;
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
    error_set(e, ERROR_INPUT, "%s: %s", buffer_text(&shown),
              problem == ENOTSUP      ? "not a plain file"
              : problem == ECONNRESET ? "not saved: the process for it has ended, start folio anew"
              : problem == ECANCELED  ? "given up for another file"
                                      : strerror(problem));
    buffer_deinit(&shown);
    return false;
}

struct save_file *save_file_open(struct errands *errands, const char *path, bool over,
                                 struct error *e)
{
    int problem = 0;
    struct errand_file *file = NULL;
    if (!*path)
        error_set(e, ERROR_INPUT, "a file name is needed");
    else if (!(file = errand_file_open(errands, path, over, &problem)))
        fail(path, problem, e);
    if (!file)
        return NULL;
    struct save_file *f = memory_alloc(sizeof *f);
    f->path = slice_copy(slice_of(path));
    f->file = file;
    return f;
}

void save_file_add(struct save_file *f, struct slice bytes)
{
    errand_file_add(f->file, bytes);
}

static void release(struct save_file *f)
{
    free(f->path);
    free(f);
}

bool save_file_close(struct save_file *f, size_t *size, struct error *e)
{
    size_t written;
    int problem = errand_file_close(f->file, size ? size : &written);
    if (problem)
        fail(f->path, problem, e);
    release(f);
    return problem == 0;
}

void save_file_drop(struct save_file *f)
{
    if (!f)
        return;
    errand_file_drop(f->file);
    release(f);
}

bool save_file_write(struct errands *errands, const char *path, struct slice bytes, bool over,
                     struct error *e)
{
    struct save_file *f = save_file_open(errands, path, over, e);
    if (!f)
        return false;
    save_file_add(f, bytes);
    return save_file_close(f, NULL, e);
}
