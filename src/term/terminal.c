/* SPDX-License-Identifier: MIT */
/* The life of the terminal: open, show, wait, suspend, close. */
#include "term/terminal.h"

#include "base/memory.h"
#include "term/background.h"
#include "term/description.h"
#include "term/keyboard.h"
#include "term/outlet.h"
#include "term/painter.h"
#include "term/signals.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

/* No screen is larger; what a terminal says beyond that is not believed. */
enum { SIZE_MOST = 2000 };
/* Bytes that curses may want: when it starts, for a drawing, and for a cell of the screen. */
enum { TO_START = 1024 * 1024, TO_DRAW = 64 * 1024, PER_CELL = 4 * sizeof(cchar_t) };
/* Milliseconds in which a question is answered, if at all. */
enum { ANSWER_TIME = 300 };

#define MOUSE_ON "\033[?1000h\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l\033[?1000l"
/* What a program that was killed leaves: colours, brackets around pastes, all moves of the mouse
 * reported, no cursor. */
#define TIDY "\033[m\033[?2004l\033[?1003l\033[?25h"

struct terminal {
    FILE *keys, *screen;
    struct outlet outlet; /* of the screen's descriptor */
    SCREEN *curses;
    struct termios modes; /* before */
    struct painter painter;
    struct keyboard keyboard;
    long long last_byte; /* when, in milliseconds */
    bool ascii;
    bool has_mouse, mouse; /* can report it; is asked to */
    bool hung_up;
    bool ask;                    /* for the background, with the first screen */
    long long asked_at;          /* in milliseconds */
    int key_flags, screen_flags; /* of the descriptors, while the terminal is lent */
};

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A stream of its own on a descriptor, or on /dev/tty. */
static FILE *open_stream(int fd, const char *mode, struct error *e)
{
    int own =
        fd < 0 ? open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY) : fcntl(fd, F_DUPFD_CLOEXEC, 3);
    if (own < 0 || !isatty(own)) {
        if (own >= 0)
            close(own);
        error_set(e, ERROR_INPUT, "there is no terminal to show a screen on; use folio text");
        return NULL;
    }
    FILE *stream = fdopen(own, mode);
    if (!stream) {
        close(own);
        error_set(e, ERROR_INPUT, "the terminal: %s", strerror(errno));
    }
    return stream;
}

static bool wants_color(enum terminal_color mode)
{
    const char *no_color = getenv("NO_COLOR");
    return mode == TERMINAL_COLOR_ALWAYS ||
           (mode == TERMINAL_COLOR_AUTO && !(no_color && *no_color));
}

/* Bytes that are no part of what curses draws. A terminal that is gone takes none; one that does
 * not wait is waited for, so that no sequence stays half sent. */
void terminal_send(struct terminal *t, struct slice bytes)
{
    while (bytes.len > 0) {
        ssize_t n = write(t->outlet.terminal, bytes.at, bytes.len);
        struct pollfd full = {.fd = t->outlet.terminal, .events = POLLOUT};
        bool again = n < 0 && (errno == EINTR || (errno == EAGAIN && poll(&full, 1, 1000) > 0));
        if (n < 0 && !again)
            return;
        if (n > 0)
            bytes = slice_cut(bytes, (size_t)n, bytes.len);
    }
}

static void send_bytes(struct terminal *t, const char *bytes)
{
    terminal_send(t, slice_of(bytes));
}

/* Curses ends the program by itself, or crashes, when it gets no memory. So it is seen to before
 * that there is some. */
static void make_sure_for(struct winsize size)
{
    memory_make_sure(TO_START + (size_t)size.ws_row * size.ws_col * PER_CELL);
}

/* Tells curses the size that the terminal has now. Returns true when that is news. */
static bool take_size(struct terminal *t)
{
    struct winsize size;
    if (ioctl(fileno(t->screen), TIOCGWINSZ, &size) < 0 || size.ws_row == 0 || size.ws_col == 0)
        return false;
    int rows = size.ws_row < SIZE_MOST ? size.ws_row : SIZE_MOST;
    int columns = size.ws_col < SIZE_MOST ? size.ws_col : SIZE_MOST;
    if (rows == LINES && columns == COLS)
        return false;
    make_sure_for(size);
    return resize_term(rows, columns) == OK;
}

