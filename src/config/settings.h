/* SPDX-License-Identifier: MIT */
/*
 * The settings: a value for each option of options.def.
 *
 * A plain value. BOOL is 0 or 1, CHOICE the index of the choice (enum below where C needs it),
 * NUMBER the number; a WIDTH is asked for by settings_columns, a TEXT by settings_text.
 */
#ifndef FOLIO_CONFIG_SETTINGS_H
#define FOLIO_CONFIG_SETTINGS_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

enum option_id {
#define OPTION(id, name, type, value, minimum, maximum, choices, help) OPTION_##id,
#include "config/options.def"
    OPTION_COUNT
};

enum option_type {
    OPTION_IS_BOOL,
    OPTION_IS_NUMBER,
    OPTION_IS_CHOICE,
    OPTION_IS_WIDTH,
    OPTION_IS_TEXT
};

/* How many options are texts, and the bytes that the longest may have. */
enum { SETTINGS_TEXTS = 2, SETTINGS_TEXT_LONGEST = 400 };

/* The choices of "scope" and "color", in the order of the table. */
enum { SCOPE_IS_PAGE, SCOPE_IS_SECTION, SCOPE_IS_DOCUMENT, SCOPE_IS_FILING };
enum { COLOR_IS_AUTO, COLOR_IS_ALWAYS, COLOR_IS_NEVER };

struct option {
    enum option_id id;
    const char *name;
    enum option_type type;
    const char *value; /* the default, as it is written */
    int minimum, maximum;
    const char *choices; /* with a blank between; of a TEXT the names that it may have in
                          * braces; without any it is no template */
    const char *help;
};

struct settings {
    int values[OPTION_COUNT]; /* a WIDTH in per cent is kept below 0; of a TEXT its length */
    char texts[SETTINGS_TEXTS][SETTINGS_TEXT_LONGEST]; /* in the order of the table */
};

/* All options at their default. */
void settings_init(struct settings *settings);

int settings_get(const struct settings *settings, enum option_id option);
/* The same as a truth. */
bool settings_is(const struct settings *settings, enum option_id option);
/* A WIDTH as columns of a terminal that is `total` columns wide. */
int settings_columns(const struct settings *settings, enum option_id option, int total);

/* A TEXT; good as long as the settings are there and not changed. */
struct slice settings_text(const struct settings *settings, enum option_id option);

/* Puts a value that the program itself made; it is brought into the option's range. Not
 * for a TEXT. */
void settings_put(struct settings *settings, enum option_id option, int value);

/* Sets an option by its name from a written value. Fails with ERROR_CONFIG, without a place, and
 * changes nothing then. */
bool settings_set(struct settings *settings, struct slice name, struct slice value,
                  struct error *e);

/* What `:set` takes: "wrap", "nowrap", "wrap!" (the other value; of a choice, the next),
 * "name=value" or "name value". Fails as settings_set does. *changed (may be NULL) is the option.
 */
bool settings_command(struct settings *settings, struct slice text, enum option_id *changed,
                      struct error *e);

/* Adds the value as it is written. */
void settings_write(const struct settings *settings, enum option_id option, struct buffer *out);

const struct option *option_get(enum option_id id);
/* The option of that name; NULL when there is none. */
const struct option *option_find(struct slice name);
/* The values that can be listed, from 0 on: "yes" and "no", or the choices; an empty slice behind
 * the last. */
struct slice option_choice(const struct option *option, size_t index);

#endif
