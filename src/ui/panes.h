/* SPDX-License-Identifier: MIT */
/* Actions on the panes: which has the keys, the split between them, wrapping, pages or one flow,
 * the mouse. Each is a viewer_run. */
#ifndef FOLIO_UI_PANES_H
#define FOLIO_UI_PANES_H

#include "ui/pane.h"
#include "ui/viewer.h"

void panes_focus_other(struct viewer *v, const struct order *order);
void panes_focus_tree(struct viewer *v, const struct order *order);
void panes_focus_text(struct viewer *v, const struct order *order);
void panes_move_split(struct viewer *v, const struct order *order);
void panes_toggle_tree(struct viewer *v, const struct order *order);
void panes_toggle_wrap(struct viewer *v, const struct order *order);
void panes_toggle_flow(struct viewer *v, const struct order *order);
void panes_toggle_mouse(struct viewer *v, const struct order *order);

#endif
