/* SPDX-License-Identifier: MIT */
/* Tells Items that are there from those that only point elsewhere. */
#include "outline/item_status.h"

#include "outline/items/line.h"

enum {
    POINTER_TEXT = 1500, /* an Item that only points elsewhere is not longer, in bytes of text */
    EMPTY_TEXT = 250,    /* one with a heading and little else */
    SAID_BYTES = 64000,  /* so much of a part is looked at, in the input */
    SAID_REACH = 400,    /* from the numbers of a statement to its "incorporated" */
    NUMBERS = 12,        /* in one statement */
    TAG_BYTES = 4000     /* a longer tag is none */
};

static bool has(struct slice text, const char *words)
{
    return slice_find_nocase(text, slice_of(words)) < text.len;
}

static bool has_incorporated(struct slice text)
{
    return has(text, "incorporated") && has(text, "reference");
}

/* Bytes of text before the place. */
static size_t text_before(const struct scan *scan, size_t offset)
{
    size_t i = heads_at(&scan->heads, offset);
    return i < scan->heads.list.count ? scan->heads.list.at[i].text : scan->heads.text;
}

static size_t text_length(const struct scan *scan, const struct node *node)
{
    return text_before(scan, node->offset + node->length) - text_before(scan, node->offset);
}

/* The first candidate at or behind the place. */
static size_t candidate_at(const struct candidates *c, size_t offset)
{
    size_t low = 0;
    size_t high = c->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->list.at[middle].offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Adds the text of the input from `from` to `to`, as far as words are looked for in it: without
 * tags, and with one blank where there are blanks, by number or by name too. */
static void add_text(const struct scan *scan, size_t from, size_t to, struct buffer *out)
{
    static const struct slice blanks[] = {SLICE_ROW("&#160;"), SLICE_ROW("&nbsp;"),
                                          SLICE_ROW("&#xa0;"), SLICE_ROW("\xC2\xA0")};
    to = to - from > SAID_BYTES ? from + SAID_BYTES : to;
    struct slice bytes = slice_cut(scan->bytes, from - scan->start, to - scan->start);
    bool blank = true;
    for (size_t i = 0; i < bytes.len;) {
        if (line_is_alnum(bytes.at[i])) { /* as it is */
            size_t end = i + 1;
            while (end < bytes.len && line_is_alnum(bytes.at[end]))
                end++;
            buffer_add(out, slice_cut(bytes, i, end));
            blank = false;
            i = end;
            continue;
        }
        struct slice rest = slice_cut(bytes, i, i + TAG_BYTES);
        size_t tag = rest.at[0] == '<' && !scan->printed ? slice_find(rest, SLICE(">")) : rest.len;
        size_t length = tag < rest.len ? tag + 1 : 0;
        bool is_blank = length == 0 && (byte_is_blank(rest.at[0]) || rest.at[0] == '\n');
        for (size_t k = 0; k < sizeof blanks / sizeof *blanks && length == 0 && !is_blank; k++)
            if (slice_starts_nocase(rest, blanks[k])) {
                is_blank = true;
                length = blanks[k].len;
            }
        if (length == 0 && !is_blank)
            buffer_add_byte(out, rest.at[0]);
        else if (is_blank && !blank)
            buffer_add_byte(out, ' ');
        blank = is_blank || (blank && length > 0);
        i += length > 0 ? length : 1;
    }
}

/* "Note 12", "Notes 3 and 4", "footnote 5", "Notes to": a note is named. */
static bool names_note(struct slice text)
{
    for (size_t at = slice_find_nocase(text, SLICE("note")); at < text.len;
         at = slice_find_nocase(text, SLICE("note"))) {
        text = slice_cut(text, at + 4, text.len);
        size_t i = byte_lower(line_byte(text, 0)) == 's' ? 1 : 0;
        if (slice_starts_nocase(slice_cut(text, i, text.len), SLICE(" to ")) ||
            (line_byte(text, i) == ' ' && byte_is_digit(line_byte(text, i + 1))))
            return true;
    }
    return false;
}

/* True when what the Item incorporates are notes of this document: it is there then. */
static bool points_here(const struct nodes *n, const struct scan *scan, const struct node *node)
{
    static const char *const elsewhere[] = {"proxy",        "annual report",         "exhibit",
                                            "registration", "information statement", "form 10-",
                                            "form 8-"};
    for (size_t i = 0; i < n->list.count; i++)
        if (n->list.at[i].status == NODE_INCORPORATED &&
            has(n->list.at[i].title, "financial statements"))
            return false; /* the notes are elsewhere too */
    struct buffer text = {0};
    add_text(scan, node->offset, node->offset + node->length, &text);
    bool here = names_note(buffer_slice(&text));
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere && here; i++)
        here = !has(buffer_slice(&text), elsewhere[i]);
    buffer_deinit(&text);
    return here;
}

/* What an Item of an 8-K incorporates is an exhibit that comes with it, and so does the list of
 * exhibits; these Items themselves are there. */
static enum node_status status_of(const struct node *node, unsigned features,
                                  const struct scan *scan)
{
    bool pointer = text_length(scan, node) <= POINTER_TEXT && !has(node->title, "exhibit");
    if (features & FEATURE_RESERVED)
        return NODE_RESERVED;
    if (pointer && (features & FEATURE_INCORPORATED) && scan->form->family->order != ANY_ORDER)
        return NODE_INCORPORATED;
    return pointer && (features & FEATURE_OMITTED) ? NODE_OMITTED : NODE_PRESENT;
}

