/* SPDX-License-Identifier: MIT */
/*
 * A folder of one filing: which of its files are the documents, in which order, and what each is.
 *
 * EDGAR's page of the header (-index-headers.html) says it. Without that page FilingSummary.xml
 * names the documents that have XBRL data, and file names tell the rest: the main document comes
 * first, exhibits by number, then what is for programs. A folder that holds the full submission,
 * too, is read from that file alone.
 *
 * Types are EDGAR's words where it was asked, else guessed ("EX-99.1" for ex991.htm), else empty.
 * Slices point into the arena, or are constant.
 */
#ifndef FOLIO_MODEL_FILING_FOLDER_H
#define FOLIO_MODEL_FILING_FOLDER_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"
#include "input/parts.h"
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

enum filing_folder_rank {
    FOLDER_LISTED,  /* the page of the header names it */
    FOLDER_MAIN,    /* FilingSummary.xml says that it is no exhibit */
    FOLDER_TEXT,    /* to be read, and no exhibit */
    FOLDER_EXHIBIT, /* by its name or FilingSummary.xml */
    FOLDER_OTHER    /* for programs */
};

struct filing_folder_document {
    size_t part;
    enum filing_folder_rank rank;
    long long sequence; /* -1: the page of the header does not say */
    struct slice type, description;
};

struct filing_folder {
    ARRAY(struct filing_folder_document) documents; /* in order */
    size_t whole;              /* the part that is the full submission; parts_count: none is */
    size_t page;               /* the page of the header; the same */
    size_t header, header_end; /* bytes of that page, which say what the filing is */
    size_t lacking;            /* documents that the page names, and that are not there */
    bool guessed;              /* types of exhibits come from file names */
};

/* Reads what the parts of an input are, before they are joined. */
void filing_folder_read(struct filing_folder *f, const struct parts *parts, struct arena *arena);

/* Joins them: the page of the header, if there is one, and the documents in order. True when it is
 * the full submission alone. */
bool filing_folder_join(const struct filing_folder *f, struct input *input);

/* Fills in what is known of a document, once they are joined. */
void filing_folder_document(const struct filing_folder_document *listed, const struct input *input,
                            struct document *d);

void filing_folder_deinit(struct filing_folder *f);

#endif
