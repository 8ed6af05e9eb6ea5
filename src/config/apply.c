/* SPDX-License-Identifier: MIT */
/* YAML put into force. */
#include "config/apply.h"

#include "base/memory.h"
#include "config/suggest.h"

#include <stdlib.h>

enum { MOST_PROBLEMS = 100 };

void apply_problem(struct config *config, const char *file, const struct yaml_node *node,
                   const struct error *error)
{
    if (config->problems.count >= MOST_PROBLEMS)
        return;
    struct problem problem = {file, *error};
    if (node) {
        problem.error.line = node->line;
        problem.error.column = node->column;
    }
    array_push(&config->problems, problem);
}

bool apply_check_key(struct config *config, const char *file, const struct yaml_node *mapping,
                     size_t index)
{
    struct error e;
    const struct yaml_node *key = &mapping->items[index];
    if (key->kind != YAML_SCALAR) {
        error_set(&e, ERROR_CONFIG, "a name is expected here");
        apply_problem(config, file, key, &e);
        return false;
    }
    for (size_t i = 0; i < index; i += 2)
        if (mapping->items[i].kind == YAML_SCALAR &&
            slice_equal(mapping->items[i].text, key->text)) {
            error_set(&e, ERROR_CONFIG, "'%.*s' is given twice; line %zu stands",
                      (int)key->text.len, key->text.at, mapping->items[i].line);
            apply_problem(config, file, key, &e);
            return false;
        }
    return true;
}

/* True for a mapping; what says nothing is passed over, all else is noted. */
static bool is_mapping(struct config *config, const char *file, const struct yaml_node *node,
                       const char *what)
{
    struct error e;
    if (node->kind == YAML_MAPPING)
        return true;
    if (yaml_is_null(node))
        return false;
    error_set(&e, ERROR_CONFIG, "lines of \"%s\" are expected here", what);
    apply_problem(config, file, node, &e);
    return false;
}

/* True for a scalar; all else is noted. */
static bool is_scalar(struct config *config, const char *file, const struct yaml_node *node,
                      const char *what)
{
    struct error e;
    if (node->kind == YAML_SCALAR)
        return true;
    error_set(&e, ERROR_CONFIG, "%s is expected here, not a %s", what,
              node->kind == YAML_LIST ? "list" : "mapping");
    apply_problem(config, file, node, &e);
    return false;
}

static bool is_inherit(const struct yaml_node *key)
{
    return slice_equal(key->text, SLICE("inherit"));
}

static void set_colors(struct config *config, const char *file, const struct yaml_node *node,
                       bool own)
{
    struct error e;
    enum role role = ROLE_COUNT;
    if (!is_mapping(config, file, node, "role: style"))
        return;
    for (size_t i = 0; i + 1 < node->count; i += 2) {
        const struct yaml_node *key = &node->items[i], *value = &node->items[i + 1];
        if (!apply_check_key(config, file, node, i) || is_inherit(key))
            continue;
        if (!is_scalar(config, file, value, "a style such as 'bold yellow on blue'"))
            continue;
        bool known = theme_role_find(key->text, &role);
        if (!theme_set(&config->theme, key->text, value->text, &e)) {
            apply_problem(config, file, known ? value : key, &e);
        } else if (own) {
            struct own_color kept = {role, theme_find(&config->theme, role)};
            array_push(&config->own_colors, kept);
        }
    }
}

void apply_colors(struct config *config, const char *file, const struct yaml_node *node)
{
    set_colors(config, file, node, false);
}

void apply_own_colors(struct config *config, const char *file, const struct yaml_node *node)
{
    set_colors(config, file, node, true);
}

void apply_options(struct config *config, const char *file, const struct yaml_node *node)
{
    struct error e;
    if (!is_mapping(config, file, node, "option: value"))
        return;
    for (size_t i = 0; i + 1 < node->count; i += 2) {
        const struct yaml_node *key = &node->items[i], *value = &node->items[i + 1];
        if (!apply_check_key(config, file, node, i) || !is_scalar(config, file, value, "a value"))
            continue;
        if (!settings_set(&config->settings, key->text, value->text, &e))
            apply_problem(config, file, option_find(key->text) ? value : key, &e);
    }
}

static bool is_unbinding(const struct yaml_node *value)
{
    return yaml_is_null(value) ||
           (value->kind == YAML_SCALAR && slice_equal(value->text, SLICE("none")));
}

/* The keys of a line of a context; none when they cannot be read. */
struct spelling {
    struct key keys[KEYMAP_KEYS];
    size_t count;
};

