/* SPDX-License-Identifier: MIT */
/* Times as records have them: "2026-11-22T17:10:33.043Z", milliseconds since 1970 (UTC) inside. */
#ifndef FOLIO_SESSION_RECORD_TIME_H
#define FOLIO_SESSION_RECORD_TIME_H

#include "base/buffer.h"
#include "base/slice.h"

#define RECORD_TIME_LAST 253402300799999LL /* the end of the year 9999 */

/* Now, by the system's clock; from 0 to RECORD_TIME_LAST. */
long long record_time_now(void);

/* The time that the text is; -1 when it is none. */
long long record_time_read(struct slice text);
/* Adds it; a time out of bounds is cut to them. */
void record_time_write(long long when, struct buffer *out);

#endif
