/* SPDX-License-Identifier: MIT */
/* What the functions of folio.h share: the filing behind the handle, and texts fit to hand out. */
#ifndef FOLIO_LIB_LIB_FILING_H
#define FOLIO_LIB_LIB_FILING_H

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/slice.h"
#include "input/input.h"
#include "lib/folio.h"
#include "outline/address.h"

#include <stdbool.h>

struct folio_node {
    struct folio_document *document;
    const char *id, *kind, *part, *title, *status, *page_label;
    const char **items;
    size_t item_count, offset, length, page;
    int level;
    double confidence;
};

struct folio_document {
    struct folio *filing;
    struct document *document;
    const char *type, *filename, *description;
    bool outlined;
    struct folio_node *nodes;
    size_t node_count;
};

struct folio {
    struct submission *submission;
    struct outlines *outlines;
    struct content *held; /* the content that was asked for last stays read, or NULL */
    ARRAY(struct folio_document *) documents;      /* by index; NULL: not yet asked for */
    struct arena arena;                            /* of all texts that were handed out */
    const char *form, *accession, *filed, *period; /* NULL: not yet asked for */
    const char **filer_names, **filer_ciks;
    size_t filer_count;
    ARRAY(const char *) warnings; /* those that were asked for */
};

/* The filing of an input, which is kept or closed; NULL is passed on. NULL, and why, when the bytes
 * are no filing. */
struct folio *lib_open(struct input *input, struct error *e);

/* The handle of a document. */
struct folio_document *lib_document(struct folio *f, struct document *d);

/* A copy that is valid UTF-8 without control characters, with NUL behind it, in the arena. */
const char *lib_text(struct arena *arena, struct slice text);

/* The content of the document, which stays read until another's is asked for. */
struct content *lib_content(struct folio_document *d);

/* The bounds of a node, or of the whole document; false when there is no such node. */
bool lib_bounds(struct folio_document *d, size_t node, size_t *from, size_t *to);

#endif
