/* SPDX-License-Identifier: MIT */
/* main: from the arguments to one command. Wiring only; the one file that knows all folders. */
#include "config.h"

#include "base/buffer.h"
#include "base/clean.h"
#include "config/arguments.h"
#include "config/themes.h"
#include "input/lost.h"
#include "print/print.h"
#include "print/print_config.h"
#include "search/search.h"
#include "session/session.h"
#include "term/background.h"
#include "term/outside.h"
#include "term/terminal.h"
#include "ui/keeping/recent.h"
#include "ui/taking/gathering.h"
#include "ui/taking/taking.h"
#include "ui/viewer.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
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
        .node = a->on[SWITCH_SCOPE] ? a->value[SWITCH_SCOPE] : a->value[SWITCH_NODE],
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

/* What came of something done outside is told where it is not as the viewer said. */
static void tell(struct viewer *v, struct buffer *say)
{
    if (say->len > 0)
        viewer_tell(v, buffer_text(say));
    buffer_deinit(say);
}

static void copy(struct viewer *v, struct terminal *t)
{
    struct buffer way = {0}, say = {0};
    size_t limit;
    bool commands = taking_clipboard(v, &way, &limit);
    outside_copy(t, viewer_wish_text(v), buffer_text(&way), commands, limit, &say);
    buffer_deinit(&way);
    tell(v, &say);
}

static void run_command(struct viewer *v, struct terminal *t)
{
    struct buffer say = {0};
    const char *command = gathering_command(v);
    if (command)
        outside_pipe(t, viewer_wish_text(v), command, &say);
    else
        outside_edit(t, viewer_wish_text(v), &say);
    tell(v, &say);
}

/* What the viewer wants of the terminal; false when it wants to end. */
static bool obey(struct viewer *v, struct terminal *t)
{
    switch (viewer_wish(v)) {
    case VIEWER_QUIT:
        return false;
    case VIEWER_SUSPEND:
        if (!terminal_suspend(t))
            viewer_tell(v, "this program cannot be suspended here");
        break;
    case VIEWER_REDRAW:
        terminal_redraw(t);
        break;
    case VIEWER_MOUSE_ON:
        terminal_mouse(t, true);
        break;
    case VIEWER_MOUSE_OFF:
        terminal_mouse(t, false);
        break;
    case VIEWER_COPY:
        copy(v, t);
        break;
    case VIEWER_RUN:
        run_command(v, t);
        break;
    case VIEWER_NONE:
        break;
    }
    int rows, columns;
    terminal_size(t, &rows, &columns);
    viewer_resize(v, rows, columns);
    return true;
}

/* When the next drawing is due: at once behind a key, then less and less often while work goes on,
 * as a drawing takes as long as a slice of work. */
