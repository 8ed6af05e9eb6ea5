/* SPDX-License-Identifier: MIT */
/* Marks: setting them, going to them, listing them. */
#include "ui/keeping/marking.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void marking_set(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void marking_go(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void marking_list(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

const struct mode *marking_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
