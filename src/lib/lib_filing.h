/* SPDX-License-Identifier: MIT */
/* What the functions of folio.h share: the filing behind the handle, and texts fit to hand out. */
#ifndef FOLIO_LIB_LIB_FILING_H
#define FOLIO_LIB_LIB_FILING_H

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/slice.h"
#include "input/input.h"
#include "model/content.h"
#include "lib/folio.h"
#include "outline/address.h"

#include <stdbool.h>

/* Texts of a node, each made when it is asked for; NULL until then. */
struct lib_node_texts {
    const char *id, *part, *label, *title, *target, *range_words;
    const char **items;
    const char **source; /* what lib_elsewhere tells of one */
};

struct lib_range {
    const char *from, *to;
    size_t page; /* from 1; 0: not known */
};

struct folio_node {
    struct folio_document *document;
    const struct node *node; /* of the outline */
    struct lib_node_texts *texts;
    const struct lib_range *ranges; /* as many as the node has */
    size_t page;                    /* from 1; 0: none */
    const char *page_label;
};

struct lib_missing {
    const char *id, *why;
};

struct folio_document {
    struct folio *filing;
    struct document *document;
    const char *type, *filename, *description;
    const char *form, *other, *inner_name; /* NULL: not yet asked for */
    /* What folio_document_close forgets: */
    struct arena arena;
    bool outlined, missed;
    struct folio_node *nodes;
    size_t node_count, *lines; /* that the nodes begin on; NULL: not yet asked for */
    const struct lib_missing *missing;
    size_t missing_count;
};

struct folio {
    struct submission *submission;
    struct outlines *outlines;
    struct content *held; /* the content that was asked for last stays read, or NULL */
    ARRAY(struct folio_document *) documents; /* by index; NULL: not yet asked for */
    struct lib_lines *lines;           /* the walk that numbers lines; NULL: none was asked for */
    struct reference_lookups *lookups; /* of all references; NULL: none were asked for */
    struct arena arena;                /* of the texts of the filing and of its documents */
    const char *name, *form, *accession, *filed, *period; /* NULL: not yet asked for */
    const char **filer_names, **filer_ciks, **declared, **mismatches;
    size_t filer_count, declared_count, mismatch_count;
    enum { LIB_UNASKED, LIB_APART, LIB_TOGETHER } others; /* whether some stand apart */
    ARRAY(const char *) warnings;                         /* those that were asked for */
};

/* The filing of an input, which is kept or closed; NULL is passed on. NULL, and why, when the bytes
 * are no filing. */
struct folio *lib_open(struct input *input, struct error *e);

/* Puts what went wrong into the FOLIO_ERROR bytes of the caller, which may be NULL. */
void lib_say(char *error, const struct error *e);

/* The handle of a document. */
struct folio_document *lib_document(struct folio *f, struct document *d);

/* A copy that is valid UTF-8 without control characters, with NUL behind it, in the arena. */
const char *lib_text(struct arena *arena, struct slice text);

/* Frees the lookups of references; NULL is none. And what they hold of one document. */
void lib_references_free(struct folio *f);
void lib_references_forget(struct folio_document *d);

/* Ends the walk that numbers lines; NULL is none. */
void lib_lines_free(struct folio *f);

/* The complete outline of the document, made when the whole filing was looked through; its content
 * is read, and stays so until another's is asked for. */
struct outline *lib_outline(struct folio_document *d);

/* Makes the handle of a node of that outline, or of a made one. */
void lib_node_init(struct folio_node *n, struct folio_document *d, const struct node *node);

/* The content of the document, which stays read until another's is asked for. */
struct content *lib_content(struct folio_document *d);

/* The bounds of a node, or of the whole document; false when there is no such node. */
bool lib_bounds(struct folio_document *d, size_t node, size_t *from, size_t *to);

#endif
