/* SPDX-License-Identifier: MIT */
/* The tree narrowed to nodes with a text or a property. */
#include "ui/lists/filtering.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

void filtering_tree(struct viewer *v, const struct order *order)
{
    (void)order;
    viewer_say(v, ROLE_MESSAGE, "not there yet");
}

const struct mode *filtering_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
