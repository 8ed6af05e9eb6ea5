/* SPDX-License-Identifier: MIT */
/* One command over many filings. */
#include "config.h"

#include "filters.h"

#include "batch/batch.h"
#include "batch/name_list.h"
#include "batch/progress.h"
#include "guard/fence.h"
#include "input/filings.h"
#include "input/member_pass.h"
#include "lib/lib_filing.h"
#include "print/complain.h"
#include "print/fields.h"
#include "print/print.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define CUT "was cut short while it was read: its end is lost"

struct filter {
    const struct arguments *arguments;
    struct folio_pattern *pattern; /* of grep */
    struct print_options options;
    struct fields fields;
    bool json; /* one object for a filing, so one for a filing that cannot be read, too */
    struct name_list names;
    struct filings *filings; /* of the name that was come to, when it is an archive */
    struct member_pass pass; /* through the archive whose members are named */
    struct error error;      /* why the job that was given out last cannot be read */
    struct progress progress;
};

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
        .width = width ? (size_t)slice_number(slice_of(width)) : PRINT_WIDTH,
        .marks = !a->on[SWITCH_NO_MARKS],
        .ascii = a->on[SWITCH_ASCII] || !utf8_locale(),
        .color = wants_color(a),
        .json = a->on[SWITCH_JSON],
        .explain = a->on[SWITCH_EXPLAIN],
        .count = a->on[SWITCH_COUNT],
        .file_names = a->files.count > 1 || a->on[SWITCH_FILES_FROM],
        .format = a->value[SWITCH_FORMAT],
        .force = a->on[SWITCH_FORCE],
        .folder = a->value[SWITCH_OUTPUT],
        .node = node_of(a),
    };
}

/* Says something, where there is no line in the way that tells how far it is. */
static void say(struct filter *f, const char *name, struct slice what, FILE *out, FILE *error)
{
    if (error == stderr)
        progress_hide(&f->progress);
    complain(out, error, name, what);
}

static void tell_failure(struct filter *f, const char *name, const char *what, FILE *out,
                         FILE *error)
{
    if (f->json)
        complain_json(out, name, slice_of(what));
    say(f, name, slice_of(what), out, error);
}

static bool print(const struct filter *f, struct folio *filing, const struct print_options *o,
                  size_t *hits, struct error *e)
{
    switch (f->arguments->command) {
    case COMMAND_GREP:
        return print_grep(filing, f->pattern, o, hits, e);
    case COMMAND_OUTLINE:
        return o->explain ? print_explain(filing, o, e) : print_outline(filing, o, e);
    case COMMAND_TABLES:
        return print_tables(filing, o, e);
    case COMMAND_EXTRACT:
        return print_extract(filing, o, e);
    default:
        return print_text(filing, o, e);
    }
}

/* One filing: what it is, and then what was odd about it. It is one of `many`, or the only one. */
static struct batch_result filter_filing(struct filter *f, struct folio *filing, bool many,
                                         FILE *out, FILE *error)
{
    struct print_options options = f->options;
    struct error e = {0};
    size_t hits = 0;
    const char *name = folio_name(filing);
    options.out = out;
    options.file_names = options.file_names || many;
    bool good = print(f, filing, &options, &hits, &e);
    size_t count = folio_warnings(filing);
    for (size_t i = 0; i < count; i++)
        say(f, name, slice_of(folio_warning(filing, i)), out, error);
    if (folio_is_cut(filing))
        good = error_set(&e, ERROR_INPUT, CUT);
    if (!good)
        tell_failure(f, name, e.message, out, error);
    return (struct batch_result){
        .flags = (good && !folio_lacks(filing) ? 0U : BATCH_FAILED) | (hits > 0 ? BATCH_HIT : 0U),
        .filings = 1,
        .bytes = folio_size(filing),
    };
}

/* The same for an input, which is closed; NULL when there is none, and why. */
static struct batch_result filter_input(struct filter *f, const char *name, struct input *input,
                                        bool many, struct error *e, FILE *out, FILE *error)
{
    struct folio *filing = lib_open(input, e);
    if (!filing) {
        tell_failure(f, name, e->message, out, error);
        return (struct batch_result){BATCH_FAILED, 1, 0};
    }
    struct batch_result result = filter_filing(f, filing, many, out, error);
    folio_close(filing);
    return result;
}

