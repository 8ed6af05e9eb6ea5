/* SPDX-License-Identifier: MIT */
/*
 * The terminal's background: whether it is light, for the theme that follows it.
 *
 * A terminal of the xterm kind is asked (OSC 11) behind the first screen, which waits for nothing;
 * its answer comes among the keys, or never. Others are never asked, as they would show the
 * question. Nothing is owned.
 */
#ifndef FOLIO_TERM_BACKGROUND_H
#define FOLIO_TERM_BACKGROUND_H

#include "base/slice.h"

#include <stdbool.h>

/* The question, as it is sent. */
#define BACKGROUND_QUESTION "\033]11;?\033\\"

/* Whether the background is light, as far as $COLORFGBG ("15;0": the last number is its colour)
 * tells; false when it is not set or says nothing. */
bool background_guess(void);

/* True when the terminal that $TERM names takes the question for one. A multiplexer does if it
 * answers by itself. */
bool background_can_ask(void);

/* True when bytes that came (ESC ] ... BEL, or ... ESC \) are the answer; *light is set then. */
bool background_is_answer(struct slice bytes, bool *light);

#endif
