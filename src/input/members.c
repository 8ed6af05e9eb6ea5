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
    HEADER = 512,    /* so much work is a header at least, in bytes unpacked */
    MEGABYTE = 1 << 20,
    TO_UNPACK = 32 * MEGABYTE /* more than unpacking takes, but for rare settings */
};

struct members {
    struct archive *archive;
    struct archive_entry *entry;
    bool single;
    bool quick;  /* what is not wanted need not be unpacked */
    bool ahead;  /* the first member was asked for while opening, and not yet given */
    bool inside; /* there is more of the last one, and it must be unpacked to come behind it */
    int status;  /* of asking for it */
    size_t count;
    size_t unpacked;     /* bytes, of all members */
    struct error damage; /* of a header that was passed over: told at the end */
    struct buffer name;
};

/* Who unpacks what begins like this: a filter of libarchive; ARCHIVE_FILTER_NONE for an archive
 * that is not compressed; -1 when it is not packed. */
static int packer_of(struct slice head)
{
    enum { TAR = 257 };
    static const struct {
        size_t at;
        struct slice bytes;
        int filter;
    } marks[] = {
        {0, SLICE_ROW("\x1f\x8b"), ARCHIVE_FILTER_GZIP},
        {0, SLICE_ROW("\x1f\x9d"), ARCHIVE_FILTER_COMPRESS},
        {0, SLICE_ROW("BZh"), ARCHIVE_FILTER_BZIP2},
        {0,
         SLICE_ROW("\xfd"
                   "7zXZ"),
         ARCHIVE_FILTER_XZ},
        {0, SLICE_ROW("\x28\xb5\x2f\xfd"), ARCHIVE_FILTER_ZSTD},
        {0, SLICE_ROW("PK\x03\x04"), ARCHIVE_FILTER_NONE}, /* zip */
        {0, SLICE_ROW("PK\x05\x06"), ARCHIVE_FILTER_NONE}, /* zip without members */
        {TAR, SLICE_ROW("ustar"), ARCHIVE_FILTER_NONE},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts(slice_cut(head, marks[i].at, head.len), marks[i].bytes))
            return marks[i].filter;
    return -1;
}

