/* SPDX-License-Identifier: MIT */
/* Names the Items that a document does not have. */
#include "outline/missing.h"

#include "outline/items/line.h"

#include <string.h>

enum {
    PART_BYTES = 12000,    /* so much of a part is looked at, in the input */
    FRONT_BYTES = 1 << 18, /* what a filing claims of its format is said in its front */
    YEAR = 10000,          /* of dates as numbers: YYYYMMDD */
    SAID_BYTES = 90        /* of what the text says */
};

static bool has(struct slice text, const char *words)
{
    return slice_find_nocase(text, slice_of(words)) < text.len;
}

/* True when the node is the Item, also as "9A(T)" for 9A. */
static bool is_number(struct slice printed, struct slice number)
{
    struct slice rest = slice_cut(printed, number.len, printed.len);
    return slice_starts_nocase(printed, number) &&
           (rest.len == 0 || slice_equal_nocase(rest, SLICE("(T)")) ||
            slice_equal_nocase(rest, SLICE("T")));
}

static bool has_item(const struct nodes *n, struct slice number, struct slice part)
{
    /* "Item 1." with its paragraphs (a) and (b) below is 1(a) and 1(b). */
    struct slice whole = slice_cut(number, 0, slice_find(number, SLICE("(")));
    for (size_t i = 0; i < n->list.count; i++) {
        const struct node *node = &n->list.at[i];
        if (part.len > 0 && !slice_equal(node->part, part))
            continue;
        for (size_t k = 0; k < node->item_count; k++)
            if (is_number(node->items[k], number) || slice_equal(node->items[k], whole))
                return true;
    }
    return false;
}

/* A date as a number, YYYYMMDD; 0 when there is none. */
static long long day_number(struct slice date)
{
    if (date.len != 10)
        return 0;
    long long year = slice_number(slice_cut(date, 0, 4));
    long long month = slice_number(slice_cut(date, 5, 7));
    long long day = slice_number(slice_cut(date, 8, 10));
    return year > 0 && month > 0 && day > 0 ? year * YEAR + month * 100 + day : 0;
}

/* True when the Item was so new that fiscal years which had ended before did not need it. */
static bool is_new(const struct catalog_item *item, struct slice date)
{
    long long from = day_number(slice_of(item->from));
    long long now = day_number(date);
    return from > 0 && now > 0 && now < from + YEAR;
}

/* True unless the place is in another part. */
static bool may_be_in_part(const struct nodes *n, size_t offset, struct slice part)
{
    struct slice in = {0};
    for (size_t i = 0; i < n->list.count && n->list.at[i].offset <= offset; i++)
        if (n->list.at[i].kind == NODE_PART)
            in = n->list.at[i].part;
    return in.len == 0 || part.len == 0 || slice_equal(in, part);
}

/* What a line says that names several Items and heads none: "Items 3, 4 and 5 are not applicable".
 */
static const char *said_by_line(const struct nodes *n, const struct scan *scan, struct slice number,
                                struct slice part)
{
    enum { SAID_MOST = 200 };
    const struct candidates *c = &scan->candidates;
    size_t looked = 0;
    for (size_t i = 0; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        if (x->kind != CANDIDATE_ITEM || (x->features & FEATURE_IN_CONTENTS))
            continue;
        bool names = false;
        for (size_t k = 0; k < x->count && !names; k++)
            names = slice_equal_nocase(x->numbers[k], number);
        if (names && ++looked > SAID_MOST)
            return NULL; /* one that is named so often is not said to be left out */
        if (!names || x->offset < scan->start || !may_be_in_part(n, x->offset, part))
            continue;
        size_t at = x->offset - scan->start;
        struct slice said = slice_cut(scan->bytes, at, at + SAID_BYTES + x->title.len);
        if (has(said, "not applicable") || has(said, "inapplicable"))
            return "left out: the text says \"not applicable\"";
        if (x->features & FEATURE_OMITTED || has(said, "omitted"))
            return "left out: the text says \"omitted\"";
        if (x->features & FEATURE_INCORPORATED && x->count > 1)
            return "incorporated by reference, as the text says of several Items";
    }
    return NULL;
}

