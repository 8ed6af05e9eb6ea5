/* SPDX-License-Identifier: MIT */
/*
 * A key map: sequences of keys -> actions, by where the keys are pressed.
 *
 * A binding stands in a context. What stands in CONTEXT_ALL holds everywhere but in the prompt,
 * unless the same sequence is bound (or unbound) there. The prompt stands alone: letters
 * are text there, and only what is bound for the prompt is a command. No sequence may be
 * the beginning of another that holds in the same place. The map owns its bindings; those that
 * are handed out are good until the map changes.
 */
#ifndef FOLIO_CONFIG_KEYMAP_H
#define FOLIO_CONFIG_KEYMAP_H

#include "base/error.h"
#include "base/slice.h"
#include "config/actions.h"
#include "config/key.h"

enum keymap_context {
    CONTEXT_ALL,
    CONTEXT_TEXT,
    CONTEXT_TREE,
    CONTEXT_HELP,
    CONTEXT_LIST,   /* a list to choose from */
    CONTEXT_TABLE,  /* a table that was entered */
    CONTEXT_SELECT, /* text is being selected */
    CONTEXT_PEEK,   /* a look at another place, below the text */
    CONTEXT_PROMPT,
    CONTEXT_COUNT
};

enum {
    KEYMAP_KEYS = 4 /* keys of the longest sequence */
};

struct binding {
    enum keymap_context context;
    struct key keys[KEYMAP_KEYS];
    size_t count;
    enum action_id action;
    const char *argument; /* NULL when there is none */
};

enum keymap_answer {
    KEYMAP_NONE,   /* no sequence begins so */
    KEYMAP_PREFIX, /* more keys are needed */
    KEYMAP_FOUND
};

struct keymap;

struct keymap *keymap_new(void);
/* Another map with the same bindings, the caller's; and making one map like another. */
struct keymap *keymap_copy(const struct keymap *map);
void keymap_assign(struct keymap *map, const struct keymap *from);
void keymap_free(struct keymap *map);

/* "all", "text", "tree", "help", "list", "table", "select", "peek", "prompt". */
const char *keymap_context_name(enum keymap_context context);
/* The context of that name; false when there is none. */
bool keymap_context_find(struct slice name, enum keymap_context *context);

/* Binds a written sequence to "action" or "action argument", in place of what the sequence did in
 * this context. Fails with ERROR_CONFIG, without a place: a bad key, an unknown action, an argument
 * too many or missing, a sequence that begins another or that another begins. */
bool keymap_bind(struct keymap *map, enum keymap_context context, struct slice sequence,
                 struct slice command, struct error *e);

/* Takes the binding away. One of CONTEXT_ALL can be taken away for one other context. Fails when
 * the sequence cannot be read, or was not bound. */
bool keymap_unbind(struct keymap *map, enum keymap_context context, struct slice sequence,
                   struct error *e);

/* What the keys mean in a context (not CONTEXT_ALL). *found is set with KEYMAP_FOUND. */
enum keymap_answer keymap_find(const struct keymap *map, enum keymap_context context,
                               const struct key *keys, size_t count, const struct binding **found);

/* The binding that stands in this very context; NULL when there is none. */
const struct binding *keymap_exact(const struct keymap *map, enum keymap_context context,
                                   const struct key *keys, size_t count);

/* The bindings, in the order in which they were made: the first of index 0, NULL behind the
 * last. */
const struct binding *keymap_get(const struct keymap *map, size_t index);

/* Adds the sequences of an action that hold in a context, "j, Down, Ctrl-N", to `out`; returns how
 * many there are. With CONTEXT_ALL: of all contexts, those of one alone as "Enter (tree)". With a
 * `room` above 0 no more than so many are written. Bindings with an argument are left out. */
size_t keymap_keys_of(const struct keymap *map, enum keymap_context context, enum action_id action,
                      size_t room, struct buffer *out);

#endif
