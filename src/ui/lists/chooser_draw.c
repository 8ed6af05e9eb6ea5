/* SPDX-License-Identifier: MIT */
/* How a chooser looks: a row with its name, what was typed and the count; below it the rows. */
#include "ui/lists/chooser_state.h"

#include "base/utf8.h"
#include "base/width.h"

/* Columns */
enum {
    NARROW = 30,    /* below which a level is indented by one */
    TEXT_LEAST = 8, /* of a text beside a detail */
    BEGINNING = 3,  /* of a text that is cut in front of what fits, so much of the room */
    MARGIN = 2,     /* before a text: the sign of the selected row */
    LEVELS_MOST = 8 /* that are indented */
};

struct drawing {
    const struct chooser *c;
    struct region r;
    const struct look *look;
    struct fuzzy *fuzzy;
    fuzzy_marks marks;
};

static struct style style_of(const struct drawing *d, enum role role)
{
    return theme_find(d->look->theme, role);
}

/* "the hits" -> "Hits" */
static void add_name(const struct chooser *c, struct buffer *out)
{
    struct slice name = slice_of(chooser_name(c));
    if (slice_starts(name, SLICE("the ")))
        name = slice_cut(name, 4, name.len);
    if (name.len > 0)
        buffer_add_byte(out, byte_upper(*name.at));
    buffer_add(out, slice_cut(name, 1, name.len));
}

/* "12 of 87", narrowed "2 of 12 (87)"; "…" behind it while rows are looked for. */
static void add_count(const struct chooser *c, struct buffer *out)
{
    const struct chooser_rows *rows = &c->rows;
    size_t nth = c->selected < rows->shown.count ? rows->shown.at[c->selected].nth : 0;
    if (nth > 0)
        buffer_addf(out, "%zu of ", nth);
    buffer_addf(out, "%zu", rows->fitting);
    if (rows->fitting != rows->count)
        buffer_addf(out, " (%zu)", rows->count);
    if (c->expects)
        buffer_add_text(out, "…");
}

/* The title of the selected row when it is above the screen. */
static struct slice title_above(const struct chooser *c)
{
    size_t title = chooser_rows_title(&c->rows, c->selected);
    if (title == CHOOSER_NONE || title >= c->top)
        return (struct slice){NULL, 0};
    return chooser_rows_at(&c->rows, title)->text;
}

/* What was typed, its end when it is long; the column behind it. */
static int draw_typed(const struct drawing *d, int column, int room)
{
    struct slice typed = chooser_typed(d->c);
    struct slice shown = typed;
    while (shown.len > 0 && (int)width_of_text(shown) + 1 > room)
        shown = slice_cut(shown, utf8_length(shown), shown.len);
    if (shown.len < typed.len && room > 1)
        region_print(d->r, 0, column - 1, style_of(d, ROLE_PROMPT), "…");
    return region_write(d->r, 0, column, style_of(d, ROLE_PROMPT), shown);
}

/* Writes as much as fits before `edge`; the column where the next may stand. */
static int put(const struct drawing *d, int column, int edge, enum role role, struct slice text)
{
    if (text.len == 0 || column + TEXT_LEAST >= edge)
        return column;
    return region_write_cut(d->r, 0, column, edge - column - 2, style_of(d, role), text) + 2;
}

static int put_typed(const struct drawing *d, int column, int edge)
{
    if (!chooser_typing(d->c) && chooser_typed(d->c).len == 0)
        return column;
    region_print(d->r, 0, column, style_of(d, ROLE_HELP_GROUP), "›");
    column = draw_typed(d, column + 2, edge - column - 3);
    /* The terminal's cursor stands on the selected row; where letters go is shown all the same. */
    if (chooser_typing(d->c) && column < edge)
        region_fill(d->r, 0, column, 1, style_of(d, ROLE_TREE_SELECTED), '_');
    return column + 3;
}

static void draw_head(const struct drawing *d)
{
    struct buffer name = {0};
    struct buffer count = {0};
    add_name(d->c, &name);
    add_count(d->c, &count);
    int wide = (int)width_of_text(buffer_slice(&count));
    int column = 1 + (int)width_of_text(buffer_slice(&name)) + 2;
    int edge = column + wide < d->r.columns ? d->r.columns - wide - 1 : d->r.columns;
    region_write_cut(d->r, 0, 1, edge - 1, style_of(d, ROLE_HELP_GROUP), buffer_slice(&name));
    column = put_typed(d, column, edge);
    column = put(d, column, edge, ROLE_MESSAGE, buffer_slice(&d->c->about));
    put(d, column, edge, ROLE_TREE_PAGE, title_above(d->c));
    region_write(d->r, 0, edge, style_of(d, ROLE_TREE_PAGE), buffer_slice(&count));
    buffer_deinit(&name);
    buffer_deinit(&count);
}

/* Marks the letters that fit in a text that is drawn from `column` on, its first `skipped` bytes
 * left out, up to a column. */
static void mark_letters(const struct drawing *d, int row, bool detail, struct slice text,
                         size_t skipped, int column, int end)
{
    for (size_t i = 0; i < d->marks.count; i++) {
        const struct fuzzy_mark *m = &d->marks.at[i];
        if (m->detail != detail || m->from < skipped)
            continue;
        int from = column + (int)width_of_text(slice_cut(text, skipped, m->from));
        int to = from + (int)width_of_text(slice_cut(text, m->from, m->to));
        if (to > end)
            to = end;
        if (from < to)
            region_restyle(d->r, row, from, to - from, style_of(d, ROLE_MATCH));
    }
}

