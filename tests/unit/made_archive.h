/* SPDX-License-Identifier: MIT */
/* Archives and compressed files, made in memory for tests. */
#ifndef FOLIO_TESTS_MADE_ARCHIVE_H
#define FOLIO_TESTS_MADE_ARCHIVE_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

enum made_format { MADE_TAR, MADE_ZIP, MADE_RAW /* compressed only */ };

struct made_archive {
    void *writer, *out;
};

/* Begins one; made_end ends it. `filter` is "gzip", "bzip2", "xz", "zstd" or "none", `options`
 * those of libarchive's writer or NULL. False when this libarchive cannot write it. */
bool made_begin(struct made_archive *m, enum made_format format, const char *filter,
                const char *options);
/* Adds a file, a link, a device. */
void made_add(struct made_archive *m, const char *name, struct slice bytes);
void made_add_link(struct made_archive *m, const char *name, const char *link);
void made_add_device(struct made_archive *m, const char *name);
/* Adds a file of the disk, under the last part of its path. */
void made_add_file(struct made_archive *m, const char *path);
/* Ends it; its bytes replace those of `bytes`. */
void made_end(struct made_archive *m, struct buffer *bytes);

/* All of a file of the disk. */
void made_read(const char *path, struct buffer *bytes);

#endif