/* ---- what is said of several Items */

/* The numbers of "10, 11, 12, 13 and 14" or "10 through 14", as far as they are digits: how many;
 * *end: behind them. */
static size_t read_numbers(struct slice text, long long *numbers, size_t *end)
{
    static const struct slice joins[] = {SLICE_ROW(", and "), SLICE_ROW(", "),
                                         SLICE_ROW(" and "),  SLICE_ROW(" through "),
                                         SLICE_ROW(" to "),   SLICE_ROW("-")};
    size_t count = 0;
    bool range = false;
    for (size_t i = 0; count < NUMBERS;) {
        size_t digits = i;
        while (byte_is_digit(line_byte(text, digits)))
            digits++;
        long long number = slice_number(slice_cut(text, i, digits));
        if (digits == i || digits - i > 2 || line_is_alnum(line_byte(text, digits)))
            break;
        long long from = range && count > 0 ? numbers[count - 1] + 1 : number;
        for (; from <= number && count < NUMBERS; from++)
            numbers[count++] = from;
        *end = i = digits;
        size_t k = 0;
        while (k < sizeof joins / sizeof *joins &&
               !slice_starts(slice_cut(text, i, text.len), joins[k]))
            k++;
        if (k == sizeof joins / sizeof *joins)
            break;
        range = k > 2;
        i += joins[k].len;
    }
    return count;
}

/* The Items of the part have the status where they say little themselves; `number` 0: all. */
static void set_incorporated(struct nodes *n, const struct scan *scan, size_t part,
                             long long number)
{
    for (size_t i = part + 1; i < n->list.count; i++) {
        struct node *node = &n->list.at[i];
        if (node->level <= n->list.at[part].level)
            break;
        if (node->kind != NODE_ITEM || node->status != NODE_PRESENT || node->item_count != 1)
            continue;
        bool named = number > 0 && slice_number(node->items[0]) == number;
        if (text_length(scan, node) <= (named ? POINTER_TEXT : EMPTY_TEXT) &&
            (named || number == 0))
            node->status = NODE_INCORPORATED;
    }
}

/* "The information required by Items 10, 11 and 12 is incorporated by reference", anywhere in the
 * part: at its beginning, or as a footnote at its end. */
static void read_statements(struct nodes *n, const struct scan *scan, size_t part,
                            struct slice text)
{
    long long numbers[NUMBERS];
    size_t end = 0;
    for (size_t at = slice_find_nocase(text, SLICE("items ")); at < text.len;
         at = slice_find_nocase(text, SLICE("items "))) {
        text = slice_cut(text, at + 6, text.len);
        size_t count = read_numbers(text, numbers, &end);
        if (count < 2)
            continue;
        struct slice said = slice_cut(text, end, end + SAID_REACH);
        /* What a heading begins is another Item's. */
        said = slice_cut(said, 0, slice_find(said, SLICE("ITEM ")));
        for (size_t i = 0; i < count && has_incorporated(said); i++)
            set_incorporated(n, scan, part, numbers[i]);
    }
}

/* Where the part ends, or its list of exhibits begins, which tells of Items of other filings. */
static size_t part_end(const struct nodes *n, size_t part)
{
    const struct node *node = &n->list.at[part];
    for (size_t i = part + 1; i < n->list.count && n->list.at[i].level > node->level; i++)
        if (n->list.at[i].kind == NODE_ITEM && has(n->list.at[i].title, "exhibit"))
            return n->list.at[i].offset;
    return node->offset + node->length;
}

/* What the part says of its Items. One whose Items are long says nothing for them. */
static void read_part(struct nodes *n, const struct scan *scan, size_t part)
{
    const struct node *node = &n->list.at[part];
    struct buffer text = {0};
    if (part + 1 >= n->list.count || node[1].level <= node->level || node->offset < scan->start)
        return;
    size_t end = part_end(n, part);
    if (end - node->offset > SAID_BYTES)
        return;
    add_text(scan, node->offset, end, &text);
    read_statements(n, scan, part, buffer_slice(&text));
    buffer_clear(&text);
    add_text(scan, node->offset, node[1].offset, &text);
    if (has_incorporated(buffer_slice(&text)))
        set_incorporated(n, scan, part, 0);
    buffer_deinit(&text);
}

void item_status_set(struct nodes *n, const struct scan *scan)
{
    const struct candidates *c = &scan->candidates;
    if (scan->form->family == NULL)
        return;
    for (size_t i = 0; i < n->list.count; i++) {
        struct node *node = &n->list.at[i];
        size_t at = node->kind == NODE_ITEM ? candidate_at(c, node->offset) : c->list.count;
        if (at < c->list.count && c->list.at[at].offset == node->offset)
            node->status = status_of(node, c->list.at[at].features, scan);
    }
    if (scan->form->family->order == ANY_ORDER)
        return;
    for (size_t i = 0; i < n->list.count; i++) {
        struct node *node = &n->list.at[i];
        if (node->kind == NODE_PART)
            read_part(n, scan, i);
        else if (node->kind == NODE_ITEM && node->status == NODE_INCORPORATED &&
                 node->offset >= scan->start && points_here(n, scan, node))
            node->status = NODE_PRESENT;
    }
}
