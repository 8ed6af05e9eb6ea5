/* SPDX-License-Identifier: MIT */
/* The keys of an action, as they are told. */
#include "config/bound.h"

/* True when the binding opens the command line with the action's name: it asks for its argument. */
static bool asks_for(const struct binding *b, const struct action *action)
{
    return b->action == ACTION_COMMAND_LINE && b->argument &&
           slice_equal(slice_trim(slice_of(b->argument)), slice_of(action->name));
}

static bool is_for(const struct binding *b, const struct action *action)
{
    return (b->action == action->id && !b->argument) || asks_for(b, action);
}

/* The contexts in which the keys of a binding do the action, as bits. */
static unsigned contexts_of(const struct keymap *map, const struct binding *b,
                            const struct action *action)
{
    unsigned bits = 0;
    for (unsigned c = 0; c < CONTEXT_COUNT; c++) {
        const struct binding *other = keymap_exact(map, (enum keymap_context)c, b->keys, b->count);
        if (other && is_for(other, action))
            bits |= 1U << c;
    }
    return bits;
}

static void add_contexts(unsigned bits, struct buffer *out)
{
    const char *between = " (";
    if (bits & 1U << CONTEXT_ALL)
        return;
    for (unsigned c = 0; c < CONTEXT_COUNT; c++)
        if (bits & 1U << c) {
            buffer_addf(out, "%s%s", between, keymap_context_name((enum keymap_context)c));
            between = " ";
        }
    buffer_add_byte(out, ')');
}

bool bound_keys(const struct keymap *map, const struct action *action, struct buffer *out)
{
    size_t begin = out->len;
    const struct binding *b, *other;
    for (size_t i = 0; (b = keymap_get(map, i)); i++) {
        unsigned bits = is_for(b, action) ? contexts_of(map, b, action) : 0;
        bool first = bits != 0;
        /* The first of its contexts writes all that have the same ones. */
        for (size_t j = 0; first && j < i && (other = keymap_get(map, j)); j++)
            first = !is_for(other, action) || contexts_of(map, other, action) != bits;
        if (!first)
            continue;
        const char *between = out->len > begin ? "; " : "";
        for (size_t j = i; (other = keymap_get(map, j)); j++) {
            bool again = false;
            if (!is_for(other, action) || contexts_of(map, other, action) != bits)
                continue;
            for (unsigned c = 0; c < other->context; c++)
                again = again || (bits & 1U << c);
            if (again)
                continue;
            buffer_add_text(out, between);
            between = ", ";
            key_write_sequence(other->keys, other->count, out);
        }
        add_contexts(bits, out);
    }
    return out->len > begin;
}
