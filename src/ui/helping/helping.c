/* SPDX-License-Identifier: MIT */
/* The help, by topic. */
#include "ui/helping/helping.h"

#include "ui/help.h"
#include "ui/viewer_state.h"

void helping_show(struct viewer *v, const struct order *order)
{
    (void)order;
    if (sheet_shows(v->sheet, help_compose)) {
        sheet_close(v->sheet);
        return;
    }
    sheet_open(v->sheet, "the help", help_compose, v->config->keymap);
    viewer_arrange(v);
}
