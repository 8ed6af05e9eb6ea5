/* SPDX-License-Identifier: MIT */
/*
 * What the files of markup share: who reads, and how it is told.
 *
 * The scanner (markup_scan.h) cuts the document into tokens and knows where each stands. libxml2
 * reads the same document, or what stands for it, and says which elements begin and end: of XML,
 * whether it is well-formed; of HTML, what is implied and what closes what. Its events take the
 * tokens from a queue, and all that is told, the texts, the attributes, the places, is of the
 * tokens. So places are exact, and nothing depends on how libxml2 hands out a text.
 */
#ifndef FOLIO_FORMATS_MARKUP_INNER_H
#define FOLIO_FORMATS_MARKUP_INNER_H

#include "base/array.h"
#include "base/buffer.h"
#include "formats/markup.h"
#include "formats/markup_attributes.h"
#include "formats/markup_scan.h"

#include <libxml/tree.h>

/* The elements that were not told apart, by their names: how many of each are open. */
enum { MARKUP_NAMES = 64 };

/* Elements, one in the other, that wait for their end tags, to be left out of what libxml2 reads.
 */
enum { MARKUP_WAITING = 64 };

/* The start tag of one. */
struct markup_waiting {
    size_t token;                     /* in the queue */
    size_t fed;                       /* where in `fed` it begins */
    const struct markup_usual *usual; /* of HTML: the element, */
    bool whole;                       /* and whether it can be left out */
};

struct markup {
    struct slice text;
    size_t base;
    struct markup_calls calls;
    enum markup_kind kind;
    enum markup_state state;
    struct markup_scan scan;
    ARRAY(struct markup_token) tokens; /* the queue: those from `next` on were not taken */
    size_t next;
    struct markup_attributes attributes;
    size_t told;                                   /* all before it was told, a place in `text` */
    unsigned depth;                                /* elements that libxml2 has open */
    struct markup_waiting waiting[MARKUP_WAITING]; /* the innermost last */
    size_t waiting_count;
    xmlParserCtxtPtr parser;
    struct buffer fed; /* the piece that libxml2 is given */
    size_t begin;      /* the root element, a place in `text` */
    unsigned oddities; /* ODDITY_..., but for those of the scanner */

    /* of XML */
    size_t fed_to;       /* a place in `text`: so far libxml2 was given it */
    bool element_closed; /* the start tag that was told last closes itself */
    bool root_closed;
    size_t namespaces;                         /* declared by the elements that are open, */
    unsigned short declared[MARKUP_DEPTH + 1]; /* and by each of them */

    /* of HTML */
    size_t fed_before;  /* the bytes that libxml2 was given before `fed` */
    size_t starts;      /* start tags in `fed` */
    struct buffer name; /* of the tag that is fed, as libxml2 reads it */
    bool text_fed;      /* the last thing in `fed` is a text */
    size_t not_tail;    /* before it, there is no end of the document */
    bool in_tail;       /* but end tags are left */
    unsigned skipped[MARKUP_NAMES];
    size_t skipped_count; /* of all names */
    /* The <script> or <style> that libxml2 reads no tags in, when it has no end tag; static text.
     */
    struct slice endless;
    size_t sure; /* elements open, in what is told, that libxml2 was not asked about */
};

/* Before a parser is made: libxml2 gets its memory from base/, where it runs out with a word. By
 * itself it would go on without what it could not keep, or take a document for ill-formed. */
void markup_set_memory(void);

/* Tells the text or comment that the token is; nothing of a tag. */
void markup_tell_content(struct markup *m, const struct markup_token *token);

/* Tells a tag of the name. `token` is where it stands; NULL: the parser supplied it, at `offset`
 * of the document. An element deeper than MARKUP_DEPTH is counted only. */
void markup_tell_start(struct markup *m, struct slice name, const struct markup_token *token,
                       size_t offset);
void markup_tell_end(struct markup *m, struct slice name, const struct markup_token *token,
                     size_t offset);

/* The next token that was not taken, or NULL. */
static inline struct markup_token *markup_head(struct markup *m)
{
    return m->next < m->tokens.count ? &m->tokens.at[m->next] : NULL;
}
/* Takes it: all before its end counts as told. */
static inline void markup_take(struct markup *m)
{
    const struct markup_token *token = &m->tokens.at[m->next++];
    m->told = token->at + token->len;
}
/* Adds the next token of the document to the queue; NULL: there is none. Good until the next. */
struct markup_token *markup_queue(struct markup *m);
/* Forgets those that were taken. */
void markup_forget(struct markup *m);

enum { MARKUP_PIECE = 32 * 1024 };

/* The two ways: each reads at least one token on, and about `bytes`, at most MARKUP_PIECE. */
void markup_xml_open(struct markup *m);
void markup_xml_read(struct markup *m, size_t bytes);
void markup_html_open(struct markup *m);
void markup_html_read(struct markup *m, size_t bytes);
/* Gives back what libxml2 has. */
void markup_xml_close(struct markup *m);
void markup_html_close(struct markup *m);

#endif
