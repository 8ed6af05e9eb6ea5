/* SPDX-License-Identifier: MIT */
/* The list of marks: marking_list of marking.h. */
#ifndef FOLIO_UI_KEEPING_MARK_LIST_H
#define FOLIO_UI_KEEPING_MARK_LIST_H

#include "base/slice.h"
#include "ui/viewer.h"

#include <stdbool.h>

/* Gives the mark that is selected in the list the name, or says why not; false when the list is not
 * open. */
bool mark_list_rename(struct viewer *v, struct slice name);

#endif
