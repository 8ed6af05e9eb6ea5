/* SPDX-License-Identifier: MIT */
/*
 * Files of records in a folder: read once, changed in memory, and put together with what other runs
 * have written when they are saved.
 *
 * A file that is damaged, or no file of ours, is set aside under another name, and what could be
 * read of it is used. One of a later version, or that cannot be read, or a link that the reader has
 * laid, is left as it is. What was found wrong is told once, by the store's notice.
 */
#ifndef FOLIO_SESSION_STORE_H
#define FOLIO_SESSION_STORE_H

#include "base/buffer.h"
#include "base/error.h"
#include "session/folder.h"
#include "session/records.h"

#include <stdbool.h>
#include <stddef.h>

struct store {
    struct folder folder;
    struct buffer notice; /* lines for the reader, parted by "; "; empty: none */
};

enum stored_state {
    STORED_UNREAD,
    STORED_READ,
    STORED_CLOSED /* the file is not for us to read, nor to write then */
};

/* A file of records. */
struct stored {
    struct buffer name; /* below the folder */
    const char *what;   /* its first line says */
    size_t largest;     /* bytes; more is not ours */
    struct records records;
    enum stored_state state;
    struct stat as; /* the file that was read or written last; zeroes: none was there */
};

/* `folder` NULL: nowhere to write. */
void store_init(struct store *store, const char *folder);
void store_deinit(struct store *store);

void stored_init(struct stored *stored, struct slice name, const char *what, size_t largest);
void stored_deinit(struct stored *stored);

/* Reads the file, when that was not done. */
void store_load(struct store *store, struct stored *stored);
/* Reads what can be read of the file, and leaves it as it is, whatever it is: for a look. */
void store_peek(const struct store *store, struct stored *stored);
/* Reads it again when another run has changed it, changes of this run kept; true when it did. */
bool store_refresh(struct store *store, struct stored *stored);

/* Cuts what is to be written to its bounds; may be NULL. */
typedef void store_trim(struct records *records);

/* Writes what was changed, beside what others have written; nothing changed: does nothing. Waits
 * for the lock for `patience` milliseconds. Fails with ERROR_INPUT; nothing is lost then, here or
 * there. */
bool store_save(struct store *store, struct stored *stored, store_trim *trim, int patience,
                struct error *e);

#endif
