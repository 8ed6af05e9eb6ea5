/* SPDX-License-Identifier: MIT */
/* The harness: starting and ending a program, letting bytes flow, waiting. */
#include "harness/harness.h"

#include "base/memory.h"
#include "harness/inner.h"
#include "harness/shepherd.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

_Noreturn void inner_die(const char *what)
{
    (void)fprintf(stderr, "harness: %s: %s\n", what, strerror(errno));
    exit(99);
}

long long inner_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- the folder of the program */

static int remove_entry(const char *path, const struct stat *s, int type, struct FTW *place)
{
    (void)s;
    (void)type;
    (void)place;
    return remove(path);
}

static void make_folders(const char *path)
{
    struct buffer b;
    buffer_init(&b);
    for (const char *p = path; *p; p++) {
        buffer_add_byte(&b, *p);
        if ((p[1] == '/' || p[1] == '\0') && mkdir(b.at, 0755) < 0 && errno != EEXIST)
            inner_die(b.at);
    }
    buffer_deinit(&b);
}

static void prepare_home(struct harness *h, const struct harness_setup *setup)
{
    static const char *const folders[] = {"config", "state", "data", "cache", "run"};
    const char *build = getenv("abs_builddir");
    char *here = build ? NULL : getcwd(NULL, 0);
    buffer_addf(&h->home, "%s/tests/home/harness/%s", build ? build : here,
                setup->home ? setup->home : "default");
    free(here);
    if (!setup->keep_home)
        nftw(h->home.at, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        struct buffer b;
        buffer_init(&b);
        buffer_addf(&b, "%s/%s", h->home.at, folders[i]);
        make_folders(b.at);
        buffer_deinit(&b);
    }
}

/* Sets the environment of this process, which is a child that will become the program's. */
static void set_environment(const struct harness *h, const struct harness_setup *setup)
{
    static const char *const folders[][2] = {{"HOME", ""},
                                             {"XDG_CONFIG_HOME", "/config"},
                                             {"XDG_STATE_HOME", "/state"},
                                             {"XDG_DATA_HOME", "/data"},
                                             {"XDG_CACHE_HOME", "/cache"},
                                             {"XDG_RUNTIME_DIR", "/run"}};
    static const char *const removed[] = {"LINES",    "COLUMNS",   "NO_COLOR", "COLORTERM",
                                          "ESCDELAY", "COLORFGBG", "TMUX"};
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        struct buffer b;
        buffer_init(&b);
        buffer_addf(&b, "%s%s", h->home.at, folders[i][1]);
        setenv(folders[i][0], b.at, 1);
        buffer_deinit(&b);
    }
    for (size_t i = 0; i < sizeof removed / sizeof removed[0]; i++)
        unsetenv(removed[i]);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TERM", setup->term ? setup->term : "xterm-256color", 1);
    for (size_t i = 0; setup->environment && setup->environment[i]; i++)
        putenv((char *)(uintptr_t)setup->environment[i]);
}

/* ---- the terminal */

static void on_output(const char *bytes, size_t count, void *user)
{
    struct harness *h = user;
    if (h->typing || h->answers)
        buffer_add(&h->keys, (struct slice){bytes, count});
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct harness *h = user;
    if (property == VTERM_PROP_CURSORVISIBLE)
        h->cursor_visible = value->boolean;
    return 1;
}

/* libvterm 0.1.4 crashes when a wide character comes to a screen of one column. So it never has
 * fewer than two, of which only the first is looked at. */
static int columns_of_screen(const struct harness *h)
{
    return h->columns < 2 ? 2 : h->columns;
}

static void start_screen(struct harness *h)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = on_property};
    h->cursor_visible = true;
    h->vterm = vterm_new(h->rows, columns_of_screen(h));
    vterm_set_utf8(h->vterm, 1);
    vterm_output_set_callback(h->vterm, on_output, h);
    h->screen = vterm_obtain_screen(h->vterm);
    vterm_screen_set_callbacks(h->screen, &callbacks, h);
    vterm_screen_enable_altscreen(h->screen, 1);
    vterm_screen_reset(h->screen, 1);
}

