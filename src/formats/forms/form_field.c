/* SPDX-License-Identifier: MIT */
/* Fields of a form. */
#include "formats/forms/form_field.h"

#include "base/buffer.h"
#include "formats/forms/form_grid.h"
#include "formats/forms/form_text.h"
#include "formats/forms/form_words.h"

enum {
    HANG = 4,   /* columns that a value's further lines stand behind its label */
    SHORT = 60, /* bytes of a value that may stand beside others */
    TICKED = 0x2612,
    UNTICKED = 0x2610
};

static bool fits(const struct form_speech *p, const char *path, uint32_t id)
{
    const struct form_tree *t = p->say.tree;
    struct slice rest = slice_of(path), name = form_tree_name(t, id);
    if (!slice_ends_nocase(rest, name))
        return false;
    rest.len -= name.len;
    if (rest.len == 0)
        return true;
    if (rest.at[rest.len - 1] != '/')
        return false;
    rest.len--;
    return slice_equal_nocase(rest, form_tree_name(t, form_tree_node(t, id)->parent));
}

const struct form_rule *form_field_rule(const struct form_speech *p, uint32_t id)
{
    const struct form_rule *const sets[] = {p->rules, form_rules_common()};
    if (!form_tree_node(p->say.tree, id)->name)
        return NULL;
    for (size_t i = 0; i < 2; i++)
        for (const struct form_rule *r = sets[i]; r && r->path; r++)
            if (fits(p, r->path, id))
                return r;
    return NULL;
}

bool form_field_is(const struct form_tree *t, uint32_t id)
{
    if (!form_tree_node(t, id)->parted)
        return true;
    for (uint32_t c = form_tree_child(t, id); c != FORM_NONE; c = form_tree_node(t, c)->next) {
        const struct form_node *n = form_tree_node(t, c);
        if (!n->name)
            continue;
        if (n->parted || !(form_tree_is(t, c, "value") || form_tree_is(t, c, "footnoteId") ||
                           slice_equal_nocase(form_tree_name(t, c), form_tree_name(t, id))))
            return false;
    }
    return true;
}

static bool ends_so(struct slice name, const char *const *ends, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_ends_nocase(name, slice_of(ends[i])))
            return true;
    return false;
}

bool form_field_is_joined(const struct form_tree *t, uint32_t id)
{
    static const char *const address[] = {"street",
                                          "street1",
                                          "street2",
                                          "street3",
                                          "city",
                                          "state",
                                          "stateOrCountry",
                                          "zip",
                                          "zipCode",
                                          "country",
                                          "postalCode",
                                          "stateDescription",
                                          "CountryDescription"};
    static const char *const person[] = {"firstName", "middleName", "lastName", "suffix", "prefix"};
    bool is_address = true, is_person = true;
    size_t count = 0;
    for (uint32_t c = form_tree_child(t, id); c != FORM_NONE; c = form_tree_node(t, c)->next) {
        const struct form_node *n = form_tree_node(t, c);
        struct slice name = form_tree_name(t, c);
        is_address = is_address && ends_so(name, address, sizeof address / sizeof *address);
        is_person = is_person && ends_so(name, person, sizeof person / sizeof *person);
        if (!n->name || n->parted || n->attributes > 0 || !(is_address || is_person) ||
            form_tree_length(t, c) > 2 * SHORT)
            return false;
        count += n->full;
    }
    return count > 1 && form_tree_node(t, id)->pieces == 0;
}

static void add_label(const struct form_speech *p, uint32_t id, struct buffer *out)
{
    const struct form_rule *rule = form_field_rule(p, id);
    if (rule && rule->label)
        buffer_add_text(out, rule->label);
    else
        form_words_add(out, form_tree_name(p->say.tree, id));
}

static void say_name(struct form_speech *p, uint32_t id)
{
    struct buffer words;
    buffer_init(&words);
    add_label(p, id, &words);
    form_say_words(&p->say, buffer_slice(&words), form_tree_node(p->say.tree, id)->at);
    buffer_deinit(&words);
}

/* The label of the element, then ": ". */
static void say_label(struct form_speech *p, uint32_t id)
{
    say_name(p, id);
    form_say_words(&p->say, SLICE(": "), form_tree_node(p->say.tree, id)->at);
}

void form_field_attributes(struct form_speech *p, uint32_t id)
{
    const struct form_tree *t = p->say.tree;
    const struct form_node *n = form_tree_node(t, id);
    struct buffer words;
    buffer_init(&words);
    for (uint32_t i = n->attribute; i < n->attribute + n->attributes; i++) {
        const struct form_attribute *a = &t->attributes.at[i];
        buffer_clear(&words);
        if (i > n->attribute)
            buffer_add_text(&words, ", ");
        if (n->attributes > 1 || !slice_equal_nocase(a->name, SLICE("value"))) {
            form_words_add(&words, a->name);
            buffer_add_byte(&words, ' ');
        }
        form_say_words(&p->say, buffer_slice(&words), n->at);
        form_say_attribute(&p->say, a, n->at);
    }
    buffer_deinit(&words);
}

