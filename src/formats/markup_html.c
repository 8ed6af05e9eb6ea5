/* SPDX-License-Identifier: MIT */
/*
 * Markup of any kind: libxml2's HTML parser says what its tags mean.
 *
 * The parser is given the bare bones of the document only: the names of the tags, and one byte for
 * each text. From them it says what is implied, what closes what and what is to be ignored; where
 * in those bones it stands tells which token it speaks of. What would cost it more than linear time
 * or make it drop text (long comments, attributes, a thousand open elements, what stands behind
 * </html>) it never sees.
 */
#include "formats/markup_inner.h"

#include "base/memory.h"
#include "formats/markup_prolog.h"
#include "formats/oddity.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Newer releases of libxml2 call members of the parser deprecated that have no other door. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

enum {
    NAME_MAX_BYTES = 96, /* libxml2 reads 100 */
    NAMES_MAX = 20000,   /* of elements; libxml2's dictionary is slow beyond */
    IMPLIED = 4,         /* elements that one tag may imply: html, body, p */
    /* So deep, only the tags that give a document its shape are kept: <font>s that are never closed
     * must not be the end of its tables. */
    SHAPELY = MARKUP_DEPTH / 2
};

/* How many bytes of `fed` libxml2 has read, all pieces counted. */
static size_t position(const struct markup *m)
{
    const xmlParserInput *input = m->parser->input;
    return (size_t)input->consumed + (size_t)(input->cur - input->base);
}

/* Tells all that stands before the place of `fed`, tags aside. */
static void tell_before(struct markup *m, size_t place)
{
    const struct markup_token *head;
    while ((head = markup_head(m)) && head->fed_to < place) {
        markup_take(m);
        markup_tell_content(m, head);
    }
}

/* How much of a tag's name libxml2 is given: other bytes would be attributes to it. */
static size_t feedable_len(struct slice name)
{
    size_t len = 0;
    while (len < name.len && len < NAME_MAX_BYTES) {
        char c = name.at[len];
        bool mark = c == ':' || c == '-' || c == '_' || c == '.';
        if (!mark && !byte_is_letter(c) && !byte_is_digit(c))
            break;
        len++;
    }
    return len;
}

/* The token that libxml2 speaks of, when it is a tag of the kind and name; else NULL, and *offset
 * is where what it supplies belongs. */
static const struct markup_token *spoken_of(struct markup *m, enum markup_token_kind kind,
                                            struct slice name, size_t *offset)
{
    size_t place = position(m);
    tell_before(m, place);
    const struct markup_token *head = markup_head(m);
    *offset = head && head->fed_from < place ? head->at : m->told;
    if (!head || head->fed_from >= place || head->kind != kind)
        return NULL;
    struct slice fed = slice_cut(head->inner, 0, feedable_len(head->inner));
    return slice_equal_nocase(fed, name) ? head : NULL;
}

static void on_start(void *self, const xmlChar *name, const xmlChar **attributes)
{
    struct markup *m = self;
    size_t offset;
    (void)attributes;
    struct slice told = slice_of((const char *)name);
    const struct markup_token *token = spoken_of(m, TOKEN_START, told, &offset);
    if (token)
        markup_take(m);
    markup_tell_start(m, told, token, offset);
}

static void on_end(void *self, const xmlChar *name)
{
    struct markup *m = self;
    size_t offset;
    struct slice told = slice_of((const char *)name);
    const struct markup_token *token = spoken_of(m, TOKEN_END, told, &offset);
    if (token)
        markup_take(m);
    markup_tell_end(m, told, token, offset);
}

#if LIBXML_VERSION >= 21200
static void on_error(void *self, const xmlError *error)
#else
static void on_error(void *self, xmlErrorPtr error)
#endif
{
    (void)self, (void)error;
}

void markup_html_open(struct markup *m)
{
    xmlSAXHandler calls = {.startElement = on_start, .endElement = on_end, .serror = on_error};
    m->parser = htmlCreatePushParserCtxt(&calls, m, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!m->parser)
        memory_exhausted();
    htmlCtxtUseOptions(m->parser, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR |
                                      HTML_PARSE_NOWARNING);
    m->parser->sax->serror = on_error;
}

void markup_html_close(struct markup *m)
{
    htmlFreeParserCtxt(m->parser);
}

static bool is_one_of(struct slice name, const struct slice *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(name, names[i]))
            return true;
    return false;
}

/* Elements that libxml2 closes by itself. */
static bool is_empty(struct slice name)
{
    static const struct slice names[] = {{"br", 2},      {"hr", 2},    {"img", 3},   {"meta", 4},
                                         {"link", 4},    {"input", 5}, {"col", 3},   {"area", 4},
                                         {"base", 4},    {"frame", 5}, {"param", 5}, {"isindex", 7},
                                         {"basefont", 8}};
    return is_one_of(name, names, sizeof names / sizeof *names);
}

/* Elements that have no end tag, though libxml2 does not know. */
static bool is_closed_here(struct slice name)
{
    static const struct slice names[] = {{"page", 4},  {"wbr", 3},    {"embed", 5},
                                         {"track", 5}, {"source", 6}, {"keygen", 6}};
    return is_one_of(name, names, sizeof names / sizeof *names);
}

static bool is_shape(struct slice name)
{
    static const struct slice names[] = {{"table", 5}, {"tr", 2},    {"td", 2}, {"th", 2},
                                         {"tbody", 5}, {"thead", 5}, {"p", 1},  {"div", 3},
                                         {"li", 2},    {"ul", 2},    {"ol", 2}, {"pre", 3}};
    return is_one_of(name, names, sizeof names / sizeof *names);
}

