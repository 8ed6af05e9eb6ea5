/* SPDX-License-Identifier: MIT */
/* Saying a form to a sink. */
#include "formats/forms/form_say.h"

#include "base/utf8.h"
#include "base/width.h"

#include <string.h>

/* The characters of a node's text, one after the other. */
struct walk {
    const struct form_tree *tree;
    uint32_t piece, end;
    struct slice rest; /* of the piece */
};

struct letter {
    uint32_t code;
    size_t at, length;
    bool plain; /* the bytes are the character */
};

static bool next_letter(struct walk *w, struct letter *l)
{
    while (w->rest.len == 0) {
        if (w->piece == w->end)
            return false;
        const struct form_piece *p = &w->tree->pieces.at[w->piece++];
        if (p->code) {
            *l = (struct letter){p->code, p->at, p->length, false};
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

static void pass(struct form_say *s, size_t at)
{
    if (at > s->at)
        s->at = at;
}

/* The place as the sink counts; nothing before it is said any more. */
static size_t place(struct form_say *s, size_t at)
{
    pass(s, at);
    return s->tree->base + s->at;
}

static void flush(struct form_say *s)
{
    if (s->run == s->run_end)
        return;
    s->sink->text(s->sink->self, slice_cut(s->tree->text, s->run, s->run_end),
                  s->tree->base + s->run);
    pass(s, s->run_end);
    s->run = s->run_end = 0;
}

void form_say_blank(struct form_say *s)
{
    s->blank = s->begun && !s->in_cell;
}

static void say_blank(struct form_say *s)
{
    if (s->blank)
        s->sink->blank(s->sink->self, 1);
    s->blank = false;
    s->begun = true;
}

void form_say_begin(struct form_say *s, struct sink_shape shape, unsigned flags, size_t at)
{
    say_blank(s);
    s->shape = shape;
    s->flags = flags;
    if (s->sink->shape)
        s->sink->shape(s->sink->self, &shape);
    s->sink->begin(s->sink->self, flags, place(s, at));
    s->open = true;
    s->said = s->gap = s->renew = s->spaced = false;
}

void form_say_end(struct form_say *s)
{
    if (!s->open)
        return;
    flush(s);
    s->open = s->gap = s->renew = false;
    s->sink->end(s->sink->self, place(s, 0));
}

void form_say_style(struct form_say *s, unsigned style)
{
    flush(s);
    if (s->sink->style)
        s->sink->style(s->sink->self, style);
}

void form_say_link(struct form_say *s, struct slice name)
{
    flush(s);
    if (s->sink->link)
        s->sink->link(s->sink->self, name, place(s, 0));
}

void form_say_anchor(struct form_say *s, struct slice name, size_t at)
{
    flush(s);
    if (s->sink->anchor)
        s->sink->anchor(s->sink->self, name, place(s, at));
}

/* Says the blank that waits. */
static void close_gap(struct form_say *s)
{
    if (s->gap && s->said) {
        flush(s);
        size_t at = place(s, s->gap_at), end = s->tree->base + s->gap_end;
        s->sink->code(s->sink->self, ' ', 1, at, end > at ? end - at : 0);
        pass(s, s->gap_end);
    }
    s->gap = false;
}

static void open_gap(struct form_say *s, size_t at, size_t end)
{
    if (!s->gap)
        s->gap_at = at;
    s->gap = true;
    s->gap_end = end;
}

/* A paragraph was at its end, and more comes. */
static void begin_again(struct form_say *s, size_t at)
{
    if (!s->renew)
        return;
    bool spaced = s->spaced;
    form_say_end(s);
    if (spaced)
        form_say_blank(s);
    form_say_begin(s, s->shape, s->flags, at);
    s->spaced = spaced;
}

void form_say_sign(struct form_say *s, uint32_t code, size_t at, size_t length)
{
    begin_again(s, at);
    close_gap(s);
    flush(s);
    if (width_is_control(code))
        code = UTF8_REPLACEMENT;
    bool here = at >= s->at;
    s->sink->code(s->sink->self, code, 1, place(s, at), here ? length : 0);
    pass(s, at + length);
    s->said = true;
}

void form_say_words(struct form_say *s, struct slice words, size_t at)
{
    while (words.len > 0) {
        uint32_t code = utf8_next(&words);
        if (code == ' ')
            open_gap(s, at, at);
        else
            form_say_sign(s, code, at, 0);
    }
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r');
}

static void say_letter(struct form_say *s, const struct letter *l)
{
    if (is_blank(l->code)) {
        /* One blank between two words stays in their run. */
        if (l->code == ' ' && l->plain && s->said && !s->gap && s->run_end == l->at &&
            s->run < s->run_end) {
            s->gap = true;
            s->gap_at = l->at;
            s->gap_end = l->at + 1;
        } else {
            open_gap(s, l->at, l->at + l->length);
        }
        return;
    }
    begin_again(s, l->at);
    if (!l->plain || width_is_control(l->code) || l->at < s->at) {
        form_say_sign(s, l->code, l->at, l->length);
        return;
    }
    if (s->gap && s->said && s->run < s->run_end && s->gap_at == s->run_end &&
        s->gap_end == l->at && l->at - s->run_end == 1 && s->tree->text.at[s->run_end] == ' ') {
        s->gap = false;
        s->run_end = l->at;
    }
    close_gap(s);
    if (s->run == s->run_end || s->run_end != l->at) {
        flush(s);
        s->run = l->at;
    }
    s->run_end = l->at + l->length;
    s->said = true;
}

/* Markup that stands in a text as text, and entities within it. */
struct escaped {
    bool in_tag;
    char word[16]; /* of the tag, or of the entity: their first letters */
    size_t length;
    bool in_entity;
    size_t entity_at;
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
    } known[] = {{"nbsp", 0xA0},    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},
                 {"quot", '"'},     {"apos", '\''},     {"rsquo", 0x2019},  {"lsquo", 0x2018},
                 {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"mdash", 0x2014},  {"ndash", 0x2013},
                 {"bull", 0x2022},  {"middot", 0xB7},   {"reg", 0xAE},      {"sect", 0xA7}};
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
    struct letter l;
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
static void skip_tag(struct form_say *s, struct escaped *e, const struct letter *l, bool paragraphs)
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
            s->renew = s->said;
        else
            open_gap(s, l->at, l->at + l->length);
    } else {
        keep_letter(e, l->code);
    }
}

