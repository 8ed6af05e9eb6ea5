/* SPDX-License-Identifier: MIT */
/* Changing the theme. */
#include "ui/helping/theming.h"

#include "ui/viewer_state.h"

void theming_theme(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}
