/* SPDX-License-Identifier: MIT */
/* The tree of an XML form, made of what the markup reader tells. */
#include "formats/forms/form_tree.h"

#include "formats/markup.h"
#include "formats/oddity.h"

#include <string.h>

enum { STEP = 1 << 20, FAR = 4096 /* bytes between two attributes of a tag */ };
#define NODES_MAX (UINT32_MAX - 1)

/* An element that is open; `node` is UINT32_MAX for a tag that the parser made up. */
struct open {
    uint32_t node, last; /* its last child so far */
};

struct maker {
    struct form_tree *tree;
    ARRAY(struct open) open;
    uint32_t run; /* the first piece of the text that is being told */
    bool running, solid;
};

static struct slice raw_tag(const struct form_tree *t, const struct markup_tag *tag)
{
    if (tag->offset < t->base)
        return (struct slice){0};
    size_t at = tag->offset - t->base;
    return slice_cut(t->text, at, at + tag->length);
}

/* The innermost open element that is a node; the document when there is none. */
static struct open *innermost(struct maker *m)
{
    size_t i = m->open.count - 1;
    while (m->open.at[i].node == UINT32_MAX)
        i--; /* the document is the first */
    return &m->open.at[i];
}

static uint32_t add_node(struct maker *m, struct form_node node)
{
    struct form_tree *t = m->tree;
    struct open *in = innermost(m);
    uint32_t id = (uint32_t)t->nodes.count;
    node.parent = in->node;
    array_push(&t->nodes, node);
    if (in->last != FORM_NONE)
        t->nodes.at[in->last].next = id;
    in->last = id;
    return id;
}

static void fill(struct form_tree *t, uint32_t id)
{
    while (!t->nodes.at[id].full) {
        t->nodes.at[id].full = true;
        id = t->nodes.at[id].parent;
    }
}

/* The text told so far is whole: an element comes, or ends. */
static void end_run(struct maker *m)
{
    struct form_tree *t = m->tree;
    if (!m->running)
        return;
    m->running = false;
    if (!m->solid) {
        t->pieces.count = m->run;
        return;
    }
    struct open *in = innermost(m);
    uint32_t id = in->node;
    if (in->last != FORM_NONE || t->nodes.at[id].pieces > 0)
        id = add_node(m, (struct form_node){.at = t->pieces.at[m->run].at});
    t->nodes.at[id].piece = m->run;
    t->nodes.at[id].pieces = (uint32_t)t->pieces.count - m->run;
    fill(t, id);
}

static struct form_piece *add_piece(struct maker *m, size_t offset)
{
    struct form_tree *t = m->tree;
    if (!m->running) {
        m->running = true;
        m->solid = false;
        m->run = (uint32_t)t->pieces.count;
    }
    struct form_piece *p = array_add(&t->pieces);
    *p = (struct form_piece){.at = (uint32_t)(offset - t->base)};
    return p;
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct maker *m = self;
    struct form_tree *t = m->tree;
    uint32_t at = (uint32_t)(offset - t->base);
    struct form_piece *last = m->running ? &t->pieces.at[t->pieces.count - 1] : NULL;
    if (last && last->code == 0 && last->at + last->length == at)
        last->length += (uint32_t)text.len;
    else
        add_piece(m, offset)->length = (uint32_t)text.len;
    if (!m->solid)
        m->solid = slice_trim(text).len > 0;
}

static void on_code(void *self, uint32_t code, size_t offset, size_t length)
{
    struct maker *m = self;
    struct form_piece *p = add_piece(m, offset);
    p->length = (uint32_t)length;
    p->code = code ? code : 0xFFFD;
    if (code > ' ')
        m->solid = true;
}

/* Namespaces, places of schemas and the kinds of links (XLink 1.0) say nothing to a reader. */
static bool is_machinery(struct slice name, struct slice value)
{
    static const char *const links[] = {"simple", "extended", "locator", "arc", "resource"};
    if (slice_equal(name, SLICE("type")))
        for (size_t i = 0; i < sizeof links / sizeof links[0]; i++)
            if (slice_equal(value, slice_of(links[i])))
                return true;
    return slice_equal_nocase(name, SLICE("schemaLocation")) ||
           slice_equal_nocase(name, SLICE("noNamespaceSchemaLocation")) ||
           slice_starts_nocase(name, SLICE("xmlns")) || value.len == 0;
}