static struct sink_shape hanging(uint8_t indent, uint8_t by)
{
    return (struct sink_shape){.indent = (uint8_t)(indent + by), .first = (int8_t)-by};
}

/* What the code stands for, behind it. */
static void say_meaning(struct form_speech *p, uint32_t id, uint32_t value)
{
    const struct form_rule *rule = form_field_rule(p, id);
    struct slice code = form_tree_value(p->say.tree, value);
    for (const struct form_code *c = rule ? rule->codes : NULL; c && c->code; c++) {
        if (!slice_equal_nocase(code, slice_of(c->code)))
            continue;
        form_say_words(&p->say, SLICE(" ("), p->say.at);
        form_say_words(&p->say, slice_of(c->meaning), p->say.at);
        form_say_words(&p->say, SLICE(")"), p->say.at);
        return;
    }
}

/* The values of a field, one behind the other. */
static void say_value(struct form_speech *p, uint32_t id)
{
    const struct form_tree *t = p->say.tree;
    const struct form_node *n = form_tree_node(t, id);
    uint32_t end = form_tree_after(t, id);
    bool more = false;
    if (n->attributes > 0 && n->pieces > 0)
        form_say_words(&p->say, SLICE("("), n->at);
    form_field_attributes(p, id);
    if (n->attributes > 0 && n->pieces > 0)
        form_say_words(&p->say, SLICE(") "), p->say.at);
    for (uint32_t at = id; at < end; at++) {
        const struct form_node *v = form_tree_node(t, at);
        if (at > id && !v->full)
            continue;
        if (at > id && form_tree_is(t, at, "footnoteId")) {
            form_say_words(&p->say, SLICE(" "), v->at);
            if (form_grid_note(&p->say, at))
                continue;
        } else if (more) {
            form_say_words(&p->say, SLICE(", "), v->at);
        }
        if (at > id)
            form_field_attributes(p, at);
        form_text_say(&p->say, at, true);
        say_meaning(p, id, at);
        more = more || v->pieces > 0;
    }
}

static bool is_short(const struct form_tree *t, uint32_t id)
{
    const struct form_node *n = form_tree_node(t, id);
    return n->full && !n->parted && n->attributes == 0 && form_tree_length(t, id) <= SHORT;
}

/* Whether an empty element of this name says something by being there. */
static bool is_flag(struct slice name)
{
    return slice_ends_nocase(name, SLICE("Flag")) ||
           (name.len > 2 && slice_starts(name, SLICE("is")) && byte_is_upper(name.at[2]));
}

uint32_t form_field_say(struct form_speech *p, uint32_t id, uint8_t indent)
{
    const struct form_tree *t = p->say.tree;
    const struct form_node *n = form_tree_node(t, id);
    if (!n->full && !is_flag(form_tree_name(t, id)))
        return id;
    form_say_begin(&p->say, hanging(indent, HANG), 0, n->at);
    say_label(p, id);
    p->say.shape.first = 0;
    p->say.spaced = true;
    say_value(p, id);
    while (is_short(t, id) && n->next != FORM_NONE && is_short(t, n->next) &&
           slice_equal(form_tree_name(t, id), form_tree_name(t, n->next))) {
        id = n->next;
        n = form_tree_node(t, id);
        form_say_words(&p->say, SLICE(", "), n->at);
        say_value(p, id);
    }
    form_say_end(&p->say);
    return id;
}

void form_field_joined(struct form_speech *p, uint32_t id, uint8_t indent)
{
    const struct form_tree *t = p->say.tree;
    bool more = false;
    form_say_begin(&p->say, hanging(indent, HANG), 0, form_tree_node(t, id)->at);
    say_label(p, id);
    for (uint32_t c = form_tree_child(t, id); c != FORM_NONE; c = form_tree_node(t, c)->next) {
        struct slice name = form_tree_name(t, c);
        size_t at = form_tree_node(t, c)->at;
        bool aside = slice_ends_nocase(name, SLICE("Description"));
        bool close =
            slice_ends_nocase(name, SLICE("zip")) || slice_ends_nocase(name, SLICE("zipCode")) ||
            slice_ends_nocase(name, SLICE("postalCode")) ||
            slice_ends_nocase(name, SLICE("Name")) || slice_ends_nocase(name, SLICE("fix"));
        if (!form_tree_node(t, c)->full)
            continue;
        if (more)
            form_say_words(&p->say, aside ? SLICE(" (") : close ? SLICE(" ") : SLICE(", "), at);
        form_text_say(&p->say, c, false);
        if (more && aside)
            form_say_words(&p->say, SLICE(")"), p->say.at);
        more = true;
    }
    form_say_end(&p->say);
}

