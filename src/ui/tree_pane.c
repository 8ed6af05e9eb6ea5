/* SPDX-License-Identifier: MIT */
/* The tree pane: cursor, folds and what opening a row means. */
#include "ui/tree_pane.h"

#include "base/memory.h"
#include "ui/tree_draw.h"
#include "ui/tree_rows.h"
#include "ui/tree_steps.h"
#include "ui/tree_target.h"

#include <stdlib.h>

enum {
    AROUND = 5, /* a window shows a fifth of its rows around what is read */
    MANY = 200  /* documents */
};

struct tree_pane {
    struct tree_rows rows;
    int height;
    size_t top;                  /* first row on the screen */
    size_t cursor;               /* row */
    size_t document, node;       /* that is being read */
    size_t at_document, at_node; /* that the cursor is on, to find it when rows change */
    struct tree_facts facts;     /* hits that are marked, and who says what was read */
    size_t hits;                 /* when the rows were made */
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

/* Rows of the screen for rows of the tree: when it is narrowed, the first says to what. */
static size_t list_height(const struct tree_pane *p)
{
    int rows = tree_rows_filtered(&p->rows) ? p->height - 1 : p->height;
    return rows > 0 ? (size_t)rows : 1;
}

/* Puts the cursor on a row and the window around it. */
static void set_cursor(struct tree_pane *p, size_t row)
{
    size_t count = p->rows.list.count;
    size_t height = list_height(p);
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
    size_t height = list_height(p);
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
    bool capped = false;
    enum tree_filter_kind kind = p->rows.filter.kind;
    bool by_hits = kind == TREE_FILTER_HITS && p->facts.search;
    size_t hits = by_hits ? search_hits(p->facts.search, &capped) : 0;
    /* These change without anybody telling the rows. */
    bool turned = p->rows.facts.search != p->facts.search || p->hits != hits;
    p->rows.changed =
        p->rows.changed || kind == TREE_FILTER_UNREAD || (kind == TREE_FILTER_HITS && turned);
    p->hits = hits;
    p->rows.facts = p->facts;
    if (tree_rows_update(&p->rows))
        set_cursor(p, tree_rows_find(&p->rows, p->at_document, p->at_node));
}

void tree_pane_follow(struct tree_pane *p, size_t document, size_t node)
{
    if (document != p->document)
        tree_rows_read(&p->rows, document);
    bool stays = document == p->document && node == p->node;
    /* Of a file of hundreds of documents the rows are not made anew for each outline that is
     * complete, but when they are looked at. */
    if (!stays || p->rows.documents < MANY)
        update(p);
    if (stays)
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
    p->facts.search = search;
}

void tree_pane_mark_read(struct tree_pane *p, tree_reader *is_read, const void *self)
{
    p->facts.is_read = is_read;
    p->facts.reader = self;
}

/* The cursor stays on what is wanted, else goes to the next that is. */
void tree_pane_filter(struct tree_pane *p, struct slice text)
{
    tree_rows_filter(&p->rows, text);
    update(p);
    size_t row = p->cursor;
    while (row < p->rows.list.count && !p->rows.list.at[row].wanted)
        row++;
    if (row >= p->rows.list.count)
        for (row = 0; row < p->rows.list.count && !p->rows.list.at[row].wanted;)
            row++;
    if (tree_rows_filtered(&p->rows) && row < p->rows.list.count)
        set_cursor(p, row);
    if (p->rows.list.count > 0)
        show_around(p);
}

bool tree_pane_knows(const struct tree_pane *p)
{
    return tree_filter_knows(&p->rows.filter, p->rows.shelf);
}

struct slice tree_pane_filtered(const struct tree_pane *p)
{
    return buffer_slice(&p->rows.filter.text);
}

size_t tree_pane_fitting(struct tree_pane *p)
{
    update(p);
    return p->rows.fitting;
}

bool tree_pane_work(struct tree_pane *p)
{
    bool did = tree_filter_work(&p->rows.filter, p->rows.shelf);
    p->rows.changed = p->rows.changed || did;
    return did;
}

struct tree_rows *tree_pane_rows(struct tree_pane *p)
{
    return &p->rows;
}

bool tree_pane_point(struct tree_pane *p, int row)
{
    update(p);
    int first = tree_rows_filtered(&p->rows) ? 1 : 0;
    if (row < first || p->top + (size_t)(row - first) >= p->rows.list.count)
        return false;
    set_cursor(p, p->top + (size_t)(row - first));
    return true;
}

void tree_pane_scroll(struct tree_pane *p, int rows)
{
    update(p);
    size_t height = list_height(p);
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
    answer->outcome = PANE_ENTER;
    answer->place = tree_target(p->rows.shelf, row->document, row->node, answer->say);
}

static void fold(struct tree_pane *p, enum action_id action)
{
    const struct tree_row *row = row_at(p, p->cursor);
    if (!row)
        return;
    bool folds = action == ACTION_FOLD || (action == ACTION_TOGGLE_FOLD && !row->folded);
    /* What is narrowed is all unfolded. */
    if (row->holds && row->folded != folds && !tree_rows_filtered(&p->rows))
        tree_rows_fold(&p->rows, row->document, row->node, folds);
    else if (action == ACTION_FOLD)
        set_cursor(p, tree_steps_parent(&p->rows, p->cursor));
    else if (action == ACTION_UNFOLD && row->holds && !row->folded && row->held > 0)
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

/* Unfolds what the node is in until it has a row of its own. */
static void reveal(struct tree_pane *p, size_t document, size_t node)
{
    size_t row = tree_rows_find(&p->rows, document, node);
    for (const struct tree_row *it = row_at(p, row);
         it && it->folded && it->node != node && it->document == document; it = row_at(p, row)) {
        tree_rows_fold(&p->rows, document, it->node, false);
        update(p);
        row = tree_rows_find(&p->rows, document, node);
    }
    set_cursor(p, row);
}

/* To the next of its kind; false when the action goes to no kind of node. */
static bool go_by_kind(struct tree_pane *p, const struct order *order, struct answer *answer)
{
    bool forward;
    const char *what = tree_steps_what(order->action, &forward);
    size_t document = p->at_document, node = p->at_node;
    if (!what)
        return false;
    if (tree_steps_find(&p->rows, order->action, order_steps(order), &document, &node))
        reveal(p, document, node);
    else
        buffer_addf(answer->say, forward ? "no further %s in the tree" : "no %s before this one",
                    what);
    return true;
}

/* The row of the cursor goes to the top, the middle or the bottom. */
static void place(struct tree_pane *p, enum action_id action)
{
    size_t height = list_height(p);
    size_t most = p->rows.list.count > height ? p->rows.list.count - height : 0;
    size_t above = action == ACTION_PLACE_TOP      ? 0
                   : action == ACTION_PLACE_MIDDLE ? height / 2
                                                   : height - 1;
    size_t top = p->cursor > above ? p->cursor - above : 0;
    p->top = top < most ? top : most;
}

/* By rows and screens; false when the action is something else. */
static bool moved(struct tree_pane *p, const struct order *order)
{
    size_t steps = order_steps(order);
    size_t rows = list_height(p);
    switch (order->action) {
    case ACTION_LINE_DOWN:
    case ACTION_LINE_UP:
        move(p, order->action == ACTION_LINE_DOWN, steps);
        break;
    case ACTION_HALF_SCREEN_DOWN:
    case ACTION_HALF_SCREEN_UP:
        move(p, order->action == ACTION_HALF_SCREEN_DOWN, (rows > 1 ? rows / 2 : 1) * steps);
        break;
    case ACTION_SCREEN_DOWN:
    case ACTION_SCREEN_UP:
        move(p, order->action == ACTION_SCREEN_DOWN, rows * steps);
        break;
    case ACTION_TOP:
    case ACTION_BOTTOM:
        set_cursor(p, order->count > 0 ? steps - 1 : order->action == ACTION_TOP ? 0 : (size_t)-1);
        break;
    default:
        return false;
    }
    return true;
}

static void handle(void *self, const struct order *order, struct answer *answer)
{
    struct tree_pane *p = self;
    update(p);
    answer->outcome = PANE_DONE;
    if (moved(p, order))
        return;
    switch (order->action) {
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
            set_cursor(p, tree_steps_parent(&p->rows, p->cursor));
        break;
    case ACTION_NEXT_PARAGRAPH:
    case ACTION_PREVIOUS_PARAGRAPH:
        set_cursor(p, tree_steps_beside(&p->rows, p->cursor, order->action == ACTION_NEXT_PARAGRAPH,
                                        order_steps(order)));
        break;
    case ACTION_PLACE_TOP:
    case ACTION_PLACE_MIDDLE:
    case ACTION_PLACE_BOTTOM:
        place(p, order->action);
        break;
    default:
        if (!go_by_kind(p, order, answer))
            answer->outcome = PANE_IGNORED;
    }
}

/* ---- drawing */

/* In a narrowed tree what is being read may have no row. */
static bool holds_current(const struct tree_pane *p, const struct tree_row *row)
{
    return row->document == p->document &&
           (row->node == TREE_DOCUMENT || p->node - row->node <= row->held);
}

static void draw(void *self, struct region r, const struct look *look)
{
    struct tree_pane *p = self;
    update(p);
    region_clear(r, theme_find(look->theme, ROLE_TREE));
    size_t current = tree_rows_find(&p->rows, p->document, p->node);
    size_t at = p->top;
    if (tree_rows_filtered(&p->rows))
        tree_draw_filter(&p->rows, r, look);
    for (int row = tree_rows_filtered(&p->rows) ? 1 : 0; row < r.rows; row++, at++) {
        const struct tree_row *it = row_at(p, at);
        if (!it)
            break;
        struct tree_draw d = {.rows = &p->rows, .search = p->facts.search, .look = look};
        d.current = at == current && holds_current(p, it);
        d.selected = at == p->cursor;
        d.read = p->facts.is_read && p->facts.is_read(p->facts.reader, it->document, it->node);
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
    set_cursor(p, p->cursor);
}

struct pane tree_pane_pane(struct tree_pane *p)
{
    static const struct pane_ops ops = {draw, handle, resize};
    return (struct pane){&ops, p};
}
