/* SPDX-License-Identifier: MIT */
/* The write side of libarchive. */
#include "unit/made_archive.h"

#include "base/memory.h"

#include <archive.h>
#include <archive_entry.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static la_ssize_t take(struct archive *a, void *self, const void *bytes, size_t size)
{
    (void)a;
    buffer_add(self, (struct slice){bytes, size});
    return (la_ssize_t)size;
}

static int pass(struct archive *a, void *self)
{
    (void)a;
    (void)self;
    return ARCHIVE_OK;
}

static void must(int status)
{
    if (status >= ARCHIVE_WARN)
        return;
    (void)fputs("made_archive: cannot be written\n", stderr);
    abort();
}

bool made_begin(struct made_archive *m, enum made_format format, const char *filter,
                const char *options)
{
    struct archive *a = archive_write_new();
    m->writer = a;
    m->out = memory_alloc(sizeof(struct buffer));
    must(format == MADE_TAR   ? archive_write_set_format_pax_restricted(a)
         : format == MADE_ZIP ? archive_write_set_format_zip(a)
                              : archive_write_set_format_raw(a));
    bool good =
        strcmp(filter, "none") == 0 || archive_write_add_filter_by_name(a, filter) >= ARCHIVE_WARN;
    good = good && (!options || archive_write_set_options(a, options) == ARCHIVE_OK);
    (void)archive_write_set_passphrase(a, "secret");
    (void)archive_write_set_bytes_in_last_block(a, 1);
    must(archive_write_open(a, m->out, pass, take, pass));
    if (good)
        return true;
    struct buffer nothing = {0};
    made_end(m, &nothing);
    buffer_deinit(&nothing);
    return false;
}

static struct archive_entry *entry_of(const char *name, unsigned type)
{
    struct archive_entry *e = archive_entry_new();
    archive_entry_set_pathname(e, name);
    archive_entry_set_filetype(e, type);
    archive_entry_set_perm(e, 0644);
    return e;
}

static void write_entry(struct made_archive *m, struct archive_entry *e, struct slice bytes)
{
    archive_entry_set_size(e, (la_int64_t)bytes.len);
    must(archive_write_header(m->writer, e));
    for (size_t done = 0; done < bytes.len;) {
        la_ssize_t got = archive_write_data(m->writer, bytes.at + done, bytes.len - done);
        must(got > 0 ? ARCHIVE_OK : ARCHIVE_FATAL);
        done += (size_t)got;
    }
    archive_entry_free(e);
}

void made_add(struct made_archive *m, const char *name, struct slice bytes)
{
    write_entry(m, entry_of(name, AE_IFREG), bytes);
}

void made_add_link(struct made_archive *m, const char *name, const char *link)
{
    struct archive_entry *e = entry_of(name, AE_IFLNK);
    archive_entry_set_symlink(e, link);
    write_entry(m, e, SLICE(""));
}

void made_add_device(struct made_archive *m, const char *name)
{
    write_entry(m, entry_of(name, AE_IFCHR), SLICE(""));
}

void made_read(const char *path, struct buffer *bytes)
{
    FILE *file = fopen(path, "rb");
    char piece[4096];
    must(file ? ARCHIVE_OK : ARCHIVE_FATAL);
    for (size_t got; file && (got = fread(piece, 1, sizeof piece, file)) > 0;)
        buffer_add(bytes, (struct slice){piece, got});
    if (file)
        (void)fclose(file);
}

void made_add_file(struct made_archive *m, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct buffer bytes = {0};
    made_read(path, &bytes);
    made_add(m, slash ? slash + 1 : path, buffer_slice(&bytes));
    buffer_deinit(&bytes);
}

void made_end(struct made_archive *m, struct buffer *bytes)
{
    struct buffer *out = m->out;
    (void)archive_write_close(m->writer);
    (void)archive_write_free(m->writer);
    buffer_clear(bytes);
    buffer_add(bytes, buffer_slice(out));
    buffer_deinit(out);
    free(out);
}
