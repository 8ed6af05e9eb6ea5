/* SPDX-License-Identifier: MIT */
/* Copying the selection or the paragraph. */
#include "ui/taking/copying.h"

#include "ui/viewer_state.h"

void copying_copy(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}
