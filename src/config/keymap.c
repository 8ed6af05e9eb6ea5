/* SPDX-License-Identifier: MIT */
/* Sequences of keys -> actions. */
#include "config/keymap.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/memory.h"
#include "config/settings.h"
#include "config/suggest.h"

#include <stdlib.h>

struct keymap {
    struct arena arena; /* the arguments */
    ARRAY(struct binding) bindings;
    ARRAY(struct binding) hidden; /* sequences of CONTEXT_ALL that do nothing in one context */
};

static const char *const context_names[CONTEXT_COUNT] = {
    [CONTEXT_ALL] = "all",       [CONTEXT_TEXT] = "text", [CONTEXT_TREE] = "tree",
    [CONTEXT_HELP] = "help",     [CONTEXT_LIST] = "list", [CONTEXT_TABLE] = "table",
    [CONTEXT_SELECT] = "select", [CONTEXT_PEEK] = "peek", [CONTEXT_PROMPT] = "prompt",
};

struct keymap *keymap_new(void)
{
    struct keymap *map = memory_alloc(sizeof *map);
    arena_init(&map->arena);
    return map;
}

void keymap_assign(struct keymap *map, const struct keymap *from)
{
    map->bindings.count = map->hidden.count = 0;
    for (size_t i = 0; i < from->bindings.count; i++) {
        struct binding b = from->bindings.at[i];
        if (b.argument)
            b.argument = arena_copy(&map->arena, slice_of(b.argument)).at;
        array_push(&map->bindings, b);
    }
    for (size_t i = 0; i < from->hidden.count; i++)
        array_push(&map->hidden, from->hidden.at[i]);
}

struct keymap *keymap_copy(const struct keymap *map)
{
    struct keymap *copy = keymap_new();
    keymap_assign(copy, map);
    return copy;
}

void keymap_free(struct keymap *map)
{
    if (!map)
        return;
    array_deinit(&map->bindings);
    array_deinit(&map->hidden);
    arena_deinit(&map->arena);
    free(map);
}

const char *keymap_context_name(enum keymap_context context)
{
    return (unsigned)context < CONTEXT_COUNT ? context_names[context] : "";
}

bool keymap_context_find(struct slice name, enum keymap_context *context)
{
    for (unsigned i = 0; i < CONTEXT_COUNT; i++)
        if (slice_equal(slice_of(context_names[i]), name)) {
            *context = (enum keymap_context)i;
            return true;
        }
    return false;
}

/* True when the first `count` keys of the binding are these. */
static bool begins_with(const struct binding *b, const struct key *keys, size_t count)
{
    if (b->count < count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!key_equal(b->keys[i], keys[i]))
            return false;
    return true;
}

static bool same_keys(const struct binding *a, const struct binding *b)
{
    return a->count == b->count && begins_with(a, b->keys, b->count);
}

/* True when the sequence was taken away for this context. */
static bool is_hidden(const struct keymap *map, enum keymap_context context,
                      const struct binding *b)
{
    for (size_t i = 0; i < map->hidden.count; i++)
        if (map->hidden.at[i].context == context && same_keys(&map->hidden.at[i], b))
            return true;
    return false;
}

/* True when the binding holds in a context that is not CONTEXT_ALL. */
static bool holds_in(const struct keymap *map, enum keymap_context context, const struct binding *b)
{
    if (b->context == context)
        return true;
    return b->context == CONTEXT_ALL && context != CONTEXT_PROMPT && !is_hidden(map, context, b);
}

/* True when there is a place in which both hold. */
static bool meet(const struct keymap *map, const struct binding *a, const struct binding *b)
{
    if (a->context == b->context)
        return true;
    if (a->context == CONTEXT_ALL)
        return holds_in(map, b->context, a);
    return b->context == CONTEXT_ALL && holds_in(map, a->context, b);
}

static struct binding *find_exact(struct keymap *map, enum keymap_context context,
                                  const struct binding *wanted)
{
    for (size_t i = 0; i < map->bindings.count; i++)
        if (map->bindings.at[i].context == context && same_keys(&map->bindings.at[i], wanted))
            return &map->bindings.at[i];
    return NULL;
}

/* Fails when a sequence would begin another, or be begun by it. */
static bool check_prefix(const struct keymap *map, const struct binding *b, struct error *e)
{
    for (size_t i = 0; i < map->bindings.count; i++) {
        const struct binding *other = &map->bindings.at[i];
        bool shorter = b->count < other->count;
        if (b->count == other->count || !(shorter ? begins_with(other, b->keys, b->count)
                                                  : begins_with(b, other->keys, other->count)))
            continue;
        if (!meet(map, b, other))
            continue;
        struct buffer mine, theirs;
        buffer_init(&mine);
        buffer_init(&theirs);
        key_write_sequence(b->keys, b->count, &mine);
        key_write_sequence(other->keys, other->count, &theirs);
        error_set(e, ERROR_CONFIG, "'%s' begins '%s'; '%s' is bound to %s (in %s): unbind it first",
                  buffer_text(shorter ? &mine : &theirs), buffer_text(shorter ? &theirs : &mine),
                  buffer_text(&theirs), action_get(other->action)->name,
                  keymap_context_name(other->context));
        buffer_deinit(&mine);
        buffer_deinit(&theirs);
        return false;
    }
    return true;
}

