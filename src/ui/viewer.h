/* SPDX-License-Identifier: MIT */
/*
 * The viewer: one filing on the screen. Keys go in, a canvas is drawn; it knows no terminal.
 *
 * It owns its panes and what it makes of the submission; submission, configuration and session
 * are the caller's and must outlive it. Between keys the caller gives it time with viewer_work.
 */
#ifndef FOLIO_UI_VIEWER_H
#define FOLIO_UI_VIEWER_H

#include "base/slice.h"
#include "config/config.h"
#include "config/key.h"
#include "guard/errand.h"
#include "input/roll.h"
#include "model/submission.h"
#include "search/search.h"
#include "session/session.h"
#include "ui/canvas.h"

#include <stdbool.h>
#include <stddef.h>

#define VIEWER_NOWHERE ((size_t)-1)

struct viewer_setup {
    struct submission *submission; /* the caller's */
    const char *const *files;      /* further filings, opened when they are gone to */
    size_t file_count;
    const struct config *config;
    struct session *session;  /* NULL: nothing is remembered */
    struct errands *errands;  /* to save by; NULL: nothing can be saved */
    struct slice session_key; /* of this filing; copied */
    struct place place;   /* to open at; offset VIEWER_NOWHERE: where it was left, else the top */
    const char *node;     /* "7A", "2/signatures", "EX-99.1": to open at; NULL: none */
    const char *search;   /* open at the first hit of this pattern; NULL: none */
    const char *message;  /* said at first: a warning, a problem; NULL: none */
    bool ascii;           /* whatever the settings say */
    bool restricted;      /* no saving, piping, editor */
    struct roll *archive; /* begin with the list of its filings; taken. NULL: there is none */
    bool recent;          /* begin with the list of filings read of late */
};

/* What the viewer wants of its caller. */
enum viewer_wish {
    VIEWER_NONE,
    VIEWER_QUIT,
    VIEWER_SUSPEND,
    VIEWER_REDRAW, /* the whole screen anew */
    VIEWER_MOUSE_ON,
    VIEWER_MOUSE_OFF,
    VIEWER_COPY, /* viewer_wish_text to the clipboard */
    VIEWER_RUN   /* what running.h tells, with the terminal given back meanwhile */
};

struct viewer;

struct viewer *viewer_new(const struct viewer_setup *setup);
void viewer_free(struct viewer *v);

void viewer_resize(struct viewer *v, int rows, int columns);

/* Does what the key means. What takes long is left to viewer_work; going to the end or to a part
 * of a filing not scanned yet scans it first, some 20 ms for 100 MB. */
void viewer_key(struct viewer *v, struct key key);

/* Draws on a canvas, which gets the viewer's size if it has another. */
void viewer_draw(struct viewer *v, struct canvas *canvas);

/* Does a slice of the work that waits, a few milliseconds at most. True when it did something, and
 * there may be more and something new to draw; false when nothing waits. */
bool viewer_work(struct viewer *v);

/* Tells the reader something that the caller found out; it stands until the next key. */
void viewer_tell(struct viewer *v, const char *message);

/* The terminal has told its background: a theme that follows it does. */
void viewer_background(struct viewer *v, bool light);

/* The wish that stands, once. */
enum viewer_wish viewer_wish(struct viewer *v);

/* What goes with the wish; good until the next key. */
struct slice viewer_wish_text(const struct viewer *v);

/* Milliseconds without a key after which viewer_idle has something to do; -1: nothing waits. */
int viewer_delay(const struct viewer *v);
void viewer_idle(struct viewer *v);

/* Whether the mouse is the viewer's, by the settings in force. */
bool viewer_mouse(const struct viewer *v);

/* Tells the session the places of all filings. */
void viewer_save(struct viewer *v);

/* Where the reader is: the line at the top. */
struct place viewer_place(const struct viewer *v);

#endif
