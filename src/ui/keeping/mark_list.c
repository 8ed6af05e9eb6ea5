/* SPDX-License-Identifier: MIT */
/* Marks in a list. */
#include "ui/keeping/mark_list.h"

#include "base/width.h"
#include "ui/keeping/marking.h"
#include "ui/viewer_state.h"

static struct slice listed(struct viewer *v, size_t tag)
{
    return kept_row_name(buffer_slice(marking_names(v)), tag);
}

static void choose(void *self, size_t tag)
{
    struct viewer *v = self;
    struct buffer name = {0};
    buffer_add(&name, listed(v, tag));
    chooser_close(v->chooser);
    viewer_arrange(v);
    marking_go(v, &(struct order){.action = ACTION_GOTO_MARK, .argument = buffer_slice(&name)});
    buffer_deinit(&name);
}

static bool remove_mark(void *self, size_t tag)
{
    struct viewer *v = self;
    struct error e = {0};
    struct slice name = listed(v, tag);
    if (!kept_remove(marking_kept(v, v->at->filing), KEEPSAKE_MARK, name, &e))
        viewer_say(v, ROLE_WARNING, "%s", e.message);
    else
        viewer_say(v, ROLE_MESSAGE, "mark '%.*s' removed", (int)name.len, name.at);
    return true;
}

static void add_row(struct viewer *v, const struct kept *kept, size_t index, size_t tag)
{
    const struct keepsake *list;
    kept_list(kept, &list);
    const struct keepsake *mark = &list[index];
    struct buffer text = {0}, detail = {0};
    buffer_add(&text, mark->name);
    size_t columns = width_of_text(mark->name);
    buffer_add_fill(&text, ' ', columns < 2 ? 3 - columns : 2);
    buffer_add(&text, mark->text);
    marking_where(v, index, &detail);
    if (kept_place(kept, index).state == KEPT_GONE)
        buffer_add_text(&detail, detail.len > 0 ? ", gone" : "gone");
    chooser_add(v->chooser, &(struct chooser_row){.text = buffer_slice(&text),
                                                  .detail = buffer_slice(&detail),
                                                  .tag = tag});
    buffer_deinit(&text);
    buffer_deinit(&detail);
}

static const struct chooser_ops list_ops = {.choose = choose, .remove = remove_mark};

static void fill(struct viewer *v)
{
    struct buffer *names = marking_names(v);
    struct kept *kept = marking_kept(v, v->at->filing);
    const struct keepsake *list;
    size_t count = kept_list(kept, &list), rows = 0;
    chooser_clear(v->chooser);
    buffer_clear(names);
    for (size_t i = 0; i < count; i++) {
        if (list[i].kind != KEEPSAKE_MARK)
            continue;
        add_row(v, kept, i, rows++);
        buffer_add(names, list[i].name);
        buffer_add_byte(names, '\n');
    }
}

void marking_list(struct viewer *v, const struct order *order)
{
    (void)order;
    kept_refresh(marking_kept(v, v->at->filing));
    chooser_open(v->chooser, &(struct chooser_setup){.name = "the marks",
                                                     .empty = "no mark is set in this filing",
                                                     .ops = &list_ops,
                                                     .self = v});
    fill(v);
    viewer_arrange(v);
}

bool mark_list_rename(struct viewer *v, struct slice name)
{
    struct error e = {0};
    size_t tag;
    if (!chooser_is_open(v->chooser) || !chooser_shows(v->chooser, &list_ops) ||
        !chooser_selected(v->chooser, &tag))
        return false;
    struct kept *kept = marking_kept(v, v->at->filing);
    struct slice before = listed(v, tag);
    bool good = kept_rename(kept, before, name, &e);
    if (good)
        viewer_say(v, ROLE_MESSAGE, "mark '%.*s' is '%.*s' now", (int)before.len, before.at,
                   (int)name.len, name.at);
    else
        viewer_say(v, ROLE_WARNING, "%s", e.message);
    fill(v);
    return true;
}
