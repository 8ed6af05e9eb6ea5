/* SPDX-License-Identifier: MIT */
/*
 * The list of filings read of late, from which one is opened again or taken away.
 *
 * A viewer that begins with the list has a filing of few words in place of one: its name is
 * RECENT_NOTHING, and it goes as soon as another is shown. Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_KEEPING_RECENT_H
#define FOLIO_UI_KEEPING_RECENT_H

#include "ui/pane.h"
#include "ui/viewer.h"

#include <stdbool.h>

struct filing;

/* The name and the text of the filing that is none. */
#define RECENT_NOTHING "no filing is open"
#define RECENT_WORDS                                                                               \
    "No filing is open.\n\n"                                                                       \
    "    :recent          lists the filings read of late\n"                                        \
    "    :open-file PATH  opens another\n"                                                         \
    "    :quit            ends\n"

void recent_list(struct viewer *v, const struct order *order);

/* Whether it is the filing that is none. */
bool recent_is_nothing(const struct filing *f);

/* Closes the filing that is none when another is shown. */
void recent_tidy(struct viewer *v);

#endif
