/* SPDX-License-Identifier: MIT */
/*
 * The prompt: a line that is typed at the bottom, with history, and a note at its right end.
 *
 * A line that a PROMPT_LINE offers is fresh: what is typed first takes its place; the keys that
 * move and erase keep it, to be edited.
 *
 * Up goes back through the lines that begin with what was typed, Down forward to it again.
 * Two lines are remembered apart: commands and patterns. What a line means, and what can complete
 * it, is the viewer's matter.
 */
#ifndef FOLIO_UI_PROMPT_H
#define FOLIO_UI_PROMPT_H

#include "base/array.h"
#include "base/buffer.h"
#include "config/key.h"
#include "config/theme.h"
#include "ui/canvas.h"

#include <stdbool.h>
#include <stddef.h>

/* PROMPT_LINE asks for something else, under a label, and remembers nothing; where it asks for a
 * pattern, `recalls` is set, and it goes back through the patterns. */
enum prompt_kind { PROMPT_COMMAND, PROMPT_FORWARD, PROMPT_BACKWARD, PROMPT_LINE };

/* True when the kind asks for a pattern. */
static inline bool prompt_searches(enum prompt_kind kind)
{
    return kind == PROMPT_FORWARD || kind == PROMPT_BACKWARD;
}

enum prompt_outcome {
    PROMPT_IGNORED,  /* no key of the prompt */
    PROMPT_MOVED,    /* only the cursor moved */
    PROMPT_CHANGED,  /* the text changed */
    PROMPT_COMPLETE, /* the reader asks for the word to be completed */
    PROMPT_ENTERED,
    PROMPT_LEFT /* everything was rubbed out, and once more: leave */
};

typedef ARRAY(char *) prompt_history;

struct prompt {
    bool open;
    enum prompt_kind kind;
    struct buffer label; /* of a PROMPT_LINE */
    bool recalls;        /* the same: patterns of before */
    struct buffer text;
    size_t cursor; /* byte */
    bool fresh;    /* the text is an offer that no key has touched; it may be set to false */
    struct buffer note;
    enum role note_role;
    prompt_history histories[2]; /* commands, patterns; oldest first */
    size_t recall;               /* index into the history; its count: the line being typed */
    struct buffer draft;         /* that line while another is recalled */
    /* Is told of each line that is remembered; NULL: nobody is. */
    void (*remember)(void *keeper, enum prompt_kind kind, struct slice line);
    void *keeper;
};

void prompt_init(struct prompt *p);
void prompt_deinit(struct prompt *p);

void prompt_open(struct prompt *p, enum prompt_kind kind, struct slice text);
/* The same for a PROMPT_LINE, with its label: "filter". The text is an offer. */
void prompt_open_line(struct prompt *p, const char *label, struct slice text);
/* Closes, and remembers the line when it is not empty. */
void prompt_close(struct prompt *p, bool remember);

/* Remembers a line as the newest of its kind, and once only. */
void prompt_learn(struct prompt *p, enum prompt_kind kind, struct slice line);
/* The line of that kind that was remembered last; empty when there is none. */
struct slice prompt_newest(const struct prompt *p, enum prompt_kind kind);

enum prompt_outcome prompt_key(struct prompt *p, struct key key);

/* Replaces the text from byte `from` to the cursor. */
void prompt_replace(struct prompt *p, size_t from, struct slice text);

/* What is shown at the right: the scope, an error, an offer. */
void prompt_note(struct prompt *p, enum role role, struct slice text);

void prompt_draw(const struct prompt *p, struct region r, const struct theme *theme);

#endif
