/* SPDX-License-Identifier: MIT */
/* Reads the rows of exhibit indexes. */
#include "outline/exhibit_index.h"

#include "outline/exhibit_number.h"
#include "outline/exhibit_rows.h"
#include "outline/exhibit_source.h"
#include "outline/exhibit_sub.h"
#include "outline/line.h"

#include <string.h>

enum {
    QUIET_LINES = 60,      /* so many lines without a row end an index */
    INDEX_BYTES = 1 << 18, /* a longer index is not read to its end */
    SMALL_FILE = 16 << 20, /* all documents of a smaller file are looked at */
    PARENTS_MOST = 4,      /* lists that are compared */
    SUB_LINES = 12,        /* behind so many lines no number goes on */
    TITLE_BYTES = 120,     /* a longer line is no title of a list */
    CLOSE_ROWS = 64        /* rows whose number alone on a line ends the index */
};

struct slice exhibit_index_number(struct slice text, size_t *end)
{
    static const struct slice none = {0};
    struct exhibit_number n;
    if (!exhibit_number_read(text, &n) || n.major == 0)
        return none;
    *end = n.end;
    return n.text;
}

struct reader {
    struct submission *submission;
    struct exhibit_rows rows;
    struct exhibit_columns columns;
    struct exhibit_sub sub;
    size_t indent; /* of the first row's number */
    size_t column; /* where the last row's description begins */
    size_t second; /* where a column of plain text begins that tells of filings; 0 */
    uint32_t page; /* of the last row */
    size_t quiet;  /* lines since the last row */
    unsigned major;
    bool letters; /* the form's exhibits are lettered */
    bool item;    /* rows of an Item, which lists other things too */
    bool open;    /* the last row's description may go on */
    bool ready;   /* plain numbers are rows */
    bool paused;  /* in a list of something else */
    bool legend;  /* the last legend may go on */
    bool done;
};

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

