/* SPDX-License-Identifier: MIT */
/* One line of an ASCII document: its tags, its columns, its characters. */
#ifndef FOLIO_FORMATS_PLAIN_LINE_H
#define FOLIO_FORMATS_PLAIN_LINE_H

#include "base/slice.h"
#include "formats/sink.h"

#include <stdbool.h>
#include <stddef.h>

/* The length of the tag at the front of `s` when it is one that lays out a table or marks a change
 * and prints nothing (<TABLE> <CAPTION> <S> <C> <FN> <R> and their ends), else 0. */
size_t plain_table_tag(struct slice s);

/* True when there is nothing but <S> and <C> on the line. */
bool plain_is_ruler(struct slice line);

/* Writes the columns (from 0, tabs not counted) at which <S> and <C> stand; returns how many. */
size_t plain_ruler(struct slice line, unsigned *edges, size_t room);

/* True when the spacing inside the line means something: three blanks, two tabs, a
 * leader, a rule. */
bool plain_has_columns(struct slice line);

/* True when no byte of the line needs a second look: printable ASCII without tags. */
bool plain_is_clean(struct slice line);

/* Says the text of a line: tabs to 8 columns, footnote marks <F1> as (1), ruler tags as blanks,
 * bytes that are not UTF-8 as Windows-1252, control characters as U+FFFD. */
void plain_say_text(struct slice line, size_t offset, struct sink *sink);

/* The same for a line that stands in HTML: its character references are decoded. */
void plain_say_html(struct slice line, size_t offset, struct sink *sink);

/* Says "<TAG> value" as two columns; false, and nothing said, when the line is no such pair. */
bool plain_say_pair(struct slice line, size_t offset, struct sink *sink);

#endif
