/* SPDX-License-Identifier: MIT */
/*
 * Forms as data: what an element of a form is called and how it is set.
 *
 * A form without rules is set by what its elements hold; a rule says what that cannot know: the
 * printed title, the columns of a table, what a code means. A path is the name of an element,
 * "name", or that of its parent too, "parent/name".
 */
#ifndef FOLIO_FORMATS_FORMS_FORM_RULES_H
#define FOLIO_FORMATS_FORMS_FORM_RULES_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a code means; an array ends with {NULL, NULL}. */
struct form_code {
    const char *code, *meaning;
};

/* A column: "a", "b/a", "a@x" for an attribute. Head NULL: goes into the column before it. In a
 * head, a line feed begins a new line. An array ends with {NULL}. */
struct form_column {
    const char *path;
    const char *head;
    const struct form_code *codes; /* told below the table when they occur */
    const char *unsaid;            /* a value of an attribute that goes without saying; or NULL */
};

enum form_how {
    FORM_AUTO,    /* as any XML is, under this label */
    FORM_SECTION, /* a heading; the level is that of its depth when the rule gives none */
    FORM_INSIDE,  /* not spoken of: only what is in it */
    FORM_CHECK,   /* a box, ticked or not, before the label */
    FORM_TEXT,    /* paragraphs; the label, if any, on a line above */
    FORM_NOTE,    /* its id, then its text: a footnote */
    FORM_LINE,    /* all that is in it on one line */
    FORM_ROWS     /* it and the like that follow are the rows of a table, the label its heading */
};

struct form_rule {
    const char *path;
    const char *label; /* NULL: the words of its name */
    enum form_how how;
    unsigned level; /* of a heading */
    const struct form_code *codes;
    const struct form_column *columns;
};

/* A kind of form. */
struct form_kind {
    const char *word; /* "Form" before the type in the title; NULL: the name is the title */
    const char *name; /* in words */
    const struct form_rule *rules; /* end with {0}; may be NULL */
};

/* The kind that the root element and the type that the document gives tell; false: none known. */
bool form_rules_find(struct slice root, struct slice type, struct form_kind *kind);

/* Rules that hold for all forms, behind those of the form. */
const struct form_rule *form_rules_common(void);

/* The rules of single forms. */
const struct form_rule *form_rules_ownership(void);
const struct form_rule *form_rules_managers(void);
const struct form_rule *form_rules_schedule_13d(void);
const struct form_rule *form_rules_schedule_13g(void);
const struct form_rule *form_rules_offering(void);
const struct form_rule *form_rules_notice(void);
const struct form_rule *form_rules_portfolio(void);
const struct form_rule *form_rules_fee(void);
const struct form_rule *form_rules_xbrl(void);

#endif
