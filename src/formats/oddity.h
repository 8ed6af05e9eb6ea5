/* SPDX-License-Identifier: MIT */
/* Oddities: what was wrong with a document with markup, and could be read all the same. */
#ifndef FOLIO_FORMATS_ODDITY_H
#define FOLIO_FORMATS_ODDITY_H

#include "base/slice.h"

#include <stdbool.h>

/* The bits of a set. */
enum {
    ODDITY_TAG_END = 1,        /* the last tag has no end */
    ODDITY_COMMENT = 1 << 1,   /* a comment has none */
    ODDITY_QUOTE = 1 << 2,     /* a value has none */
    ODDITY_SCRIPT = 1 << 3,    /* a <script> or <style> has none */
    ODDITY_DEPTH = 1 << 4,     /* elements were left out, so deep they stood */
    ODDITY_SPAN = 1 << 5,      /* a cell would cover more than a table can have */
    ODDITY_LONG_TAG = 1 << 6,  /* attributes, more and longer than any is to be */
    ODDITY_ENTITIES = 1 << 7,  /* declared, and not expanded */
    ODDITY_UTF16 = 1 << 8,     /* said to be UTF-16, and is not */
    ODDITY_UTF8 = 1 << 9,      /* said to be UTF-8, and is not all such */
    ODDITY_CUT = 1 << 10,      /* <html> without </html> */
    ODDITY_AFTER = 1 << 11,    /* text behind </html> */
    ODDITY_NOT_XML = 1 << 12,  /* says that it is XML, and was read as HTML */
    ODDITY_BAD_XML = 1 << 13,  /* an XML form that is not well-formed */
    ODDITY_TOO_LONG = 1 << 14, /* more than can be shown */
    ODDITY_COLUMNS = 1 << 15,  /* a table has more than are told apart */
    ODDITY_PARTED = 1 << 16,   /* a table is so long that it was made in parts */
    ODDITY_LINE = 1 << 17,     /* a line is so long that it was made into several */
    ODDITY_RULES = 1 << 18,    /* more rules of style sheets than are kept */
    ODDITY_END = 1 << 19       /* behind the last */
};

/* The words for one oddity of the set ("a comment has no end"), which is taken from it; NULL: there
 * is none. */
const char *oddity_take(unsigned *set);

/* What the document `text` shows as a whole, once its end is known; `begin` is where its root
 * element begins. */
unsigned oddity_of_document(struct slice text, size_t begin);

#endif
