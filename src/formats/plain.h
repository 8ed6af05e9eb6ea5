/* SPDX-License-Identifier: MIT */
/*
 * The ASCII documents of 1993 to about 2008: lines, <PAGE> marks, tables with a ruler.
 *
 * Source: EDGAR Filer Manual, volume II, 5.2.1: 80 columns of text, 132 in tables; <PAGE>,
 * <TABLE>, <CAPTION>, <S>, <C>, <FN>, <F1>. Lines are kept as they are printed: their columns mean
 * something. Any part of a document can be read by itself; what came before is looked up in
 * the bytes. Bytes that are not UTF-8 are read as Windows-1252.
 */
#ifndef FOLIO_FORMATS_PLAIN_H
#define FOLIO_FORMATS_PLAIN_H

#include "base/slice.h"
#include "formats/furniture.h"
#include "formats/sink.h"

#include <stdbool.h>
#include <stddef.h>

struct plain {
    struct slice text; /* of the document, as far as it is known */
    size_t base;       /* where text.at stands in the input; offsets below count from there too */
    bool ends;         /* text is known to its end */
    bool dash_escaped; /* PEM: a line "- -..." stands for "-..." (RFC 1421, 4.3.2.3) */
    bool form_feeds;   /* form feeds are page breaks, as the document has no <PAGE> */
    bool entities;     /* it stands in HTML: "&amp;" is an ampersand */
    bool pairs;        /* lines "<TAG> value", as in a financial data schedule (EX-27) */
    struct furniture *furniture; /* may be NULL */
};

/* Bytes behind a part that reading it may look at. */
enum { PLAIN_AHEAD = 32 * 1024 };

/* Reads the lines that begin in [from, to), offsets within `text`. A line is cut at a page mark. To
 * read the same however far the text is known, it must be known for PLAIN_AHEAD bytes behind the
 * last of the lines, or to its end. */
void plain_read(const struct plain *p, size_t from, size_t to, struct sink *sink);

/* The first page mark in [from, to), offsets within `text`; `to` when there is none. */
size_t plain_page_mark(const struct plain *p, size_t from, size_t to);
/* The first place behind `at` where a line begins, or the first at or behind it where a page mark
 * stands, whichever comes first; text.len when neither does. Looks no further than `limit`; what it
 * gives when there is nothing before that is `limit` or behind it. */
size_t plain_line_next(const struct plain *p, size_t at, size_t limit);
/* Behind the mark that stands at `at`. */
size_t plain_mark_end(const struct plain *p, size_t at);

/* True when nothing in [from, to) would be shown: blanks, page marks and tags of tables only. */
bool plain_is_blank(const struct plain *p, size_t from, size_t to);
/* The first place in [from, to) where something would be shown; `to` (cut to the text) when nothing
 * would. */
size_t plain_skip_blank(const struct plain *p, size_t from, size_t to);

#endif
