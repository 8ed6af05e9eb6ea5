/* SPDX-License-Identifier: MIT */
/* Finds the title and the contents list of an agreement among the heads. */
#include "outline/articles/agreement_front.h"

#include "outline/items/line.h"

enum {
    ROWS = 5,            /* a contents list has so many rows at least */
    HEADING_ABOVE = 600, /* bytes of text between it and its heading */
    HEADING_WORDS = 10,  /* bytes before "contents" in the heading */
    TITLE_LINES = 3,     /* a title has no more */
    HEADS_LOOKED = 60    /* so many heads are looked at for it */
};

/* The heading of the list whose first row is at that clause, or NULL. */
static const struct head *contents_heading(const struct article_region *r, const struct clause *row)
{
    const struct heads *heads = &r->scan->heads;
    size_t at = heads_at(heads, row->offset);
    while (at-- > 0 && heads->list.at[at].offset >= r->start &&
           row->text - heads->list.at[at].text < HEADING_ABOVE) {
        const struct head *h = &heads->list.at[at];
        size_t word = slice_find_nocase(h->title, SLICE("contents"));
        if (!(h->features & HEAD_FURNITURE) && word < h->title.len && word <= HEADING_WORDS)
            return h;
    }
    return NULL;
}

/* True when the nodes have a contents list in [start, end). */
static bool has_contents(const struct article_region *r, size_t start, size_t end)
{
    for (size_t i = article_region_node(r, start); i < r->nodes->list.count; i++) {
        const struct node *node = &r->nodes->list.at[i];
        if (node->offset >= end)
            return false;
        if (node->kind == NODE_CONTENTS)
            return true;
    }
    return false;
}

size_t agreement_front_add_contents(const struct article_region *r, size_t from, size_t first,
                                    int grade)
{
    const struct clause *list = r->clauses->list.at;
    size_t row = from, count = 0;
    /* "EXHIBIT 1" close above the list is the head of the document. */
    while (row < first && (!r->rows[row].listed || list[row].label.word == ANNEX_WORD))
        row++;
    for (size_t i = row; i < first; i++)
        count += r->rows[i].listed;
    if (count < ROWS || has_contents(r, r->start, list[first].offset))
        return list[first].offset;
    const struct head *h = contents_heading(r, &list[row]);
    struct head made = {.offset = list[row].offset, .title = SLICE("Contents")};
    struct section *s = sections_add(r->found, NODE_CONTENTS, h != NULL ? h : &made, grade);
    s->id = article_region_id(r, SLICE("contents"));
    s->found_by = h != NULL ? FOUND_HEADING : FOUND_CONTENTS;
    s->why = h != NULL ? WHY_TITLE | WHY_LOOKS : 0;
    s->confidence = h != NULL ? 0.97 : 0.85;
    return s->offset;
}

/* The line says what kind of paper it heads. */
static bool names_paper(struct slice title)
{
    static const char *const words[] = {
        "agreement",   "plan",     "indenture", "bylaws",      "by-laws",   "certificate",
        "articles of", "lease",    "contract",  "declaration", "deed",      "note",
        "warrant",     "guaranty", "guarantee", "mortgage",    "amendment", NULL};
    for (const char *const *w = words; *w != NULL; w++) {
        struct slice word = slice_of(*w);
        size_t at = slice_find_nocase(title, word);
        if (at < title.len && (at == 0 || !byte_is_letter(title.at[at - 1])) &&
            !byte_is_lower(line_byte(title, at + word.len)))
            return true;
    }
    return false;
}

/* It is set as the title of a paper is. */
static bool is_set(const struct head *h)
{
    unsigned against = HEAD_MID_SENTENCE | HEAD_FURNITURE | HEAD_CONTINUED | HEAD_PAGE_NUMBER |
                       HEAD_LINK | HEAD_TABLE | HEAD_SENTENCE;
    return h->set & (SET_CENTER | SET_HEADING | SET_BOLD) && !(h->set & SET_RUN_IN) &&
           !(h->features & against) && line_letters(h->title) > 0;
}

static bool goes_on(struct slice title)
{
    return slice_starts_nocase(title, SLICE("and ")) || slice_starts_nocase(title, SLICE("of ")) ||
           slice_starts_nocase(title, SLICE("to "));
}

/* The two heads are lines of one title. */
static bool is_joined(const struct head *above, const struct head *below, bool printed)
{
    return above->block + 1 == below->block && above->page == below->page && is_set(above) &&
           is_set(below) &&
           (goes_on(below->title) || (printed && !(below->features & HEAD_BLANK_ABOVE)));
}

/* Adds the lines of the title that has the head `at`, of those from `start` on. */
static void add_title(const struct article_region *r, size_t at, size_t start, int grade)
{
    const struct head *list = r->scan->heads.list.at;
    size_t first = at, last = at;
    while (first > start && at - first + 1 < TITLE_LINES &&
           is_joined(&list[first - 1], &list[first], r->scan->printed))
        first--;
    while (last + 1 < r->scan->heads.list.count && last - first + 1 < TITLE_LINES &&
           list[last + 1].offset < r->end &&
           is_joined(&list[last], &list[last + 1], r->scan->printed))
        last++;
    struct buffer title;
    buffer_init(&title);
    for (size_t i = first; i <= last; i++) {
        if (i > first)
            buffer_add_byte(&title, ' ');
        buffer_add(&title, list[i].title);
    }
    struct head head = list[first];
    head.title = arena_copy(&r->found->arena, buffer_slice(&title));
    buffer_deinit(&title);
    struct section *s = sections_add(r->found, NODE_HEADING, &head, grade);
    s->found_by = FOUND_HEADING;
    s->why = WHY_LOOKS;
    s->confidence = 0.95;
}

bool agreement_front_add_title(const struct article_region *r, size_t start, size_t end, int grade)
{
    const struct heads *heads = &r->scan->heads;
    size_t from = heads_at(heads, start);
    for (size_t i = from; i < heads->list.count && i < from + HEADS_LOOKED; i++) {
        const struct head *h = &heads->list.at[i];
        if (h->offset >= end)
            return false;
        if (is_set(h) && names_paper(h->title)) {
            add_title(r, i, from, grade);
            return true;
        }
    }
    return false;
}
