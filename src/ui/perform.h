/* SPDX-License-Identifier: MIT */
/*
 * What each action does. The functions are attached to config/actions.def by the same list: an
 * action without one does not compile.
 */
#ifndef FOLIO_UI_PERFORM_H
#define FOLIO_UI_PERFORM_H

#include "ui/pane.h"
#include "ui/viewer.h"

/* Whether what the action moves is only scrolled, so that there is no jump to go back over. */
bool perform_scrolls(enum action_id action);

/* Carries an order out. */
void perform_run(struct viewer *v, const struct order *order);

#endif
