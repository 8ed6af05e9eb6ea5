/* SPDX-License-Identifier: MIT */
/* The loop of the reader, and what it does with the terminal. Wiring only. */
#include "interactive.h"

#include "base/buffer.h"
#include "config/themes.h"
#include "guard/fence.h"
#include "input/lost.h"
#include "term/outside.h"
#include "term/terminal.h"
#include "ui/taking/gathering.h"
#include "ui/taking/taking.h"
#include "ui/viewer.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

/* What came of something done outside is told where it is not as the viewer said. */
static void tell(struct viewer *v, struct buffer *say)
{
    if (say->len > 0)
        viewer_tell(v, buffer_text(say));
    buffer_deinit(say);
}

static void copy(struct viewer *v, struct terminal *t, struct errands *errands)
{
    struct buffer way = {0}, say = {0};
    size_t limit;
    taking_clipboard(v, &way, &limit);
    outside_copy(t, errands, viewer_wish_text(v), buffer_text(&way), limit, &say);
    buffer_deinit(&way);
    tell(v, &say);
}

static void run_command(struct viewer *v, struct terminal *t, struct errands *errands)
{
    struct buffer say = {0};
    const char *command = gathering_command(v);
    if (command)
        outside_pipe(t, errands, viewer_wish_text(v), command, &say);
    else
        outside_edit(t, errands, viewer_wish_text(v), &say);
    tell(v, &say);
}

/* What the viewer wants of the terminal; false when it wants to end. */
static bool obey(struct viewer *v, struct terminal *t, struct errands *errands)
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
        copy(v, t, errands);
        break;
    case VIEWER_RUN:
        run_command(v, t, errands);
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
static void loop(struct viewer *v, struct terminal *t, struct errands *errands)
{
    struct canvas canvas;
    struct key key;
    canvas_init(&canvas);
    canvas.ascii = terminal_ascii(t);
    bool changed = false, on = obey(v, t, errands);
    if (on)
        show(v, t, &canvas);
    /* Half a millisecond for which the first screen does not wait, but the first key does. */
    (void)fence_calls();
    struct rhythm rhythm = {now() + 10, 10}; /* the first screen is looked at before more comes */
    while (on) {
        enum terminal_event event = terminal_wait(t, 0, &key);
        if (event == TERMINAL_IDLE) {
            if (changed && is_due(&rhythm)) {
                show(v, t, &canvas);
                changed = false;
            }
            if (viewer_work(v)) { /* it may end in a wish: a long copy, a pipe */
                changed = true;
                on = obey(v, t, errands);
                continue;
            }
            if (changed)
                show(v, t, &canvas);
            changed = true;
            rhythm = (struct rhythm){0, 0};
            event = terminal_wait(t, viewer_delay(v), &key);
            if (event == TERMINAL_IDLE) {
                viewer_idle(v);
                on = obey(v, t, errands);
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
        on = obey(v, t, errands);
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

bool interactive_run(const struct interactive *i, struct error *e)
{
    const struct arguments *a = i->arguments;
    struct submission *s = i->submission;
    struct config *config = i->config;
    struct terminal_options options = terminal_options_of(a, config);
    struct terminal *t = terminal_open(&options, e);
    if (!t) {
        roll_free(i->archive);
        return false;
    }
    if (!terminal_has_color(t))
        themes_without_color(config);
    struct buffer key = {0}, message = {0};
    if (a->files.count > 0 && !i->archive)
        session_key(submission_accession(s), submission_bytes(s), &key);
    first_message(config, s, &message);
    struct viewer *v = viewer_new(&(struct viewer_setup){
        .submission = s,
        .files = a->files.count > 1 ? (const char *const *)a->files.at + 1 : NULL,
        .file_count = a->files.count > 1 ? a->files.count - 1 : 0,
        .config = config,
        .session = i->session,
        .errands = i->errands,
        .session_key = buffer_slice(&key),
        .place = {0, VIEWER_NOWHERE},
        .node = i->archive ? NULL : a->value[SWITCH_NODE],
        .search = i->archive ? NULL : a->pattern,
        .message = message.len > 0 ? buffer_text(&message) : NULL,
        .ascii = terminal_ascii(t),
        .restricted = a->on[SWITCH_RESTRICT],
        .archive = i->archive,
        .recent = a->files.count == 0,
    });
    loop(v, t, i->errands);
    viewer_save(v);
    terminal_close(t);
    viewer_free(v);
    buffer_deinit(&key);
    buffer_deinit(&message);
    return true;
}
