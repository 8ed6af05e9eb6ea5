/* SPDX-License-Identifier: MIT */
/* The texts of a form. */
#include "formats/forms/form_text.h"

#include "base/utf8.h"

#include <string.h>

/* The characters of a node's text, one after the other. */
struct walk {
    const struct form_tree *tree;
    uint32_t piece, end;
    struct slice rest; /* of the piece */
};

static bool next_letter(struct walk *w, struct form_letter *l)
{
    while (w->rest.len == 0) {
        if (w->piece == w->end)
            return false;
        const struct form_piece *p = &w->tree->pieces.at[w->piece++];
        if (p->code) {
            *l = (struct form_letter){p->code, p->at, p->length, false};
            return true;
        }
        w->rest = slice_cut(w->tree->text, p->at, p->at + (size_t)p->length);
    }
    l->at = (size_t)(w->rest.at - w->tree->text.at);
    size_t before = w->rest.len;
    l->code = utf8_next(&w->rest);
    l->length = before - w->rest.len;
    l->plain = l->code != UTF8_REPLACEMENT || l->length > 1;
    return true;
}

/* Markup that stands in a text as text, and entities within it. */
struct escaped {
    bool in_tag;
    char word[16]; /* of the tag, or of the entity: their first letters */
    size_t length;
    bool in_entity;
    size_t entity_at;
    bool any; /* something of the text was said */
};

static bool ends_paragraph(const char *tag)
{
    static const char *const blocks[] = {"p",  "div", "br", "tr", "li", "h1", "h2",   "h3",
                                         "h4", "h5",  "h6", "ul", "ol", "hr", "table"};
    tag += *tag == '/';
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        if (strcmp(tag, blocks[i]) == 0)
            return true;
    return false;
}

static uint32_t entity_code(struct slice name)
{
    static const struct {
        const char *name;
        uint32_t code;
    } known[] = {{"nbsp", 0xA0},    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},
                 {"quot", '"'},     {"apos", '\''},    {"rsquo", 0x2019}, {"lsquo", 0x2018},
                 {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"mdash", 0x2014}, {"ndash", 0x2013},
                 {"bull", 0x2022},  {"middot", 0xB7},  {"reg", 0xAE},     {"sect", 0xA7}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (slice_equal(name, slice_of(known[i].name)))
            return known[i].code;
    if (name.len < 2 || *name.at != '#')
        return 0;
    long long code = slice_number(slice_cut(name, 1, name.len));
    if (code >= 128 && code < 160)
        return utf8_from_cp1252((unsigned char)code);
    return code > 0 && code <= 0x10FFFF ? (uint32_t)code : 0;
}

/* Whether a tag begins behind a "<": it is closed before another begins. */
static bool is_tag(struct walk w)
{
    struct form_letter l;
    if (!next_letter(&w, &l) || l.code >= 0x80 ||
        !(byte_is_letter((char)l.code) || l.code == '/' || l.code == '!'))
        return false;
    while (next_letter(&w, &l) && l.code != '<')
        if (l.code == '>')
            return true;
    return false;
}

static void keep_letter(struct escaped *e, uint32_t code)
{
    if (e->length + 1 < sizeof e->word)
        e->word[e->length++] = code < 0x80 ? (char)code : '?';
    e->word[e->length] = '\0';
}

/* Within a tag: looks for its end. */
static void skip_tag(struct form_say *s, struct escaped *e, const struct form_letter *l,
                     bool paragraphs)
{
    if (l->code == '>') {
        size_t name = 0;
        for (; byte_is_letter(e->word[name]) || byte_is_digit(e->word[name]) ||
               (name == 0 && e->word[0] == '/');
             name++)
            e->word[name] = byte_lower(e->word[name]);
        e->word[name] = '\0';
        e->in_tag = false;
        if (paragraphs && ends_paragraph(e->word))
            s->renew = e->any;
        else
            form_say_gap(s, l->at, l->at + l->length);
    } else {
        keep_letter(e, l->code);
    }
}

/* Within an entity: says it at its end, or what stands there when it is none; true when it was. */
static bool end_entity(struct form_say *s, struct escaped *e, size_t end)
{
    e->in_entity = false;
    uint32_t code = entity_code((struct slice){e->word, e->length});
    if (code) {
        form_say_sign(s, code, e->entity_at, end - e->entity_at);
        return true;
    }
    form_say_sign(s, '&', e->entity_at, 0);
    form_say_words(s, (struct slice){e->word, e->length}, e->entity_at);
    return false;
}

static void say_escaped(struct form_say *s, struct walk *w, bool paragraphs)
{
    struct escaped e = {0};
    struct form_letter l = {0};
    while (next_letter(w, &l)) {
        if (e.in_tag) {
            skip_tag(s, &e, &l, paragraphs);
            continue;
        }
        if (e.in_entity) {
            bool part = l.code < 0x80 && (byte_is_letter((char)l.code) ||
                                          byte_is_digit((char)l.code) || l.code == '#');
            if (part && e.length + 2 < sizeof e.word) {
                keep_letter(&e, l.code);
                continue;
            }
            bool whole = l.code == ';';
            if (end_entity(s, &e, whole ? l.at + l.length : l.at) && whole)
                continue;
        }
        e.length = 0;
        e.word[0] = '\0';
        e.in_tag = l.code == '<' && is_tag(*w);
        e.in_entity = l.code == '&';
        e.entity_at = l.at;
        e.any = e.any || (!e.in_tag && !form_say_is_blank(l.code));
        if (!e.in_tag && !e.in_entity)
            form_say_letter(s, &l);
    }
    if (e.in_entity)
        end_entity(s, &e, l.at + l.length);
}

/* Whether the text is markup that was escaped: "&lt;p" or "<![CDATA[<div". */
static bool is_escaped(struct walk w)
{
    struct form_letter l = {0};
    bool more = next_letter(&w, &l);
    while (more && form_say_is_blank(l.code))
        more = next_letter(&w, &l);
    return more && l.code == '<' && is_tag(w);
}

void form_text_say(struct form_say *s, uint32_t node, bool paragraphs)
{
    const struct form_node *n = form_tree_node(s->tree, node);
    struct walk w = {s->tree, n->piece, n->piece + n->pieces, {0}};
    if (n->pieces == 0)
        return;
    if (is_escaped(w)) {
        say_escaped(s, &w, paragraphs);
        return;
    }
    struct form_letter l;
    unsigned lines = 0;
    for (uint32_t before = 0; next_letter(&w, &l); before = l.code) {
        if (!form_say_is_blank(l.code)) {
            if (paragraphs && lines > 1)
                s->renew = s->said;
            lines = 0;
        }
        lines += l.code == '\r' || (l.code == '\n' && before != '\r');
        form_say_letter(s, &l);
    }
}
