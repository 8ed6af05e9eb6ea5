/* SPDX-License-Identifier: MIT */
/* Notes and highlights in a list. */
#include "ui/keeping/note_list.h"

#include "ui/keeping/marking.h"
#include "ui/keeping/noting.h"
#include "ui/keeping/noting_state.h"
#include "ui/tree_draw.h"
#include "ui/viewer_state.h"

static struct slice listed(struct viewer *v, size_t tag)
{
    return kept_row_name(buffer_slice(&noting_state(v)->names), tag);
}

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    struct buffer name = {0};
    buffer_add(&name, listed(v, tag));
    chooser_close(v->chooser);
    viewer_arrange(v);
    marking_go_to(v, KEEPSAKE_PASSAGE, buffer_slice(&name), "the passage");
    buffer_deinit(&name);
}

/* The row goes when the rows are made anew, which may have to wait for an answer. */
static bool remove_passage(void *self, size_t tag)
{
    struct viewer *v = self;
    struct buffer name = {0};
    buffer_add(&name, listed(v, tag));
    noting_remove(v, buffer_slice(&name));
    buffer_deinit(&name);
    return false;
}

static const struct chooser_ops list_ops = {.choose = choose, .remove = remove_passage};

/* The document and the section as they are now, else as they were when it was kept. */
static void add_section(struct viewer *v, const struct keepsake *k, struct kept_place place,
                        struct buffer *out)
{
    const struct filing *f = v->at->filing;
    struct buffer section = {0};
    if (k->document < submission_documents(f->submission))
        buffer_add(out, tree_draw_document_name(f->shelf, k->document));
    kept_section(f, k, &place, &section);
    if (section.len > 0 && out->len > 0)
        buffer_add_text(out, " › ");
    buffer_add(out, buffer_slice(&section));
    buffer_deinit(&section);
}

/* A note is told by its words, with the passage behind them. */
static void add_row(struct viewer *v, const struct keepsake *k, struct kept_place place, size_t tag)
{
    struct buffer text = {0}, detail = {0};
    if (k->note.len > 0) {
        buffer_add_text(&text, "* ");
        kept_add_line(k->note, &text);
        buffer_add_text(&text, " — ");
    }
    buffer_add(&text, k->text);
    if (k->page.len > 0)
        buffer_addf(&detail, "p. %.*s", (int)k->page.len, k->page.at);
    if (place.state == KEPT_GONE)
        buffer_add_text(&detail, detail.len > 0 ? ", gone" : "gone");
    chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&text),
                                                  .detail = buffer_slice(&detail),
                                                  .level = 1,
                                                  .tag = tag});
    buffer_deinit(&text);
    buffer_deinit(&detail);
}

static void fill(struct viewer *v)
{
    struct noting *n = noting_state(v);
    struct kept *kept = marking_kept(v, v->at->filing);
    const struct keepsake *list;
    struct buffer section = {0}, before = {0};
    size_t count = kept_list(kept, &list), rows = 0;
    chooser_clear(v->chooser);
    buffer_clear(&n->names);
    for (size_t i = 0; i < count; i++) {
        if (list[i].kind != KEEPSAKE_PASSAGE)
            continue;
        buffer_clear(&section);
        add_section(v, &list[i], kept_place(kept, i), &section);
        if (!slice_equal(buffer_slice(&section), buffer_slice(&before)))
            chooser_add(v->chooser,
                        &(struct chooser_row){.text = buffer_slice(&section), .title = true});
        buffer_clear(&before);
        buffer_add(&before, buffer_slice(&section));
        add_row(v, &list[i], kept_place(kept, i), rows++);
        buffer_add(&n->names, list[i].name);
        buffer_add_byte(&n->names, '\n');
    }
    buffer_deinit(&section);
    buffer_deinit(&before);
}

void note_list_refill(struct viewer *v)
{
    if (chooser_is_open(v->chooser) && chooser_shows(v->chooser, &list_ops))
        fill(v);
}

void noting_list(struct viewer *v, const struct order *order)
{
    (void)order;
    kept_refresh(marking_kept(v, v->at->filing));
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the notes",
                                                     .empty = "nothing is noted or highlighted",
                                                     .ops = &list_ops,
                                                     .self = v});
    fill(v);
    viewer_arrange(v);
}
