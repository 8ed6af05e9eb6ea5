/* SPDX-License-Identifier: MIT */
/*
 * Labels of notes to financial statements: "NOTE 1 -", "Note B.", "1.", "(1)", "A.", "1)".
 *
 * It says what the letters are, not whether a note begins there.
 */
#ifndef FOLIO_OUTLINE_SECTIONS_NOTE_LABEL_H
#define FOLIO_OUTLINE_SECTIONS_NOTE_LABEL_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* How the label is written. Notes of one set are written alike. */
enum note_style {
    NOTE_WORD,        /* "Note 1" */
    NOTE_WORD_LETTER, /* "Note A" */
    NOTE_STOP,        /* "1." */
    NOTE_BRACKETS,    /* "(1)" */
    NOTE_BRACKET,     /* "1)" */
    NOTE_DASH,        /* "1 -", "1:" */
    NOTE_BARE,        /* "1" */
    NOTE_LETTER,      /* "A." */
    NOTE_LETTERS,     /* "(A)", "A)" */
    NOTE_STYLES
};

enum { NOTE_NUMBERS = 100 }; /* a higher number is none */

struct note_label {
    enum note_style style;
    unsigned number;   /* 1 to 99; of letters their place in the alphabet */
    struct slice rest; /* the text behind the label, which may be empty */
};

/* Reads the label at the front of `text`, which is trimmed. */
bool note_label_read(struct slice text, struct note_label *label);

static inline bool note_style_is_word(enum note_style s)
{
    return s == NOTE_WORD || s == NOTE_WORD_LETTER;
}

static inline bool note_style_is_letter(enum note_style s)
{
    return s == NOTE_WORD_LETTER || s == NOTE_LETTER || s == NOTE_LETTERS;
}

/* The title without what goes on behind it: "Inventories: These are stated at ..." */
struct slice note_label_title(struct slice rest, bool runs_on);

/* Words that titles of notes have: "income taxes", "contingencies". */
bool note_label_is_known(struct slice title);

#endif
