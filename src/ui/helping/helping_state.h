/* SPDX-License-Identifier: MIT */
/* What the files of helping/ keep between keys. Made when first needed; the viewer's. */
#ifndef FOLIO_UI_HELPING_HELPING_STATE_H
#define FOLIO_UI_HELPING_HELPING_STATE_H

#include "ui/help.h"
#include "ui/viewer.h"

struct helping {
    struct help help;         /* what the sheet shows */
    size_t came_from;         /* its top when something was looked for */
    struct buffer theme;      /* the name that was given last; empty: the configuration's */
    bool light;               /* the terminal's background */
    struct buffer words;      /* see helping_words */
    struct buffer keys;       /* of the sheet that mapping.c shows */
    bool had_sheet, had_list; /* one was open after the last key */
};

struct helping *helping_of(struct viewer *v);

#endif
