/* SPDX-License-Identifier: MIT */
/* Packed files and archives, by libarchive. */
#include "input/members.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <archive.h>
#include <archive_entry.h>

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PIECE = 1 << 18, /* bytes of the file that are handed over at once */
    MEGABYTE = 1 << 20,
    TO_UNPACK = 32 * MEGABYTE /* more than unpacking takes, but for rare settings */
};

struct members {
    struct archive *archive;
    struct archive_entry *entry;
    bool single;
    bool ahead; /* the first member was asked for while opening, and not yet given */
    int status; /* of asking for it */
    size_t count;
    size_t unpacked; /* bytes, of all members */
    struct buffer name;
};

bool members_packed(struct slice head)
{
    enum { TAR = 257 };
    static const struct {
        size_t at;
        struct slice bytes;
    } marks[] = {
        {0, SLICE_ROW("\x1f\x8b")}, /* gzip */
        {0, SLICE_ROW("\x1f\x9d")}, /* compress */
        {0, SLICE_ROW("BZh")},      /* bzip2 */
        {0, SLICE_ROW("\xfd"
                      "7zXZ")},             /* xz */
        {0, SLICE_ROW("\x28\xb5\x2f\xfd")}, /* zstd */
        {0, SLICE_ROW("PK\x03\x04")},       /* zip */
        {0, SLICE_ROW("PK\x05\x06")},       /* zip without members */
        {TAR, SLICE_ROW("ustar")},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts(slice_cut(head, marks[i].at, head.len), marks[i].bytes))
            return true;
    return false;
}

/* The words of libarchive, or those of the system. */
static bool fail(const struct members *m, struct error *e)
{
    const char *words = archive_error_string(m->archive);
    return error_set(e, ERROR_INPUT, "cannot be unpacked: %s",
                     words ? words : strerror(archive_errno(m->archive)));
}

static bool is_format(int format, int base)
{
    return (format & ARCHIVE_FORMAT_BASE_MASK) == base;
}

static void support(struct archive *a)
{
    /* What is not supported by this libarchive is told when it comes. */
    (void)archive_read_support_filter_gzip(a);
    (void)archive_read_support_filter_bzip2(a);
    (void)archive_read_support_filter_xz(a);
    (void)archive_read_support_filter_zstd(a);
    (void)archive_read_support_filter_compress(a);
    (void)archive_read_support_format_tar(a);
    (void)archive_read_support_format_zip(a);
    (void)archive_read_support_format_empty(a);
    (void)archive_read_support_format_raw(a);
}

struct members *members_open(struct slice bytes, struct error *e)
{
    struct members *m = memory_alloc(sizeof *m);
    /* Without memory the library crashes, or ends the program in words of its own. */
    memory_make_sure(TO_UNPACK);
    m->archive = archive_read_new();
    if (!m->archive)
        memory_exhausted();
    support(m->archive);
    bool good = archive_read_open_memory2(m->archive, bytes.at, bytes.len, PIECE) == ARCHIVE_OK;
    if (good) {
        m->status = archive_read_next_header(m->archive, &m->entry);
        good = m->status >= ARCHIVE_WARN;
    }
    if (!good) {
        fail(m, e);
        members_close(m);
        return NULL;
    }
    m->ahead = true;
    m->single = is_format(archive_format(m->archive), ARCHIVE_FORMAT_RAW);
    return m;
}

void members_close(struct members *m)
{
    if (!m)
        return;
    (void)archive_read_free(m->archive);
    buffer_deinit(&m->name);
    free(m);
}

bool members_single(const struct members *m)
{
    return m->single;
}

bool members_zip(const struct members *m)
{
    return is_format(archive_format(m->archive), ARCHIVE_FORMAT_ZIP);
}

bool members_quick(const struct members *m)
{
    return members_zip(m) || (archive_filter_count(m->archive) > 0 &&
                              archive_filter_code(m->archive, 0) == ARCHIVE_FILTER_NONE);
}

bool members_size(const struct members *m, size_t *size)
{
    bool told =
        m->entry && archive_entry_size_is_set(m->entry) && archive_entry_size(m->entry) >= 0;
    *size = told ? (size_t)archive_entry_size(m->entry) : 0;
    return told;
}

size_t members_taken(const struct members *m)
{
    return (size_t)archive_filter_bytes(m->archive, -1);
}

/* The next header of a plain file. */
static int next_file(struct members *m)
{
    for (;;) {
        memory_make_sure(TO_UNPACK);
        if (!m->ahead)
            m->status = archive_read_next_header(m->archive, &m->entry);
        m->ahead = false;
        if (m->status < ARCHIVE_WARN || m->status == ARCHIVE_EOF)
            return m->status;
        if (m->single ||
            (archive_entry_filetype(m->entry) == AE_IFREG && !archive_entry_hardlink(m->entry)))
            return m->status;
        if (++m->count > MEMBERS_MOST)
            return ARCHIVE_OK;
    }
}

