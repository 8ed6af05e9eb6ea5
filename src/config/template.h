/* SPDX-License-Identifier: MIT */
/*
 * A template: a line with names in braces, each of which stands for a value.
 *
 *     {company}[, Form {form}][, p. {page}]
 *
 * What is in brackets is left out when a name in them has no value. Brackets do not stand in
 * brackets. Behind a backslash any sign stands for itself.
 */
#ifndef FOLIO_CONFIG_TEMPLATE_H
#define FOLIO_CONFIG_TEMPLATE_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

/* Checks the template: braces and brackets are closed, and its names are among `names`, which have
 * a blank between. Fails with ERROR_CONFIG, whose message tells the character (from 1) and the
 * name that may be meant; `what` says in it what the template is of. */
bool template_check(struct slice text, const char *what, const char *names, struct error *e);

/* Adds the value of the name to `out`; nothing when there is none. */
typedef void template_value(const void *self, struct slice name, struct buffer *out);

/* Adds the template, filled in, to `out`. One that template_check refuses is filled in as far as it
 * can be read. */
void template_fill(struct slice text, template_value *value, const void *self, struct buffer *out);

#endif