/* Takes the cells behind the number: of a row of a table each has its column. */
static void add_cells(struct reader *r, struct exhibit_row *row, const struct block *b, size_t from)
{
    for (size_t i = 0; i < b->row->count; i++) {
        const struct cell *cell = &b->row->cells[i];
        size_t begin = cell->from > from ? cell->from : from;
        struct slice text = slice_trim(slice_cut(b->text, begin, cell->to));
        if (cell->to <= from || text.len == 0)
            continue;
        enum exhibit_role role = exhibit_columns_role(&r->columns, cell);
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
static size_t second_column(struct reader *r, const struct block *b, size_t from)
{
    static const char *const words[] = {"incorporated", "filed ", "previously",
                                        "exhibit ",     "form ",  "included ",
                                        "attached",     "see ",   NULL};
    struct slice text = b->text;
    for (size_t i = text.len; i-- > from + 2;) {
        if (byte_is_blank(text.at[i]) || !byte_is_blank(text.at[i - 1]) ||
            !byte_is_blank(text.at[i - 2]))
            continue;
        bool known = r->second > 0 && i + 1 >= r->second && i <= r->second + 1;
        bool gap = (b->flags & SINK_COLUMNS) || (i >= 3 && byte_is_blank(text.at[i - 3]));
        if (!known && !(gap && starts_with(slice_cut(text, i, text.len), words)))
            continue;
        r->second = i;
        return i;
    }
    return from < text.len && r->second > 0 && from + 1 >= r->second ? from : text.len;
}

/* Takes the words of a line of plain text. */
static void add_line(struct reader *r, struct exhibit_row *row, const struct block *b, size_t from)
{
    while (from < b->text.len && byte_is_blank(b->text.at[from]))
        from++;
    size_t second = second_column(r, b, from);
    struct slice text = slice_trim(slice_cut(b->text, from, second));
    struct slice where = slice_trim(slice_cut(b->text, second, b->text.len));
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

static void add_text(struct reader *r, struct exhibit_row *row, const struct block *b, size_t from)
{
    if (row->text.len == 0)
        from = skip_marks(row, b->text, from);
    if (b->row != NULL) {
        add_cells(r, row, b, from);
    } else {
        add_line(r, row, b, from);
    }
    if (b->link_count > 0 && row->href.len == 0 && line_byte(b->links[0].href, 0) != '#')
        buffer_add(&row->href, b->links[0].href);
}

/* "Ditto" and its sign: what stands in the row above. */
static void repeat_above(struct reader *r, struct exhibit_row *row)
{
    static const char *const dittos[] = {"\"",    "\xE2\x80\x9D", "\xE2\x80\xB3", "''",
                                         "ditto", "do.",          "same",         NULL};
    const struct exhibit_row *above = r->rows.list.count > 1 ? row - 1 : NULL;
    struct buffer *mine[] = {&row->where, &row->fields[EXHIBIT_FORM], &row->fields[EXHIBIT_FILE],
                             &row->fields[EXHIBIT_DATE]};
    for (size_t i = 0; above != NULL && i < 4; i++) {
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

/* Begins a row; `end` is behind its number in the block's text. */
static struct exhibit_row *begin_row(struct reader *r, const struct block *b, size_t start,
                                     size_t end)
{
    struct exhibit_row *row = exhibit_rows_add(&r->rows, block_source(b, start));
    r->column = end;
    while (r->column < b->text.len && byte_is_blank(b->text.at[r->column]))
        r->column++;
    r->open = true;
    r->legend = false;
    r->page = b->page;
    r->quiet = 0;
    add_text(r, row, b, end);
    repeat_above(r, row);
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
static bool may_be_row(const struct reader *r, const struct block *b,
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
static bool is_divider(const struct reader *r, const struct exhibit_number *n,
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
static bool take_row(struct reader *r, const struct block *b, size_t start, struct slice line,
                     struct exhibit_number *n)
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
static bool may_begin(const struct reader *r, const struct block *b, size_t start)
{
    const struct exhibit_row *above = &r->rows.list.at[r->rows.list.count - 1];
    bool deeper = b->row ? b->row->count > 0 && b->row->cells[0].column > 0 : start > r->indent + 1;
    return r->quiet <= SUB_LINES && (above->shape == EXHIBIT_PLAIN || deeper);
}

/* "(b)  By-Laws" below "(3)  Articles": a row whose number is told in part. */
static bool take_sub(struct reader *r, const struct block *b, size_t start, struct slice line,
                     const struct exhibit_number *n)
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
static bool read_legend(struct reader *r, const struct block *b, struct slice line)
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
static bool goes_on(const struct reader *r, const struct block *b, size_t start)
{
    bool deeper = start > r->indent + 1 && (b->blank == 0 || start + 2 >= r->column);
    bool below = !b->row || (b->row->count > 0 && b->row->cells[0].column > 0);
    const struct exhibit_row *row = &r->rows.list.at[r->rows.list.count - 1];
    bool empty = row->text.len == 0 && row->where.len == 0; /* the number stands alone above */
    return r->open && b->page == r->page && (deeper || b->blank == 0 || empty) && below;
}

/* A line that is no row. */
static void read_other(struct reader *r, const struct block *b, size_t start, struct slice line)
{
    static const char *const reports[] = {"(b) reports on form 8",
                                          "(b)  reports on form 8",
                                          "reports on form 8-k",
                                          "b) reports on form",
                                          "(b)\treports on form",
                                          "b. reports on form",
                                          NULL};
    bool exhibit = slice_find_nocase(line, SLICE("exhibit")) < line.len;
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
        add_text(r, &r->rows.list.at[r->rows.list.count - 1], b, start);
}

static void read_line(struct reader *r, const struct block *b)
{
    size_t start = 0;
    while (start < b->text.len && byte_is_blank(b->text.at[start]))
        start++;
    struct slice line = slice_cut(b->text, start, b->text.len);
    struct exhibit_number n;
    bool number = exhibit_number_read(line, &n);
    if (!number && exhibit_columns_head(&r->columns, b)) {
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

/* The place of its first letter. */
static size_t first_letter(const struct block *b)
{
    size_t at = 0;
    while (at + 1 < b->text.len && byte_is_blank(b->text.at[at]))
        at++;
    return block_source(b, at);
}

static void read_rows(struct reader *r, struct document *d, size_t from, size_t to)
{
    struct content *content = content_of(r->submission, d);
    struct segment seg;
    for (size_t i = content_segment_at(content, from); !r->done && content_walk(content, i, &seg);
         i++) {
        for (size_t k = 0; k < seg.count && !r->done; k++) {
            const struct block *b = &seg.blocks[k];
            if (first_letter(b) >= to || b->offset > from + INDEX_BYTES)
                r->done = true;
            else if (b->end > from && b->offset > from && !(b->flags & SINK_FURNITURE))
                read_line(r, b);
        }
        r->done = r->done || seg.last;
        segment_deinit(&seg);
    }
}

/* Rows without words are bare numbers. */
static void drop_empty(struct exhibit_rows *rows)
{
    for (size_t i = 0; i < rows->list.count; i++) {
        struct exhibit_row *row = &rows->list.at[i];
        bool empty = row->text.len == 0 && row->where.len == 0;
        row->group = row->group || (empty && row->shape == EXHIBIT_PLAIN);
    }
}

static void reader_deinit(struct reader *r)
{
    exhibit_rows_deinit(&r->rows);
    exhibit_columns_deinit(&r->columns);
    exhibit_sub_deinit(&r->sub);
}

/* Reads the rows below the node, up to the next one. */
static void read_list(struct reader *r, const struct nodes *n, size_t parent, struct submission *s,
                      struct document *d)
{
    const struct node *node = &n->list.at[parent];
    size_t to = node->offset + node->length;
    if (parent + 1 < n->list.count && node[1].offset < to)
        to = node[1].offset;
    memset(r, 0, sizeof *r);
    r->submission = s;
    r->item = node->kind == NODE_ITEM;
    r->ready = !r->item || (slice_starts_nocase(node->title, SLICE("exhibits")) &&
                            slice_find_nocase(node->title, SLICE("financial")) >= node->title.len);
    r->letters = catalog_letters_exhibits(d->type.len > 0 ? d->type : submission_form(s),
                                          submission_filed(s));
    read_rows(r, d, node->offset, to);
    drop_empty(&r->rows);
}

/* Where rows may be: the indexes, and the Items whose titles say exhibits; the last of them. */
static size_t find_parents(const struct nodes *n, size_t parents[PARENTS_MOST])
{
    size_t count = 0;
    for (size_t i = n->list.count; i-- > 0 && count < PARENTS_MOST;) {
        const struct node *node = &n->list.at[i];
        bool item = node->kind == NODE_ITEM &&
                    slice_find_nocase(node->title, SLICE("exhibit")) < node->title.len;
        if (item || node->kind == NODE_EXHIBIT_INDEX)
            parents[count++] = i;
    }
    return count;
}

void exhibit_index_read(struct nodes *n, struct submission *s, struct document *d)
{
    size_t parents[PARENTS_MOST];
    size_t count = find_parents(n, parents);
    struct reader best = {0};
    size_t rows = 0;
    size_t parent = 0;
    if (count == 0)
        return;
    if (submission_bytes(s).len < SMALL_FILE)
        submission_scan(s, (size_t)-1);
    for (size_t i = 0; i < count; i++) {
        struct reader r;
        read_list(&r, n, parents[i], s, d);
        size_t more = exhibit_rows_count(&r.rows);
        bool index = n->list.at[parents[i]].kind == NODE_EXHIBIT_INDEX;
        bool better = more > rows || (more == rows && more > 0 && index);
        reader_deinit(better ? &best : &r);
        if (!better)
            continue;
        best = r;
        rows = more;
        parent = parents[i];
    }
    if (rows > 0)
        exhibit_rows_place(&best.rows, n, parent, s);
    reader_deinit(&best);
}