/* One job, in a worker: what is in memory already, or else a file. */
static struct batch_result work(void *self, const struct batch_job *job, FILE *out, FILE *error)
{
    struct filter *f = self;
    struct error e = {0};
    struct input *input = NULL;
    int fd = job->fd >= 0 ? fcntl(job->fd, F_DUPFD_CLOEXEC, 0) : -1;
    off_t size = fd >= 0 ? lseek(fd, 0, SEEK_END) : 0;
    if (job->trouble)
        error_set(&e, ERROR_INPUT, "%s", job->trouble);
    else if (job->fd < 0)
        input = filings_only(job->name, &e);
    else if (fd < 0 || size < 0)
        error_set(&e, ERROR_INPUT, "cannot be read: %s", strerror(errno));
    else
        input = input_from_descriptor(job->name, fd, (size_t)size, &e);
    return filter_input(f, job->name, input, job->fd >= 0, &e, out, error);
}

/* Makes the input, which is in memory and goes, or the trouble with it, the job. */
static void give_input(struct filter *f, struct input *input, struct batch_job *job)
{
    if (input) {
        job->fd = fcntl(input_descriptor(input), F_DUPFD_CLOEXEC, 0);
        if (job->fd < 0)
            error_set(&f->error, ERROR_INPUT, "cannot be read: %s", strerror(errno));
        input_close(input);
    }
    job->trouble = f->error.kind != ERROR_NONE ? f->error.message : NULL;
}

/* The next member of the archive whose turn it is, unpacked; false when there are no more. */
static bool next_member(struct filter *f, struct batch_job *job)
{
    f->error = (struct error){0};
    if (!filings_next(f->filings, &job->name)) {
        filings_close(f->filings);
        f->filings = NULL;
        return false;
    }
    give_input(f, filings_take(f->filings, &f->error), job);
    return true;
}

/* Opens the path when it is an archive. A pipe is not to be read twice, nor are words to be lost:
 * all else is opened, and what is wrong with it told, by a worker. */
static bool open_archive(struct filter *f, const char *path)
{
    struct stat status;
    struct error e = {0};
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    f->filings = filings_open(path, &e);
    if (f->filings && filings_many(f->filings)) {
        progress_of_any(&f->progress);
        return true;
    }
    filings_close(f->filings);
    f->filings = NULL;
    return false;
}

/* Whether it is standard input, which is the list of names already. */
static bool is_list(const struct filter *f, const char *path, struct error *e)
{
    return f->names.list == stdin && strcmp(path, "-") == 0 &&
           !error_set(e, ERROR_INPUT, "is the list of names");
}

/* Whether it is one of several members of an archive, perhaps: their archive stays open. */
static bool is_of_many(const struct filter *f, const char *path)
{
    return f->options.file_names && member_pass_is(path);
}

static bool next(void *self, struct batch_job *job)
{
    struct filter *f = self;
    for (;;) {
        *job = (struct batch_job){NULL, NULL, -1};
        if (f->filings && next_member(f, job))
            return true;
        job->name = name_list_next(&f->names);
        f->error = (struct error){0};
        if (job->name && is_list(f, job->name, &f->error)) {
            job->trouble = f->error.message;
        } else if (job->name && is_of_many(f, job->name)) {
            give_input(f, member_pass_take(&f->pass, job->name, &f->error), job);
            return true;
        }
        if (!job->name || !open_archive(f, job->name))
            return job->name != NULL;
    }
}

static void died(void *self, const char *name, const char *why, FILE *out, FILE *error)
{
    tell_failure(self, name, why, out, error);
}

/* One filing in this process; its flags. */
static unsigned filter_here(struct filter *f, const char *name, struct input *input, bool many,
                            struct error *e)
{
    struct batch_result result = filter_input(f, name, input, many, e, stdout, stderr);
    progress_add(&f->progress, &result);
    return result.flags;
}

/* All filings of a path. */
static unsigned filter_path(struct filter *f, const char *path)
{
    unsigned flags = 0;
    struct error e = {0};
    const char *name;
    if (is_of_many(f, path))
        return filter_here(f, path, member_pass_take(&f->pass, path, &e), true, &e);
    struct filings *filings = is_list(f, path, &e) ? NULL : filings_open(path, &e);
    if (!filings)
        return filter_here(f, path, NULL, false, &e);
    bool many = filings_many(filings);
    if (many)
        progress_of_any(&f->progress);
    while (filings_next(filings, &name)) {
        e = (struct error){0};
        flags |= filter_here(f, name, filings_take(filings, &e), many, &e);
    }
    filings_close(filings);
    return flags;
}

