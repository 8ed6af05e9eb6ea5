/* SPDX-License-Identifier: MIT */
/*
 * An input: the bytes of one file, pipe or standard input, under a name.
 *
 * A regular file is mapped, a pipe is read to its end. The bytes stay where they are until
 * input_close; nobody here writes to them. Slices of a filing point into them.
 */
#ifndef FOLIO_INPUT_INPUT_H
#define FOLIO_INPUT_INPUT_H

#include "base/error.h"
#include "base/slice.h"
#include "input/parts.h"

#include <stdbool.h>

struct input;

/* Opens a path, or standard input for "-". NULL and an ERROR_INPUT ("no such file", "is a
 * directory", "permission denied") on failure. */
struct input *input_open(const char *path, struct error *e);

/* An input over bytes that the caller keeps; for tests. */
struct input *input_from_bytes(const char *name, struct slice bytes);

/* An input over the first `size` bytes of what the descriptor is open on, memory that nobody writes
 * to any more: a member of an archive. It takes the descriptor, also when it fails. */
struct input *input_from_descriptor(const char *name, int fd, size_t size, struct error *e);

/* The descriptor of such an input, its own; -1 for any other. */
int input_descriptor(const struct input *input);

/* An input over the files of one filing's folder, which it takes. It has no bytes until somebody
 * who knows the files has joined some of them, in this order. */
struct input *input_from_parts(const char *name, struct parts *parts);
/* Its parts; NULL for any other input. */
const struct parts *input_parts(const struct input *input);
void input_join(struct input *input, const size_t *order, size_t count);

void input_close(struct input *input);

struct slice input_bytes(const struct input *input);

/* The name as given ("-" for standard input); the input's own. */
const char *input_name(const struct input *input);

/* True when bytes of a mapped file were asked for that somebody has taken away since it was opened
 * (it was cut), or that its disk does not give: from there on all reads as line ends. */
bool input_is_cut(const struct input *input);

/* Tells the system that these bytes of a mapped file will not be looked at for a while, so that
 * memory holds only what is being read. The bytes stay valid. */
void input_release(const struct input *input, size_t from, size_t to);

/* The same for who reads on and on, and is at `to` now: from where *released says, which begins as
 * 0, and goes on in steps of a megabyte. */
void input_release_behind(const struct input *input, size_t *released, size_t to);

#endif
