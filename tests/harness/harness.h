/* SPDX-License-Identifier: MIT */
/*
 * The terminal harness: runs a program in a terminal that the test can see and type on.
 *
 * The terminal is libvterm behind a pty. A test starts a program, sends keys, waits until the
 * screen is as it should be, and looks at cells. All waiting has a deadline and ends as
 * soon as what is waited for is there. Rows and columns count from 0. After a failed check
 * the screen is printed.
 *
 *     struct harness *h = harness_start(&(struct harness_setup){.argv = argv});
 *     harness_expect_text(h, "page 1 of 4");
 *     harness_keys(h, "]]");
 *     harness_expect_text(h, "page 2 of 4");
 *     harness_keys(h, "q");
 *     harness_expect_exit(h, 0);
 *     harness_end(h);
 *
 * The program gets the environment of the test, with HOME and the XDG folders in a folder of its
 * own below the build tree, LC_ALL=C.UTF-8, and without LINES, COLUMNS, NO_COLOR and COLORTERM.
 */
#ifndef FOLIO_TESTS_HARNESS_H
#define FOLIO_TESTS_HARNESS_H

#include "base/slice.h"

#include <stdbool.h>

struct harness;

struct harness_setup {
    const char *const *argv;        /* the program's path and arguments, NULL at the end */
    int rows, columns;              /* 0: 24 and 80 */
    const char *term;               /* TERM; NULL: xterm-256color */
    const char *const *environment; /* "NAME=value", NULL at the end; "NAME" takes one away */
    const char *home;               /* the name of the folder for HOME and XDG; NULL: "default" */
    bool keep_home;                 /* what an earlier run left there stays */
    struct slice input;             /* when not empty: what standard input, a pipe, has */
    const char *input_file;         /* a file that is standard input */
    bool answers; /* the terminal answers DA and OSC 11 (black); else it is silent */
};

/* One cell of the screen. Colours: -1 the terminal's own, 0 to 255, 0x1000000 | RGB. */
struct harness_cell {
    char text[32]; /* UTF-8; "" in the second half of a wide character, " " when blank */
    int foreground, background;
    bool bold, italic, underline, reverse;
};

struct harness_cursor {
    int row, column;
    bool visible;
};

/* Starts the program; ends the test program when that is not possible. */
struct harness *harness_start(const struct harness_setup *setup);
/* Ends the program, if it still runs, and frees all. */
void harness_end(struct harness *h);
/* The program's process, for looking at it in /proc. */
int harness_program(const struct harness *h);
/* The folder that is its HOME; the harness's. */
const char *harness_home(const struct harness *h);

/* ---- typing */

/* Keys in the notation of key maps: "]]", "Ctrl-W w", "Alt-Right". Mouse keys have no place and
 * are sent with the functions below. */
void harness_keys(struct harness *h, const char *keys);
/* Bytes as they are: text for a prompt, or sequences. */
void harness_type(struct harness *h, const char *bytes);
void harness_type_bytes(struct harness *h, struct slice bytes);
/* The mouse moves there and presses, or lets go; buttons: 1 left, 4 wheel up, 5 wheel down.
 * Sent only when the program has asked for reports, as a terminal does. */
void harness_mouse(struct harness *h, int row, int column, int button, bool pressed);
void harness_click(struct harness *h, int row, int column);

/* ---- waiting: true when it came in time (10 s; HARNESS_PATIENCE says other seconds) */

typedef bool harness_predicate(struct harness *h, void *argument);
bool harness_wait(struct harness *h, harness_predicate *predicate, void *argument);
bool harness_wait_text(struct harness *h, const char *text);
bool harness_wait_gone(struct harness *h, const char *text);
bool harness_wait_row(struct harness *h, int row, const char *text);
bool harness_wait_cursor(struct harness *h, int row, int column);
/* A private mode of the terminal: 1049 alternate screen, 1000 mouse, 25 cursor. */
bool harness_wait_mode(struct harness *h, int mode, bool set);
/* That the bytes have been sent, now or before. */
bool harness_wait_sent(struct harness *h, const char *bytes);
bool harness_wait_stopped(struct harness *h);
/* That it ends; *status as of waitpid. */
bool harness_wait_exit(struct harness *h, int *status);

/* ---- looking */

/* The text of a row without blanks at its end, of the whole screen; the harness's, until the next
 * call of the same function. */
const char *harness_row_text(struct harness *h, int row);
const char *harness_screen_text(struct harness *h);
/* Where the text stands (in one row); false when it does not. Both may be NULL. */
bool harness_find_text(struct harness *h, const char *text, int *row, int *column);
struct harness_cell harness_cell(struct harness *h, int row, int column);
struct harness_cursor harness_cursor(struct harness *h);
int harness_mode(struct harness *h, int mode); /* 1 set, 0 reset, -1 never mentioned */
/* All bytes that were sent; those sent while dim was on; what OSC 52 copied last (base64). */
struct slice harness_sent(struct harness *h);
const char *harness_dim_text(struct harness *h);
const char *harness_copied(struct harness *h);
/* True when the terminal's modes are those for a shell: lines, echo, signals. Of a program that has
 * ended: when it did. */
bool harness_is_cooked(struct harness *h);

/* ---- acting on the program */

/* Another size; 0 rows or columns are told to the program, but the screen stays. */
void harness_resize(struct harness *h, int rows, int columns);
void harness_signal(struct harness *h, int signal);
/* Continues a stopped program, in front or in the background. */
void harness_continue(struct harness *h, bool in_front);
/* The terminal goes away. */
void harness_hang_up(struct harness *h);

/* ---- checks, with the screen printed when they fail */

void harness_assert_at(struct harness *h, bool holds, const char *what, const char *file, int line);
void harness_print(struct harness *h);
/* That the program has ended, or ends, with this status; a signal counts as 128 + its number. */
bool harness_exits_with(struct harness *h, int status);

#define harness_assert(h, condition)                                                               \
    harness_assert_at((h), (condition), #condition, __FILE__, __LINE__)
#define harness_expect_text(h, text)                                                               \
    harness_assert_at((h), harness_wait_text((h), (text)), "shows " #text, __FILE__, __LINE__)
#define harness_expect_gone(h, text)                                                               \
    harness_assert_at((h), harness_wait_gone((h), (text)), "no longer shows " #text, __FILE__,     \
                      __LINE__)
#define harness_expect_row(h, row, text)                                                           \
    harness_assert_at((h), harness_wait_row((h), (row), (text)), "row " #row " is " #text,         \
                      __FILE__, __LINE__)
#define harness_expect_exit(h, status)                                                             \
    harness_assert_at((h), harness_exits_with((h), (status)), "ends with " #status, __FILE__,      \
                      __LINE__)

#endif
