/* SPDX-License-Identifier: MIT */
/*
 * The rows of an archive in the list of filings: what each member's first bytes say it is.
 *
 * They are gathered in slices. The rows own the archive.
 */
#ifndef FOLIO_UI_LISTS_ARCHIVE_ROWS_H
#define FOLIO_UI_LISTS_ARCHIVE_ROWS_H

#include "base/buffer.h"
#include "input/roll.h"

#include <stdbool.h>
#include <stddef.h>

enum { ARCHIVE_ROWS_MOST = 1 << 20 /* of one archive */ };

struct archive_rows;

struct archive_rows *archive_rows_new(struct roll *archive);
void archive_rows_free(struct archive_rows *rows);

struct roll *archive_rows_roll(const struct archive_rows *rows);
size_t archive_rows_count(const struct archive_rows *rows);

/* A slice of gathering; false when all rows are there. */
bool archive_rows_work(struct archive_rows *rows);

/* "EXAMPLE CORP · 10-K · 2004-03-12", and at its right "name · 120 KB", where the front of a long
 * name is left out; and the whole name. */
struct archive_row {
    struct buffer text, detail, name; /* the caller's */
};

/* A row, made for a screen of so many columns; false when there is none. */
bool archive_rows_get(const struct archive_rows *rows, size_t index, int columns,
                      struct archive_row *row);

/* Adds how many there are, and why there are not more. */
void archive_rows_tell(const struct archive_rows *rows, struct buffer *out);

#endif
