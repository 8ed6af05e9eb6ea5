/* SPDX-License-Identifier: MIT */
/* Reads exhibit indexes. */
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

static char at_or_nul(struct slice s, size_t i)
{
    return i < s.len ? s.at[i] : 0;
}

static bool is_alnum(char c)
{
    return byte_is_letter(c) || byte_is_digit(c);
}

static bool is_mark(char c)
{
    return c != 0 && strchr("*+#^", c) != NULL;
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
        while (at_or_nul(s, i) == ' ')
            i++;
        return i;
    }
    return 0;
}

/* The end of the number that begins at `i`: digits, then .1 (a) (i) A in any mixture. */
static size_t number_end(struct slice s, size_t i)
{
    size_t from = i;
    while (byte_is_digit(at_or_nul(s, i)))
        i++;
    if (i == from || i - from > 3)
        return from;
    for (;;) {
        size_t j = i;
        char c = at_or_nul(s, j);
        char next = at_or_nul(s, j + 1);
        bool dot = c == '.' && (is_alnum(next) || next == '(');
        bool dash = c == '-' && is_alnum(next) && !byte_is_letter(at_or_nul(s, j + 2));
        if (dot || dash)
            j += 2;
        else if (c == '(' || is_alnum(c))
            j++;
        else
            break;
        while (is_alnum(at_or_nul(s, j)))
            j++;
        if (slice_find(slice_cut(s, i, j), SLICE("(")) < j - i) {
            if (at_or_nul(s, j) != ')')
                break;
            j++;
        }
        i = j;
    }
    return i - from <= 16 ? i : from;
}

struct slice exhibit_index_number(struct slice text, size_t *end)
{
    static const struct slice none = {0};
    size_t i = 0;
    while (is_mark(at_or_nul(text, i)))
        i++;
    while (i > 0 && at_or_nul(text, i) == ' ')
        i++;
    i += exhibit_word(slice_cut(text, i, text.len));
    bool bracket = at_or_nul(text, i) == '(' && byte_is_digit(at_or_nul(text, i + 1));
    i += bracket;
    size_t to = number_end(text, i);
    if (to == i)
        return none;
    struct slice number = slice_cut(text, i, to);
    bool form = slice_find(number, SLICE("-")) < number.len && catalog_family(number, none) != NULL;
    if (form || (bracket && at_or_nul(text, to) != ')')) /* "10-K" is none */
        return none;
    to += bracket;
    while (is_mark(at_or_nul(text, to)))
        to++;
    char c = at_or_nul(text, to);
    if (c == '.' || c == ':' || c == '-')
        c = at_or_nul(text, ++to);
    if (c != 0 && !byte_is_blank(c))
        return none;
    *end = to;
    return number;
}

/* Takes the next run of digits or letters off; a number without its leading zeros. */
static struct slice next_token(struct slice *s)
{
    size_t i = 0;
    while (i < s->len && !is_alnum(s->at[i]))
        i++;
    size_t from = i;
    bool digit = i < s->len && byte_is_digit(s->at[i]);
    while (i < s->len && is_alnum(s->at[i]) && byte_is_digit(s->at[i]) == digit)
        i++;
    while (digit && from + 1 < i && s->at[from] == '0')
        from++;
    struct slice token = slice_cut(*s, from, i);
    *s = slice_cut(*s, i, s->len);
    return token;
}

bool exhibit_index_is_type(struct slice number, struct slice type)
{
    if (!slice_starts_nocase(type, SLICE("EX-")))
        return false;
    type = slice_cut(type, 3, type.len);
    for (;;) {
        struct slice a = next_token(&number);
        if (!slice_equal_nocase(a, next_token(&type)))
            return false;
        if (a.len == 0)
            return true;
    }
}

/* True when number and type begin with the same number. */
static bool same_class(struct slice number, struct slice type)
{
    if (!slice_starts_nocase(type, SLICE("EX-")))
        return false;
    type = slice_cut(type, 3, type.len);
    return slice_equal(next_token(&number), next_token(&type));
}

/* The document that a row names: the type as it stands, else the only one of its class where one
 * of the two names no more than the class ("99" and EX-99.1). */
static struct document *find_document(struct submission *s, struct slice number)
{
    struct document *only = NULL;
    size_t same = 0;
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct document *d = submission_document(s, i);
        if (exhibit_index_is_type(number, d->type))
            return d;
        if (!same_class(number, d->type))
            continue;
        same++;
        only = d;
    }
    if (same != 1)
        return NULL;
    struct slice rest = number;
    struct slice type = slice_cut(only->type, 3, only->type.len);
    next_token(&rest);
    next_token(&type);
    return next_token(&rest).len == 0 || next_token(&type).len == 0 ? only : NULL;
}

struct row {
    struct node node;
    struct buffer text;
    char mark; /* "*" in front of the number or behind it */
};

