/* SPDX-License-Identifier: MIT */
/*
 * A window: a place of a filing that is read: its text, its tree, its search, its way there.
 *
 * There may be two on the screen, of one filing or of two. A window owns its panes; the filing
 * and the settings must outlive it.
 */
#ifndef FOLIO_UI_WINDOW_H
#define FOLIO_UI_WINDOW_H

#include "config/settings.h"
#include "ui/filing.h"
#include "ui/hunt.h"
#include "ui/journey.h"
#include "ui/text_pane.h"
#include "ui/tree_pane.h"

#include <stdbool.h>
#include <stddef.h>

struct window {
    struct filing *filing;
    struct text_pane *text;
    struct tree_pane *tree;
    struct hunt hunt;
    struct place current; /* the hit that was gone to; offset VIEWER_NOWHERE: none */
    bool hits_hidden;
    struct journey journey;
    struct passages passages; /* of its text that look otherwise */
    int rows, columns;        /* of its text on the screen; 0 while it is not shown */
};

/* A window at the beginning of the filing. */
struct window *window_new(struct filing *filing, const struct settings *settings);
void window_free(struct window *w);

/* The node that is being read, or SHELF_NONE: that of the line at the top; before the first node
 * that node when it is on the screen. */
size_t window_node(const struct window *w);

/* Takes over where the text is: the tree follows, hits are marked. */
void window_follow(struct window *w);

/* Adds "10-K › Part II › Item 7A"; "page 31 (F-3) of 112" and in brief "31/112". */
void window_path(const struct window *w, struct buffer *out);
void window_page(const struct window *w, struct buffer *full, struct buffer *brief);

#endif
