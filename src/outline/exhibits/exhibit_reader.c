/* SPDX-License-Identifier: MIT */
/* Reads the lines of an exhibit index. */
#include "outline/exhibits/exhibit_reader.h"

#include "outline/exhibits/exhibit_source.h"
#include "outline/items/line.h"

enum {
    QUIET_LINES = 60,  /* so many lines without a row end an index */
    SUB_LINES = 12,    /* behind so many lines no number goes on */
    TITLE_BYTES = 120, /* a longer line is no title of a list */
    CLOSE_ROWS = 64    /* rows whose number alone on a line ends the index */
};

void exhibit_reader_deinit(struct exhibit_reader *r)
{
    exhibit_rows_deinit(&r->rows);
    exhibit_columns_deinit(&r->words.columns);
    exhibit_sub_deinit(&r->sub);
}

static bool starts_with(struct slice text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (slice_starts_nocase(text, slice_of(*words)))
            return true;
    return false;
}

/* What the Item lists besides exhibits, under small numbers. */
static bool is_other_list(struct slice text)
{
    static const char *const words[] = {"financial statement",
                                        "consolidated financial statement",
                                        "schedule",
                                        "exhibit",
                                        "list of exhibits",
                                        "list of financial",
                                        "index to",
                                        "report",
                                        "the following",
                                        "all ",
                                        "supplement",
                                        "item ",
                                        "the financial",
                                        "none",
                                        "not applicable",
                                        NULL};
    return starts_with(text, words);
}

static bool is_legend_text(struct slice text)
{
    static const char *const words[] = {
        "incorporated",  "previously",  "filed",       "furnished",
        "management",    "denotes",     "indicates",   "compensatory",
        "this exhibit",  "these ",      "portions",    "confidential",
        "pursuant to",   "represents",  "each ",       "designates",
        "constitutes",   "included in", "to be filed", "submitted",
        "in accordance", "certain ",    NULL};
    return starts_with(text, words);
}

/* Exhibits have the numbers of Regulation S-K, Item 601: 1 to 36, 95 and above. */
static bool is_class(unsigned major)
{
    return (major >= 1 && major <= 36) || (major >= 95 && major <= 110);
}

/* Begins a row; `end` is behind its number in the block's text. */
static struct exhibit_row *begin_row(struct exhibit_reader *r, const struct block *b, size_t start,
                                     size_t end)
{
    size_t at = start + exhibit_number_signs(slice_cut(b->text, start, end));
    struct exhibit_row *row = exhibit_rows_add(&r->rows, block_source(b, at));
    r->column = end;
    while (r->column < b->text.len && byte_is_blank(b->text.at[r->column]))
        r->column++;
    r->open = true;
    r->legend = false;
    r->page = b->page;
    r->table = b->row != NULL ? b->row->table : NULL;
    r->quiet = 0;
    exhibit_words_add(&r->words, row, b, end);
    if (r->rows.list.count > 1)
        exhibit_words_repeat(row, row - 1);
    return row;
}

/* The place in the number where small raised figures begin, which are no part of it. */
static size_t raised_from(const struct block *b, size_t from, size_t to)
{
    size_t until = from;
    for (size_t at = from; b->run_count > 0 && at < to; at = until) {
        unsigned style = block_style(b, at, &until);
        if (at > from && (style & STYLE_SUPER))
            return at;
        if (until <= at)
            break;
    }
    return to;
}

/* How the number stands in the line. */
struct stand {
    struct slice rest; /* behind it */
    size_t indent;
    bool own; /* in a cell of its own, or alone on its line */
    bool gap; /* a wide gap behind it */
};

static struct stand stand_of(const struct block *b, size_t start, const struct exhibit_number *n,
                             struct slice line)
{
    struct stand s = {.rest = slice_trim(slice_cut(line, n->end, line.len)), .indent = start};
    char next = line_byte(line, n->end);
    s.own = (b->row != NULL && next == '\t') || s.rest.len == 0;
    s.gap = next == '\t' || (next == ' ' && line_byte(line, n->end + 1) == ' ');
    return s;
}

/* True when a number at the line's front may be a row's: in the column of the first, and not below
 * the number before it, or else set apart. */
static bool may_be_row(const struct exhibit_reader *r, const struct block *b,
                       const struct exhibit_number *n, const struct stand *s)
{
    bool first = r->rows.list.count == 0;
    if (!is_class(n->major) || r->paused)
        return false;
    if (!first && b->row == NULL && (s->indent > r->indent + 3 || s->indent + 8 < r->indent))
        return false;
    if (s->rest.len > 0 && byte_is_lower(s->rest.at[0]) && !(s->own && n->shape == EXHIBIT_SHAPED))
        return false;
    if (n->shape == EXHIBIT_PLAIN) {
        bool other = n->major <= 5 && r->item && is_other_list(s->rest);
        bool page = s->rest.len == 0 && b->row == NULL;
        bool note = n->bracket && is_legend_text(s->rest);
        return r->ready && !other && !page && !note && n->major >= r->major;
    }
    return first || n->major >= r->major || s->own || s->gap || n->word || b->blank > 0;
}

