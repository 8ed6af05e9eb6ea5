/* SPDX-License-Identifier: MIT */
/*
 * Markup that is well-formed, or else refused: libxml2's XML parser reads the document itself.
 *
 * Each of its start and end events is one token of the queue, in order; what lies between is told
 * on the way. Bytes that XML forbids are fed as other ones of the same length, so that the scanner
 * alone decides what they stand for; and attributes, texts and whole elements in which nothing can
 * be wrong are left out, as it takes libxml2 longer to read them than all the rest. The tags of
 * such elements are told as they stand in the queue.
 */
#include "formats/markup_inner.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "formats/markup_entity.h"
#include "formats/markup_prolog.h"
#include "formats/markup_simple.h"
#include "formats/markup_text.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>
#include <string.h>

/* Newer releases of libxml2 call members of the parser deprecated that have no other door. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

enum {
    PIECE_MAX = 8 * 1024 * 1024, /* libxml2 refuses a token of 10 MB */
    LONG_TAG = 1024,
    LEAST_TEXT = 8,       /* bytes of a text that is worth leaving out */
    ATTRIBUTES_MAX = 512, /* of one tag; libxml2 compares each with each */
    NAMESPACES_MAX = 512, /* in force; libxml2 looks through all for each name */
    NAMES_MAX = 20000     /* of elements and attributes; its dictionary is slow beyond */
};

static void refuse(struct markup *m)
{
    m->state = MARKUP_BROKEN;
    xmlStopParser(m->parser);
}

/* Tells a tag that libxml2 was not asked about. */
static void tell_sure(struct markup *m, const struct markup_token *token)
{
    if (token->kind == TOKEN_END) {
        markup_tell_end(m, token->inner, token, 0);
        return;
    }
    if (m->depth >= MARKUP_DEPTH) {
        refuse(m);
        return;
    }
    markup_tell_start(m, token->inner, token, 0);
    if (token->closed)
        markup_tell_end(m, token->inner, NULL, m->told);
}

/* Tells what stands before the next tag of the queue that libxml2 is asked about, and gives that
 * tag; NULL: there is none. */
static const struct markup_token *tell_texts(struct markup *m)
{
    const struct markup_token *head;
    while (m->state == MARKUP_MORE && (head = markup_head(m))) {
        bool tag = head->kind == TOKEN_START || head->kind == TOKEN_END;
        if (tag && !head->sure)
            return head;
        markup_take(m);
        if (tag)
            tell_sure(m, head);
        else
            markup_tell_content(m, head);
    }
    return NULL;
}

static bool is_tag(const struct markup_token *token, enum markup_token_kind kind,
                   const xmlChar *name)
{
    struct slice last = slice_of((const char *)name);
    return token && token->kind == kind && token->inner.len >= last.len &&
           memcmp(token->inner.at + token->inner.len - last.len, last.at, last.len) == 0;
}

static void on_start(void *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes)
{
    struct markup *m = self;
    (void)prefix, (void)uri, (void)namespaces;
    (void)attribute_count, (void)defaulted, (void)attributes;
    if (m->state != MARKUP_MORE || m->root_closed)
        return;
    const struct markup_token *token = tell_texts(m);
    if (!is_tag(token, TOKEN_START, name) || m->depth >= MARKUP_DEPTH ||
        m->namespaces + (size_t)namespace_count > NAMESPACES_MAX) {
        refuse(m);
        return;
    }
    m->declared[m->depth] = (unsigned short)namespace_count;
    m->namespaces += (size_t)namespace_count;
    markup_take(m);
    m->element_closed = token->closed;
    markup_tell_start(m, token->inner, token, 0);
}

static void on_end(void *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct markup *m = self;
    (void)prefix, (void)uri;
    if (m->state != MARKUP_MORE || m->root_closed)
        return;
    const struct markup_token *token = NULL;
    if (m->element_closed) {
        markup_tell_end(m, m->tokens.at[m->next - 1].inner, NULL, m->told);
    } else {
        token = tell_texts(m);
        if (!is_tag(token, TOKEN_END, name)) {
            refuse(m);
            return;
        }
        markup_take(m);
        markup_tell_end(m, token->inner, token, 0);
    }
    m->element_closed = false;
    m->namespaces -= m->declared[m->depth];
    m->root_closed = m->depth == 0;
}

