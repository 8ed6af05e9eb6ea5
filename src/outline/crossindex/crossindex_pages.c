/* SPDX-License-Identifier: MIT */
/* Finds printed pages. */
#include "outline/crossindex/crossindex_pages.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define NOWHERE ((size_t)-1)

enum {
    PAGES_MOST = 200000,
    STEP_MOST = 1 << 18, /* pages of a step */
    PAGE_INPUT = 2048    /* bytes of the input that are gone through in the time of one page */
};

static int by_label(const void *a, const void *b)
{
    const struct labelled *x = a;
    const struct labelled *y = b;
    int order = slice_compare_nocase(x->label, y->label);
    return order != 0 ? order : (x->page > y->page) - (x->page < y->page);
}

/* ---- pages whose foot or head says more than the number: "Annual Report 2023  |  12" */

enum {
    NUMBER_BYTES = 4,
    LINE_BYTES = 300, /* a longer line is text */
    LINES = 3,        /* the first of a page, and its last two */
    FEWEST = 4        /* so many pages must agree */
};

struct crossindex_voter {
    ARRAY(long long) list;      /* what pages make the number of the document's first */
    struct buffer lines[LINES]; /* of the page: its first, its last but one, its last */
    uint32_t page;
    bool begun;
    size_t segment; /* to read next */
};

/* The number at the end of the line, or at its beginning; below 0 when there is none. */
static long long number_of(struct slice line, bool at_end)
{
    size_t digits = 0;
    while (digits < line.len && byte_is_digit(line.at[at_end ? line.len - digits - 1 : digits]))
        digits++;
    bool whole = digits == line.len;
    if (digits == 0 || digits > NUMBER_BYTES ||
        (!whole && !byte_is_blank(line.at[at_end ? line.len - digits - 1 : digits])))
        return -1;
    return slice_number(at_end ? slice_cut(line, line.len - digits, line.len)
                               : slice_cut(line, 0, digits));
}

/* The page is read: what each of its lines makes the number of the first page. */
static void count_page(struct crossindex_voter *v)
{
    long long seen[2 * LINES] = {0};
    size_t count = 0;
    for (size_t i = 0; i < 2 * LINES; i++) {
        long long number = number_of(slice_trim(buffer_slice(&v->lines[i / 2])), i % 2 == 0);
        bool again = number < 0;
        for (size_t k = 0; k < count && !again; k++)
            again = seen[k] == number;
        if (again)
            continue;
        seen[count++] = number;
        array_push(&v->list, number - (long long)v->page);
    }
    for (size_t i = 0; i < LINES; i++)
        buffer_clear(&v->lines[i]);
}

static void take_line(struct crossindex_voter *v, const struct block *b)
{
    if (v->begun && b->page != v->page)
        count_page(v);
    v->page = b->page;
    v->begun = true;
    struct slice line = b->text.len <= LINE_BYTES ? b->text : SLICE(" ");
    if (v->lines[0].len == 0)
        buffer_add(&v->lines[0], line);
    buffer_clear(&v->lines[1]);
    buffer_add(&v->lines[1], buffer_slice(&v->lines[2]));
    buffer_clear(&v->lines[2]);
    buffer_add(&v->lines[2], line);
}

static int by_value(const void *a, const void *b)
{
    long long x = *(const long long *)a;
    long long y = *(const long long *)b;
    return (x > y) - (x < y);
}

/* The number of the first page that most of `pages` pages agree on; false when they do not. */
static bool elect(struct crossindex_voter *v, size_t pages, long long *first)
{
    size_t best = 0, same = 0;
    if (v->list.count > 1)
        qsort(v->list.at, v->list.count, sizeof *v->list.at, by_value);
    for (size_t i = 0; i < v->list.count; i++) {
        same = i > 0 && v->list.at[i] == v->list.at[i - 1] ? same + 1 : 1;
        if (same > best) {
            best = same;
            *first = v->list.at[i];
        }
    }
    return best >= FEWEST && best * 2 >= pages;
}

static void voter_free(struct crossindex_voter *v)
{
    if (v == NULL)
        return;
    for (size_t i = 0; i < LINES; i++)
        buffer_deinit(&v->lines[i]);
    array_deinit(&v->list);
    free(v);
}

