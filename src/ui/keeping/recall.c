/* SPDX-License-Identifier: MIT */
/* What is remembered of a filing, taken up again. */
#include "ui/keeping/recall.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void recall_toggle_read(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

const struct mode *recall_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