/* The program's standard input; -1 for the terminal. The harness keeps a pipe's other end. */
static int open_input(struct harness *h, const struct harness_setup *setup)
{
    h->input_pipe = -1;
    if (setup->input_file) {
        int fd = open(setup->input_file, O_RDONLY | O_CLOEXEC);
        if (fd < 0)
            inner_die(setup->input_file);
        return fd;
    }
    if (setup->input.len == 0)
        return -1;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        inner_die("pipe");
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    buffer_add(&h->input, setup->input);
    h->input_pipe = ends[1];
    return ends[0];
}

static void start_program(struct harness *h, const struct harness_setup *setup)
{
    int reports[2], commands[2];
    int input = open_input(h, setup);
    struct winsize size = {.ws_row = (unsigned short)h->rows, .ws_col = (unsigned short)h->columns};
    if (pipe2(reports, O_CLOEXEC) < 0 || pipe2(commands, O_CLOEXEC) < 0)
        inner_die("pipe");
    (void)fflush(NULL);
    h->shepherd = forkpty(&h->master, NULL, NULL, &size);
    if (h->shepherd < 0)
        inner_die("forkpty");
    if (h->shepherd == 0) {
        close(reports[0]);
        close(commands[1]);
        if (h->input_pipe >= 0)
            close(h->input_pipe);
        set_environment(h, setup);
        shepherd_run(&(struct shepherd_job){.argv = (char *const *)(uintptr_t)setup->argv,
                                            .environment = environ,
                                            .input = input,
                                            .reports = reports[1],
                                            .commands = commands[0]});
    }
    close(reports[1]);
    close(commands[0]);
    if (input >= 0)
        close(input);
    h->reports = reports[0];
    h->commands = commands[1];
    fcntl(h->master, F_SETFL, O_NONBLOCK);
    fcntl(h->master, F_SETFD, FD_CLOEXEC);
}

struct harness *harness_start(const struct harness_setup *setup)
{
    struct harness *h = memory_alloc(sizeof *h);
    (void)signal(SIGPIPE, SIG_IGN);
    h->rows = setup->rows > 0 ? setup->rows : 24;
    h->columns = setup->columns > 0 ? setup->columns : 80;
    h->answers = setup->answers;
    raw_log_init(&h->log);
    prepare_home(h, setup);
    start_screen(h);
    start_program(h, setup);
    long long end = inner_now() + 10000;
    while (h->program == 0 && inner_now() < end)
        inner_pump(h, 100);
    if (h->program == 0)
        inner_die("the program does not start");
    return h;
}

void harness_end(struct harness *h)
{
    if (!h->ended && h->program > 0)
        kill(h->program, SIGKILL);
    if (h->stopped)
        harness_continue(h, true);
    harness_wait_exit(h, NULL);
    harness_hang_up(h);
    if (h->input_pipe >= 0)
        close(h->input_pipe);
    close(h->reports);
    close(h->commands);
    while (waitpid(h->shepherd, NULL, 0) < 0 && errno == EINTR)
        continue;
    vterm_free(h->vterm);
    raw_log_deinit(&h->log);
    struct buffer *buffers[] = {&h->keys, &h->input, &h->home, &h->row_text, &h->screen_text};
    for (size_t i = 0; i < sizeof buffers / sizeof buffers[0]; i++)
        buffer_deinit(buffers[i]);
    free(h);
}

/* ---- letting bytes flow */

static void take_output(struct harness *h)
{
    char bytes[65536];
    ssize_t n = read(h->master, bytes, sizeof bytes);
    if (n > 0) {
        raw_log_add(&h->log, bytes, (size_t)n);
        vterm_input_write(h->vterm, bytes, (size_t)n);
        for (; h->answers && h->answered_colors < h->log.color_questions; h->answered_colors++)
            buffer_add(&h->keys, SLICE("\033]11;rgb:0000/0000/0000\033\\"));
    } else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
        harness_hang_up(h); /* all has been read, and nobody is left to write */
    }
}

static void take_report(struct harness *h)
{
    struct shepherd_report r;
    ssize_t n = read(h->reports, &r, sizeof r);
    if (n < 0 && errno == EINTR)
        return;
    if (n != (ssize_t)sizeof r) {
        h->ended = true;
        return;
    }
    h->program = r.program;
    h->status = r.status;
    h->stopped = r.kind == SHEPHERD_STOPPED;
    h->ended = r.kind == SHEPHERD_ENDED;
    h->left_cooked = r.cooked;
}

