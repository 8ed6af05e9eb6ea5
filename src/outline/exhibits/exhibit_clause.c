/* SPDX-License-Identifier: MIT */
/* Parts the words that tell of one filing from those that tell of the next. */
#include "outline/exhibits/exhibit_clause.h"

#include "outline/exhibits/exhibit_source.h"
#include "outline/items/line.h"

enum {
    NEAR_REFERENCE = 40, /* from "incorporated" to "reference" */
    NEAR_TO = 12,        /* and on to "to" */
    CLAUSE_BYTES = 2000  /* no clause is longer */
};

static const struct slice INCORPORATED = SLICE_ROW("incorporated");

static bool has(struct slice text, const char *words)
{
    return slice_find_nocase(text, slice_of(words)) < text.len;
}

/* True when the text, which begins with "incorporated", goes on with "by reference to". */
static bool refers(struct slice text)
{
    struct slice near = slice_cut(text, 0, NEAR_REFERENCE);
    size_t at = slice_find_nocase(near, SLICE("reference"));
    struct slice next = slice_cut(text, at + 9, at + 9 + NEAR_TO);
    return at < near.len && (has(next, " to ") || has(next, " from "));
}

static bool names_filing(struct slice text)
{
    return has(text, "registration") || has(text, "proxy statement") || has(text, " report") ||
           exhibit_source_form(text).len > 0;
}

/* Where the exhibit that is named first in the text begins, *end behind it; text.len: none. */
static size_t next_exhibit(struct slice text, size_t from, size_t *end)
{
    struct slice found = exhibit_source_there(slice_cut(text, from, text.len));
    if (found.len == 0)
        return text.len;
    *end = (size_t)(found.at - text.at) + found.len;
    return (size_t)(found.at - text.at);
}

/* Up to the bracket that was open before the text began. */
static struct slice up_to_bracket(struct slice text)
{
    size_t open = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '(')
            open++;
        else if (text.at[i] == ')' && open-- == 0)
            return slice_cut(text, 0, i);
    }
    return text;
}

/* Up to the second exhibit, or form, behind a filing that the first belongs to. */
static struct slice one_filing(struct slice text)
{
    text = slice_cut(text, 0, CLAUSE_BYTES);
    struct slice inner = up_to_bracket(text);
    if (exhibit_source_form(inner).len > 0)
        text = inner;
    size_t end = 0;
    size_t at = next_exhibit(text, 0, &end);
    struct slice form = exhibit_source_form(text);
    if (at < text.len && form.len > 0 && form.at < text.at + at) {
        struct slice second = exhibit_source_form(slice_cut(text, end, text.len));
        return second.len > 0 ? slice_cut(text, 0, (size_t)(second.at - text.at)) : text;
    }
    while (at < text.len) {
        size_t last = end;
        at = next_exhibit(text, last, &end);
        if (at < text.len && names_filing(slice_cut(text, last, at)))
            return slice_cut(text, 0, at);
    }
    return text;
}

/* True when the clause says of which filing it speaks. */
static bool tells(struct slice clause)
{
    return names_filing(clause) || exhibit_source_there(clause).len > 0 ||
           exhibit_source_file(clause).len > 0;
}

/* Where the text says first, from `from` on, by reference to what something is incorporated;
 * text.len: nowhere. A company's name may have the word alone. */
static size_t next_reference(struct slice text, size_t from)
{
    for (size_t at = from; at < text.len; at += INCORPORATED.len) {
        at += slice_find_nocase(slice_cut(text, at, text.len), INCORPORATED);
        if (at < text.len && refers(slice_cut(text, at, text.len)))
            return at;
    }
    return text.len;
}

/* From the first of the words on; empty: there are none. */
static struct slice from_words(struct slice text, const char *const *words)
{
    size_t first = text.len;
    for (; *words != NULL; words++) {
        size_t at = slice_find_nocase(slice_cut(text, 0, first), slice_of(*words));
        first = at < first ? at : first;
    }
    return slice_cut(text, first, text.len);
}

struct slice exhibit_clause(struct slice text)
{
    static const char *const number[] = {"filed as", "(exhibit", "[exhibit", NULL};
    static const char *const filed[] = {"filed with", "filed on", "was filed", "were filed",
                                        "filed as",   "(exhibit", "[exhibit",  NULL};
    static const char *const incorporated[] = {"incorporated", "previously filed", NULL};
    size_t next;
    for (size_t at = next_reference(text, 0); at < text.len; at = next) {
        next = next_reference(text, at + INCORPORATED.len);
        struct slice clause = slice_cut(text, at, next);
        if (tells(clause))
            return one_filing(clause);
    }
    struct slice clause = from_words(text, filed);
    if (names_filing(clause) && exhibit_source_there(clause).len > 0)
        return one_filing(clause);
    clause = from_words(text, number);
    if (tells(clause))
        return one_filing(clause);
    clause = from_words(text, incorporated);
    return one_filing(tells(clause) ? clause : text);
}