/* The name of a tag as libxml2 reads it. Good until the next. */
static struct slice feedable(struct markup *m, struct slice name)
{
    size_t len = feedable_len(name);
    buffer_clear(&m->name);
    buffer_add(&m->name, slice_cut(name, 0, len));
    for (size_t i = 0; i < len; i++)
        m->name.at[i] = byte_lower(m->name.at[i]);
    return buffer_slice(&m->name);
}

static unsigned *skipped(struct markup *m, struct slice name)
{
    unsigned hash = 0;
    for (size_t i = 0; i < name.len; i++)
        hash = hash * 31 + (unsigned char)name.at[i];
    return &m->skipped[hash % MARKUP_NAMES];
}

static void feed(struct markup *m, struct slice opening, struct slice name)
{
    buffer_add(&m->fed, opening);
    buffer_add(&m->fed, name);
    buffer_add_byte(&m->fed, '>');
    m->text_fed = false;
}

/* Nothing was fed yet. Then blanks mean nothing, and an end tag would make libxml2 think that all
 * is over. */
static bool is_first(const struct markup *m)
{
    return m->fed_before + m->fed.len == 0;
}

static void feed_text(struct markup *m, struct slice text)
{
    bool blank = slice_trim(text).len == 0;
    if (text.len > 0 && !m->text_fed && !(blank && is_first(m)))
        buffer_add_byte(&m->fed, blank ? ' ' : 'x');
    m->text_fed = m->text_fed || !blank;
}

/* Whether the element, which has an end tag, would be more than libxml2 can bear. */
static bool is_too_much(const struct markup *m, struct slice name)
{
    unsigned depth = m->depth + (unsigned)m->starts * IMPLIED;
    if (depth + IMPLIED > MARKUP_DEPTH || (depth > SHAPELY && !is_shape(name)))
        return true;
    return xmlDictSize(m->parser->dict) > NAMES_MAX &&
           !xmlDictExists(m->parser->dict, (const xmlChar *)name.at, (int)name.len);
}

static void feed_start(struct markup *m, const struct markup_token *token, struct slice name)
{
    bool empty = is_empty(name), closed = token->closed || is_closed_here(name);
    if (slice_equal(name, SLICE("plaintext")))
        return;
    if (!empty && is_too_much(m, name)) {
        *skipped(m, name) += !closed;
        m->oddities |= ODDITY_DEPTH;
        return;
    }
    feed(m, SLICE("<"), name);
    if (closed && !empty)
        feed(m, SLICE("</"), name);
    m->starts++;
}

/* True when the document ends with the end tag, or with such as it. */
static bool is_last(struct markup *m, const struct markup_token *token)
{
    if (!m->in_tail && token->at >= m->not_tail)
        m->in_tail = markup_prolog_is_tail(m->text, token->at, &m->not_tail);
    return m->in_tail;
}

static void feed_end(struct markup *m, const struct markup_token *token, struct slice name)
{
    if (is_first(m) || is_empty(name) || is_closed_here(name))
        return;
    if ((slice_equal(name, SLICE("body")) || slice_equal(name, SLICE("html"))) &&
        !is_last(m, token))
        return;
    unsigned *left_out = skipped(m, name);
    if (*left_out > 0)
        (*left_out)--;
    else
        feed(m, SLICE("</"), name);
}

static void feed_token(struct markup *m, struct markup_token *token)
{
    token->fed_from = m->fed_before + m->fed.len;
    if (token->kind == TOKEN_TEXT || token->kind == TOKEN_CDATA)
        feed_text(m, token->inner);
    else if (token->kind == TOKEN_START)
        feed_start(m, token, feedable(m, token->inner));
    else if (token->kind == TOKEN_END)
        feed_end(m, token, feedable(m, token->inner));
    token->fed_to = m->fed_before + m->fed.len;
}

/* Gives libxml2 what was fed, so that nothing of it waits, and tells all tokens. */
static void flush(struct markup *m)
{
    if (m->text_fed)
        buffer_add(&m->fed, SLICE("<!---->"));
    if (m->fed.len > 0)
        htmlParseChunk(m->parser, m->fed.at, (int)m->fed.len, 0);
    m->fed_before += m->fed.len;
    m->text_fed = false;
    m->starts = 0;
    buffer_clear(&m->fed);
    tell_before(m, (size_t)-1);
    markup_forget(m);
}

/* Whether libxml2 must be asked first how deep it is: what is fed could be too much. */
static bool must_ask(const struct markup *m)
{
    return m->fed.len > 0 && m->depth + (m->starts + 1) * IMPLIED > SHAPELY;
}

/* Feeds a piece; returns whether the document is at its end. */
static bool feed_piece(struct markup *m, size_t bytes)
{
    size_t from = m->scan.at;
    do {
        if (must_ask(m))
            flush(m);
        struct markup_token *token = markup_queue(m);
        if (!token)
            return true;
        feed_token(m, token);
        if (m->in_tail && token->kind == TOKEN_END &&
            slice_equal_nocase(token->inner, SLICE("html")))
            return true;
    } while (m->scan.at - from < bytes);
    return m->scan.at == m->text.len;
}

void markup_html_read(struct markup *m, size_t bytes)
{
    bool last = feed_piece(m, bytes);
    flush(m);
    if (!last)
        return;
    if (m->fed_before > 0)
        htmlParseChunk(m->parser, "", 0, 1);
    m->scan.at = m->text.len;
    m->state = MARKUP_END;
}
