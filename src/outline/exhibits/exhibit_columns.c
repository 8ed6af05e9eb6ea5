/* SPDX-License-Identifier: MIT */
/* Learns what the columns of an exhibit index say. */
#include "outline/exhibits/exhibit_columns.h"

#include "outline/items/line.h"

enum {
    HEAD_CELL = 100, /* a longer cell is no column's head */
    COLUMNS_MOST = 64
};

void exhibit_columns_deinit(struct exhibit_columns *c)
{
    array_deinit(&c->list);
}

static bool has(struct slice text, const char *words)
{
    return slice_find_nocase(text, slice_of(words)) < text.len;
}

/* The role that a head gives; `first`: it is the leftmost column. */
static enum exhibit_role head_role(struct slice head, bool first)
{
    if (has(head, "herewith") || has(head, "filed with this") || has(head, "attached"))
        return EXHIBIT_HERE;
    if (has(head, "file n") || has(head, "file/") || has(head, "file #") ||
        has(head, "registration n") || slice_equal_nocase(head, SLICE("file")) ||
        has(head, "sec file"))
        return EXHIBIT_FILE;
    if (has(head, "filing date") || has(head, "date filed") || has(head, "file date") ||
        has(head, "period end") || has(head, "date of filing") || has(head, "filed on") ||
        slice_equal_nocase(head, SLICE("date")) || slice_equal_nocase(head, SLICE("filing")) ||
        has(head, "filing/") || slice_equal_nocase(head, SLICE("filed")))
        return EXHIBIT_DATE;
    if (slice_equal_nocase(head, SLICE("form")) || has(head, "form type") ||
        has(head, "filing form") || has(head, "schedule/") || has(head, "form/"))
        return EXHIBIT_FORM;
    if (has(head, "page"))
        return EXHIBIT_PAGE;
    if (has(head, "reference") || has(head, "location") || has(head, "previously filed") ||
        has(head, "method of filing") || has(head, "source") || has(head, "incorporated"))
        return EXHIBIT_SOURCE;
    bool what =
        has(head, "descri") || has(head, "title") || has(head, "document") || has(head, "name");
    if (!first && !what && head.len <= 24 && has(head, "exh"))
        return EXHIBIT_THERE;
    return EXHIBIT_TEXT;
}

/* "Filed herewith.", but not "File No.": what ends in a stop is said of an exhibit. */
static bool is_sentence(struct slice text)
{
    size_t blank = slice_find(text, SLICE(" "));
    return blank < text.len && slice_ends_nocase(text, SLICE(".")) &&
           !slice_ends_nocase(text, SLICE("no.")) && !slice_ends_nocase(text, SLICE("nos."));
}

/* True when the row's cells are the heads of columns: short, and two of them known words. Where a
 * row may go on (`inside`) all of them must be, and more be said than "Filed herewith". */
static bool is_head(const struct block *b, bool inside)
{
    size_t cells = 0;
    size_t known = 0;
    size_t here = 0;
    for (size_t i = 0; i < b->row->count; i++) {
        const struct cell *cell = &b->row->cells[i];
        struct slice text = slice_trim(slice_cut(b->text, cell->from, cell->to));
        if (text.len == 0)
            continue;
        if (text.len > HEAD_CELL || byte_is_digit(text.at[0]) || is_sentence(text))
            return false;
        here += head_role(text, false) == EXHIBIT_HERE;
        inside = inside && cell->column > 0;
        known += head_role(text, cells == 0) != EXHIBIT_TEXT || has(text, "exhibit") ||
                 has(text, "descri") || has(text, "number");
        cells++;
    }
    if (inside && (known < cells || here == cells))
        return false;
    return known > 0 && known * 2 >= cells;
}

bool exhibit_columns_head(struct exhibit_columns *c, const struct block *b, bool inside)
{
    if (b->row == NULL || !is_head(b, inside))
        return false;
    bool more = c->table == b->row->table && b->row->index <= c->row + 1;
    if (!more)
        c->list.count = 0;
    c->table = b->row->table;
    c->row = b->row->index;
    for (size_t i = 0; i < b->row->count && c->list.count < COLUMNS_MOST; i++) {
        const struct cell *cell = &b->row->cells[i];
        struct slice text = slice_trim(slice_cut(b->text, cell->from, cell->to));
        struct exhibit_column column = {cell->column, cell->column + (cell->span ? cell->span : 1u),
                                        head_role(text, cell->column == 0 || i == 0)};
        if (text.len > 0)
            array_push(&c->list, column);
    }
    return true;
}

/* True when a column says where exhibits were filed: a second column "Exhibit" is their number
 * there then, else their name. */
static bool tells_source(const struct exhibit_columns *c)
{
    for (size_t i = 0; i < c->list.count; i++) {
        enum exhibit_role role = c->list.at[i].role;
        if (role != EXHIBIT_TEXT && role != EXHIBIT_THERE && role != EXHIBIT_PAGE)
            return true;
    }
    return false;
}

enum exhibit_role exhibit_columns_role(const struct exhibit_columns *c, const struct cell *cell)
{
    size_t from = cell->column;
    size_t to = from + (cell->span ? cell->span : 1u);
    enum exhibit_role role = EXHIBIT_TEXT;
    size_t most = 0;
    /* The head above most of the cell; of several above each other the lowest that says
     * something. */
    for (size_t i = c->list.count; i-- > 0;) {
        const struct exhibit_column *column = &c->list.at[i];
        size_t low = from > column->from ? from : column->from;
        size_t high = to < column->to ? to : column->to;
        size_t both = high > low ? high - low : 0;
        if (both > most || (both == most && both > 0 && role == EXHIBIT_TEXT)) {
            most = both;
            role = column->role;
        }
    }
    return role == EXHIBIT_THERE && !tells_source(c) ? EXHIBIT_TEXT : role;
}