/* 1 yes, 0 no, -1 neither. */
static int truth(struct slice value)
{
    static const char *const words[] = {"0", "1", "false", "true", "n", "y", "no", "yes"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (slice_equal_nocase(value, slice_of(words[i])))
            return (int)(i % 2);
    return -1;
}

/* The box in place of the value; false when there is no such value. */
static bool say_box(struct form_speech *p, uint32_t id)
{
    const struct form_tree *t = p->say.tree;
    uint32_t value = id, child = form_tree_child(t, id);
    if (child != FORM_NONE && form_tree_is(t, child, "value"))
        value = child;
    struct slice text = form_tree_value(t, value);
    int yes = truth(text);
    if (yes < 0)
        return false;
    form_say_sign(&p->say, yes ? TICKED : UNTICKED, (size_t)(text.at - t->text.at), text.len);
    form_say_words(&p->say, SLICE(" "), p->say.at);
    say_name(p, id);
    for (uint32_t c = child; c != FORM_NONE; c = form_tree_node(t, c)->next)
        if (form_tree_is(t, c, "footnoteId")) {
            form_say_words(&p->say, SLICE(" "), p->say.at);
            form_grid_note(&p->say, c);
        }
    return true;
}

static bool can_box(const struct form_tree *t, uint32_t id)
{
    uint32_t child = form_tree_child(t, id);
    if (form_tree_node(t, id)->attributes > 0)
        return false;
    if (child != FORM_NONE && form_tree_is(t, child, "value"))
        id = child;
    return truth(form_tree_value(t, id)) >= 0;
}

void form_field_check(struct form_speech *p, uint32_t id, uint8_t indent)
{
    const struct form_tree *t = p->say.tree;
    if (!form_field_is(t, id) || !can_box(t, id)) {
        form_field_say(p, id, indent);
        return;
    }
    form_say_begin(&p->say, hanging(indent, 2), 0, form_tree_node(t, id)->at);
    say_box(p, id);
    form_say_end(&p->say);
}

/* What parts two things on a line: it must be seen. */
static void say_parting(struct form_speech *p, size_t at)
{
    for (int i = 0; i < 3; i++)
        form_say_sign(&p->say, ' ', at, 0);
}

/* A field, or the text and the attributes of an element that is none. */
static void say_on_line(struct form_speech *p, uint32_t id, bool field)
{
    const struct form_rule *rule = form_field_rule(p, id);
    if (!field) {
        form_field_attributes(p, id);
        form_text_say(&p->say, id, false);
        return;
    }
    if (rule && rule->how == FORM_CHECK && can_box(p->say.tree, id) && say_box(p, id))
        return;
    say_label(p, id);
    say_value(p, id);
}

void form_field_line(struct form_speech *p, uint32_t id, uint8_t indent)
{
    const struct form_tree *t = p->say.tree;
    const struct form_rule *rule = form_field_rule(p, id);
    uint32_t end = form_tree_after(t, id);
    bool more = false;
    if (!form_tree_node(t, id)->full)
        return;
    form_say_begin(&p->say, hanging(indent, HANG), 0, form_tree_node(t, id)->at);
    if (rule && rule->label && *rule->label)
        say_label(p, id);
    for (uint32_t c = id; c < end;) {
        const struct form_node *n = form_tree_node(t, c);
        bool field = c > id && n->name && form_field_is(t, c);
        if (!n->full || (!field && n->pieces == 0 && n->attributes == 0)) {
            c++;
            continue;
        }
        if (more)
            say_parting(p, n->at);
        say_on_line(p, c, field);
        more = true;
        c = field ? form_tree_after(t, c) : c + 1;
    }
    form_say_end(&p->say);
}

void form_field_text(struct form_speech *p, uint32_t id, uint8_t indent)
{
    const struct form_tree *t = p->say.tree;
    const struct form_rule *rule = form_field_rule(p, id);
    const struct form_node *n = form_tree_node(t, id);
    struct sink_shape shape = {.indent = indent};
    if (!n->full)
        return;
    if (rule && rule->label) {
        form_say_blank(&p->say);
        form_say_begin(&p->say, shape, 0, n->at);
        form_say_style(&p->say, STYLE_ITALIC);
        say_name(p, id);
        form_say_end(&p->say);
    } else {
        form_say_blank(&p->say);
    }
    form_say_begin(&p->say, shape, 0, n->at);
    p->say.spaced = true;
    say_value(p, id);
    form_say_end(&p->say);
    form_say_blank(&p->say);
}

void form_field_note(struct form_speech *p, uint32_t id, uint8_t indent)
{
    const struct form_tree *t = p->say.tree;
    const struct form_attribute *mark = form_tree_attribute(t, id, "id");
    size_t at = form_tree_node(t, id)->at;
    if (!mark || form_tree_node(t, id)->attributes > 1) {
        form_field_say(p, id, indent);
        return;
    }
    form_say_anchor(&p->say, mark->value, at);
    form_say_begin(&p->say, hanging(indent, 6), 0, at);
    form_say_words(&p->say, SLICE("("), at);
    form_say_attribute(&p->say, mark, at);
    form_say_words(&p->say, SLICE(") "), p->say.at);
    form_text_say(&p->say, id, true);
    form_say_end(&p->say);
}
