/* SPDX-License-Identifier: MIT */
/*
 * The state of a viewer, for the files that make it up: viewer, viewer_keys, viewer_work,
 * viewer_draw, perform (what each action does), going (places), leafing (documents), searching,
 * search_scope, commands, windows, travel, modes, and what stands in the folders below. Nobody else
 * includes this.
 */
#ifndef FOLIO_UI_VIEWER_STATE_H
#define FOLIO_UI_VIEWER_STATE_H

#include "config/keymap.h"
#include "config/settings.h"
#include "ui/filing.h"
#include "ui/lists/chooser.h"
#include "ui/pane.h"
#include "ui/prompt.h"
#include "ui/screen_plan.h"
#include "ui/sheet.h"
#include "ui/viewer.h"
#include "ui/window.h"

/* What an order may have to wait for. */
enum viewer_need {
    NEED_NOTHING,
    NEED_OUTLINE,   /* of a document */
    NEED_PAGES,     /* all pages of a document counted, */
    NEED_LABELS,    /* and their labels read */
    NEED_DOCUMENTS, /* another document than those found, or the end of the file */
    NEED_FILE,      /* the whole file scanned */
    NEED_MEMBER     /* a filing of an archive unpacked: filing_list.h ends it */
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

/* A key that is waited for, alone: the letter of a mark, yes or no. */
struct viewer_asking {
    viewer_run *run; /* NULL: nothing is asked. The key, as text, is the argument of its order */
    struct order order;
};

/* A line that is asked for in the prompt; what is typed is the argument of the order. */
struct viewer_line {
    viewer_run *typed;   /* after each change; may be NULL */
    viewer_run *entered; /* Enter */
    viewer_run *left;    /* Esc; may be NULL */
    struct order order;
};

enum { VIEWER_WINDOWS = 2, VIEWER_AHEAD = 256 /* keys */ };

/* What stands over or beside the text for a while, or what is done there, each with its owner: made
 * by him when first needed, freed by him. */
struct viewer_modes {
    struct tabling *table;
    struct selecting *select;
    struct peeking *peek;
    struct linking *link;
    struct marking *mark;
    struct noting *note;
    struct recalling *recall;
    struct finding *find;
    struct matching *match;
    struct hit_listing *hits;
    struct filtering *filter;
    struct filing_listing *filings;
    struct helping *help;
    struct running *run;
};

struct viewer {
    const struct config *config;
    struct session *session;
    struct errands *errands;
    struct settings settings; /* as :set has changed them */
    struct theme theme;       /* as :theme has */
    bool ascii;
    bool restricted; /* no saving, piping, editor */

    ARRAY(struct filing *) filings;
    struct window *at;                    /* that has the keys; one of those shown */
    struct window *shown[VIEWER_WINDOWS]; /* NULL behind the last */
    bool beside;                          /* two windows stand side by side, else one above */

    struct sheet *sheet;     /* the help, or what the header says */
    struct chooser *chooser; /* a list */
    struct viewer_modes modes;
    struct prompt prompt;
    int rows, columns;
    struct screen_plan plan;
    bool focus_tree;
    bool dragging; /* the line between the panes */

    struct key ahead[VIEWER_AHEAD]; /* typed while the search behind Enter goes on */
    size_t ahead_count;
    struct key pressed[KEYMAP_KEYS]; /* a sequence that is not complete */
    size_t pressed_count;
    bool hinted; /* what may follow is shown */
    long count;
    struct buffer message;
    enum role message_role;
    enum viewer_wish wish;
    struct buffer wish_text; /* what is to be copied, or run */
    struct viewer_waiting waiting;
    struct viewer_asking asking;
    struct viewer_line line;
    bool scan_next; /* whose turn it is: scanning or the outline */
    bool scrolled;  /* what moved the text was no jump */

    struct buffer pattern; /* that was entered last */
    struct place before;   /* the top of the screen when the prompt was opened */
    size_t before_left;    /* and its first column */
    struct place origin;   /* where the search in the prompt begins */
    bool origin_at;        /* a hit at the origin will do */
    bool entered;          /* the pattern was entered: the prompt closes at the first hit */
    bool insisted;         /* and once more: where there are hits is gone to when that is known */
    size_t completion;     /* how often Tab was pressed */
    struct buffer completing; /* the word that completion began with */
};

/* The status line says this until the next key. */
void viewer_say(struct viewer *v, enum role role, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts an order off until what it needs is there. */
void viewer_wait(struct viewer *v, enum viewer_need need, size_t document, viewer_run *run,
                 const struct order *order);

/* Where keys are looked up now. */
enum keymap_context viewer_context(const struct viewer *v);

/* Takes changed sizes, settings or focus over to the panes. */
void viewer_arrange(struct viewer *v);

/* Asks for one key, with a message that says what for; Esc leaves it. */
void viewer_ask_key(struct viewer *v, const char *question, viewer_run *run,
                    const struct order *order);
/* Asks for a line in the prompt, which begins with `text`. */
void viewer_ask_line(struct viewer *v, const char *label, struct slice text,
                     const struct viewer_line *line);
/* Closes that prompt, and tells who asked that it was left. */
void viewer_leave_line(struct viewer *v);

/* Presses the next of the keys that were held back; false when there is none, or when the search
 * that they wait for goes on. */
bool viewer_press_ahead(struct viewer *v);

/* The node that is being read in the window with the keys, or SHELF_NONE (window_node). */
size_t viewer_node(const struct viewer *v);

/* After any move: trees follow, hits and passages are marked, jumps are remembered. */
void viewer_follow(struct viewer *v);

#endif