bool members_packed(struct slice head)
{
    return packer_of(head) >= 0;
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

/* One unpacker, that of the first bytes, and what may be in it. What is not supported by this
 * libarchive is told when it comes. A zip is read by its list where it has one, else `streamed`,
 * from its beginning; in what is compressed nothing could jump from member to member. */
static void support(struct archive *a, int filter, bool streamed)
{
    switch (filter) {
    case ARCHIVE_FILTER_GZIP:
        /* Not asked whether it is twice: a name in the inner header might never end. */
        (void)archive_read_append_filter(a, filter);
        break;
    case ARCHIVE_FILTER_COMPRESS:
        (void)archive_read_support_filter_compress(a);
        break;
    case ARCHIVE_FILTER_BZIP2:
        (void)archive_read_support_filter_bzip2(a);
        break;
    case ARCHIVE_FILTER_XZ:
        (void)archive_read_support_filter_xz(a);
        break;
    case ARCHIVE_FILTER_ZSTD:
        (void)archive_read_support_filter_zstd(a);
        break;
    default:
        (void)(streamed ? archive_read_support_format_zip_streamable(a)
                        : archive_read_support_format_zip_seekable(a));
    }
    (void)archive_read_support_format_tar(a);
    (void)archive_read_support_format_empty(a);
    (void)archive_read_support_format_raw(a);
}

/* Opens the bytes in this way, and asks for the first member. */
static bool begin(struct members *m, struct slice bytes, int filter, bool streamed)
{
    enum { ONE = 2 /* filters, with that which does nothing */ };
    /* Without memory the library crashes, or ends the program in words of its own. */
    memory_make_sure(TO_UNPACK);
    m->archive = archive_read_new();
    if (!m->archive)
        memory_exhausted();
    support(m->archive, filter, streamed);
    m->quick = filter == ARCHIVE_FILTER_NONE && !streamed;
    if (archive_read_open_memory2(m->archive, bytes.at, bytes.len, PIECE) != ARCHIVE_OK)
        return false;
    /* What was appended is not tried while opening: bytes that it cannot read would be none. */
    if (filter == ARCHIVE_FILTER_GZIP && archive_errno(m->archive) != 0)
        return false;
    if (archive_filter_count(m->archive) > ONE) {
        archive_set_error(m->archive, EINVAL, "it is packed twice");
        return false;
    }
    m->status = archive_read_next_header(m->archive, &m->entry);
    m->single = is_format(archive_format(m->archive), ARCHIVE_FORMAT_RAW);
    return m->status >= ARCHIVE_WARN;
}

struct members *members_open(struct slice bytes, struct error *e)
{
    struct members *m = memory_alloc(sizeof *m);
    int filter = packer_of(bytes);
    bool good = begin(m, bytes, filter, false);
    if (filter == ARCHIVE_FILTER_NONE && (!good || m->single)) {
        (void)archive_read_free(m->archive);
        good = begin(m, bytes, filter, true);
    }
    if (!good) {
        fail(m, e);
        members_close(m);
        return NULL;
    }
    m->ahead = true;
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

/* Bytes that were unpacked; also those of headers, which nobody sees. */
static size_t unpacked(const struct members *m)
{
    la_int64_t out = archive_filter_bytes(m->archive, 0);
    return out > 0 && (size_t)out > m->unpacked ? (size_t)out : m->unpacked;
}

/* A bomb is small, and becomes large. */
static bool is_bomb(const struct members *m, struct error *e)
{
    size_t size = unpacked(m), free = (size_t)MEMBERS_FREE_MEGABYTES * MEGABYTE;
    bool is = size > free && size / MEMBERS_RATIO > members_taken(m);
    if (is)
        error_set(e, ERROR_INPUT, "becomes more than %d times larger: not read", MEMBERS_RATIO);
    return is;
}

/* ---- from member to member */

/* A piece of what is left of the last member, or all: MEMBERS_GOOD. What is wrong with it is no
 * matter, as long as there is a way past it. */
static enum members_found pass_over(struct members *m, size_t most, struct error *e)
{
    const void *piece;
    size_t len = 0;
    la_int64_t at;
    for (size_t done = 0; m->inside; done += len) {
        if (done >= most)
            return MEMBERS_MORE;
        int status = archive_read_data_block(m->archive, &piece, &len, &at);
        if (status == ARCHIVE_FATAL) {
            fail(m, e);
            return MEMBERS_BROKEN;
        }
        m->inside = status == ARCHIVE_OK;
        m->unpacked += m->inside ? len : 0;
        if (is_bomb(m, e))
            return MEMBERS_BROKEN;
    }
    return MEMBERS_GOOD;
}

/* The next header. Behind one that is damaged there may be others. */
static enum members_found next_header(struct members *m, struct error *e)
{
    memory_make_sure(TO_UNPACK);
    if (!m->ahead)
        m->status = archive_read_next_header(m->archive, &m->entry);
    m->ahead = false;
    if (m->status == ARCHIVE_EOF && m->damage.kind == ERROR_NONE)
        return MEMBERS_END;
    if (m->status == ARCHIVE_EOF) {
        *e = m->damage;
        return MEMBERS_BROKEN;
    }
    if (m->status == ARCHIVE_RETRY && m->damage.kind == ERROR_NONE)
        fail(m, &m->damage);
    if (m->status < ARCHIVE_WARN) {
        fail(m, e);
        return MEMBERS_BROKEN;
    }
    m->inside = !m->quick && m->status != ARCHIVE_RETRY;
    if (++m->count > MEMBERS_MOST) {
        error_set(e, ERROR_INPUT, "has more than %d members; the others are not read",
                  MEMBERS_MOST);
        return MEMBERS_BROKEN;
    }
    return is_bomb(m, e) ? MEMBERS_BROKEN : MEMBERS_GOOD;
}

static bool is_file(const struct members *m)
{
    return m->single ||
           (archive_entry_filetype(m->entry) == AE_IFREG && !archive_entry_hardlink(m->entry));
}

/* The name of a member; and whether it can be read. */
static enum members_found describe(struct members *m, struct slice *name, struct error *e)
{
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

enum members_found members_step(struct members *m, size_t most, struct slice *name, struct error *e)
{
    buffer_clear(&m->name);
    *name = (struct slice){NULL, 0};
    for (size_t done = 0; done < most;) {
        size_t before = unpacked(m);
        enum members_found found = pass_over(m, most - done, e);
        if (found == MEMBERS_GOOD)
            found = next_header(m, e);
        if (found != MEMBERS_GOOD)
            return found;
        if (is_file(m))
            return describe(m, name, e);
        size_t after = unpacked(m);
        done += after > before + HEADER ? after - before : HEADER;
    }
    return MEMBERS_MORE;
}

enum members_found members_next(struct members *m, struct slice *name, struct error *e)
{
    enum members_found found;
    do
        found = members_step(m, SIZE_MAX, name, e);
    while (found == MEMBERS_MORE);
    return found;
}

/* ---- what is in a member */

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
    return is_bomb(m, e) ? MEMBERS_BROKEN : MEMBERS_GOOD;
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
        if (status == ARCHIVE_EOF) {
            m->inside = false;
            return MEMBERS_GOOD;
        }
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
