/* SPDX-License-Identifier: MIT */
/* Makes nodes of the rows of an exhibit index. */
#include "outline/exhibits/exhibit_rows.h"

#include "base/memory.h"
#include "outline/exhibits/exhibit_date.h"
#include "outline/exhibits/exhibit_source.h"
#include "outline/items/line.h"

#include <stdlib.h>
#include <string.h>

enum {
    ROW_BYTES = 1500,     /* a longer text is cut */
    LIST_ROWS = 3,        /* so many rows make a list of plain numbers */
    KEY_BYTES = 64,       /* more marks are not kept */
    DOCUMENTS_MOST = 2000 /* a link to one behind them is not followed */
};

static void deinit_row(struct exhibit_row *row)
{
    buffer_deinit(&row->label);
    buffer_deinit(&row->text);
    buffer_deinit(&row->where);
    buffer_deinit(&row->keys);
    buffer_deinit(&row->href);
    for (size_t i = 0; i <= EXHIBIT_PAGE; i++)
        buffer_deinit(&row->fields[i]);
}

void exhibit_rows_deinit(struct exhibit_rows *r)
{
    for (size_t i = 0; i < r->list.count; i++)
        deinit_row(&r->list.at[i]);
    for (size_t i = 0; i < r->legends.count; i++) {
        buffer_deinit(&r->legends.at[i].key);
        buffer_deinit(&r->legends.at[i].text);
    }
    array_deinit(&r->list);
    array_deinit(&r->legends);
}

struct exhibit_row *exhibit_rows_add(struct exhibit_rows *r, size_t offset)
{
    struct exhibit_row *row = array_add(&r->list);
    memset(row, 0, sizeof *row);
    row->offset = offset;
    return row;
}

struct exhibit_legend *exhibit_rows_legend(struct exhibit_rows *r, struct slice key)
{
    struct exhibit_legend *legend = array_add(&r->legends);
    memset(legend, 0, sizeof *legend);
    buffer_add(&legend->key, key);
    return legend;
}

/* "Form 10-" or "Form S-" at the end of a line, whose number goes on in the next. */
static bool ends_in_number(struct slice text)
{
    char c = text.len >= 2 ? text.at[text.len - 2] : 0;
    bool form = byte_is_upper(c) && (text.len < 3 || byte_is_blank(text.at[text.len - 3]));
    return text.len >= 2 && text.at[text.len - 1] == '-' && (byte_is_digit(c) || form);
}

void exhibit_row_add(struct buffer *text, struct slice words)
{
    words = slice_trim(words);
    if (words.len == 0 || text->len > ROW_BYTES)
        return;
    if (text->len > 0 && !ends_in_number(buffer_slice(text)))
        buffer_add_byte(text, ' ');
    line_fold_blanks(text, words);
}

void exhibit_row_marks(struct exhibit_row *row, struct slice marks)
{
    struct slice mark;
    while (row->keys.len < KEY_BYTES && exhibit_number_next_mark(&marks, &mark)) {
        buffer_add(&row->keys, mark);
        buffer_add_byte(&row->keys, ' ');
    }
}

/* True when the row has the mark. */
static bool has_key(const struct exhibit_row *row, struct slice key)
{
    struct slice rest = buffer_slice(&row->keys);
    while (rest.len > 0) {
        size_t end = slice_find(rest, SLICE(" "));
        if (slice_equal(slice_cut(rest, 0, end), key))
            return true;
        rest = slice_cut(rest, end + 1, rest.len);
    }
    return false;
}

size_t exhibit_rows_count(const struct exhibit_rows *r)
{
    size_t count = 0;
    for (size_t i = 0; i < r->list.count; i++)
        count += !r->list.at[i].group;
    return count;
}

/* "(1)" behind the number is a mark, not part of it, where a legend explains it. */
static void cut_label(struct exhibit_row *row, struct slice key)
{
    struct slice label = buffer_slice(&row->label);
    if (key.len > 2 && key.at[0] == '(' && label.len > key.len && slice_ends_nocase(label, key)) {
        row->label.len -= key.len;
        row->label.at[row->label.len] = 0;
        buffer_add(&row->keys, key);
        buffer_add_byte(&row->keys, ' ');
    }
}

