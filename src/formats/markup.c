/* SPDX-License-Identifier: MIT */
/* Markup: its front, and how tags and texts are told. */
#include "formats/markup.h"

#include "base/memory.h"
#include "formats/markup_inner.h"
#include "formats/markup_text.h"
#include "formats/oddity.h"

#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

enum { TOKEN_BYTES = 32 }; /* of the document, as a rule */

void markup_set_memory(void)
{
    (void)xmlMemSetup(free, memory_for_library, memory_for_library_again, memory_for_library_text);
}

struct markup *markup_new(enum markup_kind kind, struct slice text, size_t base,
                          const struct markup_calls *calls)
{
    struct markup *m = memory_alloc(sizeof *m);
    m->kind = kind;
    m->text = text;
    m->base = base;
    m->calls = *calls;
    markup_scan_init(&m->scan, kind, text);
    m->told = m->begin = m->scan.at;
    /* A tag and a text for each few bytes of a piece. */
    size_t piece = text.len < MARKUP_PIECE ? text.len : MARKUP_PIECE;
    array_reserve((void **)&m->tokens.at, &m->tokens.room, piece / TOKEN_BYTES + 1,
                  sizeof *m->tokens.at);
    buffer_init(&m->fed);
    buffer_init(&m->name);
    if (kind == MARKUP_XML)
        markup_xml_open(m);
    else
        markup_html_open(m);
    return m;
}

void markup_free(struct markup *m)
{
    if (!m)
        return;
    if (m->kind == MARKUP_XML)
        markup_xml_close(m);
    else
        markup_html_close(m);
    array_deinit(&m->tokens);
    markup_attributes_deinit(&m->attributes);
    buffer_deinit(&m->fed);
    buffer_deinit(&m->name);
    free(m);
}

enum markup_state markup_read(struct markup *m, size_t bytes)
{
    size_t from = m->scan.at;
    do {
        size_t left = bytes - (m->scan.at - from);
        size_t piece = left < MARKUP_PIECE ? left : MARKUP_PIECE;
        if (m->state != MARKUP_MORE)
            break;
        if (m->kind == MARKUP_XML)
            markup_xml_read(m, piece);
        else
            markup_html_read(m, piece);
    } while (m->scan.at - from < bytes);
    return m->state;
}

size_t markup_offset(const struct markup *m)
{
    return m->base + (m->state == MARKUP_END ? m->text.len : m->told);
}

unsigned markup_oddities(const struct markup *m)
{
    unsigned whole = m->state == MARKUP_END ? oddity_of_document(m->text, m->begin) : 0;
    return m->oddities | m->scan.oddities | whole;
}

struct markup_token *markup_queue(struct markup *m)
{
    struct markup_token *token = array_add(&m->tokens);
    if (markup_scan_next(&m->scan, token))
        return token;
    m->tokens.count--;
    return NULL;
}

void markup_forget(struct markup *m)
{
    size_t left = m->tokens.count - m->next;
    if (m->next > 0 && left > 0)
        memmove(m->tokens.at, m->tokens.at + m->next, left * sizeof *m->tokens.at);
    m->tokens.count = left;
    m->next = 0;
}

void markup_tell_content(struct markup *m, const struct markup_token *token)
{
    size_t offset = m->base + (size_t)(token->inner.at - m->text.at);
    if (token->kind == TOKEN_TEXT)
        markup_text_tell(&m->calls, token->inner, offset, WRITING_TEXT);
    else if (token->kind == TOKEN_RAW || token->kind == TOKEN_CDATA)
        markup_text_tell(&m->calls, token->inner, offset, WRITING_RAW);
    else if (token->kind == TOKEN_COMMENT && m->calls.comment)
        m->calls.comment(m->calls.self, token->inner, offset);
}

static inline struct markup_tag make_tag(const struct markup *m, struct slice name,
                                         const struct markup_token *token, size_t offset)
{
    struct markup_tag tag = {.name = name};
    bool met = token && token->first.len > 0; /* such have no prefix */
    const char *colon = met ? NULL : memchr(name.at, ':', name.len);
    if (colon) {
        size_t at = (size_t)(colon - name.at);
        tag.prefix = slice_cut(name, 0, at);
        tag.name = slice_cut(name, at + 1, name.len);
    }
    tag.offset = m->base + (token ? token->at : offset);
    tag.length = token ? token->len : 0;
    if (token) {
        tag.hash = token->hash;
        tag.first = token->first;
    }
    return tag;
}

/* What stands between the name of a start tag and its `>`. */
static struct slice attributes_part(const struct markup *m, const struct markup_token *token)
{
    size_t from = (size_t)(token->inner.at - m->text.at) + token->inner.len;
    size_t to = token->at + token->len;
    return slice_cut(m->text, from, m->text.at[to - 1] == '>' ? to - 1 : to);
}

void markup_tell_start(struct markup *m, struct slice name, const struct markup_token *token,
                       size_t offset)
{
    if (m->depth++ >= MARKUP_DEPTH) {
        m->oddities |= ODDITY_DEPTH;
        return;
    }
    if (!m->calls.start)
        return;
    struct markup_tag tag = make_tag(m, name, token, offset);
    bool bare = m->calls.bare && m->calls.bare(m->calls.self, &tag);
    if (token && !bare) {
        markup_attributes_read(&m->attributes, attributes_part(m, token), m->kind == MARKUP_HTML);
        tag.attributes = m->attributes.at;
        tag.count = m->attributes.count;
        m->oddities |= tag.count == MARKUP_ATTRIBUTES ? (unsigned)ODDITY_LONG_TAG : 0U;
    }
    m->calls.start(m->calls.self, &tag);
}

void markup_tell_end(struct markup *m, struct slice name, const struct markup_token *token,
                     size_t offset)
{
    if (m->depth == 0 || m->depth-- > MARKUP_DEPTH || !m->calls.end)
        return;
    struct markup_tag tag = make_tag(m, name, token, offset);
    m->calls.end(m->calls.self, &tag);
}
