/* SPDX-License-Identifier: MIT */
/* What a report of the mouse means as a key: clicks, double clicks, drags, the wheel. */
#ifndef FOLIO_TERM_MOUSE_H
#define FOLIO_TERM_MOUSE_H

#include "config/key.h"

enum { MOUSE_DOUBLE = 400 /* milliseconds between the clicks of a double click, at most */ };

struct mouse {
    long long last_click; /* when, in milliseconds; what follows was there */
    int row, column;
    bool clicked; /* a second click would make a double click */
};

/* Takes a report in the numbers of xterm's mode 1006: button with its flags, place from 0, and
 * whether it was let go. `now` is in milliseconds. Returns false when it means no key. */
bool mouse_key(struct mouse *m, int button, int row, int column, bool released, long long now,
               struct key *key);

#endif
