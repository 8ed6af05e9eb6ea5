/* SPDX-License-Identifier: MIT */
/*
 * The helper: a process that writes files and runs commands for the reader, who has no right to.
 *
 * It is forked before a filing is opened, so it has read nothing of a stranger's; it takes messages
 * (guard/message.h) from one socket and ends when that does, whatever has become of the reader. A
 * command that runs then is told that its terminal is gone. A message that is not sound ends it.
 * The terminal's signals are for the reader and for commands: the helper passes over them.
 */
#ifndef FOLIO_GUARD_HELPER_H
#define FOLIO_GUARD_HELPER_H

#include "guard/child.h"

#include <sys/types.h>

/* Starts the process, *pid: the reader's end of its socket, or -1. To be called before other
 * descriptors are open than those that a command may have, and before signals are handled. */
int helper_start(pid_t *pid);

/* What it does: takes messages from the socket until that ends; closes it as the last. `signals`:
 * of the commands. */
void helper_serve(int fd, const struct child_signals *signals);

#endif