/* The entities of HTML are known though nothing declares them; what they stand for is read by the
 * scanner. */
static xmlEntityPtr on_entity(void *self, const xmlChar *name)
{
    static xmlChar content[] = " ";
    static const xmlEntity known = {.type = XML_ENTITY_DECL,
                                    .etype = XML_INTERNAL_PREDEFINED_ENTITY,
                                    .name = content,
                                    .content = content,
                                    .orig = content,
                                    .length = 1};
    (void)self;
    /* libxml2 reads it only. */
    return markup_entity(slice_of((const char *)name)) ? (xmlEntityPtr)(uintptr_t)&known : NULL;
}

#if LIBXML_VERSION >= 21200
static void on_error(void *self, const xmlError *error)
#else
static void on_error(void *self, xmlErrorPtr error)
#endif
{
    (void)self, (void)error;
}

void markup_xml_open(struct markup *m)
{
    xmlSAXHandler calls = {.initialized = XML_SAX2_MAGIC,
                           .startElementNs = on_start,
                           .endElementNs = on_end,
                           .getEntity = on_entity,
                           .serror = on_error};
    markup_set_memory();
    m->parser = xmlCreatePushParserCtxt(&calls, m, NULL, 0, NULL);
    if (!m->parser)
        memory_exhausted();
    xmlCtxtUseOptions(m->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC |
                                     XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

void markup_xml_close(struct markup *m)
{
    xmlFreeParserCtxt(m->parser);
}

/* Whether libxml2 stumbles over the character that takes `len` bytes. */
static bool is_forbidden(uint32_t code, size_t len)
{
    if (code < 0x20)
        return code != '\t' && code != '\n' && code != '\r';
    return (code == UTF8_REPLACEMENT && len == 1) || (code & 0xFFFE) == 0xFFFE;
}

/* Replaces byte by byte what is not UTF-8, or no character of XML. */
static void clean(struct slice fed, char *bytes)
{
    size_t at = 0;
    while ((at += markup_text_ascii(slice_cut(fed, at, fed.len))) < fed.len) {
        struct slice rest = slice_cut(fed, at, fed.len), after = rest;
        uint32_t code = utf8_next(&after);
        size_t len = rest.len - after.len;
        if (is_forbidden(code, len))
            memset(bytes + at, code < 0x20 ? ' ' : '?', len);
        at += len;
    }
}

/* Feeds the document up to `to`, and goes on at `next`. */
static void feed(struct markup *m, size_t to, size_t next)
{
    if (to > m->fed_to) /* mostly all of it was left out */
        buffer_add(&m->fed, slice_cut(m->text, m->fed_to, to));
    m->fed_to = next;
}

/* Nothing more can be left out around what stands here. */
static void keep_open(struct markup *m)
{
    m->waiting_count = 0;
}

/* What libxml2 need not see of a start tag. */
static void judge(struct markup_seen *seen, const struct markup_token *token,
                  struct slice attributes)
{
    if (seen->judged)
        return;
    seen->judged = true;
    seen->simple = markup_simple_attributes(attributes);
    seen->whole = seen->simple && markup_simple_name(token->inner);
}

/* Feeds a start tag without its attributes when nothing in them can be wrong, and not at all when
 * it closes itself. Else it waits for its end tag. */
static void feed_start(struct markup *m, struct markup_token *token)
{
    size_t from = (size_t)(token->inner.at - m->text.at) + token->inner.len;
    size_t end = token->at + token->len, to = end - 1 - token->closed;
    while (to > from && byte_is_blank(m->text.at[to - 1]))
        to--;
    struct markup_seen here = {0}, *seen = token->seen ? token->seen : &here;
    judge(seen, token, slice_cut(m->text, from, to));
    feed(m, token->at, token->at);
    size_t before = m->fed.len;
    if (seen->simple && to > from)
        feed(m, from, to);
    if (!seen->whole || token->at == m->begin || m->waiting_count == MARKUP_WAITING) {
        keep_open(m);
    } else if (token->closed) {
        token->sure = true;
        m->fed.len = before;
        m->fed_to = end;
    } else {
        m->waiting[m->waiting_count++] =
            (struct markup_waiting){.token = m->tokens.count - 1, .fed = before};
    }
}

/* An end tag: its element is left out, when it waits and all in it was left out. */
static void feed_end(struct markup *m, struct markup_token *token)
{
    enum { MARKS = 3 /* bytes of an end tag around its name */ };
    if (m->waiting_count == 0)
        return;
    const struct markup_waiting *last = &m->waiting[m->waiting_count - 1];
    struct markup_token *start = &m->tokens.at[last->token];
    if (token->len != token->inner.len + MARKS || !slice_equal(start->inner, token->inner)) {
        keep_open(m);
        return;
    }
    start->sure = token->sure = true;
    m->fed.len = last->fed;
    m->fed_to = token->at + token->len;
    m->waiting_count--;
}

/* Leaves out a text in which nothing can be wrong. */
static void feed_text(struct markup *m, const struct markup_token *token)
{
    struct slice text = token->inner;
    bool simple = markup_simple_text(text);
    if (!simple)
        keep_open(m);
    if (text.len >= LEAST_TEXT &&
        (simple || (!memchr(text.at, ']', text.len) && markup_text_is_ascii(text))))
        feed(m, token->at, token->at + token->len);
}

/* More attributes than libxml2 could read in good time. */
static bool is_overfull(struct slice text, const struct markup_token *tag)
{
    size_t marks = 0;
    if (tag->kind != TOKEN_START || tag->len < LONG_TAG)
        return false;
    for (size_t i = tag->at; i < tag->at + tag->len; i++)
        marks += text.at[i] == '=';
    return marks > ATTRIBUTES_MAX;
}

/* What no well-formed document has: a tag without its `>`, and a declaration within the root
 * element. libxml2 would wait long for the one; as it never sees the other, there are no entities
 * but those of HTML. */
static bool is_malformed(struct slice text, const struct markup_token *token)
{
    if (token->kind == TOKEN_OTHER)
        return text.at[token->at + 1] == '!';
    return (token->kind == TOKEN_START || token->kind == TOKEN_END) &&
           text.at[token->at + token->len - 1] != '>';
}

/* Queues the tokens of a piece and feeds it; false: libxml2 must not have it. */
static bool queue_piece(struct markup *m, size_t bytes)
{
    size_t from = m->scan.at;
    struct markup_token *token;
    buffer_clear(&m->fed);
    m->fed_to = from;
    keep_open(m);
    while ((token = markup_queue(m))) {
        if (is_overfull(m->text, token) || is_malformed(m->text, token))
            return false;
        if (token->kind == TOKEN_START)
            feed_start(m, token);
        else if (token->kind == TOKEN_END)
            feed_end(m, token);
        else if (token->kind == TOKEN_TEXT)
            feed_text(m, token);
        else
            keep_open(m);
        if (m->scan.at - from >= bytes)
            break;
    }
    feed(m, m->scan.at, m->scan.at);
    clean(buffer_slice(&m->fed), m->fed.at);
    return m->scan.at - from <= PIECE_MAX;
}

/* The root element has its end: behind it may stand what says nothing. */
static void finish(struct markup *m)
{
    size_t stop;
    m->state = markup_prolog_is_tail(m->text, m->told, &stop) ? MARKUP_END : MARKUP_BROKEN;
    if (m->state == MARKUP_END)
        m->scan.at = m->text.len;
}

void markup_xml_read(struct markup *m, size_t bytes)
{
    if (!queue_piece(m, bytes)) {
        refuse(m);
        return;
    }
    bool last = m->scan.at == m->text.len;
    xmlParseChunk(m->parser, m->fed.at, (int)m->fed.len, last);
    if (m->root_closed)
        finish(m);
    else if (last || !m->parser->wellFormed)
        m->state = MARKUP_BROKEN;
    else if (xmlDictSize(m->parser->dict) > NAMES_MAX)
        refuse(m);
    if (m->state != MARKUP_MORE)
        return;
    tell_texts(m);
    markup_forget(m);
}
