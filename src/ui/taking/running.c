/* SPDX-License-Identifier: MIT */
/* Piping through a command, and the editor. */
#include "ui/taking/running.h"

#include "ui/viewer_state.h"

void running_pipe(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

void running_edit(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}
