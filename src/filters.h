/* SPDX-License-Identifier: MIT */
/*
 * The commands that are filters: filings in, lines out; one after another, or by workers.
 * Beside main.c, and like it one that knows all folders.
 */
#ifndef FOLIO_FILTERS_H
#define FOLIO_FILTERS_H

#include "config/arguments.h"
#include "status.h"

/* Runs outline, text (view is that, where there is no terminal), tables, grep or extract over all
 * filings that are named, and says on standard error what went wrong. */
enum status filters_run(const struct arguments *a);

#endif
