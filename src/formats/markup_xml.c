/* SPDX-License-Identifier: MIT */
/*
 * Markup that is well-formed, or else refused: libxml2's XML parser reads the document itself.
 *
 * Each of its start and end events is one token of the queue, in order; what lies between is told
 * on the way. Bytes that XML forbids are fed as other ones of the same length, so that the scanner
 * alone decides what they stand for; and attributes and texts in which nothing can be wrong are
 * left out, as it takes libxml2 longer to read them than all the rest.
 */
#include "formats/markup_inner.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "formats/markup_entity.h"
#include "formats/markup_prolog.h"
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
    SIMPLE = 16,          /* attributes of a tag that libxml2 need not see, at most */
    ATTRIBUTES_MAX = 512, /* of one tag; libxml2 compares each with each */
    NAMESPACES_MAX = 512, /* in force; libxml2 looks through all for each name */
    NAMES_MAX = 20000     /* of elements and attributes; its dictionary is slow beyond */
};

static void refuse(struct markup *m)
{
    m->state = MARKUP_BROKEN;
    xmlStopParser(m->parser);
}

/* Tells what stands before the next tag of the queue, and gives that tag; NULL: there is none. */
static const struct markup_token *tell_texts(struct markup *m)
{
    const struct markup_token *head = markup_head(m);
    while (head && head->kind != TOKEN_START && head->kind != TOKEN_END) {
        markup_take(m);
        markup_tell_content(m, head);
        head = markup_head(m);
    }
    return head;
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
    buffer_add(&m->fed, slice_cut(m->text, m->fed_to, to));
    m->fed_to = next;
}

/* The length of the name of an attribute at the front of `s`, 0 where it is no simple one or a
 * declaration of a namespace; *local: of what stands before its last part. */
static size_t simple_name(struct slice s, size_t *local)
{
    size_t len = 0;
    *local = 0;
    for (; len < s.len && s.at[len] != '='; len++) {
        char c = s.at[len];
        bool first = len == *local;
        if (c == ':' && !first && *local == 0)
            *local = len + 1;
        else if (!byte_is_letter(c) && (first || !(byte_is_digit(c) || c == '-' || c == '_')))
            return 0;
    }
    return len == *local || slice_starts(s, SLICE("xmlns")) ? 0 : len;
}

/* The length of the attribute at the front of `s` with the blanks before it, when nothing in it can
 * be wrong; 0: libxml2 is to look. *name is the last part of its name. */
static size_t simple_attribute(struct slice s, struct slice *name)
{
    size_t from = 0, local;
    while (from < s.len && byte_is_blank(s.at[from]))
        from++;
    size_t len = from > 0 ? simple_name(slice_cut(s, from, s.len), &local) : 0;
    size_t quote = from + len + 1;
    if (len == 0 || quote >= s.len || (s.at[quote] != '"' && s.at[quote] != '\''))
        return 0;
    const char *end = memchr(s.at + quote + 1, s.at[quote], s.len - quote - 1);
    struct slice value = slice_cut(s, quote + 1, end ? (size_t)(end - s.at) : s.len);
    *name = slice_cut(s, from + local, from + len);
    if (!end || !markup_text_is_ascii(value) || memchr(value.at, '<', value.len))
        return 0;
    return (size_t)(end - s.at) + 1;
}

/* The length of all attributes at the front of `s`, or 0. */
static size_t simple_attributes(struct slice s)
{
    struct slice names[SIMPLE];
    size_t at = 0;
    for (size_t count = 0; count < SIMPLE && at < s.len; count++) {
        size_t len = simple_attribute(slice_cut(s, at, s.len), &names[count]);
        if (len == 0)
            return 0;
        for (size_t i = 0; i < count; i++)
            if (slice_equal(names[i], names[count]))
                return 0;
        at += len;
    }
    return at == s.len ? at : 0;
}

/* Feeds a start tag without its attributes when nothing in them can be wrong. */
static void feed_start(struct markup *m, const struct markup_token *token)
{
    size_t from = (size_t)(token->inner.at - m->text.at) + token->inner.len;
    size_t to = token->at + token->len - 1 - token->closed;
    while (to > from && byte_is_blank(m->text.at[to - 1]))
        to--;
    struct slice attributes = slice_cut(m->text, from, to);
    struct slice *simple = &m->simple[token->hash % MARKUP_SIMPLE];
    if (attributes.len == 0)
        return;
    if (!slice_equal(*simple, attributes)) {
        if (simple_attributes(attributes) == 0)
            return;
        *simple = attributes;
    }
    feed(m, from, to);
}

/* Leaves out a text in which nothing can be wrong. */
static void feed_text(struct markup *m, const struct markup_token *token)
{
    struct slice text = slice_cut(m->text, token->at, token->at + token->len);
    if (text.len >= LEAST_TEXT && !memchr(text.at, ']', text.len) &&
        !memchr(text.at, '&', text.len) && markup_text_is_ascii(text))
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
    while ((token = markup_queue(m))) {
        if (is_overfull(m->text, token) || is_malformed(m->text, token))
            return false;
        if (token->kind == TOKEN_START)
            feed_start(m, token);
        else if (token->kind == TOKEN_TEXT)
            feed_text(m, token);
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
