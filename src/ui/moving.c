/* SPDX-License-Identifier: MIT */
/* By sentences, and placing what one is at on the screen. */
#include "ui/moving.h"

#include "ui/viewer_state.h"

void moving_sentence(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void moving_place(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}