static struct batch_result run_alone(struct filter *f)
{
    struct batch_result all = {0};
    const char *path;
    while ((path = name_list_next(&f->names)))
        all.flags |= filter_path(f, path);
    progress_hide(&f->progress);
    return all;
}

/* Whether workers are asked for; standard input is read by one, which may as well be this. */
static bool wants_workers(const struct arguments *a)
{
    bool standard = false;
    for (size_t i = 0; i < a->files.count; i++)
        standard = standard || strcmp(a->files.at[i], "-") == 0;
    return a->on[SWITCH_JOBS] && !standard;
}

/* How many workers descriptors are enough for; of the soft limit all is asked for first. A worker
 * has a socket, and two members of an archive in memory. */
static size_t most_workers(void)
{
    enum { EACH = 3, OTHERS = 16 };
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 1;
    rlim_t soft = limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) == 0)
        soft = limit.rlim_max;
    return soft > OTHERS + EACH ? (size_t)(soft - OTHERS) / EACH : 1;
}

/* How many workers: as many as processors for 0. */
static size_t workers_of(const struct arguments *a)
{
    long long asked = slice_number(slice_of(a->value[SWITCH_JOBS]));
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (asked == 0)
        asked = processors > 0 ? processors : 1;
    size_t workers = (size_t)asked, most = most_workers();
    return workers < most ? workers : most;
}

static enum status run(struct filter *f)
{
    const struct arguments *a = f->arguments;
    struct batch_calls calls = {.self = f, .next = next, .work = work, .died = died};
    struct batch_result all = {0};
    struct error e = {0};
    bool good = true;
    if (!isatty(STDOUT_FILENO) && isatty(STDERR_FILENO))
        progress_init(&f->progress, STDERR_FILENO, name_list_total(&f->names));
    if (wants_workers(a))
        good = batch_run(&calls, workers_of(a), &f->progress, &all, &e);
    else
        all = run_alone(f);
    if (good && f->names.failed)
        good = error_set(&e, ERROR_INPUT, "%s", f->names.failed);
    if (!good)
        complain(stdout, stderr, f->names.failed ? a->value[SWITCH_FILES_FROM] : NULL,
                 slice_of(e.message));
    if (!good || all.flags & BATCH_FAILED)
        return STATUS_FAILED;
    return f->pattern && !(all.flags & BATCH_HIT) ? STATUS_NO_HIT : STATUS_GOOD;
}

/* Reads what the options say; *name is what is wrong with, when that is no option. */
static bool prepare(struct filter *f, const char **name, struct error *e)
{
    const struct arguments *a = f->arguments;
    const char *list = a->value[SWITCH_FILES_FROM];
    char message[FOLIO_ERROR];
    unsigned flags = (a->on[SWITCH_FIXED] ? FOLIO_FIXED : 0) |
                     (a->on[SWITCH_NUMBER] ? FOLIO_NUMBER : 0) |
                     (a->on[SWITCH_IGNORE_CASE] ? FOLIO_IGNORE_CASE : 0);
    if (!fields_read(&f->fields, a->value[SWITCH_FIELDS], a->value[SWITCH_KINDS], e))
        return false;
    f->options.fields = &f->fields;
    *name = list;
    if (!name_list_init(&f->names, a->files.at, a->files.count, list, e))
        return false;
    *name = "the pattern";
    if (a->command == COMMAND_GREP)
        f->pattern = folio_pattern_new(a->pattern, flags, message);
    bool good = a->command != COMMAND_GREP || f->pattern;
    return good || error_set(e, ERROR_PATTERN, "%s", message);
}

enum status filters_run(const struct arguments *a)
{
    struct filter f = {.arguments = a, .options = print_options_of(a)};
    struct error e = {0};
    const char *name = NULL, *format = f.options.format;
    f.json = (f.options.json && !f.options.count) || (format && strcmp(format, "json") == 0);
    bool good = prepare(&f, &name, &e);
    if (a->command != COMMAND_EXTRACT)
        (void)fence_files(NULL); /* nothing but what is open is written from here on */
    if (!good)
        complain(stdout, stderr, name, slice_of(e.message));
    enum status status = good ? run(&f) : STATUS_FAILED;
    filings_close(f.filings);
    member_pass_end(&f.pass);
    folio_pattern_free(f.pattern);
    fields_deinit(&f.fields);
    name_list_deinit(&f.names);
    return status;
}
