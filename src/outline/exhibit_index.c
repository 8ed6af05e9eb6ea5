/* SPDX-License-Identifier: MIT */
/* Reads the rows of exhibit indexes. */
#include "outline/exhibit_index.h"

#include "base/memory.h"
#include "outline/line.h"

#include <stdlib.h>
#include <string.h>

enum {
    QUIET_LINES = 60,      /* so many lines without a row end an index */
    ROW_BYTES = 600,       /* a longer description is cut */
    INDEX_BYTES = 1 << 18, /* a longer index is not read to its end */
    SMALL_FILE = 16 << 20  /* all documents of a smaller file are looked at */
};

/* The mark ("*", a dagger) at byte `i`: its length in bytes, and a byte that stands for it; 0 when
 * there is none. */
static size_t mark_at(struct slice s, size_t i, char *mark)
{
    static const struct {
        struct slice text;
        char mark;
    } marks[] = {{{"*", 1}, '*'},
                 {{"+", 1}, '+'},
                 {{"#", 1}, '#'},
                 {{"^", 1}, '^'},
                 {{"\xE2\x80\xA0", 3}, 'd'}, /* dagger */
                 {{"\xE2\x80\xA1", 3}, 'D'}, /* double dagger */
                 {{"\xC2\xA7", 2}, 's'},     /* section sign */
                 {{"\xC2\xB6", 2}, 'p'}};    /* pilcrow */
    struct slice rest = slice_cut(s, i, s.len);
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        if (slice_starts(rest, marks[k].text)) {
            *mark = marks[k].mark;
            return marks[k].text.len;
        }
    }
    return 0;
}

/* Behind the marks at byte `i`; *last is the last of them, or stays. */
static size_t skip_marks(struct slice s, size_t i, char *last)
{
    size_t len;
    while ((len = mark_at(s, i, last)) > 0)
        i += len;
    return i;
}

/* Behind "Exhibit", "Exhibit No.", "EX-" at the front, and blanks; 0 when there is no such word. */
static size_t exhibit_word(struct slice s)
{
    static const char *const words[] = {"EXHIBIT NO.", "EXHIBIT", "EX-", "EX.", NULL};
    for (const char *const *w = words; *w != NULL; w++) {
        struct slice word = slice_of(*w);
        if (!slice_starts_nocase(s, word))
            continue;
        size_t i = word.len;
        while (line_byte(s, i) == ' ')
            i++;
        return i;
    }
    return 0;
}

/* The end of the number that begins at `i`: digits, then .1 (a) (i) A in any mixture. */
static size_t number_end(struct slice s, size_t i)
{
    size_t from = i;
    while (byte_is_digit(line_byte(s, i)))
        i++;
    if (i == from || i - from > 3)
        return from;
    for (;;) {
        size_t j = i;
        char c = line_byte(s, j);
        char next = line_byte(s, j + 1);
        bool dot = c == '.' && (line_is_alnum(next) || next == '(');
        bool dash = c == '-' && line_is_alnum(next) && !byte_is_letter(line_byte(s, j + 2));
        if (dot || dash)
            j += 2;
        else if (c == '(' || line_is_alnum(c))
            j++;
        else
            break;
        while (line_is_alnum(line_byte(s, j)))
            j++;
        if (slice_find(slice_cut(s, i, j), SLICE("(")) < j - i) {
            if (line_byte(s, j) != ')')
                break;
            j++;
        }
        i = j;
    }
    return i - from <= 16 ? i : from;
}

/* The number, and the mark in front of it or behind it, 0 when there is none. */
static struct slice marked_number(struct slice text, size_t *end, char *mark)
{
    static const struct slice none = {0};
    *mark = 0;
    size_t i = skip_marks(text, 0, mark);
    while (i > 0 && line_byte(text, i) == ' ')
        i++;
    i += exhibit_word(slice_cut(text, i, text.len));
    bool bracket = line_byte(text, i) == '(' && byte_is_digit(line_byte(text, i + 1));
    i += bracket;
    size_t to = number_end(text, i);
    if (to == i)
        return none;
    struct slice number = slice_cut(text, i, to);
    bool form = slice_find(number, SLICE("-")) < number.len && catalog_family(number, none) != NULL;
    if (form || (bracket && line_byte(text, to) != ')')) /* "10-K" is none */
        return none;
    to = skip_marks(text, to + bracket, mark);
    char c = line_byte(text, to);
    if (c == '.' || c == ':' || c == '-')
        c = line_byte(text, ++to);
    if (c != 0 && !byte_is_blank(c))
        return none;
    *end = to;
    return number;
}

