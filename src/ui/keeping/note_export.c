/* SPDX-License-Identifier: MIT */
/* Notes and highlights written to a file: noting_export of noting.h. */
#include "ui/keeping/marking.h"
#include "ui/keeping/note_paper.h"
#include "ui/keeping/noting.h"
#include "ui/keeping/noting_state.h"
#include "ui/path_names.h"
#include "ui/taking/save_file.h"
#include "ui/taking/taking.h"
#include "ui/viewer_state.h"

static void write_paper(struct viewer *v, bool over)
{
    struct noting *n = noting_state(v);
    struct buffer paper = {0}, shown = {0};
    struct error e = {0};
    size_t passages = note_paper_compose(marking_kept(v, v->at->filing), v->at->filing,
                                         settings_text(&v->settings, OPTION_CITATION), &paper);
    path_shown(buffer_slice(&n->path), &shown);
    if (!save_file_write(v->errands, buffer_text(&n->path), buffer_slice(&paper), over, &e))
        viewer_say(v, ROLE_WARNING, "%s", e.message);
    else
        viewer_say(v, ROLE_MESSAGE, "wrote %zu %s to %s", passages,
                   passages == 1 ? "passage" : "passages", buffer_text(&shown));
    buffer_deinit(&shown);
    buffer_deinit(&paper);
}

static void over_answered(struct viewer *v, const struct order *order)
{
    if (slice_equal_nocase(order->argument, SLICE("y")))
        write_paper(v, true);
    else
        viewer_say(v, ROLE_MESSAGE, "nothing was written");
}

static bool has_passages(const struct kept *k)
{
    const struct keepsake *list;
    size_t count = kept_list(k, &list);
    for (size_t i = 0; i < count; i++)
        if (list[i].kind == KEEPSAKE_PASSAGE)
            return true;
    return false;
}

void noting_export(struct viewer *v, const struct order *order)
{
    struct noting *n = noting_state(v);
    struct kept *k = marking_kept(v, v->at->filing);
    if (taking_restricted(v, "saving"))
        return;
    kept_refresh(k);
    if (!has_passages(k)) {
        viewer_say(v, ROLE_MESSAGE, "nothing is noted or highlighted in this filing");
        return;
    }
    buffer_clear(&n->path);
    save_file_path(order->argument, &n->path);
    if (save_file_exists(buffer_text(&n->path))) {
        struct buffer question = {0};
        path_shown(buffer_slice(&n->path), &question);
        buffer_add_text(&question, " is there already: overwrite it? y n");
        viewer_ask_key(v, buffer_text(&question), over_answered, order);
        buffer_deinit(&question);
    } else {
        write_paper(v, false);
    }
}
