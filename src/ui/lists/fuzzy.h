/* SPDX-License-Identifier: MIT */
/*
 * Fitting a few typed letters to texts: how well they fit, and which letters they are.
 *
 * What is typed is words, separated by blanks, that may stand in any order. A word fits a text when
 * its letters stand in it in their order, and the better the closer they are together and the more
 * begin words: "7a" fits "Item 7A" best, "n12" fits "Note 12". Of texts that fit alike the shorter
 * is better. Where only whole runs are wanted
 * (lines of text, in which any few letters are found somewhere) the letters must follow one
 * another. Of the detail beside a text, the beginnings of words count: "f-3" fits "p. F-3".
 *
 * A word in small letters fits either case. Printed hyphens, quotes and blanks are as typed ones.
 * More letters never fit more texts, so a result can be narrowed. Time is linear in the text, of
 * which the first FUZZY_LETTERS are looked at.
 */
#ifndef FOLIO_UI_LISTS_FUZZY_H
#define FOLIO_UI_LISTS_FUZZY_H

#include "base/array.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    FUZZY_LETTERS = 400,
    FUZZY_SOLID = 200 /* a score below it: the letters of a word are only here and there */
};

struct fuzzy_word {
    size_t first, count; /* of the letters */
    bool exact;          /* has a capital: case matters */
};

/* A letter of a text that is looked at. */
struct fuzzy_letter {
    uint32_t code; /* signs made alike */
    uint32_t low;  /* and capitals, too */
    uint32_t at;   /* byte */
    bool start;    /* begins a word */
};

struct fuzzy {
    bool runs; /* only letters that follow one another fit */
    ARRAY(uint32_t) letters;
    ARRAY(struct fuzzy_word) words;
    uint64_t needs;                    /* as fuzzy_letters gives it */
    struct slice of;                   /* the text at hand */
    ARRAY(struct fuzzy_letter) looked; /* its letters; the last stands behind its end */
    ARRAY(size_t) places;              /* where the letters of the word at hand are in it */
};

/* Letters that fit: bytes [from, to) of the text, or of the detail. */
struct fuzzy_mark {
    size_t from, to;
    bool detail;
};

typedef ARRAY(struct fuzzy_mark) fuzzy_marks;

void fuzzy_deinit(struct fuzzy *f);

/* Takes what is typed; `runs` as above. */
void fuzzy_set(struct fuzzy *f, struct slice typed, bool runs);

/* A bit for each letter (groups of rarer ones share a bit) that the text holds: a text that lacks
 * a bit of `needs` cannot fit. */
uint64_t fuzzy_letters(struct slice text);

/* How well the text and the detail fit: -1 not at all, else more is better; 0 when nothing is
 * typed. The letters that fit are added to `marks` when that is not NULL. */
int fuzzy_score(struct fuzzy *f, struct slice text, struct slice detail, fuzzy_marks *marks);

#endif