struct rhythm {
    double due, pause; /* milliseconds */
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool is_due(struct rhythm *r)
{
    enum { FIRST = 4, LONGEST = 40 };
    double at = now();
    if (at < r->due)
        return false;
    double longer = r->pause > 0 ? r->pause * 2 : FIRST;
    r->pause = longer < LONGEST ? longer : LONGEST;
    r->due = at + r->pause;
    return true;
}

static void show(struct viewer *v, struct terminal *t, struct canvas *canvas)
{
    viewer_draw(v, canvas);
    terminal_show(t, canvas);
}

/* The loop: draw, show, a key, and between keys slices of the work that waits. Keys that are
 * already there are handled before the next drawing, so that a slow line never lags behind. */
static void loop(struct viewer *v, struct terminal *t)
{
    struct canvas canvas;
    struct key key;
    struct rhythm rhythm = {0, 5}; /* the first screen is looked at before more comes */
    canvas_init(&canvas);
    canvas.ascii = terminal_ascii(t);
    bool changed = true;
    for (bool on = obey(v, t); on;) {
        enum terminal_event event = terminal_wait(t, 0, &key);
        if (event == TERMINAL_IDLE) {
            if (changed && is_due(&rhythm)) {
                show(v, t, &canvas);
                changed = false;
            }
            if (viewer_work(v)) { /* it may end in a wish: a long copy, a pipe */
                changed = true;
                on = obey(v, t);
                continue;
            }
            if (changed)
                show(v, t, &canvas);
            changed = true;
            rhythm = (struct rhythm){0, 0};
            event = terminal_wait(t, viewer_delay(v), &key);
            if (event == TERMINAL_IDLE) {
                viewer_idle(v);
                on = obey(v, t);
                continue;
            }
        }
        if (event == TERMINAL_HANGUP)
            break;
        if (event == TERMINAL_BACKGROUND)
            viewer_background(v, terminal_is_light(t));
        if (event == TERMINAL_KEY)
            viewer_key(v, key);
        changed = true;
        rhythm = (struct rhythm){0, 0};
        on = obey(v, t);
    }
    canvas_deinit(&canvas);
}

/* The first thing that the reader should know: a mistake in the configuration, or a warning of the
 * filing. Added to `out` as one line. */
static void first_message(const struct config *config, const struct submission *s,
                          struct buffer *out)
{
    const struct slice *warnings;
    if (config->problems.count > 0) {
        config_write_problem(&config->problems.at[0], out);
        if (config->problems.count > 1)
            buffer_addf(out, " (and %zu more: folio check-config)", config->problems.count - 1);
    } else if (submission_warnings(s, &warnings) > 0) {
        buffer_add(out, warnings[0]);
    }
}

/* How the terminal is to be used, by the arguments and the configuration. */
static struct terminal_options terminal_options_of(const struct arguments *a,
                                                   const struct config *config)
{
    const char *wanted = a->value[SWITCH_COLOR];
    int when = settings_get(&config->settings, OPTION_COLOR);
    if (wanted)
        when = *wanted == 'n'                  ? COLOR_IS_NEVER
               : strcmp(wanted, "always") == 0 ? COLOR_IS_ALWAYS
                                               : COLOR_IS_AUTO;
    return (struct terminal_options){
        .keys = isatty(STDIN_FILENO) ? STDIN_FILENO : -1,
        .screen = STDOUT_FILENO,
        .color = when == COLOR_IS_NEVER    ? TERMINAL_COLOR_NEVER
                 : when == COLOR_IS_ALWAYS ? TERMINAL_COLOR_ALWAYS
                                           : TERMINAL_COLOR_AUTO,
        .ascii = a->on[SWITCH_ASCII] || settings_is(&config->settings, OPTION_ASCII),
        .mouse = settings_is(&config->settings, OPTION_MOUSE),
        .background = config->theme.follows,
        .mend = lost_mend,
    };
}

static bool browse(struct submission *s, const struct arguments *a, struct config *config,
                   struct error *e)
{
    struct terminal_options options = terminal_options_of(a, config);
    struct terminal *t = terminal_open(&options, e);
    if (!t)
        return false;
    if (!terminal_has_color(t))
        themes_without_color(config);
    struct buffer key = {0}, message = {0};
    struct session *session = a->on[SWITCH_NO_STATE] ? NULL : session_open(NULL);
    if (a->files.count > 0)
        session_key(submission_accession(s), submission_bytes(s), &key);
    first_message(config, s, &message);
    struct viewer *v = viewer_new(&(struct viewer_setup){
        .submission = s,
        .files = a->files.count > 1 ? (const char *const *)a->files.at + 1 : NULL,
        .file_count = a->files.count > 1 ? a->files.count - 1 : 0,
        .config = config,
        .session = session,
        .session_key = buffer_slice(&key),
        .place = {0, VIEWER_NOWHERE},
        .node = a->value[SWITCH_NODE],
        .search = a->pattern,
        .message = message.len > 0 ? buffer_text(&message) : NULL,
        .ascii = terminal_ascii(t),
        .restricted = a->on[SWITCH_RESTRICT],
        .recent = a->files.count == 0,
    });
    loop(v, t);
    viewer_save(v);
    terminal_close(t);
    struct error saved = {0};
    if (session && !session_save(session, &saved))
        complain("the place is not remembered", slice_of(saved.message));
    viewer_free(v);
    session_free(session);
    buffer_deinit(&key);
    buffer_deinit(&message);
    return true;
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
        else if (!browse(s, a, config, &e))
            fail(NULL, &e);
        else
            status = STATUS_GOOD;
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
    (void)setlocale(LC_ALL, "");
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