/* What the marks of the row say, and the words that say it. */
static enum exhibit_told told_by_marks(const struct exhibit_rows *r, struct exhibit_row *row,
                                       struct slice *words)
{
    enum exhibit_told told = TOLD_NOTHING;
    for (size_t i = 0; i < r->legends.count && i < KEY_BYTES; i++) {
        struct slice key = buffer_slice(&r->legends.at[i].key);
        struct slice text = buffer_slice(&r->legends.at[i].text);
        enum exhibit_told says = r->legends.at[i].told;
        if (says == TOLD_NOTHING)
            continue;
        cut_label(row, key);
        if (!has_key(row, key) || told == TOLD_ELSEWHERE)
            continue;
        told = says;
        *words = text;
    }
    return told;
}

static bool is_away(const struct exhibit_row *row)
{
    return slice_starts_nocase(buffer_slice(&row->href), SLICE("http"));
}

static bool has_field(const struct exhibit_row *row, enum exhibit_role role)
{
    struct slice text = buffer_slice(&row->fields[role]);
    return text.len > 0 && !line_is_rule(text);
}

/* Where the exhibit is, by all that the row says; *words are those that say it. */
static enum exhibit_told told_by_row(const struct exhibit_rows *r, struct exhibit_row *row,
                                     struct slice *words)
{
    struct slice text = buffer_slice(&row->text);
    struct slice where = buffer_slice(&row->where);
    struct slice same;
    enum exhibit_told by_marks = told_by_marks(r, row, words);
    *words = by_marks == TOLD_ELSEWHERE ? *words : slice_cut(text, 0, 0);
    enum exhibit_told in_where = exhibit_source_told(where);
    enum exhibit_told in_text = exhibit_source_told(text);
    bool fields = has_field(row, EXHIBIT_FORM) || has_field(row, EXHIBIT_FILE) ||
                  has_field(row, EXHIBIT_DATE);
    if (row->here || in_where == TOLD_HERE)
        return TOLD_HERE;
    if (in_where == TOLD_ELSEWHERE || (where.len > 0 && exhibit_source_form(where).len > 0)) {
        *words = where;
        return TOLD_ELSEWHERE;
    }
    if (fields)
        return TOLD_ELSEWHERE;
    if (in_text == TOLD_ELSEWHERE) {
        *words = text;
        return TOLD_ELSEWHERE;
    }
    if (by_marks != TOLD_NOTHING || in_text == TOLD_HERE)
        return in_text == TOLD_HERE ? TOLD_HERE : by_marks;
    if (exhibit_source_same(text, &same).len > 0)
        return TOLD_NOTHING;
    return is_away(row) || r->others ? TOLD_ELSEWHERE : TOLD_NOTHING;
}

static void set_source(struct nodes *n, struct node *node, const struct exhibit_row *row,
                       struct slice words)
{
    struct node_source *source = arena_alloc(&n->arena, sizeof *source);
    char date[11];
    struct slice form = buffer_slice(&row->fields[EXHIBIT_FORM]);
    struct slice file = buffer_slice(&row->fields[EXHIBIT_FILE]);
    struct slice there = buffer_slice(&row->fields[EXHIBIT_THERE]);
    struct exhibit_number number;
    if (has_field(row, EXHIBIT_FORM))
        source->form = arena_copy(
            &n->arena, exhibit_source_form(form).len > 0 ? exhibit_source_form(form) : form);
    if (exhibit_source_file(file).len > 0)
        source->file = arena_copy(&n->arena, exhibit_source_file(file));
    if (exhibit_number_read(there, &number))
        there = number.text;
    if (there.len > 0 && !line_is_rule(there))
        source->exhibit = arena_copy(&n->arena, there);
    if (exhibit_date_read(buffer_slice(&row->fields[EXHIBIT_DATE]), date))
        source->date = arena_copy(&n->arena, slice_of(date));
    struct slice told = exhibit_source_form(words);
    bool other = source->form.len > 0 && told.len > 0 && !slice_equal_nocase(told, source->form);
    if (!other) /* else they tell of another filing than the columns do */
        exhibit_source_read(words, &n->arena, source);
    if (!exhibit_source_known(source) && exhibit_source_form(buffer_slice(&row->text)).len > 0)
        exhibit_source_read(buffer_slice(&row->text), &n->arena, source);
    if (source->exhibit.len == 0 && exhibit_source_corresponds(words))
        source->exhibit = node->label;
    if (is_away(row))
        source->url = arena_copy(&n->arena, buffer_slice(&row->href));
    if (exhibit_source_known(source) || source->url.len > 0)
        node->source = source;
}

/* The document of this filing that the row's link leads to, or NULL: a name alone, or an address
 * of the same filing. */
