/* SPDX-License-Identifier: MIT */
/* What keys do, and binding them for this run. */
#include "ui/helping/mapping.h"

#include "config/bound.h"
#include "ui/helping/helping_state.h"
#include "ui/viewer_state.h"

/* ---- all that is bound, as a sheet */

static const char *const places[CONTEXT_COUNT] = {
    [CONTEXT_ALL] = "Everywhere but in the prompt",
    [CONTEXT_TEXT] = "In the text",
    [CONTEXT_TREE] = "In the tree",
    [CONTEXT_HELP] = "In the help",
    [CONTEXT_LIST] = "In a list",
    [CONTEXT_TABLE] = "In a table that was entered",
    [CONTEXT_SELECT] = "While selecting",
    [CONTEXT_PEEK] = "In a look at another place",
    [CONTEXT_PROMPT] = "In the prompt",
};

static void add_command(const struct binding *b, struct buffer *out)
{
    buffer_add_text(out, action_get(b->action)->name);
    if (b->argument)
        buffer_addf(out, " %s", b->argument);
}

/* True when the keys of the binding begin so; no keys begin all. */
static bool begins(const struct binding *b, const struct key *keys, size_t count)
{
    if (b->count < count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!key_equal(b->keys[i], keys[i]))
            return false;
    return true;
}

static void add_place(struct sheet *sheet, const struct keymap *map, enum keymap_context context,
                      const struct key *keys, size_t count)
{
    const struct binding *b;
    bool titled = false;
    for (size_t i = 0; (b = keymap_get(map, i)); i++) {
        if (b->context != context || !begins(b, keys, count))
            continue;
        struct buffer left = {0}, text = {0};
        if (!titled)
            sheet_add_title(sheet, slice_of(places[context]));
        titled = true;
        key_write_sequence(b->keys, b->count, &left);
        add_command(b, &text);
        sheet_add(sheet, &left, buffer_slice(&text));
        buffer_deinit(&left);
        buffer_deinit(&text);
    }
}

static void compose(struct sheet *sheet, const void *subject)
{
    const struct helping *h = subject;
    struct key keys[KEYMAP_KEYS];
    size_t count = 0;
    if (h->keys.len > 0 && !key_parse(buffer_slice(&h->keys), keys, KEYMAP_KEYS, &count, NULL))
        return;
    for (unsigned context = 0; context < CONTEXT_COUNT; context++)
        add_place(sheet, h->help.map, (enum keymap_context)context, keys, count);
}

static void show(struct viewer *v, struct slice keys)
{
    struct helping *h = helping_of(v);
    buffer_clear(&h->keys);
    buffer_add(&h->keys, keys);
    h->help.map = v->config->keymap;
    sheet_open(v->sheet, "the keys", compose, h);
    viewer_arrange(v);
}

/* ---- one action, or one sequence */

static void say_action(struct viewer *v, const struct action *action)
{
    const struct binding *b;
    struct buffer keys = {0};
    bool any = bound_keys(v->config->keymap, action, &keys);
    for (size_t i = 0; (b = keymap_get(v->config->keymap, i)); i++) {
        if (b->action != action->id || !b->argument)
            continue;
        buffer_add_text(&keys, any ? "; " : "");
        any = true;
        key_write_sequence(b->keys, b->count, &keys);
        buffer_addf(&keys, " = %s", b->argument);
        if (b->context != CONTEXT_ALL)
            buffer_addf(&keys, " (%s)", keymap_context_name(b->context));
    }
    if (any)
        viewer_say(v, ROLE_MESSAGE, "%s: %s", action->name, buffer_text(&keys));
    else
        viewer_say(v, ROLE_MESSAGE, "%s has no key; type :%s", action->name, action->name);
    buffer_deinit(&keys);
}

static bool same_command(const struct binding *a, const struct binding *b)
{
    return a->action == b->action && slice_equal(slice_of(a->argument ? a->argument : ""),
                                                 slice_of(b->argument ? b->argument : ""));
}

