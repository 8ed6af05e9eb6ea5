/* SPDX-License-Identifier: MIT */
/*
 * The state of a viewer, for the files that make it up: viewer, viewer_keys, viewer_work,
 * viewer_draw, perform (what each action does), going (places), leafing (documents), searching,
 * search_scope and commands. Nobody else includes this.
 */
#ifndef FOLIO_UI_VIEWER_STATE_H
#define FOLIO_UI_VIEWER_STATE_H

#include "config/keymap.h"
#include "config/settings.h"
#include "ui/sheet.h"
#include "ui/hunt.h"
#include "ui/pane.h"
#include "ui/prompt.h"
#include "ui/screen_plan.h"
#include "ui/shelf.h"
#include "ui/text_pane.h"
#include "ui/tree_pane.h"
#include "ui/viewer.h"

/* What an order may have to wait for. */
enum viewer_need {
    NEED_NOTHING,
    NEED_OUTLINE,   /* of a document */
    NEED_PAGES,     /* all pages of a document counted */
    NEED_DOCUMENTS, /* another document than those found, or the end of the file */
    NEED_FILE       /* the whole file scanned */
};

typedef void viewer_run(struct viewer *v, const struct order *order);

/* An order that cannot be carried out yet. */
struct viewer_waiting {
    enum viewer_need need;
    size_t document;
    viewer_run *run;
    struct order order; /* its argument is in `argument` */
    struct buffer argument;
};

struct viewer {
    struct submission *submission;
    const struct config *config;
    struct session *session;
    struct buffer session_key;
    struct settings settings; /* as :set has changed them */
    bool ascii;

    struct shelf *shelf;
    struct text_pane *text;
    struct tree_pane *tree;
    struct sheet *sheet; /* the help, or what the header says */
    struct prompt prompt;
    int rows, columns;
    struct screen_plan plan;
    bool focus_tree;
    bool dragging; /* the line between the panes */

    struct key pressed[KEYMAP_KEYS]; /* a sequence that is not complete */
    size_t pressed_count;
    long count;
    struct buffer message;
    enum role message_role;
    enum viewer_wish wish;
    struct viewer_waiting waiting;
    bool scan_next; /* whose turn it is: scanning or the outline */

    struct hunt hunt;
    struct buffer pattern; /* that was entered last */
    struct place current;  /* the hit that was gone to; offset VIEWER_NOWHERE: none */
    struct place before;   /* the top of the screen when the prompt was opened */
    size_t before_left;    /* and its first column */
    struct place origin;   /* where the search in the prompt begins */
    bool origin_at;        /* a hit at the origin will do */
    bool entered;          /* the pattern was entered: the prompt closes at the first hit */
    bool insisted;         /* and once more: where there are hits is gone to when that is known */
    bool hits_hidden;
    size_t completion;        /* how often Tab was pressed */
    struct buffer completing; /* the word that completion began with */
};

/* The status line says this until the next key. */
void viewer_say(struct viewer *v, enum role role, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts an order off until what it needs is there. */
void viewer_wait(struct viewer *v, enum viewer_need need, size_t document, viewer_run *run,
                 const struct order *order);

/* Takes changed sizes, settings or focus over to the panes. */
void viewer_arrange(struct viewer *v);

/* The node that is being read, or SHELF_NONE: that of the line at the top; before the first node
 * that node when it is on the screen. */
size_t viewer_node(const struct viewer *v);

/* After any move: the tree follows, hits are marked. */
void viewer_follow(struct viewer *v);

#endif
