/* SPDX-License-Identifier: MIT */
/* The walk over a form's tree that says it. */
#include "formats/forms/form_walk.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "formats/forms/form_facts.h"
#include "formats/forms/form_field.h"
#include "formats/forms/form_grid.h"
#include "formats/forms/form_text.h"
#include "formats/forms/form_words.h"
#include "formats/markup.h"

#include <stdlib.h>

enum {
    LEVELS = MARKUP_DEPTH + 4,
    STEP = 2, /* columns of an indent */
    INDENT_MAX = 40,
    HEADINGS = 3, /* levels of headings; what is deeper has labels */
    TABLE_MIN = 3 /* like elements that make a table */
};

/* How the children of an element are said. */
struct level {
    uint8_t indent, heading;
    uint32_t plain_until; /* siblings up to this one are known to make no table */
    uint32_t count;       /* of the siblings of one name so far */
    bool headed;          /* they stand below a heading */
};

struct walk {
    struct form_speech speech;
    struct form_grid grid;
    struct form_facts *facts;
    struct level level[LEVELS];
};

static struct level *level_at(struct walk *w, size_t depth)
{
    return &w->level[depth < LEVELS ? depth : LEVELS - 1];
}

static void say_heading(struct walk *w, struct slice words, uint32_t id, unsigned heading,
                        uint8_t indent)
{
    struct form_say *s = &w->speech.say;
    size_t at = form_tree_node(s->tree, id)->at;
    form_say_blank(s);
    form_say_begin(s, (struct sink_shape){.indent = indent, .heading = (uint8_t)heading}, 0, at);
    form_say_style(s, STYLE_BOLD);
    form_say_words(s, words, at);
    form_say_end(s);
}

/* The one element that is in it, or FORM_NONE when there is more. */
static uint32_t only_child(const struct form_tree *t, uint32_t id)
{
    uint32_t child = form_tree_child(t, id);
    const struct form_node *n = form_tree_node(t, id);
    if (child == FORM_NONE || n->pieces > 0 || n->attributes > 0 ||
        form_tree_node(t, child)->next != FORM_NONE || !form_tree_node(t, child)->name)
        return FORM_NONE;
    return child;
}

/* Counts elements of one name that follow each other: 0 when it is the only one. */
static uint32_t ordinal(const struct form_tree *t, struct level *l, uint32_t id)
{
    uint32_t next = form_tree_node(t, id)->next;
    bool more = next != FORM_NONE && slice_equal(form_tree_name(t, id), form_tree_name(t, next));
    uint32_t number = more || l->count > 0 ? l->count + 1 : 0;
    l->count = more ? number : 0;
    return number;
}

/* The attributes of an element that has elements, on a line. */
static void say_attributes(struct walk *w, uint32_t id, uint8_t indent)
{
    struct form_say *s = &w->speech.say;
    const struct form_node *n = form_tree_node(s->tree, id);
    if (n->attributes == 0)
        return;
    form_say_begin(s, (struct sink_shape){.indent = (uint8_t)(indent + 2), .first = -2}, 0, n->at);
    form_field_attributes(&w->speech, id);
    form_say_end(s);
}

/* The text of an element that stands before the elements in it. */
static void say_own_text(struct walk *w, uint32_t id, uint8_t indent)
{
    struct form_say *s = &w->speech.say;
    const struct form_node *n = form_tree_node(s->tree, id);
    if (n->pieces == 0)
        return;
    form_say_begin(s, (struct sink_shape){.indent = indent}, 0, n->at);
    form_text_say(s, id, true);
    form_say_end(s);
}

static void say_label(struct walk *w, struct slice words, uint32_t id, uint8_t indent)
{
    struct form_say *s = &w->speech.say;
    size_t at = form_tree_node(s->tree, id)->at;
    form_say_begin(s, (struct sink_shape){.indent = indent}, 0, at);
    form_say_words(s, words, at);
    form_say_words(s, SLICE(":"), at);
    form_say_end(s);
}

/* An element with elements: its heading or label; what is in it follows. */
static void say_group(struct walk *w, uint32_t id, size_t depth, const struct form_rule *rule)
{
    const struct form_tree *t = w->speech.say.tree;
    struct level *l = level_at(w, depth), *in = level_at(w, depth + 1);
    uint32_t number = ordinal(t, l, id);
    unsigned heading = rule && rule->level ? rule->level : l->heading;
    struct buffer words;
    buffer_init(&words);
    if (rule && rule->label)
        buffer_add_text(&words, rule->label);
    else
        form_words_add(&words, form_tree_name(t, id));
    if (number > 0)
        buffer_addf(&words, " %lu", (unsigned long)number);
    *in = (struct level){.indent = l->indent, .heading = (uint8_t)(heading + 1)};
    if (heading <= HEADINGS) {
        say_heading(w, buffer_slice(&words), id, heading, l->indent);
        in->headed = true;
    } else {
        say_label(w, buffer_slice(&words), id, l->indent);
    }
    if (in->indent < INDENT_MAX)
        in->indent = (uint8_t)(in->indent + STEP);
    say_attributes(w, id, in->indent);
    say_own_text(w, id, in->indent);
    buffer_deinit(&words);
}

/* The last of the siblings from `id` on that are rows of the same table as it. */
static uint32_t last_row(struct walk *w, uint32_t id, const struct form_rule *rule)
{
    const struct form_tree *t = w->speech.say.tree;
    for (uint32_t next; (next = form_tree_node(t, id)->next) != FORM_NONE; id = next) {
        const struct form_rule *other = form_field_rule(&w->speech, next);
        if (!other || other->columns != rule->columns)
            break;
    }
    return id;
}

