/* SPDX-License-Identifier: MIT */
/* The pages of a document: where each begins, and what number it prints. */
#include "model/pages.h"

#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>

enum { EDGE_LINES = 3 /* lines at the edge of a page where its number may stand */ };

struct pages {
    ARRAY(size_t) begins;
    size_t counted;   /* marks before this offset are counted */
    size_t text_from; /* behind the last mark */
    bool any;
    bool all;
};

struct pages *pages_new(void)
{
    struct pages *p = memory_alloc(sizeof *p);
    array_push(&p->begins, 0);
    return p;
}

void pages_free(struct pages *p)
{
    if (p)
        array_deinit(&p->begins);
    free(p);
}

void pages_expect(struct pages *p)
{
    p->any = true;
}

bool pages_any(const struct pages *p)
{
    return p->any;
}

void pages_know(struct pages *p, const struct plain *text)
{
    if (!text->ends || p->counted < text->text.len || p->all)
        return;
    p->all = true;
    /* The last mark begins no page when nothing stands behind it. */
    if (p->begins.count > 1 && plain_is_blank(text, p->text_from, text->text.len))
        p->begins.count--;
}

void pages_go_on(struct pages *p, const struct plain *text, size_t upto)
{
    if (upto > text->text.len)
        upto = text->text.len;
    while (p->counted < upto) {
        size_t mark = plain_page_mark(text, p->counted, upto);
        if (mark >= upto) {
            p->counted = upto;
            break;
        }
        if (!plain_is_blank(text, p->text_from, mark))
            array_push(&p->begins, mark);
        p->any = true;
        p->text_from = p->counted = plain_mark_end(text, mark);
    }
    pages_know(p, text);
}

size_t pages_counted(const struct pages *p)
{
    return p->counted;
}

bool pages_all(const struct pages *p)
{
    return p->all;
}

size_t pages_count(const struct pages *p)
{
    return p->begins.count;
}

size_t pages_offset(const struct pages *p, size_t page)
{
    return page < p->begins.count ? p->begins.at[page] : 0;
}

size_t pages_search(const size_t *begins, size_t count, size_t offset)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (begins[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t pages_at(const struct pages *p, size_t offset)
{
    return pages_search(p->begins.at, p->begins.count, offset);
}

/* The number in the last lines of the page. */
static struct slice foot_label(const struct plain *text, struct slice page)
{
    struct slice label = {NULL, 0};
    struct slice line;
    for (int lines = 0; lines < EDGE_LINES && furniture_last_line(&page, &line);) {
        if (line.len == 0 || plain_is_blank(text, (size_t)(line.at - text->text.at),
                                            (size_t)(line.at - text->text.at) + line.len))
            continue;
        if (furniture_page_number(line, &label))
            return label;
        if (furniture_has(text->furniture, FURNITURE_FOOT, line)) {
            label = furniture_number_in(line);
            if (label.len > 0)
                return label;
        } else if (!furniture_is_ruling(line)) {
            break;
        }
        lines++;
    }
    return (struct slice){NULL, 0};
}

struct slice pages_label(const struct plain *text, size_t from, size_t end)
{
    if (plain_page_mark(text, from, from + 1) == from)
        from = plain_mark_end(text, from);
    struct slice page = slice_cut(text->text, from, end), line;
    struct slice label = foot_label(text, page);
    if (label.len > 0)
        return label;
    for (int lines = 0; lines <= EDGE_LINES && slice_next_line(&page, &line);) {
        if (slice_trim(line).len == 0)
            continue;
        if (furniture_page_number(line, &label))
            return label;
        if (!furniture_has(text->furniture, FURNITURE_HEAD, line))
            break;
        if (furniture_number_in(line).len)
            return furniture_number_in(line);
        lines++;
    }
    return (struct slice){NULL, 0};
}
