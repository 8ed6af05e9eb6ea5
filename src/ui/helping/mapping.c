/* SPDX-License-Identifier: MIT */
/* What keys do, and binding them for this run. */
#include "ui/helping/mapping.h"

#include "ui/viewer_state.h"

void mapping_map(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}
