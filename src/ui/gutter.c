/* SPDX-License-Identifier: MIT */
/* Drawing the gutter. */
#include "ui/gutter.h"

/* The line, heavy where the document is on the screen; crossed where hits are. */
enum { SIGN_SCREEN = 0x2503, SIGN_HIT = 0x253C, SIGN_HIT_SCREEN = 0x254B };

/* A document, cut into as many parts as there are rows. */
struct parts {
    size_t begin, length; /* bytes of the input */
    size_t rows;
};

/* Where the part of a row begins. */
static size_t begin_of(const struct parts *p, size_t row)
{
    return p->begin + (size_t)((double)p->length * (double)row / (double)p->rows);
}

/* Whether [from, to) has something in the part of the row. */
static bool touches(const struct parts *p, size_t row, size_t from, size_t to)
{
    return from < begin_of(p, row + 1) && to > begin_of(p, row);
}

static bool is_blank(struct region r, int row)
{
    const struct canvas_cell *cell = canvas_cell(r.canvas, r.top + row, r.left);
    return cell && cell->code == ' ';
}

static void draw_sign(struct region r, int row, struct style style, bool hits, bool seen, bool line)
{
    if (line)
        region_fill(r, row, 0, 1, style,
                    hits && seen ? SIGN_HIT_SCREEN
                    : hits       ? SIGN_HIT
                                 : SIGN_SCREEN);
    else if (hits && is_blank(r, row))
        region_fill(r, row, 0, 1, style, seen ? SIGN_HIT_SCREEN : SIGN_HIT);
}

void gutter_draw(const struct window *w, const struct theme *theme, struct region r, bool line)
{
    const struct search *search = w->hits_hidden ? NULL : w->hunt.search;
    size_t document = text_pane_place(w->text).document, from, to;
    const struct document *d = submission_document(w->filing->submission, document);
    bool capped;
    if (!search || !d || r.columns < 1 || search_hits(search, &capped) == 0)
        return;
    struct parts parts = {d->text_offset, d->text_end - d->text_offset, (size_t)r.rows};
    text_pane_visible(w->text, &from, &to);
    for (int row = 0; row < r.rows; row++) {
        size_t first, behind, begin = begin_of(&parts, (size_t)row);
        size_t end = begin_of(&parts, (size_t)row + 1);
        search_range(search, document, begin, end, &first, &behind);
        bool seen = touches(&parts, (size_t)row, from, to);
        bool current = w->current.document == document && w->current.offset >= begin &&
                       w->current.offset < end;
        enum role role =
            behind > first ? current ? ROLE_HIT_CURRENT : ROLE_GUTTER_HIT : ROLE_GUTTER;
        if (behind > first || seen)
            draw_sign(r, row, theme_find(theme, role), behind > first, seen, line);
    }
}
