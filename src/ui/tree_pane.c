/* SPDX-License-Identifier: MIT */
/* The tree pane: cursor, folds and what opening a row means. */
#include "ui/tree_pane.h"

#include "base/memory.h"
#include "outline/crossindex/crossindex.h"
#include "outline/node_words.h"
#include "ui/tree_draw.h"
#include "ui/tree_rows.h"

#include <stdlib.h>

enum { AROUND = 5 /* a window shows a fifth of its rows around what is read */ };

struct tree_pane {
    struct tree_rows rows;
    int height;
    size_t top;                  /* first row on the screen */
    size_t cursor;               /* row */
    size_t document, node;       /* that is being read */
    size_t at_document, at_node; /* that the cursor is on, to find it when rows change */
    const struct search *search;
};

struct tree_pane *tree_pane_new(struct shelf *shelf)
{
    struct tree_pane *p = memory_alloc(sizeof *p);
    tree_rows_init(&p->rows, shelf);
    p->node = TREE_DOCUMENT;
    p->document = (size_t)-1;
    p->at_node = TREE_DOCUMENT;
    return p;
}

void tree_pane_free(struct tree_pane *p)
{
    if (!p)
        return;
    tree_rows_deinit(&p->rows);
    free(p);
}

static const struct tree_row *row_at(const struct tree_pane *p, size_t row)
{
    return row < p->rows.list.count ? &p->rows.list.at[row] : NULL;
}

/* Puts the cursor on a row and the window around it. */
static void set_cursor(struct tree_pane *p, size_t row)
{
    size_t count = p->rows.list.count;
    size_t height = p->height > 0 ? (size_t)p->height : 1;
    if (count == 0)
        return;
    p->cursor = row < count ? row : count - 1;
    p->at_document = p->rows.list.at[p->cursor].document;
    p->at_node = p->rows.list.at[p->cursor].node;
    if (p->cursor < p->top)
        p->top = p->cursor;
    else if (p->cursor >= p->top + height)
        p->top = p->cursor - height + 1;
    if (p->top + height > count)
        p->top = count > height ? count - height : 0;
}

/* Moves the window so that some rows before and behind the cursor are seen, too. */
static void show_around(struct tree_pane *p)
{
    size_t height = p->height > 0 ? (size_t)p->height : 1;
    size_t margin = height / AROUND;
    size_t most = p->rows.list.count > height ? p->rows.list.count - height : 0;
    size_t low = p->cursor + margin >= height ? p->cursor + margin + 1 - height : 0;
    size_t high = p->cursor > margin ? p->cursor - margin : 0;
    if (p->top < low)
        p->top = low < most ? low : most;
    else if (p->top > high)
        p->top = high;
}

/* Brings the rows up to date; the cursor stays on its node. */
static void update(struct tree_pane *p)
{
    if (tree_rows_update(&p->rows))
        set_cursor(p, tree_rows_find(&p->rows, p->at_document, p->at_node));
}

void tree_pane_follow(struct tree_pane *p, size_t document, size_t node)
{
    if (document != p->document)
        tree_rows_read(&p->rows, document);
    update(p);
    if (document == p->document && node == p->node)
        return;
    p->document = document;
    p->node = node;
    tree_rows_follow(&p->rows, document, node);
    update(p);
    set_cursor(p, tree_rows_find(&p->rows, document, node));
    show_around(p);
}

void tree_pane_selected(const struct tree_pane *p, size_t *document, size_t *node)
{
    *document = p->at_document;
    *node = p->at_node;
}

void tree_pane_mark(struct tree_pane *p, const struct search *search)
{
    p->search = search;
}

bool tree_pane_point(struct tree_pane *p, int row)
{
    update(p);
    if (row < 0 || p->top + (size_t)row >= p->rows.list.count)
        return false;
    set_cursor(p, p->top + (size_t)row);
    return true;
}

void tree_pane_scroll(struct tree_pane *p, int rows)
{
    update(p);
    size_t height = p->height > 0 ? (size_t)p->height : 1;
    size_t most = p->rows.list.count > height ? p->rows.list.count - height : 0;
    size_t by = rows < 0 ? (size_t)-rows : (size_t)rows;
    if (rows < 0)
        p->top = p->top > by ? p->top - by : 0;
    else
        p->top = p->top + by < most ? p->top + by : most;
    if (p->cursor < p->top)
        set_cursor(p, p->top);
    else if (p->cursor >= p->top + height)
        set_cursor(p, p->top + height - 1);
}

struct slice tree_pane_name(const struct node *node)
{
    return tree_draw_name(node);
}

struct slice tree_pane_document_name(const struct shelf *shelf, size_t document)
{
    return tree_draw_document_name(shelf, document);
}

/* ---- actions */

/* What cannot be opened says why. */
static void say_target(const struct node *node, struct answer *answer)
{
    struct slice label = node->label;
    if (node->kind != NODE_EXHIBIT_ROW || node->target == TARGET_HERE)
        return;
    buffer_add_text(answer->say, "exhibit ");
    buffer_add(answer->say, label);
    buffer_add_text(answer->say, node->target == TARGET_INCORPORATED
                                     ? " is incorporated by reference to another filing"
                                 : node->target == TARGET_UNKNOWN
                                     ? " was not met yet: the file is still read"
                                     : " is not in this file");
    if (node->target == TARGET_INCORPORATED)
        node_words_elsewhere(node, answer->say);
}

