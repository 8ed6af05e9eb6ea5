/* SPDX-License-Identifier: MIT */
/* The state of notes, for their own files: noting, note_list and note_export. Nobody else includes
 * this. */
#ifndef FOLIO_UI_KEEPING_NOTING_STATE_H
#define FOLIO_UI_KEEPING_NOTING_STATE_H

#include "ui/keeping/kept.h"
#include "ui/viewer.h"

struct noting {
    /* What the words that are typed are a note on, or what is to be removed: its name, else the
     * place of a new one. */
    struct buffer name;
    struct kept_place place;
    struct buffer told;  /* the name of the note that was told last, while it is in sight */
    struct buffer names; /* of the rows of the list, each with a line end behind it */
    struct buffer path;  /* of the file that is there already */
};

/* Made when it is first asked for. */
struct noting *noting_state(struct viewer *v);

/* Removes a passage, and says so; of one with a note it is asked first. */
void noting_remove(struct viewer *v, struct slice name);

#endif
