/* SPDX-License-Identifier: MIT */
/* The lines that match a pattern, with their sections. */
#include "ui/lists/matching.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void matching_lines(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

const struct mode *matching_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