/* An Item of a cross-reference index is read where its first pages are. */
static size_t opened_at(const struct node *node)
{
    size_t target = crossindex_target(node);
    return target != (size_t)-1 ? target : node->offset;
}

static void open_row(struct tree_pane *p, struct answer *answer)
{
    const struct tree_row *row = row_at(p, p->cursor);
    if (!row)
        return;
    if (row->document == TREE_OTHERS) {
        tree_rows_fold(&p->rows, TREE_OTHERS, TREE_DOCUMENT, !row->folded);
        update(p);
        return;
    }
    const struct node *node = tree_rows_node(&p->rows, row);
    struct submission *s = shelf_submission(p->rows.shelf);
    size_t document = row->document;
    size_t offset = node ? opened_at(node) : 0;
    if (node && node->target == TARGET_HERE && node->target_document < submission_documents(s)) {
        document = node->target_document;
        offset = node->target_offset;
    } else if (node) {
        say_target(node, answer);
    }
    if (offset == 0)
        offset = submission_document(s, document)->text_offset;
    answer->outcome = PANE_ENTER;
    answer->place = (struct place){document, offset};
}

/* The row that the row is under; itself when it is a document. */
static size_t parent_of(const struct tree_pane *p, size_t row)
{
    int level = p->rows.list.at[row].level;
    size_t at = row;
    while (at > 0 && p->rows.list.at[at].level >= level && level > 0)
        at--;
    return level > 0 ? at : row;
}

static void fold(struct tree_pane *p, enum action_id action)
{
    const struct tree_row *row = row_at(p, p->cursor);
    if (!row)
        return;
    bool folds = action == ACTION_FOLD || (action == ACTION_TOGGLE_FOLD && !row->folded);
    if (row->holds && row->folded != folds)
        tree_rows_fold(&p->rows, row->document, row->node, folds);
    else if (action == ACTION_FOLD)
        set_cursor(p, parent_of(p, p->cursor));
    else if (action == ACTION_UNFOLD && row->holds && row->held > 0)
        set_cursor(p, p->cursor + 1);
    update(p);
}

static void move(struct tree_pane *p, bool down, size_t by)
{
    if (down)
        set_cursor(p, p->cursor + by);
    else
        set_cursor(p, p->cursor > by ? p->cursor - by : 0);
}

static void jump(struct tree_pane *p, const struct order *order)
{
    if (order->count > 0)
        set_cursor(p, (size_t)order->count - 1);
    else
        set_cursor(p, order->action == ACTION_TOP ? 0 : (size_t)-1);
}

static void handle(void *self, const struct order *order, struct answer *answer)
{
    struct tree_pane *p = self;
    size_t steps = order_steps(order);
    size_t rows = p->height > 1 ? (size_t)p->height : 1;
    size_t half = rows > 1 ? rows / 2 : 1;
    update(p);
    answer->outcome = PANE_DONE;
    switch (order->action) {
    case ACTION_LINE_DOWN:
    case ACTION_LINE_UP:
        move(p, order->action == ACTION_LINE_DOWN, steps);
        break;
    case ACTION_HALF_SCREEN_DOWN:
    case ACTION_HALF_SCREEN_UP:
        move(p, order->action == ACTION_HALF_SCREEN_DOWN, half * steps);
        break;
    case ACTION_SCREEN_DOWN:
    case ACTION_SCREEN_UP:
        move(p, order->action == ACTION_SCREEN_DOWN, rows * steps);
        break;
    case ACTION_TOP:
    case ACTION_BOTTOM:
        jump(p, order);
        break;
    case ACTION_OPEN:
        open_row(p, answer);
        break;
    case ACTION_FOLD:
    case ACTION_UNFOLD:
    case ACTION_TOGGLE_FOLD:
        fold(p, order->action);
        break;
    case ACTION_FOLD_ALL:
    case ACTION_UNFOLD_ALL:
        tree_rows_fold_all(&p->rows, order->action == ACTION_FOLD_ALL);
        update(p);
        break;
    case ACTION_PARENT:
        if (row_at(p, p->cursor))
            set_cursor(p, parent_of(p, p->cursor));
        break;
    default:
        answer->outcome = PANE_IGNORED;
    }
}

/* ---- drawing */

static void draw(void *self, struct region r, const struct look *look)
{
    struct tree_pane *p = self;
    update(p);
    region_clear(r, theme_find(look->theme, ROLE_TREE));
    size_t current = tree_rows_find(&p->rows, p->document, p->node);
    for (int row = 0; row < r.rows; row++) {
        const struct tree_row *it = row_at(p, p->top + (size_t)row);
        if (!it)
            break;
        struct tree_draw d = {.rows = &p->rows, .search = p->search, .look = look};
        d.current = p->top + (size_t)row == current;
        d.selected = p->top + (size_t)row == p->cursor;
        tree_draw_row(&d, r, row, it);
        if (d.selected && look->focused)
            region_cursor(r, row, 0);
    }
}

static void resize(void *self, int rows, int columns)
{
    struct tree_pane *p = self;
    (void)columns;
    p->height = rows > 0 ? rows : 0;
    update(p);
    set_cursor(p, p->cursor);
}

struct pane tree_pane_pane(struct tree_pane *p)
{
    static const struct pane_ops ops = {draw, handle, resize};
    return (struct pane){&ops, p};
}
