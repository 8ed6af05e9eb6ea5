/* SPDX-License-Identifier: MIT */
/* The list of filings read of late. */
#include "ui/keeping/recent.h"

#include "ui/viewer_state.h"

void recent_list(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}
