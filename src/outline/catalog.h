/* SPDX-License-Identifier: MIT */
/*
 * The catalogue of forms: their Items by date, as catalog.def has them. Nothing outside of formats
 * and model, where a type may say how bytes are written, knows a form by its name but from here.
 *
 * All that is handed out is constant and lives as long as the program. Dates are
 * YYYY-MM-DD; an empty one is any.
 */
#ifndef FOLIO_OUTLINE_CATALOG_H
#define FOLIO_OUTLINE_CATALOG_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum catalog_order {
    FORM_ORDER, /* Items come in the order of their rows */
    PART_ORDER, /* the same, and each part counts its Items from 1 */
    ANY_ORDER,
    NO_ITEMS
};

enum catalog_expect {
    EXPECTED,
    IF_ANY, /* expected, but may be left out when there is nothing to report */
    OPTIONAL
};

/* Filings that may leave Items out. */
enum catalog_leave {
    CATALOG_REDUCED, /* of wholly-owned subsidiaries: the reduced disclosure format */
    CATALOG_POOL     /* of issuers of asset-backed securities */
};

/* What a form reports on. */
enum catalog_span {
    CATALOG_NO_SPAN, /* events, or nothing that has an end */
    CATALOG_YEAR,
    CATALOG_QUARTER,
    CATALOG_SPAN /* a half year, a month, a transition */
};

struct catalog_item {
    const char *family;
    const char *part; /* "II", or "" */
    const char *number;
    enum catalog_expect expect;
    const char *from;
    const char *to;
    const char *title;
    const char *aliases; /* divided by '|' */
};

struct catalog_family {
    const char *id;
    enum catalog_order order;
    const char *from;
    const char *to;
    const char *forms; /* divided by '|' */
};

/* The family of the form type as a header or a cover spells it ("10-K405/A", "10KSB") at that
 * date; where several have the form and none is known to fit, the last. NULL: an unknown form. */
const struct catalog_family *catalog_family(struct slice form, struct slice date);

/* The family that has the same forms at other dates, or NULL. */
const struct catalog_family *catalog_sibling(const struct catalog_family *family);

/* All rows of its Items, of any date. */
size_t catalog_items(const struct catalog_family *family, const struct catalog_item **items);

/* True when the form never has the part: a prospectus has no "Part II" of a registration. */
bool catalog_lacks_part(struct slice form, struct slice part);

/* What the form reports on. */
enum catalog_span catalog_covers(struct slice form);

/* True when such a filing may leave the Item out. */
bool catalog_may_omit(const struct catalog_item *item, enum catalog_leave leave);

/* True when the row is in force at the date. */
bool catalog_in_force(const struct catalog_item *item, struct slice date);

/* True when `number` ("9A(T)", "4t", "2.02") is the row's number. */
bool catalog_is_number(const struct catalog_item *item, struct slice number);

/* How well the printed title is the row's, or one of its other titles: 0 to 1. */
double catalog_match(const struct catalog_item *item, struct slice printed);

/* The title of a part ("Other Information"), or "". */
const char *catalog_part_title(const struct catalog_family *family, const char *part);

/* The number of the Item that a line of ITEM INFORMATION declares, which is a number or a title; a
 * slice of the catalogue or of `line`; empty when it is none of the form's. */
struct slice catalog_declared(struct slice form, struct slice date, struct slice line);

/* True when the document type is an exhibit's ("EX-99.1"); `*number` is what it says behind "EX-",
 * which may be empty. */
bool catalog_exhibit_type(struct slice type, struct slice *number);

/* True when the exhibits of the form are lettered: "(a)(1)(A)", "Exhibit A". */
bool catalog_letters_exhibits(struct slice form, struct slice date);

/* What exhibits of this number ("99.1", "3(i)") are, or "". */
const char *catalog_exhibit_name(struct slice number);

#endif
