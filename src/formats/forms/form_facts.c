/* SPDX-License-Identifier: MIT */
/* The facts of an XBRL instance. */
#include "formats/forms/form_facts.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "formats/forms/form_grid.h"
#include "formats/forms/form_text.h"
#include "formats/forms/form_words.h"

#include <stdlib.h>

enum {
    LONG_VALUE = 200, /* bytes: said below its label, not in the table */
    LOOKED_AT = 256   /* elements of a context, at most */
};

/* A context or a unit. */
struct named {
    struct slice id;
    uint32_t node;
};

struct form_facts {
    ARRAY(struct named) names; /* by id */
    bool said;                 /* facts were */
};

/* What a column of the table shows. */
enum part { PART_CONCEPT, PART_PERIOD, PART_WHERE, PART_UNIT, PART_DECIMALS, PARTS };

static int by_id(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int order = slice_compare_nocase(x->id, y->id);
    return order ? order : (x->node > y->node) - (x->node < y->node);
}

struct form_facts *form_facts_new(const struct form_tree *t)
{
    struct form_facts *f = memory_alloc(sizeof *f);
    for (uint32_t id = form_tree_child(t, form_tree_child(t, 0)); id != FORM_NONE;
         id = form_tree_node(t, id)->next) {
        const struct form_attribute *a = form_tree_attribute(t, id, "id");
        if (a && (form_tree_is(t, id, "context") || form_tree_is(t, id, "unit")))
            array_push(&f->names, ((struct named){a->value, id}));
    }
    if (f->names.count > 1)
        qsort(f->names.at, f->names.count, sizeof *f->names.at, by_id);
    return f;
}

void form_facts_free(struct form_facts *f)
{
    array_deinit(&f->names);
    free(f);
}

