/* SPDX-License-Identifier: MIT */
/* Finds the exhibits that the rows of an index name. */
#include "outline/exhibits/exhibit_target.h"

#include "outline/exhibits/exhibit_order.h"
#include "outline/exhibits/exhibit_source.h"
#include "outline/items/line.h"

#include <stdlib.h>

/* An exhibit that is printed in the document, or a row. */
struct entry {
    struct slice number;
    size_t index; /* of its node */
};

/* Sorted by number, those of one number in the order of the file. */
struct entries {
    ARRAY(struct entry) list;
};

static int by_number(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    int order = exhibit_order_compare(x->number, y->number);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static void sort(struct entries *e)
{
    if (e->list.count > 1)
        qsort(e->list.at, e->list.count, sizeof *e->list.at, by_number);
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
        if (exhibit_order_compare(e->list.at[middle].number, number) < 0)
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
    bool found = i < e->list.count && exhibit_order_compare(e->list.at[i].number, number) == 0;
    return found ? &e->list.at[i] : NULL;
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

/* The document that is the row's exhibit. */
static bool find_document(const struct node *row, struct exhibit_directory *documents, bool whole,
                          size_t *document)
{
    if (exhibit_directory_find(documents, row->label, document))
        return true;
    return whole && (exhibit_directory_find(documents, plain_number(row->label), document) ||
                     (row->target == TARGET_UNKNOWN &&
                      exhibit_directory_only(documents, row->label, document)));
}

static void resolve_row(struct node *row, struct exhibit_directory *documents,
                        const struct entries *printed, const struct nodes *n, struct submission *s,
                        const struct document *d, bool whole)
{
    size_t document;
    if (find_document(row, documents, whole, &document)) {
        row->target = TARGET_HERE;
        row->target_document = document;
        row->target_type = submission_document(s, document)->type;
        return;
    }
    const struct entry *found = whole ? find_exact(printed, row->label) : NULL;
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

bool exhibit_target_resolve(struct nodes *n, struct submission *s, const struct document *d,
                            struct exhibit_directory *shared)
{
    bool whole = submission_scanned(s) >= submission_bytes(s).len;
    size_t first = 0;
    while (first < n->list.count && n->list.at[first].kind != NODE_EXHIBIT_ROW)
        first++;
    if (first == n->list.count)
        return true;
    struct exhibit_directory *own = shared ? NULL : exhibit_directory_new(s);
    struct entries printed = {0};
    list_printed(&printed, n);
    for (size_t i = first; i < n->list.count; i++) {
        struct node *node = &n->list.at[i];
        if (node->kind == NODE_EXHIBIT_ROW && node->target != TARGET_HERE)
            resolve_row(node, shared ? shared : own, &printed, n, s, d, whole);
    }
    if (whole)
        follow_rows(n, first);
    array_deinit(&printed.list);
    exhibit_directory_free(own);
    return whole;
}