/* The contexts from `first` on in which the keys do the same: " (text table)". False when an
 * earlier one has written it. */
static bool add_contexts(const struct keymap *map, const struct binding *b, struct buffer *out)
{
    const char *between = " (";
    for (unsigned c = 0; c < CONTEXT_COUNT; c++) {
        const struct binding *other = keymap_exact(map, (enum keymap_context)c, b->keys, b->count);
        if (!other || !same_command(b, other))
            continue;
        if (c < b->context)
            return false;
        if (out && c != CONTEXT_ALL) {
            buffer_addf(out, "%s%s", between, keymap_context_name((enum keymap_context)c));
            between = " ";
        }
    }
    if (out && *between == ' ' && between[1] == '\0')
        buffer_add_byte(out, ')');
    return true;
}

/* What a whole sequence does: "fold (tree); scroll-left (text table)". False when it is bound
 * nowhere. */
static bool write_meanings(const struct keymap *map, const struct key *keys, size_t count,
                           struct buffer *out)
{
    size_t before = out->len;
    for (unsigned c = 0; c < CONTEXT_COUNT; c++) {
        const struct binding *b = keymap_exact(map, (enum keymap_context)c, keys, count);
        if (!b || !add_contexts(map, b, NULL))
            continue;
        buffer_add_text(out, out->len > before ? "; " : "");
        add_command(b, out);
        add_contexts(map, b, out);
    }
    return out->len > before;
}

static bool say_keys(struct viewer *v, const struct key *keys, size_t count)
{
    struct buffer text = {0};
    key_write_sequence(keys, count, &text);
    buffer_add_text(&text, ": ");
    bool bound = write_meanings(v->config->keymap, keys, count, &text);
    if (bound)
        viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&text));
    buffer_deinit(&text);
    return bound;
}

static bool begins_any(const struct keymap *map, const struct key *keys, size_t count)
{
    const struct binding *b;
    for (size_t i = 0; (b = keymap_get(map, i)); i++)
        if (begins(b, keys, count))
            return true;
    return false;
}

static void say(struct viewer *v, struct slice what)
{
    struct error e;
    struct key keys[KEYMAP_KEYS];
    size_t count;
    enum keymap_context context;
    const struct action *action = action_find(what);
    int len = (int)(what.len < 60 ? what.len : 60);
    if (action)
        say_action(v, action);
    else if (keymap_context_find(what, &context) && context != CONTEXT_ALL)
        viewer_say(v, ROLE_MESSAGE, "map %.*s KEYS ACTION binds keys there; :map shows all", len,
                   what.at);
    else if (!key_parse(what, keys, KEYMAP_KEYS, &count, &e))
        viewer_say(v, ROLE_ERROR, "%s", e.message);
    else if (say_keys(v, keys, count))
        return;
    else if (begins_any(v->config->keymap, keys, count))
        show(v, what);
    else
        viewer_say(v, ROLE_MESSAGE, "%.*s is not bound", len, what.at);
}

/* ---- binding */

static bool next_word(struct slice *rest, struct slice *word)
{
    size_t end = 0;
    *rest = slice_trim(*rest);
    while (end < rest->len && !byte_is_blank(rest->at[end]))
        end++;
    *word = slice_cut(*rest, 0, end);
    *rest = slice_cut(*rest, end, rest->len);
    return end > 0;
}

/* Takes "Ctrl-W x next-item 3" apart: the keys reach up to the first word that names an action, or
 * "none". Without one they are the first word. */
static void take_apart(struct slice text, struct slice *keys, struct slice *command)
{
    struct slice rest = text, word;
    (void)next_word(&rest, &word);
    struct slice behind_first = rest;
    for (struct slice before = rest; next_word(&rest, &word); before = rest)
        if (action_find(word) || slice_equal(word, SLICE("none"))) {
            *keys = slice_trim(slice_cut(text, 0, text.len - before.len));
            *command = slice_trim(before);
            return;
        }
    *keys = slice_trim(slice_cut(text, 0, text.len - behind_first.len));
    *command = slice_trim(behind_first);
}

