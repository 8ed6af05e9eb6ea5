/* SPDX-License-Identifier: MIT */
/* main: from the arguments to one command. Wiring only; with interactive.c
 * it knows all folders. */
#include "config.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "config/arguments.h"
#include "guard/fence.h"
#include "input/filings.h"
#include "print/complain.h"
#include "print/print_config.h"
#include "session/session.h"
#include "term/background.h"
#include "ui/keeping/recent.h"
#include "ui/lists/filing_list.h"
#include "filters.h"
#include "interactive.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum status fail(const char *name, const struct error *e)
{
    complain(stdout, stderr, name, slice_of(e->message));
    return STATUS_FAILED;
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
        complain(stdout, stderr, NULL, buffer_slice(&line));
        good = false;
    }
    buffer_deinit(&line);
    return good;
}

/* Whether filings were read before, so that there is a list to begin with. */
static bool has_recent(const struct arguments *a)
{
    struct session *session = a->on[SWITCH_NO_STATE] ? NULL : session_open(NULL);
    bool any = session_has_recents(session);
    session_free(session);
    return any;
}

/* What is to be read at first: a filing, or *archive, over a filing that is none. */
static struct submission *open_path(const char *path, struct roll **archive, struct error *e)
{
    struct filings *filings = filings_open(path, e);
    struct input *input = NULL;
    const char *name;
    if (!filings)
        return NULL;
    if (filings_many(filings)) {
        *archive = roll_new(filings_archive(filings));
        input = input_from_bytes(RECENT_NOTHING, SLICE(FILING_LIST_WORDS));
    } else if (filings_next(filings, &name)) {
        input = filings_take(filings, e);
    }
    filings_close(filings);
    struct submission *s = input ? submission_open(input, e) : NULL;
    if (input && !s)
        input_close(input);
    return s;
}

/* The file of the command line; without one, what stands below the list of recent filings. */
static struct submission *open_first(const struct arguments *a, struct roll **archive,
                                     struct error *e)
{
    return a->files.count > 0
               ? open_path(a->files.at[0], archive, e)
               : submission_open(input_from_bytes(RECENT_NOTHING, SLICE(RECENT_WORDS)), e);
}

/* The reader, until it is left; from its first file on behind the fence. A place that is not
 * remembered is told, but the reading was good. */
static enum status browse(const struct arguments *a, struct config *config, struct errands *errands)
{
    struct error e = {0}, unsaved = {0};
    struct session *session = a->on[SWITCH_NO_STATE] ? NULL : session_open(NULL);
    (void)fence_files(session_folder(session));
    struct roll *archive = NULL;
    struct submission *s = open_first(a, &archive, &e);
    bool good =
        s && interactive_run(&(struct interactive){s, archive, a, config, session, errands}, &e);
    if (!good)
        fail(!s && a->files.count > 0 ? a->files.at[0] : NULL, &e);
    else if (session && !session_save(session, &unsaved))
        complain(stdout, stderr, "the place is not remembered", slice_of(unsaved.message));
    submission_free(s);
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
        return filters_run(a);
    /* Before anything of a stranger's is read: it keeps the rights that the reader gives up. */
    struct errands *errands = a->on[SWITCH_RESTRICT] ? NULL : errands_start();
    struct config_request request = config_request_of(a);
    struct config *config = config_load(&request);
    enum status status = usable(config) ? browse(a, config, errands) : STATUS_FAILED;
    config_free(config);
    errands_end(errands);
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
        return filters_run(a);
    }
}

/* A descriptor of the first three that is closed would be given to the next file that is opened,
 * which would then be written to. This one can only be read. */
static void keep_standard_descriptors(void)
{
    int fd;
    do
        fd = open("/dev/null", O_RDONLY);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd > STDERR_FILENO)
        close(fd);
}

int main(int argc, char **argv)
{
    struct arguments a;
    struct error e = {0};
    keep_standard_descriptors();
    /* Without its locale it would print other marks and letters: not for want of memory. */
    if (!setlocale(LC_ALL, "") && errno == ENOMEM)
        memory_exhausted();
    /* Who started us may have it ignored; a pipe that closes ends a filter all the same. */
    (void)signal(SIGPIPE, SIG_DFL);
    /* A file that grows beyond a limit is a disk that is full: told, not died of. */
    (void)signal(SIGXFSZ, SIG_IGN);
    enum status status = arguments_read(&a, argc, argv, &e) ? run(&a) : fail(NULL, &e);
    arguments_deinit(&a);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        (void)fprintf(stderr, "folio: standard output: %s\n", strerror(errno));
        status = STATUS_FAILED;
    }
    return (int)status;
}
