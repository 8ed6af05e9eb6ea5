/* SPDX-License-Identifier: MIT */
/*
 * A form made ready for reading one filing: the rows of its family, their titles folded, and the
 * places (slots) that its Items have in their order.
 *
 * Owns the folded titles; the rows are the catalogue's.
 */
#ifndef FOLIO_OUTLINE_FORM_H
#define FOLIO_OUTLINE_FORM_H

#include "base/arena.h"
#include "base/slice.h"
#include "outline/catalog.h"

#include <stdbool.h>
#include <stddef.h>

struct form_row {
    const struct catalog_item *item;
    size_t slot;          /* rows of one Item share it */
    bool in_force;        /* at the filing's date */
    struct slice *titles; /* folded */
    size_t title_count;
};

struct form {
    const struct catalog_family *family; /* NULL: unknown, no rows */
    struct form_row *rows;
    size_t count;
    size_t slots;
    struct arena arena;
};

/* Makes it ready for a form type and a date, either of which may be empty. Where the family's Items
 * have no order, those of its sibling are there too: an old number may be printed late. */
void form_init(struct form *f, struct slice type, struct slice date);
void form_deinit(struct form *f);

/* True when the form has an Item of that number (in that part, unless it is empty). */
bool form_has(const struct form *f, struct slice number, struct slice part);

/* How well the folded title is one of the number's (in that part, unless it is empty): 0 to 1. */
double form_match(const struct form *f, struct slice number, struct slice part,
                  struct slice folded);

/* True when the folded title is, or goes on from, the title of an Item of another number. */
bool form_is_other(const struct form *f, struct slice number, struct slice folded);

/* The most words of a title of the number that the folded text begins with. */
size_t form_title_words(const struct form *f, struct slice number, struct slice folded);

/* The row whose title, or one of whose other titles, the folded text is as a whole, one in force
 * before one that is not; in a long title words may differ. NULL when there is none. */
const struct form_row *form_titled(const struct form *f, struct slice folded);

/* 1 to 8 for a part of the catalogue that is a roman number, else 0. */
unsigned form_part_number(const char *part);

#endif