static bool has_way_out(const struct keymap *map)
{
    struct buffer none = {0};
    size_t ways = keymap_keys_of(map, CONTEXT_TEXT, ACTION_QUIT, 0, &none) +
                  keymap_keys_of(map, CONTEXT_TEXT, ACTION_CLOSE, 0, &none) +
                  keymap_keys_of(map, CONTEXT_TEXT, ACTION_COMMAND_LINE, 0, &none);
    buffer_deinit(&none);
    return ways > 0;
}

/* What hides a binding of all contexts in the text or the tree. */
static const struct binding *hiding(const struct keymap *map, enum keymap_context context,
                                    struct slice sequence)
{
    struct key keys[KEYMAP_KEYS];
    size_t count;
    if (context != CONTEXT_ALL || !key_parse(sequence, keys, KEYMAP_KEYS, &count, NULL))
        return NULL;
    const struct binding *b = keymap_exact(map, CONTEXT_TEXT, keys, count);
    return b ? b : keymap_exact(map, CONTEXT_TREE, keys, count);
}

static void bind(struct viewer *v, enum keymap_context context, struct slice keys,
                 struct slice command)
{
    struct error e;
    struct keymap *map = v->config->keymap;
    bool none = slice_equal(command, SLICE("none"));
    struct keymap *before = keymap_copy(map);
    bool good =
        none ? keymap_unbind(map, context, keys, &e) : keymap_bind(map, context, keys, command, &e);
    const struct binding *other = hiding(map, context, keys);
    const char *where = keymap_context_name(context);
    if (good && !has_way_out(map)) {
        keymap_assign(map, before);
        good = error_set(&e, ERROR_CONFIG, "that is the last key that quits");
    }
    if (!good)
        viewer_say(v, ROLE_ERROR, "%s", e.message);
    else if (other && !none)
        viewer_say(v, ROLE_WARNING, "%.*s is bound, but is %s in the %s: map it there too",
                   (int)keys.len, keys.at, action_get(other->action)->name,
                   keymap_context_name(other->context));
    else
        viewer_say(v, ROLE_MESSAGE, "%.*s: %.*s (%s), until the end of this run", (int)keys.len,
                   keys.at, (int)command.len, command.at, where);
    keymap_free(before);
}

/* Whether the first word is the name of an action. */
static bool names_action(struct slice rest)
{
    struct slice word;
    return next_word(&rest, &word) && action_find(word);
}

void mapping_map(struct viewer *v, const struct order *order)
{
    enum keymap_context context;
    struct slice rest = slice_trim(order->argument), word, keys, command;
    if (!next_word(&rest, &word)) {
        show(v, (struct slice){NULL, 0});
        return;
    }
    bool known = keymap_context_find(word, &context);
    if (!known && names_action(rest)) {
        viewer_say(v, ROLE_ERROR, "in which place? map all %.*s, or text, tree, help, list, table…",
                   (int)order->argument.len, order->argument.at);
        return;
    }
    if (!known || slice_trim(rest).len == 0) {
        say(v, slice_trim(order->argument));
        return;
    }
    take_apart(slice_trim(rest), &keys, &command);
    if (command.len == 0)
        say(v, keys);
    else
        bind(v, context, keys, command);
}

void mapping_nearest(const struct viewer *v, const struct key *keys, size_t count,
                     struct buffer *out)
{
    const struct keymap *map = v->config->keymap;
    const struct binding *found;
    struct key other = keys[count - 1];
    if (write_meanings(map, keys, count, out) || count > 1 || other.code >= 0x80)
        return;
    /* The same letter with or without Shift. */
    char c = (char)other.code;
    other.code = (uint32_t)(unsigned char)(byte_lower(c) == c ? byte_upper(c) : byte_lower(c));
    if (key_equal(other, keys[0]) ||
        keymap_find(map, viewer_context(v), &other, 1, &found) != KEYMAP_FOUND)
        return;
    key_write(other, out);
    buffer_add_text(out, " is ");
    add_command(found, out);
}
