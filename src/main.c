/* SPDX-License-Identifier: MIT */
/* main: from the arguments to one command. Wiring only; with interactive.c
 * it knows all folders. */
#include "config.h"

#include "base/buffer.h"
#include "base/clean.h"
#include "base/memory.h"
#include "config/arguments.h"
#include "print/print.h"
#include "print/print_config.h"
#include "search/search.h"
#include "session/session.h"
#include "term/background.h"
#include "ui/keeping/recent.h"
#include "interactive.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum status { STATUS_GOOD = 0, STATUS_NO_HIT = 1, STATUS_FAILED = 2, STATUS_BAD_CONFIG = 3 };

#define CUT "was cut short while it was read: its end is lost"

/* One line on standard error: "folio: NAME: WHAT". A file's name may hold anything, and commands no
 * terminal. */
static void complain(const char *name, struct slice what)
{
    struct buffer line = {0};
    buffer_add_text(&line, "folio: ");
    if (name) {
        clean_text(&line, slice_of(name));
        buffer_add_text(&line, ": ");
    }
    clean_text(&line, what);
    (void)fflush(stdout);
    (void)fprintf(stderr, "%s\n", buffer_text(&line));
    buffer_deinit(&line);
}

static enum status fail(const char *name, const struct error *e)
{
    complain(name, slice_of(e->message));
    return STATUS_FAILED;
}

static struct submission *open_submission(const char *path, struct error *e)
{
    struct input *input = input_open(path, e);
    struct submission *s = input ? submission_open(input, e) : NULL;
    if (input && !s)
        input_close(input);
    return s;
}

/* The warnings of a filing, on standard error. */
static void warn(const struct submission *s)
{
    const struct slice *warnings;
    size_t count = submission_warnings(s, &warnings);
    for (size_t i = 0; i < count; i++)
        complain(submission_name(s), warnings[i]);
}

