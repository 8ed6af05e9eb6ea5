/* SPDX-License-Identifier: MIT */
/* Finds the exhibits that the rows of an index name. */
#include "outline/exhibits/exhibit_target.h"

#include "outline/exhibits/exhibit_source.h"
#include "outline/items/line.h"

#include <stdlib.h>

/* An exhibit that is there. */
struct entry {
    struct slice number;
    size_t index; /* of its document, or of its node */
};

/* Sorted by number, those of one number in the order of the file. */
struct entries {
    ARRAY(struct entry) list;
};

/* Takes the next run of digits or letters off; a number without its leading zeros. */
static struct slice next_token(struct slice *s)
{
    size_t i = 0;
    while (i < s->len && !line_is_alnum(s->at[i]))
        i++;
    size_t from = i;
    bool digit = i < s->len && byte_is_digit(s->at[i]);
    while (i < s->len && line_is_alnum(s->at[i]) && byte_is_digit(s->at[i]) == digit)
        i++;
    while (digit && from + 1 < i && s->at[from] == '0')
        from++;
    struct slice token = slice_cut(*s, from, i);
    *s = slice_cut(*s, i, s->len);
    return token;
}

int exhibit_target_compare(struct slice a, struct slice b)
{
    for (;;) {
        struct slice x = next_token(&a);
        int order = slice_compare_nocase(x, next_token(&b));
        if (order != 0 || x.len == 0)
            return order;
    }
}

static int by_number(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    int order = exhibit_target_compare(x->number, y->number);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static void sort(struct entries *e)
{
    if (e->list.count > 1)
        qsort(e->list.at, e->list.count, sizeof *e->list.at, by_number);
}

static void list_documents(struct entries *e, const struct submission *s)
{
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct entry entry = {.index = i};
        if (!catalog_exhibit_type(submission_document(s, i)->type, &entry.number))
            continue;
        array_push(&e->list, entry);
        /* "EX-99.(A)(1)" is what the index calls "(a)(1)". */
        struct slice rest = entry.number;
        bool additional = slice_equal(next_token(&rest), SLICE("99"));
        struct slice letters = rest;
        struct slice next = next_token(&letters);
        entry.number = rest;
        if (additional && next.len > 0 && byte_is_letter(next.at[0]))
            array_push(&e->list, entry);
    }
    sort(e);
}

/* The exhibits printed in the document, behind divider pages: "Exhibit 10.1". */
static void list_printed(struct entries *e, const struct nodes *n)
{
    for (size_t i = 0; i < n->list.count; i++) {
        struct slice label = n->list.at[i].label;
        struct entry entry = {slice_cut(label, slice_find(label, SLICE(" ")), label.len), i};
        if (n->list.at[i].kind == NODE_EXHIBIT)
            array_push(&e->list, entry);
    }
    sort(e);
}

