/* SPDX-License-Identifier: MIT */
/* Tells recitals, signatures and annexes from other clauses. */
#include "outline/articles/annexes.h"

#include "outline/items/line.h"

enum {
    OPENING_BEFORE = 8000, /* bytes of text between the recitals and the first article */
    SIGNED_NEAR = 3000,    /* bytes between two headings of one page of signatures */
    ANNEX_NEAR = 250,      /* bytes of text between rows of a list of annexes */
    HEADER = 400           /* bytes of text that the head of an exhibit is in */
};

/* "SCHEDULE 13D" is a form. */
static bool is_form(const struct article_label *label)
{
    struct slice n = label->printed;
    return n.len >= 3 && n.at[0] == '1' && (n.at[1] == '3' || n.at[1] == '4') &&
           byte_is_letter(n.at[2]);
}

/* A list of annexes goes on right below, on the same page. */
static bool is_listed(const struct article_region *r, size_t i)
{
    const struct clause *x = &r->clauses->list.at[i];
    for (size_t k = i + 1; k < r->to && k <= i + 2; k++) {
        const struct clause *next = x + (k - i);
        if (next->label.word == ANNEX_WORD && next->page == x->page &&
            next->text - x->text < ANNEX_NEAR &&
            !slice_equal_nocase(next->label.printed, x->label.printed))
            return true;
    }
    return r->rows[i].listed;
}

static bool is_exhibit(const struct clause *x)
{
    return x->label.word == ANNEX_WORD && slice_equal_nocase(x->label.name, SLICE("exhibit"));
}

/* The number of the exhibit as its own head has it, which may come again on each page. */
static struct slice own_number(const struct article_region *r)
{
    const struct clause *first = &r->clauses->list.at[r->from];
    bool head = r->exhibit == NULL && r->in_exhibit && first->text < HEADER && is_exhibit(first);
    return head ? first->label.printed : r->number;
}

bool annexes_is(const struct article_region *r, size_t i, struct slice before)
{
    const struct clause *x = &r->clauses->list.at[i];
    const struct article_label *label = &x->label;
    unsigned against = CLAUSE_PROSE | CLAUSE_OPEN | CLAUSE_CONTINUED | CLAUSE_PAGE_NUMBER |
                       CLAUSE_RUN_IN | CLAUSE_LINK;
    if (label->word != ANNEX_WORD || x->features & against || !(x->features & CLAUSE_GAP) ||
        !(x->features & CLAUSE_ALONE) || is_form(label) ||
        slice_equal_nocase(label->printed, before) ||
        slice_equal_nocase(label->printed, r->number) ||
        slice_equal_nocase(label->printed, own_number(r)) || is_listed(r, i))
        return false;
    if (is_exhibit(x) && slice_find(label->printed, SLICE(".")) < label->printed.len &&
        !(r->in_exhibit && x->features & CLAUSE_PAGE_TOP))
        return false;
    bool placed = x->features & (CLAUSE_PAGE_TOP | CLAUSE_CENTER);
    bool set = !r->scan->printed && x->features & CLAUSE_STYLED && !(x->features & CLAUSE_ROW);
    return placed || set;
}

/* The row of the list of annexes that names it, which stands in front of all of them; or NULL. */
static const struct clause *listed_row(const struct article_region *r, size_t i)
{
    size_t row = r->rows[i].named;
    return row == ARTICLE_ROW_NONE || row < r->from ? NULL : &r->clauses->list.at[row];
}

/* The titles have the same letters. */
static bool is_same_title(struct slice a, struct slice b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.len && !line_is_alnum(a.at[i]))
            i++;
        while (k < b.len && !line_is_alnum(b.at[k]))
            k++;
        if (i == a.len || k == b.len)
            return i == a.len && k == b.len;
        if (byte_lower(a.at[i++]) != byte_lower(b.at[k++]))
            return false;
    }
}

void annexes_add(struct article_region *r, size_t i)
{
    const struct clause *x = &r->clauses->list.at[i];
    const struct clause *row = listed_row(r, i);
    struct slice title = x->title;
    if (row != NULL && row->title.len > 0 && !is_same_title(title, row->title))
        title = row->title;
    struct section *s =
        article_region_add(r, x, NODE_HEADING, title, r->exhibit != NULL ? GRADE_GROUP : GRADE_TOP);
    struct buffer id;
    buffer_init(&id);
    r->annex.len = 0;
    r->listed = i;
    article_region_name(r, s, &x->label, NULL);
    article_label_id(&x->label, &id);
    r->annex = arena_copy(&r->found->arena, buffer_slice(&id));
    buffer_deinit(&id);
    s->why = WHY_LABEL | (x->features & CLAUSE_CENTER ? WHY_LOOKS : 0);
    s->confidence = x->features & CLAUSE_PAGE_TOP && x->features & CLAUSE_CENTER ? 0.95 : 0.85;
    if (row != NULL) {
        s->why |= WHY_LISTED;
        s->confidence = 0.97;
    }
}

void annexes_add_opening(const struct article_region *r, size_t from, size_t first, int grade)
{
    const struct clause *list = r->clauses->list.at;
    for (size_t i = first; i-- > from;) {
        const struct clause *x = &list[i];
        if (list[first].text - x->text > OPENING_BEFORE)
            return;
        if (x->label.word != OPENING_WORD || r->rows[i].listed || !(x->features & CLAUSE_GAP))
            continue;
        struct section *s = article_region_add(r, x, NODE_HEADING, x->title, grade);
        s->id = article_region_id(r, section_slug(&r->found->arena, x->title));
        s->why = WHY_TITLE | (x->features & CLAUSE_CENTER ? WHY_LOOKS : 0);
        s->confidence = 0.96;
        return;
    }
}

/* True when the nodes have a page of signatures there. */
static bool has_signatures(const struct article_region *r, size_t offset)
{
    size_t from = article_region_node(r, offset > SIGNED_NEAR ? offset - SIGNED_NEAR : 0);
    for (size_t i = from; i < r->nodes->list.count; i++) {
        const struct node *node = &r->nodes->list.at[i];
        if (node->offset > offset + SIGNED_NEAR)
            return false;
        if (node->kind == NODE_SIGNATURES && node->offset >= r->start)
            return true;
    }
    return false;
}

static void add_signed(const struct article_region *r, const struct clause *x, int grade)
{
    struct section *s = article_region_add(r, x, NODE_SIGNATURES, SLICE("Signatures"), grade);
    s->id = article_region_id(r, SLICE("signatures"));
    s->why = WHY_SIGNED;
    s->confidence = 0.95;
    s->found_by = FOUND_BOILERPLATE;
}

void annexes_add_signatures(const struct article_region *r, size_t from, size_t to, int grade)
{
    const struct clause *before = NULL;
    for (size_t i = from; i < to; i++) {
        const struct clause *x = &r->clauses->list.at[i];
        bool again = before != NULL && x->text - before->text < SIGNED_NEAR;
        if (x->label.word != WITNESS_WORD || x->features & CLAUSE_OPEN ||
            !(x->features & CLAUSE_GAP) || again || has_signatures(r, x->offset))
            continue;
        before = x;
        add_signed(r, x, grade);
    }
}