/* True when the line is the divider of an exhibit that was listed: the index is over. */
static bool is_divider(const struct exhibit_reader *r, const struct exhibit_number *n,
                       const struct stand *s)
{
    if (!n->word || s->rest.len > 0)
        return false;
    for (size_t i = 0; i < r->rows.list.count && i < CLOSE_ROWS; i++)
        if (slice_equal_nocase(buffer_slice(&r->rows.list.at[i].label), n->text))
            return true;
    return false;
}

/* "(10)  (a)  Plan": the number goes on behind a gap; *end moves behind it. */
static void take_rest(struct slice line, const struct exhibit_number *n, struct buffer *label,
                      size_t *end)
{
    size_t from = n->end;
    struct exhibit_number sub;
    while (byte_is_blank(line_byte(line, from)))
        from++;
    struct slice rest = slice_cut(line, from, line.len);
    if (n->shape != EXHIBIT_PLAIN || line_byte(rest, 0) != '(' ||
        !exhibit_number_read(rest, &sub) || sub.major > 0 || sub.text.len > 10)
        return;
    buffer_add(label, sub.text);
    *end = from + sub.end;
}

/* Takes the line as a row; false when it is none. */
static bool take_row(struct exhibit_reader *r, const struct block *b, size_t start,
                     struct slice line, struct exhibit_number *n)
{
    struct stand s = stand_of(b, start, n, line);
    if (is_divider(r, n, &s)) {
        r->done = true;
        return true;
    }
    bool lettered = n->major == 0;
    if (lettered ? !r->letters || r->paused || !r->ready || is_legend_text(s.rest)
                 : !may_be_row(r, b, n, &s))
        return false;
    struct buffer label = {0};
    size_t front = (size_t)(n->text.at - b->text.at);
    size_t raised = raised_from(b, front, front + n->text.len);
    struct slice number = slice_cut(b->text, front, raised);
    exhibit_sub_label(&label, number, n->bracket);
    size_t end = n->end;
    take_rest(line, n, &label, &end);
    if (r->rows.list.count == 0)
        r->indent = start;
    struct exhibit_row *row = begin_row(r, b, start, start + end);
    exhibit_sub_begin(&r->sub, buffer_slice(&label));
    row->label = label;
    row->shape = n->shape;
    row->major = n->major;
    row->sure = s.own || s.gap || n->word;
    exhibit_row_marks(row, n->front);
    exhibit_row_marks(row, n->behind);
    exhibit_row_marks(row, slice_cut(b->text, raised, front + n->text.len));
    r->major = n->major;
    return true;
}

/* True when a row may be the first below the one above it: close to it, and deeper where that has
 * a number of its own. */
static bool may_begin(const struct exhibit_reader *r, const struct block *b, size_t start)
{
    const struct exhibit_row *above = &r->rows.list.at[r->rows.list.count - 1];
    bool deeper = b->row ? b->row->count > 0 && b->row->cells[0].column > 0 : start > r->indent + 1;
    return r->quiet <= SUB_LINES && (above->shape == EXHIBIT_PLAIN || deeper);
}

/* "(b)  By-Laws" below "(3)  Articles": a row whose number is told in part. */
static bool take_sub(struct exhibit_reader *r, const struct block *b, size_t start,
                     struct slice line, const struct exhibit_number *n)
{
    struct stand s = stand_of(b, start, n, line);
    struct buffer label = {0};
    if (r->rows.list.count == 0 || r->paused || s.rest.len == 0 || byte_is_lower(s.rest.at[0]) ||
        is_legend_text(s.rest) || (b->row == NULL && start < r->indent) ||
        !exhibit_sub_next(&r->sub, n->text, may_begin(r, b, start), &label)) {
        buffer_deinit(&label);
        return false;
    }
    struct exhibit_row *above = &r->rows.list.at[r->rows.list.count - 1];
    bool group = above->shape == EXHIBIT_PLAIN && above->text.len <= TITLE_BYTES &&
                 above->where.len == 0 && above->href.len == 0 &&
                 exhibit_source_told(buffer_slice(&above->text)) == TOLD_NOTHING;
    above->group = above->group || group;
    struct exhibit_row *row = begin_row(r, b, start, start + n->end);
    row->label = label;
    row->shape = EXHIBIT_SUB;
    row->sure = s.own || s.gap;
    exhibit_row_marks(row, n->front);
    exhibit_row_marks(row, n->behind);
    return true;
}

/* A line such as "* Incorporated by reference" or "(1) Filed as an exhibit to ...": kept under its
 * mark; true when it is one. */