static void prepare_rescue(struct terminal *t)
{
    struct buffer b;
    buffer_init(&b);
    if (t->has_mouse)
        buffer_add_text(&b, MOUSE_OFF);
    description_add_leave(&b);
    signals_set_rescue(t->outlet.terminal, &t->modes, b.at, b.len);
    buffer_deinit(&b);
}

/* Sets up curses on the open streams. Nothing is sent when that fails. */
static bool start_curses(struct terminal *t, const struct terminal_options *options,
                         struct error *e)
{
    struct winsize size = {0};
    (void)ioctl(fileno(t->screen), TIOCGWINSZ, &size);
    make_sure_for(size);
    if (!description_check(fileno(t->screen), e))
        return false;
    /* The size is asked of the terminal; LINES and COLUMNS would freeze it. */
    use_env(FALSE);
    use_tioctl(TRUE);
    tcgetattr(fileno(t->screen), &t->modes);
    /* Before curses starts: it leaves handlers alone that are there. */
    signals_install(options->mend);
    /* Curses sets modes at once; sequences follow when it has started. */
    signals_set_rescue(t->outlet.terminal, &t->modes, "", 0);
    t->curses = newterm(NULL, t->screen, t->keys);
    if (!t->curses) {
        signals_remove(false);
        return error_set(e, ERROR_INPUT,
                         "the terminal type '%s' cannot show a screen; "
                         "use folio text",
                         getenv("TERM"));
    }
    t->has_mouse = description_has_mouse();
    prepare_rescue(t);
    raw();
    noecho();
    nonl();
    typeahead(-1);
    keypad(stdscr, TRUE);
    /* A text that scrolls alone on the screen is moved by the terminal itself. */
    idlok(stdscr, TRUE);
    take_size(t);
    painter_init(&t->painter, wants_color(options->color), t->ascii);
    return true;
}

static void close_streams(struct terminal *t)
{
    if (t->screen)
        outlet_deinit(&t->outlet);
    if (t->keys)
        (void)fclose(t->keys);
    if (t->screen)
        (void)fclose(t->screen);
    free(t);
}

struct terminal *terminal_open(const struct terminal_options *options, struct error *e)
{
    struct terminal *t = memory_alloc(sizeof *t);
    bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    t->ascii = options->ascii || !utf8;
    t->keys = open_stream(options->keys, "r", e);
    t->screen = t->keys ? open_stream(options->screen, "w", e) : NULL;
    if (t->screen)
        outlet_init(&t->outlet, fileno(t->screen));
    if (!t->screen || !start_curses(t, options, e)) {
        close_streams(t);
        return NULL;
    }
    keyboard_init(&t->keyboard, utf8, t->modes.c_cc[VERASE]);
    description_define_keys(&t->keyboard);
    terminal_mouse(t, options->mouse);
    t->ask = options->background && terminal_has_color(t) && background_can_ask();
    return t;
}

/* True while another job of the shell has the terminal: its modes are not ours to set. */
static bool in_background(const struct terminal *t)
{
    pid_t group = tcgetpgrp(fileno(t->screen));
    return group >= 0 && group != getpgrp();
}

static bool any_signal(void)
{
    for (int i = 0; i < SIGNALS_COUNT; i++)
        if (signals_pending((enum signals_flag)i))
            return true;
    return false;
}

/* Waits for bytes or signals, `milliseconds` at most (for ever when negative), and reads the bytes
 * that are there. Returns true when some came. */
static bool read_bytes(struct terminal *t, long long milliseconds)
{
    sigset_t before;
    struct pollfd poll = {.fd = fileno(t->keys), .events = POLLIN};
    struct timespec time = {.tv_sec = milliseconds / 1000,
                            .tv_nsec = milliseconds % 1000 * 1000000};
    signals_block(&before);
    int ready = any_signal() ? 0 : ppoll(&poll, 1, milliseconds < 0 ? NULL : &time, &before);
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (ready <= 0)
        return false;
    size_t room;
    char *space = keyboard_space(&t->keyboard, &room);
    ssize_t n = read(poll.fd, space, room);
    if (n > 0) {
        keyboard_added(&t->keyboard, (size_t)n);
        t->last_byte = now();
        return true;
    }
    if (n == 0 || (errno != EINTR && errno != EAGAIN))
        t->hung_up = true;
    return false;
}

