/* SPDX-License-Identifier: MIT */
/*
 * A submission: what one file from EDGAR holds: a header, and documents in the order of the file.
 *
 * Opening reads the header and finds the first document; the others are found in slices of
 * work by submission_scan, so that a file of any size opens at once. Slices point into the input
 * or into the submission's arena, and live as long as the submission. Offsets are bytes of
 * the input. A bad filing is no error: what was tolerated is in the warnings.
 */
#ifndef FOLIO_MODEL_SUBMISSION_H
#define FOLIO_MODEL_SUBMISSION_H

#include "base/array.h"
#include "base/error.h"
#include "base/slice.h"
#include "input/input.h"

#include <stdbool.h>
#include <stddef.h>

enum document_kind {
    DOCUMENT_TEXT,
    DOCUMENT_HTML,
    DOCUMENT_XML,
    DOCUMENT_BINARY /* uuencoded, or a PDF */
};

struct content;

struct document {
    size_t index;             /* place in the file, from 0 */
    long long sequence;       /* as the envelope says, else index + 1 */
    struct slice type;        /* "10-K", "EX-99.1"; empty when the envelope says nothing */
    struct slice filename;    /* empty when not said */
    struct slice description; /* the same */
    enum document_kind kind;
    size_t start;            /* of its <DOCUMENT> tag, or of its text where there is no envelope */
    size_t text_offset;      /* first byte of its text, behind <TEXT> and inner wrappers */
    size_t text_end;         /* behind its last byte; when not `complete`, as far as was scanned */
    size_t end;              /* behind </DOCUMENT>; the same */
    bool complete;           /* the end was found, or the file ended */
    bool dash_escaped;       /* inside PEM armour: a line "- -..." stands for "-..." */
    bool is_header;          /* no document: the header of a file that holds none, to be read */
    size_t binary_size;      /* decoded bytes of a DOCUMENT_BINARY; known when complete */
    struct content *content; /* made by content.h on demand */
    void (*free_content)(struct content *content);
};

/* A header field under its name in the tab dialect ("STATE OF INCORPORATION"). */
struct header_field {
    struct slice group; /* "BUSINESS ADDRESS"; empty at the top */
    struct slice name;
    struct slice value;
};

struct former_name {
    struct slice name;
    struct slice date; /* YYYYMMDD as printed, may be empty */
};

struct party {
    struct slice role; /* "FILER", "SUBJECT COMPANY", "REPORTING-OWNER" ... */
    struct slice name;
    struct slice cik; /* as printed */
    ARRAY(struct former_name) former_names;
    ARRAY(struct header_field) fields; /* all its other fields, in order */
};

struct submission;

/* What the bytes turned out not to be, when they are no filing: ERROR_INPUT with "is empty", "is
 * not a text file", "is an error page of a server, not a filing". The submission keeps
 * `input` and closes it; on failure the caller still owns it. */
struct submission *submission_open(struct input *input, struct error *e);
void submission_free(struct submission *s);

const struct input *submission_input(const struct submission *s);
struct slice submission_bytes(const struct submission *s);
const char *submission_name(const struct submission *s);
/* True when bytes were asked for that the file has no longer: see input_is_cut. */
bool submission_is_cut(const struct submission *s);
/* True when files of its folder could not be read: which, is in the warnings. */
bool submission_lacks(const struct submission *s);

/* Scans on, until `upto` (an offset, cut to the size of the file) was passed. True when the whole
 * file is scanned. Documents found are added to the list; a `struct document *` stays good. */
bool submission_scan(struct submission *s, size_t upto);
size_t submission_scanned(const struct submission *s);

size_t submission_documents(const struct submission *s); /* found so far */
struct document *submission_document(const struct submission *s, size_t index);

/* Header. Form: "8-K", from the header, else of the first document's type, else empty (the outline
 * may then read the cover). Dates: YYYY-MM-DD or empty. */
struct slice submission_form(const struct submission *s);
struct slice submission_accession(const struct submission *s);
struct slice submission_filed(const struct submission *s);
struct slice submission_period(const struct submission *s);
/* The lines of ITEM INFORMATION or <ITEMS>, numbers or titles, as printed. */
size_t submission_items(const struct submission *s, const struct slice **items);
size_t submission_parties(const struct submission *s, const struct party **parties);
/* The fields that belong to no party, in order. */
size_t submission_fields(const struct submission *s, const struct header_field **fields);
/* The bytes of the header, PEM armour and all, up to the first document; empty when there is none.
 */
struct slice submission_header(const struct submission *s);

/* One line each, for the reader: "the header announces 3 documents, the file holds 2". Grows as the
 * scan goes on. */
size_t submission_warnings(const struct submission *s, const struct slice **warnings);
/* Adds a warning once; the text is copied. */
void submission_warn(struct submission *s, struct slice text);
/* The same of what any number of documents may give cause for: after a hundred, one line says that
 * there are more. */
void submission_warn_some(struct submission *s, struct slice text);

#endif
