/* SPDX-License-Identifier: MIT */
/* Makes sections of the clauses of agreements. */
#include "outline/articles/articles.h"

#include "base/memory.h"
#include "outline/articles/agreement_front.h"
#include "outline/articles/annexes.h"
#include "outline/articles/article_chain.h"
#include "outline/items/line.h"

#include <stdlib.h>
#include <string.h>

#define CLAUSE_NONE ((size_t)-1)

enum {
    LEAST = 3,         /* labels that a document must have, */
    LEAST_IN_MAIN = 4, /* a main document, */
    LEAST_UNKNOWN = 5, /* an exhibit of no known kind whose sections are numbers alone */
    LATE = 2000        /* bytes of text before the first article that want a node of their own */
};

/* How sure a place of the chain is, and why. */
static void judge(const struct article_region *r, struct section *s,
                  const struct article_chain *chain, const struct article_place *place)
{
    const struct clause *x = &r->clauses->list.at[place->clause];
    const struct clause *row = article_region_row(r, place->clause);
    bool many = chain->list.count >= LEAST_UNKNOWN;
    s->why = WHY_LABEL;
    s->confidence = x->label.word == NUMBER_ONLY ? 0.95 : 0.97;
    if (!place->gap)
        s->why |= WHY_ORDER;
    if (x->features & CLAUSE_STYLED || line_is_caps(x->title) || x->features & CLAUSE_CENTER)
        s->why |= WHY_LOOKS;
    if (place->untitled) {
        s->why |= DOUBT_LOOKS;
        s->confidence = x->label.word == ARTICLE_WORD ? 0.95 : 0.85;
    }
    if (row != NULL) {
        s->why |= row->features & CLAUSE_LINK ? WHY_LISTED | WHY_LINKED : WHY_LISTED;
        s->confidence = place->untitled ? 0.96 : 0.99;
    } else if (place->gap) {
        s->why |= DOUBT_ORDER;
        s->confidence = 0.7;
    } else if (!many && !chain->articles) {
        s->confidence -= 0.1;
    }
    if (chain->rejected * 2 > chain->list.count) {
        s->why |= DOUBT_ORDER;
        s->confidence -= 0.2;
    }
}

/* The clause stands behind the signatures of a main document, where only an exhibit can be. */
static bool is_behind(const struct article_region *r, size_t clause)
{
    size_t next = article_region_node(r, r->clauses->list.at[clause].offset);
    if (r->in_exhibit || next == 0)
        return false;
    const struct node *before = &r->nodes->list.at[next - 1];
    return (before->kind == NODE_SIGNATURES || before->kind == NODE_EXHIBIT_INDEX ||
            before->kind == NODE_EXHIBIT_ROW);
}

static void add_chain(const struct article_region *r, const struct article_chain *chain, int top)
{
    const struct clause *list = r->clauses->list.at;
    const struct article_label *article = NULL;
    for (size_t i = 0; i < chain->list.count; i++) {
        const struct article_place *place = &chain->list.at[i];
        const struct clause *x = &list[place->clause];
        struct slice title = x->title;
        const struct clause *row = article_region_row(r, place->clause);
        bool restarts = place->level == 2 && x->label.depth == 1;
        if (title.len == 0 && row != NULL)
            title = row->title;
        struct section *s = article_region_add(r, x, NODE_HEADING, title, top + place->level - 1);
        article_region_name(r, s, &x->label, restarts ? article : NULL);
        judge(r, s, chain, place);
        if (place->level == 1)
            article = &x->label;
    }
}

/* The chain is enough to be one. */
static bool is_agreement(const struct article_region *r, const struct article_chain *chain)
{
    size_t count = chain->list.count;
    bool numbers = false;
    for (size_t i = 0; i < count && !chain->articles; i++)
        numbers =
            numbers || r->clauses->list.at[chain->list.at[i].clause].label.word == NUMBER_ONLY;
    if (!r->in_exhibit && !numbers)
        return count >= LEAST_IN_MAIN;
    if (numbers && chain->rejected > count)
        return false;
    return count >= (numbers && !r->agreement ? (size_t)LEAST_UNKNOWN : (size_t)LEAST);
}

/* One of the places is a note to the financial statements. */
static bool has_notes(const struct article_region *r, const struct article_chain *chain)
{
    size_t first = r->clauses->list.at[chain->list.at[0].clause].offset;
    size_t last = r->clauses->list.at[chain->list.at[chain->list.count - 1].clause].offset;
    size_t low = 0;
    size_t high = r->note_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->notes[middle] < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->note_count && r->notes[low] <= last;
}

/* The exhibit's own agreement begins so late that what stands before it wants a node. */
static bool is_late(const struct article_region *r, size_t first, size_t contents)
{
    const struct clause *x = &r->clauses->list.at[first];
    return contents < x->offset || x->text > LATE;
}

/* Adds the title and the contents list of the agreement whose first place is clause `first`;
 * `behind`: it stands behind the signatures of a main document. Returns the grade of its parts. */
static int add_front(const struct article_region *r, size_t from, size_t first, size_t annex,
                     bool behind, int grade)
{
    size_t offset = r->clauses->list.at[first].offset;
    if (annex == CLAUSE_NONE && behind) {
        size_t node = article_region_node(r, offset);
        bool titled =
            agreement_front_add_title(r, r->nodes->list.at[node - 1].offset + 1, offset, GRADE_TOP);
        grade = titled ? GRADE_GROUP : GRADE_TOP;
    }
    if (!r->in_exhibit && !behind && annex == CLAUSE_NONE)
        return grade;
    size_t contents = agreement_front_add_contents(r, from, first, grade);
    if (annex == CLAUSE_NONE && r->in_exhibit && r->exhibit == NULL && from == 0 &&
        is_late(r, first, contents))
        (void)agreement_front_add_title(r, r->start, contents, grade);
    return grade;
}

