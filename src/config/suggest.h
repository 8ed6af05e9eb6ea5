/* SPDX-License-Identifier: MIT */
/*
 * "Did you mean ...?": the name that looks most like a wrong one, if it is near: a third of the
 * letters may differ, but not the first.
 *
 * Start with suggest_init, offer all names there are, then read `best`. Nothing is owned; the
 * offered names must outlive the use of `best`.
 */
#ifndef FOLIO_CONFIG_SUGGEST_H
#define FOLIO_CONFIG_SUGGEST_H

#include "base/slice.h"

struct suggest {
    struct slice wrong;
    const char *best; /* NULL when no name comes near */
    size_t distance;  /* letters changed, of the best so far */
};

void suggest_init(struct suggest *s, struct slice wrong);
void suggest_offer(struct suggest *s, const char *name);

/* "; did you mean " and the name behind it, or "" twice: for two %s of a message. */
const char *suggest_words(const struct suggest *s);
const char *suggest_name(const struct suggest *s);

#endif
