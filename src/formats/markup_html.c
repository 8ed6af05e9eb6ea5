/* SPDX-License-Identifier: MIT */
/*
 * Markup of any kind: libxml2's HTML parser says what its tags mean.
 *
 * The parser is given the bare bones of the document only: the names of the tags, and one byte for
 * each text. From them it says what is implied, what closes what and what is to be ignored; where
 * in those bones it stands tells which token it speaks of. What would cost it more than linear time
 * or make it drop text (long comments, attributes, a thousand open elements, what stands behind
 * </html>) it never sees. Nor is it asked where the answer is known: of a usual element in another
 * that holds such (markup_usual.h), as soon as its end tag is met.
 */
#include "formats/markup_inner.h"

#include "base/memory.h"
#include "formats/markup_names.h"
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

/* Tells a tag that libxml2 was not asked about. */
static void tell_sure(struct markup *m, const struct markup_token *token)
{
    if (token->kind == TOKEN_START) {
        markup_tell_start(m, token->usual->name, token, 0);
        if (token->usual->empty)
            markup_tell_end(m, token->usual->name, NULL, m->told);
        else
            m->sure++;
    } else {
        m->sure--;
        markup_tell_end(m, token->usual->name, token, 0);
    }
}

/* Tells all that stands before the place of `fed`, but for tags that libxml2 was asked about. All
 * in an element that it was not asked about stands in one place. */
