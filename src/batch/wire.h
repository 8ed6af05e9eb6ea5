/* SPDX-License-Identifier: MIT */
/*
 * Frames: what goes between the program and its workers, over a socket.
 *
 * A frame is a kind and bytes. To a worker go names of jobs; from it come pieces of what the job
 * prints, in order, and its end. Both are the same program, so sizes are as the machine has them;
 * a frame that is cut off means that the other side is gone.
 */
#ifndef FOLIO_BATCH_WIRE_H
#define FOLIO_BATCH_WIRE_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum wire_kind {
    WIRE_JOB,   /* a name, and behind a NUL its trouble; a descriptor may come with it */
    WIRE_OUT,   /* bytes for standard output */
    WIRE_ERROR, /* bytes for standard error */
    WIRE_END    /* a struct batch_result */
};

struct wire_frame {
    uint32_t kind;
    uint32_t size; /* bytes that follow */
};

enum { WIRE_MOST = 64 * 1024 /* bytes of one frame from a worker; a name may be longer */ };

/* Sends a frame, with a descriptor when `fd` is not -1, and waits until
 * it is gone. False when the other side is. */
bool wire_send(int socket, enum wire_kind kind, struct slice bytes, int fd);

/* Waits for a frame, whose bytes replace those of `bytes`; *fd is the descriptor that came with
 * it, the caller's, or -1. False when the other side is gone. */
bool wire_receive(int socket, struct wire_frame *frame, struct buffer *bytes, int *fd);

/* Takes the first whole frame off `from`, bytes that came from a worker; false when none is whole
 * yet. *taken is the length of it with its head. */
bool wire_take(struct slice from, struct wire_frame *frame, struct slice *bytes, size_t *taken);

/* A stream whose bytes become frames of that kind; NULL when there is no memory. */
FILE *wire_stream(int socket, enum wire_kind kind);

#endif