/* The keys of all lines of a context, each read once; the caller frees them. */
static struct spelling *spellings_of(const struct yaml_node *node)
{
    struct spelling *all = memory_alloc((node->count / 2 + 1) * sizeof *all);
    for (size_t i = 0; i + 1 < node->count; i += 2) {
        struct spelling *s = &all[i / 2];
        if (node->items[i].kind != YAML_SCALAR ||
            !key_parse(node->items[i].text, s->keys, KEYMAP_KEYS, &s->count, NULL))
            s->count = 0;
    }
    return all;
}

static bool same_spelling(const struct spelling *a, const struct spelling *b)
{
    bool same = a->count == b->count;
    for (size_t k = 0; same && k < a->count; k++)
        same = key_equal(a->keys[k], b->keys[k]);
    return same;
}

/* False, and noted, when an earlier line of the context is of the same keys, written otherwise:
 * Ctrl-I is Tab. */
static bool check_spelling(struct config *config, const char *file, const struct yaml_node *node,
                           size_t index, const struct spelling *all)
{
    const struct yaml_node *key = &node->items[index];
    if (all[index / 2].count == 0)
        return true;
    for (size_t i = 0; i < index; i += 2) {
        const struct yaml_node *other = &node->items[i];
        struct error e;
        if (!same_spelling(&all[index / 2], &all[i / 2]))
            continue;
        error_set(&e, ERROR_CONFIG, "'%.*s' is the same as '%.*s'; line %zu stands",
                  (int)key->text.len, key->text.at, (int)other->text.len, other->text.at,
                  other->line);
        apply_problem(config, file, key, &e);
        return false;
    }
    return true;
}

/* The keys of one context: those that are taken away, or those that are bound. */
static void apply_bindings(struct config *config, const char *file, enum keymap_context context,
                           const struct yaml_node *node, bool unbinding)
{
    struct error e;
    struct spelling *all = spellings_of(node);
    for (size_t i = 0; i + 1 < node->count; i += 2) {
        const struct yaml_node *key = &node->items[i], *value = &node->items[i + 1];
        if (is_unbinding(value) != unbinding || !apply_check_key(config, file, node, i) ||
            !check_spelling(config, file, node, i, all))
            continue;
        if (unbinding) {
            if (!keymap_unbind(config->keymap, context, key->text, &e))
                apply_problem(config, file, key, &e);
        } else if (is_scalar(config, file, value, "an action")) {
            if (!keymap_bind(config->keymap, context, key->text, value->text, &e))
                apply_problem(config, file, key, &e);
        }
    }
    free(all);
}

static void fail_context(struct config *config, const char *file, const struct yaml_node *key)
{
    struct suggest s;
    struct error e;
    suggest_init(&s, key->text);
    suggest_offer(&s, "inherit");
    for (unsigned i = 0; i < CONTEXT_COUNT; i++)
        suggest_offer(&s, keymap_context_name((enum keymap_context)i));
    struct buffer names = {0};
    for (unsigned i = 0; i < CONTEXT_COUNT; i++)
        buffer_addf(&names, "%s%s",
                    i == 0                  ? ""
                    : i + 1 < CONTEXT_COUNT ? ", "
                                            : " or ",
                    keymap_context_name((enum keymap_context)i));
    error_set(&e, ERROR_CONFIG, "'%.*s' is no place for keys: %s%s%s", (int)key->text.len,
              key->text.at, buffer_text(&names), suggest_words(&s), suggest_name(&s));
    buffer_deinit(&names);
    apply_problem(config, file, key, &e);
}

/* What is taken away goes first, so that the order of lines does not matter. */
void apply_keys(struct config *config, const char *file, const struct yaml_node *node)
{
    if (!is_mapping(config, file, node, "place: keys"))
        return;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i + 1 < node->count; i += 2) {
            const struct yaml_node *key = &node->items[i], *value = &node->items[i + 1];
            enum keymap_context context;
            if (pass == 0 && !apply_check_key(config, file, node, i))
                continue;
            if (key->kind != YAML_SCALAR || is_inherit(key) || yaml_find(node, key->text) != value)
                continue;
            if (!keymap_context_find(key->text, &context)) {
                if (pass == 0)
                    fail_context(config, file, key);
            } else if (value->kind == YAML_MAPPING) {
                apply_bindings(config, file, context, value, pass == 0);
            } else if (pass == 0) {
                is_mapping(config, file, value, "sequence: action");
            }
        }
}