/* An answer that is on its way would come to the shell as if it were typed. */
static void await_answer(struct terminal *t)
{
    while (t->keyboard.asked && !t->hung_up && !keyboard_has_background(&t->keyboard)) {
        long long rest = t->asked_at + ANSWER_TIME - now();
        if (rest <= 0)
            return;
        (void)read_bytes(t, rest);
        if (any_signal())
            return;
    }
}

/* Hands the screen over, until the next refresh or for good. */
static void leave(struct terminal *t)
{
    await_answer(t);
    if (t->has_mouse && t->mouse)
        send_bytes(t, MOUSE_OFF);
    if (!isendwin())
        endwin();
}

void terminal_close(struct terminal *t)
{
    if (!t)
        return;
    if (!in_background(t))
        leave(t);
    signals_remove(t->hung_up || signals_pending(SIGNALS_HANGUP));
    painter_deinit(&t->painter);
    keyboard_deinit(&t->keyboard);
    delscreen(t->curses);
    close_streams(t);
}

void terminal_size(const struct terminal *t, int *rows, int *columns)
{
    (void)t;
    getmaxyx(stdscr, *rows, *columns);
}

bool terminal_ascii(const struct terminal *t)
{
    return t->ascii;
}

bool terminal_has_color(const struct terminal *t)
{
    return t->painter.pairs.colors > 0;
}

bool terminal_is_light(const struct terminal *t)
{
    return t->keyboard.light;
}

static void send_drawing(void *t, struct slice bytes)
{
    terminal_send(t, bytes);
}

void terminal_show(struct terminal *t, const struct canvas *canvas)
{
    if (t->hung_up)
        return;
    memory_make_sure(TO_DRAW);
    /* After a pause curses also sets the modes of the terminal. */
    bool gather = !isendwin();
    if (gather)
        outlet_close(&t->outlet);
    painter_show(&t->painter, canvas);
    if (gather)
        outlet_open(&t->outlet, send_drawing, t);
    if (t->ask) {
        t->ask = false;
        t->keyboard.asked = true;
        t->asked_at = now();
        send_bytes(t, BACKGROUND_QUESTION);
    }
}

void terminal_redraw(struct terminal *t)
{
    (void)t;
    clearok(curscr, TRUE);
}

void terminal_mouse(struct terminal *t, bool on)
{
    if (!t->has_mouse || on == t->mouse)
        return;
    t->mouse = on;
    send_bytes(t, on ? MOUSE_ON : MOUSE_OFF);
}

/* Takes the screen back and shows what was on it. */
static void enter(struct terminal *t)
{
    take_size(t);
    clearok(curscr, TRUE);
    wrefresh(stdscr);
    if (t->has_mouse && t->mouse)
        send_bytes(t, MOUSE_ON);
}

bool terminal_suspend(struct terminal *t)
{
    if (getsid(0) == getpid())
        return false;
    leave(t);
    signals_stop_group();
    signals_take(SIGNALS_STOP);
    signals_take(SIGNALS_CONTINUE);
    signals_take(SIGNALS_RESIZE);
    /* A stopped job that is told to end is continued for that, but has no terminal. */
    t->hung_up = signals_pending(SIGNALS_HANGUP);
    if (!t->hung_up)
        enter(t);
    return true;
}

/* What signals have brought; false when nothing. */
static bool take_signal(struct terminal *t, enum terminal_event *event, struct key *key)
{
    if (t->hung_up || signals_take(SIGNALS_HANGUP)) {
        t->hung_up = true;
        *event = TERMINAL_HANGUP;
        return true;
    }
    if (signals_take(SIGNALS_STOP) && terminal_suspend(t)) {
        *event = TERMINAL_CONTINUED;
        return true;
    }
    if (signals_take(SIGNALS_CONTINUE)) {
        /* Stopped by force: the shell may have changed the modes of the terminal since. */
        leave(t);
        enter(t);
        *event = TERMINAL_CONTINUED;
        return true;
    }
    if (signals_take(SIGNALS_INTERRUPT)) {
        *key = (struct key){.code = 'c', .modifiers = KEY_CTRL};
        *event = TERMINAL_KEY;
        return true;
    }
    if (signals_take(SIGNALS_RESIZE) && take_size(t)) {
        /* What the terminal has made of the old screen, nobody knows. */
        clearok(curscr, TRUE);
        *event = TERMINAL_RESIZE;
        return true;
    }
    return false;
}

