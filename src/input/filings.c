/* SPDX-License-Identifier: MIT */
/* From a path to filings. */
#include "input/filings.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "input/members.h"
#include "input/parts_zip.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { HEAD = 512 /* bytes that tell what is packed */ };

struct filings {
    struct input *file;      /* as it is on the disk; given away when it is a filing itself */
    struct members *members; /* NULL: it is not packed */
    char *only;              /* the member that is asked for; NULL: all */
    size_t count;            /* given so far */
    size_t released;         /* bytes of the file */
    struct buffer name;
    struct error error; /* of the one that was come to */
    bool broken;        /* no more can be read */
};

/* Opens the file that a path names, or that stands before a "//" in it; what is behind goes to
 * *member. */
static struct input *open_file(const char *path, const char **member, struct error *e)
{
    struct input *file = input_open(path, e);
    *member = NULL;
    for (const char *at = path; !file && (at = strstr(at, "//")); at++) {
        struct error other = {0};
        char *archive = slice_copy((struct slice){path, (size_t)(at - path)});
        file = *archive ? input_open(archive, &other) : NULL;
        free(archive);
        if (file && !members_packed(slice_cut(input_bytes(file), 0, HEAD))) {
            input_close(file);
            return NULL;
        }
        if (file)
            *member = at + 2;
    }
    return file;
}

/* A folder of one filing is read at once. */
static struct filings *open_folder(const char *path, struct error *e)
{
    struct parts *parts = parts_of_folder(path, e);
    if (!parts)
        return NULL;
    struct filings *f = memory_alloc(sizeof *f);
    f->file = input_from_parts(path, parts);
    return f;
}

/* What is packed: an archive of filings, or one filing's folder. False also when it is too much for
 * one filing, and is one by its names. */
static bool unpack(struct filings *f, struct error *e)
{
    struct slice bytes = input_bytes(f->file);
    if (!members_packed(slice_cut(bytes, 0, HEAD)))
        return true;
    f->members = members_open(bytes, e);
    if (!f->members || f->only || !members_zip(f->members))
        return f->members != NULL;
    struct parts *parts = parts_zip(bytes, e);
    if (!parts) /* its members are filings */
        return e->kind == ERROR_NONE;
    struct input *folder = input_from_parts(input_name(f->file), parts);
    members_close(f->members);
    f->members = NULL;
    input_close(f->file);
    f->file = folder;
    return true;
}

struct filings *filings_open(const char *path, struct error *e)
{
    const char *member;
    struct stat st;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        return open_folder(path, e);
    struct input *file = open_file(path, &member, e);
    if (!file)
        return NULL;
    struct filings *f = memory_alloc(sizeof *f);
    f->file = file;
    f->only = member ? slice_copy(slice_of(member)) : NULL;
    if (unpack(f, e))
        return f;
    filings_close(f);
    return NULL;
}

void filings_close(struct filings *f)
{
    if (!f)
        return;
    members_close(f->members);
    input_close(f->file);
    buffer_deinit(&f->name);
    free(f->only);
    free(f);
}

bool filings_many(const struct filings *f)
{
    return f->members && !members_single(f->members) && !f->only;
}

void filings_name(struct buffer *out, const char *archive, struct slice member)
{
    buffer_clear(out);
    buffer_add_text(out, archive);
    if (member.len > 0) {
        buffer_add_text(out, "//");
        buffer_add(out, member);
    }
}

/* Comes to the next member, or to that which is asked for. What is broken is told once, under the
 * name of the member, or of the archive where there is none. */
static bool next_member(struct filings *f)
{
    struct slice name, only = slice_of(f->only);
    enum members_found found;
    do {
        f->error = (struct error){0};
        found = members_next(f->members, &name, &f->error);
    } while (f->only && (found == MEMBERS_GOOD || found == MEMBERS_BAD) &&
             !slice_equal(name, only));
    f->broken = found == MEMBERS_BROKEN || found == MEMBERS_END;
    filings_name(&f->name, input_name(f->file), f->only ? only : name);
    if (found == MEMBERS_END && f->only)
        error_set(&f->error, ERROR_INPUT, "there is no such member");
    else if (found == MEMBERS_END && f->count == 0)
        error_set(&f->error, ERROR_INPUT, "is packed, and holds nothing");
    return f->error.kind != ERROR_NONE || found != MEMBERS_END;
}

bool filings_next(struct filings *f, const char **name)
{
    if (f->broken || (f->count > 0 && (!f->members || members_single(f->members) || f->only)))
        return false;
    if (f->members) {
        input_release_behind(f->file, &f->released, members_taken(f->members));
        if (!next_member(f))
            return false;
    } else {
        buffer_add_text(&f->name, input_name(f->file));
    }
    f->count++;
    *name = buffer_text(&f->name);
    return true;
}

struct input *filings_input(const char *name, int fd, size_t size, struct error *e)
{
    struct input *input = input_from_descriptor(name, fd, size, e);
    if (!input || !members_packed(slice_cut(input_bytes(input), 0, HEAD)))
        return input;
    error_set(e, ERROR_INPUT, "is packed in what is packed: not opened");
    input_close(input);
    return NULL;
}

struct input *filings_take(struct filings *f, struct error *e)
{
    int fd;
    size_t size;
    if (f->error.kind != ERROR_NONE) {
        *e = f->error;
        return NULL;
    }
    if (!f->members) {
        struct input *input = f->file;
        f->file = NULL;
        return input;
    }
    enum members_found found = members_read(f->members, &fd, &size, e);
    f->broken = f->broken || found == MEMBERS_BROKEN;
    return found == MEMBERS_GOOD ? filings_input(buffer_text(&f->name), fd, size, e) : NULL;
}

struct input *filings_archive(struct filings *f)
{
    struct input *archive = f->file;
    members_close(f->members);
    f->members = NULL;
    f->file = NULL;
    f->broken = true;
    return archive;
}

struct input *filings_only(const char *path, struct error *e)
{
    struct filings *f = filings_open(path, e);
    struct input *input = NULL;
    const char *name;
    if (!f)
        return NULL;
    if (filings_many(f))
        error_set(e, ERROR_INPUT, "is an archive: name one of its filings, %s//MEMBER", path);
    else if (filings_next(f, &name))
        input = filings_take(f, e);
    filings_close(f);
    return input;
}
