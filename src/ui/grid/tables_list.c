/* SPDX-License-Identifier: MIT */
/* The list of the tables of a document, under the sections and notes that they stand in. */
#include "ui/grid/tables.h"

#include "base/clean.h"
#include "ui/grid/tabling_state.h"
#include "ui/lists/row_words.h"
#include "ui/tree_draw.h"

enum {
    AT_ONCE = 12, /* segments that are looked at in a key, some 32 KB each */
    SLICE = 4,    /* and in a slice of work */
    SHORT = 12    /* bytes of a printed caption that is but the top of a column's head */
};

/* ---- what a row says */

/* The nodes that a place stands in: its section, the highest but for a Part; the note in
 * that; and the innermost, or SHELF_NONE. */
static void nodes_at(const struct viewer *v, size_t offset, size_t titles[2], size_t *innermost)
{
    const struct tables_listing *l = &v->modes.table->listing;
    struct outline *o = shelf_outline(v->at->filing->shelf, l->document);
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, l->document, &nodes);
    size_t at = o ? outline_at(o, offset) : SHELF_NONE;
    titles[0] = titles[1] = SHELF_NONE;
    *innermost = at < count ? at : SHELF_NONE;
    for (; at < count; at = outline_parent(o, at)) {
        if (nodes[at].kind == NODE_NOTE)
            titles[1] = at;
        if (nodes[at].kind != NODE_PART || titles[0] == SHELF_NONE)
            titles[0] = at;
    }
    if (titles[1] == titles[0])
        titles[1] = SHELF_NONE;
}

static void add_titles(struct viewer *v, const size_t titles[2])
{
    struct tables_listing *l = &v->modes.table->listing;
    for (size_t i = 0; i < 2; i++) {
        bool same = titles[i] == l->titles[i];
        l->titles[i] = titles[i];
        if (same)
            continue;
        if (i == 0)
            l->titles[1] = SHELF_NONE;
        if (titles[i] == SHELF_NONE)
            continue;
        struct buffer text = {0};
        row_words_node(v->at->filing->shelf, l->document, titles[i], &text);
        chooser_add(v->chooser, &(struct chooser_row){
                                    .text = buffer_slice(&text), .level = (int)i, .title = true});
        buffer_deinit(&text);
    }
}

/* The caption; without one what the table stands in, and its first label. A statement is always
 * called by its name, as that is what is looked for. */
static void add_words(const struct viewer *v, const struct tabular_found *found, size_t node,
                      struct buffer *out)
{
    const struct node *nodes;
    size_t document = v->modes.table->listing.document;
    size_t count = shelf_nodes(v->at->filing->shelf, document, &nodes);
    struct buffer words = {0};
    struct slice caption = found->caption;
    if (node < count && caption.len <= SHORT && content_is_printed(tabling_content(v)))
        caption.len = 0;
    clean_text(&words, caption.len > 0 ? caption : found->words);
    if (node < count && (caption.len == 0 || nodes[node].kind == NODE_STATEMENT)) {
        struct slice name =
            nodes[node].title.len > 0 ? nodes[node].title : tree_draw_name(&nodes[node]);
        while (name.len > 0 && (name.at[name.len - 1] == '.' || name.at[name.len - 1] == ':'))
            name.len--;
        bool told = slice_find_nocase(buffer_slice(&words), name) < words.len;
        if (!told)
            clean_text(out, name);
        if (!told && words.len > 0)
            buffer_add_text(out, ": ");
    }
    buffer_add(out, buffer_slice(&words));
    buffer_deinit(&words);
}

static void add_detail(const struct tabular_found *found, struct buffer *out)
{
    if (found->paged)
        buffer_addf(out, "p. %zu · ", found->page + 1);
    buffer_addf(out, found->rows == 1 ? "%zu row" : "%zu rows", found->rows);
    buffer_addf(out, found->columns == 1 ? ", %zu column" : ", %zu columns", found->columns);
}

static void add_to_list(void *self, const struct tabular_found *found)
{
    struct viewer *v = self;
    struct tables_listing *l = &v->modes.table->listing;
    struct buffer text = {0}, detail = {0};
    size_t titles[2], node;
    nodes_at(v, found->offset, titles, &node);
    add_titles(v, titles);
    add_words(v, found, node, &text);
    add_detail(found, &detail);
    chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&text),
                                                  .detail = buffer_slice(&detail),
                                                  .level = (l->titles[0] != SHELF_NONE) +
                                                           (l->titles[1] != SHELF_NONE),
                                                  .tag = l->rows.count});
    array_push(&l->rows, ((struct tables_row){found->lead, found->offset, found->end}));
    buffer_deinit(&text);
    buffer_deinit(&detail);
}

