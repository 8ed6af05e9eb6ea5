/* SPDX-License-Identifier: MIT */
/* Taking tables away, whole or in part. */
#include "ui/grid/tabling.h"

#include "base/memory.h"
#include "ui/grid/grid_copy.h"
#include "ui/grid/tabling_state.h"
#include "ui/taking/taking.h"

#include <stdlib.h>

enum { CELLS_AT_ONCE = 50000 /* that are written in a key, or a slice of work */ };

/* ---- the whole table, which may be large */

void tabling_copy_stop(struct tabling *t)
{
    if (t->copy_on)
        grid_copy_end(&t->copying);
    buffer_deinit(&t->copy);
    t->copy_on = false;
}

static void copy_on(struct viewer *v)
{
    struct tabling *t = v->modes.table;
    bool all = grid_copy_step(&t->copying, CELLS_AT_ONCE);
    if (!taking_fits(v, t->copy.len)) {
        tabling_copy_stop(t);
        viewer_say(v, ROLE_WARNING,
                   "not copied: too much for the terminal (clipboard-limit); save it");
    } else if (all) {
        grid_copy_end(&t->copying);
        t->copy_on = false;
        taking_copy(v, buffer_slice(&t->copy), "the table");
        buffer_deinit(&t->copy);
    } else {
        viewer_say(v, ROLE_MESSAGE, "copying the table… %zu%%",
                   t->copying.row * 100 / t->view.table.count);
    }
}

bool tabling_copy_work(struct viewer *v)
{
    struct tabling *t = tabling_entered(v);
    if (!t || !t->copy_on)
        return false;
    copy_on(v);
    return true;
}

static void copy_table(struct viewer *v)
{
    struct tabling *t = v->modes.table;
    tabling_copy_stop(t);
    grid_copy_begin(&t->copying, &t->view.table, TABLE_TSV, &t->copy);
    t->copy_on = true;
    copy_on(v);
}

/* ---- what is copied */

void tabling_copy(struct viewer *v, const struct order *order)
{
    struct tabling *t = tabling_entered(v);
    struct buffer text = {0};
    size_t from, to;
    if (!t) {
        tabling_say_none(v);
        return;
    }
    grid_view_range(&t->view, &from, &to);
    switch (order->action) {
    case ACTION_COPY_ROW:
        grid_copy_row(&t->view, &text);
        taking_copy(v, buffer_slice(&text), "the row");
        break;
    case ACTION_COPY_COLUMN:
        grid_copy_column(&t->view, &text);
        taking_copy(v, buffer_slice(&text), "the column");
        break;
    case ACTION_COPY_TABLE:
        copy_table(v);
        break;
    case ACTION_COPY_CITED:
        grid_view_value(&t->view, &text);
        taking_copy_cited(v, buffer_slice(&text), "the cell", from, to);
        break;
    default:
        grid_copy_cell(&t->view, &text);
        taking_copy(v, buffer_slice(&text), "the cell");
        break;
    }
    buffer_deinit(&text);
}

/* ---- for those who take tables away */

bool tabling_range(const struct viewer *v, size_t *from, size_t *to)
{
    struct tabling_screen s;
    const struct tabling *t = tabling_entered(v);
    if (t) {
        *from = t->view.table.offset;
        *to = t->view.table.end;
        return true;
    }
    if (!tabling_find_on_screen(v, &s))
        return false;
    *from = s.found.offset;
    *to = s.found.end;
    return true;
}

struct tabling_exporting {
    struct content *content;
    size_t from, to, count;
    size_t first, last, segment; /* segments of it; the next */
    enum table_format format;
    struct buffer *out;
};

static void export_one(void *self, const struct tabular_found *found)
{
    struct tabling_exporting *e = self;
    struct tabular table;
    if (found->offset < e->from || found->offset >= e->to ||
        !tabular_open(&table, e->content, found->offset))
        return;
    if (e->count++ > 0 && e->format != TABLE_JSON) {
        buffer_add_text(e->out, "\n# ");
        buffer_add(e->out, table.caption);
        buffer_add_byte(e->out, '\n');
    }
    grid_copy_table(&table, e->format, e->out);
    tabular_close(&table);
}

struct tabling_exporting *tabling_exporting_new(struct content *c, size_t from, size_t to,
                                                const char *format)
{
    enum table_format known;
    if (!table_format_of(format, &known))
        return NULL;
    struct tabling_exporting *e = memory_alloc(sizeof *e);
    *e = (struct tabling_exporting){.content = c, .from = from, .to = to, .format = known};
    content_hold(c);
    e->first = e->segment = content_segment_at(c, from);
    e->last = content_segment_at(c, to > from ? to - 1 : from);
    return e;
}

void tabling_exporting_free(struct tabling_exporting *e)
{
    if (!e)
        return;
    content_release(e->content);
    free(e);
}

/* A table of printed lines may have begun in a segment before its first row. */
static void export_before(struct tabling_exporting *e)
{
    struct tabular_found found;
    if (e->from < e->to && tabular_at(e->content, e->from, &found) &&
        content_segment_at(e->content, found.start) < e->first)
        export_one(e, &found);
}

bool tabling_exporting_step(struct tabling_exporting *e, size_t bytes, struct buffer *out)
{
    if (e->from >= e->to)
        return true;
    size_t each = (e->to - e->from) / (e->last - e->first + 1) + 1; /* bytes of a segment, about */
    e->out = out;
    if (e->segment == e->first)
        export_before(e);
    for (size_t left = bytes / each + 1; left > 0 && e->segment <= e->last; left--)
        tabular_segment(e->content, e->segment++, export_one, e);
    return e->segment > e->last;
}

int tabling_exporting_percent(const struct tabling_exporting *e)
{
    size_t all = e->last - e->first + 1;
    return (int)((double)(e->segment - e->first) / (double)all * 100.0);
}

size_t tabling_exporting_count(const struct tabling_exporting *e)
{
    return e->count;
}

bool tabling_export(struct viewer *v, struct content *c, size_t from, size_t to, const char *format,
                    struct buffer *out)
{
    struct tabling_exporting *e = tabling_exporting_new(c, from, to, format);
    (void)v;
    if (!e)
        return false;
    while (!tabling_exporting_step(e, 1024 * 1024, out))
        continue;
    bool any = e->count > 0;
    tabling_exporting_free(e);
    return any;
}
