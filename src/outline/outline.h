/* SPDX-License-Identifier: MIT */
/*
 * The outline of a document: its parts, Items, pages of signatures, exhibit index, as a tree.
 *
 * It is made in slices of work: outline_step reads some of the document and says when it is done;
 * until then there are no nodes. Nodes are a flat list in reading order with a level each.
 * The outline owns all that its nodes point to.
 */
#ifndef FOLIO_OUTLINE_OUTLINE_H
#define FOLIO_OUTLINE_OUTLINE_H

#include "base/buffer.h"
#include "base/slice.h"
#include "model/content.h"
#include "model/submission.h"

#include <stdbool.h>
#include <stddef.h>

enum node_kind {
    NODE_COVER,
    NODE_CONTENTS,
    NODE_PART,
    NODE_ITEM,
    NODE_HEADING,
    NODE_STATEMENT,
    NODE_NOTE,
    NODE_SIGNATURES,
    NODE_EXHIBIT_INDEX,
    NODE_EXHIBIT_ROW,
    NODE_EXHIBIT
};

enum node_status { /* of an Item */
                   NODE_PRESENT,
                   NODE_RESERVED,
                   NODE_OMITTED,
                   NODE_INCORPORATED
};

enum node_target { /* of an exhibit row */
                   TARGET_NONE,
                   TARGET_HERE,
                   TARGET_NOT_IN_FILE,
                   TARGET_INCORPORATED,
                   TARGET_UNKNOWN /* no document so far, and the file is not scanned to its end */
};

enum node_found_by {
    FOUND_HEADING,
    FOUND_CONTENTS,
    FOUND_CROSS_REFERENCE,
    FOUND_TITLE,
    FOUND_BOILERPLATE
};

/* Why a node is taken for one: what spoke for it, */
enum {
    WHY_LABEL = 1u << 0,    /* its label is printed: "Item 7", "Note 3", "ARTICLE IV" */
    WHY_TITLE = 1u << 1,    /* its title is one that the form, or the law, gives it */
    WHY_LOOKS = 1u << 2,    /* it is set as headings are: bold, capitals, on a line of its own */
    WHY_LINKED = 1u << 3,   /* the contents list links to it */
    WHY_LISTED = 1u << 4,   /* the contents list names it */
    WHY_DECLARED = 1u << 5, /* the header of the submission declares it */
    WHY_TAGGED = 1u << 6,   /* the filer's tags (XBRL) say so */
    WHY_ORDER = 1u << 7,    /* it stands where the numbers before and behind it want it */
    WHY_TABLE = 1u << 8,    /* the table that it announces follows */
    WHY_SIGNED = 1u << 9,   /* the words of a signature page follow */
    WHY_CLASS = 1u << 10,   /* set as the other headings of the document are */
    /* and against it */
    DOUBT_TITLE = 1u << 16, /* another title than the form's */
    DOUBT_ORDER = 1u << 17, /* out of order */
    DOUBT_RIVAL = 1u << 18, /* another place is nearly as good */
    DOUBT_LOOKS = 1u << 19, /* it looks like text */
    DOUBT_INDEX = 1u << 21, /* it stands in a list that refers to other pages */
    DOUBT_ALONE = 1u << 22, /* no heading, only words that stand in such a part */
    DOUBT_LABEL = 1u << 23, /* no label is printed where others have one */
    DOUBT_FEW = 1u << 25    /* nothing speaks against it, but little for it */
};

/* Pages that an Item of a cross-reference index refers to. */
struct node_range {
    struct slice from, to; /* as printed: "4", "22"; the same for a single page */
    size_t offset;         /* where page `from` begins, in the input; (size_t)-1: not found */
};

/* Where an exhibit that is not here was filed; what is not said is empty. */
struct node_source {
    struct slice form; /* "10-K", "S-1" */
    struct slice date; /* YYYY-MM-DD: filed, or else the end of the period; YYYY: only that known */
    struct slice exhibit; /* its number there */
    struct slice file;    /* file number of the Commission: "001-00123" */
    struct slice url;     /* the link of the row, when it leads out of the filing */
};