/* What the part says that would hold the Item, when it has no Items. */
static const char *said_by_part(const struct nodes *n, const struct scan *scan, struct slice part)
{
    for (size_t i = 0; i < n->list.count && part.len > 0; i++) {
        const struct node *node = &n->list.at[i];
        if (node->kind != NODE_PART || !slice_equal(node->part, part) || node->offset < scan->start)
            continue;
        if (i + 1 < n->list.count && node[1].level > node->level)
            return NULL;
        size_t at = node->offset - scan->start;
        size_t length = node->length < PART_BYTES ? node->length : PART_BYTES;
        struct slice text = slice_cut(scan->bytes, at, at + length);
        if (has(text, "incorporated") && has(text, "reference"))
            return "the part is incorporated by reference";
        if (has(text, "omitted"))
            return "the part is omitted";
        return NULL;
    }
    return NULL;
}

/* True when the title is "[Reserved]": the form has the number, and nothing under it. */
static bool is_reserved(const struct catalog_item *item)
{
    return has(slice_of(item->title), "reserved");
}

/* What a text claims of its format. */
enum claim { NOT_LOOKED, CLAIMED, NOT_CLAIMED };

struct search {
    struct nodes *nodes;
    const struct scan *scan;
    bool amendment;
    enum claim claims[CATALOG_POOL + 1]; /* by the Items that such a filing may leave out */
};

/* True when such a filing may leave the Item out, and the text claims to be one. Only then is the
 * text looked at, and once. */
static bool may_omit(struct search *s, const struct catalog_item *item, enum catalog_leave leave)
{
    if (!catalog_may_omit(item, leave))
        return false;
    if (s->claims[leave] == NOT_LOOKED) {
        struct slice front = slice_cut(s->scan->bytes, 0, FRONT_BYTES);
        bool claimed = leave == CATALOG_POOL
                           ? has(front, "General Instruction J")
                           : has(front, "reduced disclosure") || has(front, "disclosure format");
        s->claims[leave] = claimed ? CLAIMED : NOT_CLAIMED;
    }
    return s->claims[leave] == CLAIMED;
}

/* Why the Item is missing; NULL when it is not expected: an amendment may have only what it
 * changes, some filers may leave out some Items, and the text says that it is one of these. */
static const char *reason(struct search *s, const struct catalog_item *item)
{
    struct slice number = slice_of(item->number);
    struct slice part = slice_of(item->part);
    const char *why = said_by_line(s->nodes, s->scan, number, part);
    if (why == NULL)
        why = said_by_part(s->nodes, s->scan, part);
    if (why != NULL)
        return why;
    if (s->amendment || may_omit(s, item, CATALOG_REDUCED) || may_omit(s, item, CATALOG_POOL))
        return NULL;
    if (is_reserved(item))
        return "reserved";
    return item->expect == IF_ANY ? "left out (may be when there is nothing to report)"
                                  : "not found";
}

static void add_missing(struct nodes *n, struct slice id, const char *why)
{
    struct missing missing = {id, slice_of(why)};
    array_push(&n->missing, missing);
}

/* "II.4" */
static struct slice part_id(struct nodes *n, struct slice part, struct slice number)
{
    struct buffer text = {0};
    buffer_add(&text, part);
    buffer_add_byte(&text, '.');
    buffer_add(&text, number);
    struct slice id = arena_copy(&n->arena, buffer_slice(&text));
    buffer_deinit(&text);
    return id;
}

static void find_declared(struct nodes *n, const struct missing_facts *facts)
{
    static const struct slice any = {0};
    for (size_t i = 0; i < facts->declared_count; i++)
        if (!has_item(n, facts->declared[i], any))
            add_missing(n, arena_copy(&n->arena, facts->declared[i]),
                        "declared in the header, not found");
}

