/* SPDX-License-Identifier: MIT */
/* Selecting text, by characters or lines. */
#include "ui/taking/selecting.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void selecting_begin(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void selecting_swap(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void selecting_word(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

const struct mode *selecting_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