/* Numbers alone may label sections: in an exhibit, and where no form says what the parts are. */
static bool may_number(const struct article_region *r)
{
    return r->in_exhibit ||
           (r->nodes->list.count == 0 && r->scan->form != NULL && r->scan->form->family == NULL);
}

/* Reads one agreement: the clauses [from, to). `annex` is the clause of the annex that it is, or
 * CLAUSE_NONE; `sure`: the annex is one in any case. True when there is an agreement. */
static bool read_part(struct article_region *r, size_t from, size_t to, size_t annex, bool sure,
                      unsigned last[3])
{
    struct article_chain chain;
    article_chain_choose(&chain, r->clauses, r->rows, from, to, may_number(r), last);
    bool good = chain.list.count > 0 && (chain.resumed || is_agreement(r, &chain)) &&
                (chain.articles || !has_notes(r, &chain));
    int grade = GRADE_GROUP;
    bool added = annex != CLAUSE_NONE && (good || sure) && !chain.resumed;
    if (added)
        annexes_add(r, annex);
    if (good && !chain.resumed) {
        size_t first = chain.list.at[0].clause;
        grade = add_front(r, from, first, annex, !added && is_behind(r, first), grade);
    }
    if (good) {
        add_chain(r, &chain, chain.top ? grade : grade - 1);
        annexes_add_opening(r, from, chain.list.at[0].clause, grade);
        memcpy(last, chain.last, sizeof chain.last);
    }
    if (good || r->in_exhibit)
        annexes_add_signatures(r, from, to, grade);
    article_chain_deinit(&chain);
    return good;
}

/* An annex ends what stands before it. */
static void read_region(struct article_region *r)
{
    unsigned last[3] = {0};
    struct slice before = {0};
    size_t from = r->from;
    size_t annex = CLAUSE_NONE;
    bool any = r->in_exhibit;
    for (size_t i = r->from; i <= r->to; i++) {
        if (i < r->to && !annexes_is(r, i, before))
            continue;
        any = read_part(r, from, i, annex, any, last) || any;
        if (i < r->to)
            before = r->clauses->list.at[i].label.printed;
        from = annex = i;
    }
    r->annex.len = 0;
}

/* Exhibits of these numbers are agreements, charters, indentures, plans. */
static bool is_agreement_number(struct slice number)
{
    unsigned major = 0;
    size_t i = 0;
    for (; i < number.len && i < 3 && byte_is_digit(number.at[i]); i++)
        major = major * 10 + (unsigned)(number.at[i] - '0');
    return i > 0 && ((major >= 1 && major <= 4) || major == 10);
}

static void look(struct article_region *r, size_t first, size_t end)
{
    const struct clauses *c = r->clauses;
    while (first < c->list.count && c->list.at[first].offset < r->start)
        first++;
    r->from = first;
    while (first < c->list.count && c->list.at[first].offset < end)
        first++;
    r->to = first;
    r->listed = r->from;
    r->end = end;
    r->agreement = r->in_exhibit && is_agreement_number(r->number);
    for (size_t i = r->from; i < r->to && r->in_exhibit; i++)
        r->agreement = r->agreement || c->list.at[i].label.word == WITNESS_WORD ||
                       c->list.at[i].label.word == OPENING_WORD;
    if (r->from < r->to)
        read_region(r);
}

static int by_place(const void *a, const void *b)
{
    size_t x = *(const size_t *)a;
    size_t y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* The places of the notes that were found, in order; the caller frees them. */
static size_t *notes_of(const struct sections *found, size_t *count)
{
    size_t *notes = memory_alloc((found->list.count + 1) * sizeof *notes);
    *count = 0;
    for (size_t i = 0; i < found->list.count; i++)
        if (found->list.at[i].kind == NODE_NOTE)
            notes[(*count)++] = found->list.at[i].offset;
    if (*count > 1)
        qsort(notes, *count, sizeof *notes, by_place);
    return notes;
}

void articles_find(struct sections *found, const struct scan *scan, const struct nodes *nodes)
{
    const struct clauses *c = &scan->clauses;
    if (c->list.count == 0)
        return;
    size_t count;
    size_t *notes = notes_of(found, &count);
    struct article_row *rows = article_rows(c);
    struct article_region r = {.notes = notes,
                               .note_count = count,
                               .scan = scan,
                               .clauses = c,
                               .rows = rows,
                               .nodes = nodes,
                               .found = found,
                               .number = scan->exhibit_number,
                               .in_exhibit = scan->exhibit};
    for (size_t i = 0; i <= nodes->list.count; i++) {
        const struct node *node = i < nodes->list.count ? &nodes->list.at[i] : NULL;
        if (node != NULL && node->kind != NODE_EXHIBIT)
            continue;
        look(&r, r.to, node != NULL ? node->offset : (size_t)-1);
        if (node == NULL)
            break;
        r.exhibit = node;
        r.in_exhibit = true;
        r.number = slice_cut(node->id, 3, node->id.len);
        r.start = node->offset + 1;
    }
    free(rows);
    free(notes);
}