/* Reads on for about so many bytes of the input; true at the end. */
static bool read_lines(struct crossindex_voter *v, struct content *content, size_t bytes)
{
    struct segment seg;
    for (size_t seen = 0; seen < bytes; seen += seg.end - seg.offset) {
        if (!content_walk(content, v->segment++, &seg))
            return true;
        for (size_t k = 0; k < seg.count; k++)
            if (!(seg.blocks[k].flags & SINK_RULE))
                take_line(v, &seg.blocks[k]);
        bool last = seg.last;
        segment_deinit(&seg);
        if (last)
            return true;
    }
    return false;
}

/* Labels the pages that have none by what the lines at their edges say together. */
static void number_pages(struct crossindex_pages *p)
{
    long long first = 0;
    count_page(p->voter);
    bool agreed = elect(p->voter, p->printed.count, &first);
    for (size_t i = 0; agreed && i < p->printed.count; i++) {
        struct buffer number = {0};
        if (p->printed.at[i] || first + (long long)i < 1)
            continue;
        buffer_addf(&number, "%lld", first + (long long)i);
        struct labelled one = {arena_copy(&p->arena, buffer_slice(&number)), i};
        array_push(&p->list, one);
        p->printed.at[i] = true;
        buffer_deinit(&number);
    }
}

void crossindex_pages_init(struct crossindex_pages *p, struct content *content)
{
    memset(p, 0, sizeof *p);
    p->content = content;
    arena_init(&p->arena);
}

/* Reads the labels of the next pages, up to page `end`. */
static void read_labels(struct crossindex_pages *p, size_t end)
{
    for (size_t i = p->printed.count; i < end; i++) {
        struct slice label = slice_trim(content_page_label(p->content, i));
        array_push(&p->printed, label.len > 0);
        if (label.len == 0)
            continue;
        struct labelled one = {arena_copy(&p->arena, label), i};
        array_push(&p->list, one);
    }
}

bool crossindex_pages_step(struct crossindex_pages *p, size_t pages)
{
    struct content *c = p->content;
    bool all;
    size_t bytes = (pages < STEP_MOST ? pages : STEP_MOST) * PAGE_INPUT;
    if (content_has_pages(c) && !content_count_pages(c, bytes))
        return false;
    size_t count = content_has_pages(c) ? content_pages(c, &all) : 0, read = p->printed.count;
    count = count < PAGES_MOST ? count : PAGES_MOST;
    if (read < count) {
        read_labels(p, pages < count - read ? read + pages : count);
        return false;
    }
    if (p->list.count * 2 < count) {
        if (p->voter == NULL)
            p->voter = memory_alloc(sizeof *p->voter);
        if (!read_lines(p->voter, c, bytes))
            return false;
        number_pages(p);
    }
    if (p->list.count > 1)
        qsort(p->list.at, p->list.count, sizeof *p->list.at, by_label);
    return true;
}

void crossindex_pages_deinit(struct crossindex_pages *p)
{
    voter_free(p->voter);
    array_deinit(&p->list);
    array_deinit(&p->printed);
    arena_deinit(&p->arena);
}

static size_t find(const struct crossindex_pages *p, struct slice label)
{
    size_t low = 0, high = p->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare_nocase(p->list.at[middle].label, label) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < p->list.count && slice_equal_nocase(p->list.at[low].label, label);
    return found ? p->list.at[low].page : NOWHERE;
}

/* The page whose label differs by `step` from the number at the end of `label`; NOWHERE when there
 * is none. */
static size_t find_beside(const struct crossindex_pages *p, struct slice label, int step)
{
    size_t front = label.len;
    while (front > 0 && byte_is_digit(label.at[front - 1]))
        front--;
    long long number = slice_number(slice_cut(label, front, label.len));
    if (number < 0 || number + step < 1)
        return NOWHERE;
    struct buffer b = {0};
    buffer_add(&b, slice_cut(label, 0, front));
    buffer_addf(&b, "%lld", number + step);
    size_t page = find(p, buffer_slice(&b));
    buffer_deinit(&b);
    return page;
}

size_t crossindex_pages_find(const struct crossindex_pages *p, struct slice label, size_t *end)
{
    size_t page = find(p, label);
    if (page == NOWHERE) {
        size_t before = find_beside(p, label, -1);
        size_t behind = find_beside(p, label, 1);
        if (before != NOWHERE && before + 1 < p->printed.count && !p->printed.at[before + 1])
            page = before + 1;
        else if (behind != NOWHERE && behind > 0 && !p->printed.at[behind - 1])
            page = behind - 1;
    }
    if (page == NOWHERE)
        return NOWHERE;
    *end = content_page_offset(p->content, page + 1);
    return content_page_offset(p->content, page);
}
