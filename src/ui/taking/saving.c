/* SPDX-License-Identifier: MIT */
/* Saving to a file. */
#include "ui/taking/saving.h"

#include "ui/viewer_state.h"

void saving_save(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}
