/* SPDX-License-Identifier: MIT */
/* The list of hits. */
#include "ui/lists/hit_list.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void hit_list_open(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

const struct mode *hit_list_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
