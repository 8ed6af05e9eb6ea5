/* SPDX-License-Identifier: MIT */
/*
 * Filings: the files that the checks go through, the HTML documents in them, and what folio
 * prints of them.
 *
 * The files are those named on the command line; when none is, the samples and the corpus
 * (FOLIO_CORPUS). The envelope is read here in the plainest way, not by folio.
 */
#ifndef FOLIO_TESTS_FILINGS_H
#define FOLIO_TESTS_FILINGS_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>

typedef ARRAY(char *) filings_list; /* of paths, each from malloc */

/* Adds the samples (below $abs_srcdir) and the files of $FOLIO_CORPUS whose names end in one of the
 * words of `endings` (".htm .html"), by name. */
void filings_find(filings_list *list, const char *endings);
void filings_release(filings_list *list);

/* The name without its folder. */
const char *filings_path(const char *path);

/* Adds all of a file; false when it cannot be read. */
bool filings_read(const char *path, struct buffer *bytes);

/* A document of a file that is HTML. */
struct filings_document {
    struct slice text; /* of the file's bytes, without what wraps it */
    struct slice type;
    bool html;
    char node[32]; /* its type or number, for --node; empty when the file is this document alone */
};
typedef ARRAY(struct filings_document) filings_documents;

/* Adds the documents of a file that are HTML. */
void filings_split(struct slice bytes, filings_documents *documents);

/* Where the tag <html begins in the text, or its length. */
size_t filings_html_tag(struct slice text);

/* Runs the words of `arguments` (NULL at the end), and adds what comes out on standard output;
 * standard error is dropped. The exit status, 128 + the signal, or -1. */
int filings_run(const char *const *arguments, struct buffer *out);

/* $FOLIO, else ./folio. */
const char *filings_folio(void);

#endif