/* The element that the attribute of the fact names, or FORM_NONE. */
static uint32_t named(const struct form_facts *f, const struct form_tree *t, uint32_t fact,
                      const char *attribute)
{
    const struct form_attribute *a = form_tree_attribute(t, fact, attribute);
    size_t low = 0, high = f->names.count;
    while (a && low < high) {
        size_t middle = (low + high) / 2;
        if (slice_compare_nocase(f->names.at[middle].id, a->value) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (!a || low == f->names.count || !slice_equal(f->names.at[low].id, a->value))
        return FORM_NONE;
    return f->names.at[low].node;
}

static struct slice local(struct slice name)
{
    size_t colon = slice_find(name, SLICE(":"));
    return colon < name.len ? slice_cut(name, colon + 1, name.len) : name;
}

static struct slice without(struct slice name, struct slice end)
{
    if (name.len > end.len && slice_ends_nocase(name, end))
        name.len -= end.len;
    return name;
}

/* The end of what is looked at of a context or unit. */
static uint32_t end_of(const struct form_tree *t, uint32_t id)
{
    uint32_t end = form_tree_after(t, id);
    return end - id > LOOKED_AT ? id + LOOKED_AT : end;
}

static void add_period(const struct form_tree *t, uint32_t context, struct buffer *out)
{
    uint32_t end = end_of(t, context);
    size_t from = out->len;
    struct slice start = {0};
    for (uint32_t id = context; id < end; id++) {
        if (form_tree_is(t, id, "startDate"))
            start = form_tree_value(t, id);
        if (form_tree_is(t, id, "endDate") && slice_equal(form_tree_value(t, id), start))
            continue;
        if (form_tree_is(t, id, "endDate") && out->len > from)
            buffer_add_text(out, " to ");
        if (form_tree_is(t, id, "instant") || form_tree_is(t, id, "startDate") ||
            form_tree_is(t, id, "endDate"))
            buffer_add(out, form_tree_value(t, id));
        else if (form_tree_is(t, id, "forever"))
            buffer_add_text(out, "forever");
    }
}

static void add_words(struct buffer *out, struct slice name)
{
    struct buffer words;
    buffer_init(&words);
    form_words_add(&words, name);
    buffer_add(out, buffer_slice(&words));
    buffer_deinit(&words);
}

/* The members of the dimensions. */
static void add_where(const struct form_tree *t, uint32_t context, struct buffer *out)
{
    uint32_t end = end_of(t, context);
    for (uint32_t id = context; id < end; id++) {
        const struct form_attribute *a = form_tree_attribute(t, id, "dimension");
        if (!a)
            continue;
        if (out->len > 0)
            buffer_add_text(out, "; ");
        add_words(out, without(local(a->value), SLICE("Axis")));
        buffer_add_text(out, ": ");
        if (form_tree_is(t, id, "explicitMember"))
            add_words(out, without(local(form_tree_value(t, id)), SLICE("Member")));
        else if (form_tree_child(t, id) != FORM_NONE)
            buffer_add(out, form_tree_value(t, form_tree_child(t, id)));
    }
}

static void add_unit(const struct form_tree *t, uint32_t unit, struct buffer *out)
{
    uint32_t end = end_of(t, unit);
    for (uint32_t id = unit; id < end; id++) {
        if (!form_tree_is(t, id, "measure"))
            continue;
        if (out->len > 0)
            buffer_add_text(out, " / ");
        buffer_add(out, local(form_tree_value(t, id)));
    }
}

static void add_attribute(const struct form_tree *t, uint32_t fact, const char *name,
                          struct buffer *out)
{
    const struct form_attribute *a = form_tree_attribute(t, fact, name);
    if (a)
        buffer_add(out, a->value);
}

/* What stands in the column for the fact; a name that leads nowhere stands for itself. */
static void add_part(const struct form_facts *f, const struct form_tree *t, uint32_t fact,
                     enum part part, struct buffer *out)
{
    uint32_t context = named(f, t, fact, "contextRef"), unit = named(f, t, fact, "unitRef");
    buffer_clear(out);
    switch (part) {
    case PART_CONCEPT:
        form_words_add(out, form_tree_name(t, fact));
        break;
    case PART_PERIOD:
        if (context != FORM_NONE)
            add_period(t, context, out);
        else
            add_attribute(t, fact, "contextRef", out);
        break;
    case PART_WHERE:
        if (context != FORM_NONE)
            add_where(t, context, out);
        break;
    case PART_UNIT:
        if (unit != FORM_NONE)
            add_unit(t, unit, out);
        else
            add_attribute(t, fact, "unitRef", out);
        break;
    case PART_DECIMALS:
        add_attribute(t, fact, "decimals", out);
        add_attribute(t, fact, "precision", out);
        break;
    case PARTS:
        break;
    }
}

static bool is_fact(const struct form_tree *t, uint32_t id)
{
    return !form_tree_node(t, id)->parted && form_tree_attribute(t, id, "contextRef");
}

static bool is_long(const struct form_tree *t, uint32_t id)
{
    return form_tree_length(t, id) > LONG_VALUE;
}

static void say_value(struct form_say *s, uint32_t id, size_t at)
{
    const struct form_attribute *nil = form_tree_attribute(s->tree, id, "nil");
    if (form_tree_node(s->tree, id)->pieces > 0)
        form_text_say(s, id, true);
    else if (nil && !slice_equal_nocase(nil->value, SLICE("false")))
        form_say_words(s, SLICE("nil"), at);
}

/* A text that is no cell: below what it is and for when. */
static void say_long(const struct form_facts *f, struct form_say *s, uint32_t id)
{
    size_t at = form_tree_node(s->tree, id)->at;
    const char *parting = "";
    struct buffer words;
    buffer_init(&words);
    form_say_blank(s);
    form_say_begin(s, (struct sink_shape){.heading = 3}, 0, at);
    form_say_style(s, STYLE_BOLD);
    for (int part = PART_CONCEPT; part <= PART_WHERE; part++) {
        add_part(f, s->tree, id, (enum part)part, &words);
        if (words.len > 0) {
            form_say_words(s, slice_of(parting), at);
            form_say_words(s, buffer_slice(&words), at);
        }
        parting = ", ";
    }
    form_say_end(s);
    form_say_begin(s, (struct sink_shape){.indent = 2}, 0, at);
    s->spaced = true;
    say_value(s, id, at);
    form_say_end(s);
    buffer_deinit(&words);
}

static void say_row(const struct form_facts *f, struct form_say *s, uint32_t id, unsigned used,
                    struct buffer *words)
{
    size_t at = form_tree_node(s->tree, id)->at;
    form_say_row(s, at);
    for (int part = 0; part <= PARTS; part++) {
        if (part < PARTS && !(used >> part & 1))
            continue;
        form_say_cell(s, false);
        add_part(f, s->tree, id, (enum part)part, words);
        if (part == PARTS || words->len > 0)
            form_say_begin(s, (struct sink_shape){0}, 0, at);
        if (part == PARTS)
            say_value(s, id, at);
        else
            form_say_words(s, buffer_slice(words), at);
        form_say_cell_end(s);
    }
    form_say_row_end(s);
}

/* The columns that hold something for one of the facts up to `last`. */
static unsigned used_parts(const struct form_facts *f, const struct form_tree *t, uint32_t id,
                           uint32_t last, struct buffer *words)
{
    unsigned used = 0;
    for (;; id = form_tree_node(t, id)->next) {
        for (int part = 0; part < PARTS; part++) {
            add_part(f, t, id, (enum part)part, words);
            if (words->len > 0)
                used |= 1U << part;
        }
        if (id == last)
            return used;
    }
}

static void say_head(struct form_say *s, unsigned used, size_t at)
{
    static const char *const heads[] = {"Concept", "Period", "Where", "Unit", "Decimals", "Value"};
    form_say_row(s, at);
    for (int part = 0; part <= PARTS; part++)
        if (part == PARTS || (used >> part & 1))
            form_grid_head_cell(s, slice_of(heads[part]), at);
    form_say_row_end(s);
}

static void say_table(const struct form_facts *f, struct form_say *s, uint32_t id, uint32_t last)
{
    struct buffer words;
    buffer_init(&words);
    unsigned used = used_parts(f, s->tree, id, last, &words);
    form_say_blank(s);
    for (size_t count = 0;; id = form_tree_node(s->tree, id)->next, count++) {
        if (count % FORM_GRID_ROWS == 0) {
            size_t at = form_tree_node(s->tree, id)->at;
            if (count > 0)
                form_say_table_end(s);
            form_say_table(s, at);
            say_head(s, used, at);
        }
        say_row(f, s, id, used, &words);
        if (id == last)
            break;
    }
    form_say_table_end(s);
    form_say_blank(s);
    buffer_deinit(&words);
}

static void say_heading(struct form_say *s, uint32_t id)
{
    size_t at = form_tree_node(s->tree, id)->at;
    form_say_blank(s);
    form_say_begin(s, (struct sink_shape){.heading = 2}, 0, at);
    form_say_style(s, STYLE_BOLD);
    form_say_words(s, SLICE("Facts"), at);
    form_say_end(s);
}

bool form_facts_say(struct form_facts *f, struct form_say *s, uint32_t id, uint32_t *last)
{
    const struct form_tree *t = s->tree;
    if (!is_fact(t, id))
        return false;
    *last = id;
    if (!f->said)
        say_heading(s, id);
    f->said = true;
    if (is_long(t, id)) {
        say_long(f, s, id);
        return true;
    }
    for (uint32_t next; (next = form_tree_node(t, *last)->next) != FORM_NONE; *last = next)
        if (!form_tree_node(t, next)->name || !is_fact(t, next) || is_long(t, next))
            break;
    say_table(f, s, id, *last);
    return true;
}