/* The place of the first entry that is not before the number. */
static size_t first_from(const struct entries *e, struct slice number)
{
    size_t low = 0;
    size_t high = e->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (exhibit_target_compare(e->list.at[middle].number, number) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The first exhibit of that number, or NULL. */
static const struct entry *find_exact(const struct entries *e, struct slice number)
{
    size_t i = first_from(e, number);
    bool found = i < e->list.count && exhibit_target_compare(e->list.at[i].number, number) == 0;
    return found ? &e->list.at[i] : NULL;
}

/* True when the entry is there and its number begins with the token. */
static bool has_class(const struct entries *e, size_t i, struct slice class)
{
    if (i >= e->list.count)
        return false;
    struct slice number = e->list.at[i].number;
    return slice_compare_nocase(next_token(&number), class) == 0;
}

/* The only exhibit of the number's class, where one of the two names no more than the class: "99"
 * and EX-99.1; of "101" the first of its files. */
static const struct entry *find_only(const struct entries *e, struct slice number)
{
    struct slice rest = number;
    struct slice class = next_token(&rest);
    size_t i = first_from(e, class);
    if (!has_class(e, i, class))
        return NULL;
    /* All files of the interactive data are one exhibit: Regulation S-K, Item 601(b)(101). */
    if (slice_equal(class, SLICE("101")) && next_token(&rest).len == 0)
        return &e->list.at[i];
    if (has_class(e, i + 1, class))
        return NULL;
    struct slice other = e->list.at[i].number;
    next_token(&other);
    return next_token(&rest).len == 0 || next_token(&other).len == 0 ? &e->list.at[i] : NULL;
}

/* The number without what makes it a range or a mark: of "4.1-4.3" the first, of "10.1(1)" the
 * exhibit. */
static struct slice plain_number(struct slice label)
{
    static const struct slice joins[] = {SLICE_ROW(" "), SLICE_ROW("\xE2\x80\x93"),
                                         SLICE_ROW("\xE2\x80\x94")};
    size_t end = label.len;
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        size_t at = slice_find(label, joins[i]);
        end = at < end ? at : end;
    }
    size_t dash = slice_find(label, SLICE("-"));
    if (dash < end && slice_find(slice_cut(label, dash, end), SLICE(".")) < end - dash)
        end = dash;
    struct slice plain = slice_cut(label, 0, end);
    size_t open = slice_find(plain, SLICE("("));
    bool figure = open > 0 && byte_is_digit(line_byte(plain, open + 1));
    return figure && open + 4 >= plain.len ? slice_cut(plain, 0, open) : plain;
}

/* "None", "Not applicable": the number has no exhibit. */
static bool says_none(struct slice title)
{
    static const char *const words[] = {
        "none",    "inapplicable", "not applicable",        "n/a",      "reserved",
        "omitted", "not required", "intentionally omitted", "not used", NULL};
    while (title.len > 0 && !line_is_alnum(title.at[0]))
        title = slice_cut(title, 1, title.len);
    while (title.len > 0 && !line_is_alnum(title.at[title.len - 1]))
        title.len--;
    for (const char *const *w = words; *w != NULL; w++)
        if (slice_equal_nocase(title, slice_of(*w)))
            return true;
    return false;
}

static void resolve_row(struct node *row, const struct entries *documents,
                        const struct entries *printed, const struct nodes *n, struct submission *s,
                        const struct document *d, bool whole)
{
    const struct entry *found = find_exact(documents, row->label);
    if (found == NULL && whole)
        found = find_exact(documents, plain_number(row->label));
    if (found == NULL && whole && row->target == TARGET_UNKNOWN)
        found = find_only(documents, row->label);
    if (found != NULL) {
        row->target = TARGET_HERE;
        row->target_document = found->index;
        row->target_type = submission_document(s, found->index)->type;
        return;
    }
    found = whole ? find_exact(printed, row->label) : NULL;
    if (found != NULL) {
        row->target = TARGET_HERE;
        row->target_document = d->index;
        row->target_offset = n->list.at[found->index].offset;
        row->target_type = n->list.at[found->index].id;
    } else if (whole && row->target == TARGET_UNKNOWN) {
        row->target = says_none(row->title) ? TARGET_NONE : TARGET_NOT_IN_FILE;
    }
}

/* Of a row that names several others: what the first and the last of these share, but for the
 * source; else the one that is here. */
static void follow_both(struct node *row, const struct node *first, const struct node *last)
{
    if (first->target != TARGET_HERE && last->target == TARGET_HERE)
        first = last;
    bool one = first->target == last->target || first->target == TARGET_HERE;
    row->target = one ? first->target : TARGET_NONE;
    row->target_document = first->target_document;
    row->target_offset = first->target_offset;
    row->target_type = first->target_type;
}

/* Where a row only names another row that holds its exhibit, its target is that row's. */
static void follow_rows(struct nodes *n, size_t first)
{
    struct entries rows = {0};
    for (size_t i = first; i < n->list.count; i++) {
        struct entry entry = {n->list.at[i].label, i};
        if (n->list.at[i].kind == NODE_EXHIBIT_ROW)
            array_push(&rows.list, entry);
    }
    sort(&rows);
    for (size_t i = 0; i < rows.list.count; i++) {
        struct node *row = &n->list.at[rows.list.at[i].index];
        struct slice last = {0};
        struct slice same = row->target == TARGET_NOT_IN_FILE
                                ? exhibit_source_same(row->title, &last)
                                : slice_cut(row->title, 0, 0);
        const struct entry *found = same.len > 0 ? find_exact(&rows, same) : NULL;
        if (found == NULL || found->index == rows.list.at[i].index)
            continue;
        const struct node *other = &n->list.at[found->index];
        if (last.at != same.at) {
            found = find_exact(&rows, last);
            follow_both(row, other, found != NULL ? &n->list.at[found->index] : other);
            continue;
        }
        row->target = other->target;
        row->target_document = other->target_document;
        row->target_offset = other->target_offset;
        row->target_type = other->target_type;
        row->source = other->source;
    }
    array_deinit(&rows.list);
}

bool exhibit_target_resolve(struct nodes *n, struct submission *s, const struct document *d)
{
    bool whole = submission_scanned(s) >= submission_bytes(s).len;
    size_t first = 0;
    while (first < n->list.count && n->list.at[first].kind != NODE_EXHIBIT_ROW)
        first++;
    if (first == n->list.count)
        return true;
    struct entries documents = {0};
    struct entries printed = {0};
    list_documents(&documents, s);
    list_printed(&printed, n);
    for (size_t i = first; i < n->list.count; i++) {
        struct node *node = &n->list.at[i];
        if (node->kind == NODE_EXHIBIT_ROW && node->target != TARGET_HERE)
            resolve_row(node, &documents, &printed, n, s, d, whole);
    }
    if (whole)
        follow_rows(n, first);
    array_deinit(&printed.list);
    array_deinit(&documents.list);
    return whole;
}
