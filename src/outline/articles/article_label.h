/* SPDX-License-Identifier: MIT */
/*
 * The grammar of an agreement's labels: "ARTICLE IV", "Section 4.02.", "§ 4.2", "4.2.1", "1.",
 * "1   Title", "EXHIBIT A", "RECITALS".
 *
 * It says what the letters are, not whether they are a heading. Positions are bytes of the text
 * that was given.
 */
#ifndef FOLIO_OUTLINE_ARTICLES_ARTICLE_LABEL_H
#define FOLIO_OUTLINE_ARTICLES_ARTICLE_LABEL_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum article_word {
    ARTICLE_WORD, /* "ARTICLE IV"; "FOURTH:", which has no name */
    SECTION_WORD, /* "Section 4.2", "§ 4.2" */
    NUMBER_ONLY,  /* "4.2", "1." */
    ANNEX_WORD,   /* "ANNEX B", "SCHEDULE 1", "EXHIBIT A", "APPENDIX", "ATTACHMENT 2" */
    OPENING_WORD, /* "WITNESSETH:", "RECITALS", alone on the line */
    WITNESS_WORD  /* "IN WITNESS WHEREOF", which the signatures follow */
};

enum { ARTICLE_DEPTH = 4 };

struct article_label {
    enum article_word word;
    unsigned depth; /* of numbers: 1 for "4", 2 for "4.2"; 0: none */
    unsigned numbers[ARTICLE_DEPTH];
    struct slice name;    /* the word as its line has it: "ANNEX", "§" */
    struct slice printed; /* the number: "IV", "4.02", "FOUR", "A-1"; a slice of the text */
    bool separator;       /* a full stop, colon or dash stands behind the number */
    bool paragraph;       /* "(a)" is glued to it */
    size_t end;           /* where the text behind the label begins, or the text's length */
};

/* Reads the label that begins at byte `at`; false when none does. */
bool article_label(struct slice text, size_t at, struct article_label *label);

/* True when a label can begin so: a cheap test, as most lines have none. */
static inline bool article_label_may(const char *at, size_t len)
{
    if (len < 2)
        return false;
    switch (at[0]) {
    case 'A': /* ARTICLE, ANNEX, APPENDIX, ATTACHMENT */
        return at[1] == 'R' || at[1] == 'r' || at[1] == 'N' || at[1] == 'n' || at[1] == 'P' ||
               at[1] == 'p' || at[1] == 'T' || at[1] == 't' || at[1] == ' ';
    case 'S': /* SECTION, SCHEDULE, SECOND: */
        return at[1] == 'E' || at[1] == 'e' || at[1] == 'C' || at[1] == 'c' || at[1] == ' ' ||
               at[1] == 'I';
    case 'E': /* EXHIBIT, EIGHTH: */
        return at[1] == 'X' || at[1] == 'x' || at[1] == ' ' || at[1] == 'I' || at[1] == 'L';
    case 'I': /* IN WITNESS */
        return at[1] == 'N' || at[1] == 'n';
    case 'W': /* WITNESSETH */
        return at[1] == 'I' || at[1] == 'i' || at[1] == ' ';
    case 'R': /* RECITALS */
        return at[1] == 'E' || at[1] == 'e' || at[1] == ' ';
    case 'B': /* BACKGROUND */
        return at[1] == 'A' || at[1] == 'a';
    case 'P': /* PREAMBLE, PRELIMINARY STATEMENT */
        return at[1] == 'R' || at[1] == 'r';
    case 'F': /* FIRST:, FOURTH: */
        return at[1] == 'I' || at[1] == 'O';
    case 'T': /* THIRD:, TENTH:, TWELFTH: */
        return at[1] == 'H' || at[1] == 'E' || at[1] == 'W';
    case 'N': /* NINTH: */
        return at[1] == 'I';
    case '\xC2':
        return at[1] == '\xA7';
    default:
        return byte_is_digit(at[0]) &&
               (at[1] == '.' || byte_is_blank(at[1]) ||
                (byte_is_digit(at[1]) && len > 2 &&
                 (at[2] == '.' || byte_is_blank(at[2]) || byte_is_digit(at[2]))));
    }
}

/* "1   Introduction": a number without stop or depth, which as often begins the row of a list. */
static inline bool article_label_is_bare(const struct article_label *label)
{
    return label->word == NUMBER_ONLY && label->depth == 1 && !label->separator;
}

/* Writes the label as a tree shows it ("Article IV", "Section 4.2", "Annex B"), and as an id
 * ("article-iv", "section-4.2"). Numbers alone are sections. */
void article_label_write(const struct article_label *label, struct buffer *out);
void article_label_id(const struct article_label *label, struct buffer *out);

#endif