enum members_found members_next(struct members *m, struct slice *name, struct error *e)
{
    buffer_clear(&m->name);
    *name = (struct slice){NULL, 0};
    int status = next_file(m);
    if (status == ARCHIVE_EOF)
        return MEMBERS_END;
    if (status < ARCHIVE_WARN) {
        fail(m, e);
        return MEMBERS_BROKEN;
    }
    if (++m->count > MEMBERS_MOST) {
        error_set(e, ERROR_INPUT, "has more than %d members; the others are not read",
                  MEMBERS_MOST);
        return MEMBERS_BROKEN;
    }
    const char *path = m->single ? NULL : archive_entry_pathname(m->entry);
    /* The locale may have no letters for it. */
    if (!m->single && !path)
        path = archive_entry_pathname_utf8(m->entry);
    buffer_add_text(&m->name, path ? path : "");
    *name = buffer_slice(&m->name);
    if (archive_entry_is_encrypted(m->entry) == 1) {
        error_set(e, ERROR_INPUT, "is encrypted");
        return MEMBERS_BAD;
    }
    return MEMBERS_GOOD;
}

/* A bomb is small, and becomes large. */
static bool is_bomb(const struct members *m)
{
    size_t taken = members_taken(m), free = (size_t)MEMBERS_FREE_MEGABYTES * MEGABYTE;
    return m->unpacked > free && m->unpacked / MEMBERS_RATIO > taken;
}

static enum members_found fail_system(struct error *e)
{
    error_set(e, ERROR_INPUT, "cannot be unpacked: %s", strerror(errno));
    return MEMBERS_BAD;
}

static bool write_all(int fd, const char *piece, size_t len)
{
    for (size_t done = 0; done < len;) {
        ssize_t written = write(fd, piece + done, len - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += (size_t)written;
    }
    return true;
}

static enum members_found add_piece(struct members *m, struct members_reading *r,
                                    struct slice piece, struct error *e)
{
    if (r->fd >= 0 && !write_all(r->fd, piece.at, piece.len))
        return fail_system(e);
    if (r->size < r->keep)
        buffer_add(&r->head, slice_cut(piece, 0, r->keep - r->size));
    r->size += piece.len;
    m->unpacked += piece.len;
    if (r->size > (size_t)MEMBERS_MEGABYTES * MEGABYTE) {
        error_set(e, ERROR_INPUT, "is larger than %d MB, unpacked: not read", MEMBERS_MEGABYTES);
        return MEMBERS_BAD;
    }
    if (is_bomb(m)) {
        error_set(e, ERROR_INPUT, "becomes more than %d times larger: not read", MEMBERS_RATIO);
        return MEMBERS_BROKEN;
    }
    return MEMBERS_GOOD;
}

/* Blanks for a hole of a sparse member would be no text: such a member is none of EDGAR's. */
enum members_found members_go_on(struct members *m, struct members_reading *r, size_t most,
                                 struct error *e)
{
    const void *piece;
    size_t len;
    la_int64_t at;
    for (size_t before = r->size; r->size - before < most;) {
        int status = archive_read_data_block(m->archive, &piece, &len, &at);
        if (status == ARCHIVE_EOF)
            return MEMBERS_GOOD;
        /* A mere warning here is of a checksum that differs. */
        if (status != ARCHIVE_OK) {
            fail(m, e);
            return status == ARCHIVE_FATAL ? MEMBERS_BROKEN : MEMBERS_BAD;
        }
        if ((size_t)at != r->size) {
            error_set(e, ERROR_INPUT, "is a file with holes: not read");
            return MEMBERS_BAD;
        }
        enum members_found found = add_piece(m, r, (struct slice){piece, len}, e);
        if (found != MEMBERS_GOOD)
            return found;
    }
    return MEMBERS_MORE;
}

enum members_found members_begin(struct members_reading *r, struct error *e)
{
    *r = (struct members_reading){.fd = memfd_create("folio", MFD_CLOEXEC)};
    return r->fd < 0 ? fail_system(e) : MEMBERS_GOOD;
}

void members_end(struct members_reading *r)
{
    if (r->fd >= 0)
        close(r->fd);
    buffer_deinit(&r->head);
    *r = (struct members_reading){.fd = -1};
}

enum members_found members_read(struct members *m, int *fd, size_t *size, struct error *e)
{
    struct members_reading r;
    enum members_found found = members_begin(&r, e);
    if (found == MEMBERS_GOOD)
        found = members_go_on(m, &r, SIZE_MAX, e);
    if (found != MEMBERS_GOOD)
        members_end(&r);
    *fd = r.fd;
    *size = r.size;
    return found;
}