/* ---- the list */

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    struct tabling *t = tabling_of(v);
    t->listing.on = false;
    if (tag >= t->listing.rows.count || t->listing.content != tabling_content(v))
        return;
    t->seeking = (struct tables_seeking){.document = t->listing.document};
    tables_arrive(v, t->listing.rows.at[tag]);
}

static void closed(void *self)
{
    tabling_of(self)->listing.on = false;
}

static const struct chooser_ops ops = {.choose = choose, .closed = closed};

/* The first table on the screen, else the nearer of those above and below. */
static size_t at_hand(const struct tables_listing *l)
{
    size_t i = 0;
    while (i < l->rows.count && l->rows.at[i].end <= l->from)
        i++;
    bool above = i > 0, below = i < l->rows.count;
    if (!above || (below && l->rows.at[i].lead < l->to))
        return i;
    if (!below)
        return i - 1;
    return l->from - l->rows.at[i - 1].end < l->rows.at[i].lead - l->to ? i - 1 : i;
}

/* The table at hand stays selected while rows come, unless the reader went elsewhere. */
static void select_at_hand(struct viewer *v)
{
    struct tables_listing *l = &v->modes.table->listing;
    size_t tag;
    if (l->settled || l->rows.count == 0)
        return;
    l->settled =
        chooser_typed(v->chooser).len > 0 ||
        (l->selected != SIZE_MAX && chooser_selected(v->chooser, &tag) && tag != l->selected);
    if (l->settled)
        return;
    l->selected = at_hand(l);
    chooser_select(v->chooser, l->selected);
    (void)chooser_selected(v->chooser, &l->selected);
}

static void list_on(struct viewer *v, size_t segments)
{
    struct tables_listing *l = &v->modes.table->listing;
    for (; l->on && segments > 0; segments--)
        l->on = tabular_segment(tabling_content(v), l->segment++, add_to_list, v);
    select_at_hand(v);
    chooser_expect(v->chooser, l->on);
}

static void begin(struct viewer *v)
{
    struct tables_listing *l = &v->modes.table->listing;
    l->on = true;
    l->outline = shelf_outline(v->at->filing->shelf, l->document);
    l->titles[0] = l->titles[1] = SHELF_NONE;
    l->segment = 0;
    l->rows.count = 0;
    l->selected = SIZE_MAX;
    list_on(v, AT_ONCE);
}

void tables_list(struct viewer *v, const struct order *order)
{
    (void)order;
    struct tabling *t = tabling_of(v);
    struct tables_listing *l = &t->listing;
    struct buffer about = {0};
    l->content = tabling_content(v);
    l->document = text_pane_place(v->at->text).document;
    text_pane_visible(v->at->text, &l->from, &l->to);
    if (t->open) {
        l->from = t->view.table.offset;
        l->to = t->view.table.end;
    }
    l->settled = false;
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the tables",
                                                     .empty = "no table in this document",
                                                     .ops = &ops,
                                                     .self = v});
    buffer_add_text(&about, "of this document");
    if (row_words_many(v->at->filing->submission)) {
        buffer_add_text(&about, ", ");
        buffer_add(&about, tree_draw_document_name(v->at->filing->shelf, l->document));
    }
    chooser_about(v->chooser, buffer_slice(&about));
    buffer_deinit(&about);
    begin(v);
    viewer_arrange(v);
}

/* The outline came after rows did: they are made anew, with its names. */
static void name_anew(struct viewer *v)
{
    struct tables_listing *l = &v->modes.table->listing;
    size_t tag;
    if (chooser_selected(v->chooser, &tag) && tag < l->rows.count && tag != l->selected) {
        l->from = l->rows.at[tag].offset;
        l->to = l->rows.at[tag].end;
    }
    l->settled = false;
    chooser_clear(v->chooser);
    begin(v);
}

bool tables_list_work(struct viewer *v)
{
    struct tables_listing *l = &v->modes.table->listing;
    bool shown = chooser_shows(v->chooser, &ops) && l->content == tabling_content(v);
    l->on = l->on && shown;
    if (shown && !l->outline && shelf_outline(v->at->filing->shelf, l->document)) {
        name_anew(v);
        return true;
    }
    if (!l->on)
        return false;
    list_on(v, SLICE);
    return true;
}