static bool read_legend(struct exhibit_reader *r, const struct block *b, struct slice line)
{
    struct slice rest = line;
    struct slice mark;
    if (exhibit_number_next_mark(&rest, &mark) &&
        (mark.at[0] != '(' || rest.len == 0 || byte_is_blank(rest.at[0]) || is_legend_text(rest))) {
        struct slice more = rest;
        struct slice second = mark;
        bool two = exhibit_number_next_mark(&more, &second) && more.at == second.at + second.len &&
                   byte_is_blank(line_byte(more, 0)) && second.at == rest.at;
        exhibit_row_add(&exhibit_rows_legend(&r->rows, mark)->text, two ? more : rest);
        r->legend = true;
        r->open = false;
        r->page = b->page;
        return true;
    }
    size_t open = slice_find(line, SLICE("(")); /* "marked with an asterisk (*)" */
    rest = slice_cut(line, open + 1, line.len);
    if (r->rows.list.count == 0 && rest.len > 1 && !line_is_alnum(rest.at[0]) &&
        exhibit_number_next_mark(&rest, &mark) && line_byte(rest, 0) == ')')
        exhibit_row_add(&exhibit_rows_legend(&r->rows, mark)->text, line);
    return false;
}

/* What goes on below a row stands below its description; a line of its own is a title. */
static bool goes_on(const struct exhibit_reader *r, const struct block *b, size_t start)
{
    bool deeper = start > r->indent + 1 && (b->blank == 0 || start + 2 >= r->column);
    bool below = !b->row || (b->row->count > 0 && b->row->cells[0].column > 0);
    const struct exhibit_row *row = &r->rows.list.at[r->rows.list.count - 1];
    bool empty = row->text.len == 0 && row->where.len == 0; /* the number stands alone above */
    if (b->row == NULL && b->blank > 0 && slice_ends_nocase(buffer_slice(&row->text), SLICE(":")))
        return false; /* what it announces is the exhibit itself, not its title */
    return r->open && b->page == r->page && (deeper || b->blank == 0 || empty) && below;
}

/* A line that is no row. */
static void read_other(struct exhibit_reader *r, const struct block *b, size_t start,
                       struct slice line)
{
    static const char *const reports[] = {"(b) reports on form 8",
                                          "(b)  reports on form 8",
                                          "reports on form 8-k",
                                          "b) reports on form",
                                          "(b)\treports on form",
                                          "b. reports on form",
                                          NULL};
    bool exhibit = slice_find_nocase(line, SLICE("exhibit")) < line.len;
    if (exhibit && slice_starts_nocase(line, SLICE("exhibit index")))
        r->open = false; /* at the foot of a page */
    if (r->item && starts_with(line, reports)) {
        r->paused = true;
        r->open = false;
    } else if (exhibit) {
        r->ready = true;
        r->paused = r->paused && slice_find_nocase(line, SLICE("8-K")) < line.len;
    }
    r->rows.others = r->rows.others || exhibit_source_others(line);
    r->quiet++;
    r->done = r->quiet > QUIET_LINES;
    if (read_legend(r, b, line))
        return;
    const struct exhibit_legend *last =
        r->legend ? &r->rows.legends.at[r->rows.legends.count - 1] : NULL;
    if (last != NULL && (b->blank == 0 || last->text.len == 0)) {
        exhibit_row_add(&r->rows.legends.at[r->rows.legends.count - 1].text, line);
        return;
    }
    r->legend = false;
    r->open = r->rows.list.count > 0 && goes_on(r, b, start);
    if (r->open)
        exhibit_words_add(&r->words, &r->rows.list.at[r->rows.list.count - 1], b, start);
}

void exhibit_reader_line(struct exhibit_reader *r, const struct block *b)
{
    size_t start = 0;
    while (start < b->text.len && byte_is_blank(b->text.at[start]))
        start++;
    struct slice line = slice_cut(b->text, start, b->text.len);
    struct exhibit_number n;
    bool number = exhibit_number_read(line, &n);
    bool inside = r->open && b->row != NULL && b->row->table == r->table;
    if (!number && exhibit_columns_head(&r->words.columns, b, inside)) {
        r->open = false;
        r->ready = r->ready || slice_find_nocase(line, SLICE("exhibit")) < line.len;
        r->quiet++;
        return;
    }
    bool sub = number && n.shape == EXHIBIT_SUB && !r->letters;
    if (number && (sub ? take_sub(r, b, start, line, &n) : take_row(r, b, start, line, &n)))
        return;
    read_other(r, b, start, line);
}

void exhibit_reader_finish(struct exhibit_reader *r)
{
    for (size_t i = 0; i < r->rows.list.count; i++) {
        struct exhibit_row *row = &r->rows.list.at[i];
        bool empty = row->text.len == 0 && row->where.len == 0;
        row->group = row->group || (empty && row->shape == EXHIBIT_PLAIN);
    }
}