struct slice exhibit_index_number(struct slice text, size_t *end)
{
    char mark;
    return marked_number(text, end, &mark);
}

struct entry {
    struct node node;
    struct buffer text;
    char mark; /* "*" in front of the number or behind it */
    bool away; /* its link leads to another filing */
};

struct reader {
    struct nodes *nodes;
    struct submission *submission;
    ARRAY(struct entry) rows;
    struct buffer here; /* the marks that mean "incorporated by reference" */
    size_t indent;      /* of the first row's number */
    size_t column;      /* where the last row's description begins */
    uint32_t page;      /* of the last row */
    size_t quiet;       /* lines since the last row */
    unsigned major;
    bool open;  /* the last row's description may go on */
    bool ready; /* rows may begin */
    bool done;
};

static bool says_incorporated(struct slice text)
{
    return slice_find_nocase(text, SLICE("incorporated")) < text.len &&
           slice_find_nocase(text, SLICE("reference")) < text.len;
}

/* "(Exhibit 3.1 of the Annual Report on Form 10-K for 1987)", "Filed as Exhibit 3-A to Form 8-K".
 */
static bool names_other_filing(struct slice text)
{
    size_t at = slice_find_nocase(text, SLICE("exhibit "));
    struct slice rest = slice_cut(text, at + 8, text.len);
    if (!byte_is_digit(line_byte(rest, 0)))
        return false;
    if (slice_find_nocase(rest, SLICE("report")) < rest.len ||
        slice_find_nocase(rest, SLICE("registration")) < rest.len)
        return true;
    while ((at = slice_find_nocase(rest, SLICE("form "))) < rest.len) {
        rest = slice_cut(rest, at + 5, rest.len);
        if (byte_is_digit(line_byte(rest, 0)) ||
            (byte_is_letter(line_byte(rest, 0)) && line_byte(rest, 1) == '-'))
            return true; /* a number or a letter with a dash names a form; "form of note" does not
                          */
    }
    return false;
}

static void add_text(struct entry *row, struct slice text)
{
    text = slice_trim(text);
    text = slice_trim(slice_cut(text, 0, line_page_number(text)));
    if (text.len == 0 || row->text.len > ROW_BYTES || line_is_rule(text))
        return;
    if (row->text.len > 0)
        buffer_add_byte(&row->text, ' ');
    line_fold_blanks(&row->text, text);
}

static void begin_row(struct reader *r, const struct block *b, size_t start, struct slice number,
                      size_t end, char mark)
{
    struct slice text = slice_cut(b->text, start, b->text.len);
    struct entry *row = array_add(&r->rows);
    memset(row, 0, sizeof *row);
    buffer_init(&row->text);
    row->mark = mark;
    for (size_t i = 0; i < b->link_count; i++)
        row->away = row->away || slice_starts_nocase(b->links[i].href, SLICE("http"));
    row->node.kind = NODE_EXHIBIT_ROW;
    row->node.label = arena_copy(&r->nodes->arena, number);
    row->node.offset = block_source(b, start);
    row->node.confidence = 0.9;
    row->node.target_document = (size_t)-1;
    add_text(row, slice_cut(text, end, text.len));
    r->column = start + end;
    while (r->column < b->text.len && byte_is_blank(b->text.at[r->column]))
        r->column++;
    r->open = true;
    r->page = b->page;
    r->quiet = 0;
}

/* True when a number at the line's front may be a row's: in the column of the first, and not below
 * the number before it. */
static bool may_be_row(struct reader *r, size_t indent, struct slice number, struct slice text,
                       size_t end)
{
    unsigned major = 0; /* of three digits at most */
    for (size_t i = 0; i < number.len && byte_is_digit(number.at[i]); i++)
        major = major * 10 + (unsigned)(number.at[i] - '0');
    struct slice rest = slice_trim(slice_cut(text, end, text.len));
    if (r->rows.count > 0 && (indent > r->indent + 3 || indent + 8 < r->indent || major < r->major))
        return false;
    if (rest.len > 0 && byte_is_lower(rest.at[0]))
        return false;
    if (r->rows.count == 0)
        r->indent = indent;
    r->major = major;
    return true;
}