void missing_find(struct nodes *n, const struct scan *scan, const struct missing_facts *facts)
{
    static const struct slice any = {0};
    const struct form *form = scan->form;
    struct search s = {.nodes = n, .scan = scan};
    if (form->family == NULL)
        return;
    if (form->family->order == ANY_ORDER) {
        find_declared(n, facts);
        return;
    }
    s.amendment = slice_ends_nocase(facts->form, SLICE("/A"));
    bool by_part = form->family->order == PART_ORDER;
    for (size_t i = 0; i < form->count; i++) {
        const struct form_row *row = &form->rows[i];
        struct slice number = slice_of(row->item->number);
        struct slice part = by_part ? slice_of(row->item->part) : any;
        if (!row->in_force || row->item->expect == OPTIONAL || has_item(n, number, part) ||
            is_new(row->item, facts->date) ||
            catalog_lacks_part(facts->form, slice_of(row->item->part)) ||
            (i > 0 && form->rows[i - 1].slot == row->slot && form->rows[i - 1].in_force))
            continue;
        const char *why = reason(&s, row->item);
        if (why != NULL)
            add_missing(n, by_part ? part_id(n, part, number) : number, why);
    }
}

bool missing_is_asked(const struct submission *s, const struct document *d)
{
    const struct catalog_family *own = catalog_family(d->type, submission_filed(s));
    return d->index == 0 ||
           (d->type.len > 0 &&
            (slice_equal_nocase(d->type, submission_form(s)) ||
             (own != NULL && own == catalog_family(submission_form(s), submission_filed(s)))));
}

/* True when the header declares the number; an old header may have 9 for "Item 9". */
static bool is_declared(const struct slice *declared, size_t count, struct slice number)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal_nocase(declared[i], number))
            return true;
    return false;
}

/* True when the first document may have Items and has none. */
static bool has_no_item(const struct submission *s, struct outline *o)
{
    const struct node *nodes;
    const struct document *d = submission_document(s, 0);
    size_t count = outline_nodes(o, &nodes);
    if (d == NULL || d->is_header || (d->kind != DOCUMENT_TEXT && d->kind != DOCUMENT_HTML))
        return false;
    for (size_t i = 0; i < count; i++)
        if (nodes[i].item_count > 0)
            return false;
    return true;
}

void missing_warnings(const struct submission *s, struct outline *o, struct buffer *out)
{
    struct slice declared[OUTLINE_DECLARED];
    const struct missing *missing;
    const struct node *nodes;
    struct slice form = outline_form(o);
    size_t count = outline_declared(s, declared, OUTLINE_DECLARED);
    const struct catalog_family *family = catalog_family(form, submission_filed(s));
    if (family == NULL || family->order != ANY_ORDER)
        return;
    if (has_no_item(s, o))
        buffer_addf(out, "no Item was found in the %.*s\n", (int)form.len, form.at);
    if (count == 0)
        return;
    size_t gone = outline_missing(o, &missing);
    for (size_t i = 0; i < gone && i < OUTLINE_DECLARED; i++)
        buffer_addf(out, "the header declares Item %.*s, the text has no such heading\n",
                    (int)missing[i].id.len, missing[i].id.at);
    const struct slice *lines;
    size_t unread = submission_items(s, &lines); /* lines that may declare what the text has: old
                                                  * headers have empty ones */
    unread = unread > count ? unread - count : 0;
    size_t all = outline_nodes(o, &nodes);
    size_t more = 0;
    for (size_t i = 0; i < all; i++)
        for (size_t k = 0; k < nodes[i].item_count && more < OUTLINE_DECLARED; k++) {
            struct slice number = nodes[i].items[k];
            if (nodes[i].confidence * 100 < NODE_SURE || is_declared(declared, count, number))
                continue;
            if (unread > 0) {
                unread--;
                continue;
            }
            buffer_addf(out, "the text has Item %.*s, which the header does not declare\n",
                        (int)number.len, number.at);
            more++;
        }
}