void terminal_lend(struct terminal *t)
{
    leave(t);
    t->key_flags = fcntl(fileno(t->keys), F_GETFL);
    t->screen_flags = fcntl(fileno(t->screen), F_GETFL);
}

/* Puts right what a command may have left: another group in front, descriptors that do not wait,
 * modes, the mouse. */
static void put_right(struct terminal *t)
{
    sigset_t output, before;
    sigemptyset(&output);
    sigaddset(&output, SIGTTOU);
    sigprocmask(SIG_BLOCK, &output, &before);
    tcsetpgrp(fileno(t->screen), getpgrp());
    tcsetattr(fileno(t->screen), TCSADRAIN, &t->modes);
    sigprocmask(SIG_SETMASK, &before, NULL);
    (void)fcntl(fileno(t->keys), F_SETFL, t->key_flags);
    (void)fcntl(fileno(t->screen), F_SETFL, t->screen_flags);
    if (t->has_mouse)
        send_bytes(t, TIDY MOUSE_OFF);
}

/* Waits for a key on the screen as it is, and reads it away. */
static void wait_for_key(struct terminal *t)
{
    struct termios modes = t->modes;
    struct key key;
    modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(fileno(t->screen), TCSADRAIN, &modes);
    while (!read_bytes(t, -1) && !t->hung_up && !signals_pending(SIGNALS_HANGUP)) {
        signals_take(SIGNALS_RESIZE);
        signals_take(SIGNALS_CONTINUE);
        signals_take(SIGNALS_INTERRUPT);
        if (signals_take(SIGNALS_STOP))
            signals_stop_group();
    }
    while (keyboard_next(&t->keyboard, true, now(), &key) == KEYBOARD_KEY)
        continue;
}

void terminal_take_back(struct terminal *t, const char *message)
{
    put_right(t);
    if (message && !signals_pending(SIGNALS_HANGUP)) {
        send_bytes(t, message);
        wait_for_key(t);
        send_bytes(t, "\r\n");
    }
    for (int i = 0; i < SIGNALS_COUNT; i++)
        if (i != SIGNALS_HANGUP)
            signals_take((enum signals_flag)i);
    if (!signals_pending(SIGNALS_HANGUP))
        enter(t);
}

enum terminal_event terminal_wait(struct terminal *t, int milliseconds, struct key *key)
{
    long long end = milliseconds < 0 ? -1 : now() + milliseconds;
    for (bool looked = false;;) {
        enum terminal_event event;
        if (take_signal(t, &event, key))
            return event;
        long long time = now();
        long long rest_end = t->last_byte + keyboard_patience(&t->keyboard);
        enum keyboard_result result =
            keyboard_next(&t->keyboard, looked && time >= rest_end, time, key);
        if (result == KEYBOARD_KEY)
            return TERMINAL_KEY;
        if (t->keyboard.told_background) {
            t->keyboard.told_background = false;
            return TERMINAL_BACKGROUND;
        }
        /* Whether an Esc is one is waited for even if no time is given: work that began meanwhile
         * would be waited for as well. */
        bool escape =
            result == KEYBOARD_MORE && keyboard_patience(&t->keyboard) == KEYBOARD_ESCAPE_DELAY;
        /* The terminal is looked at once, even if no time is given. */
        if (looked && !escape && end >= 0 && time >= end)
            return TERMINAL_IDLE;
        long long until = end;
        if (escape || (result == KEYBOARD_MORE && (until < 0 || rest_end < until)))
            until = rest_end;
        read_bytes(t, until < 0 ? -1 : until > time ? until - time : 0);
        looked = true;
    }
}
