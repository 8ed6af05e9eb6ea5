/* SPDX-License-Identifier: MIT */
/*
 * The list of filings: those that are open, and those of the archives that were opened, from which
 * one is chosen to be read.
 *
 * An archive is gone through between keys; a filing of it is unpacked when it is chosen, and its
 * reader may stop that. Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_LISTS_FILING_LIST_H
#define FOLIO_UI_LISTS_FILING_LIST_H

#include "input/roll.h"
#include "ui/pane.h"
#include "ui/viewer.h"

#include <stdbool.h>

struct mode;

/* The text of what stands below the list while no filing of an archive was chosen: a filing that is
 * none, as in recent.h. */
#define FILING_LIST_WORDS                                                                          \
    "No filing is open.\n\n"                                                                       \
    "    :files           lists those of the archive\n"                                            \
    "    :open-file PATH  opens another\n"                                                         \
    "    :quit            ends\n"

void filing_list_open(struct viewer *v, const struct order *order);

/* Adds the filings of an archive, which the list takes, and opens it. */
void filing_list_add(struct viewer *v, struct roll *archive);

/* What the reader waits for: rows of the list that is shown, or the filing that was chosen. A slice
 * of it; false when nothing is waited for. */
bool filing_list_wait(struct viewer *v);

/* The row of the table in modes.c. */
const struct mode *filing_list_mode(void);

#endif
