/* SPDX-License-Identifier: MIT */
/* The numbers of an inline XBRL source; see the header. */
#include "corpus/facts.h"

#include <stdlib.h>
#include <string.h>

/* An element that is open. */
struct open_element {
    struct slice name; /* with its prefix */
    bool hidden;
    size_t fact, table; /* that it begins, or FACTS_NONE */
};

struct scan {
    struct facts *facts;
    struct slice source;
    char prefix[32]; /* "ix:" */
    ARRAY(struct open_element) open;
    struct buffer cell; /* the text of the cell that is open */
    size_t table;       /* innermost, or FACTS_NONE */
    bool hidden;
    struct slice last_text; /* the text before the tag that is looked at */
};

static struct slice local_of(struct slice name)
{
    size_t colon = slice_find(name, SLICE(":"));
    return colon < name.len ? slice_cut(name, colon + 1, name.len) : name;
}

/* The value of the attribute in the tag; empty when it has none. */
static struct slice attribute(struct slice tag, const char *name)
{
    struct slice wanted = slice_of(name);
    size_t i = 0;
    while (i < tag.len && !byte_is_blank(tag.at[i]))
        i++;
    while (i < tag.len) {
        while (i < tag.len && (byte_is_blank(tag.at[i]) || tag.at[i] == '/'))
            i++;
        size_t from = i;
        while (i < tag.len && tag.at[i] != '=' && !byte_is_blank(tag.at[i]))
            i++;
        struct slice key = slice_cut(tag, from, i);
        while (i < tag.len && (tag.at[i] == '=' || byte_is_blank(tag.at[i])))
            i++;
        char quote = i < tag.len ? tag.at[i] : '\0';
        if (quote != '"' && quote != '\'')
            continue;
        from = ++i;
        while (i < tag.len && tag.at[i] != quote)
            i++;
        if (slice_equal_nocase(key, wanted))
            return slice_cut(tag, from, i);
        i++;
    }
    return (struct slice){0};
}

static bool says_hidden(struct slice style)
{
    struct buffer dense = {0};
    for (size_t i = 0; i < style.len; i++)
        if (!byte_is_blank(style.at[i]))
            buffer_add_byte(&dense, byte_lower(style.at[i]));
    bool hidden = strstr(buffer_text(&dense), "display:none") ||
                  strstr(buffer_text(&dense), "visibility:hidden");
    buffer_deinit(&dense);
    return hidden;
}

static bool is_ix(const struct scan *s, struct slice name, const char *local)
{
    return slice_starts(name, slice_of(s->prefix)) && slice_equal(local_of(name), slice_of(local));
}

/* Words, a number, or nothing: what a cell that has ended means for its row. */
static void end_cell(struct scan *s)
{
    struct facts_table *t = &s->facts->tables.at[s->table];
    bool digit = false, other = false;
    for (size_t i = 0; i < s->cell.len; i++) {
        char c = s->cell.at[i];
        digit = digit || byte_is_digit(c);
        bool sign = byte_is_blank(c) || strchr("$(),.%-", c) || (unsigned char)c >= 0x80;
        other = other || !(byte_is_digit(c) || sign);
    }
    t->row_has_number = t->row_has_number || (t->row_has_words && digit && !other);
    t->row_has_words = t->row_has_words || other;
    buffer_clear(&s->cell);
}

/* Adds the text, a blank for each reference in it. */
static void add_plain(struct buffer *out, struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        const char *end = text.at[i] == '&' ? memchr(text.at + i, ';', text.len - i) : NULL;
        buffer_add_byte(out, end ? ' ' : text.at[i]);
        if (end)
            i = (size_t)(end - text.at);
    }
}

