/* SPDX-License-Identifier: MIT */
/*
 * Numbers of exhibits as the rows of an index print them: "10.1", "3(i)", "(10)(iii)(A)", "31-A",
 * "101.INS", "4.1-4.3", with marks in front and behind ("10.23*+").
 *
 * Nothing is owned: slices are of the line.
 */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_NUMBER_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_NUMBER_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum exhibit_shape {
    EXHIBIT_PLAIN,  /* digits only, "27" or "(99)": as any list may have them */
    EXHIBIT_SHAPED, /* "10.1", "3(i)", "31-A", "Exhibit 99": as only exhibits are numbered */
    EXHIBIT_SUB,    /* "(a)", "(ii)", "B.": goes on with the number of a row above */
    EXHIBIT_LETTERS /* "(a)(1)(A)", as in tender offers, or "Exhibit A" */
};

struct exhibit_number {
    enum exhibit_shape shape;
    struct slice text;          /* of EXHIBIT_SUB and EXHIBIT_LETTERS with its brackets, of the
                                 * others as printed but for a closing bracket behind the digits */
    struct slice front, behind; /* the marks, or empty */
    size_t end;                 /* behind number and marks */
    unsigned major;             /* the digits that it begins with; 0: none */
    bool bracket;               /* "(10)": `text` has the closing bracket left in it when more
                                 * follows */
    bool word;                  /* "Exhibit" stands in front */
};

/* Reads the number at the front of the line; false when there is none. */
bool exhibit_number_read(struct slice line, struct exhibit_number *n);

/* Behind the signs, and blanks, in front of a number: "* 10.1". */
size_t exhibit_number_signs(struct slice line);

/* Takes the next mark off the front of `rest`: a run of one sign ("*", "**", a dagger), or small
 * figures in brackets ("(1)"). False when there is none. */
bool exhibit_number_next_mark(struct slice *rest, struct slice *mark);

/* The number that goes on with a list, or range, of numbers: behind "3(a) through", "3(a) and";
 * empty: none. `before`, a slice of the text, is the number in front. */
struct slice exhibit_number_joined(struct slice text, struct slice before);

/* The marks at the end of the text, which may be parted by blanks: "Plan.*+ (1)"; empty: none. */
struct slice exhibit_number_tail(struct slice text);

#endif
