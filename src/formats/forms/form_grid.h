/* SPDX-License-Identifier: MIT */
/*
 * Tables of a form: like elements as rows, what is in them in columns.
 *
 * What no column is for, and what stands before a column already passed, is said in the cell that
 * is open with its label: nothing is left out, and the document's order is kept.
 */
#ifndef FOLIO_FORMATS_FORMS_FORM_GRID_H
#define FOLIO_FORMATS_FORMS_FORM_GRID_H

#include "formats/forms/form_rules.h"
#include "formats/forms/form_say.h"
#include "formats/forms/form_tree.h"

#include <stdbool.h>
#include <stdint.h>

enum { FORM_GRID_COLUMNS = 64, FORM_GRID_ROWS = 20000 /* of one table */ };

/* The value of an element or attribute. */
struct form_item {
    uint32_t node;
    const struct form_attribute *attribute; /* NULL: the text of the node */
};

struct form_grid_column {
    struct slice parent, name, attribute; /* parent, attribute: may be empty */
    const char *head;                     /* NULL: the words of the name */
    const struct form_code *codes;
    const char *unsaid; /* see form_rules.h */
    unsigned index;     /* of the column it goes to */
};

struct form_grid {
    struct form_grid_column column[FORM_GRID_COLUMNS];
    size_t count;
};

/* The grid of the columns of a rule. */
void form_grid_described(struct form_grid *g, const struct form_column *columns);
/* The grid that like siblings from `row` to `last` make by themselves; false when they make none:
 * other than 2 to 12 columns, values that repeat or are long. */
bool form_grid_guess(struct form_grid *g, const struct form_tree *t, uint32_t row, uint32_t last);

/* Says the siblings from `row` to `last` as tables. */
void form_grid_say(const struct form_grid *g, struct form_say *s, uint32_t row, uint32_t last);

/* For tables made elsewhere: a cell of a head, its lines parted by line feeds. */
void form_grid_head_cell(struct form_say *s, struct slice head, size_t at);

/* Says "(F1)" for the footnotes that an element refers to; false when it does not. */
bool form_grid_note(struct form_say *s, uint32_t node);

#endif
