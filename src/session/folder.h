/* SPDX-License-Identifier: MIT */
/*
 * A folder of the reader's own, and how files in it are read and written so that none is ever half
 * there, none of a stranger's is touched, and nothing odd in a file's place does harm.
 *
 * Names are below the folder and may have one folder in front ("notes/KEY.txt"). Folders are made
 * of mode 0700, files of 0600.
 */
#ifndef FOLIO_SESSION_FOLDER_H
#define FOLIO_SESSION_FOLDER_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

struct folder {
    struct buffer path; /* without '/' at its end; empty: nowhere */
};

/* NULL: nowhere, as when the environment names no home. */
void folder_init(struct folder *f, const char *path);
void folder_deinit(struct folder *f);

/* Makes the folder when it is not there. Fails with ERROR_INPUT, also when it is another user's. */
bool folder_make(const struct folder *f, struct error *e);

enum folder_found {
    FOLDER_NOTHING,
    FOLDER_FILE,
    FOLDER_LINK,  /* to something: not followed */
    FOLDER_ODD,   /* a pipe, a folder, or larger than `most`: not read */
    FOLDER_CLOSED /* it cannot be read */
};

/* Adds what the file holds. *as, when not NULL, is of the file that was read. */
enum folder_found folder_read(const struct folder *f, const char *name, size_t most,
                              struct buffer *out, struct stat *as);
/* What is in that place, links not followed; zeroes when nothing is. */
void folder_look(const struct folder *f, const char *name, struct stat *as);
/* True when the file in that place is still the one, unchanged. */
bool folder_same(const struct folder *f, const char *name, const struct stat *as);

/* Puts a new file in the place of an old one: whoever reads sees the one or the other, whole, even
 * after a crash. Makes the folder. Fails with ERROR_INPUT; the old one stays then. */
bool folder_replace(const struct folder *f, const char *name, struct slice text, struct error *e);
/* Takes a file away; one that is not there is no error. */
bool folder_remove(const struct folder *f, const char *name, struct error *e);
/* Gives a file another name, "NAME.bad-1" and so on, added to `now`. Whoever calls holds the lock.
 */
bool folder_set_aside(const struct folder *f, const char *name, struct buffer *now,
                      struct error *e);

/* How long is waited for the lock, in milliseconds. */
enum {
    FOLDER_IN_A_KEY = 20, /* the reader waits for it */
    FOLDER_PATIENT = 1000
};
/* Holds the lock of the folder, made when it is not there, against other runs. *lock is for
 * folder_unlock; -1 where the system has no locks. Fails with ERROR_INPUT. */
bool folder_lock(const struct folder *f, int patience, int *lock, struct error *e);
void folder_unlock(int lock);

/* One file of a folder. */
struct folder_entry {
    char *name;        /* without the folder */
    long long changed; /* seconds since 1970 */
};
struct folder_list {
    ARRAY(struct folder_entry) list; /* newest first */
};
/* The plain files in a folder below; half-written ones that a run left behind an hour or more ago
 * are taken away. */
void folder_list(const struct folder *f, const char *below, struct folder_list *list);
void folder_list_deinit(struct folder_list *list);

#endif