/* The last of the siblings from `id` on that have its name; counts them. */
static uint32_t last_alike(const struct form_tree *t, uint32_t id, size_t *count)
{
    struct slice name = form_tree_name(t, id);
    *count = 1;
    for (uint32_t next; (next = form_tree_node(t, id)->next) != FORM_NONE; id = next) {
        if (!slice_equal(form_tree_name(t, next), name))
            break;
        ++*count;
    }
    return id;
}

/* Like elements that make a table by themselves; *last is the last of them. */
static bool say_rows(struct walk *w, uint32_t id, size_t depth, uint32_t *last)
{
    const struct form_tree *t = w->speech.say.tree;
    const struct form_node *n = form_tree_node(t, id);
    struct level *l = level_at(w, depth);
    size_t count;
    if (id <= l->plain_until || !(n->parted || n->attributes > 0))
        return false;
    uint32_t end = last_alike(t, id, &count);
    if (count < TABLE_MIN || !form_grid_guess(&w->grid, t, id, end)) {
        l->plain_until = end;
        return false;
    }
    form_grid_say(&w->grid, &w->speech.say, id, end);
    *last = end;
    return true;
}

/* An element that no rule sets; true when what is in it is to be said. */
static bool say_auto(struct walk *w, uint32_t id, size_t depth, const struct form_rule *rule,
                     uint32_t *last)
{
    const struct form_tree *t = w->speech.say.tree;
    struct level *l = level_at(w, depth);
    if (say_rows(w, id, depth, last))
        return false;
    if (form_field_is(t, id)) {
        *last = form_field_say(&w->speech, id, l->indent);
        return false;
    }
    if (form_field_is_joined(t, id)) {
        form_field_joined(&w->speech, id, l->indent);
        return false;
    }
    uint32_t child = only_child(t, id);
    if (!(rule && rule->label) && child != FORM_NONE && !form_field_is(t, child)) {
        struct level *in = level_at(w, depth + 1);
        *in = (struct level){.indent = l->indent, .heading = l->heading};
        return true;
    }
    say_group(w, id, depth, rule);
    return true;
}

static bool say_ruled(struct walk *w, uint32_t id, size_t depth, const struct form_rule *rule,
                      uint32_t *last)
{
    const struct form_tree *t = w->speech.say.tree;
    struct level *l = level_at(w, depth), *in = level_at(w, depth + 1);
    bool field = form_field_is(t, id);
    switch (rule->how) {
    case FORM_SECTION:
        say_group(w, id, depth, rule);
        return true;
    case FORM_INSIDE:
        *in = (struct level){.indent = l->indent, .heading = l->heading};
        say_attributes(w, id, l->indent);
        say_own_text(w, id, l->indent);
        return true;
    case FORM_LINE:
        form_field_line(&w->speech, id, l->indent);
        return false;
    case FORM_ROWS:
        if (rule->label)
            say_heading(w, slice_of(rule->label), id, l->heading, l->indent);
        form_grid_described(&w->grid, rule->columns);
        *last = last_row(w, id, rule);
        form_grid_say(&w->grid, &w->speech.say, id, *last);
        return false;
    case FORM_CHECK:
        if (!field)
            break;
        form_field_check(&w->speech, id, l->indent);
        return false;
    case FORM_TEXT:
        if (!field)
            break;
        form_field_text(&w->speech, id, l->indent);
        return false;
    case FORM_NOTE:
        if (form_tree_node(t, id)->parted)
            break;
        form_field_note(&w->speech, id, l->indent);
        return false;
    case FORM_AUTO:
        break;
    }
    return say_auto(w, id, depth, rule, last);
}

/* Says the node; true when what is in it is to be said next, else what follows *last is. */
static bool say_node(struct walk *w, uint32_t id, size_t depth, uint32_t *last)
{
    const struct form_tree *t = w->speech.say.tree;
    const struct form_node *n = form_tree_node(t, id);
    *last = id;
    if (!n->name) {
        say_own_text(w, id, level_at(w, depth)->indent);
        return false;
    }
    if (!n->full) {
        form_field_say(&w->speech, id, level_at(w, depth)->indent);
        return false;
    }
    if (form_facts_say(w->facts, &w->speech.say, id, last))
        return false;
    const struct form_rule *rule = form_field_rule(&w->speech, id);
    if (rule)
        return say_ruled(w, id, depth, rule, last);
    return say_auto(w, id, depth, NULL, last);
}

void form_walk(const struct form_tree *t, const struct form_rule *rules, struct slice title,
               const struct sink *sink)
{
    struct walk *w = memory_alloc(sizeof *w);
    w->facts = form_facts_new(t);
    w->speech = (struct form_speech){{.sink = sink, .tree = t}, rules};
    say_own_text(w, 0, 0);
    uint32_t root = form_tree_child(t, 0), id = root, last;
    size_t depth = 0;
    while (id != FORM_NONE) {
        bool inside;
        if (depth == 0 && id == root && form_tree_node(t, id)->name) {
            say_heading(w, title, id, 1, 0);
            *level_at(w, 1) = (struct level){.heading = 2};
            *level_at(w, 0) = (struct level){.heading = 2};
            say_attributes(w, id, 0);
            say_own_text(w, id, 0);
            inside = true;
        } else {
            inside = say_node(w, id, depth, &last);
        }
        uint32_t child = form_tree_child(t, id);
        if (inside && child != FORM_NONE) {
            id = child;
            depth++;
            continue;
        }
        if (inside)
            last = id;
        while (last != 0 && form_tree_node(t, last)->next == FORM_NONE) {
            last = form_tree_node(t, last)->parent;
            if (level_at(w, depth--)->headed)
                form_say_blank(&w->speech.say);
        }
        id = last == 0 ? FORM_NONE : form_tree_node(t, last)->next;
    }
    form_facts_free(w->facts);
    free(w);
}
