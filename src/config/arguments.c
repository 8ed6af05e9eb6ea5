/* SPDX-License-Identifier: MIT */
/* From argv to one command with its options and files. */
#include "config/arguments.h"

#include <stdio.h>
#include <string.h>

enum value {
    TAKES_NONE,
    TAKES_NAME,
    TAKES_FILE,
    TAKES_NODE,
    TAKES_NUMBER,
    TAKES_WHEN,
    TAKES_THEME,
    TAKES_KEYS,
    TAKES_FORMAT,
    TAKES_FOLDER,
    TAKES_DOCUMENT
};

static const struct command_row {
    const char *name, *what, *help;
} commands[] = {
#define COMMAND(id, name, what, help) {name, what, help},
#include "config/arguments.def"
};

static const struct switch_row {
    char letter;
    const char *name;
    enum value value;
    const char *commands, *help;
} switches[] = {
#define SWITCH(id, letter, name, value, commands, help)                                            \
    {letter, name, TAKES_##value, commands, help},
#include "config/arguments.def"
};

static const char *const value_names[] = {"",     "NAME", "FILE",   "ID",  "N",     "WHEN",
                                          "NAME", "NAME", "FORMAT", "DIR", "N|TYPE"};

static bool applies(const struct switch_row *row, enum command command)
{
    struct slice rest = slice_of(row->commands);
    if (slice_equal(rest, SLICE("*")))
        return true;
    while (rest.len > 0) {
        size_t end = slice_find(rest, SLICE(" "));
        if (slice_equal(slice_cut(rest, 0, end), slice_of(commands[command].name)))
            return true;
        rest = slice_cut(rest, end + 1, rest.len);
    }
    return false;
}

static bool check_value(const struct switch_row *row, const char *value, struct error *e)
{
    struct slice text = slice_of(value);
    if (row->value == TAKES_NUMBER && (slice_number(text) < 0 || slice_number(text) > 100000))
        return error_set(e, ERROR_USAGE, "--%s takes a number, not '%s'", row->name, value);
    if (row->value == TAKES_WHEN && !slice_equal(text, SLICE("auto")) &&
        !slice_equal(text, SLICE("always")) && !slice_equal(text, SLICE("never")))
        return error_set(e, ERROR_USAGE, "--%s takes auto, always or never, not '%s'", row->name,
                         value);
    if (row->value == TAKES_FORMAT && !slice_equal(text, SLICE("csv")) &&
        !slice_equal(text, SLICE("tsv")) && !slice_equal(text, SLICE("md")) &&
        !slice_equal(text, SLICE("json")))
        return error_set(e, ERROR_USAGE, "--%s takes csv, tsv, md or json, not '%s'", row->name,
                         value);
    return true;
}

/* Takes an option that was recognised; its value is `value` or the next argument. */
static bool take(struct arguments *a, size_t row, const char *value, char **argv, int *i,
                 struct error *e)
{
    const struct switch_row *s = &switches[row];
    a->on[row] = true;
    if (s->value == TAKES_NONE)
        return !value || error_set(e, ERROR_USAGE, "--%s takes no value", s->name);
    if (!value)
        value = argv[*i + 1] ? argv[++*i] : NULL;
    if (!value)
        return error_set(e, ERROR_USAGE, "--%s needs a value (%s)", s->name, value_names[s->value]);
    a->value[row] = value;
    return check_value(s, value, e);
}

static bool take_long(struct arguments *a, char **argv, int *i, struct error *e)
{
    const char *text = argv[*i] + 2, *equals = strchr(text, '=');
    struct slice name = {text, equals ? (size_t)(equals - text) : strlen(text)};
    for (size_t row = 0; row < SWITCHES; row++)
        if (slice_equal(name, slice_of(switches[row].name)))
            return take(a, row, equals ? equals + 1 : NULL, argv, i, e);
    return error_set(e, ERROR_USAGE, "there is no option '%s'; --help lists them", argv[*i]);
}

static bool take_letters(struct arguments *a, char **argv, int *i, struct error *e)
{
    for (const char *letter = argv[*i] + 1; *letter; letter++) {
        size_t row = 0;
        while (row < SWITCHES && switches[row].letter != *letter)
            row++;
        if (row == SWITCHES)
            return error_set(e, ERROR_USAGE, "there is no option '-%c'; --help lists them",
                             *letter);
        /* "-j4": what follows the letter is its value. */
        const char *value = switches[row].value != TAKES_NONE && letter[1] ? letter + 1 : NULL;
        if (!take(a, row, value, argv, i, e))
            return false;
        if (value)
            return true;
    }
    return true;
}

/* Whether all that was given goes with the command. */
static bool check(const struct arguments *a, struct error *e)
{
    for (size_t row = 0; row < SWITCHES; row++)
        if (a->on[row] && !applies(&switches[row], a->command))
            return error_set(e, ERROR_USAGE, "--%s does not go with %s", switches[row].name,
                             commands[a->command].name);
    if (a->command == COMMAND_GREP && !a->pattern)
        return error_set(e, ERROR_USAGE, "grep needs a pattern and a file");
    if (a->on[SWITCH_EXPLAIN] && a->on[SWITCH_JSON])
        return error_set(e, ERROR_USAGE, "--explain does not go with --json");
    if ((a->on[SWITCH_FIELDS] || a->on[SWITCH_KINDS]) && !a->on[SWITCH_JSON])
        return error_set(e, ERROR_USAGE, "--fields and --kinds go with --json");
    if (a->command == COMMAND_EXTRACT && !a->on[SWITCH_OUTPUT])
        return error_set(e, ERROR_USAGE, "extract needs a folder to write into (-o DIR)");
    if (a->on[SWITCH_ALL] && a->on[SWITCH_DOCUMENT])
        return error_set(e, ERROR_USAGE, "--all does not go with --document");
    bool needs = a->command == COMMAND_OUTLINE || a->command == COMMAND_TEXT ||
                 a->command == COMMAND_TABLES || a->command == COMMAND_GREP ||
                 a->command == COMMAND_EXTRACT;
    if (needs && a->files.count == 0 && !a->on[SWITCH_FILES_FROM])
        return error_set(e, ERROR_USAGE, "%s needs a file ('-' for standard input)",
                         commands[a->command].name);
    if ((a->command == COMMAND_CHECK_CONFIG && a->files.count > 1) ||
        (a->command == COMMAND_LIST_ACTIONS && a->files.count > 0))
        return error_set(e, ERROR_USAGE, "too many arguments for %s", commands[a->command].name);
    return true;
}

static void take_word(struct arguments *a, const char *word)
{
    if (a->command == COMMAND_GREP && !a->pattern)
        a->pattern = word;
    else if (a->command == COMMAND_VIEW && word[0] == '+' && word[1] == '/')
        a->pattern = word + 2;
    else
        array_push(&a->files, word);
}

bool arguments_read(struct arguments *a, int argc, char **argv, struct error *e)
{
    *a = (struct arguments){.command = COMMAND_VIEW};
    int i = 1;
    for (size_t c = 0; argc > 1 && c < COMMAND_COUNT; c++) {
        if (strcmp(argv[1], commands[c].name) == 0) {
            a->command = (enum command)c;
            i = 2;
        }
    }
    for (bool options = true; i < argc; i++) {
        const char *word = argv[i];
        if (!options || word[0] != '-' || word[1] == '\0') {
            take_word(a, word);
        } else if (strcmp(word, "--") == 0) {
            options = false;
        } else if (!(word[1] == '-' ? take_long(a, argv, &i, e) : take_letters(a, argv, &i, e))) {
            return a->on[SWITCH_HELP] || a->on[SWITCH_VERSION];
        }
    }
    return a->on[SWITCH_HELP] || a->on[SWITCH_VERSION] || check(a, e);
}

void arguments_deinit(struct arguments *a)
{
    array_deinit(&a->files);
}

void arguments_help(struct buffer *out)
{
    buffer_add_text(out, "Usage: folio [COMMAND] [OPTION]... [FILE]...\n"
                         "Reads filings as EDGAR publishes them; '-' is standard input.\n\n"
                         "Commands:\n");
    for (size_t c = 0; c < COMMAND_COUNT; c++)
        buffer_addf(out, "  %-12s %-16s %s\n", commands[c].name, commands[c].what,
                    commands[c].help);
    buffer_add_text(out, "\nOptions:\n");
    for (size_t row = 0; row < SWITCHES; row++) {
        const struct switch_row *s = &switches[row];
        struct buffer names = {0};
        if (s->letter != ' ')
            buffer_addf(&names, "-%c, ", s->letter);
        buffer_addf(&names, "--%s %s", s->name, value_names[s->value]);
        buffer_addf(out, "  %-22s %s", buffer_text(&names), s->help);
        if (strcmp(s->commands, "*") != 0)
            buffer_addf(out, " (%s)", s->commands);
        buffer_add_byte(out, '\n');
        buffer_deinit(&names);
    }
    buffer_add_text(out, "  +/PATTERN              open at the first hit (view)\n\n"
                         "In the reader: F1 shows the keys, q leaves. `?` searches backwards and "
                         "`h` goes left in\nthe vi keys; `--keys less` has h for help.\n"
                         "Exit status: 0 good (grep: hits), 1 no hits, 2 wrong usage or a file "
                         "that cannot be\nread, 3 mistakes in a configuration (check-config).\n");
}
