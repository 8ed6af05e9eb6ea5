/* SPDX-License-Identifier: MIT */
/* Finding tables by segments, and reading one. */
#include "ui/grid/tabular.h"

#include "base/array.h"
#include "base/memory.h"
#include "model/table_lines.h"

#include <stdlib.h>

enum {
    LEAST_ROWS = 2, /* of a table, and columns */
    LEAST_COLUMNS = 2,
    CAPTION_BLOCKS = 3, /* above the rows, where the caption may stand */
    LOOK_BACK = 64      /* segments that a table of printed lines may have begun before */
};

/* What is made while tables are looked for. */
struct looking {
    struct content *content;
    void (*tell)(void *self, const struct tabular_found *found);
    void *self;
    struct tabular_found found;
    const struct table *table; /* that `found` is of; NULL: none */
    bool paged;                /* the document has pages */
    int telling;               /* how much its words tell; 0: there are none */
    size_t start;              /* of the printed lines; SIZE_MAX: there are none */
    ARRAY(struct block) before;
};

/* ---- tables made of rows */

static bool is_of_data(const struct block *b)
{
    return b->row && b->row->table->kind == TABLE_DATA;
}

static void end_table(struct looking *l)
{
    const struct table *t = l->table;
    size_t rows = l->found.rows;
    l->table = NULL;
    l->before.count = 0;
    if (t && t->header_rows < rows)
        l->found.rows -= t->header_rows;
    if (t && rows >= LEAST_ROWS && l->found.columns >= LEAST_COLUMNS)
        l->tell(l->self, &l->found);
}

/* Where the caption stands among the blocks above, or `offset`. */
static size_t lead_of(const struct looking *l, struct slice caption, size_t offset)
{
    for (size_t i = 0; caption.len > 0 && i < l->before.count && i < CAPTION_BLOCKS; i++) {
        const struct block *b = &l->before.at[l->before.count - 1 - i];
        if (slice_find(b->text, caption) < b->text.len)
            return b->offset;
    }
    return offset;
}

/* What a row begins with; nothing when that is no text. */
static struct slice words_of(const struct block *b)
{
    for (size_t i = 0; i < b->row->count; i++) {
        struct slice text = slice_cut(b->text, b->row->cells[i].from, b->row->cells[i].to);
        if (slice_trim(text).len > 0 && !(b->row->cells[i].flags & CELL_NUMBER))
            return slice_trim(text);
    }
    return (struct slice){NULL, 0};
}

static bool has_number(const struct row *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->cells[i].flags & CELL_NUMBER)
            return true;
    return false;
}

/* A label beside a number tells most, then a text below the head. */
static void take_words(struct looking *l, const struct block *b)
{
    struct slice words = l->telling < 3 ? words_of(b) : (struct slice){NULL, 0};
    bool label = has_number(b->row) && b->row->cells[0].column == 0;
    int telling = b->row->index < b->row->table->header_rows ? 1 : label ? 3 : 2;
    if (words.len == 0 || telling <= l->telling)
        return;
    l->found.words = words;
    l->telling = telling;
}

static void add_block(void *self, const struct block *b)
{
    struct looking *l = self;
    if (l->table && (!b->row || b->row->table != l->table)) {
        if (!b->row && b->offset < l->table->end)
            return; /* text within the table */
        end_table(l);
    }
    if (!is_of_data(b)) {
        array_push(&l->before, *b);
        return;
    }
    const struct table *t = b->row->table;
    l->telling = l->table ? l->telling : 0;
    if (!l->table)
        l->found = (struct tabular_found){.lead = lead_of(l, t->caption, b->offset),
                                          .start = l->start < b->offset ? l->start : b->offset,
                                          .offset = b->offset,
                                          .columns = t->columns,
                                          .page = b->page,
                                          .paged = l->paged,
                                          .caption = t->caption};
    l->table = t;
    l->found.rows++;
    take_words(l, b);
    l->found.end = b->end;
}

/* ---- tables of printed lines: a run of lines that may go on in later segments */

/* 0: no line of a table, 1: one, 2: one of its caption, -1: does not tell. */
static int line_kind(const struct block *b)
{
    if (b->flags & (SINK_FURNITURE | (b->flags & SINK_TABLE ? SINK_FOOTNOTE : 0)))
        return -1;
    if (!(b->flags & SINK_TABLE))
        return 0;
    return b->flags & SINK_CAPTION ? 2 : 1;
}

/* How the text before a segment ends: line_kind of the last that tells. */
static int kind_before(struct content *c, size_t index)
{
    struct segment s;
    int kind = -1;
    for (size_t steps = 0; kind < 0 && index > 0 && steps < LOOK_BACK; steps++) {
        if (!content_walk(c, --index, &s))
            break;
        for (size_t i = s.count; i > 0 && kind < 0; i--)
            kind = line_kind(&s.blocks[i - 1]);
        segment_deinit(&s);
    }
    return kind < 0 ? 0 : kind;
}

struct run_of_lines {
    struct arena arena;
    ARRAY(struct block) lines;
    bool data, over;
};

static void add_lines(struct run_of_lines *r, const struct segment *s, size_t first)
{
    for (size_t i = first; i < s->count && !r->over; i++) {
        int kind = line_kind(&s->blocks[i]);
        if (kind < 0)
            continue;
        r->over = kind == 0 || (kind == 2 && r->data) || r->lines.count == TABLE_ROWS;
        if (r->over)
            break;
        r->data = r->data || kind == 1;
        array_push(&r->lines, block_copy(&r->arena, &s->blocks[i]));
    }
}

