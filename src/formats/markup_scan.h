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

struct markup_token {
    enum markup_token_kind kind;
    bool closed;             /* <a ... /> */
    size_t at, len;          /* in the document */
    struct slice inner;      /* a tag's name, with its prefix; the text of the others */
    uint64_t hash;           /* of a start tag: of its text */
    size_t fed_from, fed_to; /* for the reader of HTML: what stands for it in what libxml2 reads */
};

struct markup_scan {
    enum markup_kind kind;
    struct slice text;
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