static const struct document *linked_document(const struct exhibit_row *row, struct submission *s)
{
    struct slice href = buffer_slice(&row->href);
    struct slice name = href;
    struct slice accession = submission_accession(s);
    struct buffer digits = {0};
    for (size_t i = 0; i < accession.len; i++)
        if (byte_is_digit(accession.at[i]))
            buffer_add_byte(&digits, accession.at[i]);
    bool own =
        !is_away(row) || (digits.len > 0 && slice_find(href, buffer_slice(&digits)) < href.len);
    buffer_deinit(&digits);
    for (size_t slash; (slash = slice_find(name, SLICE("/"))) < name.len;)
        name = slice_cut(name, slash + 1, name.len);
    name = slice_cut(name, 0, slice_find(name, SLICE("#")));
    size_t count = submission_documents(s);
    for (size_t i = 0; own && name.len > 0 && i < count && i < DOCUMENTS_MOST; i++)
        if (slice_equal_nocase(submission_document(s, i)->filename, name))
            return submission_document(s, i);
    return NULL;
}

static struct slice row_id(struct nodes *n, struct slice number)
{
    struct buffer b = {0};
    buffer_add_text(&b, "exhibit-");
    for (size_t i = 0; i < number.len; i++)
        buffer_add_byte(&b, byte_is_blank(number.at[i]) ? '-' : number.at[i]);
    struct slice id = arena_copy(&n->arena, buffer_slice(&b));
    buffer_deinit(&b);
    return id;
}

/* The title without figures in brackets at its end, which refer to notes. */
static struct slice without_notes(struct slice title)
{
    for (;;) {
        struct slice tail = exhibit_number_tail(title);
        size_t open = tail.len;
        while (open > 0 && tail.at[open - 1] != '(')
            open--;
        bool figure = open > 0 && byte_is_digit(tail.at[open]) && tail.at[tail.len - 1] == ')';
        size_t at = figure ? (size_t)(tail.at - title.at) + open - 1 : 0;
        if (at == 0 || (!byte_is_blank(title.at[at - 1]) && title.at[at - 1] != '.'))
            return title;
        title = slice_trim(slice_cut(title, 0, at));
    }
}

static double confidence(const struct exhibit_row *row, size_t count)
{
    if (row->text.len == 0 && row->where.len == 0)
        return 0.6;
    if (row->shape == EXHIBIT_PLAIN && count < LIST_ROWS)
        return row->sure ? 0.95 : 0.7;
    return row->sure ? 0.98 : 0.95;
}

static void make_node(const struct exhibit_rows *r, struct exhibit_row *row, struct nodes *n,
                      struct submission *s, struct node *node)
{
    struct slice words = {0};
    memset(node, 0, sizeof *node);
    exhibit_row_marks(row, exhibit_number_tail(buffer_slice(&row->text)));
    enum exhibit_told told = told_by_row(r, row, &words);
    const struct document *linked = row->href.len > 0 ? linked_document(row, s) : NULL;
    struct slice title = buffer_slice(row->text.len > 0 ? &row->text : &row->where);
    node->kind = NODE_EXHIBIT_ROW;
    node->label = arena_copy(&n->arena, buffer_slice(&row->label));
    node->id = row_id(n, node->label);
    node->title = arena_copy(&n->arena, without_notes(title));
    node->offset = row->offset;
    node->confidence = confidence(row, r->list.count);
    node->why = WHY_LABEL | (row->sure ? WHY_LOOKS : 0);
    node->target = told == TOLD_ELSEWHERE ? TARGET_INCORPORATED : TARGET_UNKNOWN;
    node->target_document = (size_t)-1;
    if (told == TOLD_ELSEWHERE)
        set_source(n, node, row, words);
    if (linked != NULL) {
        node->target = TARGET_HERE;
        node->target_document = linked->index;
        node->target_type = linked->type;
        node->source = NULL;
    }
}

void exhibit_rows_place(struct exhibit_rows *r, struct nodes *n, size_t parent,
                        struct submission *s)
{
    struct node *nodes = memory_alloc((r->list.count + 1) * sizeof *nodes);
    int level = n->list.at[parent].level + 1;
    size_t count = 0;
    for (size_t i = 0; i < r->legends.count; i++)
        r->legends.at[i].told = exhibit_source_told(buffer_slice(&r->legends.at[i].text));
    for (size_t i = 0; i < r->list.count; i++) {
        if (r->list.at[i].group)
            continue;
        make_node(r, &r->list.at[i], n, s, &nodes[count]);
        nodes[count++].level = level;
    }
    nodes_insert(n, parent, nodes, count);
    free(nodes);
}
