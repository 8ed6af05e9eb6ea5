/* SPDX-License-Identifier: MIT */
/* Copying the selection, the paragraph or the table. */
#include "ui/taking/copying.h"

#include "base/memory.h"
#include "base/width.h"
#include "model/content.h"
#include "ui/grid/tabling.h"
#include "ui/grid/tabular.h"
#include "ui/keeping/quoting.h"
#include "ui/links/peeking.h"
#include "ui/modes.h"
#include "ui/taking/gathering.h"
#include "ui/taking/selecting.h"
#include "ui/taking/taking.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

enum {
    BEGIN_COLUMNS = 24, /* of a paragraph, to say which it was */
    TITLE_MOST = 4096   /* bytes of a node's title */
};

/* What is copied when it is gathered. */
struct copy {
    bool cited;
    bool selection;
    size_t document, from, to;
    struct buffer citation; /* of where it was begun */
    struct buffer what;     /* "the table"; empty: the selection, or the paragraph by its words */
};

/* "the paragraph “Our exposure to mar…”" */
static void add_name(const char *what, struct slice text, struct buffer *out)
{
    struct slice line = slice_trim(text);
    line = slice_cut(line, 0, slice_line_end(line));
    struct slice begin = slice_trim(slice_cut(line, 0, width_fit(line, BEGIN_COLUMNS)));
    buffer_addf(out, "the %s \"", what);
    taking_clean(begin, out);
    buffer_add_text(out, begin.len < line.len ? "…\"" : "\"");
}

/* What the terminal does not take need not be gathered to its end. */
static bool some(struct viewer *v, void *self, struct buffer *text)
{
    (void)self;
    if (taking_fits(v, text->len))
        return true;
    viewer_say(v, ROLE_WARNING,
               "not copied: too much for the terminal (clipboard-limit); save or "
               "pipe it");
    return false;
}

static void done(struct viewer *v, void *self, struct slice text)
{
    struct copy *copy = self;
    /* A line end behind the last line would be pressed as Enter where it is pasted. */
    while (text.len > 0 && text.at[text.len - 1] == '\n')
        text.len--;
    if (!copy->selection && copy->what.len == 0)
        add_name("paragraph", text, &copy->what);
    const char *name = copy->what.len > 0 ? buffer_text(&copy->what) : NULL;
    if (copy->cited)
        taking_copy_with(v, text, name, buffer_slice(&copy->citation));
    else
        taking_copy(v, text, name);
    if (copy->selection)
        selecting_taken(v, copy->document, copy->from, copy->to);
}

static void free_copy(void *self)
{
    struct copy *copy = self;
    buffer_deinit(&copy->citation);
    buffer_deinit(&copy->what);
    free(copy);
}

static void copy_gathered(struct viewer *v, struct gather *g, const struct copy *how)
{
    static const struct gathering_end end = {some, done, free_copy};
    struct copy *copy = memory_alloc(sizeof *copy);
    *copy = *how;
    if (copy->cited)
        taking_cite(v, copy->document, copy->from, copy->to, &copy->citation);
    gathering_begin(v, g, "copying", &end, copy);
}

static void copy_selection(struct viewer *v, bool cited)
{
    struct copy copy = {.cited = cited, .selection = true};
    struct gather *g = selecting_gather(v);
    if (!g || !selecting_range(v, &copy.document, &copy.from, &copy.to)) {
        gather_free(g);
        viewer_say(v, ROLE_MESSAGE, "nothing to copy");
        return;
    }
    copy_gathered(v, g, &copy);
}

/* The table of data that holds the place, its caption counted in; names it. */
static bool find_table(struct content *c, size_t offset, struct copy *copy)
{
    struct tabular table;
    if (!tabular_open(&table, c, offset))
        return false;
    copy->from = table.lead;
    copy->to = table.end;
    if (table.caption.len > 0)
        add_name("table", table.caption, &copy->what);
    else
        buffer_add_text(&copy->what, "the table");
    tabular_close(&table);
    return true;
}

/* What is at hand: the table, else the paragraph. */
static void copy_here(struct viewer *v, bool cited)
{
    struct place focus = text_pane_focus(v->at->text);
    struct content *c = text_pane_content(v->at->text);
    struct copy copy = {.cited = cited, .document = text_pane_place(v->at->text).document};
    if (focus.offset == text_pane_place(v->at->text).offset)
        focus.offset = text_pane_reading(v->at->text);
    if (!c || !(find_table(c, focus.offset, &copy) ||
                quoting_paragraph(c, focus.offset, &copy.from, &copy.to))) {
        viewer_say(v, ROLE_MESSAGE, "there is no text to copy here");
        return;
    }
    struct gather_set set = {.width = (size_t)settings_get(&v->settings, OPTION_TEXT_WIDTH)};
    copy_gathered(v, gather_new(c, copy.from, copy.to, set), &copy);
}

/* In the tree: what the row says. */
static void copy_title(struct viewer *v, bool cited)
{
    size_t document, node;
    const struct node *nodes;
    struct buffer title = {0};
    tree_pane_selected(v->at->tree, &document, &node);
    size_t count = shelf_nodes(v->at->filing->shelf, document, &nodes);
    const struct document *d = submission_document(v->at->filing->submission, document);
    size_t from = d ? d->text_offset : 0;
    if (node < count) {
        from = nodes[node].offset;
        buffer_add(&title, tree_pane_name(&nodes[node]));
        if (nodes[node].title.len > 0 && nodes[node].label.len > 0) {
            buffer_add_text(&title, ". ");
            buffer_add(&title, slice_cut(nodes[node].title, 0, TITLE_MOST));
        }
    } else if (d) {
        buffer_add(&title, tree_pane_document_name(v->at->filing->shelf, document));
        buffer_add_text(&title, d->description.len > 0 ? " " : "");
        buffer_add(&title, slice_cut(d->description, 0, TITLE_MOST));
    }
    if (cited)
        taking_copy_cited(v, buffer_slice(&title), "the title", from, from);
    else
        taking_copy(v, buffer_slice(&title), "the title");
    buffer_deinit(&title);
}

/* What is looked at in a peek. */
static void copy_peek(struct viewer *v, bool cited)
{
    struct buffer text = {0};
    size_t document, from, to;
    if (!peeking_text(v, &text, &document, &from, &to))
        viewer_say(v, ROLE_MESSAGE, "there is no text to copy here");
    else if (cited)
        taking_copy_cited_in(v, buffer_slice(&text), "what is looked at", document, from, to);
    else
        taking_copy(v, buffer_slice(&text), "what is looked at");
    buffer_deinit(&text);
}

void copying_copy(struct viewer *v, const struct order *order)
{
    bool cited = order->action == ACTION_COPY_CITED;
    if (modes_top(v) == tabling_mode())
        tabling_copy(v, order);
    else if (modes_top(v) == peeking_mode())
        copy_peek(v, cited);
    else if (selecting_on(v))
        copy_selection(v, cited);
    else if (v->focus_tree && !modes_top(v))
        copy_title(v, cited);
    else
        copy_here(v, cited);
}