static void add_text(struct scan *s, size_t from, size_t to)
{
    struct slice text = slice_cut(s->source, from, to);
    size_t blank = 0;
    while (blank < text.len && byte_is_blank(text.at[blank]))
        blank++;
    s->last_text = text;
    for (size_t k = 0; k < s->open.count; k++) {
        if (s->open.at[k].fact == FACTS_NONE)
            continue;
        struct fact *f = &s->facts->list.at[s->open.at[k].fact];
        if (f->offset == FACTS_NONE && blank < text.len)
            f->offset = from + blank;
        add_plain(&f->text, text);
    }
    if (s->table != FACTS_NONE && !s->hidden)
        add_plain(&s->cell, text);
}

static void begin_fact(struct scan *s, struct slice tag, struct open_element *element)
{
    element->fact = s->facts->list.count;
    *array_add(&s->facts->list) = (struct fact){.name = attribute(tag, "name"),
                                                .context_id = attribute(tag, "contextRef"),
                                                .offset = FACTS_NONE,
                                                .table = s->table,
                                                .context = FACTS_NONE,
                                                .hidden = element->hidden};
}

static bool is_void(struct slice name)
{
    static const char *const names[] = {"br", "hr", "img", "meta", "link", "input", "col"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_nocase(name, slice_of(names[i])))
            return true;
    return false;
}

static void open_tag(struct scan *s, struct slice tag, size_t offset)
{
    size_t end = 0;
    while (end < tag.len && !byte_is_blank(tag.at[end]) && tag.at[end] != '/')
        end++;
    struct open_element element = {
        .name = slice_cut(tag, 0, end), .fact = FACTS_NONE, .table = FACTS_NONE};
    struct slice name = element.name;
    bool empty = (tag.len > 0 && tag.at[tag.len - 1] == '/') || is_void(name);
    element.hidden = s->hidden || is_ix(s, name, "header") || says_hidden(attribute(tag, "style"));
    if (is_ix(s, name, "nonFraction"))
        begin_fact(s, tag, &element);
    if (slice_equal(local_of(name), SLICE("context")))
        *array_add(&s->facts->contexts) = (struct facts_context){.id = attribute(tag, "id")};
    if (empty)
        return;
    if (slice_equal_nocase(name, SLICE("table"))) {
        element.table = s->table = s->facts->tables.count;
        *array_add(&s->facts->tables) = (struct facts_table){.offset = offset};
    }
    if (slice_equal_nocase(name, SLICE("td")) || slice_equal_nocase(name, SLICE("th")))
        buffer_clear(&s->cell);
    array_push(&s->open, element);
    s->hidden = element.hidden;
}

static void end_date(struct scan *s, struct slice local)
{
    if (s->facts->contexts.count == 0)
        return;
    struct facts_context *c = &s->facts->contexts.at[s->facts->contexts.count - 1];
    if (slice_equal(local, SLICE("startDate")))
        c->start = slice_cut(slice_trim(s->last_text), 0, 10);
    if (slice_equal(local, SLICE("endDate")) || slice_equal(local, SLICE("instant")))
        c->end = slice_cut(slice_trim(s->last_text), 0, 10);
}

static void end_in_table(struct scan *s, struct slice name)
{
    struct facts_table *t = &s->facts->tables.at[s->table];
    if (slice_equal_nocase(name, SLICE("td")) || slice_equal_nocase(name, SLICE("th")))
        end_cell(s);
    if (slice_equal_nocase(name, SLICE("tr"))) {
        t->number_rows += t->row_has_number;
        t->row_has_words = t->row_has_number = false;
    }
}

static void close_tag(struct scan *s, struct slice name, size_t end)
{
    size_t at = s->open.count;
    while (at > 0 && !slice_equal_nocase(s->open.at[at - 1].name, name))
        at--;
    if (at == 0)
        return;
    end_date(s, local_of(name));
    if (s->table != FACTS_NONE)
        end_in_table(s, name);
    for (; s->open.count >= at; s->open.count--)
        if (s->open.at[s->open.count - 1].table != FACTS_NONE)
            s->facts->tables.at[s->open.at[s->open.count - 1].table].end = end;
    s->hidden = s->open.count > 0 && s->open.at[s->open.count - 1].hidden;
    s->table = FACTS_NONE;
    for (size_t i = 0; i < s->open.count; i++)
        if (s->open.at[i].table != FACTS_NONE)
            s->table = s->open.at[i].table;
}

