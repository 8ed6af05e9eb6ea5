/* SPDX-License-Identifier: MIT */
/* Keys that hide others, and actions that nothing reaches. */
#include "config/conflicts.h"

#include "config/apply.h"

struct check {
    struct config *config;
    const char *file;
    const struct yaml_node *keys;
    const struct keymap *before;
};

/* One line of the file. */
struct line {
    enum keymap_context context;
    const struct yaml_node *key;
    struct key keys[KEYMAP_KEYS];
    size_t count;
};

typedef bool visit(struct check *check, const struct line *line, const void *subject);

static bool read_line(struct line *line, const struct yaml_node *key)
{
    line->key = key;
    return key->kind == YAML_SCALAR &&
           key_parse(key->text, line->keys, KEYMAP_KEYS, &line->count, NULL);
}

/* Calls for each line that can be read, until one call says true. */
static bool each_line(struct check *check, visit *call, const void *subject)
{
    for (size_t i = 0; i + 1 < check->keys->count; i += 2) {
        const struct yaml_node *name = &check->keys->items[i];
        const struct yaml_node *lines = &check->keys->items[i + 1];
        struct line line;
        if (name->kind != YAML_SCALAR || !keymap_context_find(name->text, &line.context) ||
            lines->kind != YAML_MAPPING)
            continue;
        for (size_t j = 0; j + 1 < lines->count; j += 2)
            if (read_line(&line, &lines->items[j]) && call(check, &line, subject))
                return true;
    }
    return false;
}

static bool same_keys(const struct line *line, const struct key *keys, size_t count)
{
    bool same = line->count == count;
    for (size_t i = 0; same && i < count; i++)
        same = key_equal(line->keys[i], keys[i]);
    return same;
}

/* True for a line of the context that says something of a binding's keys. */
static bool says(struct check *check, const struct line *line, const void *binding)
{
    const struct binding *b = binding;
    (void)check;
    return line->context == b->context && same_keys(line, b->keys, b->count);
}

/* A line of "all": what hides it in the text or the tree, and was not given by the same file.
 * The other contexts are modes, which have keys of their own. */
static bool check_hidden(struct check *check, const struct line *line, const void *subject)
{
    const struct binding *mine, *other;
    struct buffer where = {0};
    size_t hiding = 0;
    (void)subject;
    if (line->context != CONTEXT_ALL ||
        !(mine = keymap_exact(check->config->keymap, CONTEXT_ALL, line->keys, line->count)))
        return false;
    for (int i = 0; i < 2; i++) {
        enum keymap_context context = i == 0 ? CONTEXT_TEXT : CONTEXT_TREE;
        if (!(other = keymap_exact(check->config->keymap, context, line->keys, line->count)) ||
            other->action == mine->action || each_line(check, says, other))
            continue;
        buffer_addf(&where, "%s%s (%s)", hiding++ > 0 ? ", " : "", keymap_context_name(context),
                    action_get(other->action)->name);
    }
    if (hiding > 0) {
        struct error e;
        error_set(&e, ERROR_CONFIG,
                  "'%.*s' of all is hidden in %s: bind it there too, or take it away there with "
                  "none",
                  (int)line->key->text.len, line->key->text.at, buffer_text(&where));
        apply_problem(check->config, check->file, line->key, &e);
    }
    buffer_deinit(&where);
    return false;
}

/* True, and noted, when it was this line that took a key of the action away. */
static bool check_taken(struct check *check, const struct line *line, const void *action)
{
    const struct action *a = action;
    struct error e;
    const struct binding *old = keymap_exact(check->before, line->context, line->keys, line->count);
    if (!old || old->action != a->id || old->argument)
        return false;
    error_set(&e, ERROR_CONFIG, "'%.*s' was the last key of %s, which only :%s reaches now",
              (int)line->key->text.len, line->key->text.at, a->name, a->name);
    apply_problem(check->config, check->file, line->key, &e);
    return true;
}

/* True when a key does the action where it can be pressed at once: not in the prompt only. */
static bool is_reached(const struct keymap *map, enum action_id action)
{
    const struct binding *b;
    for (size_t i = 0; (b = keymap_get(map, i)); i++)
        if (b->action == action && !b->argument && b->context != CONTEXT_PROMPT)
            return true;
    return false;
}

void conflicts_check(struct config *config, const char *file, const struct yaml_node *keys,
                     const struct keymap *before)
{
    struct check check = {config, file, keys, before};
    if (keys->kind != YAML_MAPPING)
        return;
    each_line(&check, check_hidden, NULL);
    for (unsigned id = 0; id < ACTION_COUNT; id++) {
        const struct action *a = action_get((enum action_id)id);
        if (is_reached(before, a->id) && !is_reached(config->keymap, a->id))
            each_line(&check, check_taken, a);
    }
}
