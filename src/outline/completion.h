/* SPDX-License-Identifier: MIT */
/*
 * The completion of an outline: from what one pass over a document noted to its nodes.
 *
 * It is made in stages, and those that look at all headings of a document go on piece by piece: on
 * a document of 200 MB a step takes some milliseconds.
 */
#ifndef FOLIO_OUTLINE_COMPLETION_H
#define FOLIO_OUTLINE_COMPLETION_H

#include "base/buffer.h"
#include "model/submission.h"
#include "outline/nodes.h"
#include "outline/scan.h"

/* What an outline is made of; all of it the caller's, to stay until the completion is freed. */
struct completion_setup {
    struct submission *submission;
    struct document *document;
    const struct form *form;
    struct slice form_name; /* as printed; may be empty */
    struct slice date;      /* filed, or the cover's */
    size_t first_letter;    /* the place of the document's */
    struct scan *scan;      /* the whole document was looked at */
    struct nodes *nodes;    /* what is made; of an XML document, that is measured only */
    struct exhibit_directory *exhibits; /* of the submission, or NULL */
    struct buffer *told;                /* where to say what is chosen, or NULL */
};

struct completion;

struct completion *completion_new(const struct completion_setup *setup);
/* May be called before it is complete, and with NULL. */
void completion_free(struct completion *c);

/* Does a piece of work, and adds to `*bytes` what it is worth in bytes of a document that is read;
 * true when the nodes are complete. */
bool completion_step(struct completion *c, size_t *bytes);

/* Whether the targets of exhibit rows are what they stay; once complete. */
bool completion_resolved(const struct completion *c);

#endif