/* Within an entity: says it at its end, or what it is when it is none. */
static void end_entity(struct form_say *s, struct escaped *e, size_t end)
{
    e->in_entity = false;
    uint32_t code = entity_code((struct slice){e->word, e->length});
    if (code) {
        form_say_sign(s, code, e->entity_at, end - e->entity_at);
        return;
    }
    form_say_sign(s, '&', e->entity_at, 0);
    form_say_words(s, (struct slice){e->word, e->length}, e->entity_at);
    pass(s, end);
}

static void say_escaped(struct form_say *s, struct walk *w, bool paragraphs)
{
    struct escaped e = {0};
    struct letter l = {0};
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
            end_entity(s, &e, l.code == ';' ? l.at + l.length : l.at);
            if (l.code == ';')
                continue;
        }
        e.length = 0;
        e.word[0] = '\0';
        e.in_tag = l.code == '<' && is_tag(*w);
        e.in_entity = l.code == '&';
        e.entity_at = l.at;
        if (!e.in_tag && !e.in_entity)
            say_letter(s, &l);
    }
    if (e.in_entity)
        end_entity(s, &e, l.at + l.length);
}

/* Whether the text is markup that was escaped: "&lt;p" or "<![CDATA[<div". */
static bool is_escaped(struct walk w)
{
    struct letter l = {0};
    bool more = next_letter(&w, &l);
    while (more && is_blank(l.code))
        more = next_letter(&w, &l);
    return more && l.code == '<' && is_tag(w);
}

void form_say_text(struct form_say *s, uint32_t node, bool paragraphs)
{
    const struct form_node *n = form_tree_node(s->tree, node);
    struct walk w = {s->tree, n->piece, n->piece + n->pieces, {0}};
    if (n->pieces == 0)
        return;
    if (is_escaped(w)) {
        say_escaped(s, &w, paragraphs);
        return;
    }
    struct letter l;
    unsigned lines = 0;
    for (uint32_t before = 0; next_letter(&w, &l); before = l.code) {
        if (!is_blank(l.code)) {
            if (paragraphs && lines > 1)
                s->renew = s->said;
            lines = 0;
        }
        lines += l.code == '\r' || (l.code == '\n' && before != '\r');
        say_letter(s, &l);
    }
}

void form_say_attribute(struct form_say *s, const struct form_attribute *a, size_t tag)
{
    if (a->at == UINT32_MAX || a->at < s->at) {
        form_say_words(s, a->value, tag);
        return;
    }
    struct slice rest = a->value;
    while (rest.len > 0) {
        struct letter l = {.at = (size_t)(rest.at - s->tree->text.at)};
        size_t before = rest.len;
        l.code = utf8_next(&rest);
        l.length = before - rest.len;
        l.plain = l.code != UTF8_REPLACEMENT || l.length > 1;
        say_letter(s, &l);
    }
}

void form_say_table(struct form_say *s, size_t at)
{
    say_blank(s);
    s->sink->table(s->sink->self, place(s, at));
}

void form_say_row(struct form_say *s, size_t at)
{
    s->sink->row(s->sink->self, place(s, at));
}

void form_say_cell(struct form_say *s, bool head)
{
    struct sink_cell cell = {.columns = 1, .rows = 1, .head = head};
    s->sink->cell(s->sink->self, &cell, place(s, 0));
    s->in_cell = true;
}

void form_say_cell_end(struct form_say *s)
{
    form_say_end(s);
    s->in_cell = false;
    s->sink->cell_end(s->sink->self, place(s, 0));
}

void form_say_row_end(struct form_say *s)
{
    s->sink->row_end(s->sink->self, place(s, 0));
}

void form_say_table_end(struct form_say *s)
{
    s->sink->table_end(s->sink->self, place(s, 0));
}
