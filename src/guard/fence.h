/* SPDX-License-Identifier: MIT */
/*
 * The fence: a process gives up what it does not need, for good, before a stranger's file can make
 * it do something.
 *
 * Behind it the process reads files, writes in one folder, and uses what it has open; it runs no
 * program, opens no socket, starts no process, and reaches into no other. What is refused fails
 * with EPERM or EACCES; nothing is ended for trying.
 *
 * Linux has Landlock for files (fence_landlock.c) and seccomp for calls (fence_seccomp.c), OpenBSD
 * unveil and pledge (fence_openbsd.c). As much is raised as the system has: its lack is no error.
 * The side of the files comes first, and costs some 20 microseconds; that of the calls some 400.
 */
#ifndef FOLIO_GUARD_FENCE_H
#define FOLIO_GUARD_FENCE_H

#include <stdbool.h>

/* From now on files are only read and nothing is executed, but in the folder (there already; NULL:
 * none) files are written, too. The terminal may still be opened. False: not on this system. */
bool fence_files(const char *folder);

/* From now on there are no programs, sockets, processes, signals to others, nor what a reader of
 * files needs even less. False: not on this system. */
bool fence_calls(void);

#endif
