/* SPDX-License-Identifier: MIT */
/*
 * Frames: what goes between the program and its workers, over a socket.
 *
 * A frame is a kind and bytes. To a worker go names of jobs; from it come pieces of what the job
 * prints, in order, and its end. Both are the same program, so sizes are as the machine has them;
 * a frame that is cut off means that the other side is gone.
 */
#ifndef FOLIO_BATCH_FRAME_H
#define FOLIO_BATCH_FRAME_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum frame_kind {
    FRAME_JOB,   /* a name, NUL-terminated; a descriptor may come with it */
    FRAME_OUT,   /* bytes for standard output */
    FRAME_ERROR, /* bytes for standard error */
    FRAME_END    /* a struct batch_result */
};

struct frame {
    uint32_t kind;
    uint32_t size; /* bytes that follow */
};

enum { FRAME_MOST = 64 * 1024 /* bytes of one frame */ };

/* Sends a frame of at most FRAME_MOST bytes, with a descriptor when `fd` is not -1, and waits until
 * it is gone. False when the other side is. */
bool frame_send(int socket, enum frame_kind kind, struct slice bytes, int fd);

/* Waits for a frame, whose bytes replace those of `bytes`; *fd is the descriptor that came with
 * it, the caller's, or -1. False when the other side is gone. */
bool frame_receive(int socket, struct frame *frame, struct buffer *bytes, int *fd);

/* Takes the first whole frame off `from`, bytes that came from a worker; false when none is whole
 * yet. *taken is the length of it with its head. */
bool frame_take(struct slice from, struct frame *frame, struct slice *bytes, size_t *taken);

/* A stream whose bytes become frames of that kind; NULL when there is no memory. */
FILE *frame_stream(int socket, enum frame_kind kind);

#endif
