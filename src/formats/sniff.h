/* SPDX-License-Identifier: MIT */
/*
 * What some bytes are, by looking at their beginning: a whole file, or one document's text.
 *
 * Names and declared types are no guide (an inline-XBRL filing sits in a wrapper that says XBRL,
 * and R1.htm has the type XML), so content decides.
 */
#ifndef FOLIO_FORMATS_SNIFF_H
#define FOLIO_FORMATS_SNIFF_H

#include "base/slice.h"

enum sniff_kind {
    SNIFF_EMPTY,
    SNIFF_BINARY,        /* no text; `what` names it when it is known */
    SNIFF_ERROR_PAGE,    /* what the SEC's server sends instead of a filing */
    SNIFF_ENVELOPE,      /* a header, documents, or both, from `start` on */
    SNIFF_INDEX_HEADERS, /* a page of the SEC's site around a header */
    SNIFF_TEXT,
    SNIFF_HTML,
    SNIFF_XML,
    SNIFF_UUENCODE
};

struct sniff {
    enum sniff_kind kind;
    size_t start;     /* where it begins: behind a byte order mark, blanks or strange text */
    bool skipped;     /* the text before `start` was strange, and is not shown */
    const char *what; /* for the reader: "a gzip file; decompress it first"; may be NULL */
};

/* A whole file. */
struct sniff sniff_file(struct slice bytes);

/* The text of one document: SNIFF_TEXT, SNIFF_HTML, SNIFF_XML or SNIFF_UUENCODE. `filename` may
 * be empty; it only helps where HTML begins without a tag that says so. */
enum sniff_kind sniff_text(struct slice text, struct slice filename);

/* True when an envelope can begin with `line`: armour, a <SEC-DOCUMENT> tag and its kin. */
bool sniff_starts_envelope(struct slice line);

#endif
