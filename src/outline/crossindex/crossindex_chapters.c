/* SPDX-License-Identifier: MIT */
/* Finds chapters by links and by the size of their headings. */
#include "outline/crossindex/crossindex_chapters.h"

#include "base/memory.h"
#include "outline/items/title.h"

#include <stdlib.h>
#include <string.h>

#define NOWHERE ((size_t)-1)

enum {
    NEAR_TARGET = 4000,  /* bytes of input between the place of a link and its heading */
    JUMPS_LOOKED = 5000, /* links from the document's front on */
    HEADS_LOOKED = 20,   /* heads from the place of a link on */
    SIZES = 256,         /* of type, in points */
    USUAL = 12,          /* of text that does not say its size */
    LINKED = 2,          /* so many linked headings, or */
    LARGE = 3,           /* so many others, make a size that of chapters, */
    MOST = 80            /* and no more than that */
};

struct finder {
    const struct scan *scan;
    const struct index_rows *rows;
    size_t body;
    struct chapters *found;
};

bool crossindex_chapters_is_title(const struct head *h)
{
    return !(h->features & (HEAD_FURNITURE | HEAD_CONTINUED | HEAD_PAGE_NUMBER | HEAD_LINK |
                            HEAD_TABLE | HEAD_MID_SENTENCE | HEAD_SENTENCE)) &&
           !(h->set & SET_RUN_IN);
}

static bool inside(const struct finder *f, size_t offset)
{
    return offset >= f->rows->start && offset < f->rows->end;
}

static void add(struct finder *f, const struct head *head, enum node_found_by by)
{
    struct chapter chapter = {head, by};
    array_push(&f->found->list, chapter);
}

/* The heading that the line's link leads to, behind `before`; NULL when there is none. */
static const struct head *linked_head(const struct finder *f, const struct jump *j, size_t before)
{
    const struct heads *heads = &f->scan->heads;
    size_t first = heads_at(heads, j->target);
    for (size_t k = first; k < heads->list.count && k < first + HEADS_LOOKED; k++) {
        const struct head *h = &heads->list.at[k];
        if (h->offset - j->target > NEAR_TARGET)
            break;
        if (crossindex_chapters_is_title(h) && h->offset > before &&
            title_match(h->title, j->title) >= 0.9)
            return h;
    }
    return NULL;
}

/* What the contents list in front of the text links to. */
static void find_linked(struct finder *f)
{
    size_t before = 0;
    for (size_t i = 0; i < f->scan->links.list.count && i < JUMPS_LOOKED; i++) {
        const struct jump *j = &f->scan->links.list.at[i];
        if (j->offset >= f->body)
            break;
        if (j->target == NOWHERE || j->target <= before || j->target <= j->offset ||
            inside(f, j->offset) || inside(f, j->target))
            continue;
        const struct head *h = linked_head(f, j, before);
        if (h == NULL)
            continue;
        add(f, h, FOUND_CONTENTS);
        before = h->offset;
    }
}

/* The largest size that `least` or more of the headings have and that is larger than the text's; 0
 * when there is none. */
static unsigned size_of_chapters(const size_t *counts, size_t body_size, size_t least)
{
    size_t sum = 0;
    for (unsigned size = SIZES; size-- > 1 && size > body_size;) {
        sum += counts[size];
        if (sum >= least)
            return sum <= MOST ? size : 0;
    }
    return 0;
}

static bool in_text(const struct finder *f, const struct head *h)
{
    return crossindex_chapters_is_title(h) && h->offset >= f->body && !inside(f, h->offset);
}

/* The size of type that chapters have; 0 when size does not tell them. */
static unsigned chapter_size(const struct finder *f)
{
    size_t counts[SIZES] = {0};
    size_t linked = f->found->list.count;
    size_t body_size = f->scan->heads.body_size;
    if (body_size == 0)
        body_size = USUAL;
    for (size_t i = 0; i < linked; i++)
        counts[f->found->list.at[i].head->size]++;
    if (linked >= LINKED)
        return size_of_chapters(counts, body_size, LINKED);
    memset(counts, 0, sizeof counts);
    for (size_t i = 0; i < f->scan->heads.list.count; i++)
        if (in_text(f, &f->scan->heads.list.at[i]))
            counts[f->scan->heads.list.at[i].size]++;
    return size_of_chapters(counts, body_size, LARGE);
}

/* Where neither links nor sizes tell: headings at the top of pages that are set alike. */
static void find_page_tops(struct finder *f)
{
    const struct heads *heads = &f->scan->heads;
    size_t *counts = memory_alloc((heads->classes.count + 1) * sizeof *counts);
    size_t best = 0;
    for (size_t i = 0; i < heads->list.count; i++) {
        const struct head *h = &heads->list.at[i];
        if (in_text(f, h) && (h->features & HEAD_PAGE_TOP) && h->class < heads->classes.count &&
            ++counts[h->class] > counts[best])
            best = h->class;
    }
    for (size_t i = 0; i < heads->list.count && counts[best] >= LARGE && counts[best] <= MOST;
         i++) {
        const struct head *h = &heads->list.at[i];
        if (in_text(f, h) && (h->features & HEAD_PAGE_TOP) && h->class == best)
            add(f, h, FOUND_TITLE);
    }
    free(counts);
}

void crossindex_chapters_find(struct chapters *found, const struct scan *scan,
                              const struct index_rows *rows, size_t body)
{
    struct finder f = {scan, rows, body, found};
    find_linked(&f);
    unsigned size = chapter_size(&f);
    if (size == 0 && found->list.count == 0)
        find_page_tops(&f);
    if (size == 0)
        return;
    /* What is linked to before the first page that an Item names stays, of any size. */
    size_t front = 0;
    while (front < found->list.count && found->list.at[front].head->offset < body)
        front++;
    found->list.count = front;
    const struct head *before = NULL;
    for (size_t i = 0; i < scan->heads.list.count && found->list.count < MOST; i++) {
        const struct head *h = &scan->heads.list.at[i];
        if (!in_text(&f, h) || h->size < size)
            continue;
        /* The second line of a title is none of its own. */
        if (before == NULL || h->block > before->block + 1)
            add(&f, h, h->features & HEAD_LINKED ? FOUND_CONTENTS : FOUND_TITLE);
        before = h;
    }
}