static bool utf8_locale(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool wants_color(const struct arguments *a)
{
    const char *when = a->value[SWITCH_COLOR];
    const char *none = getenv("NO_COLOR");
    if (when && strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    return isatty(STDOUT_FILENO) && !(none && *none);
}

/* The part of the filing that is asked for, as it is told to the command; NULL: all of it. */
static const char *node_of(const struct arguments *a)
{
    static const enum command_switch tells[] = {SWITCH_DOCUMENT, SWITCH_SCOPE, SWITCH_NODE};
    for (size_t i = 0; i < sizeof tells / sizeof *tells; i++)
        if (a->on[tells[i]])
            return a->value[tells[i]];
    return NULL;
}

static struct print_options print_options_of(const struct arguments *a)
{
    const char *width = a->value[SWITCH_WIDTH];
    return (struct print_options){
        .out = stdout,
        .width = width ? (size_t)slice_number(slice_of(width)) : PRINT_WIDTH,
        .marks = !a->on[SWITCH_NO_MARKS],
        .ascii = a->on[SWITCH_ASCII] || !utf8_locale(),
        .color = wants_color(a),
        .json = a->on[SWITCH_JSON],
        .explain = a->on[SWITCH_EXPLAIN],
        .count = a->on[SWITCH_COUNT],
        .file_names = a->files.count > 1,
        .format = a->value[SWITCH_FORMAT],
        .force = a->on[SWITCH_FORCE],
        .folder = a->value[SWITCH_OUTPUT],
        .node = node_of(a),
    };
}

/* One file through one filter. */
static bool filter_file(const struct arguments *a, const struct pattern *pattern, const char *path,
                        size_t *hits, struct error *e)
{
    struct print_options options = print_options_of(a);
    struct submission *s = open_submission(path, e);
    if (!s)
        return false;
    bool good = false;
    if (a->command == COMMAND_GREP)
        good = print_grep(s, pattern, &options, hits, e);
    else if (a->command == COMMAND_OUTLINE)
        good = options.explain ? print_explain(s, &options, e) : print_outline(s, &options, e);
    else if (a->command == COMMAND_TABLES)
        good = print_tables(s, &options, e);
    else if (a->command == COMMAND_EXTRACT)
        good = print_extract(s, &options, e);
    else
        good = print_text(s, &options, e);
    warn(s);
    if (submission_is_cut(s))
        good = error_set(e, ERROR_INPUT, CUT);
    submission_free(s);
    return good;
}

static enum status filter(const struct arguments *a)
{
    enum status status = STATUS_GOOD;
    struct error e = {0};
    struct pattern *pattern = NULL;
    bool any = false;
    if (a->command == COMMAND_GREP) {
        struct pattern_options options = {.literal = a->on[SWITCH_FIXED],
                                          .number = a->on[SWITCH_NUMBER],
                                          .ignore_case = a->on[SWITCH_IGNORE_CASE]};
        pattern = pattern_new(slice_of(a->pattern), options, &e);
        if (!pattern)
            return fail("the pattern", &e);
    }
    for (size_t i = 0; i < a->files.count; i++) {
        size_t hits = 0;
        if (!filter_file(a, pattern, a->files.at[i], &hits, &e))
            status = fail(a->files.at[i], &e);
        any = any || hits > 0;
    }
    if (pattern && !any && status == STATUS_GOOD)
        status = STATUS_NO_HIT;
    pattern_free(pattern);
    return status;
}

static struct config_request config_request_of(const struct arguments *a)
{
    return (struct config_request){
        .theme = a->value[SWITCH_THEME],
        .keys = a->value[SWITCH_KEYS],
        .file = a->value[SWITCH_CONFIG],
        .no_config = a->on[SWITCH_NO_CONFIG],
        .light = background_guess(),
    };
}

static enum status check_config(const struct arguments *a)
{
    const char *file = a->files.count > 0 ? a->files.at[0] : a->value[SWITCH_CONFIG];
    struct config *config = config_check(file, NULL);
    enum status status = STATUS_GOOD;
    for (size_t i = 0; i < config->problems.count; i++)
        if (status != STATUS_FAILED)
            status = config->problems.at[i].error.kind == ERROR_CONFIG ? STATUS_BAD_CONFIG
                                                                       : STATUS_FAILED;
    print_problems(config, stderr);
    config_free(config);
    return status;
}

static enum status list_actions(const struct arguments *a)
{
    struct config_request request = config_request_of(a);
    struct config *config = config_load(&request);
    enum status status = STATUS_GOOD;
    print_actions(config, stdout);
    (void)fflush(stdout);
    if (print_problems(config, stderr) > 0)
        status = STATUS_BAD_CONFIG;
    config_free(config);
    return status;
}

/* A wrong name on the command line ends the program; a mistake in a file is told in the reader. */
static bool usable(const struct config *config)
{
    bool good = true;
    struct buffer line = {0};
    for (size_t i = 0; i < config->problems.count; i++) {
        if (config->problems.at[i].error.kind != ERROR_USAGE)
            continue;
        buffer_clear(&line);
        config_write_problem(&config->problems.at[i], &line);
        complain(NULL, buffer_slice(&line));
        good = false;
    }
    buffer_deinit(&line);
    return good;
}

/* Whether filings were read before, so that there is a list to begin with. */
static bool has_recent(const struct arguments *a)
{
    const struct session_recent *list;
    struct session *session = a->on[SWITCH_NO_STATE] ? NULL : session_open(NULL);
    size_t count = session_recents(session, &list);
    session_free(session);
    return count > 0;
}

/* The file of the command line; without one, what stands below the list of recent filings. */
static struct submission *open_first(const struct arguments *a, struct error *e)
{
    return a->files.count > 0
               ? open_submission(a->files.at[0], e)
               : submission_open(input_from_bytes(RECENT_NOTHING, SLICE(RECENT_WORDS)), e);
}

/* The reader, until it is left. A place that is not remembered is told, but the reading was good.
 */
static enum status browse(struct submission *s, const struct arguments *a, struct config *config)
{
    struct error e = {0}, unsaved = {0};
    struct session *session = a->on[SWITCH_NO_STATE] ? NULL : session_open(NULL);
    bool good = interactive_run(s, a, config, session, &e);
    if (!good)
        fail(NULL, &e);
    else if (session && !session_save(session, &unsaved))
        complain("the place is not remembered", slice_of(unsaved.message));
    session_free(session);
    return good ? STATUS_GOOD : STATUS_FAILED;
}

/* The reader on a terminal; the text when there is none to draw on. */
static enum status view(struct arguments *a)
{
    struct error e = {0};
    bool typed = isatty(STDIN_FILENO);
    if (a->files.count == 0 && typed && !(isatty(STDOUT_FILENO) && has_recent(a))) {
        error_set(&e, ERROR_USAGE, "no file given; try 'folio --help'");
        return fail(NULL, &e);
    }
    if (a->files.count == 0 && !typed)
        array_push(&a->files, "-");
    if (!isatty(STDOUT_FILENO))
        return filter(a);
    struct config_request request = config_request_of(a);
    struct config *config = config_load(&request);
    enum status status = STATUS_FAILED;
    struct submission *s = NULL;
    if (usable(config)) {
        s = open_first(a, &e);
        if (!s)
            fail(a->files.count > 0 ? a->files.at[0] : NULL, &e);
        else
            status = browse(s, a, config);
    }
    submission_free(s);
    config_free(config);
    return status;
}

static enum status run(struct arguments *a)
{
    if (a->on[SWITCH_VERSION]) {
        (void)printf("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
        return STATUS_GOOD;
    }
    if (a->on[SWITCH_HELP]) {
        struct buffer text = {0};
        arguments_help(&text);
        (void)fputs(buffer_text(&text), stdout);
        buffer_deinit(&text);
        return STATUS_GOOD;
    }
    switch (a->command) {
    case COMMAND_VIEW:
        return view(a);
    case COMMAND_CHECK_CONFIG:
        return check_config(a);
    case COMMAND_LIST_ACTIONS:
        return list_actions(a);
    default:
        return filter(a);
    }
}

int main(int argc, char **argv)
{
    struct arguments a;
    struct error e = {0};
    /* Without its locale it would print other marks and letters: not for want of memory. */
    if (!setlocale(LC_ALL, "") && errno == ENOMEM)
        memory_exhausted();
    /* Who started us may have it ignored; a pipe that closes ends a filter all the same. */
    (void)signal(SIGPIPE, SIG_DFL);
    enum status status = arguments_read(&a, argc, argv, &e) ? run(&a) : fail(NULL, &e);
    arguments_deinit(&a);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        (void)fprintf(stderr, "folio: standard output: %s\n", strerror(errno));
        status = STATUS_FAILED;
    }
    return (int)status;
}