/* A line such as "* Incorporated by reference": its mark is kept. */
static void read_legend(struct reader *r, struct slice line)
{
    char mark;
    if (mark_at(line, 0, &mark) > 0 && says_incorporated(line) &&
        strchr(buffer_text(&r->here), mark) == NULL)
        buffer_add_byte(&r->here, mark);
}

static void read_line(struct reader *r, const struct block *b)
{
    size_t start = 0;
    while (start < b->text.len && byte_is_blank(b->text.at[start]))
        start++;
    struct slice line = slice_cut(b->text, start, b->text.len);
    size_t end = 0;
    char mark;
    struct slice number = marked_number(line, &end, &mark);
    if (!r->ready) {
        r->ready = slice_find_nocase(line, SLICE("exhibit")) < line.len;
        return;
    }
    if (number.len > 0 && may_be_row(r, start, number, line, end)) {
        begin_row(r, b, start, number, end, mark);
        return;
    }
    read_legend(r, line);
    r->quiet++;
    r->done = r->quiet > QUIET_LINES;
    bool deeper = start > r->indent + 1 && (b->blank == 0 || start + 2 >= r->column);
    /* In a table what goes on stands below the description; a line of its own is a title. */
    bool below = !b->row || (b->row->count > 0 && b->row->cells[0].column > 0);
    r->open = r->open && b->page == r->page && mark_at(line, 0, &mark) == 0 &&
              (deeper || b->blank == 0) && below;
    if (r->open)
        add_text(&r->rows.at[r->rows.count - 1], line);
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

/* What the text of the row says; where its exhibit is, is for exhibit_target_resolve. */
static enum node_target told_target(const struct reader *r, const struct entry *row)
{
    struct slice text = buffer_slice(&row->text);
    bool marked = row->mark != 0 && strchr(buffer_text(&r->here), row->mark) != NULL;
    return marked || row->away || says_incorporated(text) || names_other_filing(text)
               ? TARGET_INCORPORATED
               : TARGET_UNKNOWN;
}

static struct slice row_id(struct nodes *n, struct slice number)
{
    struct buffer b;
    buffer_init(&b);
    buffer_add_text(&b, "exhibit-");
    buffer_add(&b, number);
    struct slice id = arena_copy(&n->arena, buffer_slice(&b));
    buffer_deinit(&b);
    return id;
}

/* Puts the rows behind their node. */
static void keep_rows(struct reader *r, size_t parent)
{
    struct nodes *n = r->nodes;
    struct node *nodes = memory_alloc((r->rows.count + 1) * sizeof *nodes);
    for (size_t i = 0; i < r->rows.count; i++) {
        struct entry *row = &r->rows.at[i];
        row->node.target = told_target(r, row);
        row->node.level = n->list.at[parent].level + 1;
        row->node.id = row_id(n, row->node.label);
        row->node.title = arena_copy(&n->arena, buffer_slice(&row->text));
        nodes[i] = row->node;
    }
    nodes_insert(n, parent, nodes, r->rows.count);
    free(nodes);
}

/* The node to read rows from: the index, else the last Item whose title says exhibits. */
static size_t find_parent(const struct nodes *n)
{
    size_t found = (size_t)-1;
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *node = &n->list.at[i];
        if (node->kind == NODE_EXHIBIT_INDEX)
            return i;
        if (node->kind == NODE_ITEM &&
            slice_find_nocase(node->title, SLICE("exhibits")) < node->title.len)
            found = i;
    }
    return found;
}

void exhibit_index_read(struct nodes *n, struct submission *s, struct document *d)
{
    size_t parent = find_parent(n);
    if (parent == (size_t)-1)
        return;
    if (submission_bytes(s).len < SMALL_FILE)
        submission_scan(s, (size_t)-1);
    struct reader r = {0};
    r.nodes = n;
    r.submission = s;
    r.ready = n->list.at[parent].kind == NODE_EXHIBIT_INDEX;
    buffer_init(&r.here);
    const struct node *node = &n->list.at[parent];
    read_rows(&r, d, node->offset, node->offset + node->length);
    keep_rows(&r, parent);
    for (size_t i = 0; i < r.rows.count; i++)
        buffer_deinit(&r.rows.at[i].text);
    array_deinit(&r.rows);
    buffer_deinit(&r.here);
}
