/* SPDX-License-Identifier: MIT */
/*
 * The scanner of markup: cuts a document into tags, texts and comments, by their bytes alone.
 *
 * It never fails and never reads a byte more than a few times, whatever the document holds. What
 * it takes for a tag is what XML and HTML 5 take for one; a quotation mark that is never closed, a
 * comment without an end, a tag without its `>` end where their writer may have meant it.
 */
#ifndef FOLIO_FORMATS_MARKUP_SCAN_H
#define FOLIO_FORMATS_MARKUP_SCAN_H

#include "base/slice.h"
#include "formats/markup.h"
#include "formats/markup_usual.h"

#include <stdbool.h>
#include <stddef.h>

enum markup_token_kind {
    TOKEN_TEXT,  /* with references */
    TOKEN_RAW,   /* what a <script> or <style> holds: no references */
    TOKEN_CDATA, /* <![CDATA[...]]>: no references */
    TOKEN_START, /* <a ...> */
    TOKEN_END,   /* </a> */
    TOKEN_COMMENT,
    TOKEN_OTHER /* a declaration, an instruction, what is cut off by the end: nothing to tell */
};

/* A start tag that was met: what is known of its text. */
struct markup_seen {
    struct slice text;   /* in the document; empty: none */
    uint64_t hash;       /* of its text */
    unsigned short name; /* bytes of its name */
    bool closed;         /* <a ... /> */
    bool simple;         /* for the reader of XML: libxml2 need not see its attributes, */
    bool whole;          /* nor the rest of it, */
    bool judged;         /* as far as that is known */
    const struct markup_usual *usual; /* for the reader of HTML: its element, once judged */
};

struct markup_token {
    enum markup_token_kind kind;
    bool closed;        /* <a ... /> */
    bool sure;          /* for the readers: a tag that libxml2 is not asked about */
    size_t at, len;     /* in the document */
    struct slice inner; /* a tag's name, with its prefix; the text of the others */
    uint64_t hash;      /* of a start tag: of its text */
    struct slice first; /* of a start tag without a prefix: its text, where it was met first */
    struct markup_seen *seen; /* of a start tag: what is known of it, for the caller to add to; or
                                 NULL. Good until the next token */
    size_t fed_from, fed_to; /* for the reader of HTML: what stands for it in what libxml2 reads, */
    const struct markup_usual *usual; /* and its element, when it is sure */
};

/* Start tags that are remembered. */
enum { MARKUP_SEEN = 512 /* a power of 2 */ };

struct markup_scan {
    enum markup_kind kind;
    struct slice text;
    struct markup_seen seen[MARKUP_SEEN]; /* by hash: the last that belongs there */
    size_t at;
    struct slice raw; /* the <script> or <style> that the next text is in */
    bool no_comment_end, no_cdata_end, no_script_end, no_style_end; /* from here on */
    unsigned oddities;                                              /* ODDITY_..., see oddity.h */
};

/* Begins at the root element: declarations, comments and SGML wrappers before it are skipped. */
void markup_scan_init(struct markup_scan *scan, enum markup_kind kind, struct slice text);

/* The next token; false at the end of the document. Tokens follow each other without a gap. A long
 * text is cut at blanks into several. */
bool markup_scan_next(struct markup_scan *scan, struct markup_token *token);

#endif
