/* SPDX-License-Identifier: MIT */
/* What may follow a key that begins a sequence. */
#include "ui/helping/hinting.h"

#include "ui/modes.h"
#include "ui/viewer_state.h"

const struct mode *hinting_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT};
    return &mode;
}
