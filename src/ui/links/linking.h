/* SPDX-License-Identifier: MIT */
/* Links in the text: selecting, following, listing them. Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_LINKS_LINKING_H
#define FOLIO_UI_LINKS_LINKING_H

#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

void linking_next(struct viewer *v, const struct order *order);
void linking_follow(struct viewer *v, const struct order *order);
void linking_list(struct viewer *v, const struct order *order);
void linking_copy_target(struct viewer *v, const struct order *order);

/* No link is selected any longer. */
void linking_forget(struct viewer *v);

/* The row of the table in modes.c. */
const struct mode *linking_mode(void);

#endif