/* Arguments that can be checked now are. */
static bool check_argument(const struct action *action, struct slice argument, struct error *e)
{
    struct settings scratch;
    if (argument.len == 0)
        return action->argument != ARGUMENT_TEXT ||
               error_set(e, ERROR_CONFIG, "%s needs an argument", action->name);
    if (action->argument == ARGUMENT_NONE)
        return error_set(e, ERROR_CONFIG, "%s takes no argument", action->name);
    if (action->argument == ARGUMENT_NUMBER && slice_number(argument) < 0)
        return error_set(e, ERROR_CONFIG, "%s takes a number, not '%.*s'", action->name,
                         (int)argument.len, argument.at);
    if (action->id != ACTION_SET && action->id != ACTION_SEARCH_SCOPE)
        return true;
    settings_init(&scratch);
    return action->id == ACTION_SET ? settings_command(&scratch, argument, NULL, e)
                                    : settings_set(&scratch, SLICE("scope"), argument, e);
}

/* Takes "action argument" apart, into the binding. The argument still points into `command`. */
static bool parse_command(struct slice command, struct binding *b, struct slice *argument,
                          struct error *e)
{
    command = slice_trim(command);
    size_t end = 0;
    while (end < command.len && !byte_is_blank(command.at[end]))
        end++;
    struct slice name = slice_cut(command, 0, end);
    *argument = slice_trim(slice_cut(command, end, command.len));
    const struct action *action = action_find(name);
    if (!action) {
        action = action_suggest(name);
        return error_set(e, ERROR_CONFIG, "unknown action '%.*s'%s%s", (int)name.len, name.at,
                         action ? "; did you mean " : "", action ? action->name : "");
    }
    b->action = action->id;
    return check_argument(action, *argument, e);
}

static bool parse_keys(struct slice sequence, struct binding *b, struct error *e)
{
    if (!key_parse(sequence, b->keys, KEYMAP_KEYS, &b->count, e))
        return false;
    for (size_t i = 0; i < b->count; i++)
        if (b->keys[i].code >= KEYS_WHEEL_UP)
            return error_set(e, ERROR_CONFIG, "the mouse cannot be bound");
    return true;
}

bool keymap_bind(struct keymap *map, enum keymap_context context, struct slice sequence,
                 struct slice command, struct error *e)
{
    struct binding b = {.context = context};
    struct slice argument;
    if (!parse_keys(sequence, &b, e) || !parse_command(command, &b, &argument, e) ||
        !check_prefix(map, &b, e))
        return false;
    if (argument.len > 0)
        b.argument = arena_copy(&map->arena, argument).at;
    struct binding *old = find_exact(map, context, &b);
    if (old)
        *old = b;
    else
        array_push(&map->bindings, b);
    return true;
}

bool keymap_unbind(struct keymap *map, enum keymap_context context, struct slice sequence,
                   struct error *e)
{
    struct binding b = {.context = context, .action = ACTION_NONE};
    if (!parse_keys(sequence, &b, e))
        return false;
    struct binding *old = find_exact(map, context, &b);
    if (old) {
        size_t index = (size_t)(old - map->bindings.at);
        map->bindings.count--;
        for (size_t i = index; i < map->bindings.count; i++)
            map->bindings.at[i] = map->bindings.at[i + 1];
    }
    if (context == CONTEXT_ALL || context == CONTEXT_PROMPT || !find_exact(map, CONTEXT_ALL, &b))
        return old || error_set(e, ERROR_CONFIG, "'%.*s' is not bound in %s", (int)sequence.len,
                                sequence.at, keymap_context_name(context));
    if (!is_hidden(map, context, &b))
        array_push(&map->hidden, b);
    return true;
}

enum keymap_answer keymap_find(const struct keymap *map, enum keymap_context context,
                               const struct key *keys, size_t count, const struct binding **found)
{
    const struct binding *best = NULL;
    bool prefix = false;
    for (size_t i = 0; i < map->bindings.count; i++) {
        const struct binding *b = &map->bindings.at[i];
        if (!begins_with(b, keys, count) || !holds_in(map, context, b))
            continue;
        if (b->count > count)
            prefix = true;
        else if (!best || b->context == context)
            best = b;
    }
    if (best) {
        *found = best;
        return KEYMAP_FOUND;
    }
    return prefix ? KEYMAP_PREFIX : KEYMAP_NONE;
}

const struct binding *keymap_exact(const struct keymap *map, enum keymap_context context,
                                   const struct key *keys, size_t count)
{
    for (size_t i = 0; i < map->bindings.count; i++) {
        const struct binding *b = &map->bindings.at[i];
        if (b->context == context && b->count == count && begins_with(b, keys, count))
            return b;
    }
    return NULL;
}

const struct binding *keymap_get(const struct keymap *map, size_t index)
{
    return index < map->bindings.count ? &map->bindings.at[index] : NULL;
}

/* True when the binding is what its keys do in the context (CONTEXT_ALL: anywhere). */
static bool is_in_force(const struct keymap *map, enum keymap_context context,
                        const struct binding *b)
{
    const struct binding *found;
    if (context == CONTEXT_ALL)
        return true;
    return keymap_find(map, context, b->keys, b->count, &found) == KEYMAP_FOUND && found == b;
}

size_t keymap_keys_of(const struct keymap *map, enum keymap_context context, enum action_id action,
                      size_t room, struct buffer *out)
{
    size_t count = 0;
    for (size_t i = 0; i < map->bindings.count; i++) {
        const struct binding *b = &map->bindings.at[i];
        if (b->action != action || b->argument || !is_in_force(map, context, b))
            continue;
        count++;
        if (room > 0 && count > room)
            continue;
        if (count > 1)
            buffer_add_text(out, ", ");
        key_write_sequence(b->keys, b->count, out);
        if (context == CONTEXT_ALL && b->context != CONTEXT_ALL)
            buffer_addf(out, " (%s)", keymap_context_name(b->context));
    }
    return count;
}
