/* SPDX-License-Identifier: MIT */
/*
 * A number as it is printed: where it stands, and what it says.
 *
 * "1,234.50", "1234.5" and "1 234.5" say the same; "12/31/2003", "3.1.2", "10:30" and "2nd" are no
 * numbers. What stands around it (a minus, parentheses, a percent sign, "million") may be in other
 * cells of its row.
 */
#ifndef FOLIO_SEARCH_NUMBER_H
#define FOLIO_SEARCH_NUMBER_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct number {
    size_t start, end; /* bytes of the text: first digit or point, behind the last digit */
    uint64_t digits;   /* without zeros at their end: the number is digits * 10^power */
    int power;         /* 0 for zero */
    int shown;         /* the power of the last digit that is printed: -2 for "1.50" */
    bool grouped;      /* in thousands: "1,234" */
};

/* The first number that begins in [from, to) of the text, UTF-8; `from` must not be inside one.
 * False when there is none. Numbers of more than 18 digits are passed over. */
bool number_next(struct slice text, size_t from, size_t to, struct number *n);

/* The number that is made of `n` and what stands behind it, where blanks part the thousands, as in
 * "29 267"; false when nothing of the kind stands there. It may as well be two numbers. */
bool number_joined(struct slice text, const struct number *n, struct number *joined);

/* What is said around a number. */
struct number_side {
    bool negative;     /* a minus, or parentheses around it */
    bool percent;      /* "%" or "percent" */
    int unit;          /* of "thousand", "million", "bn" ...: 3, 6, 9, 12; else 0 */
    size_t start, end; /* the number with the signs that touch it */
    size_t beyond;     /* behind all that is said */
};

struct number_side number_around(struct slice text, const struct number *n);

/* 10^power, for 0 to 19. */
uint64_t number_ten(int power);

/* How many digits a number has; 0 for 0. */
int number_count(uint64_t digits);

#endif
