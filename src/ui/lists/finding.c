/* SPDX-License-Identifier: MIT */
/* The finder of nodes. */
#include "ui/lists/finding.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void finding_open(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

const struct mode *finding_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