static void give_keys(struct harness *h)
{
    ssize_t n = write(h->master, h->keys.at, h->keys.len);
    if (n <= 0)
        return;
    memmove(h->keys.at, h->keys.at + n, h->keys.len - (size_t)n);
    h->keys.len -= (size_t)n;
}

static void give_input(struct harness *h)
{
    ssize_t n = write(h->input_pipe, h->input.at + h->input_sent, h->input.len - h->input_sent);
    if (n > 0)
        h->input_sent += (size_t)n;
    if (h->input_sent == h->input.len || (n < 0 && errno != EAGAIN && errno != EINTR)) {
        close(h->input_pipe);
        h->input_pipe = -1;
    }
}

void inner_pump(struct harness *h, long long milliseconds)
{
    struct pollfd polls[] = {
        {.fd = h->master, .events = (short)(POLLIN | (h->keys.len > 0 ? POLLOUT : 0))},
        {.fd = h->ended ? -1 : h->reports, .events = POLLIN},
        {.fd = h->input_pipe, .events = POLLOUT},
    };
    if (poll(polls, 3, milliseconds > 0 ? (int)milliseconds : 0) <= 0)
        return;
    if (polls[0].revents & POLLOUT)
        give_keys(h);
    if (polls[0].revents & (POLLIN | POLLHUP | POLLERR))
        take_output(h);
    if (polls[1].revents)
        take_report(h);
    if (polls[2].revents)
        give_input(h);
}

/* ---- waiting */

long long inner_patience(void)
{
    const char *text = getenv("HARNESS_PATIENCE");
    long seconds = text ? strtol(text, NULL, 10) : 0;
    return seconds > 0 ? seconds * 1000 : 10000;
}

bool harness_wait(struct harness *h, harness_predicate *predicate, void *argument)
{
    long long end = inner_now() + inner_patience();
    while (!predicate(h, argument)) {
        long long left = end - inner_now();
        if (left <= 0 || (h->ended && h->master < 0))
            return predicate(h, argument);
        inner_pump(h, left);
    }
    return true;
}

static bool has_stopped(struct harness *h, void *argument)
{
    (void)argument;
    return h->stopped;
}

bool harness_wait_stopped(struct harness *h)
{
    return harness_wait(h, has_stopped, NULL);
}

/* Ended, and all that it wrote was read. */
static bool has_ended(struct harness *h, void *argument)
{
    (void)argument;
    return h->ended && h->master < 0;
}

bool harness_wait_exit(struct harness *h, int *status)
{
    bool ended = harness_wait(h, has_ended, NULL);
    if (status)
        *status = h->status;
    return ended;
}

bool harness_exits_with(struct harness *h, int status)
{
    int s;
    if (!harness_wait_exit(h, &s))
        return false;
    return (WIFSIGNALED(s) ? 128 + WTERMSIG(s) : WEXITSTATUS(s)) == status;
}

/* ---- acting on the program */

int harness_program(const struct harness *h)
{
    return (int)h->program;
}

const char *harness_home(const struct harness *h)
{
    return buffer_text(&h->home);
}

void harness_resize(struct harness *h, int rows, int columns)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    if (rows > 0 && columns > 0) {
        h->rows = rows;
        h->columns = columns;
        vterm_set_size(h->vterm, rows, columns_of_screen(h));
    }
    if (h->master >= 0 && ioctl(h->master, TIOCSWINSZ, &size) < 0)
        inner_die("TIOCSWINSZ");
}

void harness_signal(struct harness *h, int number)
{
    kill(h->program, number);
}

void harness_continue(struct harness *h, bool in_front)
{
    char command = in_front ? SHEPHERD_CONTINUE : SHEPHERD_CONTINUE_BEHIND;
    h->stopped = false;
    if (write(h->commands, &command, 1) != 1)
        inner_die("the shepherd is gone");
}

void harness_hang_up(struct harness *h)
{
    if (h->master >= 0)
        close(h->master);
    h->master = -1;
}

bool harness_is_cooked(struct harness *h)
{
    struct termios modes;
    if (h->ended)
        return h->left_cooked;
    return h->master >= 0 && tcgetattr(h->master, &modes) == 0 && shepherd_is_cooked(&modes);
}
