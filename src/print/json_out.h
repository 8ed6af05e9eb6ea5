/* SPDX-License-Identifier: MIT */
/*
 * JSON that is written as it is told, with no tree of it in memory: for what is long.
 *
 * Whatever its texts hold, it is valid, and one line. A value has a name in an object, and NULL for
 * a name in a list. Values that are opened are closed in turn.
 */
#ifndef FOLIO_PRINT_JSON_OUT_H
#define FOLIO_PRINT_JSON_OUT_H

#include "base/buffer.h"
#include "base/slice.h"
#include "print/fields.h"

#include <stdbool.h>

struct json_out {
    struct buffer text;
    struct buffer clean;         /* the text that is written, made fit */
    const struct fields *fields; /* the members that are written; NULL: all */
    /* Kept only with `fields`: */
    struct buffer way;  /* to the member that is written, each name with '.' behind it */
    struct buffer open; /* for each open value, whether it has a name: 1 or 0 */
    size_t skipped;     /* so many open values, one in the other, are left out */
};

void json_out_deinit(struct json_out *j);

void json_out_open_object(struct json_out *j, const char *name);
void json_out_close_object(struct json_out *j);
void json_out_open_list(struct json_out *j, const char *name);
void json_out_close_list(struct json_out *j);

/* Whether a member of that name is written where the writer is now. */
bool json_out_wants(struct json_out *j, const char *name);

/* Any bytes; the second writes null for an empty one. */
void json_out_text(struct json_out *j, const char *name, struct slice text);
void json_out_text_or_null(struct json_out *j, const char *name, struct slice text);
void json_out_integer(struct json_out *j, const char *name, long long n);
void json_out_size(struct json_out *j, const char *name, size_t n);
/* To six digits. */
void json_out_real(struct json_out *j, const char *name, double n);
void json_out_null(struct json_out *j, const char *name);
/* JSON that was made before. */
void json_out_raw(struct json_out *j, const char *name, struct slice json);

#endif