/* Where a text goes on behind its beginning so that the first letters that fit are seen; 0: it need
 * not be cut there. */
static size_t goes_on(const struct drawing *d, struct slice text, int room, int beginning)
{
    struct fuzzy_mark first = {text.len, text.len, false};
    for (size_t i = 0; i < d->marks.count; i++)
        if (!d->marks.at[i].detail && d->marks.at[i].from < first.from)
            first = d->marks.at[i];
    if (room < TEXT_LEAST || first.from == text.len || (int)width_of_text(text) <= room ||
        (int)width_of_text(slice_cut(text, 0, first.to)) < room)
        return 0;
    size_t at = width_fit(text, (size_t)beginning);
    int most = (room - beginning) / 2;
    while (at < first.from && (int)width_of_text(slice_cut(text, at, first.to)) > most)
        at += utf8_length(slice_cut(text, at, text.len));
    return at;
}

/* Of a text that is cut, its beginning says what it is, and the rest shows why it is here. */
static void draw_text(const struct drawing *d, int row, int column, int room, struct style style,
                      struct slice text)
{
    if (room <= 0)
        return;
    int beginning = room / BEGINNING;
    size_t at = goes_on(d, text, room, beginning);
    if (at > 0) {
        struct slice front = slice_cut(text, 0, width_fit(text, (size_t)beginning));
        int end = region_write(d->r, row, column, style, front);
        region_print(d->r, row, end, style, "…");
        room -= end + 1 - column;
        column = end + 1;
    }
    struct slice rest = slice_cut(text, at, text.len);
    bool whole = (int)width_of_text(rest) <= room;
    region_write_cut(d->r, row, column, room, style, rest);
    mark_letters(d, row, false, text, at, column, column + room - !whole);
}

static void draw_row(struct drawing *d, int row, size_t shown)
{
    const struct chooser_item *it = chooser_rows_at(&d->c->rows, shown);
    bool selected = shown == d->c->selected && !it->title;
    struct style style = style_of(d, it->title          ? ROLE_HELP_GROUP
                                     : !selected        ? ROLE_TREE
                                     : d->look->focused ? ROLE_TREE_FOCUS
                                                        : ROLE_TREE_SELECTED);
    struct style aside = selected ? style : style_of(d, ROLE_TREE_PAGE);
    int level = it->level < LEVELS_MOST ? it->level : LEVELS_MOST;
    int column = MARGIN + level * (d->r.columns < NARROW ? 1 : 2);
    int end = d->r.columns - 2; /* the last column says that there is more */
    int wide = (int)width_of_text(it->detail);
    region_fill(d->r, row, 0, d->r.columns, style, ' ');
    if (selected)
        region_print(d->r, row, 0, style, "›");
    d->marks.count = 0;
    if (!it->title)
        fuzzy_score(d->fuzzy, it->text, it->detail, &d->marks);
    if (it->from < it->to)
        array_push(&d->marks, ((struct fuzzy_mark){it->from, it->to, false}));
    if (wide > 0 && column + TEXT_LEAST + wide < end) {
        region_write(d->r, row, end - wide, aside, it->detail);
        mark_letters(d, row, true, it->detail, 0, end - wide, end);
        end -= wide + 1;
    }
    draw_text(d, row, column, end - column, style, it->text);
    if (selected)
        region_cursor(d->r, row, 0);
}

static void draw_empty(const struct drawing *d, int row)
{
    const struct chooser *c = d->c;
    const char *text = c->rows.count > 0 ? "nothing here has these letters"
                       : c->expects      ? "looking…"
                       : c->setup.empty  ? c->setup.empty
                                         : "nothing here";
    region_write_cut(d->r, row, MARGIN, d->r.columns - MARGIN, style_of(d, ROLE_FURNITURE),
                     slice_of(text));
    region_cursor(d->r, row, 0);
}

void chooser_draw(const struct chooser *c, struct region r, const struct look *look)
{
    struct fuzzy fuzzy = {.runs = false};
    struct drawing d = {.c = c, .r = r, .look = look, .fuzzy = &fuzzy};
    int head = r.rows > 1 ? 1 : 0;
    region_clear(r, style_of(&d, ROLE_TREE));
    fuzzy_set(&fuzzy, chooser_typed(c), !c->rows.ranked);
    if (head)
        draw_head(&d);
    if (c->rows.shown.count == 0)
        draw_empty(&d, head);
    int row = head;
    size_t shown = c->top;
    for (; row < r.rows && shown < c->rows.shown.count; row++, shown++)
        draw_row(&d, row, shown);
    if (c->top > 0 && row > head)
        region_print(r, head, r.columns - 1, style_of(&d, ROLE_OVERFLOW), "▴");
    if (shown < c->rows.shown.count && row > head)
        region_print(r, row - 1, r.columns - 1, style_of(&d, ROLE_OVERFLOW), "▾");
    array_deinit(&d.marks);
    fuzzy_deinit(&fuzzy);
}
