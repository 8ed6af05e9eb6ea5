/* SPDX-License-Identifier: MIT */
/*
 * The envelope: where in a file the header and the documents are.
 *
 * A reader walks over the bytes and says what it met: a header, a document, its end. It goes
 * no further than it is told, and can be asked on later, so that a file of any size opens at
 * once. It owns nothing; slices point into the bytes; offsets are bytes of the file. Tags
 * count at the beginning of a line, which may have ended in LF, CRLF or CR.
 */
#ifndef FOLIO_FORMATS_SGML_H
#define FOLIO_FORMATS_SGML_H

#include "base/slice.h"

enum sgml_kind {
    SGML_MORE,     /* nothing more up to the limit: ask again with a higher one */
    SGML_HEADER,   /* what stands before the documents of a submission */
    SGML_STRAY,    /* text between documents that belongs to none */
    SGML_DOCUMENT, /* a document begins */
    SGML_CLOSED,   /* it ends */
    SGML_END       /* the file ends; so does every later call */
};

/* Why a document ended. */
enum sgml_close { SGML_CLOSED_BY_TAG, SGML_CLOSED_BY_NEXT, SGML_CLOSED_BY_FILE_END };

struct sgml_record {
    enum sgml_kind kind;
    size_t start; /* HEADER, STRAY: of its bytes; DOCUMENT: of the <DOCUMENT> tag */
    size_t end;   /* behind its last byte; CLOSED: behind </DOCUMENT> */

    /* HEADER */
    size_t body; /* behind the armour */

    /* DOCUMENT */
    struct slice type, sequence, filename, description, wrapper; /* wrapper: "PDF", "XBRL", "XML" */
    size_t text;   /* first byte of the text, behind <TEXT> and the wrapper */
    bool has_text; /* there was a <TEXT> tag */
    bool armoured; /* lines are dash-escaped */

    /* CLOSED */
    size_t text_end; /* of the text, before </TEXT> and the wrapper's end */
    enum sgml_close close;
};

struct sgml_reader {
    struct slice bytes;
    size_t start; /* of the envelope */
    size_t at;    /* everything before it is read */
    size_t gap;   /* behind the last thing that was reported */
    size_t text;  /* of the open document */
    struct slice wrapper;
    bool open; /* inside a document */
    bool armoured;
};

void sgml_init(struct sgml_reader *reader, struct slice bytes, size_t start);

/* The next record that begins before `limit`. */
enum sgml_kind sgml_next(struct sgml_reader *reader, size_t limit, struct sgml_record *record);

/* How far the open document's text is known: its end is never before this. */
size_t sgml_text_so_far(const struct sgml_reader *reader);

#endif