static void tell_before(struct markup *m, size_t place)
{
    const struct markup_token *head;
    while ((head = markup_head(m)) && (m->sure > 0 || head->fed_to < place)) {
        markup_take(m);
        if (head->sure)
            tell_sure(m, head);
        else
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
    markup_set_memory();
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

/* Whether there is text can matter where it is not known what is open. */
static void feed_text(struct markup *m, struct slice text)
{
    if (m->waiting_count > 0)
        return;
    bool blank = slice_trim(text).len == 0;
    if (text.len > 0 && !m->text_fed && !(blank && is_first(m)))
        buffer_add_byte(&m->fed, blank ? ' ' : 'x');
    m->text_fed = m->text_fed || !blank;
}

/* Whether the element, which has an end tag, would be more than libxml2 can bear. */
static bool is_too_much(const struct markup *m, struct slice name)
{
    unsigned depth = m->depth + (unsigned)m->starts * IMPLIED;
    if (depth + IMPLIED > MARKUP_DEPTH || (depth > SHAPELY && !markup_names_shape(name)))
        return true;
    return xmlDictSize(m->parser->dict) > NAMES_MAX &&
           !xmlDictExists(m->parser->dict, (const xmlChar *)name.at, (int)name.len);
}

/* The elements around all others: what stands behind their end is nothing to libxml2. */
static bool is_frame(struct slice name)
{
    return slice_equal(name, SLICE("body")) || slice_equal(name, SLICE("html"));
}

/* Of a script or of styles, whose text is told when it has an end tag, the name; else empty. */
static struct slice raw_of(struct slice name)
{
    static const struct slice names[] = {SLICE_ROW("script"), SLICE_ROW("style")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal(name, names[i]))
            return names[i];
    return (struct slice){NULL, 0};
}

/* Ends what is open without an end tag, as to libxml2 all behind it would be a script. */
static void end_endless(struct markup *m, const struct markup_token *token)
{
    bool tag = token->kind == TOKEN_START || token->kind == TOKEN_END;
    if (m->endless.len == 0 || !tag)
        return;
    if (token->kind != TOKEN_END || !slice_equal_nocase(m->endless, token->inner))
        feed(m, SLICE("</"), m->endless);
    m->endless = (struct slice){NULL, 0};
}

static void feed_start(struct markup *m, const struct markup_token *token, struct slice name)
{
    bool empty = markup_names_empty(name);
    bool closed = (token->closed && !is_frame(name)) || markup_names_closed(name);
    if (slice_equal(name, SLICE("plaintext")))
        return;
    if (!empty && is_too_much(m, name)) {
        *skipped(m, name) += !closed;
        m->skipped_count += !closed;
        m->oddities |= ODDITY_DEPTH;
        return;
    }
    m->waiting_count = 0;
    feed(m, SLICE("<"), name);
    if (closed && !empty)
        feed(m, SLICE("</"), name);
    else
        m->endless = raw_of(name);
    m->starts++;
}

/* Whether the tag would not be fed, or not as it is. */
static bool is_unusual(const struct markup *m, const struct markup_token *token,
                       const struct markup_usual *usual)
{
    unsigned depth = m->depth + (unsigned)m->starts * IMPLIED;
    return !usual || (token->closed && !usual->empty) || depth > SHAPELY ||
           m->waiting_count == MARKUP_WAITING;
}

/* Feeds a usual start tag. Where nothing is to be asked about it, it waits for its end tag, to be
 * taken out again; one that has no end tag is not fed at all. */
static void feed_usual(struct markup *m, struct markup_token *token,
                       const struct markup_usual *usual)
{
    const struct markup_waiting *outer =
        m->waiting_count > 0 ? &m->waiting[m->waiting_count - 1] : NULL;
    bool fits = outer && markup_usual_in(outer->usual, usual);
    token->usual = usual;
    token->sure = fits && usual->empty;
    if (token->sure)
        return;
    if (!fits)
        m->waiting_count = 0;
    if (!usual->empty)
        m->waiting[m->waiting_count++] = (struct markup_waiting){
            .token = m->tokens.count - 1, .fed = m->fed.len, .usual = usual, .whole = fits};
    feed(m, SLICE("<"), usual->name);
    m->starts++;
}

/* The element of a start tag when it is a usual one, or NULL. */
static const struct markup_usual *usual_of(const struct markup_token *token)
{
    struct markup_seen *seen = token->seen;
    if (!seen)
        return markup_usual(token->inner);
    if (!seen->judged)
        seen->usual = markup_usual(token->inner);
    seen->judged = true;
    return seen->usual;
}

/* Feeds the end tag of a usual element that waits for it, or takes out its start tag; false: it is
 * another one. */
static bool feed_usual_end(struct markup *m, struct markup_token *token)
{
    if (m->waiting_count == 0 || m->skipped_count > 0)
        return false;
    const struct markup_waiting *last = &m->waiting[m->waiting_count - 1];
    if (!slice_equal_nocase(last->usual->name, token->inner))
        return false;
    m->waiting_count--;
    if (!last->whole) {
        feed(m, SLICE("</"), last->usual->name);
        return true;
    }
    struct markup_token *start = &m->tokens.at[last->token];
    start->sure = token->sure = true;
    start->fed_to = start->fed_from;
    token->usual = last->usual;
    m->fed.len = last->fed;
    m->starts--;
    return true;
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
    if (is_first(m) || markup_names_empty(name) || markup_names_closed(name))
        return;
    if (is_frame(name) && !is_last(m, token))
        return;
    unsigned *left_out = skipped(m, name);
    if (*left_out > 0) {
        (*left_out)--;
        m->skipped_count--;
        return;
    }
    m->waiting_count = 0;
    feed(m, SLICE("</"), name);
}

static void feed_token(struct markup *m, struct markup_token *token)
{
    end_endless(m, token);
    token->fed_from = m->fed_before + m->fed.len;
    if (token->kind == TOKEN_TEXT || token->kind == TOKEN_CDATA) {
        feed_text(m, token->inner);
    } else if (token->kind == TOKEN_START) {
        const struct markup_usual *usual = usual_of(token);
        if (is_unusual(m, token, usual))
            feed_start(m, token, feedable(m, token->inner));
        else
            feed_usual(m, token, usual);
    } else if (token->kind == TOKEN_END && !feed_usual_end(m, token)) {
        feed_end(m, token, feedable(m, token->inner));
    }
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
    for (size_t i = 0; i < m->waiting_count; i++)
        m->waiting[i].whole = false;
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