/* Where the value stands in the tag as it is, searched for from `from` on, not far; or raw.len. */
static size_t find_value(struct slice raw, size_t from, struct slice name, struct slice value)
{
    raw = slice_cut(raw, 0, from + name.len + value.len + FAR);
    if (name.len == 0)
        return SIZE_MAX;
    for (size_t at = from; at < raw.len;) {
        at += slice_find_nocase(slice_cut(raw, at, raw.len), name) + name.len;
        size_t v = at;
        while (v < raw.len && (byte_is_blank(raw.at[v]) || raw.at[v] == '='))
            v++;
        if (v > at && v < raw.len && (raw.at[v] == '"' || raw.at[v] == '\'')) {
            v++;
            while (v < raw.len && byte_is_blank(raw.at[v]))
                v++;
            if (slice_starts(slice_cut(raw, v, raw.len), value))
                return v;
        }
    }
    return SIZE_MAX;
}

static bool declares_prefix(struct slice raw, size_t value, struct slice name)
{
    size_t name_at = value;
    while (name_at > 0 && raw.at[name_at - 1] != '=')
        name_at--;
    while (name_at > 0 && !byte_is_letter(raw.at[name_at - 1]) &&
           !byte_is_digit(raw.at[name_at - 1]))
        name_at--;
    if (name_at < name.len)
        return false;
    struct slice before = slice_cut(raw, 0, name_at - name.len);
    return slice_ends_nocase(before, SLICE("xmlns:"));
}

static void add_attributes(struct maker *m, struct form_node *node, const struct markup_tag *tag)
{
    struct form_tree *t = m->tree;
    struct slice raw = raw_tag(t, tag);
    size_t from = 0;
    node->attribute = (uint32_t)t->attributes.count;
    for (size_t i = 0; i < tag->count && node->attributes < UINT16_MAX; i++) {
        struct slice name = tag->attributes[i].name, value = slice_trim(tag->attributes[i].value);
        size_t at = find_value(raw, from, name, value);
        if (at != SIZE_MAX)
            from = at + value.len;
        if (is_machinery(name, value) || (at != SIZE_MAX && declares_prefix(raw, at, name)))
            continue;
        struct form_attribute *a = array_add(&t->attributes);
        a->name = arena_copy(&t->arena, name);
        a->at = UINT32_MAX;
        if (at != SIZE_MAX) {
            a->value = slice_cut(raw, at, at + value.len);
            a->at = (uint32_t)(a->value.at - t->text.at);
        } else {
            a->value = arena_copy(&t->arena, value);
        }
        node->attributes++;
    }
}

/* Names are taken from the document, where they have their capitals. */
static void set_name(struct form_tree *t, struct form_node *node, const struct markup_tag *tag)
{
    struct slice raw = raw_tag(t, tag);
    raw = slice_cut(raw, 1, raw.len);
    size_t prefix = tag->prefix.len ? tag->prefix.len + 1 : 0;
    struct slice name = slice_cut(raw, prefix, prefix + tag->name.len);
    if (!slice_equal_nocase(name, tag->name))
        name = arena_copy(&t->arena, tag->name);
    node->name = name.at;
    node->name_length = name.len < UINT16_MAX ? (uint16_t)name.len : UINT16_MAX;
}

static void on_start(void *self, const struct markup_tag *tag)
{
    struct maker *m = self;
    struct form_tree *t = m->tree;
    end_run(m);
    struct open open = {UINT32_MAX, FORM_NONE};
    if (tag->length > 0 && t->nodes.count < NODES_MAX) {
        struct form_node node = {.at = (uint32_t)(tag->offset - t->base)};
        set_name(t, &node, tag);
        add_attributes(m, &node, tag);
        t->nodes.at[innermost(m)->node].parted = true;
        open.node = add_node(m, node);
        if (node.attributes > 0)
            fill(t, open.node);
    }
    array_push(&m->open, open);
}

static void on_end(void *self, const struct markup_tag *tag)
{
    struct maker *m = self;
    (void)tag;
    end_run(m);
    if (m->open.count > 1)
        m->open.count--;
}

static void clear(struct form_tree *t)
{
    t->nodes.count = t->pieces.count = t->attributes.count = 0;
    arena_deinit(&t->arena);
    arena_init(&t->arena);
    /* Always full, so that what is marked stops at it. */
    array_push(&t->nodes, ((struct form_node){.name = "", .full = true}));
}