/* Gathers the lines of the table that begins with a block of the segment. */
static void gather_run(struct run_of_lines *r, struct content *c, const struct segment *s,
                       size_t first)
{
    struct segment next;
    *r = (struct run_of_lines){0};
    arena_init(&r->arena);
    add_lines(r, s, first);
    for (size_t i = s->index + 1; !r->over && content_walk(c, i, &next); i++) {
        add_lines(r, &next, 0);
        segment_deinit(&next);
    }
}

static void free_run(struct run_of_lines *r)
{
    array_deinit(&r->lines);
    arena_deinit(&r->arena);
}

static void look_at_run(struct looking *l, const struct segment *s, size_t first)
{
    struct run_of_lines run;
    struct arena made;
    arena_init(&made);
    l->start = s->blocks[first].offset;
    gather_run(&run, l->content, s, first);
    table_lines_make(run.lines.at, run.lines.count, &made, add_block, l);
    end_table(l);
    arena_deinit(&made);
    free_run(&run);
}

static void look_at_lines(struct looking *l, const struct segment *s)
{
    int before = -1;
    for (size_t i = 0; i < s->count; i++) {
        int kind = line_kind(&s->blocks[i]);
        if (kind < 0)
            continue;
        if (kind > 0 && before < 0)
            before = kind_before(l->content, s->index);
        if (kind > 0 && (before <= 0 || (before == 1 && kind == 2)))
            look_at_run(l, s, i);
        before = kind;
    }
}

bool tabular_segment(struct content *c, size_t index,
                     void (*tell)(void *self, const struct tabular_found *found), void *self)
{
    struct segment s;
    struct looking l = {.content = c, .tell = tell, .self = self, .start = SIZE_MAX};
    l.paged = content_has_pages(c);
    content_hold(c);
    bool there = content_walk(c, index, &s);
    if (there && content_is_printed(c)) {
        look_at_lines(&l, &s);
    } else if (there) {
        for (size_t i = 0; i < s.count; i++)
            add_block(&l, &s.blocks[i]);
        end_table(&l);
    }
    if (there)
        segment_deinit(&s);
    array_deinit(&l.before);
    content_release(c);
    return there;
}

struct wanted {
    size_t offset;
    struct tabular_found *found;
    bool any;
};

static void take_if_at(void *self, const struct tabular_found *found)
{
    struct wanted *w = self;
    if (found->lead <= w->offset && w->offset < found->end && !w->any) {
        *w->found = *found;
        w->found->caption = w->found->words = (struct slice){NULL, 0};
        w->any = true;
    }
}

bool tabular_at(struct content *c, size_t offset, struct tabular_found *found)
{
    struct wanted w = {.offset = offset, .found = found};
    size_t index = content_segment_at(c, offset);
    for (size_t steps = 0; steps < LOOK_BACK; steps++, index--) {
        if (!tabular_segment(c, index, take_if_at, &w) || w.any || index == 0 ||
            !content_is_printed(c) || kind_before(c, index) <= 0)
            break;
    }
    return w.any;
}

/* ---- reading one */

struct reading {
    struct tabular *tabular;
    size_t offset;
    ARRAY(struct block) rows;
};

static void add_row(void *self, const struct block *b)
{
    struct reading *r = self;
    struct tabular *t = r->tabular;
    if (!b->row || (t->table ? b->row->table != t->table : b->offset != r->offset))
        return;
    t->table = b->row->table;
    array_push(&r->rows, *b);
}

static void read_lines(struct reading *r, const struct segment *s, size_t start)
{
    struct run_of_lines run;
    size_t first = 0;
    while (first < s->count && s->blocks[first].offset < start)
        first++;
    gather_run(&run, r->tabular->content, s, first);
    /* What the rows point to must stay as long as they do. */
    table_lines_make(run.lines.at, run.lines.count, &r->tabular->arena, add_row, r);
    free_run(&run);
}

static void find_used(struct tabular *t)
{
    bool *used = memory_alloc(t->table->columns + 1);
    for (size_t i = 0; i < t->count; i++)
        for (size_t k = 0; k < t->rows[i].row->count; k++) {
            const struct cell *c = &t->rows[i].row->cells[k];
            if (c->from < c->to && c->column < t->table->columns)
                used[c->column] = true;
        }
    t->used = arena_array(&t->arena, t->table->columns + 1, sizeof *t->used);
    for (size_t i = 0; i < t->table->columns; i++)
        if (used[i])
            t->used[t->used_count++] = i;
    if (t->used_count == 0)
        t->used_count = 1;
    free(used);
}

bool tabular_open(struct tabular *t, struct content *c, size_t offset)
{
    struct tabular_found found;
    struct segment s;
    *t = (struct tabular){.content = c};
    arena_init(&t->arena);
    content_hold(c);
    struct reading r = {.tabular = t};
    if (tabular_at(c, offset, &found) && content_walk(c, content_segment_at(c, found.start), &s)) {
        r.offset = found.offset;
        t->lead = found.lead;
        t->offset = found.offset;
        t->end = found.end;
        if (content_is_printed(c))
            read_lines(&r, &s, found.start);
        else
            for (size_t i = 0; i < s.count; i++)
                add_row(&r, &s.blocks[i]);
        segment_deinit(&s);
    }
    t->count = r.rows.count;
    t->rows = arena_keep(&t->arena, r.rows.at, r.rows.count, sizeof *r.rows.at);
    array_deinit(&r.rows);
    if (t->count == 0) {
        tabular_close(t);
        return false;
    }
    t->caption = t->table->caption;
    t->heads = t->table->header_rows < t->count ? t->table->header_rows : 0;
    find_used(t);
    return true;
}

void tabular_close(struct tabular *t)
{
    if (t->content)
        content_release(t->content);
    arena_deinit(&t->arena);
    *t = (struct tabular){0};
}
