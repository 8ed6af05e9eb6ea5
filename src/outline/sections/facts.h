/* SPDX-License-Identifier: MIT */
/*
 * Facts: where the filer's own tags (Inline XBRL 1.1) say that a text of a financial statement
 * begins: a note, an accounting policy, a table.
 *
 * The tags are read off the bytes, fast and without parsing them: they are evidence, never proof.
 * The list is its owner's; names are slices of the bytes.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_FACTS_H
#define FOLIO_OUTLINE_SECTIONS_FACTS_H

#include "base/array.h"
#include "base/slice.h"
#include "outline/heads/heads.h"

#include <stdbool.h>
#include <stddef.h>

enum { FACTS_MOST = 20000, FACTS_DEEPEST = 32 };

enum fact_kind {
    FACT_NOTE,   /* a whole note */
    FACT_POLICY, /* one accounting policy */
    FACT_TABLE,  /* a table, or a text, inside a note */
    FACT_OTHER   /* of another taxonomy than that of financial statements */
};

struct fact {
    enum fact_kind kind;
    size_t offset;     /* of the tag, in the input */
    size_t text;       /* behind the tag */
    struct slice name; /* local, without "TextBlock": "IncomeTaxDisclosure" */
    bool escape;       /* its value is markup */
};

/* The text blocks that are open at a place: which of their tags are text blocks, by depth. */
struct facts_open {
    bool block[FACTS_DEEPEST];
    size_t depth;
    size_t blocks;
};

struct facts {
    ARRAY(struct fact) list; /* in reading order */
    size_t at;               /* bytes looked at */
    struct facts_open open;  /* there */
};

void facts_init(struct facts *f);
void facts_deinit(struct facts *f);

/* A cheap test: the namespace of Inline XBRL is declared at the front, before there is any text. */
bool facts_may_be(struct slice bytes);

/* Finds the start tags of text blocks in `bytes`, which begin at `start` of the input. Tags that go
 * on with a text (continuation) are none. Bytes without Inline XBRL give an empty list. */
void facts_find(struct facts *f, struct slice bytes, size_t start);
/* The same, about `most` bytes further; true when all are found. */
bool facts_step(struct facts *f, struct slice bytes, size_t start, size_t most);

/* The head that the text of the fact begins with; the list's count when none is near. Where one of
 * the first has the label of a note it is that. */
size_t facts_head(const struct fact *fact, const struct heads *heads);

#endif
