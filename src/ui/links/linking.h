/* SPDX-License-Identifier: MIT */
/* Links in the text: selecting, following, listing them. Functions with an order are viewer_runs.
 */
#ifndef FOLIO_UI_LINKS_LINKING_H
#define FOLIO_UI_LINKS_LINKING_H

#include "config/key.h"
#include "ui/pane.h"
#include "ui/viewer.h"

struct mode;

/* The next link, or the one before, by the action of the order; in a look at a definition, the next
 * definition. */
void linking_next(struct viewer *v, const struct order *order);
void linking_follow(struct viewer *v, const struct order *order);
void linking_list(struct viewer *v, const struct order *order);
void linking_copy_target(struct viewer *v, const struct order *order);

/* No link is selected any longer. */
void linking_forget(struct viewer *v);

/* The mouse was pressed in the text of the window with the keys, and let go: at one place of the
 * screen, a link is followed; with a double click the term there is looked up. */
void linking_press(struct viewer *v, struct key key);
void linking_release(struct viewer *v, struct key key);

/* The row of the table in modes.c. */
const struct mode *linking_mode(void);

#endif