static unsigned read_as(struct form_tree *t, enum markup_kind kind, size_t limit, bool *broken)
{
    struct maker m = {.tree = t};
    struct markup_calls calls = {
        .self = &m, .start = on_start, .end = on_end, .text = on_text, .code = on_code};
    clear(t);
    array_push(&m.open, ((struct open){0, FORM_NONE}));
    struct markup *markup = markup_new(kind, t->text, t->base, &calls);
    enum markup_state state = MARKUP_MORE;
    while (state == MARKUP_MORE && markup_offset(markup) - t->base < limit)
        state = markup_read(markup, limit < STEP ? limit : STEP);
    end_run(&m);
    *broken = state == MARKUP_BROKEN;
    unsigned oddities = markup_oddities(markup);
    markup_free(markup);
    array_deinit(&m.open);
    return oddities;
}

unsigned form_tree_init(struct form_tree *t, struct slice text, size_t base, size_t limit)
{
    bool broken;
    *t = (struct form_tree){.text = slice_cut(text, 0, UINT32_MAX - 1), .base = base};
    arena_init(&t->arena);
    unsigned oddities = read_as(t, MARKUP_XML, limit, &broken);
    if (broken) {
        oddities = read_as(t, MARKUP_HTML, limit, &broken) | ODDITY_BAD_XML;
    }
    return text.len > t->text.len ? oddities | ODDITY_TOO_LONG : oddities;
}

void form_tree_deinit(struct form_tree *t)
{
    array_deinit(&t->nodes);
    array_deinit(&t->pieces);
    array_deinit(&t->attributes);
    arena_deinit(&t->arena);
}

const struct form_node *form_tree_node(const struct form_tree *t, uint32_t id)
{
    return &t->nodes.at[id];
}

struct slice form_tree_name(const struct form_tree *t, uint32_t id)
{
    return (struct slice){t->nodes.at[id].name, t->nodes.at[id].name_length};
}

uint32_t form_tree_child(const struct form_tree *t, uint32_t id)
{
    return id + 1 < t->nodes.count && t->nodes.at[id + 1].parent == id ? id + 1 : FORM_NONE;
}

uint32_t form_tree_after(const struct form_tree *t, uint32_t id)
{
    while (t->nodes.at[id].next == FORM_NONE) {
        if (id == 0)
            return (uint32_t)t->nodes.count;
        id = t->nodes.at[id].parent;
    }
    return t->nodes.at[id].next;
}

bool form_tree_is(const struct form_tree *t, uint32_t id, const char *name)
{
    return slice_equal_nocase(form_tree_name(t, id), slice_of(name));
}

const struct form_attribute *form_tree_attribute(const struct form_tree *t, uint32_t id,
                                                 const char *name)
{
    const struct form_node *n = &t->nodes.at[id];
    for (uint32_t i = n->attribute; i < n->attribute + n->attributes; i++)
        if (slice_equal_nocase(t->attributes.at[i].name, slice_of(name)))
            return &t->attributes.at[i];
    return NULL;
}

uint32_t form_tree_find(const struct form_tree *t, const char *name, unsigned depth)
{
    for (uint32_t id = 1; id < t->nodes.count; id++) {
        if (!form_tree_is(t, id, name))
            continue;
        unsigned deep = 0;
        for (uint32_t up = id; up != 0; up = t->nodes.at[up].parent)
            deep++;
        if (deep <= depth)
            return id;
    }
    return FORM_NONE;
}

struct slice form_tree_value(const struct form_tree *t, uint32_t id)
{
    const struct form_node *n = &t->nodes.at[id];
    if (n->pieces != 1 || t->pieces.at[n->piece].code)
        return (struct slice){0};
    const struct form_piece *p = &t->pieces.at[n->piece];
    return slice_trim(slice_cut(t->text, p->at, p->at + p->length));
}

size_t form_tree_length(const struct form_tree *t, uint32_t id)
{
    const struct form_node *n = &t->nodes.at[id];
    if (n->pieces == 0)
        return 0;
    const struct form_piece *last = &t->pieces.at[n->piece + n->pieces - 1];
    return last->at + last->length - t->pieces.at[n->piece].at;
}
