/* SPDX-License-Identifier: MIT */
/* A look at another place, below the text that is read. */
#include "ui/links/peeking.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void peeking_peek(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void peeking_definition(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

const struct mode *peeking_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
