/* SPDX-License-Identifier: MIT */
/* Links in the text: selecting, following, listing them. */
#include "ui/links/linking.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void linking_next(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void linking_follow(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void linking_list(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void linking_copy_target(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void linking_forget(struct viewer *v)
{
    (void)v;
}

const struct mode *linking_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
