/* SPDX-License-Identifier: MIT */
/*
 * The finder of nodes: a list of all nodes of all documents, narrowed by typing.
 *
 * What is known is listed first, a slice at a time; then the other documents are read, one after
 * the other, and their rows come behind.
 */
#include "ui/lists/finding.h"

#include "base/memory.h"
#include "model/other.h"
#include "ui/going.h"
#include "ui/lists/row_words.h"
#include "ui/modes.h"
#include "ui/tree_target.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

enum {
    ROWS_OF_WORK = 1000, /* rows added by a slice of work; a key adds as many again */
    /* How much more is looked for than other headings of the same words */
    WEIGHT_NOTE = 100,
    WEIGHT_ITEM = 150,
    WEIGHT_STATEMENT = 200,
    WEIGHT_CONSOLIDATED = 60 /* a statement of the group, before that of the parent alone */
};

/* What a row stands for. */
struct finding_row {
    size_t document, node; /* SHELF_NONE: the document */
};

struct finding {
    const struct submission *submission; /* whose rows these are */
    ARRAY(struct finding_row) rows;      /* by tag */
    ARRAY(size_t) later;                 /* documents of which only the name was listed */
    size_t document, node;               /* the next to be listed; node 0 stands for the document */
    size_t next_later, later_node;       /* the same of those */
    bool many;                           /* rows say their documents */
};

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    struct buffer say = {0};
    const struct finding_row *row = &v->modes.find->rows.at[tag];
    struct place place = tree_target(v->at->filing->shelf, row->document, row->node, &say);
    if (say.len)
        viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&say));
    going_to_place(v, place);
    v->focus_tree = false;
    viewer_arrange(v);
    buffer_deinit(&say);
}

static const struct chooser_ops ops = {.choose = choose};

/* ---- rows */

/* The page of the index says nothing of an exhibit that is not there. */
static bool node_is_here(const struct node *node)
{
    return node->kind != NODE_EXHIBIT_ROW || node->target == TARGET_HERE;
}

static int weight_of(const struct node *node)
{
    if (node->kind == NODE_ITEM)
        return WEIGHT_ITEM;
    if (node->kind != NODE_STATEMENT)
        return node->kind == NODE_NOTE ? WEIGHT_NOTE : 0;
    bool group = slice_find_nocase(node->title, SLICE("consolidated")) < node->title.len;
    return WEIGHT_STATEMENT + (group ? WEIGHT_CONSOLIDATED : 0);
}

static void add_row(struct viewer *v, size_t document, size_t node)
{
    struct finding *f = v->modes.find;
    struct shelf *shelf = v->at->filing->shelf;
    struct submission *s = v->at->filing->submission;
    struct document *d = submission_document(s, document);
    const struct node *nodes;
    struct buffer text = {0};
    struct buffer page = {0};
    int weight = 0;
    if (node == SHELF_NONE)
        row_words_document(shelf, document, &text);
    else
        row_words_path(shelf, document, node, f->many, &text);
    if (node < shelf_nodes(shelf, document, &nodes)) {
        weight = weight_of(&nodes[node]);
        if (node_is_here(&nodes[node]))
            row_words_page(d->content, nodes[node].offset, &page);
    }
    chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&text),
                                                  .detail = buffer_slice(&page),
                                                  .weight = weight,
                                                  .tag = f->rows.count});
    array_push(&f->rows, ((struct finding_row){document, node}));
    buffer_deinit(&text);
    buffer_deinit(&page);
}

/* Adds rows of a document from `*node` on (0: the document itself, then its nodes from the first);
 * true when the last is added. */
static bool add_nodes(struct viewer *v, size_t document, size_t *node, size_t *room)
{
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, document, &nodes);
    for (; *room > 0 && *node <= count; (*node)++, (*room)--)
        add_row(v, document, *node == 0 ? SHELF_NONE : *node - 1);
    return *node > count;
}

/* Whether the nodes can be listed with their pages. Those of the document that is read are listed
 * at once all the same. */
static bool is_ready(const struct viewer *v, size_t document)
{
    const struct document *d = submission_document(v->at->filing->submission, document);
    bool all = false;
    if (!shelf_outline(v->at->filing->shelf, document))
        return false;
    if (d->content)
        content_pages(d->content, &all);
    return all || document == text_pane_place(v->at->text).document;
}

/* Lists what is known; true when that is all listed. */
static bool list_known(struct viewer *v, size_t room)
{
    struct finding *f = v->modes.find;
    struct submission *s = v->at->filing->submission;
    while (room > 0 && f->document < submission_documents(s)) {
        bool reads = !other_is(submission_document(s, f->document));
        if (reads && f->node == 0 && !is_ready(v, f->document)) {
            array_push(&f->later, f->document);
            add_row(v, f->document, SHELF_NONE);
            room--;
        } else if (reads && !add_nodes(v, f->document, &f->node, &room)) {
            return false;
        }
        f->document++;
        f->node = 0;
    }
    return f->document >= submission_documents(s);
}

/* Lists the nodes of the next of these; asks for its outline first. True when there was something
 * to do. */
static bool list_later(struct viewer *v, size_t room)
{
    struct finding *f = v->modes.find;
    struct shelf *shelf = v->at->filing->shelf;
    if (f->next_later >= f->later.count)
        return false;
    size_t document = f->later.at[f->next_later];
    struct document *d = submission_document(v->at->filing->submission, document);
    if (!shelf_outline(shelf, document)) {
        shelf_want(shelf, document);
        return true;
    }
    if (!row_words_counted(content_of(v->at->filing->submission, d)))
        return true;
    if (f->later_node == 0)
        f->later_node = 1; /* the document has its row */
    if (add_nodes(v, document, &f->later_node, &room)) {
        f->next_later++;
        f->later_node = 0;
    }
    return true;
}

static bool is_open(const struct viewer *v)
{
    return v->modes.find && chooser_shows(v->chooser, &ops);
}

static bool work(struct viewer *v)
{
    if (!is_open(v))
        return false;
    bool more = !list_known(v, ROWS_OF_WORK) || list_later(v, ROWS_OF_WORK) ||
                !filing_scanned(v->at->filing);
    chooser_expect(v->chooser, more);
    return more && filing_scanned(v->at->filing);
}

/* Rows of another filing than that of the window would lead astray. */
static void follow(struct viewer *v)
{
    if (is_open(v) && v->modes.find->submission != v->at->filing->submission)
        chooser_close(v->chooser);
    else if (is_open(v))
        list_known(v, ROWS_OF_WORK);
}

static void forget(struct viewer *v)
{
    struct finding *f = v->modes.find;
    if (f) {
        array_deinit(&f->rows);
        array_deinit(&f->later);
    }
    free(f);
    v->modes.find = NULL;
}

void finding_open(struct viewer *v, const struct order *order)
{
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the nodes",
                                                     .empty = "no nodes here",
                                                     .typing = true,
                                                     .ranked = true,
                                                     .ops = &ops,
                                                     .self = v});
    forget(v);
    v->modes.find = memory_alloc(sizeof *v->modes.find);
    v->modes.find->submission = v->at->filing->submission;
    v->modes.find->many = row_words_many(v->at->filing->submission);
    chooser_expect(v->chooser, true);
    list_known(v, ROWS_OF_WORK);
    chooser_narrow(v->chooser, slice_trim(order->argument));
    viewer_arrange(v);
}

const struct mode *finding_mode(void)
{
    static const struct mode mode = {
        .context = CONTEXT_LIST, .follow = follow, .work = work, .free = forget};
    return &mode;
}