/* Behind the tag that begins at `at`: quotes are respected. */
static size_t tag_end(struct slice source, size_t at)
{
    char quote = '\0';
    for (; at < source.len; at++) {
        char c = source.at[at];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return source.len;
}

/* The prefix that the source gives to the names of inline XBRL. */
static void find_prefix(struct scan *s)
{
    size_t at = slice_find(s->source, SLICE("=\"http://www.xbrl.org/2013/inlineXBRL\""));
    size_t from = at;
    if (at == s->source.len)
        from = at = slice_find(s->source, SLICE("='http://www.xbrl.org/2013/inlineXBRL'"));
    while (from > 0 && at < s->source.len && s->source.at[from - 1] != ':' && at - from < 24)
        from--;
    memcpy(s->prefix, "ix:", 4);
    if (at == s->source.len || s->source.at[from - 1] != ':')
        return;
    memcpy(s->prefix, s->source.at + from, at - from);
    memcpy(s->prefix + (at - from), ":", 2);
}

static void scan(struct scan *s)
{
    struct slice source = s->source;
    for (size_t at = 0; at < source.len;) {
        const char *tag = memchr(source.at + at, '<', source.len - at);
        size_t begin = tag ? (size_t)(tag - source.at) : source.len;
        if (begin > at)
            add_text(s, at, begin);
        if (!tag)
            return;
        struct slice rest = slice_cut(source, begin, source.len);
        if (slice_starts(rest, SLICE("<!--"))) {
            at = begin + slice_find(rest, SLICE("-->")) + 3;
            continue;
        }
        at = tag_end(source, begin);
        struct slice inner = slice_cut(source, begin + 1, at - 1);
        if (slice_starts(inner, SLICE("/")))
            close_tag(s, slice_trim(slice_cut(inner, 1, inner.len)), at);
        else if (inner.len > 0 && byte_is_letter(*inner.at))
            open_tag(s, inner, begin);
    }
}

static int by_id(const void *x, const void *y)
{
    const struct facts_context *a = x, *b = y;
    size_t least = a->id.len < b->id.len ? a->id.len : b->id.len;
    int order = least > 0 ? memcmp(a->id.at, b->id.at, least) : 0;
    return order != 0 ? order : (a->id.len > b->id.len) - (a->id.len < b->id.len);
}

void facts_init(struct facts *f, struct slice source)
{
    struct scan s = {.facts = f, .source = source, .table = FACTS_NONE};
    *f = (struct facts){0};
    find_prefix(&s);
    scan(&s);
    for (size_t i = 0; i < f->tables.count; i++)
        if (f->tables.at[i].end == 0)
            f->tables.at[i].end = source.len;
    if (f->contexts.count > 0)
        qsort(f->contexts.at, f->contexts.count, sizeof *f->contexts.at, by_id);
    for (size_t i = 0; i < f->list.count; i++) {
        struct facts_context key = {.id = f->list.at[i].context_id}, *found = NULL;
        if (f->contexts.count > 0)
            found = bsearch(&key, f->contexts.at, f->contexts.count, sizeof key, by_id);
        if (found)
            f->list.at[i].context = (size_t)(found - f->contexts.at);
    }
    array_deinit(&s.open);
    buffer_deinit(&s.cell);
}

void facts_deinit(struct facts *f)
{
    for (size_t i = 0; i < f->list.count; i++)
        buffer_deinit(&f->list.at[i].text);
    array_deinit(&f->list);
    array_deinit(&f->contexts);
    array_deinit(&f->tables);
}
