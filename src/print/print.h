/* SPDX-License-Identifier: MIT */
/*
 * The filters: a filing without a terminal, as lines or as JSON on a stream.
 *
 * Each works on one file that is open; what cannot be done is an error value, and what
 * was tolerated in the filing is in its warnings, which the caller shows. The formats are the
 * contract of the command line.
 */
#ifndef FOLIO_PRINT_PRINT_H
#define FOLIO_PRINT_PRINT_H

#include "base/error.h"
#include "lib/folio.h"

#include <stdbool.h>
#include <stdio.h>

struct fields;

struct print_options {
    FILE *out;
    size_t width; /* columns to wrap at; 0: never */
    bool marks;   /* page rules and what else folio adds */
    bool ascii;   /* draw the marks in ASCII */
    bool color;   /* hits and furniture with SGR sequences */
    bool json;
    bool explain;                /* outline: why, in place of the tree */
    bool count;                  /* grep: only how many hits */
    bool file_names;             /* grep, outline: several files were given */
    bool force;                  /* extract: write over files that are there */
    const char *node;            /* id of the node (extract: document) asked for, or NULL */
    const char *folder;          /* extract: where to */
    const struct fields *fields; /* outline: members of the JSON, NULL: all */
    const char *format;          /* tables: csv, tsv, md or json; NULL: csv */
};

enum { PRINT_WIDTH = 100 /* columns, when nobody says otherwise */ };

/* The rendered text; ERROR_USAGE when there is no such node. */
bool print_text(struct folio *f, const struct print_options *o, struct error *e);

/* The tree. */
bool print_outline(struct folio *f, const struct print_options *o, struct error *e);

/* The lines that the tree was made of, and what spoke for and against each. */
bool print_explain(struct folio *f, const struct print_options *o, struct error *e);

/* The tables of data; ERROR_USAGE when there is no such node or format. */
bool print_tables(struct folio *f, const struct print_options *o, struct error *e);

/* Writes documents into a folder, each as a file under its own name made harmless, and says which.
 * Outside of the folder nothing is written; with `file_names` the filing gets a folder of its own
 * in it. A document that cannot be written is a warning; ERROR_INPUT when there was one, or no
 * folder, ERROR_USAGE when there is no such document. */
bool print_extract(struct folio *f, const struct print_options *o, struct error *e);

/* The hits; *hits counts them. */
bool print_grep(struct folio *f, const struct folio_pattern *p, const struct print_options *o,
                size_t *hits, struct error *e);

#endif