struct node {
    enum node_kind kind;
    struct slice id;   /* "7A", "I.2", "signatures": no two of a document alike in either case */
    struct slice part; /* "II" or empty */
    const struct slice *items; /* the numbers of an Item: several for a combined heading */
    size_t item_count;
    struct slice
        label; /* as the tree shows it in front: "Item 7A", "Part II", "99.1"; may be empty */
    struct slice title; /* as printed, blanks folded, without the label; may be empty */
    int level;          /* 1 for the top of the document */
    size_t offset;      /* of the first letter of the heading, in the input */
    size_t length; /* bytes to the next node of the same or a higher level, or the document's end */
    double confidence; /* 0 to 1 */
    enum node_found_by found_by;
    enum node_status status;
    enum node_target target;
    size_t target_document;          /* index, when TARGET_HERE; else (size_t)-1 */
    size_t target_offset;            /* in that document; 0: its beginning */
    struct slice target_type;        /* "EX-99.1" when TARGET_HERE */
    unsigned why;                    /* WHY_... and DOUBT_... */
    const struct node_range *ranges; /* of an Item of a cross-reference index */
    size_t range_count;
    const struct node_source *source; /* of an exhibit row that is incorporated, or NULL */
};

enum { NODE_SURE = 80 }; /* percent of confidence: below it a node is shown as doubtful */

struct missing {
    struct slice id;
    struct slice why; /* "not found", "reserved" ... */
};

struct outline;
struct exhibit_directory;

/* An outline of this document, not yet begun. */
struct outline *outline_new(struct submission *s, struct document *d);
void outline_free(struct outline *o);

/* Has it look exhibits up in a directory that all outlines of the submission use (see
 * exhibits/exhibit_directory.h); it must outlive the outline. */
void outline_share(struct outline *o, struct exhibit_directory *exhibits);

/* Goes on for about `bytes` bytes of the document; true when the outline is complete. */
bool outline_step(struct outline *o, size_t bytes);
bool outline_done(const struct outline *o);

/* The nodes, and what is missing, once the outline is complete; they stay where they are. An
 * exhibit row that was TARGET_UNKNOWN gets its target when this is first asked after the whole
 * submission was scanned. */
size_t outline_nodes(struct outline *o, const struct node **nodes);
size_t outline_missing(const struct outline *o, const struct missing **missing);

/* Says in words why the node is taken for one, and what makes it doubtful: "label and title of the
 * form, bold, linked from the contents; out of order". */
void node_why(const struct node *node, struct buffer *out);

/* The bits of `why` that speak against the node. One that is doubtful has at least DOUBT_FEW. */
unsigned node_doubts(const struct node *node);

/* Has the outline say, as it is made, which lines it looked at, what spoke for and against each,
 * and which it took; to be called before the first step. `out` is the caller's and must outlive the
 * making. */
void outline_explain(struct outline *o, struct buffer *out);

/* The form: of the envelope, else as read from the cover; empty when unknown. */
struct slice outline_form(const struct outline *o);

/* The index of the innermost node that the place is in, or (size_t)-1 before the first. */
size_t outline_at(const struct outline *o, size_t offset);
/* The node that encloses it, or (size_t)-1. */
size_t outline_parent(const struct outline *o, size_t node);
/* A node by the id that a person writes ("7A", "I.2", "II.7A", "signatures"), or (size_t)-1. The id
 * of a node always finds that node. */
size_t outline_find(const struct outline *o, struct slice id);

enum { OUTLINE_DECLARED = 256 }; /* of more lines that declare Items the rest is not looked at */

/* The numbers of the Items that the header of the submission declares (numbers as they are, titles
 * mapped through the catalogue at the filing date); slices of the catalogue or the header. At most
 * `room` are written; returns how many there are, OUTLINE_DECLARED at most. */
size_t outline_declared(const struct submission *s, struct slice *numbers, size_t room);

const char *node_kind_name(enum node_kind kind);
const char *node_found_by_name(enum node_found_by by);
const char *node_status_name(enum node_status status);
const char *node_target_name(enum node_target target);

#endif
