/* SPDX-License-Identifier: MIT */
/* A folder for tests of what is remembered: made below the folder of the test, empty for each. */
#ifndef FOLIO_TESTS_STATE_FOLDER_H
#define FOLIO_TESTS_STATE_FOLDER_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* For cmocka: before and after the group, and before each test. */
int state_folder_make(void **state);
int state_folder_remove(void **state);
int state_folder_clean(void **state);

/* The folder; and a path in it, which the caller frees. */
const char *state_folder(void);
char *state_folder_path(const char *name);

void state_folder_write(const char *name, struct slice text);
/* Adds what the file holds; false when it is not there. */
bool state_folder_read(const char *name, struct buffer *out);
bool state_folder_has(const char *name);
/* How many entries a folder in it holds; "." for itself. */
size_t state_folder_count(const char *name);

#endif
