/* SPDX-License-Identifier: MIT */
/*
 * The arguments of the program: one command, its options, its files.
 *
 * A plain value; the texts in it are those of argv.
 */
#ifndef FOLIO_CONFIG_ARGUMENTS_H
#define FOLIO_CONFIG_ARGUMENTS_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>

enum command {
#define COMMAND(id, name, what, help) COMMAND_##id,
#include "config/arguments.def"
    COMMAND_COUNT
};

enum command_switch {
#define SWITCH(id, letter, name, value, commands, help) SWITCH_##id,
#include "config/arguments.def"
    SWITCHES
};

struct arguments {
    enum command command;
    bool on[SWITCHES];           /* the option was given */
    const char *value[SWITCHES]; /* of an option that takes one */
    const char *pattern;         /* of grep; of view, +/PATTERN */
    ARRAY(const char *) files;
};

/* Reads argv; ERROR_USAGE in words for the user. With --help or --version nothing else is checked.
 * The caller ends it with arguments_deinit in any case. */
bool arguments_read(struct arguments *a, int argc, char **argv, struct error *e);
void arguments_deinit(struct arguments *a);

/* Adds the text of --help, made from the table. */
void arguments_help(struct buffer *out);

#endif
