/* SPDX-License-Identifier: MIT */
/*
 * The help: the keys in force, from the key map and the table of actions, all of them or those of
 * a topic; the options with their values; the colours as they look.
 */
#ifndef FOLIO_UI_HELP_H
#define FOLIO_UI_HELP_H

#include "config/keymap.h"
#include "config/settings.h"
#include "ui/sheet.h"

/* The topics: a group of actions each, then what has no actions. */
enum {
    HELP_OPTIONS = GROUP_COUNT,
    HELP_COLORS,
    HELP_TOPICS,
    HELP_ALL = HELP_TOPICS /* all groups */
};

/* What a sheet of help is composed from; all must outlive it. */
struct help {
    const struct keymap *map;
    const struct settings *settings;
    int topic;
};

/* Composes the sheet from a `struct help`. */
void help_compose(struct sheet *sheet, const void *help);

/* The word for a topic: "moving", "tables" ...; "" behind the last. */
const char *help_topic_name(int topic);
/* The topic that a word names or begins; HELP_TOPICS when there is none. */
int help_topic_find(struct slice word);

#endif