struct reader {
    struct nodes *nodes;
    struct submission *submission;
    struct document *document; /* that the index is in */
    ARRAY(struct row) rows;
    struct buffer here; /* the marks that mean "incorporated by reference" */
    size_t indent;      /* of the first row's number */
    size_t column;      /* where the last row's description begins */
    uint32_t page;      /* of the last row */
    size_t quiet;       /* lines since the last row */
    unsigned long major;
    bool open;  /* the last row's description may go on */
    bool ready; /* rows may begin */
    bool done;
};

static bool says_incorporated(struct slice text)
{
    return slice_find_nocase(text, SLICE("incorporated")) < text.len &&
           slice_find_nocase(text, SLICE("reference")) < text.len;
}

/* "(Exhibit 3.1 of the Annual Report on Form 10-K for 1987)", "Filed as Exhibit 3-A to Form 8-K". */
static bool names_other_filing(struct slice text)
{
    static const struct slice filings[] = {
        {"report", 6}, {"registration", 12}, {"form 10", 7}, {"form 8", 6}, {"form s-", 7}};
    size_t at = slice_find_nocase(text, SLICE("exhibit "));
    struct slice rest = slice_cut(text, at + 8, text.len);
    if (rest.len == 0 || !byte_is_digit(*rest.at))
        return false;
    for (size_t i = 0; i < sizeof filings / sizeof *filings; i++)
        if (slice_find_nocase(rest, filings[i]) < rest.len)
            return true;
    return false;
}

static void add_text(struct row *row, struct slice text)
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
                      size_t end)
{
    struct slice text = slice_cut(b->text, start, b->text.len);
    struct row *row = array_add(&r->rows);
    memset(row, 0, sizeof *row);
    buffer_init(&row->text);
    row->mark = is_mark(text.at[0]) ? text.at[0] : 0;
    if (end > 0 && is_mark(text.at[end - 1]))
        row->mark = text.at[end - 1];
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
    unsigned long major = strtoul(number.at, NULL, 10);
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
    if (line.len > 1 && is_mark(line.at[0]) && says_incorporated(line))
        buffer_add_byte(&r->here, line.at[0]);
}

static void read_line(struct reader *r, const struct block *b)
{
    size_t start = 0;
    while (start < b->text.len && byte_is_blank(b->text.at[start]))
        start++;
    struct slice line = slice_cut(b->text, start, b->text.len);
    size_t end = 0;
    struct slice number = exhibit_index_number(line, &end);
    if (!r->ready) {
        r->ready = slice_find_nocase(line, SLICE("exhibit")) < line.len;
        return;
    }
    if (number.len > 0 && may_be_row(r, start, number, line, end)) {
        begin_row(r, b, start, number, end);
        return;
    }
    read_legend(r, line);
    r->quiet++;
    r->done = r->quiet > QUIET_LINES;
    bool deeper = start > r->indent + 1 && (b->blank == 0 || start + 2 >= r->column);
    r->open = r->open && b->page == r->page && !is_mark(line.at[0]) && (deeper || b->blank == 0);
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

/* The exhibit of that number printed in this document, behind a divider page; NULL when none. */
static const struct node *find_printed(const struct nodes *n, struct slice number)
{
    for (size_t i = 0; i < n->list.count; i++)
        if (n->list.at[i].kind == NODE_EXHIBIT && exhibit_index_is_type(number, n->list.at[i].id))
            return &n->list.at[i];
    return NULL;
}

static void set_target(struct reader *r, struct row *row)
{
    const struct node *printed = find_printed(r->nodes, row->node.label);
    struct node *node = &row->node;
    struct document *d = find_document(r->submission, node->label);
    const char *marks = buffer_text(&r->here);
    if (d != NULL) {
        node->target = TARGET_HERE;
        node->target_document = d->index;
        node->target_type = d->type;
    } else if (printed != NULL) {
        node->target = TARGET_HERE;
        node->target_document = r->document->index;
        node->target_offset = printed->offset;
        node->target_type = printed->id;
    } else if (says_incorporated(buffer_slice(&row->text)) ||
               names_other_filing(buffer_slice(&row->text)) ||
               (row->mark != 0 && strchr(marks, row->mark) != NULL)) {
        node->target = TARGET_INCORPORATED;
    } else {
        node->target = TARGET_NOT_IN_FILE;
    }
}

static struct slice row_id(struct nodes *n, struct slice number, size_t before)
{
    struct buffer b;
    buffer_init(&b);
    buffer_add_text(&b, "exhibit-");
    buffer_add(&b, number);
    if (before > 0)
        buffer_addf(&b, "-%zu", before + 1);
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
        struct row *row = &r->rows.at[i];
        size_t same = 0;
        for (size_t j = i; j-- > 0 && i - j < QUIET_LINES;)
            same += slice_equal(r->rows.at[j].node.label, row->node.label);
        set_target(r, row);
        row->node.level = n->list.at[parent].level + 1;
        row->node.id = row_id(n, row->node.label, same);
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
    r.document = d;
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
