/* SPDX-License-Identifier: MIT */
/* Takes the words of the rows of an exhibit index. */
#include "outline/exhibits/exhibit_words.h"

#include "outline/items/line.h"

static bool starts_with(struct slice text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (slice_starts_nocase(text, slice_of(*words)))
            return true;
    return false;
}

/* Takes the cells behind the number: of a row of a table each has its column. */
static void add_cells(struct exhibit_words *w, struct exhibit_row *row, const struct block *b,
                      size_t from)
{
    for (size_t i = 0; i < b->row->count; i++) {
        const struct cell *cell = &b->row->cells[i];
        size_t begin = cell->from > from ? cell->from : from;
        struct slice text = slice_trim(slice_cut(b->text, begin, cell->to));
        if (cell->to <= from || text.len == 0)
            continue;
        enum exhibit_role role = exhibit_columns_role(&w->columns, cell);
        if (exhibit_number_tail(text).len == text.len) {
            exhibit_row_marks(row, text);
            row->here = row->here || role == EXHIBIT_HERE;
        } else if (role == EXHIBIT_HERE) {
            row->here = !line_is_rule(text) || text.len >= 3; /* "X", or the sign of a check mark */
        } else if (role == EXHIBIT_SOURCE) {
            exhibit_row_add(&row->where, text);
        } else if (role == EXHIBIT_TEXT) {
            exhibit_row_add(&row->text, text);
        } else {
            exhibit_row_add(&row->fields[role], text);
        }
    }
}

/* Where the words begin that a second column of plain text has in this line; text.len: none. A gap
 * and words such as "Filed as" begin that column; below these it is known. */
static size_t second_column(struct exhibit_words *w, const struct block *b, size_t from)
{
    static const char *const words[] = {"incorporated", "filed ", "previously",
                                        "exhibit ",     "form ",  "included ",
                                        "attached",     "see ",   NULL};
    struct slice text = b->text;
    for (size_t i = text.len; i-- > from + 2;) {
        if (byte_is_blank(text.at[i]) || !byte_is_blank(text.at[i - 1]) ||
            !byte_is_blank(text.at[i - 2]))
            continue;
        bool known = w->second > 0 && i + 1 >= w->second && i <= w->second + 1;
        bool gap = (b->flags & SINK_COLUMNS) || (i >= 3 && byte_is_blank(text.at[i - 3]));
        if (!known && !(gap && starts_with(slice_cut(text, i, text.len), words)))
            continue;
        w->second = i;
        return i;
    }
    return from < text.len && w->second > 0 && from + 1 >= w->second ? from : text.len;
}

/* Behind the dashes in front of words: "- Plan", or the line below a number. */
static size_t skip_dashes(struct slice text, size_t from)
{
    size_t at = from;
    while (line_byte(text, at) == '-')
        at++;
    size_t to = at;
    while (byte_is_blank(line_byte(text, to)))
        to++;
    return to > at && at > from ? to : from;
}

/* True when the words cannot be the last of a sentence: "to", "Exhibit", "Form", "No.". */
static bool goes_on(struct slice words)
{
    static const char *const ends[] = {
        " to",    " the",     " of",   " on",        " by",           " in",   " and",
        " for",   " exhibit", " form", " no.",       " reference",    " with", ",",
        " ended", " year",    " as",   " company's", " registrant's", NULL};
    for (const char *const *e = ends; *e != NULL; e++)
        if (slice_ends_nocase(words, slice_of(*e)))
            return true;
    return false;
}

/* What was taken for a second column was the end of the line: gaps stand between sentences too.
 * Its words go on in a line that has none. */
static void join_columns(struct exhibit_words *w, struct exhibit_row *row)
{
    struct slice where = buffer_slice(&row->where);
    if (w->second == 0 || where.len == 0 || row->text.len == 0 || !goes_on(where))
        return;
    exhibit_row_add(&row->text, where);
    buffer_clear(&row->where);
    w->second = 0;
}

/* Takes the words of a line of plain text. */
static void add_line(struct exhibit_words *w, struct exhibit_row *row, const struct block *b,
                     size_t from)
{
    while (from < b->text.len && byte_is_blank(b->text.at[from]))
        from++;
    from = skip_dashes(b->text, from);
    size_t second = second_column(w, b, from);
    struct slice text = slice_trim(slice_cut(b->text, from, second));
    struct slice where = slice_trim(slice_cut(b->text, second, b->text.len));
    if (where.len == 0 && text.len > 0 && !line_is_rule(text))
        join_columns(w, row);
    if (where.len > 0)
        where = slice_trim(slice_cut(where, 0, line_page_number(where)));
    else
        text = slice_trim(slice_cut(text, 0, line_page_number(text)));
    if (!line_is_rule(text))
        exhibit_row_add(&row->text, text);
    if (!line_is_rule(where))
        exhibit_row_add(&row->where, where);
}

/* Takes the signs in front of a description: "*  Plan". */
static size_t skip_marks(struct exhibit_row *row, struct slice text, size_t from)
{
    struct slice rest = slice_cut(text, from, text.len);
    struct slice mark;
    while (exhibit_number_next_mark(&rest, &mark) && mark.at[0] != '(' && rest.len > 0 &&
           byte_is_blank(rest.at[0])) {
        exhibit_row_marks(row, mark);
        from = text.len - rest.len;
    }
    return from;
}

void exhibit_words_add(struct exhibit_words *w, struct exhibit_row *row, const struct block *b,
                       size_t from)
{
    if (row->text.len == 0)
        from = skip_marks(row, b->text, from);
    if (b->row != NULL) {
        add_cells(w, row, b, from);
    } else {
        add_line(w, row, b, from);
    }
    if (b->link_count > 0 && row->href.len == 0 && line_byte(b->links[0].href, 0) != '#')
        buffer_add(&row->href, b->links[0].href);
}

/* "Ditto" and its sign: what stands in the row above. */
void exhibit_words_repeat(struct exhibit_row *row, const struct exhibit_row *above)
{
    static const char *const dittos[] = {"\"",    "\xE2\x80\x9D", "\xE2\x80\xB3", "''",
                                         "ditto", "do.",          "same",         NULL};
    struct buffer *mine[] = {&row->where, &row->fields[EXHIBIT_FORM], &row->fields[EXHIBIT_FILE],
                             &row->fields[EXHIBIT_DATE]};
    for (size_t i = 0; i < 4; i++) {
        const struct buffer *theirs[] = {&above->where, &above->fields[EXHIBIT_FORM],
                                         &above->fields[EXHIBIT_FILE],
                                         &above->fields[EXHIBIT_DATE]};
        struct slice text = buffer_slice(mine[i]);
        if (text.len == 0 || text.len > 6 || !starts_with(text, dittos))
            continue;
        buffer_clear(mine[i]);
        buffer_add(mine[i], buffer_slice(theirs[i]));
    }
}
