/* SPDX-License-Identifier: MIT */
/*
 * Styles of sub-headings: how the headings of one part of a document (an Item, the notes, or all of
 * a document without Items) are set, and which of these ranks above which.
 *
 * Learnt from the lines themselves: a style that headings have is followed by text, or by a lower
 * style; a style whose lines follow each other is that of a list or a table.
 */
#ifndef FOLIO_OUTLINE_SUBHEADS_SUBHEAD_STYLES_H
#define FOLIO_OUTLINE_SUBHEADS_SUBHEAD_STYLES_H

#include "outline/heads/heads.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SUBHEAD_STYLES = 24, SUBHEAD_BODY = 90 };
#define SUBHEAD_NO_STYLE ((uint8_t)0xFF)

struct subhead_style {
    uint16_t set; /* SET_..., and */
    bool chapter; /* only those that a contents list names */
    uint8_t size;
    uint8_t rank;    /* 0 the highest; a style with a single heading shares the next one's,
                      * but where that heading stands right on top of one of these */
    size_t count;    /* lines that have it */
    size_t followed; /* of these: text, or another style, follows */
    size_t vouched;  /* of these: known or listed */
    size_t captions; /* of these: only a table follows */
    size_t listed;   /* of these: a contents list names them */
    size_t tops;     /* of the listed: one that no list names stands right below, */
    size_t bottoms;  /* or above */
    bool good;
};

struct subhead_group {
    struct subhead_style styles[SUBHEAD_STYLES];
    size_t count;
    uint16_t above[SUBHEAD_STYLES][SUBHEAD_STYLES]; /* [a][b]: a stands right on top of b */
    size_t ranks;
};

/* The style of the head, made when it is new; SUBHEAD_NO_STYLE when there are too many. */
uint8_t subhead_style_of(struct subhead_group *g, const struct head *head, size_t body_size);

/* Where headings of two ranks are set alike, and a contents list names the higher ones only: the
 * style of those that it names, made when it is new. Else `style`. */
uint8_t subhead_style_listed(struct subhead_group *g, uint8_t style);

/* To be called when all lines were counted: judges the styles and ranks the good ones. */
void subhead_styles_rank(struct subhead_group *g, bool printed, size_t body_size);

#endif
