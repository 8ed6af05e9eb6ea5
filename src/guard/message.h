/* SPDX-License-Identifier: MIT */
/*
 * Messages between the reader and its helper: a verb, a name, bytes, all of sizes that are checked.
 *
 * They go over one stream socket between a process and its own fork, so numbers are as the machine
 * has them. Who reads one believes nothing of it: a verb that is none, a size beyond the bounds, a
 * name where none belongs or with a NUL in it, an end in the middle: all are MESSAGE_BAD, after
 * which nothing more is read.
 */
#ifndef FOLIO_GUARD_MESSAGE_H
#define FOLIO_GUARD_MESSAGE_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>

enum message_verb {
    MESSAGE_SAVE_NEW = 1, /* name: a path that nothing has yet; answered */
    MESSAGE_SAVE_OVER,    /* name: a path; answered */
    MESSAGE_SAVE_BYTES,   /* bytes for the file that was opened last */
    MESSAGE_SAVE_DONE,    /* it is whole; answered, with its size */
    MESSAGE_SAVE_DROP,    /* it is given up; answered */
    MESSAGE_TEXT,         /* bytes for the next command */
    MESSAGE_PIPE,         /* name: a command, with the screen; answered when it has ended */
    MESSAGE_COPY,         /* name: a command, without a screen; answered when it has ended */
    MESSAGE_EDIT,         /* the editor on a copy of the text; answered when it has ended */
    MESSAGE_ANSWER,       /* the helper's only one: bytes are what is to be said */
    MESSAGE_VERBS
};

enum {
    MESSAGE_NAME_MOST = 128 * 1024,   /* bytes of a path or a command: what execve takes */
    MESSAGE_BYTES_MOST = 1024 * 1024, /* bytes at once; longer texts are several messages */
    MESSAGE_TEXT_MOST = 1 << 30       /* bytes of a text for a command, in all its messages */
};

struct message {
    enum message_verb verb;
    int problem;       /* of an answer: 0, or an errno */
    uint64_t number;   /* of an answer to MESSAGE_SAVE_DONE: the size of the file */
    struct slice name; /* of what was read: followed by a NUL */
    struct slice bytes;
};

/* Writes it whole, with as much waiting as that takes; false when nobody is there to read it. */
bool message_write(int fd, const struct message *m);

enum message_read {
    MESSAGE_READ,
    MESSAGE_END, /* the other side has closed, between two messages */
    MESSAGE_BAD
};

/* Reads one, and waits for it. What it holds is in `room`, and good until that changes. */
enum message_read message_read(int fd, struct message *m, struct buffer *room);

#endif
