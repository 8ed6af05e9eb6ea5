/* SPDX-License-Identifier: MIT */
/*
 * The terminal: shows canvases and gives keys.
 *
 * Opening it takes over the screen and the signals of the process until it is closed; there is
 * one at a time. It owns copies of the descriptors it was given. Nothing is sent but printable
 * characters and what the terminal's description says.
 *
 * The loop of a program: draw, terminal_show, terminal_wait, handle. Between keys, when work is
 * left, it waits 0 milliseconds.
 */
#ifndef FOLIO_TERM_TERMINAL_H
#define FOLIO_TERM_TERMINAL_H

#include "base/error.h"
#include "config/key.h"
#include "ui/canvas.h"

struct terminal;

enum terminal_color {
    TERMINAL_COLOR_AUTO,   /* as the terminal can, but not when NO_COLOR is set */
    TERMINAL_COLOR_ALWAYS, /* as the terminal can */
    TERMINAL_COLOR_NEVER   /* attributes only */
};

struct terminal_options {
    int keys;   /* the descriptor that keys come from; -1: /dev/tty */
    int screen; /* the descriptor that is drawn on; -1: /dev/tty */
    enum terminal_color color;
    bool ascii;                        /* as if the locale were not UTF-8 */
    bool mouse;                        /* whether the mouse is reported at first */
    bool background;                   /* ask for the background: TERMINAL_BACKGROUND may come */
    bool (*mend)(const void *address); /* see signals_install; NULL is allowed */
};

enum terminal_event {
    TERMINAL_KEY,
    TERMINAL_RESIZE,     /* the size has changed: draw anew */
    TERMINAL_IDLE,       /* the time is over */
    TERMINAL_BACKGROUND, /* the terminal has told its background: terminal_is_light */
    TERMINAL_HANGUP,     /* the terminal is gone, or the program is told to end: save and close */
    TERMINAL_CONTINUED   /* the program was stopped and goes on; the screen is restored already */
};

/* Opens the terminal; the locale must be set. Fails with ERROR_INPUT when there is none, or none
 * that can show a screen; then nothing has been sent. The caller closes it. */
struct terminal *terminal_open(const struct terminal_options *options, struct error *e);

/* Gives the screen back as it was. NULL is allowed. */
void terminal_close(struct terminal *t);

/* The size in rows and columns, at least 1 each. */
void terminal_size(const struct terminal *t, int *rows, int *columns);

/* True when canvases for it are to be in the ASCII mode. */
bool terminal_ascii(const struct terminal *t);

/* False when attributes are all that is seen of a style. */
bool terminal_has_color(const struct terminal *t);

/* Whether its background is light, as it has told last. */
bool terminal_is_light(const struct terminal *t);

/* Shows the canvas; sends only what has changed. A canvas of another size is cut or stands at
 * the top left. */
void terminal_show(struct terminal *t, const struct canvas *canvas);

/* Waits for what comes next, at most so many milliseconds (for ever when negative), but behind an
 * Esc as long as it may be the beginning of more. `key` is set when it is TERMINAL_KEY; Ctrl-C is a
 * key, whether typed or sent as SIGINT. */
enum terminal_event terminal_wait(struct terminal *t, int milliseconds, struct key *key);

/* Stops the program as Ctrl-Z does, the terminal restored meanwhile; returns when it goes on,
 * after which the size may be another. Returns false, and does nothing, when nobody could
 * continue it. */
bool terminal_suspend(struct terminal *t);

/* Gives the screen back for a while, to a command. */
void terminal_lend(struct terminal *t);
/* Takes it back in whatever state it is; the size may be another, and the next terminal_show draws
 * all. With a `message` (one line, printable) that is shown first below what the command has left
 * there, until a key is pressed; NULL: none. */
void terminal_take_back(struct terminal *t, const char *message);

/* Sends bytes that are no part of the screen: for the clipboard. */
void terminal_send(struct terminal *t, struct slice bytes);

/* Sends the whole screen anew at the next terminal_show. */
void terminal_redraw(struct terminal *t);

/* Turns reports of the mouse on or off; off leaves it to the terminal's own selection. */
void terminal_mouse(struct terminal *t, bool on);

#endif
